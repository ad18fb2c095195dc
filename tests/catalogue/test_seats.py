import pytest

from bot.catalogue.catalogue import Catalogue


def test_an_abolished_seats_successors_come_largest_part_first(catalogue: Catalogue) -> None:
    # Beaconsfield: 91.8% of its people stayed, 8.2% went to Chesham and Amersham.
    found = catalogue.seats.successors("E14000550")
    assert [(one.new.name, round(one.share_of_old, 3)) for one in found] == [
        ("Beaconsfield", 0.918),
        ("Chesham and Amersham", 0.082),
    ]


def test_a_seats_predecessors_come_by_the_share_of_its_own_people(catalogue: Catalogue) -> None:
    for seat in catalogue.seats.by_code.values():
        shares = [one.share_of_new for one in catalogue.seats.predecessors(seat.code)]
        assert shares == sorted(shares, reverse=True)


def test_slivers_of_the_map_are_no_predecessors(catalogue: Catalogue) -> None:
    # None of Mid Derbyshire's people came to Amber Valley, whatever the outlines say.
    found = [one.old.name for one in catalogue.seats.predecessors("E14001066")]
    assert found == ["Amber Valley"]


@pytest.mark.parametrize(
    ("code", "other"),
    [
        ("E14000763", "E14001305"),
        ("E14001305", "E14000763"),
        ("E14000922", "E14001468"),  # Sheffield, Hallam and Sheffield Hallam
        ("W07000081", None),  # Aberafan Maesteg is a new name
        ("S14000051", None),  # Orkney and Shetland is one seat of both sets
    ],
)
def test_a_namesake_is_the_seat_of_that_name_on_the_other_boundaries(
    catalogue: Catalogue, code: str, other: str | None
) -> None:
    found = catalogue.seats.namesake(catalogue.seats.by_code[code])
    assert (found.code if found else None) == other


def test_a_code_that_nobody_has_is_no_seat(catalogue: Catalogue) -> None:
    assert catalogue.seats.get("E99999999") is None
    assert catalogue.seats.successors("E99999999") == []
    assert catalogue.gazetteer.district("ZZ99") == []
    assert catalogue.gazetteer.place("nowhere") is None
    assert catalogue.persons.get("nobody") is None


def test_a_postcode_districts_seats_come_largest_share_first(catalogue: Catalogue) -> None:
    found = catalogue.gazetteer.district("AB10")
    assert [(one.constituency.code, one.share_of_area) for one in found][:2] == [
        ("S14000061", 0.932),
        ("S14000111", 0.065),
    ]
