"""What changed from one election to the next; the figures were counted from data/ apart."""

from datetime import date

import pytest

from bot.answers import election
from bot.catalogue.catalogue import Catalogue
from bot.questions.question import Limit, Measure, Order, Topic
from tests.answers.wanted import SINCE_2010, Ask, asking, column

M, LEAST = Measure, Order.LEAST
IN_2024 = "at the general election of 4 July 2024"


@pytest.fixture
def ask(catalogue: Catalogue) -> Ask:
    return asking(election.answer, catalogue, Topic.ELECTION)


def test_turnout_then_and_now(ask: Ask) -> None:
    reply = ask(M.TURNOUT, compared=True)
    assert reply.headline == (
        f"Turnout, by valid votes, {IN_2024} was 59.7%, against 67.3% in 2019 (−7.6 points)."
    )
    assert column(reply, "Election") == [date(2019, 12, 12), date(2024, 7, 4)]
    assert column(reply, "Turnout") == [
        pytest.approx(0.67309, abs=1e-5),
        pytest.approx(0.59705, abs=1e-5),
    ]
    assert reply.sources == ("UK Parliament election results",)


@pytest.mark.parametrize(
    ("measure", "year", "order", "told"),
    [
        (M.TURNOUT, 2024, LEAST, "Yes: turnout, by valid votes, at"),
        (M.TURNOUT, 2024, Order.MOST, "No: turnout, by valid votes, at"),
        (M.TURNOUT, 2017, Order.MOST, "Yes: turnout, by valid votes, at"),
        (M.VOTES, 2024, LEAST, "Yes: the number of valid votes"),
        (M.ELECTORATE, 2024, Order.MOST, "Yes: the electorate"),
        (M.CANDIDATES, 2024, Order.MOST, "Yes: the number of candidates"),
        (M.DEPOSITS, 2019, Order.MOST, "No: the number of lost deposits"),
        (M.REJECTED, 2024, LEAST, "Yes: the number of rejected ballots"),
        (M.GAINS, 2024, Order.MOST, "Yes: the number of seats that changed hands"),
    ],
)
def test_whether_it_rose_or_fell(
    ask: Ask, measure: Measure, year: int, order: Order, told: str
) -> None:
    reply = ask(measure, year=year, order=order, compared=True, yes_or_no=True)
    assert reply.headline.startswith(told)
    assert ", against " in reply.headline


def test_a_nation_is_compared_with_itself(ask: Ask) -> None:
    reply = ask(M.TURNOUT, areas=("Scotland",), compared=True)
    assert "in Scotland at the general election of 4 July 2024 was 59.2%, against 68.1%" in (
        reply.headline
    )


def test_before_the_first_election_there_is_neither_yes_nor_no(ask: Ask) -> None:
    reply = ask(M.TURNOUT, year=2010, compared=True, yes_or_no=True)
    assert reply.headline == (
        "Turnout, by valid votes, at the general election of 6 May 2010 was 65.1%; "
        "there is nothing earlier to compare with."
    )


def test_over_several_elections_the_last_is_compared_with_the_first(ask: Ask) -> None:
    fallen = ask(M.TURNOUT, span=SINCE_2010, order=LEAST, compared=True, yes_or_no=True)
    assert fallen.headline.startswith("Yes: turnout: 65.1% in 2010")
    plain = ask(M.TURNOUT, span=SINCE_2010, yes_or_no=True)
    assert plain.headline.startswith("Turnout: 65.1% in 2010")


@pytest.mark.parametrize(
    ("measure", "limit", "told"),
    [
        (M.TURNOUT, Limit(0.6, over=False, said="", is_share=True), "Yes: turnout, by valid votes"),
        (M.TURNOUT, Limit(60, over=True, said=""), "No: turnout, by valid votes"),
        (M.CANDIDATES, Limit(4_000, over=True, said=""), "Yes: the number of candidates"),
        (M.DEPOSITS, Limit(1_673, over=True, said=""), "No: the number of lost deposits"),
        (M.ELECTORATE, Limit(0.5, over=True, said="", is_share=True), "48,253,193 people were"),
    ],
)
def test_whether_it_is_over_or_under_a_limit(
    ask: Ask, measure: Measure, limit: Limit, told: str
) -> None:
    assert ask(measure, limit=limit, yes_or_no=True).headline.startswith(told)


def test_a_limit_without_a_yes_or_no_asks_for_seats(ask: Ask) -> None:
    reply = ask(M.TURNOUT, limit=Limit(0.5, over=False, said="", is_share=True))
    assert reply.headline.startswith("58 of 650 turnouts were under 50%")
