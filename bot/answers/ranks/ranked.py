"""Seats or candidates in the order of something, and what the first of them are called."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from bot.answers import wording
from bot.answers.ranks import yardsticks
from bot.answers.ranks.yardsticks import Yardstick
from bot.elections import scores
from bot.elections.contest import Candidacy
from bot.elections.count import Count
from bot.elections.party import Party
from bot.elections.result import ContestResult
from bot.elections.scores import Scored
from bot.questions.question import Measure, Order, Question

USUAL = 10
_NOUNS = {
    Measure.CHANGE: (("rise in share", "rises in share"), ("fall in share", "falls in share")),
    Measure.SWING: (("swing", "swings"), ("swing", "swings")),
}


@dataclass(frozen=True, slots=True)
class Ranking:
    """`rows` are the first, with all that are level with the last of those `wanted`, or all that
    are within the limit. `total` is how many have a value, `unknown` how many seats or candidates
    have none."""

    rows: tuple[Scored, ...]
    wanted: int
    total: int
    unknown: int


@dataclass(frozen=True, slots=True)
class Subject:
    """What is ranked by what. `party` is whose seats or candidates, `other` whom it was against.

    `name` is what the party was called then, where that was something else.
    """

    measure: Measure
    by: Yardstick
    most: bool
    party: Party | None = None
    other: Party | None = None
    name: str = ""

    def one(self, value: float) -> str:
        """ "largest majority in a seat won by Labour"."""
        return f"{self._name(value, 0)}{self.whose('a seat', value)}"

    def several(self, value: float) -> str:
        """ "Largest majorities in seats won by Labour"."""
        return wording.capital(f"{self._name(value, 1)}{self.whose('seats', value)}")

    def _name(self, value: float, number: int) -> str:
        """What rose is not called a fall because falls were asked for."""
        if self.measure not in _NOUNS or (self.measure is Measure.SWING and self.party is None):
            return (self.by.most if self.most else self.by.least)[number]
        size = "biggest" if self.most == (value >= 0) else "smallest"
        return f"{size} {_NOUNS[self.measure][value < 0][number]}"

    def whose(self, seats: str, value: float = 0) -> str:
        """ " in seats won by Labour", or nothing."""
        if self.party is None:
            return ""
        name = self.name or wording.whole(self.party)
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
    return Subject(asked.measure, by, asked.order is Order.MOST, party, other)


def rank(
    counts: Sequence[Count], of: Subject, wanted: int, within: tuple[float, float] | None = None
) -> Ranking:
    """The first of those `wanted`, or all that lie `within` the two values."""
    parts = [_part(count, of) for count in counts]
    heads = [one for part, _ in parts for one in _head(part, of, wanted, within)]
    if within is None:
        heads = _first(heads, of, wanted)
    heads.sort(key=lambda one: (-one.value if of.most else one.value, *_names(one)))
    total, unknown = sum(len(part) for part, _ in parts), sum(left for _, left in parts)
    return Ranking(tuple(heads), wanted, total, unknown)


def _part(count: Count, of: Subject) -> tuple[Sequence[Scored], int]:
    """Those of one election that are ranked, the lowest first, and how many have no value."""
    by_party = of.party is not None and of.measure is Measure.SWING
    scores_of = scores.swings_to_winners if by_party else of.by.scores
    scoring = count.scoring(scores_of, of_candidates=of.by.of_candidates)
    if of.party is None:
        return scoring.known, len(scoring.unknown)
    known = [one for one in scoring.known if _counts(one.result, one.candidacy, of)]
    if by_party:
        known = sorted((scores.swing_to(of.party, one) for one in known), key=_value)
    unknown = sum(_counts(result, one, of) for result, one in scoring.unknown)
    return known, unknown


def _counts(result: ContestResult, candidacy: Candidacy, of: Subject) -> bool:
    """Whether it is the party's own candidate; of seats whether the party won it, from the other
    where that is who had to be beaten. For a swing it is enough to be one of the first two.
    """
    if of.party is None:
        return True
    if of.by.of_candidates:
        return candidacy.party.id == of.party.id
    if of.measure is not Measure.SWING and candidacy.party.id != of.party.id:
        return False
    if of.measure is not Measure.SWING and not of.beats:
        return True
    both = {of.party.id, of.other.id} if of.other else {of.party.id}
    return both <= {one.party.id for one in result.contest.candidacies[:2]}


def _head(
    part: Sequence[Scored], of: Subject, wanted: int, within: tuple[float, float] | None
) -> Sequence[Scored]:
    if within is not None:
        low, high = within
        return part[bisect_right(part, low, key=_value) : bisect_left(part, high, key=_value)]
    if len(part) <= wanted:
        return part
    if of.most:
        return part[bisect_left(part, part[-wanted].value, key=_value) :]
    return part[: bisect_right(part, part[wanted - 1].value, key=_value)]


def _first(heads: list[Scored], of: Subject, wanted: int) -> list[Scored]:
    """With those that are level with the last of them."""
    if len(heads) <= wanted:
        return heads
    values = sorted((one.value for one in heads), reverse=of.most)
    last = values[wanted - 1]
    return [one for one in heads if (one.value >= last if of.most else one.value <= last)]


def _value(one: Scored) -> float:
    return one.value


def _names(one: Scored) -> tuple[str, str, int]:
    contest = one.result.contest
    return contest.constituency.name, contest.polled_on.isoformat(), -one.candidacy.votes
