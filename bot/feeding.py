"""Feeds are followed in a thread of their own: however slow one is, no answer waits for it."""

import asyncio
import logging
import threading
from collections.abc import Awaitable, Iterable
from contextlib import AsyncExitStack, suppress
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Self

from bot import feed_settings
from bot.catalogue.catalogue import Catalogue
from bot.config import Settings
from bot.declarations.clock import SystemClock
from bot.declarations.desk import Answer, Desk
from bot.declarations.exclusive import Exclusive
from bot.declarations.feed_office import FeedOffice
from bot.declarations.feeds.newswire import Line, Newswire
from bot.declarations.feeds.push import Push, host_and_port
from bot.declarations.feeds.push_server import PushServer
from bot.declarations.feeds.setup import (
    decision_desk,
    feed_of,
    named_in_full,
    trust_of,
    wire_of,
)
from bot.declarations.feeds.tape import Exchange, Recorder, TapeWire
from bot.declarations.feeds.wire import Answer as Heard
from bot.declarations.journal import Journal
from bot.declarations.state import open_state, path_of
from bot.elections.contest import ContestId, ContestKind
from bot.errors import SettingsError, TellerError
from bot.feed_settings import FeedKind

_PATIENCE = 10.0  # seconds for the thread to end
_AGAIN = 5.0  # seconds until a port or a lock is tried again

_log = logging.getLogger(__name__)


class Feeding:
    """Follows the feeds of the settings for as long as the context lasts.

    Raises SettingsError at once where one lacks what it needs.
    """

    def __init__(self, settings: Settings, catalogue: Path, recorder: Recorder | None) -> None:
        self._settings = settings
        self._catalogue = catalogue
        self._recorder = recorder
        self._loop: asyncio.AbstractEventLoop | None = None
        self._stop = asyncio.Event()
        self._thread = threading.Thread(target=self._run, name="feeds", daemon=True)
        if any(one.kind is FeedKind.PUSH for one in settings.feeds) and not settings.push_secret:
            raise SettingsError(
                "TELLER_FEEDS has push, which needs TELLER_PUSH_SECRET: make one with "
                "openssl rand -hex 32, and give it to whoever sends."
            )

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        # The loop is not there yet, or any more, where the thread only begins or has ended.
        with suppress(RuntimeError):
            if self._loop:
                self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(_PATIENCE)

    def _run(self) -> None:
        try:
            asyncio.run(self._follow())
        except TellerError as error:
            _log.error("No feed is followed: %s", error)
        except Exception:  # noqa: BLE001 (the edge of the thread)
            _log.exception("No feed is followed: something failed")

    async def _follow(self) -> None:
        self._loop = asyncio.get_running_loop()
        lock = Exclusive(_lock_beside(path_of(self._settings.state_url)))
        while not lock.acquire():
            _log.warning("Another Teller follows the feeds of this state: this one waits")
            if await _set_within(self._stop, _AGAIN):
                return
        connection, catalogue = (
            open_state(self._settings.state_url),
            Catalogue.open(self._catalogue),
        )
        try:
            room = _Room(self._settings, catalogue, Journal(connection), self._recorder)
            await room.follow(self._stop)
        finally:
            catalogue.close()
            connection.close()
            lock.release()


class _Room:
    """Where all feeds come in."""

    def __init__(
        self, settings: Settings, catalogue: Catalogue, journal: Journal, recorder: Recorder | None
    ) -> None:
        self._settings = settings
        named = named_in_full(settings.feeds, unsettled(journal, catalogue))
        feeds = [feed_of(one, settings, catalogue) for one in named]
        self._feeds = list(zip(named, feeds, strict=True))
        office, trust = FeedOffice(journal.connection), trust_of(settings, feeds)
        self._now = SystemClock().now
        office.register(feeds, trust.unsure, self._now())
        desk = decision_desk(catalogue, journal, office, feeds, trust)
        self._newswire = Newswire(desk, office, self._now, recorder)

    async def follow(self, stop: asyncio.Event) -> None:
        async with AsyncExitStack() as stack:
            works: list[Awaitable[None]] = [self._newswire.ripen()]
            for setting, feed in self._feeds:
                _log.info("Following %s", feed.name)
                if isinstance(feed, Push):
                    works.append(self._serve(feed))
                else:
                    wire = wire_of(setting, self._settings)
                    await stack.enter_async_context(wire)
                    works.append(self._newswire.follow(Line(feed, wire)))
            tasks = [asyncio.ensure_future(one) for one in works]
            await stop.wait()
            for task in tasks:
                task.cancel()
            await asyncio.wait(tasks)

    async def _serve(self, feed: Push) -> None:
        """For ever; a port that somebody else has is tried again."""
        secret = self._settings.push_secret
        assert secret is not None  # Feeding has looked
        host, port = host_and_port(feed.place)
        key = secret.get_secret_value().encode()

        async def receive(answer: Heard) -> list[Answer]:
            wire = TapeWire([Exchange("post", answer)])
            return list((await self._newswire.poll(feed, wire, self._now())).answers)

        while True:
            try:
                async with PushServer(host, port, key, receive, self._now):
                    await asyncio.Event().wait()
            except TellerError as failed:
                self._newswire.fail(feed, self._now(), str(failed))
            await asyncio.sleep(_AGAIN)


def _lock_beside(state: Path) -> Path:
    return state.with_name(f"{state.stem}-feeds{state.suffix}")


async def _set_within(event: asyncio.Event, seconds: float) -> bool:
    with suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await event.wait()
    return event.is_set()


def open_named(feeds: Iterable[feed_settings.Feed], desk: Desk, newest: date) -> None:
    """Opens the elections that feeds name, unless they are among the settled results, which reach
    to the `newest`. Raises TellerError where there is no such constituency."""
    for one in feeds:
        if one.polled_on is None or one.polled_on <= newest:
            continue
        by = one.by.replace("-", " ") if one.by else None
        number, _ = desk.open_election(one.polled_on, by)
        if number:
            _log.info("Opened %d contests of %s for %s", number, one.polled_on, one.name)


def unsettled(journal: Journal, catalogue: Catalogue) -> dict[ContestId, ContestKind]:
    """The contests that are open and not among the settled results yet."""
    settled = catalogue.contests.settled
    return {one: kind for one, kind in journal.opened().items() if settled(one) is None}
