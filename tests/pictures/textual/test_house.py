"""Seats by party as bars of text."""

from dataclasses import replace

import pytest

from bot.pictures.charts import Bench, House, Ink
from tests.pictures.making import FACE
from tests.pictures.textual.reading import shown, too_wide

LABOUR, CONSERVATIVE = Ink("Lab", "#E4003B"), Ink("Con", "#0087DC")
HOUSE = House(
    FACE,
    (
        Bench(LABOUR, "Labour", 6, "+4"),
        Bench(CONSERVATIVE, "Conservative", 3, "−4"),
    ),
    needed=5,
    before=(
        Bench(CONSERVATIVE, "Conservative", 7),
        Bench(LABOUR, "Labour", 2),
        Bench(Ink("SNP", "#FDF38E"), "SNP", 1),
    ),
    before_label="2019 (notional)",
)


def test_each_party_has_a_bar_with_the_majority_and_the_last_time_marked() -> None:
    assert shown(HOUSE, 40) == [
        "      5 for a majority ┊",
        "Lab  ███████│██████████┊███▎       6  +4",
        "Con  ███████████▏      ┊      │    3  −4",
        "SNP     │              ┊           0",
        "│ before: 2019 (notional)",
    ]


def test_seats_that_are_not_declared_are_counted() -> None:
    night = replace(HOUSE, undeclared=641, needed=326, before=(), before_label="")
    heading, *_, last = shown(night)
    assert heading.strip() == "326 for a majority ┊"
    assert last == "641 of 650 yet to declare"


def test_before_anything_is_declared_no_party_is_shown() -> None:
    nothing = House(FACE, (), undeclared=650, needed=326)
    assert shown(nothing)[1:] == ["650 of 650 yet to declare"]


def test_a_part_of_the_country_has_no_line_of_a_majority() -> None:
    assert "┊" not in "".join(shown(replace(HOUSE, needed=None)))


@pytest.mark.parametrize("width", [40, 80, 100])
def test_many_parties_with_long_names_fit(width: int) -> None:
    benches = tuple(Bench(Ink(f"Party {'山' * n}", None), "Party", 30 - n) for n in range(25))
    house = House(FACE, benches, needed=326)
    assert too_wide(house, width) == []
    assert len(shown(house, width)) == 26
