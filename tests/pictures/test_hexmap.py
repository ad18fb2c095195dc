"""The map as somebody sees it, and as somebody sees it who cannot tell its colours apart."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations, pairwise

import pytest

from bot.answers.drawn import hexmap as drawn
from bot.catalogue.catalogue import Catalogue
from bot.catalogue.elections import boundaries_on
from bot.pictures.canvas import Canvas
from bot.pictures.charts import Hexagon, HexMap, Key, Spot
from bot.pictures.drawing import hexmap
from bot.pictures.drawing.draw import draw
from bot.pictures.frame import TOP
from bot.pictures.theme import THEMES, ThemeName, contrast
from tests.pictures.looking import faults, words
from tests.pictures.making import FACE

MEASURES = (
    "winner",
    "gains",
    "majority",
    "turnout",
    "share=labour",
    "share=speaker",
    "gains=scottish-national-party",
    "losses=labour",
    "majority=conservative",
)
THREE = (
    Key("Labour", "#E4003B", 3),
    Key("Conservative", "#0087DC", 2, "C"),
    Key("Speaker", "#000000", 1, "K"),
)
SIX = tuple(
    Hexagon(column, row, key)
    for column, row, key in [(0, 0, 0), (1, 0, 0), (2, 0, 0), (0, 1, 1), (1, 1, 1), (1, 2, 2)]
)
LONG = "East Kilbride, Strathaven and Lesmahagow: Scottish National Party gain from Labour"


def in_one(*lines: str) -> str:
    return "".join("".join(lines).split())


def of_six(**changes: object) -> HexMap:
    made = HexMap(FACE, SIX, THREE)
    return replace(made, **changes)  # type: ignore[arg-type]


def charts(catalogue: Catalogue, *measures: str, where: str = "") -> Iterator[HexMap]:
    for day in catalogue.elections.days():
        for measure in measures:
            chart = drawn.chart(catalogue, f"{day}/{measure}{where}")
            assert chart is not None
            yield chart


@pytest.mark.parametrize("where", ["", "@Scotland", "@North East+North West"])
def test_every_word_of_every_map_can_be_read(catalogue: Catalogue, where: str) -> None:
    for chart in charts(catalogue, *MEASURES, where=where):
        for theme in ThemeName:
            drawing = draw(chart, theme)
            assert faults(drawing) == [], (chart.face.title, theme)
            told = words(drawing)
            assert not [text for text in told if text.endswith("…")]
            for key in chart.keys:
                assert (key.label in told) is bool(key.count)
                assert not key.count or f"{key.count:,}" in told


def test_whatever_a_seat_is_called_its_name_finds_room(catalogue: Catalogue) -> None:
    for day in catalogue.elections.days()[:2]:
        seats = sorted(catalogue.hexagons.of(boundaries_on(day)))
        for code in seats[::16]:
            chart = drawn.chart(catalogue, f"{day}/gains@{code}")
            assert chart is not None
            assert chart.spot is not None
            drawing = draw(chart)
            assert faults(drawing) == [], chart.spot.label
            assert in_one(chart.spot.label) in in_one(*words(drawing))


def test_long_words_about_a_seat_are_broken_into_lines(catalogue: Catalogue) -> None:
    chart = drawn.chart(catalogue, "2024-07-04/winner")
    assert chart is not None
    for one in chart.hexagons[::40]:
        drawing = draw(replace(chart, spot=Spot(one.column, one.row, LONG)))
        assert faults(drawing) == []
        assert LONG in " ".join(words(drawing))


def test_nothing_that_is_said_of_a_seat_stands_on_the_map(catalogue: Catalogue) -> None:
    chart = drawn.chart(catalogue, "2024-07-04/winner@E14001063")
    assert chart is not None
    assert chart.spot is not None
    drawing = draw(chart)
    letters = [label.right for label in drawing.labels if len(label.text) == 1]
    told = next(label for label in drawing.labels if label.text.startswith("Aldershot"))
    assert sum(right < told.left for right in letters) >= 239  # all that no Labour MP won
    assert "<line" not in drawing.svg


def test_a_hexagon_of_any_party_but_the_first_has_its_letter() -> None:
    told = words(draw(of_six()))
    assert told.count("C") == 2 + 1  # and in the legend
    assert told.count("K") == 1 + 1


def test_what_is_faint_has_no_letter() -> None:
    faint = tuple(replace(one, faint=one.key == 1) for one in SIX)
    told = words(draw(of_six(hexagons=faint)))
    assert told.count("C") == 1
    assert told.count("K") == 2


def test_the_undeclared_are_outlined_and_counted() -> None:
    night = tuple(replace(one, key=None) for one in SIX[1:])
    chart = of_six(hexagons=(SIX[0], *night), undeclared=1234, keys=(replace(THREE[0], count=1),))
    told = words(draw(chart))
    assert told[told.index("Undeclared") - 1] == "1,234"


@pytest.mark.parametrize("theme", ThemeName)
@pytest.mark.parametrize(
    "colour", ["#8A8F98", "#E4003B", "#FDF38E", "#000000", "#FFFFFF", "#005B54"]
)
def test_steps_of_a_scale_rise_from_the_ground_in_either_theme(
    theme: ThemeName, colour: str
) -> None:
    """Whoever sees no colour goes by how light they are."""
    keys = tuple(Key(f"step {step}", colour, 1, strength=step / 7) for step in range(1, 7))
    hexagons = tuple(Hexagon(step, 0, step) for step in range(6))
    svg = draw(HexMap(FACE, hexagons, keys), theme).svg
    fills = [part.split('"')[1] for part in svg.split("<path")[1:] for part in [part[6:]]]
    ground = THEMES[theme].ground
    seen = [fill for fill in dict.fromkeys(fills) if fill != ground]
    ratios = sorted(contrast(fill, ground) for fill in seen)
    assert len(ratios) >= 6
    assert ratios[-1] > 4 * ratios[0]


@pytest.mark.parametrize("theme", ThemeName)
def test_every_shape_stands_out_from_the_ground(catalogue: Catalogue, theme: ThemeName) -> None:
    """Black on the dark ground, and white on the white one, have an edge."""
    ground = THEMES[theme].ground
    for colour in ("#000000", "#FFFFFF", "#DDDDDD", "#0C3A6A"):
        svg = draw(of_six(keys=tuple(replace(key, colour=colour) for key in THREE)), theme).svg
        fills = {part.split('fill="')[1].split('"')[0] for part in svg.split("<path")[1:]}
        assert max(contrast(fill, ground) for fill in fills) >= 3


def test_a_map_of_any_size_stays_in_its_frame() -> None:
    for columns, rows in ((1, 1), (60, 3), (3, 60)):
        hexagons = tuple(Hexagon(c, r, 0) for c, r in ((0, 0), (columns, rows)))
        drawing = draw(of_six(hexagons=hexagons, spot=Spot(0, 0, "Ambridge: Labour")))
        assert faults(drawing) == []
        assert drawing.height < 700
    assert faults(draw(of_six(hexagons=()))) == []


def test_the_map_begins_where_it_is_told_to_and_tells_where_it_ends() -> None:
    canvas = Canvas(THEMES[ThemeName.DARK])
    ends = [hexmap.draw_into(canvas, of_six(), top) for top in (TOP, TOP + 200)]
    assert [later - earlier for earlier, later in pairwise(ends)] == [200]
    drawing = canvas.finish(ends[1], "")
    boxes = [label for label in drawing.labels if label.text == "Labour"]
    assert [round(other.top - one.top) for one, other in combinations(boxes, 2)] == [200]
