"""The announcer's rounds: who is due is written to, and what became of it is written down."""

import asyncio
import logging
import time
from collections.abc import Sequence
from datetime import datetime
from functools import cache

from bot.declarations.book import Book
from bot.declarations.clock import Clock
from bot.declarations.delivery import Forbidden, Gone, Later, Letter, Refused, Sent, nonce
from bot.declarations.dispatch import Arrival, Dispatch, delay_after
from bot.declarations.ledger import Ledger, Turn, Wanted
from bot.declarations.newsroom import Newsroom
from bot.declarations.subscription import Style, next_digest
from bot.declarations.turns import Turns
from bot.errors import TellerError

_SWEEP = 10.0  # seconds between two looks for whatever was overlooked
_EMBEDS_AGAIN = 3600.0  # seconds until a channel that took no embeds is sent some again
_ENTRIES = 125  # of the journal, as many as one message can offer to open
_TAKEN_IN = 100  # entries of the journal in one round

_log = logging.getLogger(__name__)


class Rounds:
    """Over one open ledger, from where it says that every channel stands."""

    def __init__(
        self, newsroom: Newsroom, book: Book[Ledger], dispatch: Dispatch, clock: Clock, at_once: int
    ) -> None:
        self._newsroom = newsroom
        self._book = book
        self._dispatch = dispatch
        self._clock = clock
        self._at_once = at_once
        self._turns = Turns()
        # Channels of which a message held only a part, or was written down in an earlier turn.
        self._more: set[int] = set()
        self._begun: set[int] = set()
        self._asides: set[asyncio.Task[None]] = set()
        self._identity = ""
        self._seen = 0
        self._sweep_at = self._embeds_at = 0.0

    async def begin(self) -> None:
        await self.settle()
        self._identity = await self._book(Ledger.identity)
        self._seen = await self._book(Ledger.noted)
        await self._sweep()

    @property
    def is_idle(self) -> bool:
        """Whether all that is journalled was told to whoever wants it."""
        return self._turns.is_empty and self._seen == self._newsroom.head()

    async def go(self) -> bool:
        """One round; whether anybody was due."""
        await self.settle()
        await self._take_in()
        if time.monotonic() >= self._sweep_at:
            await self._sweep()
        channels = self._turns.take(time.monotonic(), self._at_once)
        if channels:
            await self._write_to(channels)
        return bool(channels)

    async def _take_in(self) -> None:
        """Finds out what new entries are about, and who is due to hear of them."""
        entries = self._newsroom.entries_after(self._seen, _TAKEN_IN)
        if not entries:
            return
        subjects = [one for entry in entries for one in self._newsroom.subjects(entry)]
        await self._book(Ledger.note, subjects)
        last = entries[-1].seq
        self._make_due(await self._book(Ledger.wanted, self._seen, last))
        self._seen = last

    async def _sweep(self) -> None:
        """Who was paused and goes on, or was overlooked, is due as well."""
        self._sweep_at = time.monotonic() + _SWEEP
        if time.monotonic() >= self._embeds_at:
            self._embeds_at = time.monotonic() + _EMBEDS_AGAIN
            await self._book(Ledger.try_embeds_again)
        self._make_due(await self._book(Ledger.behind))

    def _make_due(self, wanted: Sequence[Wanted]) -> None:
        now = time.monotonic()
        for one in wanted:
            wait = 0.0
            if one.style is not Style.EACH:
                wait = self._clock.seconds_until(next_digest(one.recorded_at, one.style))
            self._turns.want(one.channel, now + max(0.0, wait))

    async def _write_to(self, channels: list[int]) -> None:
        begun = await self._book(Ledger.letters, channels)
        # Whoever wrote these down may not have lived to see what came next.
        self._begun |= {letter.channel for letter in begun}
        rest = list(set(channels) - {letter.channel for letter in begun})
        turns = await self._book(Ledger.turns, rest, _ENTRIES) if rest else []
        # Most channels that are due at the same time have to hear the same.
        compose, now = cache(self._compose), self._dispatch.wall()
        written = [
            self._letter(turn, now, *composed)
            for turn in turns
            if (composed := compose(turn.seqs, turn.plain))
        ]
        kept = await self._book(Ledger.write_down, written) if written else []
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
        if taken < len(turn.seqs) or len(turn.seqs) == _ENTRIES:
            self._more.add(turn.channel)
        return Letter(
            channel=turn.channel,
            nonce=nonce(self._identity, turn.channel, upto, payload),
            payload=payload,
            upto=upto,
            written_at=written_at,
            last_message=turn.last_message,
        )

    async def settle(self) -> None:
        arrivals = self._dispatch.arrivals()
        if not arrivals:
            return
        try:
            outcomes = [(one.letter, one.outcome) for one in arrivals]
            counted = await self._book(Ledger.settle, outcomes)
        except TellerError:
            self._dispatch.hand_back(arrivals)
            raise
        # Of what did not count the subscriptions have ended; there may be new ones.
        ended = {one.letter.channel for one in arrivals if one.letter.nonce not in counted}
        await self._look_again({one.letter.channel for one in arrivals} & self._begun | ended)
        for one in arrivals:
            if one.letter.channel in ended:
                self._turns.back(one.letter.channel)
            else:
                await self._go_on(one)

    async def _look_again(self, channels: set[int]) -> None:
        """What came while a message was on its way may be due now, or only in a digest."""
        self._begun -= channels
        if channels:
            self._make_due(await self._book(Ledger.wanted_by, list(channels)))

    async def _go_on(self, arrival: Arrival) -> None:
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
                if await self._book(Ledger.is_paused, letter.channel):
                    await self._tell_owners(letter.channel, reason)
                self._turns.want(letter.channel, time.monotonic())
                self._turns.back(letter.channel)
            case Forbidden(reason):
                _log.warning("Channel %d is paused: %s", letter.channel, reason)
                self._turns.forget(letter.channel)
                await self._tell_owners(letter.channel, reason)
            case Gone(reason):
                _log.warning("Channel %d is dropped: %s", letter.channel, reason)
                self._turns.forget(letter.channel)

    async def _tell_owners(self, channel: int, reason: str) -> None:
        tell = self._dispatch.messenger.tell_owner
        for owner in await self._book(Ledger.owners, channel):
            telling = asyncio.create_task(tell(owner, channel, reason))
            self._asides.add(telling)
            telling.add_done_callback(self._asides.discard)
