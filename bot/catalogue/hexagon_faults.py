"""What would be wrong with a map of hexagons."""

from collections.abc import Iterator

from bot.catalogue.catalogue import Catalogue
from bot.elections.constituency import Boundaries, Constituency
from bot.elections.hexagon import ISLANDS, Hexagon, pieces


def faults(catalogue: Catalogue, boundaries: Boundaries) -> Iterator[str]:
    """Each as a sentence."""
    hexagons = catalogue.hexagons.of(boundaries)
    seats = {
        seat.code: seat
        for seat in catalogue.seats.by_code.values()
        if seat.since <= boundaries <= seat.boundaries
    }
    yield from _missing(boundaries, seats, hexagons)
    yield from _shared(boundaries, seats, hexagons)
    yield from _torn(boundaries, seats, hexagons)


def _missing(
    boundaries: Boundaries, seats: dict[str, Constituency], hexagons: dict[str, Hexagon]
) -> Iterator[str]:
    for code in sorted(seats.keys() - hexagons.keys()):
        yield f"{seats[code].name} has no hexagon of {boundaries}"
    for code in sorted(hexagons.keys() - seats.keys()):
        yield f"{code} has a hexagon of {boundaries} and is no seat then"


def _shared(
    boundaries: Boundaries, seats: dict[str, Constituency], hexagons: dict[str, Hexagon]
) -> Iterator[str]:
    held: dict[Hexagon, str] = {}
    for code in sorted(hexagons.keys() & seats.keys()):
        other = held.setdefault(hexagons[code], code)
        if other != code:
            yield f"{seats[other].name} and {seats[code].name} share a hexagon of {boundaries}"


def _torn(
    boundaries: Boundaries, seats: dict[str, Constituency], hexagons: dict[str, Hexagon]
) -> Iterator[str]:
    areas: dict[str, set[Hexagon]] = {}
    for code in hexagons.keys() & seats.keys() - ISLANDS.keys():
        # Northern Ireland is a region of that name, too.
        for area in {seats[code].country, seats[code].region}:
            areas.setdefault(area, set()).add(hexagons[code])
    for area, own in sorted(areas.items()):
        if len(found := pieces(own)) > 1:
            yield f"{area} is in {len(found)} pieces on the map of {boundaries}"
