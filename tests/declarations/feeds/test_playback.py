"""A recording played back brings the journal that the night itself did."""

from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from sqlite3 import Connection

import pytest

from bot.catalogue.catalogue import Catalogue
from bot.declarations.clock import NightClock
from bot.declarations.desk import Answer as Became
from bot.declarations.desk import Desk
from bot.declarations.feeds.feed import Haul, Memory
from bot.declarations.feeds.newswire import Newswire
from bot.declarations.feeds.playback import Playback
from bot.declarations.feeds.tape import Recorder, Round, read_recording
from bot.declarations.feeds.wire import Answer, Unanswered
from bot.declarations.feeds.wire import Wire as Asked
from bot.declarations.journal import Journal
from bot.declarations.rehearsals import Rehearsals
from bot.declarations.state import open_state
from bot.elections.contest import ContestKind
from tests.declarations.deciding import (
    ABLE,
    BAKER,
    RECOUNT,
    RETRACTED,
    VOTES,
    Room,
    result,
    standing,
    winner,
)
from tests.declarations.making import CLACTON, NOW

WORDS = {
    "result": result(),
    "other": result({**VOTES, ABLE: 20_010}),
    "upset": result({**VOTES, BAKER: 21_000}),
    "winner": winner(),
    "recount": RECOUNT,
    "retracted": RETRACTED,
    "standing": standing(*VOTES),
}
# When each feed is asked, in minutes, and what it is answered: words, or nothing at all.
NIGHT = (
    (0, "unsure", "standing winner"),
    (1, "doubtful", "upset"),
    (2, "unsure", "standing winner result"),
    (3, "a", ""),
    (5, "unsure", None),
    (30, "unsure", "standing winner result other"),
    (31, "a", "winner"),
    (60, "a", "winner upset"),
    (61, "b", "other"),
    (70, "a", "winner upset retracted"),
    (90, "b", "other recount"),
    (95, "unsure", "standing winner result other upset"),
)


@dataclass(frozen=True, slots=True)
class Script:
    """A feed that is answered words, and says those that it has not said before."""

    name: str
    interval: float = 1.0

    @property
    def source(self) -> str:
        return self.name.upper()

    async def poll(self, wire: Asked, memory: Memory, now: datetime) -> Haul:
        words = (await wire.ask("words")).body.decode().split()
        said = int(memory.get("said", "0"))
        return Haul(tuple(WORDS[one] for one in words[said:]), {"said": str(len(words))})


class Wire:
    def __init__(self) -> None:
        self.words: str | None = ""

    async def ask(self, address: str, query: Mapping[str, str] | None = None) -> Answer:
        if self.words is None:
            raise Unanswered("it is down.", 30)
        return Answer(200, self.words.encode())


@pytest.fixture
def room(desk: Desk, live_catalogue: Catalogue, connection: Connection) -> Room:
    return Room(live_catalogue, connection)


@pytest.fixture
def other_url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'rehearsed.db'}"


@pytest.fixture
def other(other_url: str, live_catalogue: Catalogue) -> Iterator[Connection]:
    with closing(open_state(other_url)) as connection:
        Journal(connection).open([CLACTON], ContestKind.BY_ELECTION, NOW)
        yield connection


async def live(room: Room, path: Path) -> None:
    """The night itself, recorded; every ten seconds somebody looks at what waits."""
    wire = Wire()
    newswire = Newswire(room.desk, room.office, lambda: room.now, Recorder(path, {}))
    for minutes, feed, wire.words in NIGHT:
        while room.now < NOW + timedelta(minutes=minutes):
            room.now += timedelta(seconds=10)
            room.desk.ripen(room.now)
        await newswire.attempt(Script(feed), wire, room.now)
    room.later(60)


def playback(room: Room, connection: Connection, path: Path) -> Playback:
    newswire = Newswire(room.desk, room.office, lambda: room.now)
    clock = NightClock(NOW, 1e9, lambda: 0.0)
    feeds = {name: Script(name) for name in ("a", "b", "unsure", "doubtful")}
    recording = read_recording(path)
    return Playback(recording, feeds, newswire, room.desk, Rehearsals(connection), clock)


def entries(connection: Connection) -> list[tuple[object, ...]]:
    query = "SELECT * FROM journal ORDER BY seq"
    return [tuple(row) for row in connection.execute(query)]


def kinds(connection: Connection) -> list[str]:
    return [str(one.kind) for one in Journal(connection).since(0)]


async def test_the_journal_is_that_of_the_night_itself(
    room: Room,
    connection: Connection,
    other: Connection,
    live_catalogue: Catalogue,
    tmp_path: Path,
) -> None:
    path = tmp_path / "night.jsonl"
    await live(room, path)
    assert kinds(connection) == ["named", "declared", *["corrected"] * 4]
    await playback(Room(live_catalogue, other), other, path).run()
    assert entries(other) == entries(connection)


async def test_what_waits_is_declared_in_its_own_moment_between_two_rounds(
    room: Room, other: Connection, live_catalogue: Catalogue, tmp_path: Path
) -> None:
    path = tmp_path / "night.jsonl"
    await live(room, path)
    heard: list[tuple[str, str]] = []

    def hear(one: Round | None, became: Became) -> None:
        heard.append((one.feed if one else "", str(became.outcome)))

    await playback(Room(live_catalogue, other), other, path).run(hear)
    ripened = [outcome for feed, outcome in heard if not feed]
    assert ripened == ["accepted", "corrected", "corrected"]
    moments = [one.recorded_at - NOW for one in Journal(other).since(0)]
    assert moments == sorted(moments)
    assert timedelta(minutes=11) in moments


class Killed(BaseException):
    """Of the whole process."""


@pytest.mark.parametrize("after", range(1, 15, 2))
async def test_a_playback_that_is_killed_goes_on_with_the_same_journal(
    room: Room, other_url: str, live_catalogue: Catalogue, tmp_path: Path, after: int
) -> None:
    """After so many answers, and whatever has been done of the round in flight."""
    path = tmp_path / "night.jsonl"
    await live(room, path)
    heard: list[Became] = []

    def kill(_round: Round | None, became: Became) -> None:
        heard.append(became)
        if len(heard) == after:
            raise Killed

    with closing(open_state(other_url)) as first:
        Journal(first).open([CLACTON], ContestKind.BY_ELECTION, NOW)
        with pytest.raises(Killed):
            await playback(Room(live_catalogue, first), first, path).run(kill)
    with closing(open_state(other_url)) as second:
        resumed = playback(Room(live_catalogue, second), second, path)
        await resumed.run()
        assert resumed.over
        assert entries(second) == entries(room.journal.connection)


async def test_a_round_that_was_heard_and_not_counted_is_heard_again_in_vain(
    room: Room, other: Connection, live_catalogue: Catalogue, tmp_path: Path
) -> None:
    path = tmp_path / "night.jsonl"
    await live(room, path)
    await playback(Room(live_catalogue, other), other, path).run()
    whole = entries(other)
    other.execute("UPDATE rehearsal SET position = position - 1")
    await playback(Room(live_catalogue, other), other, path).run()
    assert entries(other) == whole
