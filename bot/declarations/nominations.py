"""Who is known to stand in contests that are still to be declared."""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime

from bot.declarations.declaration import Nominee
from bot.declarations.state import reading, writing
from bot.elections.contest import ContestId


class Nominations:
    """Over one connection to the state. Of several feeds that know them the one that came with
    the newest list counts."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def keep(
        self, feed: str, contest: ContestId, nominees: Sequence[Nominee], now: datetime
    ) -> bool:
        """In place of what the feed said before; whether that was something else."""
        payload = json.dumps([asdict(one) for one in nominees], ensure_ascii=False)
        key = (contest.code, contest.polled_on.isoformat(), feed)
        with writing(self._connection) as state:
            kept = state.execute(
                "INSERT INTO nomination (code, polled_on, feed, payload, heard_at) "
                "VALUES (?, ?, ?, ?, ?) ON CONFLICT (code, polled_on, feed) DO UPDATE SET "
                "payload = excluded.payload, heard_at = excluded.heard_at "
                "WHERE payload <> excluded.payload",
                (*key, payload, now.isoformat()),
            )
        return bool(kept.rowcount)

    def of(self, contest: ContestId) -> tuple[Nominee, ...]:
        """By family name; nobody where no nominations are known."""
        return self.told(contest)[0]

    def told(self, contest: ContestId) -> tuple[tuple[Nominee, ...], str]:
        """The same, and who says so."""
        rows = reading(
            self._connection,
            "SELECT payload, coalesce(source, feed) AS source FROM nomination "
            "LEFT JOIN feed ON feed.name = nomination.feed "
            "WHERE code = ? AND polled_on = ? ORDER BY heard_at DESC LIMIT 1",
            (contest.code, contest.polled_on.isoformat()),
        )
        if not rows:
            return (), ""
        listed = json.loads(rows[0]["payload"])
        return tuple(Nominee(**one) for one in listed), rows[0]["source"]
