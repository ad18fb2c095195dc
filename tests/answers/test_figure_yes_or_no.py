"""Figures of a contest that are asked for with yes or no, of a party or a person."""

import pytest

from bot.catalogue.catalogue import Catalogue
from bot.questions.question import Measure, Order
from tests.answers.asking import (
    BATH,
    BY,
    CHORLEY,
    GORTON,
    ISLINGTON,
    ROCHDALE,
    TAMWORTH,
    figure_of,
)

M = Measure


@pytest.mark.parametrize(
    ("seat", "measure", "when", "parties", "begins"),
    [
        (BATH, M.WINNER, 2024, "labour", "No: Dan Bewley (Labour) came 2nd of 9 with 8,665 votes"),
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
    catalogue: Catalogue, seat: str, measure: Measure, when: int | str, parties: str, begins: str
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
