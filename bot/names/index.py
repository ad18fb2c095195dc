"""All names with their words, found again by any of their words."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any, NamedTuple

from bot.catalogue.known_names import KnownName
from bot.names.lexicon import Lexicon, Traces
from bot.names.words import weight_of, words_of

# A surname tells more people apart than a given name, and a middle name is hardly ever said.
FAMILY_WEIGHT = 1.0
GIVEN_WEIGHT = 0.7
MIDDLE_WEIGHT = 0.15
DROPPABLE = frozenset({"city"})  # "Durham" is enough for City of Durham
_DROPPABLE_WEIGHT = 0.1


class IndexedName(NamedTuple):
    """`family_from` is where a person's surname begins among the words, else 0.

    `called` is the official name of the thing, of which `known` may be an alias.
    """

    known: KnownName
    words: tuple[int, ...]
    weights: tuple[float, ...]
    total: float
    family_from: int = 0
    called: str = ""
    is_person: bool = False


Spelled = tuple[KnownName, Sequence[int]]
"""A name, and the numbers of its words."""


class NameIndex:
    """All names, the lexicon of their words, and which names have which word."""

    def __init__(
        self, lexicon: Lexicon, names: list[IndexedName], postings: dict[int, list[int]]
    ) -> None:
        """`postings` are the places in `names` of all that have a word, by its number."""
        self.lexicon = lexicon
        self.names = names
        self._postings = postings

    @classmethod
    def of(cls, known: Iterable[KnownName]) -> "NameIndex":
        worded = [(name, words_of(name.name)) for name in known]
        lexicon = Lexicon(sorted({word for _, words in worded for word in words}))
        once: dict[tuple[str, str, tuple[str, ...]], Spelled] = {}
        for name, words in worded:
            if words:
                numbers = [lexicon.number[word] for word in words]
                once.setdefault((name.kind, name.id, words), (name, numbers))
        return cls(lexicon, *_indexed(lexicon, list(once.values())))

    @classmethod
    def from_plain(cls, plain: dict[str, Any]) -> "NameIndex":
        """What `as_plain` made, from a file."""
        names = [IndexedName(KnownName._make(known), *rest) for known, *rest in plain["names"]]
        return cls(Lexicon(plain["words"], Traces(*plain["traces"])), names, plain["postings"])

    def as_plain(self) -> dict[str, Any]:
        """Everything that takes long to make, in tuples, lists, dicts, text and numbers alone."""
        return {
            "words": self.lexicon.words,
            "traces": [dict(traces) for traces in self.lexicon.traces],
            "names": [(tuple(name.known), *name[1:]) for name in self.names],
            "postings": dict(self._postings),
        }

    def having(self, word: int) -> Sequence[int]:
        """The places in `names` of all that have this word."""
        return self._postings.get(word, ())


def _indexed(
    lexicon: Lexicon, spelled: list[Spelled]
) -> tuple[list[IndexedName], dict[int, list[int]]]:
    names: list[IndexedName] = []
    postings: dict[int, list[int]] = defaultdict(list)
    weights = [_weight(word) for word in lexicon.words]
    official = {(name.kind, name.id): name.name for name, _ in spelled if name.official}
    for name, numbers in spelled:
        for number in set(numbers):
            postings[number].append(len(names))
        called = official.get((name.kind, name.id), name.name)
        names.append(_indexed_name(name, tuple(numbers), weights, called))
    return names, postings


def _indexed_name(
    name: KnownName, numbers: tuple[int, ...], weights: list[float], called: str
) -> IndexedName:
    if name.kind != "person":
        own = tuple([weights[number] for number in numbers])
        return IndexedName(name, numbers, own, sum(own), called=called)
    family_from = max(1, len(numbers) - name.family_words) if len(numbers) > 1 else 0
    own = _person_weights(len(numbers), family_from)
    return IndexedName(name, numbers, own, sum(own), family_from, called, is_person=True)


def _weight(word: str) -> float:
    return _DROPPABLE_WEIGHT if word in DROPPABLE else weight_of(word)


@cache
def _person_weights(length: int, family_from: int) -> tuple[float, ...]:
    given = [GIVEN_WEIGHT, *[MIDDLE_WEIGHT] * length][:family_from]
    return tuple(given + [FAMILY_WEIGHT] * (length - family_from))
