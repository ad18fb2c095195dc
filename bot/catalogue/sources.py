"""Where the data come from, under which licence, and how fresh they are."""

import sqlite3
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Source:
    """`as_of` is the day of the copy, where it matters."""

    id: str
    title: str
    credit: str
    licence: str
    url: str
    as_of: date | None


def sources(connection: sqlite3.Connection) -> list[Source]:
    rows = connection.execute("SELECT * FROM source ORDER BY rowid")
    return [_source(row) for row in rows]


def _source(row: sqlite3.Row) -> Source:
    as_of = date.fromisoformat(row["as_of"]) if row["as_of"] else None
    return Source(row["id"], row["title"], row["credit"], row["licence"], row["url"], as_of)
