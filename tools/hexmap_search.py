"""Makes a first layout better, for tools/hexmap.py.

Two cells at a time exchange what they hold, at a heat that falls: simulated annealing (S.
Kirkpatrick, C. D. Gelatt, M. P. Vecchi, Science 220 (1983), 671).
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, hypot, sqrt

from hexmap_board import MIDDLE_OF, NOTHING, RING, SEA, Board
from hexmap_seats import GREAT_BRITAIN, Point, Seat
from hexmap_start import Task, first_board

# What a layout is judged by. A pair of neighbours that does not touch costs its distance; one that
# lies in another direction than on the cartogram, and a seat off its own place there, the square.
DIRECTION, HOME = 0.25, 0.12
CLOSE, TOUCHING = 1.05, 0.6
ACROSS_PARTS, TO_WATER = 0.8, 0.7
# For each side of a cell that is a border of two parts, or coast.
BORDER, COAST = 0.7, 0.4
HOTTEST, COLDEST = 1.2, 0.04
FAR_JUMP = 0.25  # of exchanges are with a cell two steps off


def lay_out(task: Task, exchanges: int, seed: int) -> list[int]:
    """The cell of each seat, in their order."""
    board = first_board(task)
    _anneal(board, _strains(task), random.Random(seed), exchanges)  # noqa: S311 (no secret)
    return board.cell_of[: len(task.seats)]


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
        weight = _weight(task.seats, one, other)
        dx, dy = (b - a for a, b in zip(task.homes[one], task.homes[other], strict=True))
        half = hypot(dx, dy) / 2 or 1.0
        ties[one].append((other, weight, dx / half, dy / half))
        ties[other].append((one, weight, -dx / half, -dy / half))
    return Strains(task.homes, ties)


def _weight(seats: Sequence[Seat], one: int, other: int) -> float:
    shores = {seats[n].landmass for n in (one, other) if n < len(seats)}
    if max(one, other) >= len(seats):
        # Islands are drawn nearer than they lie, and their waters are not.
        return TO_WATER if shores == {GREAT_BRITAIN} else 0.0
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
        if rise > 0 and chance.random() >= exp(-rise / heat):
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
