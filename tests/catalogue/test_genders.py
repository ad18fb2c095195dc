"""Who is a woman, as far as it is recorded."""

import pytest

from bot.catalogue.catalogue import Catalogue


@pytest.mark.parametrize(
    ("person", "woman"),
    [
        ("diane-abbott", True),
        ("jeremy-corbyn", False),
        ("neil-shastri-hurst", None),
        ("nobody-at-all", None),
    ],
)
def test_women_and_those_of_no_recorded_gender_are_told_apart(
    catalogue: Catalogue, *, person: str, woman: bool | None
) -> None:
    assert catalogue.genders.is_woman(person) is woman
