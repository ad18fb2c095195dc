"""More than two elections, parties of one seat, and claims of less. Figures by hand from data/."""

from typing import Any

import pytest

from bot.answers.plain import render
from bot.answers.reply import ReplyKind
from bot.catalogue.catalogue import Catalogue
from bot.questions.question import Measure, Order
from tests.answers.reading import flowing, too_long
from tests.answers.test_comparison import ask, row, whether, years

LABOUR = "Labour had 1,006 more votes:"
MAJORITY = {"measure": Measure.MAJORITY}


@pytest.mark.parametrize(
    ("seats", "more", "headline"),
    [
        (
            ("Bath", "Mansfield"),
            {"order": Order.LEAST},
            "Mansfield had the smaller majority: 3,485 votes against 11,218 votes in Bath.",
        ),
        (
            ("Mansfield", "Bath"),
            {"order": Order.LEAST, **whether("is mansfield more marginal than bath")},
            "Yes: Mansfield had the smaller majority: 3,485 votes against 11,218 votes in Bath.",
        ),
        (
            ("Mansfield", "Bath"),
            {"order": Order.LEAST, **whether("is mansfield less marginal than bath")},
            "No: Bath had the larger majority: 11,218 votes against 3,485 votes in Mansfield.",
        ),
        (
            ("Mansfield", "Bath"),
            {"order": Order.LEAST, **whether("is mansfield or bath more marginal")},
            "Mansfield had the smaller majority: 3,485 votes against 11,218 votes in Bath.",
        ),
    ],
)
def test_less_of_a_majority(
    catalogue: Catalogue, seats: tuple[str, ...], more: dict[str, Any], headline: str
) -> None:
    assert ask(catalogue, *seats, **MAJORITY, **more).headline == headline


def test_an_older_election_is_explained(catalogue: Catalogue) -> None:
    reply = ask(catalogue, "Bath", "Wells")
    assert reply.title == "Bath and Wells · general election, 12 December 2019"
    [said] = reply.preface
    assert said == (
        "Compared at the general election of 12 December 2019, the latest at which each was "
        "contested: Wells ended in 2024."
    )
    assert ask(catalogue, "Bath", "Wells", **years(2017)).preface == ()
    assert ask(catalogue, "Bath", "Clacton").preface == ()


def test_every_election_of_a_seat_that_is_named_has_a_column(catalogue: Catalogue) -> None:
    reply = ask(catalogue, "Bath", measure=Measure.TURNOUT, **years(2010, 2019, 2015, 2017))
    assert reply.headline == (
        "Bath, turnout: 70.6% on 6 May 2010, 74.8% on 7 May 2015, 74.3% on 8 June 2017 and 76.9% "
        "on 12 December 2019; highest on 12 December 2019, lowest on 6 May 2010."
    )
    assert reply.listing
    assert [one.name for one in reply.listing.columns] == [
        "Compared",
        "2010",
        "2015",
        "2017",
        "2019",
    ]
    assert row(reply, "Labour share") == ("6.9%", "13.2%", "14.7%", "12.7%")
    assert not too_long(reply)
    every = ask(catalogue, "Bath", **years(2010, 2015, 2017, 2019, 2024))
    assert "6 May 2010" in every.headline
    assert "4 July 2024" in every.headline
    assert "Boundaries changed in 2024" in flowing(render(every))


def test_one_election_that_is_not_known_is_not_left_out(catalogue: Catalogue) -> None:
    assert ask(catalogue, "Bath", **years(2015, 2016, 2017)).kind is ReplyKind.NOTHING


def test_seats_at_several_elections(catalogue: Catalogue) -> None:
    more = {"asked": "majorities in bath and clacton in 2017 and 2019", **years(2017, 2019)}
    reply = ask(catalogue, "Bath", "Clacton", **MAJORITY, **more)
    assert row(reply, "Majority") == (
        "5,694 (11.5 points)",
        "15,828 (35.9 points)",
        "12,322 (23.6 points)",
        "24,702 (56.8 points)",
    )
    assert reply.headline.startswith("Clacton 2019 had the largest majority: 24,702 votes against")
    each = {"asked": "majority in bath in 2017 and clacton in 2019", **years(2017, 2019)}
    one_each = ask(catalogue, "Bath", "Clacton", **MAJORITY, **each)
    assert row(one_each, "Majority") == ("5,694 (11.5 points)", "24,702 (56.8 points)")


def test_what_there_is_no_room_for_is_said_to_be_left_out(catalogue: Catalogue) -> None:
    reply = ask(catalogue, "Bath", "Clacton", "Bootle", "Torbay", "Hexham")
    assert "Left out: Hexham." in reply.preface


@pytest.mark.parametrize(
    ("parties", "more", "headline"),
    [
        (
            ("conservative", "labour"),
            {"asked": "did the tories or labour get more votes in bath", "yes_or_no": True},
            f"{LABOUR} 8,665 (18.0%) against 7,659 (15.9%) for the Conservatives.",
        ),
        (
            ("conservative", "labour"),
            {"asked": "did the tories get more votes than labour in bath", "yes_or_no": True},
            f"No: {LABOUR} 8,665 (18.0%) against 7,659 (15.9%) for the Conservatives.",
        ),
        (
            ("labour", "plaid-cymru"),
            {},
            "Labour had 8,665 (18.0%); Plaid Cymru did not stand.",
        ),
        (
            ("labour", "conservative"),
            years(2017, 2019),
            (
                "8 June 2017: the Conservatives had 10,463 more votes: 17,742 (35.8%) against "
                "7,279 (14.7%) for Labour; 12 December 2019: the Conservatives had 9,458 more "
                "votes: 16,097 (30.9%) against 6,639 (12.7%) for Labour."
            ),
        ),
    ],
)
def test_parties_of_one_seat(
    catalogue: Catalogue, parties: tuple[str, ...], more: dict[str, Any], headline: str
) -> None:
    reply = ask(catalogue, "Bath", parties=parties, measure=Measure.VOTES, **more)
    assert reply.headline == headline


def test_which_of_two_elections(catalogue: Catalogue) -> None:
    more = {"asked": "did labour get more votes in 2017 or 2024", **years(2017, 2024)}
    reply = ask(catalogue, parties=("labour",), measure=Measure.VOTES, **more)
    assert reply.headline == (
        "In 2017: 12,877,918 against 9,708,716 in 2024 (Labour vote, in the United Kingdom)."
    )
    seats = ask(catalogue, parties=("labour",), measure=Measure.SEATS, **more)
    assert seats.headline.startswith("In 2024: 411 against 262 in 2017")
    fewer = {**more, "asked": "did labour get fewer votes in 2017 or 2024", "order": Order.LEAST}
    least = ask(catalogue, parties=("labour",), measure=Measure.VOTES, **fewer)
    assert least.headline.startswith("In 2024: 9,708,716 against 12,877,918 in 2017")


def test_three_general_elections(catalogue: Catalogue) -> None:
    reply = ask(catalogue, **years(2015, 2017, 2019))
    assert row(reply, "Labour")[:3] == (232, 262, 202)
    assert "Labour won 232 in 2015, 262 in 2017 and 202 in 2019" in reply.headline


def test_somebody_who_lost_is_told_with_the_distance(catalogue: Catalogue) -> None:
    reply = ask(catalogue, persons=("liz-truss", "keir-starmer"))
    assert reply.headline.startswith(
        "Liz Truss: 11,217 votes, 25.3%, 630 behind the winner, in South West Norfolk, 4 July 2024"
    )
