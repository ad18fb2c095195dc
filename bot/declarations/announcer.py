"""Tells every channel what it wants to hear: once, in order, whatever happens."""

import asyncio
import logging
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from bot.declarations.book import Book
from bot.declarations.clock import Clock
from bot.declarations.dispatch import Dispatch, delay_after
from bot.declarations.exclusive import Exclusive
from bot.declarations.ledger import Ledger
from bot.declarations.newsroom import Newsroom
from bot.declarations.rounds import Rounds
from bot.errors import TellerError

POLL = 0.25  # seconds; other processes write the journal too
# Channels that are written to in one transaction: half a second's worth at Discord's pace, so that
# a message tells what came until then.
AT_ONCE, AT_ONCE_WITHOUT_PACE = 25, 500
_PATIENCE = 10.0  # seconds for what is on its way when Teller is to stop

_log = logging.getLogger(__name__)


class Announcer:
    """The journal and the catalogue belong to the thread that runs it; the ledger, whose writes
    wait for the disk, has a thread of its own."""

    def __init__(
        self,
        newsroom: Newsroom,
        open_ledger: Callable[[], Ledger],
        dispatch: Dispatch,
        clock: Clock,
        alone: Exclusive,
        at_once: int = AT_ONCE,
    ) -> None:
        self._newsroom = newsroom
        self._open_ledger = open_ledger
        self._dispatch = dispatch
        self._clock = clock
        self._alone = alone
        self._at_once = at_once
        self._book: Book[Ledger] | None = None
        self._rounds: Rounds | None = None
        self._stopping = self._is_waiting = False
        self._failures, self._try_at = 0, 0.0

    async def run(self) -> None:
        """Until `stop` is called."""
        while not self._stopping:
            await self.tend()
            await self._rest(POLL)
        await self.close()

    def stop(self) -> None:
        """Nothing new is begun."""
        self._stopping = True
        self._dispatch.news.set()

    async def close(self) -> None:
        """What is on its way is finished. To be called once, after the last `tend`."""
        self.stop()
        await self._dispatch.finish(_PATIENCE)
        try:
            if self._rounds:
                await self._rounds.settle()
        except TellerError as error:
            _log.error("What was sent last could not be written down: %s", error)
        await self._let_go()
        self._alone.release()

    @property
    def is_idle(self) -> bool:
        """Whether all that is journalled was told to whoever wants it."""
        return self._rounds is not None and self._rounds.is_idle

    async def tend(self) -> None:
        """Tells what is due, until nothing is. What fails is logged, and tried again later."""
        if self._stopping or time.monotonic() < self._try_at:
            return
        try:
            if self._is_alone():
                await self._tell()
            self._failures = 0
        except TellerError as error:
            _log.error("Announcements wait: %s", error)
            await self._begin_again_later()
        except Exception:  # noqa: BLE001 (the edge of the task)
            _log.exception("Announcements wait: something failed")
            await self._begin_again_later()

    async def _tell(self) -> None:
        if self._rounds is None:
            self._rounds = await self._begun()
        while not self._stopping:
            was_due = await self._rounds.go()
            if not was_due and not self._dispatch.is_busy:
                return
            if not was_due:
                await self._rest(POLL)

    async def _begun(self) -> Rounds:
        # What went before may still be on its way: nothing is sent twice at the same time.
        await self._dispatch.finish()
        self._book = await Book.open(ThreadPoolExecutor(1, "ledger"), self._open_ledger)
        begun = Rounds(self._newsroom, self._book, self._dispatch, self._clock, self._at_once)
        await begun.begin()
        return begun

    async def _begin_again_later(self) -> None:
        """From what the state says: what was in memory may be half done."""
        self._failures += 1
        self._try_at = time.monotonic() + delay_after(self._failures)
        await self._let_go()

    async def _let_go(self) -> None:
        book, self._book, self._rounds = self._book, None, None
        if book:
            await book.close()

    def _is_alone(self) -> bool:
        if self._book or self._alone.acquire():
            return True
        if not self._is_waiting:
            _log.warning("Another Teller announces from this state: this one waits for its end")
        self._is_waiting = True
        return False

    async def _rest(self, seconds: float) -> None:
        """Until then, or until something has become of a letter."""
        try:
            async with asyncio.timeout(seconds):
                await self._dispatch.news.wait()
        except TimeoutError:
            pass
