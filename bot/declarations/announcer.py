"""Tells every channel what it wants to hear: once, in order, whatever happens."""

import asyncio
import logging
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from functools import cache

from bot.declarations.book import Book
from bot.declarations.clock import Clock
from bot.declarations.delivery import (
    Forbidden,
    Gone,
    Later,
    Letter,
    Refused,
    Sent,
    nonce,
)
from bot.declarations.dispatch import Arrival, Dispatch, delay_after
from bot.declarations.exclusive import Exclusive
from bot.declarations.ledger import Ledger, Turn, Wanted
from bot.declarations.newsroom import Newsroom
from bot.declarations.subscription import Style, next_digest
from bot.declarations.turns import Turns
from bot.errors import TellerError

# Channels that are written to in one transaction: half a second's worth at Discord's pace, so that
# a message tells what came until then.
AT_ONCE, AT_ONCE_WITHOUT_PACE = 25, 200
_POLL = 0.25  # seconds; other processes write the journal too
_PATIENCE = 10.0  # seconds for what is on its way when Teller is to stop
_SWEEP = 60.0  # seconds between two looks for whatever was overlooked
_ENTRIES = 125  # of the journal, as many as one message can offer to open
_TAKEN_IN = 100  # entries of the journal in one step

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
        self._turns = Turns()
        self._more: set[int] = set()
        self._asides: set[asyncio.Task[None]] = set()
        self._stopping = False
        self._seen = -1

    async def run(self) -> None:
        """Until `stop` is called; whatever fails is logged and tried again."""
        await self._wait_until_alone()
        failures = 0
        while not self._stopping:
            began = time.monotonic()
            try:
                await self._work()
            except TellerError as error:
                _log.error("Announcements wait: %s", error)
            except Exception:  # noqa: BLE001 (the edge of the task)
                _log.exception("Announcements wait: something failed")
            failures = 1 if time.monotonic() - began > _SWEEP else failures + 1
            if not self._stopping:
                await self._rest(delay_after(failures))
        self._alone.release()

    async def _wait_until_alone(self) -> None:
        told = False
        while not self._stopping and not self._alone.acquire():
            if not told:
                _log.warning("Another Teller announces from this state: this one waits for its end")
            told = True
            await self._rest(_POLL)

    def stop(self) -> None:
        """What is on its way is finished, and nothing new is begun."""
        self._stopping = True
        self._dispatch.news.set()

    @property
    def is_idle(self) -> bool:
        """Whether all that is journalled was told to whoever wants it."""
        return self._turns.is_empty and self._seen == self._newsroom.head()

    async def _work(self) -> None:
        # What went before may still be on its way: nothing is sent twice at the same time.
        await self._dispatch.finish()
        with ThreadPoolExecutor(1, "ledger") as thread:
            book = await Book.open(thread, self._open_ledger)
            try:
                await self._begin(book)
                while not self._stopping:
                    await self._step(book)
                await self._dispatch.finish(_PATIENCE)
                await self._settle(book)
            finally:
                await book(Ledger.close)

    async def _begin(self, book: Book) -> None:
        self._turns, self._more = Turns(), set()
        self._identity = await book(Ledger.identity)
        await self._settle(book)
        self._seen = await book(Ledger.noted)
        await self._sweep(book)

    async def _step(self, book: Book) -> None:
        await self._settle(book)
        await self._take_in(book)
        if time.monotonic() >= self._sweep_at:
            await self._sweep(book)
        channels = self._turns.take(time.monotonic(), self._at_once)
        if channels:
            await self._write_to(channels, book)
        else:
            next_at = self._turns.next_at()
            until = min(_POLL, next_at - time.monotonic()) if next_at is not None else _POLL
            await self._rest(until)

    async def _rest(self, seconds: float) -> None:
        """Until then, or until something has become of a letter."""
        try:
            async with asyncio.timeout(max(0.0, seconds)):
                await self._dispatch.news.wait()
        except TimeoutError:
            pass

    async def _take_in(self, book: Book) -> None:
        """Finds out what new entries are about, and who is due to hear of them."""
        entries = self._newsroom.entries_after(self._seen, _TAKEN_IN)
        if not entries:
            return
        subjects = [one for entry in entries for one in self._newsroom.subjects(entry)]
        await book(Ledger.note, subjects)
        last = entries[-1].seq
        self._make_due(await book(Ledger.wanted, self._seen, last))
        self._seen = last

    async def _sweep(self, book: Book) -> None:
        """Who was paused and goes on, or was overlooked, is due as well."""
        self._sweep_at = time.monotonic() + _SWEEP
        self._make_due(await book(Ledger.behind))

    def _make_due(self, wanted: Sequence[Wanted]) -> None:
        now = time.monotonic()
        for one in wanted:
            wait = 0.0
            if one.style is not Style.EACH:
                wait = self._clock.seconds_until(next_digest(one.recorded_at, one.style))
            self._turns.want(one.channel, now + max(0.0, wait))

    async def _write_to(self, channels: list[int], book: Book) -> None:
        begun = await book(Ledger.letters, channels)
        # Whoever wrote these down may not have lived to see what came next.
        self._more |= {letter.channel for letter in begun}
        rest = list(set(channels) - {letter.channel for letter in begun})
        turns = await book(Ledger.turns, rest, _ENTRIES) if rest else []
        # Most channels that are due at the same time have to hear the same.
        compose, now = cache(self._compose), self._dispatch.wall()
        written = [
            self._letter(turn, now, *composed)
            for turn in turns
            if (composed := compose(turn.seqs, turn.plain))
        ]
        kept = await book(Ledger.write_down, written) if written else []
        place = {channel: number for number, channel in enumerate(channels)}
        letters = sorted([*begun, *kept], key=lambda one: place[one.channel])
        for channel in set(channels) - {letter.channel for letter in letters}:
            self._turns.back(channel)
        await self._dispatch.send(letters)

    def _compose(self, seqs: tuple[int, ...], plain: bool) -> tuple[str, int] | None:  # noqa: FBT001
        """None where it cannot be: that is our fault, and holds up nobody else."""
        try:
            return self._dispatch.messenger.compose(self._newsroom.news(seqs), plain=plain)
        except Exception:  # noqa: BLE001 (one message's edge)
            _log.exception("No message could be made of the entries %s", seqs)
            return None

    def _letter(self, turn: Turn, written_at: datetime, payload: str, taken: int) -> Letter:
        upto = turn.seqs[taken - 1]
        if taken < len(turn.seqs):
            self._more.add(turn.channel)
        return Letter(
            channel=turn.channel,
            nonce=nonce(self._identity, turn.channel, upto, payload),
            payload=payload,
            upto=upto,
            written_at=written_at,
            last_message=turn.last_message,
        )

    async def _settle(self, book: Book) -> None:
        arrivals = self._dispatch.arrivals()
        if not arrivals:
            return
        try:
            await book(Ledger.settle, [(one.letter, one.outcome) for one in arrivals])
        except TellerError:
            self._dispatch.hand_back(arrivals)
            raise
        for one in arrivals:
            await self._go_on(one, book)

    async def _go_on(self, arrival: Arrival, book: Book) -> None:
        """When the channel's next turn is, if it has one."""
        letter, outcome = arrival.letter, arrival.outcome
        match outcome:
            case Sent():
                if letter.channel in self._more:
                    self._turns.want(letter.channel, time.monotonic())
                self._more.discard(letter.channel)
                self._turns.back(letter.channel)
            case Later(reason, wait):
                delay = delay_after(letter.attempts, wait)
                _log.warning("Channel %d in %.0f s again: %s", letter.channel, delay, reason)
                self._turns.back(letter.channel, again_at=time.monotonic() + delay)
            case Refused(reason):
                _log.error("Discord does not take a message for %d: %s", letter.channel, reason)
                self._turns.want(letter.channel, time.monotonic())
                self._turns.back(letter.channel)
            case Forbidden(reason):
                _log.warning("Channel %d is paused: %s", letter.channel, reason)
                self._turns.forget(letter.channel)
                self._tell_owners(letter.channel, reason, await book(Ledger.owners, letter.channel))
            case Gone(reason):
                _log.warning("Channel %d is dropped: %s", letter.channel, reason)
                self._turns.forget(letter.channel)

    def _tell_owners(self, channel: int, reason: str, owners: Sequence[int]) -> None:
        for owner in owners:
            telling = asyncio.create_task(
                self._dispatch.messenger.tell_owner(owner, channel, reason)
            )
            self._asides.add(telling)
            telling.add_done_callback(self._asides.discard)
