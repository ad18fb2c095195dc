"""The contests of one polling day, and what volunteers typed while its night went on."""

import sqlite3
from dataclasses import dataclass
from datetime import date, datetime

from bot.elections.contest import ContestId


@dataclass(frozen=True, slots=True)
class Slip:
    """One contest as it had been typed by a moment: a test of live nights, never a result.

    Of the votes typed only the leader's and the total are recorded. Whoever was named the winner
    before any votes were known was given 1 vote. `observed_at` knows its time zone; `party` is as
    typed.
    """

    contest: ContestId
    observed_at: datetime
    leader_id: str
    party: str
    leader_votes: int
    total_votes: int
    candidates_with_votes: int
    candidates: int

    @property
    def complete(self) -> bool:
        return self.candidates_with_votes == self.candidates


def contests_on(connection: sqlite3.Connection, polled_on: date) -> list[ContestId]:
    """The settled contests of a day, by code."""
    rows = connection.execute(
        "SELECT code FROM contest WHERE polled_on = ? ORDER BY code", (polled_on.isoformat(),)
    )
    return [ContestId(row["code"], polled_on) for row in rows]


def slips(connection: sqlite3.Connection, polled_on: date) -> list[Slip]:
    """In the order in which they were seen."""
    rows = connection.execute(
        "SELECT * FROM night_as_entered WHERE polled_on = ? ORDER BY number",
        (polled_on.isoformat(),),
    )
    return [_slip(row, polled_on) for row in rows]


def nights_as_entered(connection: sqlite3.Connection) -> list[date]:
    rows = connection.execute("SELECT DISTINCT polled_on FROM night_as_entered ORDER BY 1")
    return [date.fromisoformat(row["polled_on"]) for row in rows]


def _slip(row: sqlite3.Row, polled_on: date) -> Slip:
    return Slip(
        contest=ContestId(row["code"], polled_on),
        observed_at=datetime.fromisoformat(row["observed_at"]),
        leader_id=row["person_id"],
        party=row["party"],
        leader_votes=row["leader_votes"],
        total_votes=row["total_votes_entered"],
        candidates_with_votes=row["candidates_with_votes"],
        candidates=row["candidates"],
    )
