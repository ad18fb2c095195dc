"""Which persons are women, as far as the source says."""

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

_WOMAN = "Female"


@dataclass(frozen=True, slots=True)
class Genders:
    """Ids of persons. `unknown` are those of whom no gender is recorded."""

    women: frozenset[str]
    unknown: frozenset[str]


def genders(connection: sqlite3.Connection, person_ids: Iterable[str]) -> Genders:
    """Of these persons. Whoever the catalogue does not have is unknown too."""
    asked = frozenset(person_ids)
    # One bound list, since SQLite allows only so many parameters.
    rows = connection.execute(
        "SELECT id, gender FROM person WHERE gender IS NOT NULL "
        "AND id IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(asked)),),
    ).fetchall()
    known = frozenset(row["id"] for row in rows)
    women = frozenset(row["id"] for row in rows if row["gender"] == _WOMAN)
    return Genders(women, asked - known)
