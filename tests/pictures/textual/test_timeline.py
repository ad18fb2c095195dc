"""A seat's history as a table."""

from datetime import date

import pytest

from bot.pictures.charts import Ink, Line, Poll, Showing, Timeline
from tests.pictures.making import FACE
from tests.pictures.textual.reading import shown, too_wide

THEN, BETWEEN, NOW = date(2019, 12, 12), date(2021, 7, 1), date(2024, 7, 4)
POLLS = (
    Poll(THEN, "2019"),
    Poll(BETWEEN, "By-election, Jul 2021", by_election=True),
    Poll(NOW, "2024", redrawn=True),
)
LABOUR = Line(
    Ink("Lab", "#E4003B"),
    (
        (Showing(THEN, 0.427), Showing(BETWEEN, 0.353)),
        (Showing(THEN, 0.4, estimated=True), Showing(NOW, 0.41)),
    ),
    "41.0%",
)
GREEN = Line(Ink("Green", "#02A95B"), ((Showing(NOW, 0.0002),),), "<0.1%")


def test_columns_are_polls_and_say_what_is_special_of_them() -> None:
    assert shown(Timeline(FACE, POLLS, (LABOUR, GREEN), "Two are left out.")) == [
        "                 2019      2019  Jul 2021      2024",
        "                         ○ est.    by-el.       new",
        "Lab    ██▇█      42.7      40.0      35.3      41.0",
        "Green     ▁                                    <0.1",
        "by-el.: by-election · new: first poll on new boundaries",
        "○ est.: notional, estimated on the boundaries that came next",
        "Two are left out.",
    ]


def test_a_day_of_which_only_estimates_are_known_has_one_column() -> None:
    line = Line(LABOUR.ink, ((Showing(THEN, 0.4, estimated=True), Showing(NOW, 0.41)),), "41.0%")
    years, marks, *_ = shown(Timeline(FACE, (POLLS[0], POLLS[2]), (line,)))
    assert years.split() == ["2019", "2024"]
    assert marks.split() == ["○", "est.", "new"]


@pytest.mark.parametrize("width", [40, 80])
@pytest.mark.parametrize("count", [0, 1, 9, 30])
def test_more_polls_than_there_is_room_for_go_on_below(count: int, width: int) -> None:
    polls = tuple(Poll(date(1990 + year, 5, 5), str(1990 + year)) for year in range(count))
    runs = (tuple(Showing(poll.day, 0.5) for poll in polls),)
    chart = Timeline(FACE, polls, (Line(Ink("A very long short name", None), runs, "50.0%"),))
    assert too_wide(chart, width) == []
    text = "\n".join(shown(chart, width))
    assert [text.count(poll.label) for poll in polls] == [1] * count
    assert text.count("50.0") == count


def test_whoever_stood_at_no_poll_of_a_part_has_no_line_there() -> None:
    polls = tuple(Poll(date(1990 + year, 5, 5), str(1990 + year)) for year in range(20))
    new = Line(Ink("New", None), ((Showing(polls[-1].day, 0.5),),), "50.0%")
    assert sum(line.startswith("New") for line in shown(Timeline(FACE, polls, (new,)))) == 1
