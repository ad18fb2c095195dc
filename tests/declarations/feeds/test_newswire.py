"""Feeds that are followed, and a recording that is played."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from sqlite3 import Connection

import pytest

from bot.catalogue.catalogue import Catalogue
from bot.declarations.clock import NightClock
from bot.declarations.desk import Desk
from bot.declarations.feeds.feed import Bulletin, Haul, Memory, Misread
from bot.declarations.feeds.newswire import Line, Newswire
from bot.declarations.feeds.playback import Playback
from bot.declarations.feeds.tape import Exchange, Recorder, Recording, Round, read_recording
from bot.declarations.feeds.wire import Answer, Unanswered, Wire
from bot.declarations.rehearsals import Rehearsals
from bot.errors import StateError
from tests.declarations.deciding import BAKER, RETRACTED, VOTES, Room, result
from tests.declarations.making import NOW

Speak = Callable[[Memory], Haul]


@dataclass(frozen=True, slots=True)
class Spoken:
    """A feed that says what a function says."""

    name: str
    speak: Speak
    interval: float = 0.01

    @property
    def source(self) -> str:
        return self.name.upper()

    async def poll(self, wire: Wire, memory: Memory, now: datetime) -> Haul:
        await wire.ask("news")
        return self.speak(memory)


class Deaf:
    """A wire that always answers the same."""

    async def ask(self, address: str, query: object = None) -> Answer:
        return Answer(200, b"news")


@pytest.fixture
def room(desk: Desk, live_catalogue: Catalogue, connection: Connection) -> Room:
    return Room(live_catalogue, connection)


def newswire(room: Room, recorder: Recorder | None = None) -> Newswire:
    return Newswire(room.desk, room.office, lambda: room.now, recorder)


def fail(error: Exception) -> Speak:
    def speak(_memory: Memory) -> Haul:
        raise error

    return speak


async def follow_for(seconds: float, wire: Newswire, *feeds: Spoken) -> None:
    tasks = [asyncio.create_task(wire.follow(Line(one, Deaf()))) for one in feeds]
    await asyncio.sleep(seconds)
    for task in tasks:
        assert not task.done()
        task.cancel()
    await asyncio.wait(tasks)


@pytest.mark.parametrize(
    "error",
    [
        Unanswered("it is down."),
        StateError("disk full."),
        ValueError("a bug"),
        TimeoutError(),
        RecursionError(),
        KeyError("x"),
    ],
)
async def test_a_feed_that_fails_stops_nobody(room: Room, error: Exception) -> None:
    good = Spoken("b", lambda _: Haul((result(),)))
    await follow_for(0.1, newswire(room), Spoken("a", fail(error)), good)
    assert room.told() == "B: Ann Able 20000"
    [health, *_] = [one for one in room.office.healths() if one.name == "a"]
    assert health.failures > 0
    assert health.trouble


async def test_what_a_feed_wants_to_remember_is_kept_after_what_it_said(room: Room) -> None:
    polled: list[dict[str, str]] = []

    def speak(memory: Memory) -> Haul:
        polled.append(dict(memory))
        return Haul((result(),), {"mark": "7", "gone": "" if memory else "x"})

    wire = newswire(room)
    for _ in range(3):
        await wire.attempt(Spoken("a", speak), Deaf(), room.now)
    assert polled == [{}, {"mark": "7", "gone": "x"}, {"mark": "7"}]
    assert room.office.memory("a") == {"mark": "7"}


async def test_nothing_is_remembered_of_what_could_not_be_kept(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    feed = Spoken("a", lambda _: Haul((Misread("x", "bad"), result()), {"mark": "7"}))
    wire = newswire(room)
    with monkeypatch.context() as patch:
        patch.setattr(room.journal, "record", fail(StateError("disk full.")))
        polled = await wire.attempt(feed, Deaf(), room.now)
    assert polled.answers == ()
    assert room.office.memory("a") == {}
    await wire.attempt(feed, Deaf(), room.now)
    assert room.told() == "A: Ann Able 20000"
    assert room.kinds() == ["declared"]


async def test_a_feed_that_fails_is_asked_later_each_time_and_as_late_as_it_wants(
    room: Room,
) -> None:
    wire = newswire(room)
    feed = Spoken("a", fail(Unanswered("it is down.")), interval=10)
    waits = [(await wire.attempt(feed, Deaf(), room.now)).wait for _ in range(9)]
    assert waits[:3] == sorted(waits[:3])
    assert 10 <= waits[0] <= 12.5
    assert 200 <= waits[-1] <= 250
    patient = Spoken("a", fail(Unanswered("too often.", 900)), interval=10)
    assert (await wire.attempt(patient, Deaf(), room.now)).wait == 900


async def test_a_trouble_is_logged_once_and_once_when_it_is_over(
    room: Room, caplog: pytest.LogCaptureFixture
) -> None:
    wire = newswire(room)
    with caplog.at_level(logging.INFO):
        for _ in range(3):
            await wire.attempt(Spoken("a", fail(Unanswered("it is down."))), Deaf(), room.now)
        for _ in range(2):
            await wire.attempt(Spoken("a", lambda _: Haul()), Deaf(), room.now)
    assert [one.getMessage() for one in caplog.records] == [
        "a: it is down.",
        "a: it works again",
    ]


async def test_what_ripens_is_declared_by_itself(room: Room) -> None:
    wire = newswire(room)
    await wire.attempt(Spoken("unsure", lambda _: Haul((result(),))), Deaf(), room.now)
    assert room.told() == "nothing"
    room.now += timedelta(minutes=10)
    ripening = asyncio.create_task(wire.ripen())
    await asyncio.sleep(0.05)
    ripening.cancel()
    assert room.told() == "UNSURE: Ann Able 20000"


async def test_a_recording_that_cannot_be_written_on_stops_only_itself(
    room: Room, tmp_path: Path
) -> None:
    path = tmp_path / "night.jsonl"
    wire = newswire(room, Recorder(path, {}))
    path.unlink()
    path.mkdir()
    await wire.attempt(Spoken("a", lambda _: Haul((result(),))), Deaf(), room.now)
    assert room.told() == "A: Ann Able 20000"


async def test_what_is_recorded_can_be_played(room: Room, tmp_path: Path) -> None:
    path = tmp_path / "night.jsonl"
    wire = newswire(room, Recorder(path, {}))
    await wire.attempt(Spoken("a", lambda _: Haul((result(),))), Deaf(), room.now)
    [one] = read_recording(path).rounds
    assert (one.at, one.feed, one.exchanges[0].address) == (NOW, "a", "news")


class Stage:
    """A recording of three rounds, an hour between them, and who plays it."""

    def __init__(self, room: Room, connection: Connection) -> None:
        self._room = room
        self._connection = connection
        self.said: list[tuple[str, datetime]] = []
        self.slept: list[float] = []

    def playback(self) -> Playback:
        at = [NOW + timedelta(hours=number) for number in range(3)]
        rounds = tuple(Round(one, "unsure", (Exchange("news", Answer(200, b"")),)) for one in at)
        script: dict[int, Bulletin] = {
            0: result(),
            1: result({**VOTES, BAKER: 21_000}),
            2: RETRACTED,
        }

        def speak(memory: Memory) -> Haul:
            number = int(memory.get("round", "0"))
            return Haul((script[number],), {"round": str(number + 1)})

        rehearsals = Rehearsals(self._connection)
        clock = NightClock(NOW, 1e9, lambda: 0.0)
        feed = Spoken("unsure", speak)
        recording = Recording("night-1", {}, rounds)
        return Playback(
            recording, {"unsure": feed}, newswire(self._room), self._room.desk, rehearsals, clock
        )


async def test_a_night_is_played_and_what_waits_is_declared_in_its_time(
    room: Room, connection: Connection
) -> None:
    playback = Stage(room, connection).playback()
    told: list[str] = []
    await playback.run(lambda _, answer: told.append(str(answer.outcome)))
    entries = room.journal.since(0)
    assert told == ["waiting", "accepted", "waiting", "corrected", "withdrawn"]
    assert [one.recorded_at - NOW for one in entries] == [
        timedelta(minutes=10),
        timedelta(minutes=70),
        timedelta(minutes=120),
    ]
    assert playback.over


async def test_a_night_that_was_stopped_goes_on_where_it_was(
    room: Room, connection: Connection
) -> None:
    class Killed(BaseException):
        pass

    first = Stage(room, connection).playback()

    def kill(_round: Round | None, _answer: object) -> None:
        if first.position == 2:
            raise Killed

    with pytest.raises(Killed):
        await first.run(kill)
    second = Stage(room, connection).playback()
    assert second.position == 2
    await second.run()
    assert room.kinds() == ["declared", "corrected", "withdrawn"]
    assert room.told() == "nothing"
