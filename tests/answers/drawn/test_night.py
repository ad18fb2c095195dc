"""The picture of the night board."""

from datetime import date

import pytest

from bot.answers.drawn.night import board
from bot.catalogue.catalogue import Catalogue
from bot.declarations.desk import Desk
from bot.declarations.newsroom import Newsroom
from bot.pictures.charts import Board
from bot.pictures.drawing.draw import draw
from bot.pictures.theme import ThemeName
from tests.declarations.making import as_declared, candidate, declared, settled, told
from tests.pictures.looking import faults, words

DAY, POLL = date(2030, 6, 6), date(2024, 7, 4)


def declare(catalogue: Catalogue, desk: Desk, seats: int) -> None:
    codes = [one.code for one in catalogue.seats.by_code.values() if not one.abolished]
    parties = ("Labour", "Conservative", "Green", "Reform UK", "Independent")
    results = [
        declared(
            polled_on=DAY.isoformat(),
            constituency=code,
            candidates=[
                candidate("Ann Able", parties[place % 5], 600),
                candidate("Ben Baker", parties[(place + 1) % 5], 400),
            ],
        )
        for place, code in enumerate(codes[:seats])
    ]
    assert all(one.startswith(("accepted", "unchanged")) for one in told(desk, *results))


def counted(chart: Board) -> tuple[int, int, int, int]:
    """Seats and undeclared seats in the House, and the same on the map."""
    in_house = sum(one.seats for one in chart.house.benches)
    on_map = sum(key.count for key in chart.map.keys)
    return in_house, chart.house.undeclared, on_map, chart.map.undeclared


@pytest.mark.parametrize("seats", [0, 1, 4, 100])
def test_a_night_so_far(live_catalogue: Catalogue, desk: Desk, seats: int) -> None:
    desk.open_election(DAY, None)
    declare(live_catalogue, desk, seats)
    chart = board(live_catalogue, DAY)
    assert chart.face.title == "General election, 6 June 2030"
    assert f"{seats} of 650 declared." in chart.face.alt
    assert counted(chart) == (seats, 650 - seats, seats, 650 - seats)
    for theme in ThemeName:
        drawing = draw(chart, theme)
        assert faults(drawing) == []
        assert {str(seats), "of 650 declared", "326 for a majority"} <= set(words(drawing))


def test_the_first_ten_are_named_in_its_words(live_catalogue: Catalogue, desk: Desk) -> None:
    desk.open_election(DAY, None)
    assert "Declared:" not in board(live_catalogue, DAY).face.alt
    declare(live_catalogue, desk, 2)
    codes = [one for one in live_catalogue.seats.by_code.values() if not one.abolished][:2]
    first, second = sorted(
        f"{one.name} ({party})"
        for one, party in zip(codes, ("Labour", "Conservative"), strict=True)
    )
    chart = board(live_catalogue, DAY)
    assert f" Declared: {first}, {second}. " in chart.face.alt
    assert chart.map.face.alt.endswith(f" Declared: {first}, {second}.")

    declare(live_catalogue, desk, 10)
    ten = board(live_catalogue, DAY).face.alt
    assert ten.partition("Declared: ")[2].count(" (") == 10
    assert ten.endswith("Below it a map of the seats.")
    assert len(ten) <= 1024
    declare(live_catalogue, desk, 11)
    assert "Declared:" not in board(live_catalogue, DAY).face.alt


def test_every_general_election_has_a_board(catalogue: Catalogue) -> None:
    for day in catalogue.elections.days():
        chart = board(catalogue, day)
        assert counted(chart) == (650, 0, 650, 0)
        assert len(chart.face.alt) <= 1024
        assert faults(draw(chart)) == []


def test_its_words_say_how_the_seats_fell(catalogue: Catalogue) -> None:
    alt = board(catalogue, POLL).face.alt
    assert "650 seats." in alt
    assert "Labour 411 (+211), Conservative 121 (−251)" in alt
    assert alt.endswith("Below it a map of the seats.")


def test_a_past_night_is_shown_as_it_is_declared_again(
    live_catalogue: Catalogue, desk: Desk, newsroom: Newsroom
) -> None:
    told(desk, as_declared(settled(live_catalogue)), source="a rehearsal")
    chart = board(live_catalogue, POLL, newsroom)
    assert counted(chart) == (1, 649, 1, 649)
    assert chart.face.source == (
        "Source: as declared (a rehearsal); before: UK Parliament election results"
    )
    assert counted(board(live_catalogue, POLL)) == (650, 0, 650, 0)
