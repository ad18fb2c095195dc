"""A disk that gets full: nothing is half-written, and nothing told that is not written down."""

import asyncio
import json
import logging
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from sqlite3 import Connection

import pytest

from bot.catalogue.catalogue import Catalogue
from bot.declarations import dispatch
from bot.declarations.announcer import Announcer
from bot.declarations.clock import SystemClock
from bot.declarations.delivery import Letter, Outcome
from bot.declarations.desk import Desk
from bot.declarations.dispatch import Dispatch
from bot.declarations.exclusive import Exclusive
from bot.declarations.journal import Journal
from bot.declarations.ledger import Ledger
from bot.declarations.news import News, Subject
from bot.declarations.newsroom import Newsroom
from bot.declarations.state import open_state, writing
from bot.errors import StateError
from tests.declarations.keeping import HERE, THERE, State
from tests.declarations.making import candidate, standing, told
from tests.declarations.posting import Board, running, until

NOT_WRITTEN = "The state could not be written, and nothing was: "
PATIENCE = 20  # seconds
FILE_SIZE = 700_000  # bytes that the limited process may write into one file

# Works until it may write no more, then is allowed to, and works once more.
PROGRAM = """
import json, resource, sys
from datetime import UTC, datetime
from bot.declarations.delivery import Letter
from bot.declarations.ledger import Ledger
from bot.declarations.state import open_state
from bot.declarations.subscription import EVERYTHING, Address, Wish
from bot.declarations.subscriptions import Subscriptions
from bot.errors import StateError

url, work, limit = sys.argv[1], sys.argv[2], int(sys.argv[3])
connection, now, without = open_state(url), datetime.now(UTC), resource.RLIM_INFINITY

def subscribe(number):
    Subscriptions(connection).add(Address(number, number), 9, Wish(EVERYTHING), now)

def write_down(number):
    channels = range(10 * number, 10 * number + 5)
    letters = [Letter(one, str(one), "x" * 9000, 1, now) for one in channels]
    assert Ledger(connection).write_down(letters) == letters

done, said = 0, ""
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, without))
try:
    while done < 100:
        globals()[work](done + 1)
        done += 1
except StateError as error:
    said = str(error)
print(json.dumps([done, said, connection.in_transaction]))
resource.setrlimit(resource.RLIMIT_FSIZE, (without, without))
globals()[work](done + 1)
"""


def until_full(state_url: str, work: str) -> int:
    """How often a process could do that, before the last time when there was room again."""
    process = subprocess.run(
        [sys.executable, "-c", PROGRAM, state_url, work, str(FILE_SIZE)],
        check=False,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
    )
    assert (process.returncode, process.stderr) == (0, "")
    done, said, in_transaction = json.loads(process.stdout)
    assert 0 < done < 100
    assert said.startswith(NOT_WRITTEN)
    assert said.count("\n") == 0
    assert not in_transaction
    return int(done)


def counted(connection: Connection, table: str) -> int:
    [number] = connection.execute(f"SELECT count(*) FROM {table}").fetchone()  # noqa: S608 (ours)
    return int(number)


def test_a_subscription_is_kept_whole_or_not_at_all(state_url: str, connection: Connection) -> None:
    """No channel without its subscription, and the next one is taken when there is room."""
    kept = until_full(state_url, "subscribe") + 1

    assert counted(connection, "subscription") == counted(connection, "channel") == kept
    assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"


def test_letters_are_written_down_all_together_or_not_at_all(
    state_url: str, connection: Connection
) -> None:
    State(connection).journal()
    with writing(connection):
        connection.executemany(
            "INSERT INTO channel (id, cursor) VALUES (?, 0)", [(one,) for one in range(1100)]
        )
    batches = until_full(state_url, "write_down") + 1

    written = connection.execute("SELECT channel_id FROM outbox ORDER BY 1").fetchall()
    assert [row["channel_id"] for row in written] == [
        10 * number + one for number in range(1, batches + 1) for one in range(5)
    ]
    assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"


@dataclass
class Disk:
    """`room` is False while nobody can write more than there is."""

    url: str
    room: bool = True

    def open_ledger(self) -> Ledger:
        opened = open_state(self.url)
        if not self.room:
            [pages] = opened.execute("PRAGMA page_count").fetchone()
            opened.execute(f"PRAGMA max_page_count = {pages:d}")
        return Ledger(opened)


class Wordy(Board):
    """Its messages need pages of their own. Each is checked to be written down when it is sent."""

    def __init__(self, connection: Connection) -> None:
        super().__init__()
        self._connection = connection
        self.unwritten: list[Letter] = []

    def compose(self, news: Sequence[News], *, plain: bool) -> tuple[str, int]:
        payload, taken = super().compose(news, plain=plain)
        return payload + " " * 20_000, taken

    async def send(self, letter: Letter) -> Outcome:
        query = "SELECT 1 FROM outbox WHERE nonce = ? AND payload = ?"
        if not self._connection.execute(query, (letter.nonce, letter.payload)).fetchone():
            self.unwritten.append(letter)
        return await super().send(letter)


@pytest.fixture
def board(connection: Connection) -> Iterator[Wordy]:
    made = Wordy(connection)
    yield made
    assert made.unwritten == []


@pytest.fixture
def disk(state_url: str) -> Disk:
    return Disk(state_url)


@pytest.fixture
def announcer(
    live_catalogue: Catalogue,
    journal: Journal,
    connection: Connection,
    disk: Disk,
    board: Wordy,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Announcer:
    """One that tries again soon. Two channels want everything."""
    monkeypatch.setattr(dispatch, "LONGEST_DELAY", 0.05)
    State(connection).subscribe(HERE, THERE)
    post = Dispatch(board, None, lambda: datetime.now(UTC))
    alone = Exclusive(tmp_path / "lock")
    return Announcer(
        Newsroom(live_catalogue, journal), disk.open_ledger, post, SystemClock(), alone
    )


def declare(desk: Desk, *votes: int) -> None:
    """One result in Clacton for each: the later ones are corrections, told one by one."""
    baker = candidate("Ben Baker", "Conservative", 1)
    told(desk, *[standing(candidate("Ann Able", "Labour", one), baker) for one in votes])


def said(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [one.getMessage() for one in caplog.records if one.levelno >= logging.ERROR]


async def test_nothing_is_sent_that_could_not_be_written_down_and_nothing_is_lost(
    announcer: Announcer,
    desk: Desk,
    disk: Disk,
    board: Wordy,
    connection: Connection,
    caplog: pytest.LogCaptureFixture,
) -> None:
    disk.room = False
    declare(desk, 1001, 1002, 1003)
    async with running(announcer):
        await until(lambda: len(said(caplog)) >= 3)
        assert (board.tried, counted(connection, "outbox")) == ([], 0)
        assert not announcer.is_idle
        disk.room = True
        await until(lambda: announcer.is_idle)

    assert board.posted[HERE] == board.posted[THERE] == [[1], [2], [3]]
    assert set(said(caplog)) == {
        f"Announcements wait: {NOT_WRITTEN}database or disk is full.",
    }
    assert [one for one in caplog.records if one.exc_info] == []


async def test_a_night_in_the_middle_of_which_the_disk_gets_full_goes_on_where_it_was(
    announcer: Announcer,
    desk: Desk,
    disk: Disk,
    board: Wordy,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    write_down, times = Ledger.write_down, iter(range(100))

    def with_little_room(ledger: Ledger, letters: Sequence[Letter]) -> list[Letter]:
        if next(times) in {1, 2, 4}:
            raise StateError(NOT_WRITTEN + "database or disk is full.")
        return write_down(ledger, letters)

    monkeypatch.setattr(Ledger, "write_down", with_little_room)
    declare(desk, 1001, 1002, 1003, 1004)
    async with running(announcer):
        await until(lambda: announcer.is_idle)

    assert board.posted[HERE] == board.posted[THERE] == [[1], [2], [3], [4]]
    assert len(said(caplog)) == 3


async def test_what_arrived_and_could_not_be_settled_is_not_sent_again(
    announcer: Announcer,
    desk: Desk,
    board: Wordy,
    connection: Connection,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """The board forgets its nonces: whatever is sent twice is told twice."""
    board.forgetful = True
    settle, full = Ledger.settle, [True]

    def without_room(ledger: Ledger, outcomes: Sequence[tuple[Letter, Outcome]]) -> None:
        if full:
            raise StateError(NOT_WRITTEN + "database or disk is full.")
        settle(ledger, outcomes)

    monkeypatch.setattr(Ledger, "settle", without_room)
    declare(desk, 1001, 1002)
    async with running(announcer):
        await until(lambda: len(said(caplog)) >= 3)
        assert board.posted[HERE] == board.posted[THERE] == [[1]]
        assert counted(connection, "outbox") == 2
        full.clear()
        await until(lambda: announcer.is_idle)

    assert board.posted[HERE] == board.posted[THERE] == [[1], [2]]
    assert len(board.tried) == 4


async def test_what_is_still_on_its_way_when_the_disk_gets_full_is_not_sent_beside_itself(
    announcer: Announcer,
    desk: Desk,
    board: Wordy,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    board.forgetful, board.gate = True, asyncio.Event()
    note, times = Ledger.note, iter(range(100))

    def with_little_room(ledger: Ledger, subjects: Iterable[Subject]) -> None:
        if next(times) == 1:
            raise StateError(NOT_WRITTEN + "database or disk is full.")
        note(ledger, subjects)

    monkeypatch.setattr(Ledger, "note", with_little_room)
    declare(desk, 1001)
    async with running(announcer):
        await until(lambda: len(board.tried) == 2)
        declare(desk, 1002)
        await until(lambda: said(caplog))
        await asyncio.sleep(0.5)
        assert len(board.tried) == 2
        board.gate.set()
        await until(lambda: announcer.is_idle)

    assert board.posted[HERE] == board.posted[THERE] == [[1], [2]]
