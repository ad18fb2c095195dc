"""The file that must never be lost."""

import json
import shutil
import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from sqlite3 import Connection

import pytest

from bot.catalogue.catalogue import Catalogue
from bot.declarations import state
from bot.declarations.desk import Desk
from bot.declarations.journal import Journal
from bot.declarations.live import LiveContests
from bot.declarations.state import STEPS, open_state, writing
from bot.elections.contest import ContestKind
from bot.errors import StateError
from tests.declarations.making import CLACTON, NOW, declared, history, told


def value(connection: Connection, pragma: str) -> object:
    [found] = connection.execute(f"PRAGMA {pragma}").fetchone()
    return found


def tables(connection: Connection) -> set[str]:
    rows = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
    return {row["name"] for row in rows if not row["name"].startswith("sqlite_")}


def test_a_state_is_made_with_its_folders(tmp_path: Path) -> None:
    opened = open_state(f"sqlite:///{tmp_path / 'deep' / 'down' / 'state.db'}")
    assert {"journal", "opened_contest", "refused"} <= tables(opened)
    assert value(opened, "user_version") == STEPS
    assert value(opened, "journal_mode") == "wal"
    assert value(opened, "foreign_keys") == 1
    assert value(opened, "synchronous") == 2
    assert value(opened, "busy_timeout") == 10_000
    assert value(opened, "integrity_check") == "ok"
    opened.close()


def test_the_steps_are_recorded_and_done_once(state_url: str, connection: Connection) -> None:
    recorded = connection.execute("SELECT name FROM _sqlite_migrations ORDER BY id").fetchall()
    names = [row["name"] for row in recorded]
    assert names == ["journal", "subscriptions", "server_setting", "board", "feeds"]
    Journal(connection).open([CLACTON], ContestKind.BY_ELECTION, NOW)
    again = open_state(state_url)
    assert again.execute("SELECT count(*) FROM _sqlite_migrations").fetchone()[0] == STEPS
    assert list(Journal(again).opened()) == [CLACTON]
    again.close()


def test_an_empty_file_becomes_a_state(tmp_path: Path, state_url: str) -> None:
    (tmp_path / "state.db").touch()
    opened = open_state(state_url)
    assert "journal" in tables(opened)
    opened.close()


def test_a_step_that_fails_leaves_the_state_as_it_was(tmp_path: Path, state_url: str) -> None:
    """Somebody else's file: the second table of the first step is there already."""
    with sqlite3.connect(tmp_path / "state.db") as foreign:
        foreign.execute("CREATE TABLE journal (note TEXT)")
    foreign.close()
    with pytest.raises(StateError, match="nothing was: table journal already exists"):
        open_state(state_url)
    left = sqlite3.connect(tmp_path / "state.db")
    left.row_factory = sqlite3.Row
    assert "opened_contest" not in tables(left)
    assert value(left, "user_version") == 0
    left.close()


def test_a_state_of_a_newer_teller_is_left_alone(
    tmp_path: Path, state_url: str, connection: Connection
) -> None:
    connection.execute(f"PRAGMA user_version = {STEPS + 1}")
    with pytest.raises(StateError, match="written by a newer Teller; run that one"):
        open_state(state_url)
    assert value(connection, "user_version") == STEPS + 1


@pytest.mark.parametrize("content", [b"no database at all, but text", b"\0" * 5000])
def test_a_file_that_is_no_state_is_said_to_be_none(
    tmp_path: Path, state_url: str, content: bytes
) -> None:
    (tmp_path / "state.db").write_bytes(content)
    with pytest.raises(StateError, match=r"The state .*state\.db cannot be opened: file is not a"):
        open_state(state_url)
    assert (tmp_path / "state.db").read_bytes() == content


@pytest.mark.parametrize("place", ["", "file/state.db"])
def test_a_place_where_no_file_can_be_is_named(tmp_path: Path, place: str) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StateError, match=f"The state {tmp_path}.* cannot be opened: "):
        open_state(f"sqlite:///{tmp_path / place}")


def test_postgresql_is_refused_without_telling_its_password() -> None:
    with pytest.raises(StateError, match="names PostgreSQL, which Teller cannot use yet") as said:
        open_state("postgresql://teller:secret@db.example/teller")
    assert "secret" not in str(said.value)
    assert "\n" not in str(said.value)


@pytest.mark.parametrize(
    "ask",
    [
        lambda journal: journal.last(CLACTON),
        lambda journal: journal.since(0),
        lambda journal: journal.standing(),
        lambda journal: journal.opened(),
        lambda journal: journal.refused(),
    ],
    ids=["last", "since", "standing", "opened", "refused"],
)
def test_a_damaged_state_is_said_to_be_damaged(
    tmp_path: Path, state_url: str, ask: Callable[[Journal], object]
) -> None:
    opened = open_state(state_url)
    journal = Journal(opened)
    journal.open([CLACTON], ContestKind.BY_ELECTION, NOW)
    opened.close()
    file = tmp_path / "state.db"
    whole = file.read_bytes()
    file.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
    with pytest.raises(StateError), closing(open_state(state_url)) as damaged:
        ask(Journal(damaged))


def test_a_state_that_another_holds_too_long_is_not_written(
    tmp_path: Path,
    state_url: str,
    desk: Desk,
    journal: Journal,
    connection: Connection,
    monkeypatch: pytest.MonkeyPatch,
    live_catalogue: Catalogue,
) -> None:
    monkeypatch.setattr(state, "_PATIENCE", 0.1)
    hasty = open_state(state_url)
    other = Desk(live_catalogue, Journal(hasty), lambda: NOW)
    sentence = "The state could not be written, and nothing was: database is locked."
    with writing(connection):
        for plain in (declared(), "{"):
            with pytest.raises(StateError) as said:
                told(other, plain)
            assert str(said.value) == sentence
            assert not hasty.in_transaction
        with pytest.raises(StateError, match="database is locked"):
            other.open_election(CLACTON.polled_on, None)
        # Who only reads need not wait.
        assert list(Journal(hasty).opened()) == [CLACTON]
    assert told(other, declared()) == ["accepted: Clacton, 2029-05-03"]
    assert history(journal) == [(1, "declared")]
    hasty.close()


def test_a_state_that_another_holds_for_a_moment_is_waited_for(
    state_url: str, desk: Desk, journal: Journal
) -> None:
    held, let_go = threading.Event(), threading.Event()

    def hold() -> None:
        other = open_state(state_url)
        with writing(other):
            held.set()
            let_go.wait(0.3)
        other.close()

    holder = threading.Thread(target=hold)
    holder.start()
    assert held.wait(10)
    assert told(desk, declared()) == ["accepted: Clacton, 2029-05-03"]
    holder.join()
    assert history(journal) == [(1, "declared")]


@pytest.fixture
def full(connection: Connection, journal: Journal) -> Connection:
    """A disk with no room for another page."""
    for number in range(3):
        journal.refuse(f"{number} {'x' * 4000}", "no reason", "the press", NOW)
    connection.execute(f"PRAGMA max_page_count = {value(connection, 'page_count')}")
    return connection


def crowd(name: str) -> list[dict[str, object]]:
    """So many candidates that they need pages of their own."""
    return [
        {"name": f"{name} {number}", "party": "Labour", "votes": 100 - number}
        for number in range(90)
    ]


def test_on_a_full_disk_nothing_is_half_written(
    desk: Desk, journal: Journal, full: Connection
) -> None:
    before = (journal.since(0), journal.refused(), journal.opened())
    with pytest.raises(StateError, match="The state could not be written, and nothing was: "):
        told(desk, declared(candidates=crowd("Ann Able")))
    with pytest.raises(StateError, match="The state could not be written, and nothing was: "):
        told(desk, "{" + "x" * 20_000)
    assert (journal.since(0), journal.refused(), journal.opened()) == before
    assert not full.in_transaction
    assert value(full, "integrity_check") == "ok"
    full.execute("PRAGMA max_page_count = 1000000")
    assert told(desk, declared(candidates=crowd("Ann Able"))) == ["accepted: Clacton, 2029-05-03"]


def test_a_full_disk_is_called_full(desk: Desk, full: Connection) -> None:
    with pytest.raises(StateError) as said:
        told(desk, declared(candidates=crowd("Ann Able")))
    assert "disk is full" in str(said.value)


def test_what_was_declared_before_the_disk_was_full_is_kept(
    desk: Desk, journal: Journal, full: Connection
) -> None:
    lines = [
        declared(),
        *(declared(candidates=crowd(f"Ann {number}")) for number in range(5)),
    ]
    taken = desk.take(iter(json.dumps(one) for one in lines), "the press")
    assert next(taken).outcome == "accepted"
    with pytest.raises(StateError):
        list(taken)
    assert history(journal) == [(1, "declared")]


def test_an_error_in_the_middle_leaves_nothing_behind(
    journal: Journal, connection: Connection
) -> None:
    journal.open([CLACTON], ContestKind.BY_ELECTION, NOW)

    def fail_halfway() -> None:
        with writing(connection):
            connection.execute("DELETE FROM opened_contest")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail_halfway()
    assert list(journal.opened()) == [CLACTON]
    assert not connection.in_transaction


def test_a_copy_of_the_state_taken_away_holds_everything(
    tmp_path: Path, desk: Desk, connection: Connection, catalogue_path: Path
) -> None:
    """The catalogue can go: what was declared is laid over the next one."""
    told(desk, declared())
    copy = tmp_path / "elsewhere" / "state.db"
    copy.parent.mkdir()
    with sqlite3.connect(copy) as target:
        connection.backup(target)
    target.close()
    shutil.copy(catalogue_path, tmp_path / "another.db")
    opened, catalogue = open_state(f"sqlite:///{copy}"), Catalogue.open(tmp_path / "another.db")
    live = LiveContests(Journal(opened), catalogue).contest(CLACTON)
    assert live
    assert live.winner.standing_as == "Ann Able"
    catalogue.close()
    opened.close()
