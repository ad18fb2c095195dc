"""Places and postcode districts, and the seats they lie in."""

import sqlite3
from dataclasses import dataclass

from bot.catalogue.seats import Seats
from bot.elections.constituency import Constituency

NEAR_BOUNDARY = 300  # metres; the boundaries that places were laid over are simplified


@dataclass(frozen=True, slots=True)
class Place:
    """`near_boundary` says that it may lie in a neighbouring seat instead."""

    id: str
    name: str
    constituency: Constituency
    near_boundary: bool


@dataclass(frozen=True, slots=True)
class DistrictPart:
    """The part of a postcode district that lies in one seat; `share_of_area` runs from 0 to 1."""

    constituency: Constituency
    share_of_area: float


class Gazetteer:
    def __init__(self, connection: sqlite3.Connection, seats: Seats) -> None:
        self._connection = connection
        self._seats = seats

    def place(self, place_id: str) -> Place | None:
        row = self._connection.execute("SELECT * FROM place WHERE id = ?", (place_id,)).fetchone()
        return self._place(row) if row else None

    def _place(self, row: sqlite3.Row) -> Place:
        metres = row["metres_from_boundary"]
        near = metres is not None and metres < NEAR_BOUNDARY
        return Place(row["id"], row["name"], self._seats.by_code[row["code"]], near)

    def district(self, district: str) -> list[DistrictPart]:
        """The seats that a district such as N19 lies in, largest share first; empty if unknown."""
        rows = self._connection.execute(
            "SELECT code, share_of_area FROM postcode_district WHERE district = ? "
            "ORDER BY share_of_area DESC",
            (district,),
        )
        return [
            DistrictPart(self._seats.by_code[row["code"]], row["share_of_area"]) for row in rows
        ]

    def split_district(self, beginning: str) -> list[Constituency]:
        """The seats of the districts that go on with a letter, as SW1A does after SW1."""
        rows = self._connection.execute(
            "SELECT code, max(share_of_area) AS most FROM postcode_district "
            "WHERE district GLOB ? || '[A-Z]' GROUP BY code HAVING most >= 0.05 ORDER BY most DESC",
            (beginning,),
        )
        return [self._seats.by_code[row["code"]] for row in rows]
