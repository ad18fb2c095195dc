"""The map of hexagons looks like the United Kingdom, on both sets of boundaries."""

import math
import re
import subprocess
import sys

import pytest

from bot.catalogue.catalogue import Catalogue
from bot.elections.constituency import Boundaries, Constituency
from bot.elections.hexagon import Hexagon, centre, distance, pieces
from tests.conftest import DATA

ISLANDS = {"Orkney and Shetland", "Na h-Eileanan an Iar"}
Map = dict[str, Hexagon]
"""By the seats' names."""


@pytest.fixture(params=Boundaries, ids=str)
def boundaries(request: pytest.FixtureRequest) -> Boundaries:
    return Boundaries(request.param)


@pytest.fixture
def seats(catalogue: Catalogue, boundaries: Boundaries) -> dict[str, Constituency]:
    return {
        code: catalogue.seats.by_code[code] for code in sorted(catalogue.hexagons.of(boundaries))
    }


@pytest.fixture
def names(catalogue: Catalogue, boundaries: Boundaries, seats: dict[str, Constituency]) -> Map:
    hexagons = catalogue.hexagons.of(boundaries)
    return {seat.name: hexagons[code] for code, seat in seats.items()}


@pytest.fixture
def regions(
    catalogue: Catalogue, boundaries: Boundaries, seats: dict[str, Constituency]
) -> dict[str, set[Hexagon]]:
    """Without islands."""
    hexagons = catalogue.hexagons.of(boundaries)
    found: dict[str, set[Hexagon]] = {}
    for code, seat in seats.items():
        if not is_island(seat.name):
            found.setdefault(seat.region, set()).add(hexagons[code])
    return found


def is_island(name: str) -> bool:
    return name in ISLANDS or name.startswith("Isle of Wight")


def column(hexagons: set[Hexagon]) -> float:
    return sum(one.column for one in hexagons) / len(hexagons)


def row(hexagons: set[Hexagon]) -> float:
    return sum(one.row for one in hexagons) / len(hexagons)


def test_every_seat_has_a_hexagon_of_its_own(names: Map) -> None:
    assert len(names) == len(set(names.values())) == 650


def test_the_map_begins_at_its_corner_and_fits_eighty_columns_of_text(names: Map) -> None:
    assert min(one.row for one in names.values()) == 0
    assert min(one.column for one in names.values()) >= 0
    assert max(one.column for one in names.values()) <= 38
    assert max(one.row for one in names.values()) <= 43


def test_every_region_is_in_one_piece(regions: dict[str, set[Hexagon]]) -> None:
    assert len(regions) == 12
    assert {region for region, own in regions.items() if len(pieces(own)) > 1} == set()


def test_great_britain_is_in_one_piece_and_islands_are_not_of_it(
    names: Map, regions: dict[str, set[Hexagon]]
) -> None:
    ireland = regions.pop("Northern Ireland")
    mainland = set().union(*regions.values())
    assert len(pieces(mainland)) == 1
    for island in (ireland, *({place} for name, place in names.items() if is_island(name))):
        assert min(distance(one, shore) for one in island for shore in mainland) > 1


def test_a_column_of_sea_lies_between_ireland_and_britain(
    names: Map, regions: dict[str, set[Hexagon]]
) -> None:
    ireland = regions.pop("Northern Ireland")
    mainland = set().union(*regions.values())
    for one in ireland:
        assert all(one.column + 1 < shore.column for shore in mainland if shore.row == one.row)


def test_no_lake_is_in_the_land(names: Map) -> None:
    land = set(names.values())
    frame = {Hexagon(x, y) for x in range(-1, 40) for y in range(-1, 45)}
    assert len(pieces(frame - land)) == 1


def test_regions_lie_as_they_do_on_any_map(regions: dict[str, set[Hexagon]]) -> None:
    assert row(regions["Scotland"]) < row(regions["North East"])
    assert row(regions["North West"]) < row(regions["West Midlands"]) < row(regions["South West"])
    assert row(regions["Yorkshire and The Humber"]) < row(regions["East Midlands"])
    assert column(regions["Northern Ireland"]) < column(regions["Wales"])
    assert column(regions["Wales"]) < column(regions["West Midlands"])
    assert column(regions["West Midlands"]) < column(regions["East Midlands"])
    assert column(regions["East Midlands"]) < column(regions["East of England"])
    assert column(regions["South West"]) < column(regions["London"])
    assert row(regions["East of England"]) < row(regions["London"])


def test_land_ends_where_it_should(names: Map) -> None:
    by_place = sorted((place, name) for name, place in names.items())
    britain = [(place, name) for place, name in by_place if not is_island(name)]
    southernmost = max(place.row for place, _ in britain)
    assert names["St Ives"].row >= southernmost - 1
    assert names["Orkney and Shetland"].row == 0
    assert max(britain)[1] in {
        "South Thanet",
        "East Thanet",
        "Dover",
        "Dover and Deal",
        "Great Yarmouth",
    }
    assert names["Foyle"].column < names["Belfast North"].column < names["North Down"].column


@pytest.mark.parametrize(
    "shores",
    [
        {"Boston and Skegness", "North Norfolk"},
        {"Clacton", "South Thanet", "East Thanet"},
        {"Ynys Môn", "Preseli Pembrokeshire", "Mid and South Pembrokeshire"},
        {"Gower", "North Devon"},
        {"North Down", "Barrow and Furness"},
    ],
    ids=["the Wash", "Thames estuary", "Cardigan Bay", "Bristol Channel", "Irish Sea"],
)
def test_the_sea_is_where_it_should_be(names: Map, shores: set[str]) -> None:
    one, other = (centre(names[name]) for name in sorted(shores & names.keys()))
    land = [centre(place) for place in names.values()]
    on_the_way = [
        (one[0] + step / 20 * (other[0] - one[0]), one[1] + step / 20 * (other[1] - one[1]))
        for step in range(21)
    ]
    assert any(all(math.dist(point, place) > 0.6 for place in land) for point in on_the_way)


def test_london_is_one_block_in_order(regions: dict[str, set[Hexagon]], names: Map) -> None:
    london = regions["London"]
    assert len(london) in {73, 75}
    assert max(one.column for one in london) - min(one.column for one in london) < 14
    assert max(one.row for one in london) - min(one.row for one in london) < 14
    assert names["Tottenham"].row < names["Islington North"].row < names["Tooting"].row
    assert names["Twickenham"].column < names["Putney"].column < names["Orpington"].column


def test_seats_that_stayed_as_they_were_stay_about_where_they_are(catalogue: Catalogue) -> None:
    old, new = (catalogue.hexagons.of(one) for one in Boundaries)
    moves = [
        distance(old[before.code], new[code])
        for code in new
        if (before := catalogue.seats.unchanged_predecessor(code))
    ]
    assert len(moves) > 60
    assert sum(moves) / len(moves) < 0.6


def test_the_program_judges_the_table_as_good_as_it_is() -> None:
    pytest.importorskip("scipy")
    program = DATA.parent / "tools" / "hexmap.py"
    told = subprocess.run(
        [sys.executable, program, "--check"], check=True, capture_output=True, text=True, timeout=50
    ).stdout
    assert told.count("650 seats") == 2
    assert told.count("in more than one piece, but for islands: none") == 2
    assert min(figures(told, "that touch")) >= 74
    assert min(figures(told, "a cell apart")) >= 95
    assert max(figures(told, "on average")) < 0.7
    assert max(figures(told, "off it at most")) < 2.5


def figures(told: str, label: str) -> list[float]:
    """One for each set of boundaries."""
    first, second = re.findall(rf"{label}: ([\d.]+)", told)
    return [float(first), float(second)]
