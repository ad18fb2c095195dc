"""A state of an older Teller becomes one that knows feeds, and nothing of it is lost."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from bot.declarations import migrations
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
