"""state.db: what must never be lost. Opened by any number of processes at once."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.errors import StateError

_SCHEME = "sqlite:///"
STEPS = 5  # that a state takes to be as this Teller wants it
_PATIENCE = 10  # seconds to wait for another process that writes


def open_state(url: str) -> sqlite3.Connection:
    """A connection to a state that is migrated to the newest step. Raises StateError."""
    path = path_of(url)
    connection: sqlite3.Connection | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # Transactions are begun by hand: Python's own would begin without the write lock.
        connection = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)
        connection.row_factory = sqlite3.Row
        _write_ahead(connection)
        # So that a REPLACE meets the trigger against deleting too.
        connection.execute("PRAGMA recursive_triggers = ON")
        # With WAL the usual setting may lose the last transactions when the power goes.
        connection.execute("PRAGMA synchronous = FULL")
        # A step that makes a table anew must not take what refers to it along.
        connection.execute("PRAGMA foreign_keys = OFF")
        _migrate(connection)
        connection.execute("PRAGMA foreign_keys = ON")
    except (OSError, sqlite3.Error, StateError) as failed:
        if connection is not None:
            connection.close()
        if isinstance(failed, StateError):
            raise
        raise StateError(f"The state {path} cannot be opened: {failed}.") from failed
    return connection


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Changes a new file's mode. SQLite does not wait for another process that does the same."""
    end = time.monotonic() + _PATIENCE
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError:
            if time.monotonic() >= end:
                raise
            time.sleep(0.02)
        else:
            return


def url_of(path: Path) -> str:
    return f"{_SCHEME}{path}"


def path_of(url: str) -> Path:
    """The file that a URL names. Raises StateError where it names none."""
    if not url.startswith(_SCHEME):
        raise StateError(
            "TELLER_STATE_URL names PostgreSQL, which Teller cannot use yet: "
            "write sqlite:/// and the path of a file, or leave it empty."
        )
    return Path(url.removeprefix(_SCHEME))


def _migrate(connection: sqlite3.Connection) -> None:
    [step] = connection.execute("PRAGMA user_version").fetchone()
    if step == STEPS:
        return
    if step > STEPS:
        raise StateError("The state was written by a newer Teller; run that one.")
    # Loaded only here: asking a question needs none of it once the state is there.
    from sqlite_utils import Database

    from bot.declarations.migrations import MIGRATIONS

    database = Database(connection)
    if MIGRATIONS.pending(database):
        with writing(connection):
            # Another process may have been quicker while this one waited for the lock.
            MIGRATIONS.apply(database)
            if connection.execute("PRAGMA foreign_key_check").fetchall():
                raise StateError("The state refers to what is not in it; restore it.")
            connection.execute(f"PRAGMA user_version = {STEPS:d}")


@contextmanager
def writing(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """One transaction that holds the write lock from its beginning, or nothing at all.

    Raises StateError where the disk is full or another process does not let go of the lock.
    """
    try:
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield connection
        except BaseException:
            # On a full disk SQLite has rolled back by itself.
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")
    except sqlite3.Error as failed:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise StateError(f"The state could not be written, and nothing was: {failed}.") from failed


def reading(
    connection: sqlite3.Connection, query: str, values: tuple[object, ...] = ()
) -> list[sqlite3.Row]:
    """All rows of a query. Raises StateError where the file is damaged."""
    try:
        return connection.execute(query, values).fetchall()
    except sqlite3.Error as failed:
        raise StateError(f"The state could not be read: {failed}.") from failed
