"""Figures of a contest that are asked for with yes or no, of a party or a person."""

from typing import Any

import pytest

from bot.catalogue.catalogue import Catalogue
from bot.questions.question import Limit, Measure, Order
from tests.answers.asking import (
    BATH,
    BY,
    CHORLEY,
    CLACTON,
    GORTON,
    ISLINGTON,
    ROCHDALE,
    TAMWORTH,
    code_of,
    figure_of,
)

M = Measure


@pytest.mark.parametrize(
    ("seat", "measure", "when", "parties", "begins"),
    [
        (BATH, M.WINNER, 2024, "labour", "No: Liberal Democrat hold: Wera Hobhouse won by 11,218"),
        (BATH, M.WINNER, 2024, "plaid-cymru", "No: there was no Plaid Cymru candidate"),
        (CLACTON, M.WINNER, None, "conservative", "No: there was no Conservative candidate"),
        (CLACTON, M.WINNER, None, "reform-uk", "Yes: Nigel Farage (Reform UK) won"),
        (BATH, M.WINNER, 2024, "liberal-democrat", "Yes: Wera Hobhouse (Liberal Democrat) won"),
        (BATH, M.DEPOSITS, 2024, "workers-party-of-britain", "Yes: Matthew Alford"),
        (BATH, M.DEPOSITS, 2024, "reform-uk", "No: Teresa Hall (Reform UK) kept the deposit"),
        (BATH, M.CANDIDATES, 2024, "plaid-cymru", "No: there was no Plaid Cymru candidate"),
        (BATH, M.CANDIDATES, 2024, "green", "Yes: Dom Tristram (Green) stood in Bath"),
        (BATH, M.LOST, 2024, "labour", "No: Dan Bewley"),
        (GORTON, M.LOST, BY, "labour", "Yes: Angeliki Stogia (Labour) came 3rd of 11 with 9,364"),
        (GORTON, M.OUTCOME, BY, "labour", "No: Angeliki Stogia"),
        (GORTON, M.HELD, 2024, "labour", "Yes: Labour hold: "),
        (GORTON, M.GAINED, 2024, "labour", "No: Labour hold: "),
        (GORTON, M.GAINED, BY, "green labour", "Yes: Green gain from Labour"),
        (GORTON, M.GAINED, BY, "green conservative", "No: Green gain from Labour"),
        (GORTON, M.LOST, BY, "labour reform-uk", "No: Angeliki Stogia"),
        (CHORLEY, M.LOST, 2019, "labour", "Yes: there was no Labour candidate to hold the seat. "),
        (CHORLEY, M.LOST, 2019, "conservative", "No: there was no Conservative candidate"),
        (CHORLEY, M.HELD, 2024, "speaker", "Yes: Speaker hold: Lindsay Hoyle"),
        (ISLINGTON, M.HELD, 2024, "labour", "No: Praful Nargund"),
        (ISLINGTON, M.MAJORITY, 2024, "labour", "No: Praful Nargund (Labour) had no majority"),
        (TAMWORTH, M.LOST, 2024, "conservative", "Yes: Eddie Hughes (Conservative) came 2nd"),
    ],
)
def test_of_a_party(
    catalogue: Catalogue,
    seat: str,
    measure: Measure,
    when: int | str | None,
    parties: str,
    begins: str,
) -> None:
    ids = tuple(parties.split())
    reply = figure_of(catalogue, seat, measure, when, parties=ids, yes_or_no=True)
    assert reply.headline.startswith(begins)


@pytest.mark.parametrize(
    ("seat", "measure", "when", "person", "begins"),
    [
        (ISLINGTON, M.WINNER, 2024, "jeremy-corbyn", "Yes: Jeremy Corbyn (Independent) won"),
        (ISLINGTON, M.HELD, 2024, "jeremy-corbyn", "Yes: Jeremy Corbyn (Independent) came 1st"),
        (ROCHDALE, M.LOST, 2024, "george-galloway", "Yes: George Galloway (Workers Party of"),
        (ROCHDALE, M.HELD, 2024, "george-galloway", "No: George Galloway"),
        (ROCHDALE, M.LOST, BY, "george-galloway", "No: George Galloway"),
        (ROCHDALE, M.GAINED, BY, "george-galloway", "Yes: George Galloway"),
        (BATH, M.CANDIDATES, 2024, "george-galloway", "No: George Galloway did not stand in Bath"),
    ],
)
def test_of_a_person(
    catalogue: Catalogue, seat: str, measure: Measure, when: int | str, person: str, begins: str
) -> None:
    reply = figure_of(catalogue, seat, measure, when, persons=(person,), yes_or_no=True)
    assert reply.headline.startswith(begins)


@pytest.mark.parametrize(
    ("place", "party", "yes"),
    [(2, "labour", "Yes: "), (2, "green", "No: "), (1, "green", "No: "), (12, "green", "No: ")],
)
def test_of_a_place(catalogue: Catalogue, place: int, party: str, yes: str) -> None:
    more = {"place": place, "parties": (party,), "yes_or_no": True}
    assert figure_of(catalogue, BATH, M.PLACE, 2024, **more).headline.startswith(yes)


@pytest.mark.parametrize(("order", "yes"), [(Order.MOST, "No: "), (Order.LEAST, "Yes: ")])
def test_whether_a_share_rose_or_with_the_least_whether_it_fell(
    catalogue: Catalogue, order: Order, yes: str
) -> None:
    more = {"order": order, "parties": ("labour",), "yes_or_no": True}
    told = figure_of(catalogue, ISLINGTON, M.CHANGE, 2024, **more).headline
    assert told.startswith(f"{yes}Praful Nargund (Labour) got 34.4%, down 29.9 points")


@pytest.mark.parametrize(
    ("seat", "measure", "yes"),
    [(ISLINGTON, M.OUTCOME, "Yes"), (ISLINGTON, M.HELD, "No"), (BATH, M.HELD, "Yes")],
)
def test_of_nobody_whether_it_was_a_gain_or_a_hold(
    catalogue: Catalogue, seat: str, measure: Measure, yes: str
) -> None:
    told = figure_of(catalogue, seat, measure, 2024, yes_or_no=True).headline
    assert told.startswith(f"{yes}: ")


def test_whether_it_was_close_is_for_the_reader_to_say(catalogue: Catalogue) -> None:
    told = figure_of(catalogue, ISLINGTON, M.CLOSENESS, yes_or_no=True).headline
    assert told.startswith("Jeremy Corbyn (Independent) won by 7,247 votes")


@pytest.mark.parametrize(
    ("person", "order", "yes"),
    [
        ("count-binface", Order.LEAST, "Yes"),
        ("count-binface", Order.MOST, "No"),
        ("laurence-fox", Order.LEAST, "No"),
        ("laurence-fox", Order.MOST, "Yes"),
    ],
)
def test_whether_a_deposit_was_lost_or_with_the_least_whether_it_was_kept(
    catalogue: Catalogue, person: str, order: Order, yes: str
) -> None:
    more: dict[str, Any] = {"order": order, "persons": (person,), "yes_or_no": True}
    told = figure_of(catalogue, CLACTON, M.DEPOSITS, **more).headline
    assert told.startswith(f"{yes}: ")
    assert "It took 1,756 votes to keep one" in told


@pytest.mark.parametrize(
    ("measure", "limit", "yes"),
    [
        (M.VOTES, Limit(24_119, over=True, said="over 24,119"), "Yes"),
        (M.VOTES, Limit(24_120, over=True, said="over 24,120"), "No"),
        (M.SHARE, Limit(0.5, over=True, said="over half", is_share=True), "No"),
        (M.MAJORITY, Limit(10_000, over=False, said="under 10,000"), "Yes"),
        (M.TURNOUT, Limit(0.7, over=True, said="over 70%", is_share=True), "No"),
    ],
)
def test_of_more_or_less_than_a_limit(
    catalogue: Catalogue, measure: Measure, limit: Limit, yes: str
) -> None:
    whom = () if measure is M.TURNOUT else ("jeremy-corbyn",)
    more = {"limit": limit, "persons": whom, "yes_or_no": True}
    assert figure_of(catalogue, ISLINGTON, measure, 2024, **more).headline.startswith(f"{yes}: ")


@pytest.mark.parametrize(
    ("measure", "parties", "limit"),
    [
        (M.VOTES, ("labour",), None),
        (M.SHARE, ("labour",), None),
        (M.MAJORITY, (), None),
        (M.TURNOUT, (), None),
        (M.PLACE, (), None),
        (M.WINNER, ("labour", "liberal-democrat"), None),
        (M.WINNER, ("plaid-cymru", "liberal-democrat"), None),
        (M.WINNER, ("liberal-democrat",), Limit(90_000, over=True, said="over 90,000")),
    ],
)
def test_what_was_not_worked_out_gets_neither_yes_nor_no(
    catalogue: Catalogue, measure: Measure, parties: tuple[str, ...], limit: Limit | None
) -> None:
    more: dict[str, Any] = {"parties": parties, "limit": limit, "place": 2, "yes_or_no": True}
    told = figure_of(catalogue, BATH, measure, 2024, **more).headline
    assert not told.startswith(("Yes", "No"))


def test_a_party_that_did_not_win_before_is_said_so_of_that_election_alone(
    catalogue: Catalogue,
) -> None:
    """Plaid Cymru had held Ynys Môn from 1987 to 2001."""
    ynys_mon = code_of(catalogue, "Ynys Môn")
    more = {"parties": ("plaid-cymru",), "yes_or_no": True}
    told = figure_of(catalogue, ynys_mon, M.LOST, 2019, **more).headline
    assert "did not win it at the general election before, of 8 June 2017" in told
    gorton = figure_of(catalogue, GORTON, M.LOST, BY, parties=("labour",), yes_or_no=True)
    assert "the party won it at the general election before, of 4 July 2024" in gorton.headline
    tories = {"parties": ("conservative",), "yes_or_no": True}
    bath = figure_of(catalogue, BATH, M.LOST, 2024, **tories).headline
    assert "by the notional result the party would not have won it" in bath
