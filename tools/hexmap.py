"""Makes data/hexagon.csv, the map of hexagons: `make hexmap`.

With --check it only judges the table that is there.
"""

import csv
import math
import statistics
import sys
from collections.abc import Sequence
from dataclasses import replace

import hexmap_search
from hexmap_board import COLUMNS, MIDDLE_OF
from hexmap_cartogram import cartogram
from hexmap_quality import gabriel_pairs, judge
from hexmap_seats import DATA, GREAT_BRITAIN, Point, Seat, seats_on, shares, water
from hexmap_start import Task

from bot.elections.hexagon import Hexagon

TABLE = DATA / "hexagon.csv"
NEW, OLD = "2024", "2010"
EXCHANGES = 1_000_000
SEED = 3  # of five tried, the one whose maps look best
EDGE = 8.0  # hexagons of open sea around the first layout, for it to move in
# In hexagons, how far from the mainland an island is drawn, middle to middle.
GAP = 2.3


def main() -> None:
    tasks = {boundaries: task_of(boundaries) for boundaries in (OLD, NEW)}
    if "--check" not in sys.argv[1:]:
        write(lay_out(tasks[OLD], tasks[NEW]))
    places = read()
    for boundaries, task in tasks.items():
        tell(boundaries, task, [places[boundaries, seat.code] for seat in task.seats])


def task_of(boundaries: str) -> Task:
    seats, wet = seats_on(boundaries), water()
    points = [seat.point for seat in seats]
    homes, waters = cartogram(points, wet)
    return Task(seats, [*nearer(seats, homes), *waters], gabriel_pairs([*points, *wet]))


def nearer(seats: Sequence[Seat], homes: Sequence[Point]) -> list[Point]:
    """The islands drawn up to the mainland, with a gap of sea."""
    moved = list(homes)
    members: dict[str, list[int]] = {}
    for number, seat in enumerate(seats):
        members.setdefault(seat.landmass, []).append(number)
    mainland = [homes[number] for number in members.pop(GREAT_BRITAIN)]
    for island in members.values():
        gap, start, shore = min(
            (math.dist(homes[number], shore), homes[number], shore)
            for number in island
            for shore in mainland
        )
        share = (gap - GAP) / gap
        way = (share * (shore[0] - start[0]), share * (shore[1] - start[1]))
        for number, home in zip(island, shifted([homes[n] for n in island], way), strict=True):
            moved[number] = home
    return moved


def lay_out(old: Task, new: Task) -> dict[tuple[str, str], Hexagon]:
    """Both sets in one frame, so that a seat which stayed as it was stays where it is."""
    corner = (EDGE - min(x for x, _ in new.homes), EDGE - min(y for _, y in new.homes))
    new = replace(new, homes=shifted(new.homes, corner))
    new_cells = hexmap_search.lay_out(new, EXCHANGES, SEED)
    old = replace(old, homes=homes_of_old(old, new, new_cells))
    old_cells = hexmap_search.lay_out(old, EXCHANGES, SEED)
    cells = {(NEW, seat.code): cell for seat, cell in zip(new.seats, new_cells, strict=True)}
    cells |= {(OLD, seat.code): cell for seat, cell in zip(old.seats, old_cells, strict=True)}
    return placed(cells)


def shifted(points: Sequence[Point], by: Point) -> list[Point]:
    return [(x + by[0], y + by[1]) for x, y in points]


def homes_of_old(old: Task, new: Task, new_cells: Sequence[int]) -> list[Point]:
    """Half way between the old seats' own cartogram and where their people's new seats lie, so
    that the two maps look alike; islands stay where they are."""
    successors = shares()
    cells = dict(zip((seat.code for seat in new.seats), new_cells, strict=True))
    heirs = [middle(successors[seat.code], cells) for seat in old.seats]
    own = old.homes[: len(old.seats)]
    offset = (
        statistics.mean(heir[0] - home[0] for heir, home in zip(heirs, own, strict=True)),
        statistics.mean(heir[1] - home[1] for heir, home in zip(heirs, own, strict=True)),
    )
    homes = [
        between(heir, home) if seat.landmass == GREAT_BRITAIN else heir
        for seat, heir, home in zip(old.seats, heirs, shifted(own, offset), strict=True)
    ]
    return [*homes, *new.homes[len(new.seats) :]]


def between(one: Point, other: Point) -> Point:
    return (one[0] + other[0]) / 2, (one[1] + other[1]) / 2


def middle(parts: dict[str, float], cells: dict[str, int]) -> Point:
    whole = sum(parts.values())
    return (
        sum(share * MIDDLE_OF[cells[code]][0] for code, share in parts.items()) / whole,
        sum(share * MIDDLE_OF[cells[code]][1] for code, share in parts.items()) / whole,
    )


def placed(cells: dict[tuple[str, str], int]) -> dict[tuple[str, str], Hexagon]:
    """With row 0 the northernmost of both sets, and column 0 the westernmost."""
    top = min(cell // COLUMNS for cell in cells.values())
    # Where the top row is an odd one, shifted back rows change places with the others.
    moved = {
        key: (cell % COLUMNS - (top % 2 and not cell // COLUMNS % 2), cell // COLUMNS - top)
        for key, cell in cells.items()
    }
    left = min(column for column, _ in moved.values())
    return {key: Hexagon(column - left, row) for key, (column, row) in moved.items()}


def write(places: dict[tuple[str, str], Hexagon]) -> None:
    with TABLE.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle, lineterminator="\n")
        writer.writerow(("boundaries", "code", "column", "row"))
        for (boundaries, code), place in sorted(places.items()):
            writer.writerow((boundaries, code, place.column, place.row))


def read() -> dict[tuple[str, str], Hexagon]:
    with TABLE.open(encoding="utf-8", newline="") as handle:
        return {
            (row["boundaries"], row["code"]): Hexagon(int(row["column"]), int(row["row"]))
            for row in csv.DictReader(handle)
        }


def tell(boundaries: str, task: Task, places: Sequence[Hexagon]) -> None:
    homes = task.homes[: len(task.seats)]
    found = judge(task.seats, homes, task.pairs, places)
    torn = ", ".join(found.in_pieces) or "none"
    print(f"Boundaries of {boundaries}: {len(places)} seats")
    print(f"  columns and rows: {found.columns} and {found.rows}")
    print(f"  neighbour pairs that touch: {found.touching:.1%} of {found.pairs:,}")
    print(f"  neighbour pairs at most a cell apart: {found.within_two:.1%}")
    print(f"  off the cartogram on average: {found.mean_displacement:.2f} hexagons")
    print(f"  off it at most: {found.largest_displacement:.2f} hexagons, {found.furthest}")
    print(f"  regions, nations and landmasses in more than one piece, but for islands: {torn}")


if __name__ == "__main__":
    main()
