"""From what was typed to what was meant."""

from collections import defaultdict
from collections.abc import Sequence

from bot.catalogue.known_names import KnownName
from bot.names import ranking
from bot.names.finding import Finding, Kind, Match
from bot.names.index import NameIndex
from bot.names.nicknames import Nicknames
from bot.names.scoring import EXACT, SURNAME_SAYS, Fit, fit
from bot.names.seats_first import seats_first
from bot.names.typed import Reader, TypedWord
from bot.names.words import LIGHT, words_of

LONGEST = 200  # letters of a query; no name is half as long
NAME = "name"  # why something matched whose official name was typed in full
# Common words stand in hundreds of names; beyond these a name has too little else in common.
_MOST_SCORED = 50
UNKNOWN = -1  # the number of a word that stands in no name
_WORTH_SCORING = 0.6  # of the best guess by words alone


class Matcher:
    """Finds constituencies, persons, parties and places by name. Keeps nothing that was typed."""

    def __init__(self, index: NameIndex, short_forms: dict[str, list[str]]) -> None:
        self.index = index
        self._reader = Reader(self.index.lexicon, short_forms, Nicknames())

    def find(self, text: str, kinds: frozenset[Kind] | None = None, limit: int = 10) -> Finding:
        fits = self.fits(text, kinds)
        verdict, ordered, rivals = ranking.verdict(fits, _telling_words(text))
        return Finding(text, verdict, tuple(self.matches(ordered[:limit])), rivals=rivals)

    def full_names_within(self, words: Sequence[str]) -> list[tuple[int, int, KnownName]]:
        """Whole names that stand among folded words: from, to, and the name."""
        numbers = [self.index.lexicon.number.get(word, UNKNOWN) for word in words]
        found = []
        for start, number in enumerate(numbers):
            for place in self.index.having(number):
                name = self.index.names[place]
                end = start + len(name.words)
                if name.words == tuple(numbers[start:end]):
                    found.append((start, end, name.known))
        return found

    def matches(self, ordered: list[Fit]) -> list[Match]:
        """With scores that fall: who is better known comes first although both fit alike."""
        matches: list[Match] = []
        for found in ordered:
            score = max(0.0, min(100.0, round(ranking.ranked_score(found), 1)))
            if matches:
                score = min(score, matches[-1].score)
            matches.append(_match(found, score))
        return matches

    def fits(self, text: str, kinds: frozenset[Kind] | None = None) -> list[Fit]:
        """The best fit of each thing, best first."""
        best: dict[tuple[str, str], Fit] = {}
        for variant in self._reader.variants(text[:LONGEST]):
            self._add_fits(best, variant, kinds)
            # No other way to read the words can fit better than a name in full.
            if any(found.is_full for found in best.values()):
                break
        return seats_first([one for one in best.values() if one.score >= ranking.NEAR])

    def _add_fits(
        self,
        best: dict[tuple[str, str], Fit],
        variant: list[TypedWord],
        kinds: frozenset[Kind] | None,
    ) -> None:
        for place in self._candidates(variant):
            name = self.index.names[place]
            if kinds and name.known.kind not in kinds:
                continue
            found = fit(variant, name, self.index)
            key = (name.known.kind, name.known.id)
            if key not in best or found.score > best[key].score:
                best[key] = found

    def _candidates(self, typed: list[TypedWord]) -> list[int]:
        """Places of the names that share most with what was typed, by words alone."""
        guess: dict[int, float] = defaultdict(float)
        heaviest = max((word.weight for word in typed), default=0.0)
        for word in sorted(typed, key=lambda word: -word.weight):
            # "North" and "and" stand in hundreds of names: they only add to what others found.
            telling = word.weight == heaviest
            for place, likeness in self._sharing(word).items():
                if telling or place in guess:
                    guess[place] += word.weight * likeness
        if not guess:
            return []
        # No likeness is greater than the guess, so less than this cannot come near.
        possible = ranking.NEAR / 100 * sum(word.weight for word in typed)
        least = max(possible, _WORTH_SCORING * max(guess.values()))
        likely = [place for place, value in guess.items() if value >= least]
        likely.sort(key=lambda place: (-guess[place], -self.index.names[place].known.renown))
        return likely[:_MOST_SCORED]

    def _sharing(self, word: TypedWord) -> dict[int, float]:
        """Names with a reading of this word, each with its best likeness."""
        sharing: dict[int, float] = {}
        readings = {**word.given, **word.readings}
        # The likeliest reading first, so that setdefault keeps the best for each name.
        for number, likeness in sorted(readings.items(), key=lambda item: -item[1]):
            for place in self.index.having(number):
                sharing.setdefault(place, likeness)
        return sharing


def _telling_words(text: str) -> int:
    """How many of the words say anything: "the moon" is one."""
    return sum(word not in LIGHT for word in words_of(text))


def _match(found: Fit, score: float) -> Match:
    known = found.name.known
    return Match(Kind(known.kind), known.id, found.name.called, score, why(found))


def why(found: Fit) -> str:
    """What matched, in a few words."""
    known: KnownName = found.name.known
    called = NAME if known.official else f"also written {known.name}"
    if found.is_full:
        return called
    if found.likeness < EXACT:
        return f"close to {known.name}"
    if not found.name.is_person:
        return f"part of the {called}"
    return "surname" if found.said >= SURNAME_SAYS else "part of the name"
