"""Follows all feeds at once; none of them can stop another."""

import asyncio
import logging
import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import NoReturn

from bot.declarations.decision import DecisionDesk
from bot.declarations.desk import Answer, Outcome
from bot.declarations.feed_office import FeedOffice
from bot.declarations.feeds.feed import Feed, Haul
from bot.declarations.feeds.tape import HeardWire, Recorder, Round
from bot.declarations.feeds.wire import Unanswered, Wire
from bot.errors import TellerError

_LONGEST_POLL = 300.0  # seconds
_MOST_INTERVALS = 20.0  # until a feed that fails is asked again
_RIPENING = 1.0  # seconds between two looks at what waits
_WAITING = "What waits for a second source"
_NEW = {Outcome.ACCEPTED, Outcome.CORRECTED, Outcome.WITHDRAWN}

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Line:
    """A feed, and the wire on which it asks."""

    feed: Feed
    wire: Wire


@dataclass(frozen=True, slots=True)
class Polled:
    """What became of everything in one poll, and for how many seconds after it the source is to
    be left alone, however short the feed's interval."""

    answers: tuple[Answer, ...]
    wait: float


class Newswire:
    """`now` tells the time in UTC."""

    def __init__(
        self,
        desk: DecisionDesk,
        office: FeedOffice,
        now: Callable[[], datetime],
        recorder: Recorder | None = None,
    ) -> None:
        self._desk = desk
        self._office = office
        self._now = now
        self._recorder = recorder
        self._memories: dict[str, dict[str, str]] = {}
        self._complaints: dict[str, str] = {}
        self._failures: dict[str, int] = {}

    async def follow(self, line: Line) -> NoReturn:
        """Asks again and again, later each time while that fails."""
        while True:
            began = time.monotonic()
            polled = await self.attempt(line.feed, line.wire, self._now())
            left = began + line.feed.interval - time.monotonic()
            await asyncio.sleep(max(0.0, left, polled.wait))

    async def attempt(self, feed: Feed, wire: Wire, now: datetime) -> Polled:
        """One poll, whatever becomes of it."""
        try:
            return await self.poll(feed, wire, now)
        except (Unanswered, TellerError) as failed:
            return self.fail(feed, now, str(failed), getattr(failed, "wait", None))
        except TimeoutError:
            return self.fail(feed, now, f"it took longer than {_LONGEST_POLL:.0f} s.")
        except Exception as fault:  # noqa: BLE001 (the edge of the task)
            return self.fail(feed, now, self._fault(feed.name, fault))

    async def poll(self, feed: Feed, wire: Wire, now: datetime) -> Polled:
        """Asks once, keeps what came, and then remembers that it did.

        Raises Unanswered, TimeoutError and StateError, after which all of it comes again.
        """
        haul = await self._heard(feed, wire, now)
        answers = []
        for item in haul.items:
            answers.append(self._desk.hear(feed.name, item, now))
            await asyncio.sleep(0)  # the others have something to say, too
        if any(one.outcome in _NEW for one in answers):
            self._office.changed(feed.name, now)
        self._remember(feed.name, haul, now)
        self._complain(feed.name, haul.trouble)
        self._failures.pop(feed.name, None)
        return Polled(tuple(answers), haul.wait or 0.0)

    async def _heard(self, feed: Feed, wire: Wire, now: datetime) -> Haul:
        heard = HeardWire(wire)
        try:
            async with asyncio.timeout(_LONGEST_POLL):
                return await feed.poll(heard, self._memory(feed.name), now)
        finally:
            self._record(Round(now, feed.name, tuple(heard.exchanges)))

    def _remember(self, feed: str, haul: Haul, now: datetime) -> None:
        known = self._memory(feed)
        changed = {key: value for key, value in haul.memory.items() if known.get(key, "") != value}
        self._office.succeeded(feed, changed, haul.trouble, now)
        self._memories[feed] = {key: value for key, value in (known | changed).items() if value}

    def _memory(self, feed: str) -> dict[str, str]:
        if feed not in self._memories:
            self._memories[feed] = self._office.memory(feed)
        return self._memories[feed]

    def _record(self, one: Round) -> None:
        """A recording that cannot be written on is a pity, and no reason to hear nothing."""
        if self._recorder is None:
            return
        try:
            self._recorder.keep(one)
        except TellerError as failed:
            _log.error("Nothing more is recorded: %s", failed)
            self._recorder = None

    def fail(self, feed: Feed, now: datetime, reason: str, wait: float | None = None) -> Polled:
        self._complain(feed.name, reason)
        # Counted here: a state that cannot be written is no reason to ask more often.
        failures = self._failures.get(feed.name, 0) + 1
        self._failures[feed.name] = failures
        unkept = ""
        try:
            self._office.failed(feed.name, reason, now)
        except TellerError as failed:
            unkept = str(failed)
        self._complain(f"What is kept of {feed.name}", unkept)
        grown = feed.interval * min(_MOST_INTERVALS, 2.0 ** min(failures - 1, 10))
        # Not in step with all the others whom the same fault turned away.
        return Polled((), max(wait or 0.0, grown * random.uniform(1.0, 1.25)))  # noqa: S311

    def _complain(self, feed: str, trouble: str) -> None:
        """Once for each trouble, and once when it is over."""
        before = self._complaints.get(feed, "")
        if trouble and trouble != before:
            # Half a character or a sign that moves a cursor is nothing for a log.
            _log.warning("%s: %s", feed, "".join(filter(str.isprintable, trouble)))
        elif before and not trouble:
            _log.info("%s: it works again", feed)
        self._complaints[feed] = trouble

    def _fault(self, about: str, fault: Exception) -> str:
        """What is said of it, after its trace is logged, once."""
        reason = f"something failed in Teller itself ({type(fault).__name__})."
        if self._complaints.get(about) != reason:
            _log.error("%s: something failed in Teller itself", about, exc_info=fault)
        return reason

    async def ripen(self) -> NoReturn:
        """Declares what has waited long enough, for ever."""
        while True:
            self._complain(_WAITING, self._ripen())
            await asyncio.sleep(_RIPENING)

    def _ripen(self) -> str:
        """Why it waits on, if it had to be declared."""
        try:
            self._desk.ripen(self._now())
        except TellerError as failed:
            return str(failed)
        except Exception as fault:  # noqa: BLE001 (the edge of the task)
            return self._fault(_WAITING, fault)
        return ""
