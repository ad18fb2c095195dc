"""Feeds that are in trouble, and how often that is said and tried."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path
from sqlite3 import Connection

import pytest

from bot.catalogue.catalogue import Catalogue
from bot.declarations.desk import Desk
from bot.declarations.feeds.feed import Haul, Memory, Misread
from bot.declarations.feeds.folder_wire import FolderWire
from bot.declarations.feeds.newswire import Line, Newswire
from bot.declarations.feeds.tape import Recorder, read_recording
from bot.declarations.feeds.wire import Answer, Unanswered, Wire
from bot.errors import StateError
from tests.declarations.deciding import RETRACTED, Room, result
from tests.declarations.making import NOW

Speak = Callable[[], Haul]


@dataclass(frozen=True, slots=True)
class Spoken:
    """A feed that says what a function says, of whatever it is answered."""

    name: str
    speak: Speak
    interval: float = 0.01
    address: str = "news"

    @property
    def source(self) -> str:
        return self.name.upper()

    async def poll(self, wire: Wire, memory: Memory, now: datetime) -> Haul:
        await wire.ask(self.address)
        return self.speak()


class Kind:
    """A wire that always answers."""

    async def ask(self, address: str, query: object = None) -> Answer:
        return Answer(200, b"news")


@pytest.fixture
def room(desk: Desk, live_catalogue: Catalogue, connection: Connection) -> Room:
    return Room(live_catalogue, connection)


@pytest.fixture
def newswire(room: Room) -> Newswire:
    return Newswire(room.desk, room.office, lambda: room.now)


def fail(error: Exception) -> Speak:
    def speak(*_given: object) -> Haul:
        raise error

    return speak


def say(*items: object, **more: object) -> Speak:
    return lambda: Haul(items, **more)  # type: ignore[arg-type]


async def until(done: Callable[[], bool]) -> None:
    async with asyncio.timeout(10):
        while not done():  # noqa: ASYNC110 (nobody tells when)
            await asyncio.sleep(0.01)


def trouble(room: Room, feed: str) -> tuple[str, int]:
    [health] = [one for one in room.office.healths() if one.name == feed]
    return health.trouble, health.failures


async def test_a_source_is_left_alone_from_its_answer_on(room: Room, newswire: Newswire) -> None:
    """However long the answer took to come."""
    asked: list[float] = []
    loop = asyncio.get_running_loop()

    class Slow:
        async def ask(self, address: str, query: object = None) -> Answer:
            asked.append(loop.time())
            await asyncio.sleep(0.2)
            raise Unanswered("it was asked too often (429).", 0.25)

    following = asyncio.create_task(newswire.follow(Line(Spoken("a", say()), Slow())))
    await until(lambda: len(asked) == 2)
    following.cancel()
    assert asked[1] - asked[0] >= 0.45


async def test_the_time_between_two_polls_is_that_between_their_beginnings(
    newswire: Newswire,
) -> None:
    asked: list[float] = []
    loop = asyncio.get_running_loop()

    class Slow:
        async def ask(self, address: str, query: object = None) -> Answer:
            asked.append(loop.time())
            await asyncio.sleep(0.1)
            return Answer(200, b"")

    following = asyncio.create_task(newswire.follow(Line(Spoken("a", say(), 0.2), Slow())))
    await until(lambda: len(asked) == 3)
    following.cancel()
    assert 0.38 <= asked[2] - asked[0] < 0.58


async def test_what_a_source_asks_for_beside_its_answer_is_respected(newswire: Newswire) -> None:
    feed = Spoken("a", say(trouble="two pages are missing.", wait=30.0))
    assert (await newswire.attempt(feed, Kind(), NOW)).wait == 30


async def test_a_fault_of_tellers_own_is_traced_once(
    newswire: Newswire, caplog: pytest.LogCaptureFixture
) -> None:
    for _ in range(3):
        await newswire.attempt(Spoken("a", fail(KeyError("x"))), Kind(), NOW)
    traced = [one for one in caplog.records if one.exc_info]
    assert [one.getMessage() for one in traced] == ["a: something failed in Teller itself"]
    assert [one.getMessage() for one in caplog.records if not one.exc_info] == [
        "a: something failed in Teller itself (KeyError)."
    ]
    await newswire.attempt(Spoken("a", fail(ValueError("y"))), Kind(), NOW)
    assert sum(bool(one.exc_info) for one in caplog.records) == 2


async def test_a_feed_whose_trouble_cannot_be_kept_is_asked_later_each_time_too(
    room: Room,
    newswire: Newswire,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    full = StateError("The state could not be written, and nothing was: disk is full.")
    monkeypatch.setattr(room.office, "failed", fail(full))
    feed = Spoken("a", fail(Unanswered("it is down.")), 10)
    waits = [(await newswire.attempt(feed, Kind(), NOW)).wait for _ in range(6)]
    assert all(later > 1.5 * sooner for sooner, later in pairwise(waits[:5]))
    assert waits[5] <= 250
    assert [one.getMessage() for one in caplog.records] == [
        "a: it is down.",
        f"What is kept of a: {full}",
    ]


async def test_after_a_success_the_delays_begin_anew(newswire: Newswire) -> None:
    bad, good = Spoken("a", fail(Unanswered("x")), 10), Spoken("a", say(), 10)
    for one in (bad, bad, bad, good):
        await newswire.attempt(one, Kind(), NOW)
    assert (await newswire.attempt(bad, Kind(), NOW)).wait <= 12.5


@pytest.mark.parametrize("text", ["it says \ud800.", "it says \x00\x1b[31m.", "ä" * 5000])
async def test_a_trouble_can_be_any_text(room: Room, newswire: Newswire, text: str) -> None:
    for haul in (fail(Unanswered(text)), say(trouble=text), say(Misread(text, text))):
        polled = await newswire.attempt(Spoken("a", haul), Kind(), NOW)
        assert polled.wait < 1
    assert len(room.refusals()) == 1


async def test_what_a_feed_remembers_can_be_any_text(room: Room, newswire: Newswire) -> None:
    feed = Spoken("a", say(result(), memory={"\ud800": "\udcff"}))
    await newswire.attempt(feed, Kind(), NOW)
    assert trouble(room, "a") == ("", 0)
    assert room.told() == "A: Ann Able 20000"


async def test_a_file_whose_name_is_no_text_is_recorded_and_played(
    room: Room, tmp_path: Path
) -> None:
    name = b"r\xe9sultats.json".decode("utf-8", "surrogateescape")
    (tmp_path / "in").mkdir()
    try:
        (tmp_path / "in" / name).write_bytes(b"hello")
    except OSError:
        pytest.skip("this file system has no such names")
    recording = tmp_path / "night.jsonl"
    newswire = Newswire(room.desk, room.office, lambda: room.now, Recorder(recording, {}))
    feed = Spoken("a", say(result()), address=name)
    await newswire.attempt(feed, FolderWire(tmp_path / "in"), NOW)
    assert room.told() == "A: Ann Able 20000"
    [one] = read_recording(recording).rounds
    assert one.exchanges[0].address == name


async def test_what_waits_on_because_of_a_trouble_is_said_once(
    room: Room,
    newswire: Newswire,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr("bot.declarations.feeds.newswire._RIPENING", 0.01)
    room.hear("unsure", result())
    room.now += timedelta(minutes=10)
    ripening = asyncio.create_task(newswire.ripen())
    with monkeypatch.context() as patch, caplog.at_level(logging.INFO):
        patch.setattr(room.journal, "record", fail(StateError("disk full.")))
        await asyncio.sleep(0.1)
    with caplog.at_level(logging.INFO):
        await asyncio.sleep(0.1)
    ripening.cancel()
    assert [one.getMessage() for one in caplog.records] == [
        "What waits for a second source: disk full.",
        "What waits for a second source: it works again",
    ]
    assert room.told() == "UNSURE: Ann Able 20000"


async def test_a_fault_while_something_ripens_stops_no_ripening(
    room: Room, newswire: Newswire, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.declarations.feeds.newswire._RIPENING", 0.01)
    room.hear("unsure", result())
    room.now += timedelta(minutes=10)
    ripening = asyncio.create_task(newswire.ripen())
    with monkeypatch.context() as patch:
        patch.setattr(room.journal, "record", fail(ZeroDivisionError()))
        await asyncio.sleep(0.05)
        assert room.told() == "nothing"
    await asyncio.sleep(0.05)
    assert not ripening.done()
    ripening.cancel()
    assert room.told() == "UNSURE: Ann Able 20000"


async def test_news_is_what_came_into_the_journal(room: Room, newswire: Newswire) -> None:
    await newswire.attempt(Spoken("a", say(RETRACTED)), Kind(), NOW)
    healths = {one.name: one.changed_at for one in room.office.healths()}
    assert healths["a"] is None
    await newswire.attempt(Spoken("a", say(result())), Kind(), NOW)
    healths = {one.name: one.changed_at for one in room.office.healths()}
    assert healths["a"] == NOW
