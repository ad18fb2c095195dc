"""Constituencies of 1918 to 2005 by the names that they had."""

from datetime import date

import pytest

from bot.catalogue.catalogue import Catalogue
from bot.catalogue.old_names import OldConstituency, old_constituencies, with_words, written


def test_a_seat_that_no_later_one_is_called_after(catalogue: Catalogue) -> None:
    # "Middlesex Finchley" until 1945.
    assert old_constituencies(catalogue.connection, "finchley") == (
        OldConstituency("Finchley", "London", date(1918, 12, 14), date(1992, 4, 9)),
    )


@pytest.mark.parametrize(
    ("name", "years"),
    [
        ("Huyton", (1950, 1979)),
        ("grantham", (1918, 1992)),
        ("bermondsey", (1950, 1979)),
        ("Down, North", (1918, 2005)),
    ],
)
def test_its_first_and_last_election(
    catalogue: Catalogue, name: str, years: tuple[int, int]
) -> None:
    [found] = old_constituencies(catalogue.connection, name)
    assert (found.first.year, found.last.year) == years


def test_two_that_had_the_name_at_once_are_two(catalogue: Catalogue) -> None:
    found = old_constituencies(catalogue.connection, "richmond")
    assert [one.region for one in found] == ["London", "Yorkshire and The Humber"]


@pytest.mark.parametrize("name", ["", "the", "north", "finchly", "golders green", "%"])
def test_what_was_no_name_is_not_found(catalogue: Catalogue, name: str) -> None:
    assert old_constituencies(catalogue.connection, name) == ()


def test_names_that_hold_the_words_and_more(catalogue: Catalogue) -> None:
    found = with_words(catalogue.connection, "bermondsey", date(1983, 6, 9))
    assert found == ["Southwark and Bermondsey"]
    assert with_words(catalogue.connection, "bermondsey", date(1979, 5, 3)) == []


def test_small_words_are_written_small_between_hyphens_too() -> None:
    assert written("Newcastle-Under-Lyme") == "Newcastle-under-Lyme"
    assert written("Southwark & Bermondsey") == "Southwark and Bermondsey"
