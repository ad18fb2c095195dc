import re
from collections import defaultdict
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest

from bot.answers.drawn import timeline as drawn
from bot.answers.past.timeline import same_seat
from bot.catalogue.catalogue import Catalogue
from bot.elections.contest import Contest
from bot.pictures.canvas import Drawing
from bot.pictures.charts import Ink, Line, Poll, Showing, Timeline
from bot.pictures.drawing.draw import draw
from bot.pictures.theme import ThemeName
from tests.pictures.looking import faults, rows, words
from tests.pictures.making import FACE

DAYS = (date(2010, 5, 6), date(2015, 5, 7), date(2019, 12, 12), date(2024, 7, 4))


def poll(day: date, *, by_election: bool = False, redrawn: bool = False) -> Poll:
    label = f"By-election, {day:%b %Y}" if by_election else str(day.year)
    return Poll(day, label, by_election, redrawn)


def line(short: str, last: str, *shares: float, days: tuple[date, ...] = DAYS) -> Line:
    run = tuple(Showing(day, share) for day, share in zip(days, shares, strict=False))
    return Line(Ink(short, "#E4003B"), (run,), last)


def timeline(*lines: Line, polls: tuple[Poll, ...] = tuple(map(poll, DAYS))) -> Timeline:
    return Timeline(FACE, polls, lines)


def test_in_the_history_of_every_seat_every_word_can_be_read(catalogue: Catalogue) -> None:
    results = [
        *(one for day in catalogue.elections.days() for one in catalogue.elections.general(day)),
        *catalogue.elections.by_elections(),
    ]
    befores = {one.contest.id: one.before for one in results}
    fought = defaultdict[str, list[Contest]](list)
    for one in results:
        fought[one.contest.constituency.code].append(one.contest)
    found, drawn_before = {}, set()
    for code, seat in catalogue.seats.by_code.items():
        own = [contest for same in same_seat(catalogue, seat) for contest in fought[same.code]]
        own.sort(key=lambda one: one.polled_on)
        ids = tuple(one.id for one in own)
        if ids in drawn_before:
            continue  # a seat and its namesake have one history
        drawn_before.add(ids)
        chart = drawn.of_seat(seat, own, lambda one: befores[one.id], "Source: UK Parliament")
        assert len(chart.face.alt) <= 1024
        assert 0 < len(chart.lines) <= drawn.MOST
        drawing = draw(chart)
        shown = words(drawing)
        assert all(f"{one.ink.short} {one.last_text}" in shown for one in chart.lines), code
        if wrong := faults(drawing):
            found[code] = wrong
    assert len(catalogue.seats.by_code) == 1295
    assert found == {}


@pytest.mark.parametrize("theme", ThemeName)
@pytest.mark.parametrize("share", [0.0, 0.02, 0.5, 1.0])
def test_lines_that_end_together_have_names_of_their_own(share: float, theme: ThemeName) -> None:
    lines = [line(f"P{number}", "12.3%", *[share] * 4) for number in range(7)]
    drawing = draw(timeline(*lines), theme)
    assert faults(drawing) == []
    assert {f"P{number} 12.3%" for number in range(7)} <= set(words(drawing))


ENDED = timeline(line("Lab", "40.0%", 0.3, 0.3, 0.3, 0.4), line("UKIP", "9% in 2010", 0.1))


def test_a_line_that_ended_earlier_is_named_below_the_years() -> None:
    drawing = draw(ENDED)
    assert faults(drawing) == []
    below = rows(drawing)
    assert below.index(["UKIP 9% in 2010"]) > below.index([str(day.year) for day in DAYS])
    assert ["Lab 40.0%"] in below


def test_inside_the_plot_nothing_slopes_but_what_joins_two_shares() -> None:
    lines = [line(f"P{number}", "12.3%", *[0.1] * 4) for number in range(7)]
    assert sloping(draw(timeline(*lines))) == []
    assert len(sloping(draw(ENDED))) == 1  # from 30% to 40%


def sloping(drawing: Drawing) -> list[list[list[float]]]:
    """Strokes that rise or fall before the newest year, by their points."""
    newest = max((one.left + one.right) / 2 for one in drawing.labels if one.text.isdigit())
    found = []
    for points in re.findall(r'<polyline[^>]* points="([^"]+)"', drawing.svg):
        stroke = [[float(each) for each in point.split(",")] for point in points.split()]
        found += [
            [start, stop]
            for start, stop in pairwise(stroke)
            if start[1] != stop[1] and start[0] <= newest
        ]
    return found


def test_however_many_lines_ended_all_are_named() -> None:
    names = [f"Ind Name-That-Is-Long {number}" for number in range(6)]
    ended = [line(name, "23.7% in 2019 (notional)", 0.1) for name in names]
    drawing = draw(timeline(*ended, line("Lab", "40.0%", 0.3, 0.3, 0.3, 0.4)))
    assert faults(drawing) == []
    assert {f"{name} 23.7% in 2019 (notional)" for name in names} <= set(words(drawing))


@pytest.mark.parametrize(("times", "shares"), [(1, 4), (4, 1)], ids=["beside", "below"])
def test_of_a_name_that_is_too_long_the_share_stays(times: int, shares: int) -> None:
    long = "Featherstonehaugh-Cholmondeley" * times
    drawing = draw(timeline(line(long, "23.7%", *[0.2] * shares)))
    [name] = [one for one in words(drawing) if one.endswith("… 23.7%")]
    assert name.startswith("Feather")
    assert faults(drawing) == []


def test_by_elections_close_to_each_other_are_all_named() -> None:
    close = [date(2014, 10, 9), date(2014, 12, 4), date(2015, 3, 5), date(2015, 6, 4)]
    polls = [*map(poll, DAYS), *(poll(one, by_election=True) for one in close)]
    ordered = tuple(sorted(polls, key=lambda one: one.day))
    drawing = draw(timeline(line("Lab", "40.0%", 0.3, 0.3, 0.3, 0.4), polls=ordered))
    assert faults(drawing) == []
    assert {f"By-election, {one:%b %Y}" for one in close} <= set(words(drawing))


def test_elections_a_few_months_apart_keep_their_years_apart() -> None:
    days = (date(2024, 7, 4), date(2024, 9, 1), date(2024, 11, 1), date(2025, 1, 2))
    drawing = draw(timeline(line("Lab", "40.0%", 0.4, days=days), polls=tuple(map(poll, days))))
    assert faults(drawing) == []


def test_new_boundaries_stand_below_their_year() -> None:
    polls = (poll(DAYS[0]), poll(DAYS[3], redrawn=True))
    drawing = draw(timeline(line("Lab", "40.0%", 0.4), polls=polls))
    below = rows(drawing)
    assert below.index(["new boundaries"]) > below.index(["2010", "2024"])


def test_an_estimate_is_hollow_and_leads_on_with_dashes() -> None:
    run = (Showing(DAYS[2], 0.3, estimated=True), Showing(DAYS[3], 0.4))
    estimated = timeline(Line(Ink("Lab", "#E4003B"), (run,), "40.0%"))
    counted = timeline(line("Lab", "40.0%", 0.3, 0.4, days=DAYS[2:]))
    assert draw(estimated).svg.count('fill="#1E1F22" cx') == 1
    assert draw(counted).svg.count('fill="#1E1F22" cx') == 0
    assert "Hollow points are notional." in words(draw(estimated))
    assert not any("ollow" in one for one in words(draw(counted)))
    assert 'stroke-dasharray="6 3"' in draw(estimated).svg
    assert 'stroke-dasharray="6 3"' not in draw(counted).svg


def test_a_seat_with_one_election_has_a_picture() -> None:
    one = timeline(line("Lab", "40.0%", 0.4, days=DAYS[3:]), polls=(poll(DAYS[3]),))
    drawing = draw(one)
    assert faults(drawing) == []
    assert {"2024", "Lab 40.0%"} <= set(words(drawing))


def test_a_long_remark_is_told_to_its_end() -> None:
    remark = " ".join(["Independents are no party: each is shown alone."] * 6)
    drawing = draw(replace(timeline(line("Lab", "40.0%", 0.4)), remark=remark))
    assert faults(drawing) == []
    assert remark in " ".join(words(drawing))
