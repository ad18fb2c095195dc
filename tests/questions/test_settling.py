"""Names settled by the names and the election beside them."""

import pytest

from bot.questions.reading import Reader


@pytest.mark.parametrize(
    ("text", "seats", "persons"),
    [
        ("amber rudd hastings 2017 majority", ("E14001274",), ("amber-rudd",)),
        ("michael gove surrey heath 2019", ("E14001532",), ("michael-gove",)),
        ("ken clarke rushcliffe", ("E14001457",), ("kenneth-clarke",)),
        ("farage thanet 2015", ("E14000948",), ("nigel-farage",)),  # South Thanet
        ("chris law's majority in dundee", ("S14000075",), ("chris-law",)),
        ("how many times has galloway won", (), ("george-galloway",)),
        ("who won street in somerset", ("E14001247",), ()),
        ("tiverton by-election", ("E14000996",), ()),  # Tiverton and Honiton
    ],
)
def test_each_name_is_settled_by_what_stands_beside_it(
    reader: Reader, text: str, seats: tuple[str, ...], persons: tuple[str, ...]
) -> None:
    question = reader.read(text)
    assert question is not None
    assert question.unclear is None
    assert (question.seats, question.persons) == (seats, persons)


def test_two_people_who_are_merely_alike_are_not_made_of_one_name(reader: Reader) -> None:
    assert reader.read("neil kinnock islwyn 2019") is None


def test_what_stays_open_is_asked_about_the_seats_of_then(reader: Reader) -> None:
    question = reader.read("who won reading in 2010")
    assert question is not None
    assert question.unclear is not None
    offered = {one.name for one in question.unclear.finding.matches}
    assert offered == {"Reading East", "Reading West"}
