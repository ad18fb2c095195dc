"""Everything, a nation or a region, however people write it."""

import re

from bot.catalogue.seats import Seats
from bot.declarations.subscription import EVERYTHING, Target, TargetKind
from bot.text import fold

_ALL = (
    "everything; everywhere; all; every constituency; all constituencies; every seat; all seats; "
    "uk; u k; united kingdom; whole uk; whole country; britain; great britain; gb; nationwide; "
    "general election"
)
# Beside the catalogue's own names. Where the words may mean several, all of them are asked about.
_WAYS = {
    "ni; n i; n ireland; ulster": ("Northern Ireland",),
    "cymru": ("Wales",),
    "greater london": ("London",),
    "east anglia; east; eastern": ("East of England",),
    "yorkshire; yorks; yorks and humber; yorks and the humber; yorkshire and humber; "
    "yorkshire and humberside; yorkshire humber; humber; humberside": ("Yorkshire and The Humber",),
    "midlands": ("East Midlands", "West Midlands"),
    "north; northern": ("North East", "North West", "Yorkshire and The Humber"),
    "south; southern": ("South East", "South West"),
}
_COMPASS = re.compile(r"\b(north|south)(east|west)(ern)?\b")
_AROUND = re.compile(r"^the | (of )?england$| region$")


class Areas:
    def __init__(self, seats: Seats) -> None:
        nations = {seat.country for seat in seats.by_code.values()}
        self._seats = seats.by_area
        self._named = {
            name: Target(TargetKind.AREA, name, name)
            for name in sorted(self._seats, key=lambda name: (name not in nations, name))
        }
        self._ways: dict[str, tuple[Target, ...]] = {
            fold(name): (target,) for name, target in self._named.items()
        }
        for ways, names in _WAYS.items():
            self._ways |= dict.fromkeys(ways.split("; "), tuple(self._named[one] for one in names))
        self._ways |= dict.fromkeys(_ALL.split("; "), (EVERYTHING,))

    def get(self, name: str) -> Target | None:
        return self._named.get(name)

    def find(self, text: str) -> tuple[Target, ...]:
        """What may be meant: nothing, one, or several."""
        said = fold(text)
        # The name in full first: the East of England is no east of something.
        return self._ways.get(said) or self._ways.get(_bare(said), ())

    def beginning(self, typed: str) -> tuple[Target, ...]:
        """Everything and the areas that somebody may be about to type, own names first."""
        starts = (fold(typed), _bare(fold(typed)))
        targets = (EVERYTHING, *self._named.values())
        own = [one for one in targets if fold(one.name).startswith(starts)]
        ways = [way for way in self._ways if way.startswith(starts)]
        found = [one for way in ways for one in self._ways[way]]
        return tuple(dict.fromkeys([*own, *found]))

    def seats(self, target: Target) -> int:
        """How many of today's seats that is."""
        return self._seats[target.key]


def _bare(said: str) -> str:
    """ "the southeast of england" as "south east"."""
    bare = _COMPASS.sub(r"\1 \2", said)
    while (shorter := _AROUND.sub("", bare)) != bare:
        bare = shorter
    return bare
