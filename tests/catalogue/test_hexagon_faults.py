"""A map that is wrong is told to be so, seat by seat."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from bot.catalogue.catalogue import Catalogue
from bot.catalogue.hexagon_faults import faults
from bot.elections.constituency import Boundaries

ISLINGTON = "code = 'E14001305'"


@pytest.fixture
def copy(catalogue: Catalogue) -> Iterator[Catalogue]:
    with closing(sqlite3.connect(":memory:")) as connection:
        catalogue.connection.backup(connection)
        connection.row_factory = sqlite3.Row
        yield Catalogue(connection)


@pytest.mark.parametrize("boundaries", Boundaries)
def test_the_maps_have_no_fault(catalogue: Catalogue, boundaries: Boundaries) -> None:
    assert list(faults(catalogue, boundaries)) == []


def test_a_seat_without_a_hexagon_is_named(copy: Catalogue) -> None:
    copy.connection.execute(f"DELETE FROM hexagon WHERE {ISLINGTON}")  # noqa: S608 (our own)
    assert "Islington North has no hexagon of 2024" in faults(copy, Boundaries.SINCE_2024)
    assert list(faults(copy, Boundaries.SINCE_2010)) == []


def test_two_seats_in_one_hexagon_are_both_named(copy: Catalogue) -> None:
    copy.connection.execute(
        'UPDATE hexagon SET ("column", "row") = (SELECT "column", "row" FROM hexagon '  # noqa: S608
        f"WHERE code = 'E14001063') WHERE {ISLINGTON}"
    )
    found = list(faults(copy, Boundaries.SINCE_2024))
    assert "Aldershot and Islington North share a hexagon of 2024" in found


def test_a_seat_of_other_boundaries_has_no_place_on_the_map(copy: Catalogue) -> None:
    copy.connection.execute("INSERT INTO hexagon VALUES ('2024', 'E14000763', 0, 0)")
    assert list(faults(copy, Boundaries.SINCE_2024)) == [
        "E14000763 has a hexagon of 2024 and is no seat then"
    ]


def test_a_region_in_pieces_is_named(copy: Catalogue) -> None:
    copy.connection.execute(f'UPDATE hexagon SET "column" = 0, "row" = 0 WHERE {ISLINGTON}')  # noqa: S608
    assert list(faults(copy, Boundaries.SINCE_2024)) == [
        "England is in 2 pieces on the map of 2024",
        "London is in 2 pieces on the map of 2024",
    ]
