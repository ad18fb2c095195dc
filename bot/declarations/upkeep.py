"""What a board needs is done, step by step, and what became of it is written down."""

import logging
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TypeVar

from bot.declarations import board as boards
from bot.declarations.board import Board, Posting, Sheet, Shown, Step
from bot.declarations.boards import Boards
from bot.declarations.book import Book
from bot.declarations.delivery import Forbidden, Gone, Later, Outcome, Refused, Sent, nonce
from bot.declarations.dispatch import NONCE_LASTS
from bot.declarations.noticeboard import Noticeboard, TooOld, Vanished

_PICTURES_AGAIN = 3600.0  # seconds until a channel that takes no picture is sent one again
_STEPS = 10  # in one go; no board needs as many
_MICROSECONDS = 1_000_000

_Became = TypeVar("_Became", Outcome, Outcome | Vanished | TooOld)
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Clocks:
    """The real time, whatever night is played; `monotonic` counts seconds."""

    wall: Callable[[], datetime] = lambda: datetime.now(UTC)
    monotonic: Callable[[], float] = time.monotonic


class Upkeep:
    """`pace` is waited for before a request. Which channels take no picture is not written down."""

    def __init__(
        self,
        book: Book[Boards],
        noticeboard: Noticeboard,
        identity: str,
        clocks: Clocks,
        pace: Callable[[], Awaitable[None]],
    ) -> None:
        self._book = book
        self._noticeboard = noticeboard
        self._identity = identity
        self._clocks = clocks
        self._pace = pace
        self._bare: dict[int, float] = {}

    async def tend(self, board: Board) -> Later | None:
        """Until it needs nothing; Later where something is to be tried again. Raises StateError."""
        current: Board | None = board
        for _ in range(_STEPS):
            if current is None:
                return None
            sheet = None
            step = boards.errand(current)
            if step is None:
                sheet = await self._sheet(current)
                step = boards.upkeep(current, sheet, self._clocks.wall())
            if step is Step.WAIT:
                return None
            later = await self._take(step, current, sheet)
            if later:
                return later
            current = await self._book(Boards.of_channel, board.channel)
        return Later("it needs more than it should")

    async def _sheet(self, board: Board) -> Sheet:
        sheet = await self._noticeboard.sheet(board)
        until = self._bare.get(board.channel)
        if until is None:
            return sheet
        bare = sheet.without_picture()
        # A picture that was refused is tried again with new words alone: it calls nobody back.
        says_the_same = board.shown is not None and board.shown.mark == bare.mark
        return bare if says_the_same or self._clocks.monotonic() < until else sheet

    async def _take(self, step: Step, board: Board, sheet: Sheet | None) -> Later | None:
        if sheet and step is Step.POST:
            return await self._post(board, sheet)
        if sheet and step is Step.EDIT:
            return await self._edit(board, sheet)
        errands = {
            Step.SEND: self._send_again,
            Step.PIN: self._pin,
            Step.CLEAR: self._clear,
            Step.END: self._end,
        }
        return await errands[step](board)

    async def _post(self, board: Board, sheet: Sheet) -> Later | None:
        if board.shown and not board.anew:
            await self._pace()
            there = await self._noticeboard.look(board.channel, board.shown.message)
            if isinstance(there, Vanished | Gone | Later):
                return await self._give_up(board, there)
        posting = self._posting(board, sheet.payload)
        if not await self._book(Boards.write_down, board.channel, posting):
            return None
        outcome, sheet = await self._with_picture_or_without(
            board.channel,
            sheet,
            lambda one: self._noticeboard.send(board.channel, posting, one.picture),
        )
        return await self._settle(board, posting, outcome, sheet.mark)

    def _posting(self, board: Board, payload: str) -> Posting:
        """The same sheet may be posted again soon: what was there before tells the two apart."""
        now = self._clocks.wall()
        state = f"{self._identity} board {board.shown.message if board.shown else 0}"
        moment = round(now.timestamp() * _MICROSECONDS)
        return Posting(nonce(state, board.channel, moment, payload), payload, now)

    async def _send_again(self, board: Board) -> Later | None:
        """Without the picture, which comes with the next edit."""
        posting, outcome = board.posting, None
        assert posting
        if abs(self._clocks.wall() - posting.written_at) > NONCE_LASTS:
            await self._pace()
            outcome = await self._noticeboard.find(board, posting)
        if outcome is None:
            await self._pace()
            outcome = await self._noticeboard.send(board.channel, posting, None)
        return await self._settle(board, posting, outcome, boards.mark_of(posting.payload))

    async def _settle(
        self, board: Board, posting: Posting, outcome: Outcome, mark: str
    ) -> Later | None:
        if not isinstance(outcome, Sent):
            return await self._give_up(board, outcome)
        shown = Shown(outcome.message, posting.written_at, self._clocks.wall(), mark)
        await self._book(Boards.posted, posting.nonce, shown)
        return None

    async def _edit(self, board: Board, sheet: Sheet) -> Later | None:
        shown = board.shown
        assert shown
        outcome, sheet = await self._with_picture_or_without(
            board.channel,
            sheet,
            lambda one: self._noticeboard.edit(board.channel, shown.message, one),
        )
        if isinstance(outcome, TooOld):
            if boards.rests(shown, sheet, self._clocks.wall()):
                return Later("its message cannot be edited for a while")
            await self._book(Boards.renew, shown.message)
            return None
        if not isinstance(outcome, Sent):
            return await self._give_up(board, outcome)
        await self._book(Boards.edited, shown.message, sheet.mark, self._clocks.wall())
        return None

    async def _with_picture_or_without(
        self, channel: int, sheet: Sheet, send: Callable[[Sheet], Awaitable[_Became]]
    ) -> tuple[_Became, Sheet]:
        """What became of it, and what was sent: a board does without a picture, if it must."""
        await self._pace()
        outcome = await send(sheet)
        if sheet.picture is None or not isinstance(outcome, Forbidden | Refused):
            return outcome, sheet
        self._bare[channel] = self._clocks.monotonic() + _PICTURES_AGAIN
        sheet = sheet.without_picture()
        await self._pace()
        return await send(sheet), sheet

    async def _pin(self, board: Board) -> Later | None:
        assert board.shown
        await self._pace()
        outcome = await self._noticeboard.pin(board.channel, board.shown.message)
        if isinstance(outcome, Vanished | Gone | Later):
            return await self._give_up(board, outcome)
        await self._book(Boards.pinned, board.shown.message, done=isinstance(outcome, Sent))
        return None

    async def _clear(self, board: Board) -> Later | None:
        assert board.leaving
        await self._pace()
        outcome = await self._noticeboard.remove(board.channel, board.leaving)
        if isinstance(outcome, Later):
            return outcome
        await self._book(Boards.cleared, board.leaving)
        return None

    async def _end(self, board: Board) -> Later | None:
        """Whatever Discord has of it is deleted, or cannot be."""
        found: Outcome | None = None
        if board.posting:
            await self._pace()
            found = await self._noticeboard.find(board, board.posting)
        if isinstance(found, Later):
            return found
        there = [found.message] if isinstance(found, Sent) else []
        there += [board.shown.message] if board.shown else []
        there += [board.leaving] if board.leaving else []
        for message in there:
            await self._pace()
            outcome = await self._noticeboard.remove(board.channel, message)
            if isinstance(outcome, Later):
                return outcome
        await self._book(Boards.drop, board)
        return None

    async def _give_up(self, board: Board, outcome: Outcome | Vanished | TooOld) -> Later | None:
        """The outcome itself, if it may be another one later."""
        match outcome:
            case Later():
                return outcome
            case Vanished():
                _log.info("The board of channel %d was deleted there: it ends", board.channel)
                await self._book(Boards.drop, board)
            case Gone(reason):
                _log.warning("The board of channel %d is dropped: %s", board.channel, reason)
                await self._book(Boards.remove_channel, board.channel)
            case Forbidden(reason) | Refused(reason):
                _log.warning("The board of channel %d is paused: %s", board.channel, reason)
                await self._book(Boards.pause, board.channel, reason)
                await self._noticeboard.tell_owner(board.owner, board.channel, reason)
        return None
