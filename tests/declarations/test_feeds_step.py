"""A state of an older Teller becomes one that knows feeds, and nothing of it is lost."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from bot.declarations import migrations
from bot.declarations.declaration import Declaration, DeclaredCandidate, Result
from bot.declarations.journal import Journal
from bot.declarations.ledger import Ledger
from bot.declarations.state import open_state
from bot.declarations.subscriptions import Subscriptions
from tests.declarations.making import CLACTON, NOW

_RESULT = (
    '{"candidates": [{"name": "Ann Able", "party": "Labour", "party_id": "labour", '
    '"person_id": "ann-able", "votes": 5}], "electorate": null, "rejected_votes": null}'
)
_NAMED_WITH_A_VERSION = (
    "INSERT INTO journal (code, polled_on, version, kind, payload, source, recorded_at) "
    "VALUES ('x', 'x', 3, 'named', '{}', 'x', 'x')"
)

OLD_TABLES = (
    *("journal", "journal_person", "opened_contest", "refused", "channel", "subscription"),
    *("subject", "outbox", "identity", "rehearsal", "server_setting", "board"),
)


def old_state(path: Path) -> None:
    """As the fourth step left it: two entries, and everything that refers to them."""
    with closing(sqlite3.connect(path, isolation_level=None)) as state:
        database = Database(state)
        for step in (
            migrations.journal,
            migrations.subscriptions,
            migrations.server_setting,
            migrations.board,
        ):
            step(database)
        _record_steps(database)
        for version, kind, payload in ((1, "declared", _RESULT), (2, "withdrawn", "{}")):
            state.execute(
                "INSERT INTO journal (code, polled_on, version, kind, payload, source, recorded_at)"
                " VALUES (?, ?, ?, ?, ?, 'the press', ?)",
                (CLACTON.code, str(CLACTON.polled_on), version, kind, payload, NOW.isoformat()),
            )
        state.execute("INSERT INTO journal_person VALUES ('ann-able', 1)")
        state.execute("INSERT INTO channel (id, server_id, cursor) VALUES (7, 1, 1)")
        state.execute(
            "INSERT INTO subscription (channel_id, owner_id, kind, key, name, events, minutes, "
            "since, every_since, created_at) VALUES (7, 9, 'everything', '', 'all', 'every', 0, "
            "0, 0, ?)",
            (NOW.isoformat(),),
        )
        state.execute("INSERT INTO subject VALUES ('everything', '', 2, 0)")
        state.execute(
            "INSERT INTO outbox (channel_id, nonce, payload, upto, written_at) "
            "VALUES (7, 'n', '{}', 2, ?)",
            (NOW.isoformat(),),
        )
        state.execute(
            "INSERT INTO board (channel_id, server_id, owner_id, polled_on) "
            "VALUES (7, 1, 9, '2029-05-03')"
        )
        state.execute("INSERT INTO server_setting VALUES (1, 'always', 'dark')")
        state.execute(
            "INSERT INTO opened_contest VALUES (?, ?, 'by', ?)",
            (CLACTON.code, str(CLACTON.polled_on), NOW.isoformat()),
        )
        state.execute(
            "INSERT INTO refused (received_at, source, reason, received) "
            "VALUES (?, 'the press', 'it is empty', '')",
            (NOW.isoformat(),),
        )
        state.execute("INSERT INTO rehearsal VALUES ('2024-07-04', 3, ?)", (NOW.isoformat(),))
        state.execute("PRAGMA user_version = 4")


def _record_steps(database: Database) -> None:
    """As sqlite-utils writes down what was done."""
    whole = migrations.MIGRATIONS
    whole.ensure_migrations_table(database)
    for name in ("journal", "subscriptions", "server_setting", "board"):
        database.table("_sqlite_migrations").insert(
            {"migration_set": "teller-state", "name": name, "applied_at": NOW.isoformat()}
        )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    old_state(tmp_path / "state.db")
    return tmp_path / "state.db"


def test_everything_is_there_afterwards(path: Path) -> None:
    with closing(open_state(f"sqlite:///{path}")) as state:
        journal = Journal(state)
        assert [(one.seq, one.version, str(one.kind)) for one in journal.since(0)] == [
            (1, 1, "declared"),
            (2, 2, "withdrawn"),
        ]
        assert journal.naming("ann-able") == [CLACTON]
        [subscription] = Subscriptions(state).of_channel(7)
        assert not subscription.wish.named
        assert [one.nonce for one in Ledger(state).letters([7])] == ["n"]
        assert state.execute("PRAGMA foreign_key_check").fetchall() == []
        assert state.execute("PRAGMA integrity_check").fetchone()[0] == "ok"


def test_the_journal_only_grows_as_before_and_is_referred_to(path: Path) -> None:
    with closing(open_state(f"sqlite:///{path}")) as state:
        for broken in (
            "UPDATE journal SET source = 'x'",
            "DELETE FROM journal WHERE seq = 2",
            "INSERT INTO subject VALUES ('everything', '', 99, 0, 0)",
            _NAMED_WITH_A_VERSION,
        ):
            with pytest.raises(sqlite3.IntegrityError):
                state.execute(broken)
        entry = Journal(state).name(CLACTON, None, "x", NOW)
        assert entry is None
        state.execute(
            "INSERT INTO journal (code, polled_on, kind, payload, source, recorded_at) "
            "VALUES ('E14001174', '2029-05-03', 'unnamed', '{}', 'x', '2029-05-04T00:00:00')"
        )
        assert Journal(state).head() == 3


def rows(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Everything that is kept, by table; the newest step adds columns at the end."""
    with closing(sqlite3.connect(path)) as state:
        return {one: state.execute(f"SELECT * FROM {one}").fetchall() for one in OLD_TABLES}  # noqa: S608 (our own)


def test_every_row_of_every_table_is_kept(path: Path) -> None:
    before = rows(path)
    assert all(before.values())
    open_state(f"sqlite:///{path}").close()
    for table, kept in rows(path).items():
        assert [row[: len(old)] for row, old in zip(kept, before[table], strict=True)] == (
            before[table]
        )
    with closing(sqlite3.connect(path)) as state:
        assert state.execute("SELECT DISTINCT named_since FROM subscription").fetchall() == [
            (None,)
        ]
        assert state.execute("SELECT DISTINCT named FROM subject").fetchall() == [(0,)]


def test_it_is_the_state_that_a_new_one_would_be(path: Path, tmp_path: Path) -> None:
    with (
        closing(open_state(f"sqlite:///{path}")) as grown,
        closing(open_state(f"sqlite:///{tmp_path / 'new.db'}")) as new,
    ):
        query = (
            "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE name NOT LIKE '%migrations%'"
        )
        schema = [{tuple(row) for row in one.execute(query)} for one in (grown, new)]
        assert schema[0] == schema[1]
        assert grown.execute("PRAGMA foreign_keys").fetchone()[0] == 1
        assert not [one for one in schema[0] if "journal_anew" in str(one)]


def test_numbers_go_on_after_the_highest_and_all_that_refers_to_them_is_held(path: Path) -> None:
    with closing(open_state(f"sqlite:///{path}")) as state:
        able = DeclaredCandidate("Ann Able", "ann-able", "Labour", "labour", 6)
        declaration = Declaration(CLACTON, Result((able,), None, None), None)
        entry = Journal(state).record(declaration, "the press", NOW)
        assert entry
        assert (entry.seq, entry.version, str(entry.kind)) == (3, 3, "declared")
        sequence = "SELECT name, seq FROM sqlite_sequence WHERE name LIKE 'journal%'"
        assert [tuple(row) for row in state.execute(sequence)] == [("journal", 3)]
        for broken in (
            "INSERT INTO journal_person VALUES ('x', 99)",
            (
                "INSERT INTO outbox (channel_id, nonce, payload, upto, written_at) "
                "VALUES (7, 'm', '{}', 99, 'x')"
            ),
            "REPLACE INTO journal SELECT * FROM journal WHERE seq = 1",
            "UPDATE channel SET cursor = 0 WHERE id = 7",
            (
                "INSERT INTO subscription (channel_id, owner_id, kind, key, name, events, minutes, "
                "since, every_since, named_since, created_at) VALUES (7, 9, 'party', 'x', 'x', "
                "'every', 0, 5, 5, 4, 'x')"
            ),
        ):
            with pytest.raises(sqlite3.IntegrityError):
                state.execute(broken)


PROGRAM = """
import sys
from bot.declarations.journal import Journal
from bot.declarations.state import open_state
print("ready", flush=True)
sys.stdin.readline()
print(Journal(open_state(sys.argv[1])).head())
"""
KILLED = """
import os, sys
from bot.declarations import migrations
from bot.declarations.state import open_state
real = migrations.Database.execute
def execute(self, sql, *more):
    if "CREATE TABLE nomination" in sql:
        os.kill(os.getpid(), 9)
    return real(self, sql, *more)
migrations.Database.execute = execute
open_state(sys.argv[1])
"""


def test_several_processes_may_take_the_step_at_once(path: Path) -> None:
    command = [sys.executable, "-c", PROGRAM, f"sqlite:///{path}"]
    pipe = subprocess.PIPE
    started = [
        subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True) for _ in range(3)
    ]
    for one in started:
        assert one.stdout
        assert one.stdout.readline() == "ready\n"
    said = [one.communicate("go\n", timeout=50) for one in started]
    assert said == [("2\n", "")] * 3
    assert rows(path)["journal"][1][4] == "withdrawn"


def test_a_process_that_is_killed_in_the_middle_of_it_leaves_the_old_state(path: Path) -> None:
    before = rows(path)
    killed = subprocess.run(
        [sys.executable, "-c", KILLED, f"sqlite:///{path}"], check=False, capture_output=True
    )
    assert killed.returncode == -9
    assert rows(path) == before
    with closing(sqlite3.connect(path)) as left:
        assert left.execute("PRAGMA user_version").fetchone()[0] == 4
    with closing(open_state(f"sqlite:///{path}")) as state:
        assert Journal(state).head() == 2


def test_a_step_that_fails_leaves_the_old_state_whole(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(migrations, "_FEEDS", ("CREATE TABLE broken (", *migrations._FEEDS))  # noqa: SLF001
        with pytest.raises(Exception, match="incomplete input"):
            open_state(f"sqlite:///{path}")
    with closing(sqlite3.connect(path)) as left:
        assert left.execute("PRAGMA user_version").fetchone()[0] == 4
        assert left.execute("SELECT count(*) FROM journal").fetchone()[0] == 2
        assert left.execute("SELECT count(*) FROM outbox").fetchone()[0] == 1
    with closing(open_state(f"sqlite:///{path}")) as state:
        assert Journal(state).head() == 2
