"""How far a night was replayed, and where the state of a replay is kept."""

import sqlite3
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bot.declarations.state import reading, writing
from bot.errors import StateError


@dataclass(frozen=True, slots=True)
class Place:
    """`position` events were played, the last of them at `moment`."""

    position: int
    moment: datetime


class Rehearsals:
    """Over one connection to the state."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def place(self, night: str) -> Place | None:
        """None where nothing was played yet."""
        rows = reading(self._connection, "SELECT * FROM rehearsal WHERE night = ?", (night,))
        if not rows:
            return None
        return Place(rows[0]["position"], datetime.fromisoformat(rows[0]["moment"]))

    def move(self, night: str, place: Place) -> None:
        """One event on. Raises StateError where another process has gone on meanwhile."""
        with writing(self._connection) as state:
            moved = state.execute(_MOVE, (night, place.position, place.moment.isoformat()))
            if not moved.rowcount:
                raise StateError(
                    f"Another process is replaying the night {night} in the same state: "
                    "stop one of the two."
                )


# Two that play the same night would correct each other's results by older slips.
_MOVE = """
INSERT INTO rehearsal (night, position, moment) VALUES (?, ?, ?)
ON CONFLICT (night) DO UPDATE SET position = excluded.position, moment = excluded.moment
WHERE rehearsal.position = excluded.position - 1
"""


def state_path(home: Path, night: str) -> Path:
    """Where the state of a replay is, which never touches the state of what is live."""
    return home / "replay" / f"{night}.db"


def forget(path: Path) -> None:
    """Delete a state that may not be there. Raises StateError."""
    try:
        # The file first: SQLite ignores a log that has lost its file, but not the other way round.
        for ending in ("", "-wal", "-shm"):
            path.with_name(path.name + ending).unlink(missing_ok=True)
    except OSError as failed:
        reason = failed.strerror or failed
        raise StateError(f"The state {path} cannot be deleted: {reason}.") from failed
