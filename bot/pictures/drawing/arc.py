"""Seats as dots in rows of a half circle, in the order in which they are filled."""

import math
from dataclasses import dataclass
from functools import lru_cache
from itertools import count

from bot.pictures.canvas import Point

_MOST, _LEAST = 248.0, 150.0  # the outermost row's radius, in units
_INNER = 0.45  # of that radius is left free for words, at least
_WIDEST = 30.0  # from one row to the next
_KEPT = 64  # every nation and region, and a night's sizes


@dataclass(frozen=True, slots=True)
class Place:
    """Where a seat is, right and up from the middle; its angle runs from pi, left, to 0."""

    angle: float
    radius: float

    def beyond(self, away: float = 0.0) -> Point:
        """That far further from the middle."""
        radius = self.radius + away
        return radius * math.cos(self.angle), radius * math.sin(self.angle)


@dataclass(frozen=True, slots=True)
class Arc:
    """`places` run from the left to the right; `pitch` is from one row to the next, `outer` and
    `inner` are the radii of the first and the last row."""

    places: tuple[Place, ...]
    pitch: float
    outer: float
    inner: float
    rows: int


@lru_cache(_KEPT)
def arc(seats: int) -> Arc:
    """An even number of seats leaves no dot in the middle, where the line of a majority runs."""
    radii, pitch = _rows(max(seats, 1))
    rows = zip(radii, _shared(seats, radii), strict=True)
    places = [place for radius, size in rows for place in _row(radius, size)]
    # Rounded, since the ends of all rows are at one angle: there from the left to the right, too.
    places.sort(key=lambda one: (-round(one.angle, 9), one.beyond()[0]))
    return Arc(tuple(places), pitch, radii[0], radii[-1], len(radii))


def _rows(seats: int) -> tuple[list[float], float]:
    """The radii of as few rows as have room for the seats, and how far apart they are."""
    area = math.pi / 2 * (1 - _INNER**2)  # of the ring whose outer radius is 1
    outer = min(_MOST, max(_LEAST, _WIDEST * math.sqrt(seats / area)))
    for rows in count(1):
        pitch = min(_WIDEST, outer * (1 - _INNER) / max(rows - 1, 1))
        radii = [outer - place * pitch for place in range(rows)]
        if sum(math.pi * radius // pitch + 1 for radius in radii) >= seats:
            break
    return radii, pitch


def _shared(seats: int, radii: list[float]) -> list[int]:
    """How many seats each row has: by its length, in pairs, an odd one in the outermost."""
    pairs, whole = seats // 2, sum(radii)
    exact = [pairs * radius / whole for radius in radii]
    shared = [int(one) for one in exact]
    by_rest = sorted(range(len(radii)), key=lambda row: shared[row] - exact[row])
    for row in by_rest[: pairs - sum(shared)]:
        shared[row] += 1
    sizes = [2 * one for one in shared]
    sizes[0] += seats % 2
    return sizes


def _row(radius: float, size: int) -> list[Place]:
    if size == 1:
        return [Place(math.pi / 2, radius)]
    return [Place(math.pi * (1 - place / (size - 1)), radius) for place in range(size)]
