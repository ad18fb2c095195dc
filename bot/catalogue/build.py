"""Builds catalogue.db from the tables in data/: whole or not at all."""

import contextlib
import hashlib
import secrets
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from bot.catalogue import tables, views
from bot.catalogue.schema import TABLES, Table
from bot.errors import CatalogueError, DataError

if TYPE_CHECKING:
    from sqlite_utils import Database

# Part of what a catalogue is built from, so that a newer Teller builds its own.
LAYOUT = "1"  # raise when views or indexes change without a change of the tables
META = "meta"
_PART = ".part"
_LONG_AGO = 3600  # seconds; no build takes that long

Progress = Callable[[int, int], None]
"""Called with the number of tables done and of all tables."""


def fingerprint(data: Path) -> str:
    """What a catalogue is built from: the tables' contents and their layout."""
    digest = hashlib.sha256(f"{LAYOUT}{sorted(views.VIEWS.items())}".encode())
    for table in TABLES:
        digest.update(f"{table.name}{table.columns}{table.indexes}".encode())
        path = data / table.file_name
        digest.update(path.read_bytes() if path.exists() else b"missing")
    return digest.hexdigest()


def build(data: Path, target: Path, progress: Progress | None = None) -> None:
    """Build beside `target` under another name, then rename into place.

    Raises DataError where a table cannot be used and CatalogueError where the file cannot be
    written; `target` is untouched in both cases.
    """
    unfinished = target.with_suffix(f".{secrets.token_hex(4)}{_PART}")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _clear_away(target.parent)
        _fill(data, unfinished, progress or _silent)
        # The old checksum must not vouch for the new file, nor the new one for the old.
        checksum_path(target).unlink(missing_ok=True)
        unfinished.replace(target)
        _write_checksum(target)
    except (OSError, sqlite3.Error) as failed:
        reason = getattr(failed, "strerror", None) or failed
        message = f"The catalogue {target} could not be written: {reason}."
        raise CatalogueError(message) from failed
    finally:
        with contextlib.suppress(OSError):
            unfinished.unlink(missing_ok=True)


def _clear_away(home: Path) -> None:
    """Remove what builds left behind that were killed long ago."""
    for left in home.glob(f"*{_PART}"):
        with contextlib.suppress(OSError):
            if time.time() - left.stat().st_mtime > _LONG_AGO:
                left.unlink()


def checksum_path(target: Path) -> Path:
    return target.with_suffix(".sha256")


def checksum(path: Path) -> str:
    with path.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()


def _write_checksum(target: Path) -> None:
    """Renamed into place too, so that half a checksum never stands beside a good catalogue."""
    unfinished = target.with_suffix(f".{secrets.token_hex(4)}{_PART}")
    unfinished.write_text(checksum(target), encoding="ascii")
    unfinished.replace(checksum_path(target))


def _fill(data: Path, path: Path, progress: Progress) -> None:
    # Loaded only where something is built: reading needs none of it, and starts the sooner.
    from sqlite_utils import Database

    connection = sqlite3.connect(path)
    try:
        # Nobody else sees this file before it is complete, so a crash may cost all of it.
        connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
        database = Database(connection)
        with connection:
            for done, table in enumerate(TABLES):
                progress(done, len(TABLES))
                _fill_table(database, table, data)
            for name, query in views.VIEWS.items():
                database.create_view(name, query)
            meta = database.table(META).create({"name": str, "value": str}, pk="name", strict=True)
            meta.insert({"name": "fingerprint", "value": fingerprint(data)})
        _refuse_dangling(connection)
        progress(len(TABLES), len(TABLES))
    finally:
        connection.close()


def _fill_table(database: "Database", table: Table, data: Path) -> None:
    made = database.table(table.name).create(
        table.columns,
        pk=table.key if len(table.key) > 1 else table.key[0],
        not_null=table.required,
        foreign_keys=[(column, *target) for column, target in table.references.items()],
        strict=True,
    )
    try:
        made.insert_all(tables.read(data, table), batch_size=1000)
    except sqlite3.IntegrityError as wrong:
        raise DataError(f"{table.file_name} breaks a rule of the tables: {wrong}.") from wrong
    for columns in table.indexes:
        made.create_index(columns)


def _refuse_dangling(connection: sqlite3.Connection) -> None:
    dangling = connection.execute("PRAGMA foreign_key_check").fetchall()
    if dangling:
        table, row, parent, _ = dangling[0]
        raise CatalogueError(
            f"{len(dangling)} rows of data/ refer to rows that do not exist, first row {row} of "
            f"{table} to {parent}; restore data/ from the repository."
        )


def _silent(_done: int, _total: int) -> None:
    """The progress of a build that nobody watches."""
