"""Words in the sea: where on a map nothing lies, and how they are broken into lines."""

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable

from bot.pictures import lettering
from bot.pictures.canvas import WIDTH, Point
from bot.pictures.frame import MARGIN

_ROOM = 156.0  # units for a line of bold words, as much as the longest word of a seat takes
_STEP = 8.0  # units between the places that are looked at
_CLEAR = 4.0  # units between words and what lies nearest


def wrapped(text: str, size: float) -> list[str]:
    """In lines no longer than there is room, a new one after a colon; a word that is longer is
    cut."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines and not lines[-1].endswith(":") else ""
        if longer and lettering.width(longer, size, bold=True) <= _ROOM:
            lines[-1] = longer
        else:
            lines.append(lettering.fit(word, size, _ROOM, bold=True))
    return lines


class Sea:
    """Round hexagons of a width, given by their middles, and off the legend, which is right of
    its lower left corner and above it."""

    def __init__(self, middles: Iterable[Point], wide: float, legend: Point) -> None:
        rows: dict[float, list[float]] = defaultdict(list)
        for x, y in middles:
            rows[y].append(x)
        self._rows = {y: sorted(row) for y, row in sorted(rows.items())}
        self._room = wide / 2 + _CLEAR
        self._legend = legend

    def nearest(self, to: Point, size: Point) -> Point:
        """The upper left corner of the room nearest to a point that is clear of everything.

        Where there is none, it is right below the legend.
        """
        corners = [
            (MARGIN + across * _STEP, down)
            for down in self._heights(size[1])
            for across in range(int((WIDTH - 2 * MARGIN - size[0]) / _STEP) + 1)
        ]
        corners.sort(key=lambda corner: _distance(corner, to, size))
        below = (self._legend[0], self._legend[1] + _CLEAR)
        return next((one for one in corners if self._is_clear(one, size)), below)

    def _heights(self, high: float) -> list[float]:
        top, bottom = min(self._rows) - self._room, max(self._rows) + self._room
        return [top + step * _STEP for step in range(int(max(bottom - top - high, 0) / _STEP) + 1)]

    def _is_clear(self, corner: Point, size: Point) -> bool:
        left, right = corner[0] - self._room, corner[0] + size[0] + self._room
        top, bottom = corner[1] - self._room, corner[1] + size[1] + self._room
        if right > self._legend[0] and corner[1] < self._legend[1] + _CLEAR:
            return False
        return not any(
            _has_between(row, left, right) for y, row in self._rows.items() if top < y < bottom
        )


def _has_between(row: list[float], left: float, right: float) -> bool:
    place = bisect_left(row, left)
    return place < len(row) and row[place] < right


def _distance(corner: Point, to: Point, size: Point) -> float:
    """From the point to the nearest of the box."""
    beside = max(corner[0] - to[0], to[0] - corner[0] - size[0], 0.0)
    above = max(corner[1] - to[1], to[1] - corner[1] - size[1], 0.0)
    return math.hypot(beside, above)
