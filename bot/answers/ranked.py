"""Seats or candidates in the order of something, and what the first of them are called."""

from dataclasses import dataclass, replace
from heapq import nlargest, nsmallest

from bot.answers import wording, yardsticks
from bot.answers.yardsticks import Yardstick
from bot.elections import scores
from bot.elections.contest import Candidacy
from bot.elections.party import Party
from bot.elections.result import ContestResult
from bot.questions.question import Measure, Order, Question

USUAL = 10
_NOUNS = {
    Measure.CHANGE: (("rise in share", "rises in share"), ("fall in share", "falls in share")),
    Measure.SWING: (("swing", "swings"), ("swing", "swings")),
}


@dataclass(frozen=True, slots=True)
class Ranked:
    value: float
    result: ContestResult
    candidacy: Candidacy


@dataclass(frozen=True, slots=True)
class Ranking:
    """`rows` are the first, with all that are level with the last of those `wanted`; `unknown` is
    how many seats or candidates have no value."""

    rows: tuple[Ranked, ...]
    wanted: int
    unknown: int


@dataclass(frozen=True, slots=True)
class Subject:
    """What is ranked by what. `party` is whose seats or candidates, `other` whom it was against."""

    measure: Measure
    by: Yardstick
    most: bool
    party: Party | None = None
    other: Party | None = None

    def one(self, value: float) -> str:
        """ "largest majority in a seat won by Labour"."""
        return f"{self._name(value, 0)}{self._whose(value, 'a seat')}"

    def several(self, value: float) -> str:
        """ "Largest majorities in seats won by Labour"."""
        return wording.capital(f"{self._name(value, 1)}{self._whose(value, 'seats')}")

    def _name(self, value: float, number: int) -> str:
        """What rose is not called a fall because falls were asked for."""
        if self.measure not in _NOUNS or (self.measure is Measure.SWING and self.party is None):
            return (self.by.most if self.most else self.by.least)[number]
        size = "biggest" if self.most == (value >= 0) else "smallest"
        return f"{size} {_NOUNS[self.measure][value < 0][number]}"

    def _whose(self, value: float, seats: str) -> str:
        if self.party is None:
            return ""
        name = wording.whole(self.party)
        if self.measure is Measure.SWING:
            to, away = ("to", "from") if value >= 0 else ("from", "to")
            return f" {to} {name}" + (f" {away} {wording.whole(self.other)}" if self.other else "")
        if self.by.of_candidates:
            return f" for {name}"
        over = f" over {wording.whole(self.other)}" if self.beats and self.other else ""
        return f" in {seats} won by {name}{over}"

    @property
    def beats(self) -> bool:
        """Whether the other party is who came second."""
        return self.other is not None and self.measure in {Measure.MAJORITY, Measure.CLOSENESS}


def subject(asked: Question, party: Party | None, other: Party | None) -> Subject | None:
    """None for what seats cannot be ranked by."""
    by = yardsticks.yardstick(asked.measure, of_party=party is not None)
    if by is None:
        return None
    if asked.measure is Measure.SWING and party is not None:
        by = replace(by, scores=scores.swings_to(party))
    return Subject(asked.measure, by, asked.order is Order.MOST, party, other)


def rank(results: tuple[ContestResult, ...], of: Subject, wanted: int) -> Ranking:
    """Only the first of them are put in order: there may be twenty thousand candidates."""
    scored = [
        (score(one), result, one)
        for result in _counting(results, of)
        for score in [of.by.scores(result)]
        for one in _candidates(result, of)
    ]
    known = [value for value, _, _ in scored if value is not None]
    first = (nlargest if of.most else nsmallest)(wanted, known)
    if not first:
        return Ranking((), wanted, len(scored))
    last = first[-1]
    rows = [
        Ranked(value, result, one)
        for value, result, one in scored
        if value is not None and (value >= last if of.most else value <= last)
    ]
    rows.sort(key=lambda one: (-one.value if of.most else one.value, *_names(one)))
    return Ranking(tuple(rows), wanted, len(scored) - len(known))


def _candidates(result: ContestResult, of: Subject) -> tuple[Candidacy, ...]:
    """Those that are ranked; for the seat its winner stands."""
    every = result.contest.candidacies
    if not of.by.of_candidates:
        return every[:1]
    if of.party is None:
        return every
    return tuple(one for one in every if one.party.id == of.party.id)


def _counting(results: tuple[ContestResult, ...], of: Subject) -> tuple[ContestResult, ...]:
    """The seats that the party won, from the other where that is who had to be beaten.

    For a swing it is enough to be one of the first two.
    """
    if of.party is None or of.by.of_candidates:
        return results
    both = {of.party.id, of.other.id} if of.other else {of.party.id}
    if of.measure is Measure.SWING:
        return tuple(one for one in results if both <= _first_two(one))
    won = [one for one in results if one.contest.winner.party.id == of.party.id]
    return tuple(one for one in won if both <= _first_two(one)) if of.beats else tuple(won)


def _first_two(result: ContestResult) -> set[str]:
    return {one.party.id for one in result.contest.candidacies[:2]}


def _names(one: Ranked) -> tuple[str, str, int]:
    contest = one.result.contest
    return contest.constituency.name, contest.polled_on.isoformat(), -one.candidacy.votes
