"""Candidates and their bars as text."""

from dataclasses import replace

import pytest

from bot.answers.drawn import vote_bars
from bot.catalogue.catalogue import Catalogue
from bot.pictures.charts import Ink, VoteBars
from bot.pictures.textual.render import render
from tests.pictures.making import BAR, FACE, bars
from tests.pictures.textual.reading import shown, too_wide

CONTESTS = 3315
LONG = "Screaming Baron Hieronymus Featherstonehaugh-Cholmondeley von Thunderclap"
WIDE = "山田太郎山田太郎山田太郎山田太郎"


@pytest.fixture(scope="module")
def islington_north(catalogue: Catalogue) -> VoteBars:
    chart = vote_bars.chart(catalogue, "E14001305.2024-07-04")
    assert chart
    return chart


def test_a_contest_is_shown_with_what_stands_around_its_picture(islington_north: VoteBars) -> None:
    assert render(islington_north).plain.split("\n") == [
        "Islington North · general election, 4 July 2024",
        "Votes, share of the valid votes, change in points since 2019",
        "✓ Jeremy Corbyn   Ind    █████████████████████████▎         24,120  49.2%",
        "  Praful Nargund  Lab    █████████████████▋              │  16,873  34.4%  −29.9",
        "  Sheridan Kates  Green  ██▊ │                               2,660   5.4%   −2.6",
        "  Karen Harries   Con    ██   │                              1,950   4.0%   −6.2",
        "  Martyn Nelson   RUK    │▊                                  1,710   3.5%   +2.1",
        "  Vikas Aggarwal  LD     █▊      │                           1,661   3.4%  −12.3",
        "  Paul Josling    Ind    ▏                                      32   0.1%",
        "│ share in 2019",
        "Source: UK Parliament election results, as of 20 August 2026",
    ]


def test_every_contest_there_is_fits_80_columns(catalogue: Catalogue) -> None:
    keys = catalogue.connection.execute("SELECT code || '.' || polled_on FROM contest").fetchall()
    assert len(keys) == CONTESTS
    charts = {key: vote_bars.chart(catalogue, key) for (key,) in keys}
    assert [key for key, chart in charts.items() if chart is None or too_wide(chart)] == []


@pytest.mark.parametrize("width", [20, 40, 57, 80, 100])
@pytest.mark.parametrize("candidates", [0, 1, 17, 34])
def test_candidates_of_any_number_and_name_fit_any_width(width: int, candidates: int) -> None:
    names = [
        (LONG, WIDE, "Ann", "e\u0301\u0302" * 40, "")[place % 5] for place in range(candidates)
    ]
    assert too_wide(bars(*names), max(width, 40)) == []
    assert len(shown(bars(*names), max(width, 60))) == candidates + 1


@pytest.mark.parametrize("width", [40, 80])
def test_a_party_is_named_beside_every_bar(islington_north: VoteBars, width: int) -> None:
    lines = render(islington_north, width).plain.split("\n")
    start = next(place for place, line in enumerate(lines) if line.startswith("✓"))
    for row, bar in zip(lines[start:], islington_north.bars, strict=False):
        assert f" {bar.ink.short[:2]}" in row
        assert bar.share_text in row


def test_figures_stand_in_line_beside_wide_letters() -> None:
    wide, narrow = shown(bars("山田太郎", "Ann Able"))[:2]
    # Each of the four letters takes two columns.
    assert wide.index("24,120") + 4 == narrow.index("24,120")


@pytest.mark.parametrize("hostile", ["[red]Ann[/]", "[/]", "<script>Ann", ":smile:"])
def test_a_name_is_no_markup(hostile: str) -> None:
    assert hostile in shown(bars(hostile))[0]


def test_nothing_in_a_name_steers_the_terminal() -> None:
    names = ["\x1b[31mAnn", "Bo\rb", "C\n\nlara", "\u202eDora", "E\x9b2Jve", "Fr\ud800ed", "G\tus"]
    chart = replace(bars(*names), face=replace(FACE, title="A\x1b]0;title\x07mbridge"))
    text = render(chart).plain
    assert all(sign.isprintable() for sign in text.replace("\n", ""))
    assert text.split("\n")[0] == "A]0;titlembridge"
    assert [line[2:].split("  ")[0] for line in text.split("\n")[2:9]] == [
        "[31mAnn",
        "Bo b",
        "C lara",
        "Dora",
        "E2Jve",
        "Fred",
        "G us",
    ]


def test_a_name_keeps_the_unseen_signs_that_it_is_written_with() -> None:
    persian, ann = shown(bars("نیک\u200cپی", "Ann Able"))[:2]
    assert persian.startswith("✓ نیک\u200cپی")
    # The unseen sign takes no column.
    assert persian.index("24,120") == ann.index("24,120") + 1


def test_what_is_not_known_has_no_bar_and_no_nought() -> None:
    unknown = replace(BAR, votes="", share=None, share_text="", before=None, rise_text="")
    assert shown(VoteBars(FACE, (unknown,))) == ["✓ Ann Able  Lab"]


def test_what_is_more_than_nothing_can_be_seen() -> None:
    least = replace(BAR, share=0.00001, share_text="<0.1%", before=None, won=False)
    assert "▏" in shown(VoteBars(FACE, (BAR, least)))[1]


def test_a_colour_that_some_grounds_swallow_is_left_out() -> None:
    for colour in ("#000000", "#FFFFFF", None):
        text = render(VoteBars(FACE, (replace(BAR, ink=Ink("Lab", colour)),)))
        assert not [span for span in text.spans if colour and colour.lower() in str(span.style)]
