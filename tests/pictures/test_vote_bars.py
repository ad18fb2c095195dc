from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from bot.answers.drawn import vote_bars as drawn
from bot.catalogue.catalogue import Catalogue
from bot.elections.contest import ContestKind
from bot.pictures.charts import Ink
from bot.pictures.drawing.draw import draw
from bot.pictures.theme import ThemeName
from tests.pictures.looking import faults, rows, words
from tests.pictures.making import BAR, FACE, bars

LONG = "Sir Bartholomew Featherstonehaugh-Cholmondeley of Much Wenlock and Ambridge the Younger"
SVG = "{http://www.w3.org/2000/svg}"


def test_in_every_contest_since_2010_every_word_can_be_read(catalogue: Catalogue) -> None:
    results = [
        *(one for day in catalogue.elections.days() for one in catalogue.elections.general(day)),
        *catalogue.elections.by_elections(),
    ]
    found = {}
    for one in results:
        chart = drawn.of_contest(one.contest, one.before, "Source: UK Parliament")
        drawing = draw(chart)
        assert f"{one.contest.winner.votes:,}" in words(drawing)
        assert words(drawing)[0].endswith(
            f"{one.contest.polled_on.day} {one.contest.polled_on:%B %Y}"
        )
        assert chart.face.alt.count(":") >= 2
        assert len(chart.face.alt) <= 1024
        if wrong := faults(drawing):
            found[str(one.contest.id)] = wrong
    assert len(results) == 3315
    assert {one.contest.kind for one in results} == set(ContestKind)
    assert found == {}


@pytest.mark.parametrize("theme", ThemeName)
@pytest.mark.parametrize("candidates", [1, 2, 8, 9, 17, 34])
def test_however_many_stand_all_are_there_and_none_covers_another(
    candidates: int, theme: ThemeName
) -> None:
    names = [f"Candidate {number}" for number in range(candidates)]
    drawing = draw(bars(*names), theme)
    assert [text for text in words(drawing) if text in names] == names
    assert faults(drawing) == []


@pytest.mark.parametrize("theme", ThemeName)
def test_a_name_of_any_length_is_cut_and_leaves_party_and_figures_in_place(
    theme: ThemeName,
) -> None:
    drawing = draw(bars(LONG, "Bo"), theme)
    [cut] = [row for row in rows(drawing) if row[0].startswith("Sir")]
    assert cut[0].endswith("…")
    assert cut[1:] == ["Lab", "24,120", "49.2%", "+9.2"]
    assert faults(drawing) == []


def test_a_party_of_any_length_is_cut_too() -> None:
    chart = bars("Ann Able")
    long = replace(chart.bars[0], ink=Ink("Monster Raving Loony William Hill Party", None))
    drawing = draw(replace(chart, bars=(long,)))
    assert any(text.startswith("Monster") and text.endswith("…") for text in words(drawing))
    assert faults(drawing) == []


@pytest.mark.parametrize(
    "name",
    [
        "<script>alert(1)</script>",
        'Rag & Bone "Quote" Man',
        "]]> & &amp; <!-- x -->",
        "Łukasz Ó Dónaill-Ŵyn",
        "علی حسن",
        "ਸਿੰਘ ਕੌਰ",
        "王小明",
        "🗳 Ballot Box",
        "\x1b[31mRed\x00 Name",
        "Half \ud800 a pair",
    ],
)
def test_a_name_stays_a_name(name: str) -> None:
    drawing = draw(bars(name, "Bo Bad"))
    image = ET.fromstring(drawing.svg)
    texts = [element.text for element in image.iter(f"{SVG}text")]
    shown = "".join(sign for sign in name if sign >= " " and not "\ud800" <= sign <= "\udfff")
    assert " ".join(shown.split()) in texts
    assert {element.tag.removeprefix(SVG) for element in image.iter()} <= {
        *("svg", "title", "g", "rect", "text", "polyline", "polygon"),
    }
    assert faults(drawing) == []


def test_a_title_of_any_length_still_says_which_election_it_is() -> None:
    face = replace(FACE, title=f"{LONG} · general election, 12 December 2019")
    title = words(draw(replace(bars("Ann"), face=face)))[0]
    assert title.startswith("Sir Bart")
    assert title.endswith("… · general election, 12 December 2019")


def test_a_party_has_the_name_of_that_ballot_paper(catalogue: Catalogue) -> None:
    chart = drawn.chart(catalogue, "E14000754.2019-12-12")
    assert chart is not None
    assert "Brexit Party" in words(draw(chart))
    assert "Kevin Yuill, Brexit Party: 6,165 votes" in chart.face.alt


def test_the_winner_is_marked_and_nobody_else() -> None:
    ticks = draw(bars("Ann", "Bo", "Cy")).svg.count("<polyline")
    assert ticks == 1
    nobody = replace(bars("Ann"), bars=(replace(BAR, won=False),))
    assert "<polyline" not in draw(nobody).svg


def test_what_cannot_be_compared_has_no_change_and_no_outline() -> None:
    alone = replace(BAR, before=None, rise=None, rise_text="")
    drawing = draw(replace(bars("Ann"), bars=(alone,), before=""))
    assert "stroke-dasharray" not in drawing.svg
    assert not any(text.startswith(("+", "Outline")) for text in words(drawing))


def test_an_arrow_points_where_the_share_went() -> None:
    """Up is a triangle with its foot below its tip."""
    for text, upwards in (("+9.2", True), ("−9.2", False)):
        chart = replace(bars("Ann"), bars=(replace(BAR, rise_text=text),))
        [arrow] = ET.fromstring(draw(chart).svg).iter(f"{SVG}polygon")
        heights = [float(point.split(",")[1]) for point in arrow.attrib["points"].split()]
        assert (heights[2] < heights[0]) is upwards
    still = replace(bars("Ann"), bars=(replace(BAR, rise_text="0.0"),))
    assert "<polygon" not in draw(still).svg


def test_bars_are_as_long_as_their_shares() -> None:
    first, second = replace(BAR, share=0.5, before=None), replace(BAR, share=0.25, before=None)
    drawing = draw(replace(bars("Ann"), bars=(first, second)))
    wide = [
        float(element.attrib["width"])
        for element in ET.fromstring(drawing.svg).iter(f"{SVG}rect")
        if element.get("fill") == "#E4003B"
    ]
    assert wide == [600, 300]


def test_a_picture_says_what_it_is_where_it_is_from_and_in_which_unit() -> None:
    told = words(draw(bars("Ann")))
    assert {FACE.title, FACE.unit, FACE.source, "Outline: share in 2024"} <= set(told)
