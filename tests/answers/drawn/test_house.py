"""The House as a chart: its figures are those of the scoreboard."""

from datetime import date

import pytest

from bot.answers import election, party_tally
from bot.answers.drawn import gallery, house
from bot.answers.national.scope import find, scope
from bot.answers.sketch import Sketch, SketchKind
from bot.catalogue.catalogue import Catalogue
from bot.declarations.desk import Desk
from bot.pictures.charts import Bench, House
from bot.questions.question import Measure, Topic
from tests.answers.wanted import Ask, asking, rows
from tests.declarations.making import candidate, declared, told

M = Measure
DAY, POLL = date(2030, 6, 6), date(2024, 7, 4)


@pytest.fixture
def whole(catalogue: Catalogue) -> Ask:
    return asking(election.answer, catalogue, Topic.ELECTION)


def drawn(catalogue: Catalogue, of: str) -> House:
    chart = house.chart(catalogue, of)
    assert chart
    return chart


def seats(benches: tuple[Bench, ...]) -> list[tuple[str, int]]:
    return [(one.name, one.seats) for one in benches]


def test_every_election_and_area_has_the_figures_of_the_scoreboard(
    catalogue: Catalogue, whole: Ask
) -> None:
    for day in catalogue.elections.days():
        for areas in [(), *((area,) for area in catalogue.seats.by_area)]:
            reply = whole(M.SCOREBOARD, areas=areas, year=day.year)
            assert reply.sketch is not None
            chart = gallery.chart_of(catalogue, reply.sketch)
            assert isinstance(chart, House)
            lines = [row for row in rows(reply) if row[1] or row[3]]
            now = [(one.name, one.seats, _number(one.net)) for one in chart.benches]
            assert now == [(name, won, net) for name, won, net, *_ in lines]
            assert seats(chart.before) == [(row[0], row[3]) for row in lines if row[3]]


def _number(net: str) -> int | None:
    return int(net.replace("\N{MINUS SIGN}", "-")) if net else None


def test_the_whole_house_has_its_majority_and_what_was_before(catalogue: Catalogue) -> None:
    chart = drawn(catalogue, "2024-07-04")
    assert chart.face.title == "General election, 4 July 2024"
    assert chart.face.unit == "Seats by party; net change since 2019 (notional)"
    assert chart.face.source.startswith("Source: UK Parliament election results, as of ")
    assert (chart.needed, chart.undeclared, chart.before_label) == (326, 0, "2019 (notional)")
    [labour] = [one for one in chart.benches if one.name == "Labour"]
    assert (labour.ink.short, labour.seats, labour.net) == ("Lab", 411, "+211")
    assert chart.face.alt.startswith(
        "Seats by party as half a circle of dots: general election, 4 July 2024. 650 seats. "
        "A majority takes 326. Labour 411 (+211), Conservative 121 (−251), "
    )
    assert "Before, 2019 (notional): Labour 200, Conservative 372, " in chart.face.alt


def test_a_part_of_the_country_has_no_line_of_a_majority(catalogue: Catalogue) -> None:
    chart = drawn(catalogue, "2015-05-07.Scotland")
    assert chart.face.title == "Scotland · general election, 7 May 2015"
    assert chart.needed is None
    assert seats(chart.benches)[0] == ("Scottish National Party", 56)
    assert (chart.before_label, sum(one.seats for one in chart.before)) == ("2010", 59)
    several = drawn(catalogue, "2024-07-04.North East.Yorkshire and The Humber")
    assert sum(one.seats for one in several.benches) == 81


def test_many_areas_leave_room_for_the_election(catalogue: Catalogue) -> None:
    chart = drawn(catalogue, "2024-07-04.North East.North West.Yorkshire and The Humber")
    assert chart.face.title == "General election, 4 July 2024"
    assert chart.face.unit == (
        "North East, North West and Yorkshire and The Humber: "
        "seats; net change since 2019 (notional)"
    )


def test_a_party_that_lost_all_it_had_is_there_without_a_seat(catalogue: Catalogue) -> None:
    chart = drawn(catalogue, "2017-06-08")
    [ukip] = [one for one in chart.benches if one.ink.short == "UKIP"]
    assert (ukip.seats, ukip.net) == (0, "−1")


@pytest.mark.parametrize(
    "of", ["", "2024-07-05", "2024", "20240704", "2024-07-04.Atlantis", "2024-07-04.", "x.y.z"]
)
def test_what_was_never_held_or_is_nowhere_has_no_picture(catalogue: Catalogue, of: str) -> None:
    assert house.chart(catalogue, of) is None


def test_a_scope_is_found_by_its_key(catalogue: Catalogue) -> None:
    of = scope(catalogue, POLL, ("East of England", "London"))
    assert of.key == "2024-07-04.East of England.London"
    assert find(catalogue, of.key) == of


def test_answers_about_votes_have_no_picture_of_seats(catalogue: Catalogue, whole: Ask) -> None:
    party = asking(party_tally.answer, catalogue, Topic.PARTY)
    sketch = Sketch(SketchKind.HOUSE, "2024-07-04")
    for reply in (
        whole(M.WINNER, year=2024),
        whole(M.OVERALL, year=2024),
        party(M.SEATS, "labour", year=2024),
        party(M.TALLY, "labour", year=2024),
        party(M.WINNER, "labour", year=2024, yes_or_no=True),
    ):
        assert reply.sketch == sketch
    for reply in (
        whole(M.SHARE, year=2024),
        party(M.VOTES, "labour", year=2024),
        party(M.DEPOSITS, "labour", year=2024),
    ):
        assert reply.sketch != sketch


def test_of_a_night_only_what_is_declared_is_compared(
    live_catalogue: Catalogue, desk: Desk
) -> None:
    desk.open_election(DAY, None)
    told(desk, _result("Bootle", "Labour"), _result("Clacton", "Green"), source="the press")
    chart = drawn(live_catalogue, "2030-06-06")
    assert chart.face.unit == "Seats declared so far, by party; net change since 2024"
    assert chart.face.source == (
        "Source: as declared (the press); before: UK Parliament election results"
    )
    assert [(one.ink.short, one.seats, one.net) for one in chart.benches] == [
        ("Green", 1, "+1"),
        ("Lab", 1, "0"),
        ("RUK", 0, "−1"),
    ]
    assert (chart.undeclared, chart.needed) == (648, 326)
    assert (chart.before_label, seats(chart.before)) == (
        "the same 2 in 2024",
        [("Labour", 1), ("Reform UK", 1)],
    )
    assert "2 of 650 declared." in chart.face.alt
    assert house.chart(live_catalogue, "2030-06-06.Wales") is None


def _result(seat: str, winner: str) -> dict[str, object]:
    standing = [candidate("Ann Able", winner, 600), candidate("Ben Baker", "Plaid Cymru", 400)]
    return declared(polled_on=DAY.isoformat(), constituency=seat, candidates=standing)
