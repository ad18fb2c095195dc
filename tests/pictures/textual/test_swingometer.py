"""A swing as a pointer over a line."""

import pytest

from bot.pictures.charts import Ink, Swingometer
from tests.pictures.making import FACE
from tests.pictures.textual.reading import shown, too_wide


def dial(swing: float, left: str = "Con", right: str = "Lab") -> Swingometer:
    told = f"{abs(100 * swing):.1f} points"
    inks = Ink(left, "#0087DC"), Ink(right, "#E4003B")
    return Swingometer(FACE, *inks, swing, told, ("43.6%", "23.7%"), ("32.1%", "33.7%"))


def test_a_pointer_stands_where_the_swing_is() -> None:
    assert shown(dial(0.05), 40) == [
        "Con: 43.6% before, 23.7% now",
        "Lab: 32.1% before, 33.7% now",
        "     10            0            10",
        "Con  ├─────────────┼─────────────┤  Lab",
        "                          ▲",
        "5.0 points",
    ]


@pytest.mark.parametrize(("swing", "left_of"), [(-0.08, True), (0.08, False), (-0.31, True)])
def test_it_points_towards_the_party_that_gained(swing: float, left_of: bool) -> None:  # noqa: FBT001
    *_, line, pointer, _ = shown(dial(swing))
    assert (pointer.index("▲") < line.index("┼")) is left_of


@pytest.mark.parametrize("swing", [-1.0, -0.999, -0.1, 0.0, 0.0001, 0.1, 0.5, 1.0])
@pytest.mark.parametrize("width", [40, 80, 99])
def test_the_pointer_never_leaves_the_dial(swing: float, width: int) -> None:
    chart = dial(swing, "A party with a long name", "山" * 30)
    assert too_wide(chart, width) == []
    *_, line, pointer, _ = shown(chart, width)
    assert line.index("├") <= pointer.index("▲") <= line.index("┤")
    assert swing or pointer.index("▲") == line.index("┼")
