"""All names with their words, found again by any of their words."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from bot.catalogue.known_names import KnownName
from bot.names.lexicon import Lexicon
from bot.names.words import weight_of, words_of

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


class NameIndex:
    def __init__(self, known: Iterable[KnownName]) -> None:
        spelled = [(name, words_of(name.name)) for name in known]
        self._official = {(name.kind, name.id): name.name for name, _ in spelled if name.official}
        self.lexicon = Lexicon(word for _, words in spelled for word in words)
        self.names: list[IndexedName] = []
        self._postings: dict[int, list[int]] = defaultdict(list)
        seen: set[tuple[str, str, tuple[str, ...]]] = set()
        for name, words in spelled:
            key = (name.kind, name.id, words)
            if words and key not in seen:
                seen.add(key)
                self._add(name, words)

    def _add(self, name: KnownName, words: tuple[str, ...]) -> None:
        numbers = tuple(self.lexicon.number[word] for word in words)
        family_from = max(1, len(words) - name.family_words) if name.kind == "person" else 0
        if len(words) == 1:
            family_from = 0
        weights = tuple(
            _person_weight(place, family_from) if name.kind == "person" else _weight(word)
            for place, word in enumerate(words)
        )
        for number in set(numbers):
            self._postings[number].append(len(self.names))
        self.names.append(
            IndexedName(
                name,
                numbers,
                weights,
                sum(weights),
                family_from,
                called=self._official.get((name.kind, name.id), name.name),
                is_person=name.kind == "person",
            )
        )

    def having(self, word: int) -> Sequence[int]:
        """The places in `names` of all that have this word."""
        return self._postings.get(word, ())


def _weight(word: str) -> float:
    return _DROPPABLE_WEIGHT if word in DROPPABLE else weight_of(word)


def _person_weight(place: int, family_from: int) -> float:
    if place >= family_from:
        return FAMILY_WEIGHT
    return GIVEN_WEIGHT if place == 0 else MIDDLE_WEIGHT
