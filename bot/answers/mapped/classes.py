"""The classes of a map that shows a figure: under 5 points, 5 to 10 and so on."""

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from bot.answers import figures
from bot.answers.mapped.plan import Shown
from bot.elections import arithmetic, tally
from bot.elections.contest import Contest
from bot.elections.party import Party

Value = Callable[[Contest], float | None]


@dataclass(frozen=True, slots=True)
class Scale:
    """`bounds` are where classes begin, the lowest first; each ends before the next.

    `unit` follows a figure, `short` does where there is little room; `missing` is what a seat
    without a figure is called.
    """

    bounds: tuple[float, ...]
    unit: str
    short: str
    missing: str
    value: Value
    told: Callable[[float], str]

    def place(self, value: float) -> int:
        """The class that it falls into."""
        return max(bisect_right(self.bounds, value) - 1, 0)

    def labels(self, unit: str) -> list[str]:
        """ "under 5 points", "5–10 points", "40 points or more"."""
        begin = [f"{bound * 100:.0f}" for bound in self.bounds]
        between = [f"{low}–{high}{unit}" for low, high in pairwise(begin[1:])]
        return [f"under {begin[1]}{unit}", *between, f"{begin[-1]}{unit} or more"]


def scale(shown: Shown, party: Party | None) -> Scale | None:
    """None for a map of parties."""
    if shown is Shown.SHARE and party is not None:
        value = _share_of(party)
        return Scale(
            (0, 0.1, 0.2, 0.3, 0.4, 0.5), "%", "%", "did not stand", value, figures.percent
        )
    return _SCALES.get(shown)


def _share_of(party: Party) -> Value:
    """Of all its candidates in a seat; None where it had none."""

    def share(contest: Contest) -> float | None:
        votes = [one.votes for one in contest.candidacies if one.party.id == party.id]
        return arithmetic.share(sum(votes), contest.valid_votes) if votes else None

    return share


_SCALES = {
    Shown.MAJORITY: Scale(
        (0, 0.05, 0.1, 0.2, 0.3, 0.4),
        " points",
        "",
        "nobody else stood",
        tally.lead,
        figures.points,
    ),
    Shown.TURNOUT: Scale(
        (0, 0.5, 0.55, 0.6, 0.65, 0.7),
        "%",
        "%",
        "not known",
        arithmetic.turnout_of_valid_votes,
        figures.percent,
    ),
}
