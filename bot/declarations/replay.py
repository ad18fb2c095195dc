"""A past night played into a state of its own, at any speed."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any, Protocol

from bot.catalogue.catalogue import Catalogue
from bot.declarations.clock import NightClock
from bot.declarations.desk import Answer, Desk
from bot.declarations.journal import Journal
from bot.declarations.night import Event, Night
from bot.declarations.rehearsals import Place, Rehearsals

SOURCE = "a rehearsal, not live"

Told = Callable[[Event, Answer], None]
Sleep = Callable[[float], Awaitable[None]]


class Played(Protocol):
    """A night that is played: `position` of `total` parts are, and it is `over` after the last."""

    clock: NightClock
    parts: str
    """What its parts are called."""

    @property
    def position(self) -> int: ...

    @property
    def total(self) -> int: ...

    @property
    def over(self) -> bool: ...

    async def run(self, told: Callable[[Any, Answer], None] | None = None) -> None:
        """Until all is played. `told` hears what became of each thing that was said."""


class Replay:
    """Goes on where the last one in the same state stopped.

    After a process that was killed the event in flight may be received once more, which the
    journal answers as unchanged; no older one is.
    """

    def __init__(
        self,
        night: Night,
        rehearsals: Rehearsals,
        desk: Desk,
        clock: NightClock,
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        self.night = night
        self.clock = clock
        self.parts = "reports"
        self._rehearsals = rehearsals
        self._desk = desk
        self._sleep = sleep
        place = rehearsals.place(night.name)
        self.position = place.position if place else 0

    @classmethod
    def open(
        cls,
        night: Night,
        catalogue: Catalogue,
        journal: Journal,
        rehearsals: Rehearsals,
        speed: float,
    ) -> "Replay":
        """With a clock and a desk of its own; the night's clock stands still until `run`."""
        clock = NightClock(resumes_at(night, rehearsals), speed, time.monotonic)
        return cls(night, rehearsals, Desk(catalogue, journal, clock.now), clock)

    @property
    def total(self) -> int:
        return len(self.night.events)

    @property
    def over(self) -> bool:
        return self.position >= self.total

    async def run(self, told: Told | None = None) -> None:
        """Until the last event was played. `told` hears what became of each."""
        self.clock.begin()
        while not self.over:
            event = self.night.events[self.position]
            # Also where it is due already, so that whoever announces it gets a turn.
            await self._sleep(max(0.0, self.clock.seconds_until(event.moment)))
            answer = self._play(event)
            if told is not None:
                told(event, answer)

    def _play(self, event: Event) -> Answer:
        answer = self._desk.receive(event.report, event.text, SOURCE)
        self._rehearsals.move(self.night.name, Place(self.position + 1, event.moment))
        self.position += 1
        return answer


def resumes_at(night: Night, rehearsals: Rehearsals) -> datetime:
    """The moment of the last event that was played, or of the first."""
    place = rehearsals.place(night.name)
    return place.moment if place else night.events[0].moment
