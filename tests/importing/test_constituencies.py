"""Seats, their codes and their names, as the database holds them."""

import pytest

from bot.catalogue.catalogue import Catalogue
from bot.elections.constituency import Boundaries
from bot.importing.constituencies import boundaries_on

KEPT = {
    "S14000021": "East Renfrewshire",
    "S14000027": "Na h-Eileanan an Iar",
    "S14000045": "Midlothian",
    "S14000048": "North Ayrshire and Arran",
    "S14000051": "Orkney and Shetland",
}


def test_there_are_650_seats_on_each_set_of_boundaries(catalogue: Catalogue) -> None:
    seats = catalogue.seats.by_code.values()
    assert sum(seat.since is Boundaries.SINCE_2010 for seat in seats) == 650
    assert sum(seat.boundaries is Boundaries.SINCE_2024 for seat in seats) == 650
    assert len(seats) == 1_295


def test_five_scottish_seats_belong_to_both_sets(catalogue: Catalogue) -> None:
    both = {
        seat.code: seat.name
        for seat in catalogue.seats.by_code.values()
        if seat.since is not seat.boundaries
    }
    assert both == KEPT
    assert not any(catalogue.seats.by_code[code].abolished for code in KEPT)
    for code in KEPT:
        years = {one.polled_on.year for one, _ in catalogue.contests.ids_of_seats([code])}
        assert years == {2010, 2015, 2017, 2019, 2024}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("S14000006", "S14000107"),
        ("S14000008", "S14000108"),
        ("S14000010", "S14000109"),
        ("S14000040", "S14000110"),
        ("S14000058", "S14000111"),
    ],
)
def test_a_seat_that_was_given_another_code_is_found_by_the_new_one(
    catalogue: Catalogue, old: str, new: str
) -> None:
    before, after = catalogue.seats.by_code[old], catalogue.seats.by_code[new]
    assert before.abolished
    assert not after.abolished
    assert before.name == after.name
    assert {one.old.code for one in catalogue.seats.predecessors(new)} >= {old}
    assert catalogue.contests.ids_of_seats([new])[-1][0].polled_on.year == 2024
    assert catalogue.contests.ids_of_seats([old])[0][0].polled_on.year == 2019
    for table in ("place", "notional_contest"):
        query = f"SELECT count(*) FROM {table} WHERE code = ?"  # noqa: S608
        assert catalogue.connection.execute(query, (new,)).fetchone()[0] > 0


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("E14000640", "City of Chester"),
        ("W07000060", "Vale of Clwyd"),
        ("E14000554", "Berwick-upon-Tweed"),
        ("E14000922", "Sheffield, Hallam"),
        ("E14001468", "Sheffield Hallam"),
        ("W07000112", "Ynys Môn"),
        ("S14000027", "Na h-Eileanan an Iar"),
    ],
)
def test_a_name_is_the_newest_official_form(catalogue: Catalogue, code: str, name: str) -> None:
    assert catalogue.seats.by_code[code].name == name


def test_small_words_of_a_name_are_small(catalogue: Catalogue) -> None:
    small = {"Of", "On", "Upon", "And", "Under", "Le", "The", "In"}
    shouted = {
        seat.name
        for seat in catalogue.seats.by_code.values()
        for word in seat.name.replace("-", " ").split()[1:]
        if word in small - {"The"}
    }
    assert shouted == set()


def test_a_name_is_one_seats_on_one_set_of_boundaries(catalogue: Catalogue) -> None:
    seats = list(catalogue.seats.by_code.values())
    for current in (True, False):
        names = [seat.name for seat in seats if seat.abolished is not current]
        assert len(set(names)) == len(names)


def test_every_seat_has_a_middle_within_the_united_kingdom(catalogue: Catalogue) -> None:
    outside = catalogue.connection.execute(
        "SELECT name FROM constituency WHERE NOT (latitude BETWEEN 49.8 AND 60.9"
        " AND longitude BETWEEN -8.2 AND 1.8) OR latitude IS NULL"
    )
    assert outside.fetchall() == []


def test_seats_of_wales_have_welsh_names_and_no_others_do(catalogue: Catalogue) -> None:
    seats = catalogue.seats.by_code
    welsh = {seat.country for seat in seats.values() if seat.name_welsh}
    assert welsh == {"Wales"}
    assert seats["W07000060"].name_welsh == "Dyffryn Clwyd"
    assert [
        seat.name for seat in seats.values() if seat.country == "Wales" and not seat.name_welsh
    ] == []


def test_codes_of_other_files_are_no_names(catalogue: Catalogue) -> None:
    kinds = catalogue.connection.execute("SELECT DISTINCT kind FROM constituency_alias")
    assert "old_code" not in {row["kind"] for row in kinds}


@pytest.mark.parametrize(
    ("day", "boundaries"), [("2019-12-12", "2010"), ("2024-05-02", "2010"), ("2024-07-04", "2024")]
)
def test_the_new_boundaries_begin_with_the_election_of_july_2024(day: str, boundaries: str) -> None:
    assert boundaries_on(day) == boundaries
