"""What is the same for every chart in a terminal."""

from dataclasses import replace
from datetime import date

import pytest
from rich.console import Console

from bot.answers.drawn import gallery, night
from bot.answers.sketch import Sketch
from bot.catalogue.catalogue import Catalogue
from bot.pictures.textual.render import render
from bot.pictures.textual.sheet import in_ascii
from tests.pictures.making import FACE, bars
from tests.pictures.textual.reading import too_wide

SKETCHES = [
    "bars:E14001305.2024-07-04",
    "timeline:E14001174",
    "timeline:N05000001",
    "house:2024-07-04",
    "house:2015-05-07.Scotland",
    "swing:E14001083.2024-07-04",
    "map:2024-07-04/winner",
    "map:2019-12-12/turnout@London",
    "map:2024-07-04/share=labour@E14001305",
    "map:2010-05-06/gains",
]


@pytest.mark.parametrize("sketch", SKETCHES)
def test_real_charts_fit_any_terminal(catalogue: Catalogue, sketch: str) -> None:
    parsed = Sketch.parse(sketch)
    chart = gallery.chart_of(catalogue, parsed) if parsed else None
    assert chart
    lines = render(chart).plain.split("\n")
    assert lines[0] == chart.face.title
    assert lines[-1] == chart.face.source
    assert [width for width in (40, 60, 80, 100) if too_wide(chart, width)] == []


def test_a_board_is_the_house_above_the_map(catalogue: Catalogue) -> None:
    board = night.board(catalogue, date(2024, 7, 4))
    text = render(board).plain
    assert text.index("326 for a majority") < text.index(board.map.face.unit)
    assert text.count(board.face.unit) == 1
    assert too_wide(board) == []


def test_a_long_title_goes_on_in_the_next_line() -> None:
    chart = replace(bars("Ann"), face=replace(FACE, title="A very long name " * 8))
    title, more, *_ = render(chart).plain.split("\n")
    assert (title[:6], more[:6]) == ("A very", "name A")


def test_colours_are_only_where_a_terminal_has_them() -> None:
    plain, coloured = Console(), Console(force_terminal=True, color_system="truecolor")
    for console, codes in ((plain, False), (coloured, True)):
        with console.capture() as captured:
            console.print(render(bars("Ann")))
        assert ("\x1b[" in captured.get()) is codes


def test_without_block_signs_there_are_signs_of_ascii() -> None:
    text = in_ascii(render(bars("Ann Able", "Bob")))
    assert text.plain.isascii()
    assert "* Ann Able" in text.plain
    assert "####" in text.plain
