"""What each feed says of each contest, now."""

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.declarations.declaration import Nominee, Result
from bot.declarations.feeds.feed import Word
from bot.declarations.state import reading, writing
from bot.elections.contest import ContestId


class Waits(StrEnum):
    """What a claim waits for before it counts: nothing, some time or a second feed, or a second
    feed alone."""

    NO = ""
    FOR_TIME = "time"
    FOR_A_SECOND = "second"


@dataclass(frozen=True, slots=True)
class Claim:
    """The last word of a feed on a contest, with a `result` or a `nominee` where it has one.

    `heard_at` is when the feed first said anything of the contest, `changed_at` when it began to
    say just this. Of two claims one with a lower `order` is older.
    """

    feed: str
    contest: ContestId
    word: Word
    heard_at: datetime
    changed_at: datetime
    result: Result | None = None
    nominee: Nominee | None = None
    declared_at: datetime | None = None
    order: int = 0
    waits: Waits = Waits.NO

    def repeats(self, earlier: "Claim") -> bool:
        """Whether it says nothing that the earlier one did not say."""
        said = (earlier.word, earlier.result, earlier.nominee)
        return (self.word, self.result, self.nominee) == said


class Claims:
    """Over one connection to the state."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def of(self, contest: ContestId) -> dict[str, Claim]:
        """By the name of the feed."""
        rows = reading(
            self._connection,
            "SELECT * FROM claim WHERE code = ? AND polled_on = ?",
            (contest.code, contest.polled_on.isoformat()),
        )
        return {row["feed"]: _claim(row) for row in rows}

    def all(self) -> list[Claim]:
        return [_claim(row) for row in reading(self._connection, "SELECT * FROM claim")]

    def keep(self, claim: Claim) -> None:
        """In place of what the feed said of the contest before."""
        declared_at = claim.declared_at.isoformat() if claim.declared_at else None
        with writing(self._connection) as state:
            state.execute(
                "INSERT OR REPLACE INTO claim (feed, code, polled_on, word, payload, declared_at, "
                "place, heard_at, changed_at, waits) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    *(claim.feed, claim.contest.code, claim.contest.polled_on.isoformat()),
                    *(claim.word, _payload(claim), declared_at, claim.order),
                    *(claim.heard_at.isoformat(), claim.changed_at.isoformat(), claim.waits),
                ),
            )

    def put_off(self, contest: ContestId, feeds: Mapping[str, Waits]) -> None:
        """The claims of just these feeds on a contest wait, each for what it has to."""
        key = (contest.code, contest.polled_on.isoformat())
        with writing(self._connection) as state:
            state.execute("UPDATE claim SET waits = '' WHERE code = ? AND polled_on = ?", key)
            state.executemany(
                "UPDATE claim SET waits = ? WHERE code = ? AND polled_on = ? AND feed = ?",
                [(waits, *key, feed) for feed, waits in feeds.items()],
            )

    def waiting(self) -> list[Claim]:
        """Those that wait for anything, the oldest first."""
        rows = reading(
            self._connection, "SELECT * FROM claim WHERE waits <> '' ORDER BY changed_at, code"
        )
        return [_claim(row) for row in rows]


def _payload(claim: Claim) -> str:
    if claim.result is not None:
        return claim.result.as_json()
    return json.dumps(asdict(claim.nominee), ensure_ascii=False) if claim.nominee else "{}"


def _claim(row: sqlite3.Row) -> Claim:
    word, declared_at = Word(row["word"]), row["declared_at"]
    return Claim(
        feed=row["feed"],
        contest=ContestId(row["code"], date.fromisoformat(row["polled_on"])),
        word=word,
        heard_at=datetime.fromisoformat(row["heard_at"]),
        changed_at=datetime.fromisoformat(row["changed_at"]),
        result=Result.from_json(row["payload"]) if word is Word.RESULT else None,
        nominee=Nominee(**json.loads(row["payload"])) if word is Word.WINNER else None,
        declared_at=datetime.fromisoformat(declared_at) if declared_at else None,
        order=row["place"],
        waits=Waits(row["waits"]),
    )
