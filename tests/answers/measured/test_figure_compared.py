"""How a figure changed since the election before; the numbers were worked out from the tables."""

from typing import Any

import pytest

from bot.catalogue.catalogue import Catalogue
from bot.questions.question import Measure, Order
from tests.answers.asking import BATH, CLACTON, ISLINGTON, code_of, figure_of
from tests.answers.telling import facts

M = Measure
HOBHOUSE: dict[str, Any] = {"persons": ("wera-hobhouse",)}
CORBYN: dict[str, Any] = {"persons": ("jeremy-corbyn",)}


def asked(
    catalogue: Catalogue,
    seat: str,
    measure: Measure,
    when: int | None = 2024,
    order: Order = Order.MOST,
    **more: Any,
) -> str:
    more |= {"order": order, "compared": True, "yes_or_no": True}
    return figure_of(catalogue, seat, measure, when, **more).headline


def test_a_majority_is_compared_on_these_boundaries_and_their_own_is_told(
    catalogue: Catalogue,
) -> None:
    told = asked(catalogue, "", M.MAJORITY, **HOBHOUSE)
    assert told == (
        "No: Wera Hobhouse (Liberal Democrat) had a majority of 11,218 votes (23.3 points) over "
        "Dan Bewley (Labour), down 907 votes from a notional 12,125 (21.3 points) for Liberal "
        "Democrat at the general election of 12 December 2019 on these boundaries. Wera Hobhouse "
        "had a majority of 12,322 (23.6 points) in Bath on 12 December 2019, on other boundaries"
    )
    fell = asked(catalogue, "", M.MAJORITY, order=Order.LEAST, **HOBHOUSE)
    assert fell == told.replace("No: ", "Yes: ", 1)


@pytest.mark.parametrize(
    ("seat", "measure", "when", "begins"),
    [
        (BATH, M.TURNOUT, 2024, "No: turnout in Bath was 69.1% counting valid votes only, down 8"),
        (BATH, M.TURNOUT, 2019, "Yes: turnout in Bath was 77.2%, up 2.8 points from 74.4% at the"),
        (BATH, M.ELECTORATE, 2024, "No: 69,662 people were registered to vote in Bath, down 3,57"),
        (BATH, M.ELECTORATE, 2019, "Yes: 67,805 people were registered to vote in Bath, up 1,02"),
        (BATH, M.VOTES, 2024, "No: 48,130 votes were counted in Bath, down 8,746 from a notional"),
        (ISLINGTON, M.VOTES, 2017, "Yes: 54,928 votes were counted in Islington North, up 5,694"),
        (BATH, M.MAJORITY, 2019, "Yes: Wera Hobhouse (Liberal Democrat) had a majority of 12,32"),
    ],
)
def test_of_the_seat(
    catalogue: Catalogue, seat: str, measure: Measure, when: int, begins: str
) -> None:
    assert asked(catalogue, seat, measure, when).startswith(begins)


def test_a_notional_figure_is_said_to_be_one_and_a_counted_one_is_not(catalogue: Catalogue) -> None:
    for measure in (M.MAJORITY, M.TURNOUT, M.VOTES, M.ELECTORATE):
        assert "from a notional " in asked(catalogue, BATH, measure)
        # The boundaries of Islington North did not change.
        assert "notional" not in asked(catalogue, ISLINGTON, measure)


def test_a_seat_that_changed_hands_has_the_majorities_of_two_parties(catalogue: Catalogue) -> None:
    ynys_mon = code_of(catalogue, "Ynys Môn")
    told = asked(catalogue, ynys_mon, M.MAJORITY)
    assert told.startswith("No: Llinos Medi (Plaid Cymru) had a majority of 637 votes (2.0 points)")
    assert "down 1,331 votes from 1,968 (5.4 points) for Conservative" in told
    plaid = asked(catalogue, ynys_mon, M.MAJORITY, parties=("plaid-cymru",))
    assert plaid.startswith("Llinos Medi (Plaid Cymru) had a majority of 637 votes")
    assert plaid.endswith("2019 Conservative had a majority of 1,968 (5.4 points)")


def test_who_left_their_party_is_compared_with_themselves(catalogue: Catalogue) -> None:
    majority = asked(catalogue, ISLINGTON, M.MAJORITY, **CORBYN)
    assert majority.startswith("No: Jeremy Corbyn (Independent) had a majority of 7,247 votes")
    assert "down 18,941 votes from 26,188 (48.7 points) for Labour" in majority
    votes = asked(catalogue, ISLINGTON, M.VOTES, order=Order.LEAST, **CORBYN)
    assert votes == (
        "Yes: Jeremy Corbyn (Independent) got 24,120 votes, 49.2%, down 10,483 from 34,603 votes, "
        "64.3%, in Islington North on 12 December 2019"
    )
    share = asked(catalogue, ISLINGTON, M.SHARE, **CORBYN)
    assert share.startswith("No: ")
    assert "down 15.1 points from 34,603 votes, 64.3%" in share


def test_who_lost_had_no_majority_that_rose(catalogue: Catalogue) -> None:
    truss: dict[str, Any] = {"persons": ("liz-truss",)}
    told = asked(catalogue, "", M.MAJORITY, **truss)
    assert told.startswith("No: Liz Truss (Conservative) had no majority, but came 2nd of 9")
    fell = asked(catalogue, "", M.MAJORITY, order=Order.LEAST, **truss)
    assert fell.startswith("Liz Truss (Conservative) had no majority")


def test_a_by_election_is_compared_with_the_general_election_before(catalogue: Catalogue) -> None:
    told = asked(catalogue, CLACTON, M.MAJORITY, None, persons=("nigel-farage",))
    assert told.startswith("Yes: Nigel Farage (Reform UK) had a majority of 12,784 votes")
    assert "up 4,379 votes from 8,405 (18.3 points) for Reform UK at the general election" in told


def test_of_a_party_and_of_somebody_who_stood_for_the_first_time(catalogue: Catalogue) -> None:
    labour = asked(catalogue, BATH, M.VOTES, parties=("labour",))
    assert labour.startswith("Yes: Dan Bewley (Labour) got 8,665 votes, 18.0%, up 1,545 from a not")
    bewley = asked(catalogue, BATH, M.VOTES, persons=("dan-bewley",))
    assert bewley == labour.removeprefix("Yes: ")
    reform = asked(catalogue, BATH, M.VOTES, parties=("reform-uk",))
    assert "up 3,156 from a notional 642 for Reform UK (then Brexit Party)" in reform
    share = asked(catalogue, BATH, M.SHARE, parties=("labour",))
    assert share.startswith("Yes: Dan Bewley (Labour) got 18.0%, up 5.5 points")


def test_what_has_nothing_to_be_compared_with_gets_neither_yes_nor_no(
    catalogue: Catalogue,
) -> None:
    ukip = asked(catalogue, CLACTON, M.VOTES, 2014, parties=("uk-independence-party",))
    assert ukip.endswith("UK Independence Party did not stand here in 2010")
    assert not ukip.startswith(("Yes", "No:"))
    absent = asked(catalogue, BATH, M.VOTES, parties=("plaid-cymru",))
    assert absent.startswith("There was no Plaid Cymru candidate in Bath")


def test_not_asked_yes_or_no_the_change_is_told_all_the_same(catalogue: Catalogue) -> None:
    reply = figure_of(catalogue, BATH, M.TURNOUT, 2024, compared=True)
    assert reply.headline.startswith("Turnout in Bath was 69.1%")
    assert facts(reply)["Turnout"] == "69.4% (69.1% of valid votes)"
