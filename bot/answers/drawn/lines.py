"""Who had which shares through time, as lines to be drawn."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from bot.answers.drawn.stretches import Shares, Stretch, Who
from bot.elections.party import PartyKind
from bot.pictures.charts import Showing

NOTABLE = 0.05
"""The share without which no line is drawn."""


@dataclass(frozen=True, slots=True)
class Traced:
    """A party or one independent through time; charts.Line says what runs are."""

    name: str
    colour: str | None
    kind: PartyKind
    runs: tuple[tuple[Showing, ...], ...]

    @property
    def newest(self) -> Showing:
        return self.runs[-1][-1]

    @property
    def highest(self) -> float:
        return max(one.share for run in self.runs for one in run)


def traced(found: Sequence[Stretch]) -> list[Traced]:
    """In order of the newest election and of the share at it."""
    everybody = dict.fromkeys(
        who for stretch in found for one in stretch.results for who in one.shares
    )
    lines = [
        Traced(_name(who), who[0].colour, who[0].kind, tuple(_runs(who, found)))
        for who in everybody
    ]
    return sorted(lines, key=lambda one: (-one.newest.day.toordinal(), -one.newest.share))


def _name(who: Who) -> str:
    """ "Lab", "Speaker", "Ind Corbyn"."""
    party, person = who
    if person is not None:
        return f"{party.short} {person.name.split()[-1]}"
    return party.name if party.kind is PartyKind.SPEAKER else party.short


def _runs(who: Who, found: Sequence[Stretch]) -> list[tuple[Showing, ...]]:
    """An election at which somebody did not stand cuts the line, too."""
    runs = []
    for stretch in found:
        for stood, results in groupby(stretch.results, key=lambda one: who in one.shares):
            if stood:
                runs.append(tuple(_showing(one, who) for one in results))
    return runs


def _showing(one: Shares, who: Who) -> Showing:
    return Showing(one.day, one.shares[who], one.estimated)
