"""The real `teller run` with real feeds: how soon, whatever else goes wrong, and once each."""

import asyncio
import json
import socket
import sys
import time
from collections.abc import AsyncIterator, Callable
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path

import httpx
import pytest

from bot import config
from bot.app import open_teller
from bot.catalogue.catalogue import Catalogue
from bot.declarations.feeds.push import signature
from bot.declarations.feeds.tape import read_recording
from bot.declarations.state import open_state, url_of
from bot.declarations.subscription import EVERYTHING, Address, Wish
from bot.declarations.subscriptions import Subscriptions
from bot.elections.contest import ContestId, ContestKind
from tests.declarations.making import NOW, declared
from tests.discord_server.client import DiscordServer
from tests.nights import democracy_club as dc
from tests.nights import pa
from tests.nights.changes import Change, contests
from tests.nights.listening import tellings
from tests.nights.site import Site, page_of_html
from tests.soak.running import Running, environment

DAY = date(2026, 10, 1)  # a by-election that nobody knows of yet
OF_2024 = date(2024, 7, 4)
TELLER = str(Path(sys.executable).with_name("teller"))
SECRET = "0123456789abcdef"
SEATS = ("Bath", "Clacton", "Torbay", "Wokingham")
PATIENCE = 40.0  # seconds, on a busy machine
SLACK = 5.0  # seconds beside a polling interval

pytestmark = pytest.mark.timeout(150)


@dataclass
class Scene:
    """Teller's home, the fake Discord with one channel that wants everything, and its feeds."""

    home: Path
    discord: DiscordServer
    channel: int
    settings: dict[str, str]
    changed: dict[str, float] = field(default_factory=dict)

    def running(self, *options: str) -> Running:
        return Running(self.settings, self.home / "log", TELLER, "run", *options)

    def heard(self) -> dict[str, float]:
        """Which seats, and when."""
        told = tellings(self.discord.messages(self.channel))
        return {one.seat: one.received for one in told}

    async def wait_for(self, done: Callable[[], bool]) -> None:
        end = time.monotonic() + PATIENCE
        # What is waited for happens in other processes.
        while not done() and time.monotonic() < end:  # noqa: ASYNC110
            await asyncio.sleep(0.1)
        assert done(), (self.home / "log").read_text()

    def change(self, seat: str) -> None:
        self.changed[seat] = time.time()


@pytest.fixture
async def scene(home: Path) -> AsyncIterator[Scene]:
    state = url_of(home / "state.db")
    with DiscordServer() as discord:
        [(guild, [channel, *_]), *_] = discord.guilds().items()
        with closing(open_state(state)) as connection:
            Subscriptions(connection).add(Address(channel, guild), 1, Wish(EVERYTHING), NOW)
        yield Scene(home, discord, channel, environment(home, state, discord.api))


def open_contests(scene: Scene, catalogue: Catalogue, *seats: str) -> None:
    codes = [
        one.code for name in seats for one in catalogue.seats.called(name) if not one.abolished
    ]
    teller = open_teller(config.load(scene.settings, None))
    kind = ContestKind.BY_ELECTION
    teller.journal.open([ContestId(code, DAY) for code in codes], kind, datetime.now(UTC))


def result_of(seat: str) -> dict[str, object]:
    return declared(constituency=seat, polled_on=DAY.isoformat())


def in_2024(catalogue: Catalogue, seat: str) -> Change:
    """The result of 2024 there, as if it were the by-election's."""
    [found] = [one for one in contests(catalogue, OF_2024) if one.constituency.name == seat]
    contest = replace(found, polled_on=DAY, kind=ContestKind.BY_ELECTION)
    votes = tuple(one.votes for one in contest.candidacies)
    return Change(datetime.now(UTC), contest, contest.winner, votes)


def free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


async def push(port: int, plain: object) -> str:
    body, stamp = json.dumps(plain).encode(), f"{time.time():.3f}"
    headers = {
        "X-Teller-Timestamp": stamp,
        "X-Teller-Signature": signature(SECRET.encode(), stamp, body),
    }
    async with httpx.AsyncClient(trust_env=False) as client:
        url = f"http://127.0.0.1:{port}/declarations"
        answer = await client.post(url, content=body, headers=headers)
    return str(answer.json()["answers"][0]["outcome"])


async def test_from_a_feeds_change_to_the_message_it_takes_a_polling_interval_and_some_seconds(
    scene: Scene, catalogue: Catalogue
) -> None:
    """Of all four kinds at once, beside a folder that is not there."""
    open_contests(scene, catalogue, *SEATS[:3])
    files, results, port = scene.home / "pa", scene.home / "results", free_port()
    files.mkdir()
    results.mkdir()
    wokingham = in_2024(catalogue, "Wokingham")
    store, ballots = dc.store_of(catalogue, [wokingham.contest])
    [ballot] = ballots.values()
    scene.settings |= {
        "TELLER_FEEDS": f"pa:{files},folder:{results},push:{port},folder:{scene.home}/missing,"
        f"democracyclub:parl.wokingham.by.{DAY}",
        "TELLER_PUSH_SECRET": SECRET,
        "TELLER_UNTRUSTED": "none",
        "TELLER_DEMOCRACYCLUB_KEY": "key",
    }
    async with Site(store, lambda: datetime.now(UTC)) as site:
        scene.settings["TELLER_DEMOCRACYCLUB_SITE"] = site.address
        with scene.running("--record", str(scene.home / "night.jsonl")) as running:
            await asyncio.to_thread(scene.discord.wait_for_bot)
            await scene.wait_for(lambda: any(dc.ELECTED in one for one in site.asked))
            bath = pa.result(in_2024(catalogue, "Bath"), 1)
            scene.change("Bath")
            (files / bath.name).write_bytes(bath.body)
            scene.change("Clacton")
            (results / "clacton.jsonl").write_text(json.dumps(result_of("Clacton")) + "\n")
            scene.change("Torbay")
            assert await push(port, result_of("Torbay")) == "accepted"
            scene.change("Wokingham")
            dc.happen(store, ballot, wokingham)
            await scene.wait_for(lambda: len(scene.heard()) == 4)
            assert await asyncio.to_thread(running.stop) == 0
    heard = scene.heard()
    lags = {seat: heard[seat] - at for seat, at in scene.changed.items()}
    intervals = {"Bath": 2, "Clacton": 1, "Torbay": 0, "Wokingham": 10}
    assert {seat: lag for seat, lag in lags.items() if lag > intervals[seat] + SLACK} == {}
    recorded = read_recording(scene.home / "night.jsonl")
    assert {one.partition(":")[0] for one in recorded.feeds} == {
        "pa",
        "folder",
        "push",
        "democracyclub",
    }
    assert SECRET not in (scene.home / "night.jsonl").read_text()


async def test_a_feed_that_says_nonsense_holds_up_neither_the_others_nor_an_answer(
    scene: Scene, catalogue: Catalogue
) -> None:
    open_contests(scene, catalogue, "Clacton")
    results = scene.home / "results"
    results.mkdir()
    (results / "broken.csv").write_bytes(b"\x00\xff" * 100_000)
    store, _ = dc.store_of(catalogue, [])
    async with Site(store, lambda: datetime.now(UTC), fault={"/": page_of_html}) as site:
        scene.settings |= {
            "TELLER_FEEDS": f"democracyclub:parl.wokingham.by.{DAY},folder:{results}",
            "TELLER_DEMOCRACYCLUB_SITE": site.address,
        }
        with scene.running():
            await asyncio.to_thread(scene.discord.wait_for_bot)
            (results / "a.jsonl").write_text(json.dumps(result_of("Clacton")) + "\n")
            await scene.wait_for(lambda: "Clacton" in scene.heard())
            command = scene.discord.command("result", {"place": "bath"}, scene.channel)
            answer = await asyncio.to_thread(scene.discord.answer, command)
    assert answer is not None
    assert "Wera Hobhouse" in str(answer.message)
    log = (scene.home / "log").read_text()
    assert "it answered with text/html, which is no whole JSON." in log


async def test_killed_again_and_again_while_a_feed_is_followed_each_is_told_once_in_order(
    scene: Scene, catalogue: Catalogue
) -> None:
    names = [one.constituency.name for one in contests(catalogue, OF_2024)[:40]]
    open_contests(scene, catalogue, *names)
    file = scene.home / "results.jsonl"
    file.touch()
    scene.settings["TELLER_FEEDS"] = f"folder:{file}"
    with scene.running() as running:
        await asyncio.to_thread(scene.discord.wait_for_bot)
        for number, name in enumerate(names, 1):
            with file.open("a") as handle:
                handle.write(json.dumps(result_of(name)) + "\n")
            await asyncio.sleep(0.15)
            if number in (8, 20, 31):
                running.kill()
                running.start()
        await scene.wait_for(lambda: len(scene.heard()) == len(names))
        await asyncio.sleep(1.5)
    told = tellings(scene.discord.messages(scene.channel))
    assert [one.seat for one in told] == names
    assert {one.kind for one in told} == {"result"}
