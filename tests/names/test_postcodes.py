import pytest

from bot.names.postcodes import district_of


@pytest.mark.parametrize(
    ("typed", "district"),
    [
        ("N19 5QQ", "N19"),
        ("n19 5qq", "N19"),
        ("n195qq", "N19"),
        ("  N19   5QQ ", "N19"),
        ("N19", "N19"),
        ("n19 5", "N19"),
        ("SW1A 1AA", "SW1A"),
        ("sw1a1aa", "SW1A"),
        ("W1A", "W1A"),
        ("EC1A 1BB", "EC1A"),
        ("M1 1AE", "M1"),
        ("B33 8TH", "B33"),
        ("cr2 6xh", "CR2"),
        ("DN55 1PT", "DN55"),
        ("BT1 5GS", "BT1"),
        ("ZE1", "ZE1"),
        ("zz99", "ZZ99"),
    ],
)
def test_a_postcode_is_known_whole_or_half(typed: str, district: str) -> None:
    assert district_of(typed) == district


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " ",
        "n",
        "19",
        "2019",
        "GE2019",
        "Islington North",
        "A1B2C3D4",
        "ABC1",
        "12 N",
        "May 2010",
        "SNP",
        "E14001305",
    ],
)
def test_what_is_no_postcode_is_taken_for_a_name(typed: str) -> None:
    assert district_of(typed) is None
