"""Where feeds disagree: kept, so that an operator can see it, also after it is settled."""

import sqlite3
from dataclasses import dataclass
from datetime import date, datetime

from bot.declarations.state import reading, writing
from bot.elections.contest import ContestId


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A feed `says` something else of a contest than what stands, which is `against` it and comes
    from `source`. `settled_at` is None while that is so."""

    feed: str
    contest: ContestId
    says: str
    against: str
    source: str
    noticed_at: datetime
    settled_at: datetime | None = None


class Disagreements:
    """Over one connection to the state."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def keep(self, contest: ContestId, found: list[Disagreement], now: datetime) -> None:
        """All that there are in a contest now; those that were and are not any more are settled."""
        standing = [one for one in self.of(contest) if one.settled_at is None]
        ended = [one for one in standing if not any(_same(one, other) for other in found)]
        begun = [one for one in found if not any(_same(one, other) for other in standing)]
        if not ended and not begun:
            return
        with writing(self._connection) as state:
            state.executemany(
                "UPDATE disagreement SET settled_at = ? WHERE code = ? AND polled_on = ? "
                "AND feed = ? AND settled_at IS NULL",
                [(now.isoformat(), *_key(contest), one.feed) for one in ended],
            )
            state.executemany(
                "INSERT INTO disagreement (feed, code, polled_on, says, against, source, "
                "noticed_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
                [
                    (one.feed, *_key(contest), one.says, one.against, one.source, now.isoformat())
                    for one in begun
                ],
            )

    def of(self, contest: ContestId) -> list[Disagreement]:
        rows = reading(
            self._connection,
            "SELECT * FROM disagreement WHERE code = ? AND polled_on = ? ORDER BY id",
            _key(contest),
        )
        return [_disagreement(row) for row in rows]

    def all(self) -> list[Disagreement]:
        """Oldest first."""
        rows = reading(self._connection, "SELECT * FROM disagreement ORDER BY id")
        return [_disagreement(row) for row in rows]


def _same(one: Disagreement, other: Disagreement) -> bool:
    said = (other.feed, other.says, other.against, other.source)
    return (one.feed, one.says, one.against, one.source) == said


def _key(contest: ContestId) -> tuple[str, str]:
    return contest.code, contest.polled_on.isoformat()


def _disagreement(row: sqlite3.Row) -> Disagreement:
    settled_at = row["settled_at"]
    return Disagreement(
        feed=row["feed"],
        contest=ContestId(row["code"], date.fromisoformat(row["polled_on"])),
        says=row["says"],
        against=row["against"],
        source=row["source"],
        noticed_at=datetime.fromisoformat(row["noticed_at"]),
        settled_at=datetime.fromisoformat(settled_at) if settled_at else None,
    )
