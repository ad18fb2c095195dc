"""Constituencies, and what each set of boundaries became in the next."""

import sqlite3
from functools import cached_property

from bot.elections.constituency import Boundaries, Constituency, Succession
from bot.text import fold

UNCHANGED = 0.9999  # both shares of population where a seat's boundaries stayed as they were
_SHARED = 0.005  # overlaps below this are slivers of the map, not people


class Seats:
    """All 1,295 constituencies are kept in memory; successions are asked for."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    @cached_property
    def by_code(self) -> dict[str, Constituency]:
        rows = self._connection.execute("SELECT * FROM constituency")
        return {row["code"]: _constituency(row) for row in rows}

    @cached_property
    def _by_name(self) -> dict[str, list[Constituency]]:
        named: dict[str, list[Constituency]] = {}
        for seat in self.by_code.values():
            named.setdefault(fold(seat.name), []).append(seat)
        return named

    @cached_property
    def by_area(self) -> dict[str, int]:
        """How many of today's seats each nation and English region has."""
        areas: dict[str, int] = {}
        for seat in self.by_code.values():
            for area in {seat.country, seat.region} if not seat.abolished else ():
                areas[area] = areas.get(area, 0) + 1
        return areas

    def get(self, code: str) -> Constituency | None:
        return self.by_code.get(code)

    def named(self, name: str) -> list[Constituency]:
        """The seats that somebody official writes so, whatever the capitals, accents or commas."""
        folded = fold(name)
        official = {seat.code for seat in self._by_name.get(folded, ())}
        return [self.by_code[code] for code in sorted(official | self._by_alias.get(folded, set()))]

    def written(self, text: str) -> list[Constituency]:
        """The seat of that code, or the seats of that name."""
        coded = self.by_code.get(text)
        return [coded] if coded else self.named(text)

    def called(self, name: str) -> list[Constituency]:
        """The seats of which that is the name itself."""
        return self._by_name.get(fold(name), [])

    @cached_property
    def _by_alias(self) -> dict[str, set[str]]:
        named: dict[str, set[str]] = {}
        for row in self._connection.execute("SELECT code, alias FROM constituency_alias"):
            named.setdefault(fold(row["alias"]), set()).add(row["code"])
        return named

    def successors(self, code: str) -> list[Succession]:
        """What the seat became, largest share of its people first."""
        return self._successions("old_code", code, "share_of_old")

    def predecessors(self, code: str) -> list[Succession]:
        """What the seat was made of, largest share of its own people first."""
        return self._successions("new_code", code, "share_of_new")

    def _successions(self, column: str, code: str, order: str) -> list[Succession]:
        rows = self._connection.execute(
            f"SELECT * FROM succession WHERE {column} = ? AND old_code <> new_code "  # noqa: S608
            f"AND max(share_of_old, share_of_new) >= ? ORDER BY {order} DESC",
            (code, _SHARED),
        )
        return [
            Succession(
                self.by_code[row["old_code"]],
                self.by_code[row["new_code"]],
                row["share_of_old"],
                row["share_of_new"],
            )
            for row in rows
        ]

    def namesake(self, seat: Constituency) -> Constituency | None:
        """The seat of the same name on the other boundaries, where the two share people."""
        # The same name on other boundaries is the same seat to most people, unless it moved away
        # altogether.
        others = [other for other in self._by_name[fold(seat.name)] if other.code != seat.code]
        overlapping = {s.old.code for s in self.predecessors(seat.code)}
        overlapping |= {s.new.code for s in self.successors(seat.code)}
        return next((other for other in others if other.code in overlapping), None)

    def codes_of_name(self, seat: Constituency) -> list[str]:
        """Its own, and that of its namesake: to most people the two are one seat."""
        namesake = self.namesake(seat)
        return [seat.code, *([namesake.code] if namesake else [])]

    def unchanged_predecessor(self, code: str) -> Constituency | None:
        """The old seat that has exactly these boundaries, if there was one."""
        row = self._connection.execute(
            "SELECT old_code FROM succession WHERE new_code = ? AND old_code <> new_code "
            "AND min(share_of_old, share_of_new) >= ?",
            (code, UNCHANGED),
        ).fetchone()
        return self.by_code[row["old_code"]] if row else None


def _constituency(row: sqlite3.Row) -> Constituency:
    return Constituency(
        code=row["code"],
        name=row["name"],
        boundaries=Boundaries(row["last_boundaries"]),
        country=row["country"],
        region=row["region"],
        kind=row["kind"],
        name_welsh=row["name_welsh"],
        since=Boundaries(row["first_boundaries"]),
    )
