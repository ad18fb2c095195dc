"""What is on its way to Discord: many letters at once, at a pace, each looked for if it is old."""

import asyncio
import logging
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from aiolimiter import AsyncLimiter

from bot.declarations.delivery import Later, Letter, Messenger, Outcome

# Discord remembers a nonce "for a few minutes"; after one of them we would rather look.
NONCE_LASTS = timedelta(minutes=1)
LONGEST_DELAY = 60.0  # seconds between two tries
MOST_IN_FLIGHT = 400  # connections, fewer than a process may have files open

_log = logging.getLogger(__name__)


def discords_pace() -> AsyncLimiter:
    """Below a bot's 50 requests in any second: 45 a second, and 5 more after a pause.

    https://discord.com/developers/docs/topics/rate-limits#global-rate-limit
    """
    return AsyncLimiter(5, 5 / 45)


def delay_after(attempts: int, wait: float | None = None) -> float:
    """Seconds until the next try: longer each time, and not the same for all that failed at once.

    `wait` is what the other side asked for.
    """
    grown: float = min(LONGEST_DELAY, 2.0 ** min(attempts, 10))
    return (wait or 0.0) + grown * random.uniform(0.5, 1.0)  # noqa: S311 (jitter, no secret)


@dataclass(frozen=True, slots=True)
class Arrival:
    """What became of a letter."""

    letter: Letter
    outcome: Outcome


class Dispatch:
    """`pace` is None for no limit; `wall` tells the real time, whatever night is played."""

    def __init__(
        self,
        messenger: Messenger,
        pace: AsyncLimiter | None,
        wall: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self.messenger = messenger
        self._pace = pace
        self.wall = wall
        self._in_flight: set[asyncio.Task[None]] = set()
        self._arrived: list[Arrival] = []
        self.news = asyncio.Event()

    @property
    def is_busy(self) -> bool:
        """Whether letters are on their way, or have arrived and were not handed out."""
        return bool(self._in_flight or self._arrived)

    async def send(self, letters: Sequence[Letter]) -> None:
        """Returns when all are on their way."""
        for letter in letters:
            while len(self._in_flight) >= MOST_IN_FLIGHT:
                await asyncio.wait(self._in_flight, return_when=asyncio.FIRST_COMPLETED)
            if self._pace is not None:
                await self._pace.acquire()
            task = asyncio.create_task(self._deliver(letter))
            self._in_flight.add(task)
            task.add_done_callback(self._in_flight.discard)

    def arrivals(self) -> list[Arrival]:
        """What has become of letters; each is handed out once."""
        arrived, self._arrived = self._arrived, []
        self.news.clear()
        return arrived

    def hand_back(self, arrivals: list[Arrival]) -> None:
        """What could not be written down is to be handed out again."""
        self._arrived = [*arrivals, *self._arrived]

    async def finish(self, patience: float | None = None) -> None:
        """Waits for what is on its way, at most so many seconds."""
        if self._in_flight:
            await asyncio.wait(self._in_flight, timeout=patience)

    async def _deliver(self, letter: Letter) -> None:
        try:
            outcome = await self._find_or_send(letter)
        except Exception as error:  # noqa: BLE001 (the edge of the task)
            _log.exception("A message could not be sent to channel %d", letter.channel)
            outcome = Later(type(error).__name__)
        self._arrived.append(Arrival(letter, outcome))
        self.news.set()

    async def _find_or_send(self, letter: Letter) -> Outcome:
        # A clock that was set back makes no letter young.
        if abs(self.wall() - letter.written_at) > NONCE_LASTS:
            found = await self.messenger.find(letter)
            if found is not None:
                return found
            if self._pace is not None:
                await self._pace.acquire()
        return await self.messenger.send(letter)
