"""Persons who stood."""

import sqlite3

from bot.elections.person import Person


class Persons:
    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def get(self, person_id: str) -> Person | None:
        row = self._connection.execute(
            "SELECT id, name, mnis_id FROM person WHERE id = ?", (person_id,)
        ).fetchone()
        return Person(row["id"], row["name"], row["mnis_id"]) if row else None
