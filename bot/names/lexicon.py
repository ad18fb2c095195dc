"""All words of all names, and the few of them that a typed word may stand for."""

from bisect import bisect_left
from collections import Counter, defaultdict
from functools import cached_property, lru_cache
from itertools import chain
from typing import NamedTuple

from rapidfuzz.distance import OSA, JaroWinkler

from bot.names.sound import sound

SHORTEST_FUZZY = 3  # a slip in a shorter word leaves nothing to go by
SHORTEST_PREFIX = 2
SHORTEST_INNER_PREFIX = 3  # where more words follow
_MOST_PREFIXED = 400
# Below this, words that people type rightly begin to look like each other.
_ALIKE = 0.66  # least similarity of a typing slip
# A word spelled by ear is a worse guess than one slip of a finger, and better than two.
_SOUNDS_ALIKE = 0.84
_SAME_LETTERS = 0.4  # least share of letters for a word that only sounds alike
_LONGER = 4
_TWO_SLIPS_FROM = 6  # letters
_THREE_SLIPS_FROM = 11
_SHARED_TRIGRAMS = 0.3
_SHORTEST_BY_TRIGRAM = 5  # two slips in a shorter word leave another word


class Traces(NamedTuple):
    """Word numbers by what is left of a word when it is misspelt."""

    shortened: dict[str, list[int]]
    trigrams: dict[str, list[int]]
    sounds: dict[str, list[int]]


class Lexicon:
    """A word's number is its place in `words`.

    Only words that share a beginning, a sound or most letters with what was typed are compared
    with it, so the work hardly grows with the number of names.
    """

    def __init__(self, words: list[str], traces: Traces | None = None) -> None:
        """`words` are in order, each once; `traces` are theirs, where they were made before."""
        self.words = words
        if traces is not None:
            self.traces = traces
        self.number = {word: number for number, word in enumerate(self.words)}
        self.similar = lru_cache(maxsize=4096)(self._similar)

    @cached_property
    def traces(self) -> Traces:
        """Made when first wanted: one question that is spelled right can do without."""
        traces = Traces(defaultdict(list), defaultdict(list), defaultdict(list))
        for number, word in enumerate(self.words):
            if len(word) >= SHORTEST_FUZZY and word.isalpha():
                for shorter in _one_letter_less(word):
                    traces.shortened[shorter].append(number)
                for trigram in _trigrams(word):
                    traces.trigrams[trigram].append(number)
                traces.sounds[sound(word)].append(number)
        return traces

    def beginning_with(self, start: str) -> dict[int, float]:
        """Words that go on from `start`, with 0.86 to 1 by how much of them was typed."""
        first = bisect_left(self.words, start)
        found = {}
        for number in range(first, min(first + _MOST_PREFIXED, len(self.words))):
            word = self.words[number]
            if not word.startswith(start):
                break
            found[number] = 0.86 + 0.14 * len(start) / len(word)
        return found

    def _similar(self, typed: str) -> dict[int, float]:
        """Words that `typed` may be a slip for, with a similarity from 0.66 to 1."""
        found: dict[int, float] = {}
        if typed in self.number:
            found[self.number[typed]] = 1.0
        # Digits are postcodes, years and made-up names: none of them is a slip for another.
        if len(typed) < SHORTEST_FUZZY or not typed.isalpha():
            return found
        for number in self._near(typed):
            if number not in found:
                likeness = similarity(typed, self.words[number])
                if likeness >= _ALIKE:
                    found[number] = likeness
        key = sound(typed)
        for number in self.traces.sounds.get(key, ()) if len(key) > 1 else ():
            found[number] = max(found.get(number, 0.0), _sounding(typed, self.words[number]))
        return {number: likeness for number, likeness in found.items() if likeness > 0}

    def _near(self, typed: str) -> set[int]:
        """Numbers of words one slip away, or sharing enough runs of three letters."""
        near: set[int] = set()
        for shorter in _one_letter_less(typed):
            near.update(self.traces.shortened.get(shorter, ()))
        if len(typed) < _SHORTEST_BY_TRIGRAM:
            return near
        runs = _trigrams(typed)
        shared = Counter(chain.from_iterable(self.traces.trigrams.get(run, ()) for run in runs))
        least = max(2.0, _SHARED_TRIGRAMS * len(runs))
        near.update(number for number, count in shared.items() if count >= least)
        return near


def similarity(typed: str, word: str) -> float:
    """From 0 to 1: letters that need no change, with some weight on a common beginning."""
    longest = max(len(typed), len(word))
    allowed = 1 + (longest >= _TWO_SLIPS_FROM) + (longest >= _THREE_SLIPS_FROM)
    if abs(len(typed) - len(word)) > allowed:
        return 0.0
    edits = OSA.distance(typed, word, score_cutoff=allowed)
    if edits > allowed:
        return 0.0
    if longest == SHORTEST_FUZZY and sorted(typed) != sorted(word):
        return 0.0  # of three letters only their order may be wrong
    plain = 1 - edits / (longest + 0.5)
    return 0.75 * plain + 0.25 * JaroWinkler.similarity(typed, word)


def _sounding(typed: str, word: str) -> float:
    """A word that sounds the same, less the more its letters differ."""
    letters = OSA.normalized_similarity(typed, word)
    if letters < _SAME_LETTERS or abs(len(typed) - len(word)) > _LONGER:
        return 0.0
    return min(0.92, _SOUNDS_ALIKE * (0.75 + 0.25 * letters) + 0.1 * letters)


def _one_letter_less(word: str) -> set[str]:
    return {word} | {word[:place] + word[place + 1 :] for place in range(len(word))}


def _trigrams(word: str) -> set[str]:
    padded = f"^{word}$"
    return {padded[place : place + 3] for place in range(len(padded) - 2)}
