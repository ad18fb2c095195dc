"""The steps by which a state came to be as it is; each is done once, with the record of it."""

from sqlite_utils import Migrations
from sqlite_utils.db import Database

MIGRATIONS = Migrations("teller-state")


@MIGRATIONS(transactional=False)
def journal(database: Database) -> None:
    """Opened contests, the journal that only grows, and what was refused."""
    # Not in a transaction of its own: the caller holds the one that all steps share.
    for statement in _JOURNAL:
        database.execute(statement)


_JOURNAL = (
    """
    CREATE TABLE opened_contest (
        code TEXT NOT NULL,
        polled_on TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('general', 'by')),
        opened_at TEXT NOT NULL,
        PRIMARY KEY (code, polled_on)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE journal (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        code TEXT NOT NULL,
        polled_on TEXT NOT NULL,
        version INTEGER NOT NULL CHECK (version > 0),
        kind TEXT NOT NULL CHECK (kind IN ('declared', 'corrected', 'withdrawn')),
        payload TEXT NOT NULL,
        source TEXT NOT NULL,
        declared_at TEXT,
        recorded_at TEXT NOT NULL,
        UNIQUE (code, polled_on, version)
    ) STRICT
    """,
    """
    CREATE TABLE journal_person (
        person_id TEXT NOT NULL,
        seq INTEGER NOT NULL REFERENCES journal (seq),
        PRIMARY KEY (person_id, seq)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TRIGGER journal_is_never_changed BEFORE UPDATE ON journal
    BEGIN SELECT RAISE(ABORT, 'the journal only grows'); END
    """,
    """
    CREATE TRIGGER journal_is_never_shortened BEFORE DELETE ON journal
    BEGIN SELECT RAISE(ABORT, 'the journal only grows'); END
    """,
    """
    CREATE TABLE refused (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        received_at TEXT NOT NULL,
        source TEXT NOT NULL,
        reason TEXT NOT NULL,
        received TEXT NOT NULL
    ) STRICT
    """,
)
