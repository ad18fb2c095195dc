"""A contest with what it is compared with."""

from dataclasses import dataclass, field

from bot.elections.contest import Baseline, Contest
from bot.elections.outcome import Outcome, outcome


@dataclass(frozen=True, slots=True)
class ContestResult:
    """`before` is None where nothing can be compared."""

    contest: Contest
    before: Baseline | None
    outcome: Outcome = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "outcome", outcome(self.contest.winner, self.before))

    @property
    def changes_hands(self) -> bool:
        return self.outcome.gained_from is not None
