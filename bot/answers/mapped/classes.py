"""The classes of a map that shows a figure: under 5 points, 5 to 10 and so on."""

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, replace
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
    without a figure is called, `seat` is one with a figure.
    """

    bounds: tuple[float, ...]
    unit: str
    short: str
    missing: str
    seat: str
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
    """None for a map of parties. With a party, of the seats that it won, but a share of all."""
    if shown is Shown.SHARE and party is not None:
        value = _share_of(party)
        bounds = (0, 0.1, 0.2, 0.3, 0.4, 0.5)
        seat = "seat with a candidate"
        return Scale(bounds, "%", "%", "did not stand", seat, value, figures.percent)
    found = _SCALES.get(shown)
    return _won_by(party, found) if found and party else found


def _won_by(party: Party, of_all: Scale) -> Scale:
    def value(contest: Contest) -> float | None:
        return of_all.value(contest) if contest.winner.party.id == party.id else None

    return replace(of_all, value=value, missing="won by others", seat="such seat")


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
        "seat with a known majority",
        tally.lead,
        figures.points,
    ),
    Shown.TURNOUT: Scale(
        (0, 0.5, 0.55, 0.6, 0.65, 0.7),
        "%",
        "%",
        "not known",
        "seat with a known turnout",
        arithmetic.turnout_of_valid_votes,
        figures.percent,
    ),
}
