"""Parties, people, elections and areas beside each other. Figures are by hand from data/."""

from typing import Any

import pytest

from bot.answers.plain import render
from bot.catalogue.catalogue import Catalogue
from bot.questions.question import Measure
from tests.answers.test_comparison import ask, row, years


def test_two_parties(catalogue: Catalogue) -> None:
    reply = ask(catalogue, parties=("labour", "conservative"))
    assert reply.headline == (
        "At the general election of 4 July 2024: Labour 411 seats and 9,708,716 votes (33.7%); the "
        "Conservatives 121 seats and 6,828,925 votes (23.7%)."
    )
    wales = ask(catalogue, parties=("labour", "reform-uk"), areas=("Wales",), measure=Measure.SEATS)
    assert wales.headline.startswith("Labour had the larger number of seats: 27 against 0")


def test_two_parties_in_one_seat(catalogue: Catalogue) -> None:
    reply = ask(catalogue, "Bath", parties=("labour", "conservative"), measure=Measure.VOTES)
    assert reply.headline == (
        "Labour had 1,006 more votes: 8,665 (18.0%) against 7,659 (15.9%) for the Conservatives."
    )


def test_two_people_who_met(catalogue: Catalogue) -> None:
    reply = ask(catalogue, persons=("praful-nargund", "jeremy-corbyn"))
    assert reply.headline == (
        "Islington North · general election, 4 July 2024: Jeremy Corbyn beat Praful Nargund, "
        "24,120 (49.2%) to 16,873 (34.4%)."
    )
    assert row(reply, "Jeremy Corbyn")[:2] == (5, 5)
    assert row(reply, "Praful Nargund")[:2] == (1, 0)


def test_two_people_who_never_met(catalogue: Catalogue) -> None:
    reply = ask(catalogue, persons=("keir-starmer", "rishi-sunak"))
    assert reply.headline == (
        "Keir Starmer: 18,884 votes, 48.9%, a majority of 11,572, in Holborn and St Pancras, "
        "4 July 2024; won 4 of 4 contests. Rishi Sunak: 23,059 votes, 47.5%, a majority of 12,185, "
        "in Richmond and Northallerton, 4 July 2024; won 4 of 4 contests. They did not stand "
        "against each other since 2010."
    )


def test_two_general_elections(catalogue: Catalogue) -> None:
    reply = ask(catalogue, **years(2024, 2019))
    assert reply.title == "General elections, 12 December 2019 and 4 July 2024"
    assert row(reply, "Labour")[:2] == (202, 411)
    assert row(reply, "Conservative")[:2] == (365, 121)
    assert row(reply, "Green")[2:] == pytest.approx((0.02704, 0.06750, 0.04046), abs=1e-5)
    assert "Turnout: 2019: 67.3%; 2024: 59.7%" in render(reply)
    assert reply.headline.startswith("In 2019 the Conservatives won the most seats, 365 of 650;")


@pytest.mark.parametrize(
    ("more", "headline"),
    [
        (
            {"areas": ("Scotland",), "measure": Measure.TURNOUT, **years(2019, 2024)},
            "In Scotland: the turnout fell from 68.1% in 2019 to 59.2% in 2024.",
        ),
        (
            {"parties": ("labour",), "measure": Measure.VOTES, **years(2019, 2024)},
            (
                "In the United Kingdom: the Labour vote fell from 10,269,051 votes in 2019 to "
                "9,708,716 votes in 2024."
            ),
        ),
        (
            {"areas": ("North East", "London"), "measure": Measure.TURNOUT, **years(2019)},
            (
                "London had the higher turnout: 67.5% against 64.2% in the North East, at the "
                "general election of 12 December 2019."
            ),
        ),
        (
            {"areas": ("Scotland", "Wales")},
            (
                "At the general election of 4 July 2024, in Scotland Labour won the most seats, "
                "37 of 57; in Wales Labour won the most seats, 27 of 32."
            ),
        ),
    ],
)
def test_elections_and_areas(catalogue: Catalogue, more: dict[str, Any], headline: str) -> None:
    assert ask(catalogue, **more).headline == headline


def test_of_three_elections_a_party_has_a_line_each(catalogue: Catalogue) -> None:
    reply = ask(catalogue, parties=("labour",), **years(2015, 2017, 2019))
    assert reply.listing
    assert [one[1:3] for one in reply.listing.rows] == [("2019", 202), ("2017", 262), ("2015", 232)]


def test_two_people_who_met_several_times(catalogue: Catalogue) -> None:
    reply = ask(catalogue, persons=("zac-goldsmith", "sarah-olney"))
    # The by-election of 2016 and the general elections of 2017 and 2019.
    assert reply.headline == (
        "They met in 3 contests; the latest: Richmond Park · general election, 12 December 2019: "
        "Sarah Olney beat Zac Goldsmith, 34,559 (53.1%) to 26,793 (41.2%). Sarah Olney: 28,528 "
        "votes, 54.6%, a majority of 17,155, in Richmond Park, 4 July 2024."
    )
    assert sum("Richmond Park" in note for note in reply.notes) == 2
