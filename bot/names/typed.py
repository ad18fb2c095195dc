"""What was typed, as words with everything each may stand for."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from bot.names.lexicon import SHORTEST_INNER_PREFIX, SHORTEST_PREFIX, Lexicon
from bot.names.nicknames import Nicknames
from bot.names.words import (
    BORO,
    BOROUGHS,
    COMPASS,
    POINTER_WEIGHT,
    only_joins,
    weight_of,
    without_noise,
    without_titles,
    words_of,
)

SHORTEST = 2  # letters that may be a name
SHORTEST_PART = 3  # of a word that is taken apart
PAIR = 2
MOST_PARTS = 3
SHORTEST_JOINED = 6  # of two words put together
# Both keep the work for a hostile text as small as for a name.
MOST_VARIANTS = 8
MOST_WORDS = 12
_INITIAL_WEIGHT = 0.4
_WHOLE_WORD_AS_PREFIX = 0.95


@dataclass(frozen=True, slots=True)
class TypedWord:
    """`readings` maps word numbers to a likeness from 0 to 1; `given` only counts for given names.

    `weight` is how much of the whole it is. `initial` is set where one letter may begin a given
    name, and if it is the last typed, any word.
    """

    text: str
    weight: float
    readings: dict[int, float]
    given: dict[int, float]
    initial: str = ""
    last: bool = False

    @property
    def weight_in_person(self) -> float:
        """Small words say nothing in a seat's name, but they are no part of a person's."""
        return self.weight if self.initial else max(self.weight, 0.5)


class Reader:
    """Reads typed text into words, in each of the ways it may be meant."""

    def __init__(
        self, lexicon: Lexicon, short_forms: dict[str, list[str]], nicknames: Nicknames
    ) -> None:
        self._lexicon = lexicon
        self._short_forms = short_forms
        self._nicknames = nicknames

    def variants(self, text: str) -> Iterator[list[TypedWord]]:
        """The likeliest first; none where nothing was typed that could be a name."""
        words = _joined_letters(words_of(text), self._short_forms)[:MOST_WORDS]
        bare = without_noise(words)
        if only_joins(bare) or all(len(word) < SHORTEST for word in words):
            return
        spellings = [self._with_compass(words), without_titles(words)]
        if len(words) == 1:
            spellings.append(words)
        spellings += [self._with_compass(longer) for longer in self._expanded(words)]
        unique = list(dict.fromkeys(spellings))[:MOST_VARIANTS]
        # Most questions are spelled right, and then nothing else need be looked at.
        yield from (self._read_exactly(spelling) for spelling in unique)
        yield from (self._read(spelling) for spelling in unique)
        if bare != words and len("".join(bare)) >= SHORTEST:
            # Who writes whole sentences leaves no word half typed.
            yield self._read(self._with_compass(bare), half_typed=False)
        # Words put together or taken apart come last: they fit by accident more often.
        for spelling in [*self._split(words), *self._joined(words)][:MOST_VARIANTS]:
            yield self._read_exactly(spelling)

    def _expanded(self, words: tuple[str, ...]) -> list[tuple[str, ...]]:
        """With short forms written out: "brum edgbaston", "mk north"."""
        spellings: list[tuple[str, ...]] = []
        for place, word in enumerate(words):
            for meaning in self._meanings(word):
                for base in [words, *spellings[:2]]:
                    if base[place : place + 1] == (word,):
                        longer = (*base[:place], *meaning.split(), *base[place + 1 :])
                        spellings.append(longer)
        return sorted(spellings, key=len, reverse=True)

    def _meanings(self, word: str) -> list[str]:
        meanings = list(self._short_forms.get(word, ()))
        if word.endswith(BORO) and len(word) > len(BORO) + 1:
            spelled = [word.removesuffix(BORO) + ending for ending in BOROUGHS]
            meanings += [word for word in spelled if word in self._lexicon.number]
        return meanings

    def _with_compass(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """ "nw" as "north west"; a single letter may also be an initial and stays."""
        return tuple(
            part
            for word in words
            for part in (COMPASS.get(word, (word,)) if len(word) > 1 else (word,))
        )

    def _split(self, words: tuple[str, ...]) -> list[tuple[str, ...]]:
        """With a word taken apart where all parts are words: "miltonkeynes"."""
        return [
            (*words[:place], *parts, *words[place + 1 :])
            for place, word in enumerate(words)
            for parts in self._parts(word, MOST_PARTS)
        ]

    def _parts(self, word: str, most: int) -> list[tuple[str, ...]]:
        known = self._lexicon.number
        found: list[tuple[str, ...]] = []
        for cut in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
            if word[:cut] in known:
                rest = word[cut:]
                found += [(word[:cut], rest)] if rest in known else []
                if most > PAIR:
                    found += [(word[:cut], *parts) for parts in self._parts(rest, most - 1)]
        return found

    def _joined(self, words: tuple[str, ...]) -> list[tuple[str, ...]]:
        """With two words put together where that makes one: "isling ton"."""
        return [
            (*words[:place], one + other, *words[place + 2 :])
            for place, (one, other) in enumerate(pairwise(words))
            if len(one + other) >= SHORTEST_JOINED and one + other in self._lexicon.number
        ]

    def _read(self, words: tuple[str, ...], *, half_typed: bool = True) -> list[TypedWord]:
        last = len(words) - 1
        return [
            self._read_word(word, last=place == last, half_typed=half_typed)
            for place, word in enumerate(words)
        ]

    def _read_exactly(self, words: tuple[str, ...]) -> list[TypedWord]:
        """As if nobody ever made a slip or left a word half typed."""
        return [self._read_word_exactly(word) for word in words]

    def _read_word_exactly(self, word: str) -> TypedWord:
        if len(word) == 1 and word.isalpha():
            return self._read_letter(word, last=False)
        number = self._lexicon.number.get(word)
        return TypedWord(word, weight_of(word), {} if number is None else {number: 1.0}, {})

    def _read_word(self, word: str, *, last: bool, half_typed: bool) -> TypedWord:
        if len(word) == 1 and word.isalpha():
            return self._read_letter(word, last=last and half_typed)
        readings = dict(self._lexicon.similar(word))
        exact = self._lexicon.number.get(word)
        if half_typed and len(word) >= (SHORTEST_PREFIX if last else SHORTEST_INNER_PREFIX):
            doubt = 1.0 if last or exact is None else _WHOLE_WORD_AS_PREFIX
            for number, likeness in self._lexicon.beginning_with(word).items():
                # The word itself is whole, however it goes on in other names.
                if number != exact:
                    readings[number] = max(readings.get(number, 0.0), likeness * doubt)
        given = {
            self._lexicon.number[name]: likeness
            for name, likeness in self._nicknames.equivalents(word).items()
            if name in self._lexicon.number
        }
        return TypedWord(word, weight_of(word), readings, given, last=last)

    def _read_letter(self, letter: str, *, last: bool) -> TypedWord:
        """A letter is a compass point, a small word or the start of a name."""
        readings = {}
        compass = COMPASS.get(letter, ())
        for word in (*compass, letter):
            if word in self._lexicon.number:
                readings[self._lexicon.number[word]] = 1.0
        # "N Islington" says as much as "North Islington", "J Corbyn" less than "Jeremy Corbyn".
        weight = POINTER_WEIGHT if compass else _INITIAL_WEIGHT
        return TypedWord(letter, weight, readings, {}, initial=letter, last=last)


def _joined_letters(words: tuple[str, ...], short: dict[str, list[str]]) -> tuple[str, ...]:
    """ "i o w" as "iow", where the letters make a known short form."""
    for length in (3, 2):
        for place in range(len(words) - length + 1):
            run = words[place : place + length]
            if all(len(word) == 1 for word in run) and "".join(run) in short:
                return (*words[:place], "".join(run), *words[place + length :])
    return words
