"""The notes of a contest, by what they are about."""

import sqlite3
from collections.abc import Collection

from bot.elections.contest import ContestId


def notes_about(
    connection: sqlite3.Connection, contest_id: ContestId, subjects: Collection[str]
) -> tuple[str, ...]:
    """`subjects` are those of the table: change, day, majority, outcome, party, votes."""
    rows = connection.execute(
        "SELECT about, note FROM contest_note WHERE code = ? AND polled_on = ? ORDER BY number",
        (contest_id.code, contest_id.polled_on.isoformat()),
    )
    return tuple(row["note"] for row in rows if row["about"] in subjects)
