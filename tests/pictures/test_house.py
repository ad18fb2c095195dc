"""The half circle of seats, whatever the House."""

import math
from dataclasses import replace
from itertools import combinations
from xml.etree import ElementTree as ET

import pytest

from bot.answers.drawn import house as drawn
from bot.answers.national.scope import scope
from bot.catalogue.catalogue import Catalogue
from bot.pictures.canvas import Drawing
from bot.pictures.charts import Bench, Face, House, Ink
from bot.pictures.drawing.arc import arc
from bot.pictures.drawing.draw import draw
from bot.pictures.theme import ThemeName
from tests.pictures.looking import faults, rows, words

SVG = "{http://www.w3.org/2000/svg}"
FACE = Face("General election, 3 May 2029", "Seats by party", "Source: the press", "")
COLOURS = ("#E4003B", "#0087DC", "#FAA61A", "#FDF38E", "#000000", "#DDDDDD", None)
RED, YELLOW = "#E4003B", "#FDF38E"


def bench(short: str, seats: int, net: str = "", colour: str | None = RED) -> Bench:
    return Bench(Ink(short, colour), short, seats, net)


def house(*seats: int, undeclared: int = 0, needed: int | None = None) -> House:
    benches = tuple(
        bench(f"P{place}", one, "+1", COLOURS[place % len(COLOURS)])
        for place, one in enumerate(seats)
    )
    return House(FACE, benches, undeclared, needed)


def dots(drawing: Drawing) -> list[int]:
    """How many each party has, from the left, and last those that are outlined only."""
    paths = ET.fromstring(drawing.svg).iter(f"{SVG}path")
    return [path.attrib["d"].count("M") for path in paths]


def test_in_every_election_and_area_each_seat_is_a_dot_and_every_word_can_be_read(
    catalogue: Catalogue,
) -> None:
    found = {}
    areas = [(), *((area,) for area in catalogue.seats.by_area)]
    for day in catalogue.elections.days():
        for named in areas:
            of = scope(catalogue, day, named)
            chart = drawn.of_scope(catalogue, of)
            drawing = draw(chart)
            assert dots(drawing) == [*(one.seats for one in chart.benches), 0]
            assert sum(dots(drawing)) == of.seats
            assert len(chart.face.alt) <= 1024
            if wrong := faults(drawing):
                found[of.key] = wrong
    assert found == {}


@pytest.mark.parametrize("theme", ThemeName)
@pytest.mark.parametrize(
    "chart",
    [
        house(650, needed=326),
        house(1),
        house(2, undeclared=1),
        house(undeclared=650, needed=326),
        house(*range(40, 9, -1), needed=388),
        house(100, 100, 100, 100, 100, 100, 50, needed=326),
        house(326, 324, needed=326),
        house(12, 6, 0, 0, undeclared=632, needed=326),
        house(*[1] * 18),
    ],
)
def test_however_the_seats_lie_all_are_there_and_no_word_covers_another(
    chart: House, theme: ThemeName
) -> None:
    now = tuple(one.seats for one in chart.benches)
    before = tuple(replace(one, seats=one.seats or 1) for one in reversed(chart.benches))
    for one in (chart, replace(chart, before=before[: len(now) // 2], before_label="2024")):
        drawing = draw(one, theme)
        assert dots(drawing) == [*now, chart.undeclared]
        assert faults(drawing) == []


@pytest.mark.parametrize("seats", [1, 2, 3, 18, 27, 57, 91, 102, 543, 650])
def test_no_dot_covers_another_and_the_whole_half_circle_is_filled(seats: int) -> None:
    places = [place.beyond() for place in arc(seats).places]
    pitch = arc(seats).pitch
    assert len(places) == seats
    assert all(math.dist(*pair) > 0.95 * pitch for pair in combinations(places, 2))
    assert all(up >= -1e-9 and math.hypot(across, up) < 248.01 for across, up in places)
    assert sum(across for across, _ in places) == pytest.approx(0, abs=1e-6)


def test_half_of_an_even_house_lies_on_either_side_of_the_line_of_a_majority() -> None:
    angles = [place.angle for place in arc(650).places]
    assert angles == sorted(angles, reverse=True)
    assert [angle > math.pi / 2 for angle in angles] == [True] * 325 + [False] * 325


def test_the_line_of_a_majority_is_named_and_only_drawn_for_the_whole_house() -> None:
    whole = draw(house(400, 250, needed=326))
    assert "326 for a majority" in words(whole)
    assert whole.svg.count("<line") == 1
    before = replace(house(400, 250, needed=326), before=house(250, 400).benches)
    assert draw(before).svg.count("<line") == 2
    part = draw(house(20, 12))
    assert "<line" not in part.svg
    assert not any("majority" in text for text in words(part))


def test_the_middle_says_how_many_and_how_far() -> None:
    assert {"57", "seats"} <= set(words(draw(house(40, 17))))
    assert {"1", "seat"} <= set(words(draw(house(1))))
    assert {"412", "of 650 declared"} <= set(words(draw(house(300, 112, undeclared=238))))


def test_the_legend_names_everybody_with_seats_and_change() -> None:
    benches = (bench("Lab", 411, "+211"), bench("Con", 121, "−251"), bench("UKIP", 0, "−1"))
    told = rows(draw(House(FACE, benches, undeclared=118)))
    [line] = [row for row in told if row[0] == "Lab"]
    assert line == ["Lab", "411", "+211", "UKIP", "0", "−1"]
    assert ["Con", "121", "−251", "Undeclared", "118"] in told


def test_a_party_that_nothing_can_be_compared_with_has_no_change() -> None:
    told = words(draw(House(FACE, (bench("Lab", 10),))))
    assert "10" in told
    assert not any(text.startswith(("+", "−")) for text in told)


def test_a_party_of_any_length_is_cut_in_the_legend() -> None:
    name = "Save Our Harbour and Railway Station Party"
    drawing = draw(House(FACE, (bench(name, 30), bench("Con", 20)), undeclared=600))
    assert any(text.startswith("Save") and text.endswith("…") for text in words(drawing))
    assert faults(drawing) == []


def test_the_seats_before_are_parts_of_one_bar_as_long_as_all_seats() -> None:
    now = (bench("Lab", 40), bench("SNP", 10, colour=YELLOW))
    before = (bench("Lab", 10), bench("SNP", 30, colour=YELLOW))
    drawing = draw(House(FACE, now, undeclared=10, before=before, before_label="2024"))
    wide = {
        element.attrib["fill"]: float(element.attrib["width"])
        for element in ET.fromstring(drawing.svg).iter(f"{SVG}rect")
    }
    # Of 600 units for 60 seats, less the gap to the next.
    assert (wide[RED], wide[YELLOW]) == (98.5, 298.5)
    assert {"Before: 2024", "Lab 10", "SNP 30"} <= set(words(drawing))


def test_without_a_result_before_there_is_no_bar() -> None:
    assert not any(text.startswith("Before") for text in words(draw(house(30, 20))))
