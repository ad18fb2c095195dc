import csv
from pathlib import Path

import pytest

from bot.pictures.theme import (
    LEAST_FOR_SHAPES,
    LEAST_FOR_TEXT,
    THEMES,
    UNKNOWN,
    Theme,
    contrast,
    edge,
    mix,
    visible,
)

PARTIES = Path(__file__).parents[2] / "data" / "party.csv"
with PARTIES.open(encoding="utf-8") as handle:
    COLOURS = sorted({row["colour"] for row in csv.DictReader(handle) if row["colour"]})


def test_contrast_is_that_of_the_guidelines() -> None:
    """Black on white is 21; the grey #767676 is the lightest that passes on white at 4.5."""
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)
    assert contrast("#FFFFFF", "#FFFFFF") == 1


@pytest.mark.parametrize("theme", THEMES.values(), ids=str)
def test_words_can_be_read_on_all_that_they_stand_on(theme: Theme) -> None:
    for ground in (theme.ground, theme.track):
        assert contrast(theme.text, ground) >= LEAST_FOR_TEXT
        assert contrast(theme.muted, ground) >= LEAST_FOR_TEXT


@pytest.mark.parametrize("theme", THEMES.values(), ids=str)
def test_every_partys_shape_stands_out_from_its_ground(theme: Theme) -> None:
    assert len(COLOURS) > 50
    for colour in (*COLOURS, UNKNOWN, "#000000", "#FFFFFF", theme.ground):
        for ground in (theme.ground, theme.track):
            assert contrast(edge(colour, theme), ground) >= LEAST_FOR_SHAPES


@pytest.mark.parametrize("theme", THEMES.values(), ids=str)
def test_no_bar_looks_empty(theme: Theme) -> None:
    for colour in (*COLOURS, UNKNOWN, "#000000", "#FFFFFF"):
        assert contrast(visible(colour, theme), theme.ground) > 1.3
    assert visible("#E4003B", theme) == "#E4003B"


@pytest.mark.parametrize("theme", THEMES.values(), ids=str)
def test_a_colour_that_stands_out_is_its_own_edge(theme: Theme) -> None:
    assert edge(theme.text, theme) == theme.text


def test_a_mixture_lies_between() -> None:
    assert mix("#000000", "#FFFFFF", 0.5) == "#808080"
    assert mix("#102030", "#FFFFFF", 0) == "#102030"
