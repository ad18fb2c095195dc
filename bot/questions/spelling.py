"""Slips in the words of a question, not in names: those are the names room's."""

from collections.abc import Iterable
from functools import lru_cache

from bot.names.lexicon import Lexicon, similarity
from bot.names.room import NamesRoom
from bot.questions.vocabulary import EVERYDAY, SLIPS, WORDS

_SHORTEST = 4  # letters; a slip in a shorter word leaves nothing to go by
_LIKE_ENOUGH = 0.8


class Speller:
    """Puts right what is no word of a name and nearly one of a question or a party."""

    def __init__(self, names: NamesRoom, parties: Iterable[str]) -> None:
        self._names = names
        known = {word for word in {*WORDS, *parties} if len(word) >= _SHORTEST and word.isalpha()}
        self._lexicon = Lexicon(sorted(known))
        self.corrected = lru_cache(maxsize=4096)(self._corrected)

    def _corrected(self, word: str) -> str:
        if word in WORDS or word in EVERYDAY or word in self._lexicon.number or not word.isalpha():
            return word
        if word in SLIPS:
            return SLIPS[word]
        bare = word.removesuffix("s")
        # "Corbyns majority": whose it is needs no apostrophe in a chat.
        known = self._names.knows(bare) or bare in self._lexicon.number
        if bare != word and not self._names.knows(word) and known:
            return bare
        # A word of a name is no slip for another.
        if len(word) < _SHORTEST or self._names.knows(word):
            return word
        # Hardly anybody gets the first letter wrong, and "raining" is no slip for "gaining".
        # By letters alone: "lowst" sounds like "lost", and is a slip for "lowest".
        similar = (self._lexicon.words[number] for number in self._lexicon.similar(word))
        alike = [(similarity(word, one), one) for one in similar]
        likely = [one for one in alike if one[0] >= _LIKE_ENOUGH and one[1][0] == word[0]]
        return max(likely)[1] if likely else word
