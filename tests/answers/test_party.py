"""What is said about a party."""

import pytest

from bot.answers.reply import ReplyKind
from bot.answers.service import Answers
from tests.answers.reading import flowing, said


def test_a_party_is_told_over_all_general_elections(answers: Answers) -> None:
    reply = answers.ask("labour")
    assert reply.kind is ReplyKind.PARTY
    assert [(fact.label, fact.value.split(",")[0]) for fact in reply.facts] == [
        ("4 July 2024", "411 of 650 seats"),
        ("12 December 2019", "202 of 650 seats"),
        ("8 June 2017", "262 of 650 seats"),
        ("7 May 2015", "232 of 650 seats"),
        ("6 May 2010", "258 of 650 seats"),
    ]
    assert reply.facts[0].value.endswith("9,708,716 votes (33.7%), 631 candidates")


def test_one_election_of_a_party_can_be_asked_for(answers: Answers) -> None:
    (fact,) = answers.ask("labour 2019").facts
    assert fact.label == "12 December 2019"


@pytest.mark.parametrize("question", ["speaker", "uup 2024", "green 2019", "independent 2017"])
def test_one_seat_of_650_is_still_of_650_seats(answers: Answers, question: str) -> None:
    text = said(answers, question)
    assert "1 of 650 seats" in text
    assert "650 seat " not in text.replace(",", " ")


def test_a_party_that_won_nothing_won_no_seats(answers: Answers) -> None:
    assert answers.ask("ukip 2024").facts[0].value.startswith("no seats, 6,530 votes")


@pytest.mark.parametrize("question", ["brexit party", "brexit party 2019", "reform uk 2019"])
def test_what_reform_uk_was_called_in_2019_is_said(answers: Answers, question: str) -> None:
    assert "Brexit Party" in " ".join(said(answers, question).split())


@pytest.mark.parametrize(
    "question", ["labour 1997", "conservatives 1983", "liberal democrats 2005"]
)
def test_of_the_time_before_its_records_teller_does_not_say_that_a_party_did_not_stand(
    answers: Answers, question: str
) -> None:
    assert "did not stand" not in flowing(said(answers, question))


@pytest.mark.parametrize("question", ["labour 2023", "labour 4 july 2023"])
def test_where_there_was_no_election_a_party_is_not_said_to_have_missed_it(
    answers: Answers, question: str
) -> None:
    assert "did not stand" not in flowing(said(answers, question))


def test_a_party_that_did_not_stand_is_said_not_to_have(answers: Answers) -> None:
    assert "Alba Party did not stand" in flowing(said(answers, "alba 2019"))


def test_a_party_that_stood_at_by_elections_only_says_so(answers: Answers) -> None:
    assert "Restore Britain has stood at by-elections only" in said(answers, "restore britain")
