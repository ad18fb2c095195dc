"""Opening the catalogue: built when missing, stale or damaged, and then only ever read."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.catalogue import build
from bot.errors import CatalogueError

FILE_NAME = "catalogue.db"


def ensure(data: Path, home: Path, progress: build.Progress | None = None) -> Path:
    """The path of a catalogue that matches `data`, built now if there is none to trust."""
    target = home / FILE_NAME
    if not is_current(data, target):
        build.build(data, target, progress)
    return target


def is_current(data: Path, target: Path) -> bool:
    """Whether the file is whole, byte for byte, and was built from `data` as it is now."""
    try:
        expected = build.checksum_path(target).read_text(encoding="ascii").strip()
        # All of the file, not a sample: it takes a hundredth of a second, and nobody is told a
        # figure from a page that the disk has lost.
        if build.checksum(target) != expected:
            return False
        with reading(target) as connection:
            [value] = connection.execute(
                f"SELECT value FROM {build.META} WHERE name = 'fingerprint'"  # noqa: S608
            ).fetchone()
        return bool(value == build.fingerprint(data))
    except (OSError, ValueError, TypeError, sqlite3.Error, CatalogueError):
        return False


def mark_of(target: Path) -> str:
    """What tells this catalogue from any other."""
    try:
        return build.checksum_path(target).read_text(encoding="ascii").strip()
    except OSError:
        return build.checksum(target)  # another process is just putting a new one there


def connect(path: Path) -> sqlite3.Connection:
    """A connection that cannot write. Rows can be read by name."""
    try:
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    except sqlite3.Error as failed:
        raise CatalogueError(f"The catalogue {path} cannot be opened: {failed}.") from failed
    connection.row_factory = sqlite3.Row
    return connection


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    connection = connect(path)
    try:
        yield connection
    finally:
        connection.close()
