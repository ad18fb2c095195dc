"""How each feed does, and what it wants to remember."""

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.declarations.feeds.feed import Feed
from bot.declarations.state import reading, writing
from bot.text import storable

_SELDOM = 10.0  # seconds between two notes of nothing but success, to spare the disk


@dataclass(frozen=True, slots=True)
class Health:
    """`place` counts from 0, the most trusted; None for a feed that is followed no longer.

    `succeeded_at` may be some seconds behind, `changed_at` is when it last said something new.
    `trouble` is empty while all is well.
    """

    name: str
    source: str
    place: int | None
    trusted: bool
    interval: float
    followed_since: datetime
    tried_at: datetime | None
    succeeded_at: datetime | None
    changed_at: datetime | None
    trouble: str
    failures: int


class FeedOffice:
    """Over one connection to the state."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._noted: dict[str, datetime] = {}

    def register(self, feeds: Sequence[Feed], unsure: frozenset[str], now: datetime) -> None:
        """These are followed from now on, in order of trust, and no others."""
        with writing(self._connection) as state:
            state.execute("UPDATE feed SET place = -1")
            state.executemany(
                "INSERT INTO feed (name, source, place, trusted, interval, followed_since) "
                "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (name) DO UPDATE SET "
                "source = excluded.source, place = excluded.place, trusted = excluded.trusted, "
                "interval = excluded.interval, followed_since = excluded.followed_since, "
                "trouble = '', failures = 0",
                [
                    (
                        *(one.name, one.source, place, one.name not in unsure),
                        *(one.interval, now.isoformat()),
                    )
                    for place, one in enumerate(feeds)
                ],
            )

    def sources(self) -> set[str]:
        """Of every feed that was ever followed."""
        return {row["source"] for row in reading(self._connection, "SELECT source FROM feed")}

    def memory(self, feed: str) -> dict[str, str]:
        rows = reading(
            self._connection, "SELECT key, value FROM feed_memory WHERE feed = ?", (feed,)
        )
        return {row["key"]: row["value"] for row in rows}

    def succeeded(self, feed: str, changed: Mapping[str, str], trouble: str, now: datetime) -> None:
        """A poll brought something or nothing, and all that it brought is kept."""
        noted = self._noted.get(feed)
        recently = noted is not None and 0 <= (now - noted).total_seconds() < _SELDOM
        if recently and not changed and not trouble:
            return
        # What did not work although something did is to be seen until it works.
        self._noted = {**self._noted, feed: now} if not trouble else _without(self._noted, feed)
        with writing(self._connection) as state:
            self._remember(state, feed, changed)
            state.execute(
                "UPDATE feed SET tried_at = ?, succeeded_at = ?, trouble = ?, failures = 0 "
                "WHERE name = ?",
                (now.isoformat(), now.isoformat(), storable(trouble), feed),
            )

    def failed(self, feed: str, reason: str, now: datetime) -> int:
        """How often in a row it has failed now."""
        self._noted = _without(self._noted, feed)
        with writing(self._connection) as state:
            rows = state.execute(
                "UPDATE feed SET tried_at = ?, trouble = ?, failures = failures + 1 "
                "WHERE name = ? RETURNING failures",
                (now.isoformat(), storable(reason), feed),
            ).fetchall()
        return int(rows[0]["failures"]) if rows else 1

    def changed(self, feed: str, now: datetime) -> None:
        """It said something new."""
        with writing(self._connection) as state:
            state.execute("UPDATE feed SET changed_at = ? WHERE name = ?", (now.isoformat(), feed))

    @staticmethod
    def _remember(state: sqlite3.Connection, feed: str, changed: Mapping[str, str]) -> None:
        state.executemany(
            "INSERT OR REPLACE INTO feed_memory VALUES (?, ?, ?)",
            [(feed, storable(key), storable(value)) for key, value in changed.items() if value],
        )
        state.executemany(
            "DELETE FROM feed_memory WHERE feed = ? AND key = ?",
            [(feed, storable(key)) for key, value in changed.items() if not value],
        )

    def healths(self) -> list[Health]:
        """Of every feed that was ever followed; those that are come first, in order of trust."""
        rows = reading(self._connection, "SELECT * FROM feed ORDER BY place < 0, place, name")
        return [_health(row) for row in rows]


def _without(noted: Mapping[str, datetime], feed: str) -> dict[str, datetime]:
    return {name: at for name, at in noted.items() if name != feed}


def _health(row: sqlite3.Row) -> Health:
    return Health(
        name=row["name"],
        source=row["source"],
        place=row["place"] if row["place"] >= 0 else None,
        trusted=bool(row["trusted"]),
        interval=row["interval"],
        followed_since=datetime.fromisoformat(row["followed_since"]),
        tried_at=_time(row["tried_at"]),
        succeeded_at=_time(row["succeeded_at"]),
        changed_at=_time(row["changed_at"]),
        trouble=row["trouble"],
        failures=row["failures"],
    )


def _time(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
