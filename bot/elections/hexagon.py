"""A constituency's place on the map of hexagons.

Hexagons stand on a corner. Row 0 is the northernmost, column 0 the westernmost, and odd rows lie
half a hexagon further to the right. What can be told of such a grid:
https://www.redblobgames.com/grids/hexagons/
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass

ROW_PITCH = math.sqrt(3) / 2
"""From one row to the next, in widths of a hexagon."""

ISLANDS = {
    "S14000051": "Orkney and Shetland",
    "S14000027": "Na h-Eileanan an Iar",
    "E14000762": "Isle of Wight",
    "E14001303": "Isle of Wight",
    "E14001304": "Isle of Wight",
}
"""The seats that the sea parts from the rest of their region, by code. Ynys Môn is drawn ashore."""

_STEPS = (
    ((-1, -1), (0, -1), (1, 0), (0, 1), (-1, 1), (-1, 0)),
    ((0, -1), (1, -1), (1, 0), (1, 1), (0, 1), (-1, 0)),
)


@dataclass(frozen=True, slots=True, order=True)
class Hexagon:
    column: int
    row: int


def neighbours(hexagon: Hexagon) -> tuple[Hexagon, ...]:
    """The six around it, clockwise from the upper left; some may lie outside any map."""
    return tuple(
        Hexagon(hexagon.column + across, hexagon.row + down)
        for across, down in _STEPS[hexagon.row % 2]
    )


def centre(hexagon: Hexagon) -> tuple[float, float]:
    """Its middle, to the right and down, in widths of a hexagon from that of column 0, row 0."""
    return hexagon.column + hexagon.row % 2 / 2, hexagon.row * ROW_PITCH


def distance(one: Hexagon, other: Hexagon) -> int:
    """In steps from a hexagon to a neighbour of it."""
    down = abs(one.row - other.row)
    across = abs(_slanting(one) - _slanting(other))
    turned = abs(_slanting(one) + one.row - _slanting(other) - other.row)
    return max(down, across, turned)


def _slanting(hexagon: Hexagon) -> int:
    """The column if no row were shifted back: each lies half a hexagon further right."""
    return hexagon.column - hexagon.row // 2


def pieces(hexagons: Iterable[Hexagon]) -> list[set[Hexagon]]:
    """What hangs together of them, largest first."""
    left = set(hexagons)
    found = []
    while left:
        reached, edge = set[Hexagon](), {min(left)}
        while edge:
            reached |= edge
            left -= edge
            edge = {near for one in edge for near in neighbours(one)} & left
        found.append(reached)
    return sorted(found, key=len, reverse=True)
