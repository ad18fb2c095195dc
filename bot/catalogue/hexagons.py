"""Where each seat stands on the map of hexagons."""

import sqlite3

from bot.elections.constituency import Boundaries
from bot.elections.hexagon import Hexagon


class Hexagons:
    """The maps of both sets of boundaries; each is kept in memory once it was asked for."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._known: dict[Boundaries, dict[str, Hexagon]] = {}

    def of(self, boundaries: Boundaries) -> dict[str, Hexagon]:
        """By the seats' codes. Both maps are drawn in one frame, so that they can be compared."""
        if boundaries not in self._known:
            rows = self._connection.execute(
                'SELECT code, "column", "row" FROM hexagon WHERE boundaries = ?', (boundaries,)
            )
            self._known[boundaries] = {
                row["code"]: Hexagon(row["column"], row["row"]) for row in rows
            }
        return self._known[boundaries]
