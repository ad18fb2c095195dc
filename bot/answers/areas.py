"""Everything, a nation or a region, as something to subscribe to."""

from bot.catalogue.seats import Seats
from bot.declarations.subscription import EVERYTHING, Target, TargetKind
from bot.questions.regions import WHOLE, Regions
from bot.text import fold


class Areas:
    def __init__(self, seats: Seats) -> None:
        nations = {seat.country for seat in seats.by_code.values()}
        self._seats = seats.by_area
        self._named = {
            name: Target(TargetKind.AREA, name, name)
            for name in sorted(self._seats, key=lambda name: (name not in nations, name))
        }
        self._regions = Regions(self._named)
        self._all = WHOLE.split("; ")

    def get(self, name: str) -> Target | None:
        return self._named.get(name)

    def find(self, text: str) -> tuple[Target, ...]:
        """What may be meant: nothing, one, or several."""
        if fold(text).removeprefix("the ") in self._all:
            return (EVERYTHING,)
        return tuple(self._named[name] for name in self._regions.find(text))

    def beginning(self, typed: str) -> tuple[Target, ...]:
        """Everything and the areas that somebody may be about to type, own names first."""
        if typed.strip() and not fold(typed):
            return ()
        targets = (EVERYTHING, *self._named.values())
        own = [one for one in targets if fold(one.name).startswith(fold(typed))]
        ways = [self._named[name] for name in self._regions.beginning(typed)]
        whole = [EVERYTHING] if any(way.startswith(fold(typed)) for way in self._all) else []
        return tuple(dict.fromkeys([*own, *ways, *whole]))

    def seats(self, target: Target) -> int:
        """How many of today's seats that is."""
        return self._seats[target.key]
