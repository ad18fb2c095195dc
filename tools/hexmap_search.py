"""Lays the seats out on the board, for tools/hexmap.py.

First every seat goes to a cell near its place on the cartogram, with the least squared distance in
all (scipy's assignment problem). Then exchanges of two cells at a time make it better, at a heat
that falls (simulated annealing).
"""

import math
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np
from hexmap_board import CELLS, MIDDLE_OF, NOTHING, RING, SEA, Board, connected, lakes, stretches
from hexmap_seats import GREAT_BRITAIN, Point, Seat
from scipy.optimize import linear_sum_assignment
from scipy.spatial import KDTree

# What a layout is judged by. A pair of neighbours that does not touch costs its distance; one that
# lies in another direction than on the cartogram, and a seat off its own place there, the square.
DIRECTION, HOME = 0.25, 0.12
CLOSE, TOUCHING = 1.05, 0.6
ACROSS_PARTS, TO_WATER = 0.8, 0.7
# For each side of a cell that is a border of two parts, or coast.
BORDER, COAST = 0.7, 0.4
HOTTEST, COLDEST = 0.8, 0.04
MOST_TRIES = 40
FAR_JUMP = 0.25  # of exchanges are with a cell two steps off

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Task:
    """`homes` are where seats, and then points in the water, lie on the cartogram."""

    seats: Sequence[Seat]
    homes: Sequence[Point]
    pairs: Sequence[Pair]


def lay_out(task: Task, exchanges: int, seed: int) -> list[int]:
    """The cell of each seat, in their order."""
    board = _first_board(task)
    _anneal(board, _strains(task), random.Random(seed), exchanges)  # noqa: S311 (no secret)
    return board.cell_of[: len(task.seats)]


def _first_board(task: Task) -> Board:
    """Every part in one piece."""
    parts = sorted({seat.part for seat in task.seats})
    landmasses = sorted({landmass for _, landmass in parts})
    return Board(
        _first_cells(task),
        [parts.index(seat.part) for seat in task.seats],
        [landmasses.index(landmass) for _, landmass in parts],
    )


def _first_cells(task: Task) -> list[int]:
    cells = [NOTHING] * len(task.homes)
    taken: set[int] = set()
    # Islands first: the mainland keeps a cell away from them.
    for landmass in sorted({seat.landmass for seat in task.seats}, key=lambda one: (one == GREAT_BRITAIN, one)):
        members = [n for n, seat in enumerate(task.seats) if seat.landmass == landmass]
        land = _land(task, members, taken)
        _assign_whole(task, members, land, cells)
        taken |= set(land).union(*(RING[cell] for cell in land))
    free = [cell for cell in range(CELLS) if RING[cell] and cell not in set(cells)]
    _assign(task.homes, range(len(task.seats), len(task.homes)), free, cells)
    return cells


def _assign_whole(task: Task, members: Sequence[int], land: Sequence[int], cells: list[int]) -> None:
    """What comes out in two is drawn together on the cartogram, and all is assigned anew."""
    homes = list(task.homes)
    for _ in range(MOST_TRIES):
        _assign(homes, members, land, cells)
        ways = [way for part in sorted({task.seats[n].part for n in members}) for way in _ways_back([n for n in members if task.seats[n].part == part], cells)]
        if not ways:
            return
        for seat, across, down in ways:
            homes[seat] = (homes[seat][0] + across, homes[seat][1] + down)
    raise SystemExit("A region stays in two pieces.")


def _ways_back(members: Sequence[int], cells: Sequence[int]) -> Iterator[tuple[int, float, float]]:
    """For seats apart from most of these: half of the way to the rest."""
    most, *others = connected(cells[n] for n in members)
    for piece in others:
        one, other = min(
            ((one, other) for one in piece for other in most),
            key=lambda pair: math.dist(*(MIDDLE_OF[cell] for cell in pair)),
        )
        across, down = ((b - a) / 2 for a, b in zip(MIDDLE_OF[one], MIDDLE_OF[other], strict=True))
        yield from ((n, across, down) for n in members if cells[n] in piece)


def _land(task: Task, members: Sequence[int], taken: set[int]) -> list[int]:
    """As many cells as there are members, near them, in one piece and without a lake."""
    own, _ = KDTree([task.homes[n] for n in members]).query(MIDDLE_OF)
    others = [home for n, home in enumerate(task.homes) if n not in set(members)]
    other, _ = KDTree(others).query(MIDDLE_OF)
    open_cells = [cell for cell in range(CELLS) if RING[cell] and cell not in taken]
    ranked = sorted(open_cells, key=lambda cell: (other[cell] < own[cell], own[cell], cell))
    land = connected(ranked[: len(members)])[0]
    land |= lakes(land) - taken
    while len(land) < len(members):
        land.add(next(cell for cell in ranked if cell not in land and _shores(cell, land) == 1))
    while len(land) > len(members):
        land.remove(next(cell for cell in reversed(ranked) if _is_head(cell, land)))
    return sorted(land)


def _is_head(cell: int, land: set[int]) -> bool:
    """Whether it can go without a lake or a rift."""
    return cell in land and not land.issuperset(RING[cell]) and _shores(cell, land) == 1


def _shores(cell: int, land: set[int]) -> int:
    return stretches([near in land for near in RING[cell]])


def _assign(homes: Sequence[Point], members: Sequence[int], land: Sequence[int], cells: list[int]) -> None:
    points = np.array([homes[n] for n in members])
    middles = np.array([MIDDLE_OF[cell] for cell in land])
    distances = ((points[:, None] - middles[None]) ** 2).sum(axis=-1)
    for member, cell in zip(*linear_sum_assignment(distances), strict=True):
        cells[members[member]] = land[cell]


@dataclass(frozen=True, slots=True)
class Strains:
    """Each piece's home, and its neighbours with a weight and twice the wanted direction."""

    homes: Sequence[Point]
    ties: Sequence[Sequence[tuple[int, float, float, float]]]

    def of(self, piece: int, cell_of: list[int]) -> float:
        if piece == NOTHING:
            return 0.0
        x, y = MIDDLE_OF[cell_of[piece]]
        home_x, home_y = self.homes[piece]
        strain = HOME * ((x - home_x) ** 2 + (y - home_y) ** 2)
        for other, weight, across, down in self.ties[piece]:
            dx, dy = MIDDLE_OF[cell_of[other]]
            dx -= x
            dy -= y
            squared = dx * dx + dy * dy
            # The square of what lies between the direction and the wanted one, whose length is 1.
            turned = DIRECTION * (squared - dx * across - dy * down + 1)
            strain += weight * (turned + sqrt(squared) - TOUCHING if squared > CLOSE else turned)
        return strain


def _strains(task: Task) -> Strains:
    ties: list[list[tuple[int, float, float, float]]] = [[] for _ in task.homes]
    for one, other in task.pairs:
        dx, dy = (b - a for a, b in zip(task.homes[one], task.homes[other], strict=True))
        half = math.hypot(dx, dy) / 2 or 1.0
        weight = _weight(task.seats, one, other)
        ties[one].append((other, weight, dx / half, dy / half))
        ties[other].append((one, weight, -dx / half, -dy / half))
    return Strains(task.homes, ties)


def _weight(seats: Sequence[Seat], one: int, other: int) -> float:
    if max(one, other) >= len(seats):
        return TO_WATER
    return 1.0 if seats[one].part == seats[other].part else ACROSS_PARTS


def _anneal(board: Board, strains: Strains, chance: random.Random, exchanges: int) -> None:
    cooling = (COLDEST / HOTTEST) ** (1 / exchanges)
    heat = HOTTEST
    for _ in range(exchanges):
        heat *= cooling
        one = board.cell_of[int(chance.random() * len(board.cell_of))]
        other = RING[one][int(chance.random() * 6)]
        if chance.random() < FAR_JUMP and RING[other]:
            other = RING[other][int(chance.random() * 6)]
        if one == other or not RING[other]:
            continue
        if not board.may_exchange(one, other):
            continue
        before = _strain(board, strains, one, other)
        board.exchange(one, other)
        rise = _strain(board, strains, one, other) - before
        if rise > 0 and chance.random() >= math.exp(-rise / heat):
            board.exchange(one, other)


def _strain(board: Board, strains: Strains, one: int, other: int) -> float:
    return (
        strains.of(board.piece_in[one], board.cell_of)
        + strains.of(board.piece_in[other], board.cell_of)
        + _borders(board.part_in, one)
        + _borders(board.part_in, other)
    )


def _borders(part_in: list[int], cell: int) -> float:
    own, cost = part_in[cell], 0.0
    for near in RING[cell]:
        part = part_in[near]
        if part != own:
            cost += COAST if SEA in (part, own) else BORDER
    return cost
