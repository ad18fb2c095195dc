"""Which persons are women, as far as the source says."""

import sqlite3
from functools import cached_property

_WOMAN = "Female"


class Genders:
    """All persons' are read at once and kept: whole elections ask for thousands."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def is_woman(self, person_id: str) -> bool | None:
        """None where no gender is recorded, or nothing is known of the person."""
        return self._women.get(person_id)

    @cached_property
    def _women(self) -> dict[str, bool]:
        rows = self._connection.execute("SELECT id, gender FROM person WHERE gender IS NOT NULL")
        return {row["id"]: row["gender"] == _WOMAN for row in rows}
