"""A recording played through the real adapters, at any speed."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime

from bot.declarations.clock import NightClock
from bot.declarations.decision import DecisionDesk
from bot.declarations.desk import Answer
from bot.declarations.feeds.feed import Feed
from bot.declarations.feeds.newswire import Newswire
from bot.declarations.feeds.tape import Recording, Round, TapeWire
from bot.declarations.rehearsals import Place, Rehearsals

Told = Callable[[Round | None, Answer], None]
Sleep = Callable[[float], Awaitable[None]]


class Playback:
    """Goes on where the last one in the same state stopped.

    After a process that was killed the round in flight may be heard once more, which changes
    nothing. `feeds` are those of the recording by their names.
    """

    def __init__(
        self,
        recording: Recording,
        feeds: Mapping[str, Feed],
        newswire: Newswire,
        desk: DecisionDesk,
        rehearsals: Rehearsals,
        clock: NightClock,
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        self._name = recording.name
        self._rounds = recording.rounds
        self.parts = "answers of feeds"
        self._feeds = feeds
        self._newswire = newswire
        self._desk = desk
        self._rehearsals = rehearsals
        self.clock = clock
        self._sleep = sleep
        place = rehearsals.place(recording.name)
        self.position = place.position if place else 0

    @property
    def total(self) -> int:
        return len(self._rounds)

    @property
    def over(self) -> bool:
        return self.position >= self.total

    async def run(self, told: Told | None = None) -> None:
        """Until the last round was played, and nothing waits any more.

        `told` hears what became of everything in a round, and of what had waited without one.
        """
        tell = told or _nobody
        self.clock.begin()
        while not self.over:
            one = self._rounds[self.position]
            await self._ripen_until(one.at, tell)
            await self._wait(one.at)
            await self._play(one, tell)
        await self._ripen_until(None, tell)

    async def _ripen_until(self, moment: datetime | None, told: Told) -> None:
        """What has waited long enough on the way there is declared in its time."""
        while (due := self._desk.ripens_at()) and (moment is None or due <= moment):
            await self._wait(due)
            for answer in self._desk.ripen(due):
                told(None, answer)

    async def _wait(self, moment: datetime) -> None:
        # Also where it is due already, so that whoever announces it gets a turn.
        await self._sleep(max(0.0, self.clock.seconds_until(moment)))

    async def _play(self, one: Round, told: Told) -> None:
        feed, wire = self._feeds[one.feed], TapeWire(one.exchanges)
        polled = await self._newswire.attempt(feed, wire, one.at)
        self._rehearsals.move(self._name, Place(self.position + 1, one.at))
        self.position += 1
        for answer in polled.answers:
            told(one, answer)


def _nobody(_round: Round | None, _answer: Answer) -> None:
    """Where nobody listens."""
