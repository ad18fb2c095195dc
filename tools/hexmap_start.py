"""The first layout, for tools/hexmap.py: every seat near its place on the cartogram.

Land is as many cells as there are seats, and each seat has one of them, with the least squared
distance in all: an assignment problem, which scipy solves.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from hexmap_board import CELLS, MIDDLE_OF, NOTHING, RING, Board, connected, lakes, stretches
from hexmap_seats import GREAT_BRITAIN, Point, Seat
from scipy.optimize import linear_sum_assignment
from scipy.spatial import KDTree

MOST_TRIES = 40


@dataclass(frozen=True, slots=True)
class Task:
    """`homes` are where seats, and then points in the water, lie on the cartogram; `pairs` number
    those of them that are neighbours."""

    seats: Sequence[Seat]
    homes: Sequence[Point]
    pairs: Sequence[tuple[int, int]]


def first_board(task: Task) -> Board:
    """Every part is in one piece."""
    parts = sorted({seat.part for seat in task.seats})
    landmasses = sorted({landmass for _, landmass in parts})
    return Board(
        _first_cells(task, landmasses),
        [parts.index(seat.part) for seat in task.seats],
        [landmasses.index(landmass) for _, landmass in parts],
    )


def _first_cells(task: Task, landmasses: Sequence[str]) -> list[int]:
    cells = [NOTHING] * len(task.homes)
    taken: set[int] = set()
    # Islands first: the mainland keeps a cell away from them.
    for landmass in sorted(landmasses, key=GREAT_BRITAIN.__eq__):
        members = [n for n, seat in enumerate(task.seats) if seat.landmass == landmass]
        land = _land(task, members, taken)
        _settle(task, members, land, cells)
        taken |= set(land).union(*(RING[cell] for cell in land))
    free = [cell for cell in range(CELLS) if RING[cell] and cell not in set(cells)]
    _assign(task.homes, range(len(task.seats), len(task.homes)), free, cells)
    return cells


def _land(task: Task, members: Sequence[int], taken: set[int]) -> list[int]:
    """As many cells as there are members, near them, in one piece and without a lake."""
    own = _distances([task.homes[n] for n in members])
    other = _distances([home for n, home in enumerate(task.homes) if n not in set(members)])
    open_cells = [cell for cell in range(CELLS) if RING[cell] and cell not in taken]
    ranked = sorted(open_cells, key=lambda cell: (other[cell] < own[cell], own[cell], cell))
    land = connected(ranked[: len(members)])[0]
    land |= lakes(land) - taken
    while len(land) < len(members):
        land.add(next(cell for cell in ranked if cell not in land and _shores(cell, land) == 1))
    while len(land) > len(members):
        land.remove(next(cell for cell in reversed(ranked) if _is_head(cell, land)))
    return sorted(land)


def _distances(homes: Sequence[Point]) -> list[float]:
    """From each cell to the nearest of them."""
    found: list[float] = np.asarray(KDTree(np.array(homes)).query(np.array(MIDDLE_OF))[0]).tolist()
    return found


def _is_head(cell: int, land: set[int]) -> bool:
    """Whether it can go without a lake or a rift."""
    return cell in land and not land.issuperset(RING[cell]) and _shores(cell, land) == 1


def _shores(cell: int, land: set[int]) -> int:
    return stretches([near in land for near in RING[cell]])


def _settle(task: Task, members: Sequence[int], land: Sequence[int], cells: list[int]) -> None:
    """What comes out in two pieces is drawn together on the cartogram, and all is assigned anew."""
    homes = list(task.homes)
    for _ in range(MOST_TRIES):
        _assign(homes, members, land, cells)
        ways = list(_ways_back(task, members, cells))
        if not ways:
            return
        for seat, across, down in ways:
            homes[seat] = (homes[seat][0] + across, homes[seat][1] + down)
    raise SystemExit("A region stays in pieces, however its seats are drawn together.")


def _assign(
    homes: Sequence[Point], members: Sequence[int], land: Sequence[int], cells: list[int]
) -> None:
    points = np.array([homes[n] for n in members])
    middles = np.array([MIDDLE_OF[cell] for cell in land])
    distances = ((points[:, None] - middles[None]) ** 2).sum(axis=-1)
    rows, columns = linear_sum_assignment(distances)
    for member, cell in zip(rows.tolist(), columns.tolist(), strict=True):
        cells[members[member]] = land[cell]


def _ways_back(
    task: Task, members: Sequence[int], cells: Sequence[int]
) -> Iterator[tuple[int, float, float]]:
    """For each seat apart from most of its part: half of the way there."""
    parts: dict[tuple[str, str], list[int]] = {}
    for member in members:
        parts.setdefault(task.seats[member].part, []).append(member)
    for own in parts.values():
        most, *others = connected(cells[member] for member in own)
        for piece in others:
            across, down = _half_way(piece, most)
            yield from ((member, across, down) for member in own if cells[member] in piece)


def _half_way(piece: set[int], rest: set[int]) -> Point:
    one, other = min(
        ((one, other) for one in sorted(piece) for other in sorted(rest)),
        key=lambda pair: math.dist(MIDDLE_OF[pair[0]], MIDDLE_OF[pair[1]]),
    )
    (x, y), (to_x, to_y) = MIDDLE_OF[one], MIDDLE_OF[other]
    return (to_x - x) / 2, (to_y - y) / 2
