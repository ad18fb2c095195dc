"""Measures the announcer, for `make bench`: how fast, how late, how heavy."""

import asyncio
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil
from aiolimiter import AsyncLimiter
from discord.http import Route

from bot import config
from bot.app import Teller, announcer, open_teller
from bot.declarations import dispatch
from bot.declarations.announcer import Announcer
from bot.declarations.delivery import Letter, Outcome, Sent
from bot.declarations.dispatch import discords_pace
from bot.declarations.news import News
from bot.declarations.night import Event, as_declared
from bot.declarations.state import url_of
from bot.declarations.subscription import EVERYTHING, Address, Wish
from bot.discord_ui.client import TellerBot
from bot.discord_ui.letters import Composer
from bot.discord_ui.messenger import DiscordMessenger
from tests.discord_server.client import DiscordServer
from tests.soak.audience import heard
from tests.soak.feed import NIGHT
from tests.soak.running import TOKEN

CHANNELS, MANY_CHANNELS = 1_000, 10_000
ROUNDS = 5
PER_SECOND = 50
SPEED = 60.0
# The busiest hours of the night of 2019, 02:00 to 04:00.
FIRST_HOUR, HOURS = 2, 2
MEBIBYTE = 2**20


@dataclass(frozen=True, slots=True)
class Weight:
    """Seconds of processor from a declaration until the last letter is written down and on its
    way, and the memory in MB."""

    seconds: float
    megabytes: float


def messages_a_second(home: Path) -> float:
    """One declaration after the other to a thousand channels, without a limit."""
    return asyncio.run(_messages_a_second(home))


async def _messages_a_second(home: Path) -> float:
    with DiscordServer() as server:
        teller = _teller_with(home, server.arrange_guilds(20, CHANNELS // 20))
        night = as_declared(teller.catalogue, NIGHT).events
        async with _announcing(teller, server, None) as announcing:
            _declare(teller, night[:1])
            await _told(announcing)
            began = time.perf_counter()
            for event in night[1 : ROUNDS + 1]:
                _declare(teller, [event])
                await _told(announcing)
            return ROUNDS * CHANNELS / (time.perf_counter() - began)


def lag_of_the_last(home: Path) -> float:
    """Seconds from a declaration to the last of a thousand channels at Discord's pace, at most."""
    return asyncio.run(_lag_of_the_last(home))


async def _lag_of_the_last(home: Path) -> float:
    with DiscordServer() as server:
        server.limit(per_second=PER_SECOND)
        teller = _teller_with(home, server.arrange_guilds(20, CHANNELS // 20))
        night = as_declared(teller.catalogue, NIGHT).events
        first = next(event.moment for event in night if event.moment.hour == FIRST_HOUR)
        busy = [
            event for event in night if 0 <= (event.moment - first).total_seconds() < HOURS * 3600
        ]
        declared_at: dict[str, float] = {}
        began = time.time()
        async with _announcing(teller, server, discords_pace()) as announcing:
            for event in busy:
                due = began + (event.moment - first).total_seconds() / SPEED
                await asyncio.sleep(max(0.0, due - time.time()))
                _declare(teller, [event])
                seat = teller.catalogue.seats.by_code[event.report.constituency].name
                declared_at[seat] = time.time()
            await _told(announcing)
        return max(
            message.received - declared_at[seat]
            for message in server.messages()
            for _, seat in heard([message])
        )


def weight_of_many(home: Path) -> Weight:
    """In a process of its own, whose memory is nobody else's."""
    command = [sys.executable, __file__, str(home)]
    out = subprocess.run(command, check=True, capture_output=True, text=True, timeout=300).stdout  # noqa: S603 (our own program)
    seconds, resident = out.split()
    return Weight(float(seconds), float(resident) / MEBIBYTE)


class Nobody:
    """Takes letters, and answers none before it is told to."""

    def __init__(self) -> None:
        self._composer = Composer()
        self.taken = 0
        self.answering = asyncio.Event()

    def compose(self, news: Sequence[News], *, plain: bool) -> tuple[str, int]:
        return self._composer.compose(news, plain=plain)

    async def send(self, letter: Letter) -> Outcome:
        self.taken += 1
        await self.answering.wait()
        return Sent(letter.upto)

    async def find(self, letter: Letter) -> Outcome | None:  # noqa: ARG002
        return None

    async def tell_owner(self, owner: int, channel: int, reason: str) -> None:
        """Nobody is told."""


async def _weigh(home: Path) -> float:
    channels = {guild: range(guild * 100, guild * 100 + 50) for guild in range(1, 201)}
    teller, nobody = _teller_with(home, channels), Nobody()
    # So that what is measured is planning alone, all letters are on their way at once.
    dispatch.MOST_IN_FLIGHT = MANY_CHANNELS
    announcing = announcer(teller, nobody, None)
    task = asyncio.create_task(announcing.run())
    await _told(announcing)
    began = time.process_time()
    _declare(teller, as_declared(teller.catalogue, NIGHT).events[:1])
    while nobody.taken < MANY_CHANNELS:  # noqa: ASYNC110 (as below)
        await asyncio.sleep(0.01)
    used = time.process_time() - began
    nobody.answering.set()
    await _told(announcing)
    announcing.stop()
    await task
    return used


def _teller_with(home: Path, channels: Mapping[int, Iterable[int]]) -> Teller:
    """Every channel wants everything."""
    wish = Wish(EVERYTHING)
    folder = Path(tempfile.mkdtemp(dir=home))
    settings = {"TELLER_HOME": str(home), "TELLER_STATE_URL": url_of(folder / "state.db")}
    teller = open_teller(config.load(settings, None))
    for server, here in channels.items():
        for channel in here:
            teller.subscriptions.add(Address(channel, server), 1, wish, teller.clock.now())
    return teller


@asynccontextmanager
async def _announcing(
    teller: Teller, server: DiscordServer, pace: AsyncLimiter | None
) -> AsyncIterator[Announcer]:
    Route.BASE = server.api
    bot = TellerBot(teller.answers, teller.settings.home, "0.0", shard_count=1)
    await bot.login(TOKEN)
    announcing = announcer(teller, DiscordMessenger(bot), pace)
    task = asyncio.create_task(announcing.run())
    try:
        yield announcing
    finally:
        announcing.stop()
        await task
        await bot.close()


def _declare(teller: Teller, events: Iterable[Event]) -> None:
    for event in events:
        teller.desk.receive(event.report, event.text, "the benchmark")


async def _told(announcing: Announcer) -> None:
    while not announcing.is_idle:  # noqa: ASYNC110 (nobody tells when it is so)
        await asyncio.sleep(0.01)


if __name__ == "__main__":
    processor = asyncio.run(_weigh(Path(sys.argv[1])))
    print(processor, psutil.Process().memory_info().rss)
