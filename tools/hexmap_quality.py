"""How good a layout of the seats is, for tools/hexmap.py."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from hexmap_seats import Point, Seat
from numpy.typing import NDArray
from scipy.spatial import Delaunay, KDTree

from bot.elections.hexagon import Hexagon, centre, distance, pieces

LONGEST_PAIR = 130.0  # kilometres
WITHIN = 2


@dataclass(frozen=True, slots=True)
class Quality:
    """Displacements in widths of a hexagon, shares of neighbour pairs from 0 to 1."""

    mean_displacement: float
    largest_displacement: float
    furthest: str
    pairs: int
    touching: float
    within_two: float
    in_pieces: tuple[str, ...]
    columns: int
    rows: int


def gabriel_pairs(points: Sequence[Point]) -> list[tuple[int, int]]:
    """Pairs with no third point in the circle across them, up to 130 km apart."""
    where = np.array(points)
    tree = KDTree(where)
    found = set()
    for corners in Delaunay(where).simplices.tolist():
        for one, other in ((0, 1), (1, 2), (0, 2)):
            pair = sorted((corners[one], corners[other]))
            found.add((pair[0], pair[1]))
    return sorted(pair for pair in found if _is_gabriel(where[pair[0]], where[pair[1]], tree))


def _is_gabriel(one: NDArray[np.float64], other: NDArray[np.float64], tree: KDTree) -> bool:
    across = float(np.linalg.norm(one - other))
    if across > LONGEST_PAIR:
        return False
    inside = tree.query_ball_point((one + other) / 2, across / 2 * (1 - 1e-9))
    return not inside


def neighbour_pairs(
    seats: Sequence[Seat], pairs: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Of the pairs those of two seats on one landmass."""
    return [
        (one, other)
        for one, other in pairs
        if max(one, other) < len(seats) and seats[one].landmass == seats[other].landmass
    ]


def judge(
    seats: Sequence[Seat],
    homes: Sequence[Point],
    pairs: Sequence[tuple[int, int]],
    places: Sequence[Hexagon],
) -> Quality:
    """`homes` are the seats' places on the cartogram, wherever that is laid."""
    offsets = np.array([centre(place) for place in places]) - np.array(homes)
    lengths = np.linalg.norm(offsets - offsets.mean(axis=0), axis=1)
    gaps = [distance(places[one], places[other]) for one, other in neighbour_pairs(seats, pairs)]
    return Quality(
        mean_displacement=float(lengths.mean()),
        largest_displacement=float(lengths.max()),
        furthest=seats[int(lengths.argmax())].name,
        pairs=len(gaps),
        touching=sum(gap == 1 for gap in gaps) / len(gaps),
        within_two=sum(gap <= WITHIN for gap in gaps) / len(gaps),
        in_pieces=in_pieces(seats, places),
        columns=max(place.column for place in places) + 1,
        rows=max(place.row for place in places) + 1,
    )


def in_pieces(seats: Sequence[Seat], places: Sequence[Hexagon]) -> tuple[str, ...]:
    """Regions, nations and landmasses that do not hang together, but for islands of theirs."""
    torn = [
        *_torn(seats, places, lambda seat: seat.part),
        *_torn(seats, places, lambda seat: (seat.country, seat.landmass)),
        *_torn(seats, places, lambda seat: (seat.landmass, "")),
    ]
    return tuple(dict.fromkeys(torn))


def _torn(
    seats: Sequence[Seat], places: Sequence[Hexagon], part_of: Callable[[Seat], tuple[str, str]]
) -> list[str]:
    parts: dict[tuple[str, str], list[Hexagon]] = {}
    for seat, place in zip(seats, places, strict=True):
        parts.setdefault(part_of(seat), []).append(place)
    return [part for (part, _), own in sorted(parts.items()) if len(pieces(own)) > 1]
