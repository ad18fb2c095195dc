"""The map as letters."""

import pytest

from bot.pictures.charts import Hexagon, HexMap, Key, Spot
from bot.pictures.textual.hexmap import marks_of
from tests.pictures.making import FACE
from tests.pictures.textual.reading import shown, too_wide

KEYS = (Key("Labour", "#E4003B", 2), Key("LD", "#FAA61A", 1, mark="D"), Key("SNP", "#FDF38E", 0))
SMALL = HexMap(
    FACE,
    (
        Hexagon(3, 4, 0),
        Hexagon(4, 4, 1),
        Hexagon(3, 5, None),
        Hexagon(5, 5, 0),
        Hexagon(3, 6, 0, faint=True),
    ),
    KEYS,
    undeclared=1,
)


def test_each_seat_is_a_letter_and_every_other_row_lies_further_right() -> None:
    assert shown(SMALL) == [
        " L D",
        "  ··  L",
        " -",
        "",
        "L Labour 2 · D LD 1 · ·· not declared 1 · - not highlighted",
    ]


@pytest.mark.parametrize(
    ("column", "row", "drawn"),
    [(3, 4, "[L]D"), (4, 4, " L[D]"), (3, 5, " [·]  L"), (4, 5, "  ·[ ]L")],
)
def test_the_seat_that_was_asked_for_stands_in_brackets(column: int, row: int, drawn: str) -> None:
    lines = shown(HexMap(FACE, SMALL.hexagons, KEYS, spot=Spot(column, row, "Bath: Lib Dem")))
    assert lines[row - 4] == drawn
    assert lines[-1].endswith("[ ] Bath: Lib Dem")


@pytest.mark.parametrize(
    ("keys", "marks"),
    [
        (["Labour", "LD", "Liberal", "SNP"], ["L", "D", "I", "S"]),
        (["Lab", "Lab", "Lab", "Lab"], ["L", "A", "B", "l"]),
        (["under 10%", "10–20%", "20% or more"], ["1", "2", "3"]),
        (["山", "é", ""], ["a", "b", "c"]),
    ],
)
def test_every_key_has_a_mark_of_its_own(keys: list[str], marks: list[str]) -> None:
    found = marks_of([Key(label, "#888888", 1) for label in keys])
    assert found == marks


def test_what_is_neither_a_party_nor_a_class_is_a_point() -> None:
    keys = [Key("No change", "#888888", 9, strength=0.3), Key("Gained", "#888888", 1)]
    assert marks_of(keys) == [".", "G"]


def test_a_mark_that_is_given_is_nobody_elses() -> None:
    keys = [Key("Labour", "#E4003B", 9), Key("Other", "#888888", 1, mark="L")]
    assert marks_of(keys) == ["A", "L"]


def test_even_a_hundred_keys_have_marks() -> None:
    assert len(marks_of([Key("Party", "#888888", 1)] * 100)) == 100


def test_the_widest_map_fits_80_columns_and_a_narrow_terminal_is_told_the_figures() -> None:
    whole = HexMap(FACE, tuple(Hexagon(n % 39, n // 39, 0) for n in range(650)), KEYS)
    assert too_wide(whole) == []
    assert sum(line.count("L ") + line.endswith("L") for line in shown(whole)[:17]) == 650
    assert too_wide(whole, 50) == []
    narrow = " ".join(shown(whole, 50))
    assert narrow.startswith("The map is too wide for this terminal")
    assert "L Labour 2 · D LD 1" in narrow
