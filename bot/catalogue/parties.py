"""Parties, and how they did at each general election."""

import sqlite3
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from bot.elections.party import Party, PartyKind
from bot.text import alike


@dataclass(frozen=True, slots=True)
class PartyShowing:
    """A party at one general election; `total` is the valid votes of all parties.

    `printed` is what most of its ballot papers called it.
    """

    polled_on: date
    candidates: int
    seats: int
    votes: int
    total: int
    contests: int
    printed: str


class Parties:
    """All parties are kept in memory."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    @cached_property
    def by_id(self) -> dict[str, Party]:
        rows = self._connection.execute("SELECT * FROM party")
        return {row["id"]: _party(row) for row in rows}

    def get(self, party_id: str) -> Party | None:
        return self.by_id.get(party_id)

    def named(self, written: str) -> Party | None:
        """The party of that name, short form or Electoral Commission id; None if it is unknown."""
        return self._by_any_name.get(alike(written))

    @cached_property
    def _by_any_name(self) -> dict[str, Party]:
        rows = self._connection.execute(
            "SELECT party_id, alias FROM party_alias "
            "UNION ALL SELECT party_id, ec_id FROM party_registration "
            "UNION ALL SELECT id, short FROM party UNION ALL SELECT id, name FROM party"
        )
        # Later ones win: a party's own name counts before another's short form.
        return {alike(row["alias"]): self.by_id[row["party_id"]] for row in rows}

    def showings(self, party_id: str) -> list[PartyShowing]:
        """The general elections the party stood at, newest first."""
        return self._showings.get(party_id, [])

    @cached_property
    def _showings(self) -> dict[str, list[PartyShowing]]:
        """All parties' at once: it is all candidacies that have to be counted either way."""
        rows = self._connection.execute(
            "SELECT party.*, election.valid_votes AS total, election.contests, "
            "(SELECT ballot_party FROM candidacy WHERE candidacy.party_id = party.party_id "
            "AND candidacy.polled_on = party.polled_on GROUP BY ballot_party "
            "ORDER BY count(*) DESC LIMIT 1) AS printed "
            "FROM general_election_party AS party "
            "JOIN general_election AS election USING (polled_on) ORDER BY polled_on DESC"
        )
        showings: dict[str, list[PartyShowing]] = {}
        for row in rows:
            showings.setdefault(row["party_id"], []).append(_showing(row))
        return showings


def _showing(row: sqlite3.Row) -> PartyShowing:
    return PartyShowing(
        date.fromisoformat(row["polled_on"]),
        row["candidates"],
        row["seats"],
        row["votes"],
        row["total"],
        row["contests"],
        row["printed"],
    )


def _party(row: sqlite3.Row) -> Party:
    return Party(row["id"], row["name"], row["short"], PartyKind(row["kind"]), row["colour"])
