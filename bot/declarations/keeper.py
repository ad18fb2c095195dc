"""Keeps all boards up, beside the announcer: one at a time in each channel, some at once in all."""

import asyncio
import logging
from collections import defaultdict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from aiolimiter import AsyncLimiter

from bot.declarations.board import Board
from bot.declarations.boards import Boards
from bot.declarations.book import Book
from bot.declarations.dispatch import delay_after
from bot.declarations.exclusive import Exclusive
from bot.declarations.noticeboard import Noticeboard
from bot.declarations.upkeep import Clocks, Upkeep
from bot.errors import TellerError

LOOK = 1.0  # seconds between two looks for what is new
# Of the bot's 45 requests a second: who is declared is told first, boards come after.
_OF_THE_PACE = 10
_PATIENCE = 10.0  # seconds for what is on its way when Teller is to stop

_log = logging.getLogger(__name__)


class Keeper:
    """`alone` is the announcer's: whoever may announce from a state keeps its boards, too.

    `pace` is shared with the announcer, None for no limit.
    """

    def __init__(
        self,
        open_boards: Callable[[], Boards],
        noticeboard: Noticeboard,
        alone: Exclusive,
        pace: AsyncLimiter | None,
        clocks: Clocks | None = None,
    ) -> None:
        self._open_boards = open_boards
        self._noticeboard = noticeboard
        self._alone = alone
        self._shared = pace
        self._own = AsyncLimiter(1, 1 / _OF_THE_PACE) if pace else None
        self._clocks = clocks or Clocks()
        self._book: Book[Boards] | None = None
        self._upkeep: Upkeep | None = None
        self._tending: dict[int, asyncio.Task[None]] = {}
        self._failures: dict[int, int] = defaultdict(int)
        self._again_at: dict[int, float] = {}
        self._woken = asyncio.Event()
        self._stopping = False
        self._failed, self._try_at = 0, float("-inf")

    async def run(self) -> None:
        """Until `stop` is called."""
        while not self._stopping:
            await self.tend()
            await self._rest()
        await self._close()

    def stop(self) -> None:
        """Nothing new is begun."""
        self._stopping = True
        self._woken.set()

    def wake(self, channel: int) -> None:
        """Somebody has asked for something there: it is done now, whatever failed before."""
        self._again_at.pop(channel, None)
        self._woken.set()

    async def tend(self) -> None:
        """Begins what is due. What fails is logged, and tried again later."""
        if self._stopping or self._clocks.monotonic() < self._try_at:
            return
        try:
            if self._alone.acquire():
                await self._begin()
            self._failed = 0
        except TellerError as error:
            _log.error("Boards wait: %s", error)
            await self._begin_again_later()
        except Exception:  # noqa: BLE001 (the edge of the task)
            _log.exception("Boards wait: something failed")
            await self._begin_again_later()

    async def settled(self) -> None:
        """Until nothing that was begun goes on."""
        while self._tending:
            await asyncio.wait(self._tending.values())

    async def _begin(self) -> None:
        if self._book is None:
            self._book = await Book.open(ThreadPoolExecutor(1, "boards"), self._open_boards)
        if self._upkeep is None:
            identity = await self._book(Boards.identity)
            self._upkeep = Upkeep(
                self._book, self._noticeboard, identity, self._clocks, self._wait_for_pace
            )
        for board in await self._book(Boards.kept):
            if board.channel not in self._tending and self._is_due(board.channel):
                task = asyncio.create_task(self._tend_to(self._upkeep, board))
                self._tending[board.channel] = task
                task.add_done_callback(partial(self._done_with, board.channel))

    def _done_with(self, channel: int, _: asyncio.Task[None]) -> None:
        del self._tending[channel]

    def _is_due(self, channel: int) -> bool:
        return self._clocks.monotonic() >= self._again_at.get(channel, float("-inf"))

    async def _tend_to(self, upkeep: Upkeep, board: Board) -> None:
        try:
            later = await upkeep.tend(board)
        except TellerError as error:
            _log.error("The board of channel %d waits: %s", board.channel, error)
            self._put_off(board.channel)
        except Exception:  # noqa: BLE001 (the edge of one board)
            _log.exception("The board of channel %d waits: something failed", board.channel)
            self._put_off(board.channel)
        else:
            if later:
                _log.warning("The board of channel %d waits: %s", board.channel, later.reason)
                self._put_off(board.channel, later.wait)
            else:
                self._failures.pop(board.channel, None)

    def _put_off(self, channel: int, wait: float | None = None) -> None:
        self._failures[channel] += 1
        delay = delay_after(self._failures[channel], wait)
        self._again_at[channel] = self._clocks.monotonic() + delay

    async def _wait_for_pace(self) -> None:
        if self._own and self._shared:
            await self._own.acquire()
            await self._shared.acquire()

    async def _begin_again_later(self) -> None:
        self._failed += 1
        self._try_at = self._clocks.monotonic() + delay_after(self._failed)
        await self._let_go()

    async def _close(self) -> None:
        if self._tending:
            await asyncio.wait(self._tending.values(), timeout=_PATIENCE)
        for task in list(self._tending.values()):
            task.cancel()
        await self.settled()
        await self._let_go()

    async def _let_go(self) -> None:
        # What is on its way still writes into the book: it is closed when nothing is.
        if self._tending:
            return
        book, self._book, self._upkeep = self._book, None, None
        if book:
            await book.close()

    async def _rest(self) -> None:
        """For a while, or until somebody has asked for something."""
        try:
            async with asyncio.timeout(LOOK):
                await self._woken.wait()
        except TimeoutError:
            pass
        self._woken.clear()
