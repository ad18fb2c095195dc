"""Every name that anything in the catalogue is known by, for the names room to search."""

import sqlite3
from collections.abc import Iterator
from typing import NamedTuple


class KnownName(NamedTuple):
    """One spelling of one thing. `renown` only orders things of one kind; more is better known.

    A tuple, since tens of thousands are made at every start.

    `official` is false for aliases. `family_words` is how many words at the end are a surname,
    `seat` the code of the constituency that a place lies in.
    """

    kind: str
    id: str
    name: str
    renown: float
    official: bool = True
    family_words: int = 0
    seat: str = ""


def known_names(connection: sqlite3.Connection) -> Iterator[KnownName]:
    yield from _constituencies(connection)
    yield from known_parties(connection)
    yield from _persons(connection)
    yield from _places(connection)


def _constituencies(connection: sqlite3.Connection) -> Iterator[KnownName]:
    """A seat of today is better known than an abolished one."""
    rows = connection.execute(
        "SELECT code, name, name_welsh, last_boundaries = '2024' AS current FROM constituency"
    ).fetchall()
    current = {row["code"]: float(row["current"]) for row in rows}
    for row in rows:
        yield KnownName("constituency", row["code"], row["name"], current[row["code"]])
        if row["name_welsh"] and row["name_welsh"] != row["name"]:
            yield KnownName(
                "constituency", row["code"], row["name_welsh"], current[row["code"]], official=False
            )
    rows = connection.execute(
        "SELECT code, alias FROM constituency_alias WHERE kind <> 'three_letter_code'"
    ).fetchall()
    for row in rows:
        yield KnownName(
            "constituency", row["code"], row["alias"], current[row["code"]], official=False
        )


_WELL_KNOWN_PARTY = 15  # candidacies


def known_parties(connection: sqlite3.Connection) -> Iterator[KnownName]:
    rows = connection.execute(
        "SELECT id, name, count(*) AS stood FROM party JOIN candidacy ON party_id = id GROUP BY id"
    ).fetchall()
    stood = {row["id"]: float(row["stood"]) for row in rows}
    for row in rows:
        yield KnownName("party", row["id"], row["name"], stood[row["id"]])
    for row in connection.execute("SELECT party_id, alias, kind FROM party_alias"):
        # Two hundred parties have abbreviations that only their ballot papers ever used, and many
        # of those are words: HI, Ash, You.
        used = row["kind"] != "abbreviation" or stood.get(row["party_id"], 0) >= _WELL_KNOWN_PARTY
        if row["party_id"] in stood and used:
            yield KnownName(
                "party", row["party_id"], row["alias"], stood[row["party_id"]], official=False
            )


def _persons(connection: sqlite3.Connection) -> Iterator[KnownName]:
    """Who won most often is best known, then who was an MP, got more votes, stood more recently."""
    rows = connection.execute(
        "SELECT id, name, family_name, mnis_id, wins, best, latest "
        "FROM person JOIN renown ON person_id = id"
    ).fetchall()
    renown = {}
    family = {}
    for row in rows:
        # Wins weigh more than having been a member, that more than any number of votes, votes more
        # than the year of the last contest.
        year = int(row["latest"][:4]) - 2010
        renown[row["id"]] = (
            1000 * row["wins"] + 500 * bool(row["mnis_id"]) + row["best"] / 200 + year / 100
        )
        family[row["id"]] = len(row["family_name"].replace("-", " ").split())
        yield KnownName(
            "person", row["id"], row["name"], renown[row["id"]], family_words=family[row["id"]]
        )
    for row in connection.execute("SELECT person_id, alias FROM person_alias"):
        key = row["person_id"]
        if key in renown:
            yield KnownName(
                "person", key, row["alias"], renown[key], official=False, family_words=family[key]
            )


def _places(connection: sqlite3.Connection) -> Iterator[KnownName]:
    for row in connection.execute("SELECT id, name, population, code FROM place"):
        people = float(row["population"] or 0)
        yield KnownName("place", row["id"], row["name"], people, seat=row["code"])
