"""Places and postcode districts, and the seats they lie in."""

import sqlite3
from dataclasses import dataclass

from bot.catalogue.seats import Seats
from bot.elections.constituency import Constituency


@dataclass(frozen=True, slots=True)
class Place:
    id: str
    name: str
    constituency: Constituency


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
        return Place(row["id"], row["name"], self._seats.by_code[row["code"]]) if row else None

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
