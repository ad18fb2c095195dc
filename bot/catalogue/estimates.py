"""What an estimate of an earlier election says beside the votes."""

import sqlite3
from datetime import date


def estimated_electorate(connection: sqlite3.Connection, code: str, polled_on: date) -> int | None:
    """Of that general election on the boundaries of a later seat."""
    row = connection.execute(
        "SELECT electorate FROM notional_contest WHERE code = ? AND polled_on = ?",
        (code, polled_on.isoformat()),
    ).fetchone()
    return int(row["electorate"]) if row else None
