"""The elections of 1918 to 2005, seat by seat."""

import sqlite3
from collections.abc import Sequence
from datetime import date

from bot.catalogue.old_names import apart, named, written
from bot.elections.constituency import Constituency
from bot.elections.past import PartyGroup, PastContest, PastWinner

# A few seats stood in a neighbouring region, or the island of Ireland was one.
_NEIGHBOURS = {
    "South West": {"South East"},
    "South East": {"London"},
    "East of England": {"East Midlands"},
    "Northern Ireland": {"Ireland"},
}
_FIRST_NAMED = "1997-05-01"
_LEADING = {"NatSW": PartyGroup.NATIONALIST}
# As parlparse abbreviates them. The chairman and the deputy chairmen of Ways and Means (CWM and
# DCWM) were elected for a party, which it does not name.
_PARTIES = {
    "Con": "Conservative",
    "DUP": "Democratic Unionist Party",
    "Ind": "Independent",
    "LDem": "Liberal Democrat",
    "Lab": "Labour",
    "Lab/Co-op": "Labour",
    "PC": "Plaid Cymru",
    "Res": "Respect",
    "SDLP": "Social Democratic and Labour Party",
    "SF": "Sinn Féin",
    "SNP": "Scottish National Party",
    "SPK": "Speaker",
    "UKUP": "UK Unionist Party",
    "UUP": "Ulster Unionist Party",
}


class History:
    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def days(self) -> list[date]:
        """Of the general elections from 1918 to 2005, newest first."""
        rows = self._connection.execute(
            "SELECT DISTINCT polled_on FROM historic_contest ORDER BY polled_on DESC"
        )
        return [date.fromisoformat(row["polled_on"]) for row in rows]

    def of_seats(self, seats: Sequence[Constituency], *, renamed: bool) -> list[PastContest]:
        """The contests under the names of these seats, newest first, at most one a day.

        `renamed` counts the other names that somebody official uses for them, too. The boundaries
        were others each time: a name is all that joins them.
        """
        names = [seat.name for seat in seats]
        names += self._other_names(seats) if renamed else []
        rows = self._in_region(named(self._connection, "historic_contest", names), seats)
        return self._contests(rows, names)

    def of_name(self, name: str) -> list[list[PastContest]]:
        """The contests under just that name, newest first; of two that had it at once each."""
        found = apart(named(self._connection, "historic_contest", [name]))
        return [
            self._contests(sorted(rows, key=_day, reverse=True), [name])
            for rows in sorted(found, key=lambda rows: max(map(_day, rows)), reverse=True)
        ]

    def _contests(self, rows: list[sqlite3.Row], names: list[str]) -> list[PastContest]:
        # No winner is named before 1997.
        named_winners = any(row["polled_on"] >= _FIRST_NAMED for row in rows)
        found = named(self._connection, "historic_winner", names) if named_winners else []
        winners = {row["polled_on"]: row for row in found}
        votes = self._votes([row["id"] for row in rows])
        return [
            _contest(row, votes.get(row["id"], []), winners.get(row["polled_on"])) for row in rows
        ]

    def _other_names(self, seats: Sequence[Constituency]) -> list[str]:
        rows = self._connection.execute(
            f"SELECT alias FROM constituency_alias WHERE code IN ({_marks(seats)}) "  # noqa: S608
            "AND kind = 'name'",
            [seat.code for seat in seats],
        )
        return [row["alias"] for row in rows]

    def _in_region(
        self, rows: list[sqlite3.Row], seats: Sequence[Constituency]
    ) -> list[sqlite3.Row]:
        """Newest first. Of two of one day the one in the seats' own region is theirs."""
        own = {seat.region for seat in seats}
        near = own.union(*(_NEIGHBOURS.get(region, ()) for region in own))
        rows = [row for row in rows if row["region"] in near]
        by_day = {
            row["polled_on"]: row for row in sorted(rows, key=lambda row: row["region"] in own)
        }
        return [by_day[day] for day in sorted(by_day, reverse=True)]

    def _votes(self, ids: list[str]) -> dict[str, list[sqlite3.Row]]:
        rows = self._connection.execute(
            f"SELECT * FROM historic_vote WHERE historic_id IN ({_marks(ids)}) "  # noqa: S608
            "ORDER BY votes DESC, party_group",
            ids,
        )
        votes: dict[str, list[sqlite3.Row]] = {}
        for row in rows:
            votes.setdefault(row["historic_id"], []).append(row)
        return votes


def _contest(row: sqlite3.Row, votes: list[sqlite3.Row], winner: sqlite3.Row | None) -> PastContest:
    remark, leading = row["remark"] or "", row["leading_group"]
    unopposed = [one for one in (row["unopposed_group"] or "").split(",") if one]
    return PastContest(
        polled_on=date.fromisoformat(row["polled_on"]),
        name=written(row["constituency"]),
        region=row["region"],
        members=row["seats"],
        votes=tuple((PartyGroup(one["party_group"]), one["votes"]) for one in votes),
        leading=_group(leading) if leading else None,
        unopposed=tuple(_group(one) for one in unopposed),
        pooled="oth_pooled_winner_unsure" in remark,
        adds_up="_ne_total" not in remark,
        winner=PastWinner(winner["winner"], _PARTIES.get(winner["party"], "")) if winner else None,
    )


def _day(row: sqlite3.Row) -> str:
    return str(row["polled_on"])


def _group(written: str) -> PartyGroup:
    return _LEADING.get(written) or PartyGroup(written.lower())


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))
