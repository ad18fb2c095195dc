"""What is said of several things beside each other. Figures are worked out from data/ by hand."""

from typing import Any

import pytest

from bot.answers import comparison
from bot.answers.plain import render
from bot.answers.reply import Cell, Reply, ReplyKind
from bot.catalogue.catalogue import Catalogue
from bot.questions.question import Measure, Question, Topic, WantedElection
from tests.answers.reading import flowing


def ask(catalogue: Catalogue, *seats: str, measure: Measure = Measure.RESULT, **more: Any) -> Reply:
    """Of the newest seats of those names."""
    found = [sorted(catalogue.seats.called(name), key=lambda one: one.abolished) for name in seats]
    codes = tuple(one[0].code for one in found)
    question = Question(Topic.COMPARISON, measure=measure, seats=codes, **more)
    return comparison.answer(catalogue, question)


def years(*numbers: int) -> dict[str, Any]:
    return {"elections": tuple(WantedElection(str(one), year=one) for one in numbers)}


def whether(question: str) -> dict[str, Any]:
    return {"asked": question, "yes_or_no": True}


def row(reply: Reply, name: str) -> tuple[Cell, ...]:
    assert reply.listing
    return next(one[1:] for one in reply.listing.rows if one[0] == name)


def test_two_seats_at_the_latest_general_election_of_both(catalogue: Catalogue) -> None:
    reply = ask(catalogue, "Bath", "Clacton")
    assert reply.kind is ReplyKind.COMPARISON
    assert reply.title == "Bath and Clacton · general election, 4 July 2024"
    assert row(reply, "Majority") == ("11,218 (23.3 points)", "8,405 (18.3 points)")
    assert row(reply, "Turnout") == ("69.1%", "58.7%")
    assert row(reply, "Electorate") == ("69,662", "78,245")
    assert row(reply, "Reform UK share") == ("7.9%", "46.2%")


@pytest.mark.parametrize(
    ("seats", "more", "headline"),
    [
        (
            ("Bath", "Clacton"),
            {"measure": Measure.MAJORITY},
            "Bath had the larger majority: 11,218 votes against 8,405 votes in Clacton.",
        ),
        (
            ("Clacton", "Bath"),
            {"measure": Measure.TURNOUT, **whether("is turnout higher in clacton than bath")},
            "No: Bath had the higher turnout: 69.1% against 58.7% in Clacton.",
        ),
        (
            ("Clacton", "Bath"),
            {"measure": Measure.TURNOUT, **whether("is turnout lower in clacton than bath")},
            "Yes: Clacton had the lower turnout: 58.7% against 69.1% in Bath.",
        ),
        (
            ("Bath", "Clacton"),
            {"measure": Measure.SHARE, "parties": ("labour",)},
            "Bath had the larger Labour share: 18.0% against 16.2% in Clacton.",
        ),
        (
            ("Bath", "Clacton", "Preston"),
            {"measure": Measure.ELECTORATE},
            (
                "Clacton had the largest electorate: 78,245 against 77,400 in Preston and "
                "69,662 in Bath."
            ),
        ),
        (
            ("Bath", "Clacton"),
            {"measure": Measure.CANDIDATES},
            "Bath and Clacton had the same number of candidates: 9.",
        ),
    ],
)
def test_one_figure_of_several_seats(
    catalogue: Catalogue, seats: tuple[str, ...], more: dict[str, Any], headline: str
) -> None:
    assert ask(catalogue, *seats, **more).headline == headline


def test_seats_of_different_boundaries_have_no_election_in_common(catalogue: Catalogue) -> None:
    reply = ask(catalogue, "Buckingham", "Gorton and Denton")
    assert reply.kind is ReplyKind.NOTHING
    assert "Buckingham ended in 2024" in reply.headline


def test_an_election_that_is_not_known_is_said_to_be_so(catalogue: Catalogue) -> None:
    assert "fits “1990”" in ask(catalogue, "Bath", "Clacton", **years(1990)).headline


def test_two_elections_of_a_seat(catalogue: Catalogue) -> None:
    reply = ask(catalogue, "Bath")
    assert "general election, 12 December 2019 and general election, 4 July 2024" in reply.title
    assert row(reply, "Labour")[:4] == pytest.approx((6_639, 6639 / 52138, 8_665, 8665 / 48130))
    # 4.2.1 of the estimates: a notional 53.4% for the Liberal Democrats, not the 54.5% of 2019.
    assert row(reply, "Liberal Democrat")[4] == pytest.approx(-0.121, abs=0.0005)
    text = flowing(render(reply))
    assert "Boundaries changed in 2024" in text
    assert "Notional result of 2019 on these boundaries: Liberal Democrat, 53.4%" in text
    assert "In 2019 Reform UK was on the ballot as Brexit Party." in text


def test_where_boundaries_stayed_shares_are_compared_as_they_were(catalogue: Catalogue) -> None:
    reply = ask(catalogue, "Islington North", **years(2019, 2024))
    assert row(reply, "Labour")[4] == pytest.approx(16873 / 49006 - 34603 / 53805)
    assert "Boundaries changed" not in flowing(render(reply))


def test_beside_one_election_stands_the_one_before_or_the_latest(catalogue: Catalogue) -> None:
    assert "8 June 2017 and general election, 4 July 2024" in (
        ask(catalogue, "Bath", **years(2017)).title
    )
    assert "12 December 2019 and general election, 4 July 2024" in (
        ask(catalogue, "Bath", **years(2024)).title
    )


def test_how_a_figure_of_a_seat_moved(catalogue: Catalogue) -> None:
    reply = ask(catalogue, "Bath", measure=Measure.TURNOUT, **years(2019, 2024))
    assert reply.headline == (
        "Bath: the turnout fell from 76.9% on 12 December 2019 to 69.1% on 4 July 2024."
    )


@pytest.mark.parametrize(
    ("question", "named", "start"),
    [
        ("did labour's share in bath rise from 2019 to 2024", (2019, 2024), "Yes: Bath"),
        ("did labour's share in bath fall from 2019 to 2024", (2019, 2024), "No: Bath"),
        ("was labour's share in bath higher in 2019 than in 2024", (2019, 2024), "No: Bath"),
        ("was labour's share in bath higher in 2024 than in 2019", (2024, 2019), "Yes: Bath"),
        ("was labour's share in bath lower in 2019 than in 2024", (2019, 2024), "Yes: Bath"),
        # What is meant to be so is not said.
        ("did labour do so in bath in 2019 and 2024", (2019, 2024), "Bath"),
    ],
)
def test_yes_or_no_is_about_the_year_that_was_named_first(
    catalogue: Catalogue, question: str, named: tuple[int, int], start: str
) -> None:
    more = {"parties": ("labour",), **whether(question), **years(*named)}
    reply = ask(catalogue, "Bath", measure=Measure.SHARE, **more)
    assert reply.headline == (
        f"{start}: the Labour share rose from 12.7% on 12 December 2019 to 18.0% on 4 July 2024."
    )


def test_neither_yes_nor_no_answers_which_of_two(catalogue: Catalogue) -> None:
    more = whether("was turnout higher in clacton or in bath")
    reply = ask(catalogue, "Clacton", "Bath", measure=Measure.TURNOUT, **more)
    assert reply.headline == "Bath had the higher turnout: 69.1% against 58.7% in Clacton."


def test_a_party_that_did_not_stand_has_no_share(catalogue: Catalogue) -> None:
    more = {"measure": Measure.SHARE, "parties": ("reform-uk",), **years(2019)}
    reply = ask(catalogue, "Clacton", "Bath", **more)
    assert reply.headline == "Reform UK share: none or not known in Clacton; 1.2% in Bath."
