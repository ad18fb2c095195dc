"""The board that seats are laid out on, for tools/hexmap.py: its cells, and what may move where."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from bot.elections.hexagon import Hexagon, centre, neighbours, pieces

COLUMNS, ROWS = 48, 62
CELLS = COLUMNS * ROWS
SEA = -1
NOTHING = -1


def hexagon(cell: int) -> Hexagon:
    return Hexagon(cell % COLUMNS, cell // COLUMNS)


def cell_of(place: Hexagon) -> int:
    return place.row * COLUMNS + place.column


def _ring(cell: int) -> tuple[int, ...]:
    inside = 0 < cell // COLUMNS < ROWS - 1 and 0 < cell % COLUMNS < COLUMNS - 1
    return tuple(map(cell_of, neighbours(hexagon(cell)))) if inside else ()


# In widths of a hexagon.
MIDDLE_OF = [centre(hexagon(cell)) for cell in range(CELLS)]
# The six around each, in their order. The outermost have none: nothing is ever put there.
RING = [_ring(cell) for cell in range(CELLS)]


class Board:
    """Which piece lies in which cell. Pieces are seats first, then points in the water.

    A cell with water or nothing in it is sea. `parts` says to which part each seat belongs and
    `landmasses` to which landmass each part does.
    """

    def __init__(
        self, cells: Sequence[int], parts: Sequence[int], landmasses: Sequence[int]
    ) -> None:
        self.cell_of = list(cells)
        self.piece_in = [NOTHING] * CELLS
        self.part_in = [SEA] * CELLS
        # The last is the sea's, so that SEA finds it.
        self._landmass_of = [*landmasses, SEA]
        for piece, cell in enumerate(cells):
            self.piece_in[cell] = piece
        for part, cell in zip(parts, cells, strict=False):
            self.part_in[cell] = part

    def exchange(self, one: int, other: int) -> None:
        """Swap what two cells hold."""
        held, parts = self.piece_in, self.part_in
        held[one], held[other] = held[other], held[one]
        parts[one], parts[other] = parts[other], parts[one]
        for cell in (one, other):
            if held[cell] != NOTHING:
                self.cell_of[held[cell]] = cell

    def may_exchange(self, one: int, other: int) -> bool:
        """No part and no landmass splits, grows together with another or gets a lake."""
        parts = self.part_in
        here, there = parts[one], parts[other]
        if here == there:
            return True
        parts[one] = parts[other] = SEA
        allowed = (
            self._fits_coast(one, other, here, there)
            and self._may_leave(one, here, other)
            and self._may_leave(other, there, one)
        )
        parts[one], parts[other] = here, there
        return allowed

    def _fits_coast(self, one: int, other: int, here: int, there: int) -> bool:
        """Both cells are lifted."""
        if SEA not in {here, there}:
            return self._landmass_of[here] == self._landmass_of[there]
        if here == SEA:
            one, other, here = other, one, there
        land = [self.part_in[cell] for cell in RING[one] if self.part_in[cell] != SEA]
        if len(land) == len(RING[one]) or self._shores(one) > 1 or self._shores(other) != 1:
            return False
        own = self._landmass_of[here]
        return all(self._landmass_of[self.part_in[cell]] in {own, SEA} for cell in RING[other])

    def _may_leave(self, cell: int, part: int, target: int) -> bool:
        """The rest stays together, and the target touches it. A piece alone may go anywhere."""
        if part == SEA:
            return True
        arcs = stretches([self.part_in[near] == part for near in RING[cell]])
        if arcs == 0:
            return True
        return arcs == 1 and any(self.part_in[near] == part for near in RING[target])

    def _shores(self, cell: int) -> int:
        return stretches([self.part_in[near] != SEA for near in RING[cell]])


def stretches(around: list[bool]) -> int:
    """In how many stretches something lies around a cell; all around it is one."""
    if all(around):
        return 1
    return sum(now and not before for before, now in pairwise([around[-1], *around]))


def connected(cells: Iterable[int]) -> list[set[int]]:
    """The cells by what hangs together, largest first."""
    found = pieces(hexagon(cell) for cell in cells)
    return [set(map(cell_of, piece)) for piece in found]


def lakes(land: set[int]) -> set[int]:
    """The cells that land closes in."""
    return set().union(*connected({cell for cell in range(CELLS) if RING[cell]} - land)[1:])
