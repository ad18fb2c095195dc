"""What is known of members from before 2010, when the records of persons begin."""

import sqlite3
from dataclasses import dataclass
from datetime import date

from bot.elections.person import Person

_FIRST_PARLIAMENT = 2010  # the first whose members all have their contests here


@dataclass(frozen=True, slots=True)
class MaidenSpeech:
    """`parliament` is written "1983-87"; `constituency` is None where the source has none.

    Whoever spoke had been elected by then, at that Parliament's general election or a by-election.
    """

    name: str
    parliament: str
    delivered_on: date
    constituency: str | None

    @property
    def before_records(self) -> bool:
        return int(self.parliament[:4]) < _FIRST_PARLIAMENT


@dataclass(frozen=True, slots=True)
class EarlierWin:
    """A general election of 1997 to 2005 that somebody of a member's very name won."""

    polled_on: date
    constituency: str


def maiden_speech(connection: sqlite3.Connection, person: Person) -> MaidenSpeech | None:
    """The member's first; None for who never was one, or never spoke, as Sinn Féin's do not."""
    row = connection.execute(
        "SELECT * FROM maiden_speech WHERE mnis_id = ? ORDER BY delivered_on LIMIT 1",
        (person.mnis_id,),
    ).fetchone()
    if row is None:
        return None
    return MaidenSpeech(
        row["name"],
        row["parliament"],
        date.fromisoformat(row["delivered_on"]),
        row["constituency"],
    )


def earlier_wins(
    connection: sqlite3.Connection, person: Person, speech: MaidenSpeech
) -> list[EarlierWin]:
    """Oldest first. None where another member has that name: the source tells only names."""
    names = (person.name, speech.name)
    rows = connection.execute(
        "SELECT polled_on, constituency FROM historic_winner AS one "
        "WHERE winner IN (?, ?) AND substr(polled_on, 1, 4) >= ? AND NOT EXISTS ("
        "SELECT 1 FROM maiden_speech WHERE name = winner AND mnis_id <> ?) AND NOT EXISTS ("
        "SELECT 1 FROM historic_winner AS other WHERE other.winner = one.winner "
        "AND other.polled_on = one.polled_on AND other.constituency <> one.constituency) "
        "ORDER BY polled_on",
        (*names, speech.parliament[:4], person.mnis_id),
    )
    found = [
        EarlierWin(date.fromisoformat(row["polled_on"]), row["constituency"].replace("&", "and"))
        for row in rows
    ]
    # Two winners on one day cannot be one person, even if each name by itself was clear.
    days = [one.polled_on for one in found]
    return found if len(set(days)) == len(days) else []


def sat_when_records_begin(connection: sqlite3.Connection, person_id: str) -> bool:
    """Whether the source says that a candidate of the first general election was a member then."""
    row = connection.execute(
        "SELECT 1 FROM candidacy WHERE person_id = ? AND sitting "
        "AND polled_on = (SELECT min(polled_on) FROM contest)",
        (person_id,),
    ).fetchone()
    return row is not None
