"""Persons who stood."""

import sqlite3
from functools import lru_cache

from bot.catalogue.seats import Seats
from bot.elections.constituency import Constituency
from bot.elections.person import Person


class Persons:
    def __init__(self, connection: sqlite3.Connection, seats: Seats) -> None:
        self._connection = connection
        self._seats = seats
        # Autocomplete asks for the same few on every keystroke.
        self.last_stood = lru_cache(maxsize=4096)(self._last_stood)

    def get(self, person_id: str) -> Person | None:
        row = self._connection.execute(
            "SELECT id, name, mnis_id FROM person WHERE id = ?", (person_id,)
        ).fetchone()
        return Person(row["id"], row["name"], row["mnis_id"]) if row else None

    def identified(self, scheme: str, identifier: str) -> str | None:
        """The person whom somebody else ("mnis", "democracy-club") knows by that id."""
        row = self._connection.execute(
            "SELECT person_id FROM person_identifier WHERE scheme = ? AND identifier = ?",
            (scheme, identifier),
        ).fetchone()
        return str(row["person_id"]) if row else None

    def same_person(self, name: str, code: str, party_id: str) -> str | None:
        """The one person of that very name who stood there or for that party; None if unsure."""
        rows = self._connection.execute(
            "SELECT DISTINCT person_id FROM candidacy WHERE standing_as = ? "
            "AND (code = ? OR party_id = ?)",
            (name, code, party_id),
        ).fetchall()
        return str(rows[0]["person_id"]) if len(rows) == 1 else None

    def _last_stood(self, person_id: str) -> Constituency | None:
        """The seat that the person stood in last."""
        row = self._connection.execute(
            "SELECT code FROM candidacy WHERE person_id = ? ORDER BY polled_on DESC LIMIT 1",
            (person_id,),
        ).fetchone()
        return self._seats.by_code[row["code"]] if row else None
