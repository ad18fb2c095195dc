"""Makes data/hexagon.csv, the map of hexagons: `make hexmap`.

With --check it only judges the table that is there.
"""

import csv
import math
import sys
from collections.abc import Sequence
from dataclasses import dataclass

import hexmap_cartogram
import hexmap_quality
import hexmap_search
from hexmap_board import COLUMNS, MIDDLE_OF
from hexmap_search import Task
from hexmap_seats import DATA, GREAT_BRITAIN, Point, Seat, seats_on, shares, water

from bot.elections.hexagon import Hexagon

TABLE = DATA / "hexagon.csv"
NEW, OLD = "2024", "2010"
EXCHANGES = 1_000_000
SEED = 1
EDGE = 8.0
# How far from the mainland an island is drawn, middle to middle.
GAP = 2.6


@dataclass(frozen=True, slots=True)
class Ground:
    """What a layout of one set of boundaries starts from: seats first, then water."""

    seats: list[Seat]
    homes: list[Point]
    pairs: list[tuple[int, int]]


def main() -> None:
    grounds = {boundaries: ground_of(boundaries) for boundaries in (OLD, NEW)}
    if "--check" not in sys.argv[1:]:
        write(lay_out(grounds))
    places = read()
    for boundaries, ground in grounds.items():
        tell(boundaries, ground, [places[boundaries, seat.code] for seat in ground.seats])


def ground_of(boundaries: str) -> Ground:
    seats = seats_on(boundaries)
    points = [seat.point for seat in seats]
    homes, wet = hexmap_cartogram.cartogram(points, water())
    return Ground(
        seats, [*nearer(seats, homes), *wet], hexmap_quality.gabriel_pairs([*points, *water()])
    )


def nearer(seats: Sequence[Seat], homes: Sequence[Point]) -> list[Point]:
    """The islands drawn up to the mainland, with a gap of sea."""
    moved = list(homes)
    mainland = [home for seat, home in zip(seats, homes, strict=True) if seat.landmass == GREAT_BRITAIN]
    for island in {seat.landmass for seat in seats} - {GREAT_BRITAIN}:
        own = [n for n, seat in enumerate(seats) if seat.landmass == island]
        gap, towards = min(
            (math.dist(homes[n], shore), (shore[0] - homes[n][0], shore[1] - homes[n][1]))
            for n in own
            for shore in mainland
        )
        share = (gap - GAP) / gap
        for n in own:
            moved[n] = (homes[n][0] + share * towards[0], homes[n][1] + share * towards[1])
    return moved


def lay_out(grounds: dict[str, Ground]) -> dict[tuple[str, str], Hexagon]:
    """Both sets in one frame, so that a seat which stayed as it was stays where it is."""
    new, old = grounds[NEW], grounds[OLD]
    corner = (EDGE - min(x for x, _ in new.homes), EDGE - min(y for _, y in new.homes))
    new_homes = shifted(new.homes, corner)
    new_cells = hexmap_search.lay_out(Task(new.seats, new_homes, new.pairs), EXCHANGES, SEED)
    then = dict(zip((seat.code for seat in new.seats), new_cells, strict=True))
    old_cells = hexmap_search.lay_out(
        Task(old.seats, homes_of_old(old, new, new_homes, then), old.pairs), EXCHANGES, SEED
    )
    cells = {(NEW, seat.code): cell for seat, cell in zip(new.seats, new_cells, strict=True)}
    cells |= {(OLD, seat.code): cell for seat, cell in zip(old.seats, old_cells, strict=True)}
    return placed(cells)


def shifted(points: Sequence[Point], by: Point) -> list[Point]:
    return [(x + by[0], y + by[1]) for x, y in points]


def homes_of_old(
    old: Ground, new: Ground, new_homes: Sequence[Point], new_cells: dict[str, int]
) -> list[Point]:
    """Half way between the old seats' own cartogram and where their people's new seats lie."""
    successors = shares()
    heirs = [middle(successors[seat.code], new_cells) for seat in old.seats]
    own = old.homes[: len(old.seats)]
    offset = (
        sum(heir[0] - home[0] for heir, home in zip(heirs, own, strict=True)) / len(own),
        sum(heir[1] - home[1] for heir, home in zip(heirs, own, strict=True)) / len(own),
    )
    halves = [
        ((heir[0] + home[0]) / 2, (heir[1] + home[1]) / 2)
        for heir, home in zip(heirs, shifted(own, offset), strict=True)
    ]
    return [*halves, *new_homes[len(new.seats) :]]


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


def tell(boundaries: str, ground: Ground, places: Sequence[Hexagon]) -> None:
    own = ground.homes[: len(ground.seats)]
    found = hexmap_quality.judge(ground.seats, own, ground.pairs, places)
    print(f"Boundaries of {boundaries}: {len(places)} seats on {found.columns} columns, {found.rows} rows")
    print(f"  neighbour pairs kept: {found.touching:.1%} of {found.pairs:,}; {found.within_two:.1%} at most one cell apart")
    print(f"  off the cartogram: {found.mean_displacement:.2f} hexagons on average, at most {found.largest_displacement:.2f} ({found.furthest})")
    print(f"  regions and nations in more than one piece: {', '.join(found.in_pieces) or 'none'}")


if __name__ == "__main__":
    main()
