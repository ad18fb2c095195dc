"""A winner who is only named: every answer that counts results says what it said before."""

from datetime import date

import pytest

from bot.answers.live.board import board_reply
from bot.answers.live.board_office import BoardOffice
from bot.answers.plain import render
from bot.answers.service import Answers
from bot.catalogue.catalogue import Catalogue
from bot.declarations.boards import Boards
from bot.declarations.declaration import Nominee
from bot.declarations.desk import Desk
from bot.declarations.journal import Journal
from bot.declarations.newsroom import Newsroom
from bot.elections.contest import ContestId
from bot.names.index import NameIndex
from bot.names.room import NamesRoom
from tests.declarations.making import NOW, Plain, candidate, declared, told

DAY = date(2030, 6, 6)
HENDON = ContestId("E14001279", DAY)
CORBYN = Nominee("Jeremy Corbyn", "jeremy-corbyn", "Green", "green")
SOURCE = "Democracy Club"
NAMED = (
    "General election of 6 June 2030: Democracy Club names Jeremy Corbyn (Green) as the winner; "
    "no votes are known yet, so nothing is declared."
)
QUESTIONS = [
    "/declared",
    "/seats",
    "/seats 2030",
    "/map",
    "/map gains 2030",
    "/top majority",
    "how many seats has labour won",
    "how many seats have the greens won in 2030",
    "greens 2030",
    "seats that changed hands in 2030",
    "closest seats 2030",
    "jeremy corbyn",
    "history of hendon",
    "hendon vs bootle",
    "how many have declared",
    "by-elections",
]


def result(seat: str, winner: str, second: str) -> Plain:
    two = [candidate("Ann Able", winner, 600), candidate("Ben Baker", second, 400)]
    return declared(polled_on=DAY.isoformat(), constituency=seat, candidates=two)


@pytest.fixture
def night(live_catalogue: Catalogue, desk: Desk) -> Catalogue:
    """Half an hour in: one seat of 650 is declared."""
    desk.open_election(DAY, None)
    told(desk, result("Bootle", "Labour", "Green"))
    return live_catalogue


@pytest.fixture
def asked(night: Catalogue, newsroom: Newsroom) -> Answers:
    names = NamesRoom(night, NameIndex.of(night.known_names()))
    return Answers(night, names, "0.0", newsroom)


def flat(answers: Answers, question: str) -> str:
    return " ".join(render(answers.ask(question)).split())


def test_what_counts_results_says_the_same_with_and_without_a_name(
    asked: Answers, journal: Journal
) -> None:
    before = {one: render(asked.ask(one)) for one in QUESTIONS}
    journal.name(HENDON, CORBYN, SOURCE, NOW)
    assert {one: render(asked.ask(one)) for one in QUESTIONS} == before
    journal.name(HENDON, None, SOURCE, NOW)
    assert {one: render(asked.ask(one)) for one in QUESTIONS} == before


def test_a_board_that_stands_is_not_touched(
    night: Catalogue, newsroom: Newsroom, journal: Journal
) -> None:
    office = BoardOffice(night, newsroom, Boards(journal.connection))
    before, edition = board_reply(night, newsroom, DAY), office.edition()
    journal.name(HENDON, CORBYN, SOURCE, NOW)
    assert (board_reply(night, newsroom, DAY), office.edition()) == (before, edition)
    assert "1 of 650 declared" in render(before)


def test_no_result_of_the_seat_and_none_of_the_person_is_made_of_it(
    night: Catalogue, journal: Journal
) -> None:
    contests, counted = night.contests, night.elections.counted(DAY)
    before = contests.ids_of_person("jeremy-corbyn"), contests.wins_of_person("jeremy-corbyn")
    journal.name(HENDON, CORBYN, SOURCE, NOW)
    assert contests.get(HENDON) is None
    assert night.elections.counted(DAY) is counted
    assert HENDON not in dict(contests.ids_of_seats([HENDON.code]))
    assert contests.ids_of_person("jeremy-corbyn") == before[0]
    assert contests.wins_of_person("jeremy-corbyn") == before[1]


@pytest.mark.parametrize("question", ["/result hendon", "hendon 2024", "hendon majority"])
def test_a_result_of_the_seat_says_who_is_named_beside_it_and_that_nothing_is_declared(
    asked: Answers, journal: Journal, question: str
) -> None:
    before = flat(asked, question)
    journal.name(HENDON, CORBYN, SOURCE, NOW)
    after = flat(asked, question)
    assert NAMED in after
    nothing = (
        "General election of 6 June 2030: nothing is declared here yet, "
        "and no candidates are known to Teller."
    )
    assert after.replace(NAMED, nothing) == before


def test_once_it_is_taken_back_nobody_is_named(asked: Answers, journal: Journal) -> None:
    before = flat(asked, "/result hendon")
    journal.name(HENDON, CORBYN, SOURCE, NOW)
    journal.name(HENDON, None, SOURCE, NOW)
    assert flat(asked, "/result hendon") == before


def test_once_votes_are_known_the_result_is_the_answer(
    asked: Answers, journal: Journal, desk: Desk
) -> None:
    journal.name(HENDON, CORBYN, SOURCE, NOW)
    told(desk, result("Hendon", "Conservative", "Labour"))
    said = flat(asked, "/result hendon")
    assert "Ann Able won by 200 votes" in said
    assert SOURCE not in said
