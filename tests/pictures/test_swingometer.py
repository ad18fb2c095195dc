import re
from dataclasses import replace

import pytest

from bot.answers.drawn import swing as drawn
from bot.catalogue.catalogue import Catalogue
from bot.pictures.canvas import WIDTH
from bot.pictures.charts import Ink, Swingometer
from bot.pictures.drawing.draw import draw
from bot.pictures.theme import ThemeName
from tests.pictures.looking import faults, words
from tests.pictures.making import FACE

CHART = Swingometer(
    FACE,
    Ink("Con", "#0087DC"),
    Ink("Lab", "#E4003B"),
    0.088,
    "8.8 points from Conservative to Labour",
    ("43.6%", "23.7%"),
    ("32.1%", "33.7%"),
)


def needle(chart: Swingometer) -> float:
    """How far right of the middle its tip is."""
    found = re.search(r'points="\S+ ([\d.]+),', draw(chart).svg)
    assert found
    return float(found[1]) - WIDTH / 2


def test_of_every_contest_with_a_swing_every_word_can_be_read(catalogue: Catalogue) -> None:
    results = [
        *(one for day in catalogue.elections.days() for one in catalogue.elections.general(day)),
        *catalogue.elections.by_elections(),
    ]
    charts = [drawn.of_contest(one.contest, one.before, "Source: UK") for one in results]
    found = {}
    for chart in charts:
        if chart is None:
            continue
        drawing = draw(chart)
        shown = set(words(drawing))
        assert chart.text in shown
        shares = (*chart.left_shares, *chart.right_shares)
        assert all(one in chart.face.alt for one in (chart.text, *shares))
        assert chart.left.short != chart.right.short
        if wrong := faults(drawing):
            found[chart.face.title] = wrong
    assert sum(chart is not None for chart in charts) > 3000
    assert found == {}


@pytest.mark.parametrize("theme", ThemeName)
@pytest.mark.parametrize("swing", [-0.9, -0.35, -0.1, 0.0, 0.004, 0.2, 0.5, 1.0])
def test_whatever_the_swing_the_dial_can_be_read(swing: float, theme: ThemeName) -> None:
    assert faults(draw(replace(CHART, swing=swing), theme)) == []


def test_the_needle_points_to_the_party_that_gained() -> None:
    assert needle(replace(CHART, swing=0.05)) > 20
    assert needle(replace(CHART, swing=-0.05)) < -20
    assert needle(replace(CHART, swing=0.0)) == 0


def test_the_dial_says_how_far_it_reaches() -> None:
    assert "The dial ends at 10 points on either side." in words(draw(CHART))
    assert "The dial ends at 40 points on either side." in words(draw(replace(CHART, swing=0.35)))


def test_both_parties_are_named_with_their_shares() -> None:
    shown = words(draw(CHART))
    assert {"Con", "Lab", "43.6% before, 23.7% now", "32.1% before, 33.7% now"} <= set(shown)


def test_the_longest_names_stay_in_the_frame() -> None:
    long = replace(
        CHART,
        left=Ink("A party whose short name is not short at all", None),
        text=f"8.8 points from {'Long ' * 20}to {'Longer ' * 20}",
    )
    assert faults(draw(long)) == []
