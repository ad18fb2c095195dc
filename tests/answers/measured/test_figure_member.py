"""Who was elected for a seat last, which is all that is known of who the member is."""

from typing import Any

import pytest

from bot.answers.reply import ReplyKind
from bot.catalogue.catalogue import Catalogue
from bot.questions.question import Measure
from tests.answers.asking import BATH, CLACTON, code_of, figure_of

M = Measure


def test_whoever_won_the_latest_contest_with_all_of_it(catalogue: Catalogue) -> None:
    reply = figure_of(catalogue, CLACTON, M.MEMBER)
    assert reply.kind is ReplyKind.CONTEST
    assert reply.title == "Clacton · by-election, 13 August 2026"
    assert reply.headline == (
        "Nigel Farage (Reform UK) was elected for Clacton at the by-election of 13 August 2026, "
        "and nobody else since. Reform UK hold: Nigel Farage won by 12,784 votes (36.4 points)"
    )
    assert len(reply.standings) == 34
    assert "elections only" in reply.notes[-1]


def test_of_an_abolished_seat_whoever_won_where_most_of_its_people_are(
    catalogue: Catalogue,
) -> None:
    reply = figure_of(catalogue, code_of(catalogue, "Morley and Outwood"), M.MEMBER)
    assert reply.title.startswith("Leeds South West and Morley · ")
    assert reply.headline.startswith(
        "Morley and Outwood was abolished in 2024, with 67% of its people now in Leeds South West "
        "and Morley. Mark Sewards (Labour) was elected for Leeds South West and Morley"
    )


def test_an_abolished_seat_with_a_namesake_is_that_one(catalogue: Catalogue) -> None:
    old = next(one.code for one in catalogue.seats.called("Hexham") if one.abolished)
    told = figure_of(catalogue, old, M.MEMBER).headline
    assert told.startswith("Joe Morris (Labour) was elected for Hexham at the general election")


@pytest.mark.parametrize(
    ("year", "begins"),
    [
        (2014, "Douglas Carswell (UK Independence Party) was elected for Clacton at the by-elec"),
        (2016, "Douglas Carswell (UK Independence Party) was elected for Clacton at the general"),
        (2018, "Giles Watling (Conservative) was elected for Clacton at the general election of"),
    ],
)
def test_of_a_year_without_a_contest_the_last_before_it(
    catalogue: Catalogue, year: int, begins: str
) -> None:
    told = figure_of(catalogue, CLACTON, M.MEMBER, year).headline
    assert told.startswith(begins)
    assert "; the next contest there was on " in told


@pytest.mark.parametrize("year", [1997, 2035])
def test_of_a_year_that_is_not_known_nobody_is_told(catalogue: Catalogue, year: int) -> None:
    assert figure_of(catalogue, CLACTON, M.MEMBER, year).kind is ReplyKind.NOTHING


def test_whether_the_member_is_of_a_party(catalogue: Catalogue) -> None:
    for party, begins in (("labour", "No: Wera Hobhouse"), ("liberal-democrat", "Yes: Wera")):
        more: dict[str, Any] = {"parties": (party,), "yes_or_no": True}
        assert figure_of(catalogue, BATH, M.MEMBER, **more).headline.startswith(begins)


def test_of_the_year_of_a_contest_nobody_is_denied(catalogue: Catalogue) -> None:
    """Don Foster was the member for Bath until May 2015."""
    more: dict[str, Any] = {"persons": ("don-foster",), "yes_or_no": True}
    told = figure_of(catalogue, BATH, M.MEMBER, 2015, **more).headline
    assert told.startswith("Ben Howlett (Conservative) was elected for Bath")
