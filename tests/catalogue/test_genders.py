"""Who is a woman, as far as it is recorded."""

from bot.catalogue.catalogue import Catalogue
from bot.catalogue.genders import genders


def test_women_and_those_of_no_recorded_gender_are_told_apart(catalogue: Catalogue) -> None:
    asked = ["diane-abbott", "jeremy-corbyn", "neil-shastri-hurst", "nobody-at-all"]
    found = genders(catalogue.connection, asked)
    assert found.women == {"diane-abbott"}
    assert found.unknown == {"neil-shastri-hurst", "nobody-at-all"}


def test_of_nobody_nothing_is_told(catalogue: Catalogue) -> None:
    found = genders(catalogue.connection, [])
    assert (found.women, found.unknown) == (frozenset(), frozenset())
