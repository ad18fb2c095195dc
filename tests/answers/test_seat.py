"""Which contest of a seat is meant, and what is said where there was none."""

import pytest

from bot.answers.reply import ReplyKind
from bot.answers.service import Answers
from tests.answers.reading import choices, flowing, said


@pytest.mark.parametrize(
    ("question", "title"),
    [
        ("islington north 2019", "Islington North · general election, 12 December 2019"),
        ("islington north december 2019", "Islington North · general election, 12 December 2019"),
        ("place:islington north election:2017", "Islington North · general election, 8 June 2017"),
        ("who won clacton in 2015?", "Clacton · general election, 7 May 2015"),
        ("clacton 9 october 2014", "Clacton · by-election, 9 October 2014"),
        ("clacton by-election 2014", "Clacton · by-election, 9 October 2014"),
        ("clacton by-election", "Clacton · by-election, 13 August 2026"),
        ("rochdale 2024", "Rochdale · general election, 4 July 2024"),
        ("rochdale by-election", "Rochdale · by-election, 29 February 2024"),
        ("hartlepool", "Hartlepool · general election, 4 July 2024"),
        ("somerton and frome 2019", "Somerton and Frome · general election, 12 December 2019"),
        ("mp for the wrekin", "The Wrekin · general election, 4 July 2024"),
        ("margate 2024", "East Thanet · general election, 4 July 2024"),
    ],
)
def test_the_contest_that_was_asked_for_is_shown(
    answers: Answers, question: str, title: str
) -> None:
    assert answers.ask(question).title == title


@pytest.mark.parametrize(
    ("place", "election", "title"),
    [
        ("islington north", "2019", "Islington North · general election, 12 December 2019"),
        ("islington north", "2019-12-12", "Islington North · general election, 12 December 2019"),
        ("constituency:E14001305", None, "Islington North · general election, 4 July 2024"),
        ("clacton", "by-election", "Clacton · by-election, 13 August 2026"),
        ("islington north 2017", "2019", "Islington North · general election, 12 December 2019"),
    ],
)
def test_a_form_says_the_same_as_a_sentence(
    answers: Answers, place: str, election: str | None, title: str
) -> None:
    assert answers.result(place, election).title == title


@pytest.mark.parametrize(
    "when", ["1999-01-01", "31 June 2019", "2024-13-45", "2031", "2 July 2024", "march 2018"]
)
def test_a_day_that_was_no_election_is_said_to_be_none(answers: Answers, when: str) -> None:
    reply = answers.ask(f"islington north {when}")
    text = flowing(said(answers, f"islington north {when}"))
    assert reply.kind is ReplyKind.NOTHING
    assert f"No election Teller knows fits “{when}”." in text
    assert "General elections: 4 July 2024, 12 December 2019" in text
    assert len(reply.choices) == 5


def test_words_that_are_no_election_are_said_to_be_none(answers: Answers) -> None:
    text = flowing(said_of_form(answers, "islington north", "the day after tomorrow"))
    assert "No election Teller knows fits “the day after tomorrow”." in text


def said_of_form(answers: Answers, place: str, election: str) -> str:
    reply = answers.result(place, election)
    return " ".join([reply.title, reply.headline, *reply.notes])


def test_a_seat_without_a_by_election_says_which_contests_it_had(answers: Answers) -> None:
    text = flowing(said(answers, "islington north by-election"))
    assert "no result for “by-election”" in text
    assert "general election, 4 July 2024; general election, 12 December 2019" in text


def test_a_seat_that_was_not_there_yet_says_which_seats_were(answers: Answers) -> None:
    reply = answers.ask("isle of wight west 2019")
    text = flowing(said(answers, "isle of wight west 2019"))
    assert reply.kind is ReplyKind.NOTHING
    assert "Isle of Wight West was new in 2024" in text
    assert "before, its area was in Isle of Wight" in text
    first = reply.choices[0]
    assert answers.open(first.kind, first.id).title == (
        "Isle of Wight · general election, 12 December 2019"
    )


def test_a_seat_that_was_there_no_longer_says_which_seats_are(answers: Answers) -> None:
    reply = answers.ask("bristol west 2024")
    assert "Bristol Central" in flowing(said(answers, "bristol west 2024"))
    assert choices(reply)[0] == "Bristol Central, 4 July 2024"


def test_before_its_records_begin_teller_speaks_of_what_it_knows(answers: Answers) -> None:
    """There was a poll in Islington North in 1997; it is known by groups of parties, and by who
    won."""
    told = flowing(said(answers, "islington north 1997"))
    assert "Labour (Jeremy Corbyn)" in told
    assert "1 May 1997" in told


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("who won in clacton?", "Clacton"),
        ("/ask who won clacton in 2015?", "Clacton · general election, 7 May 2015"),
        ("Who is the MP for The Wrekin?", "The Wrekin"),
        ("what was the result in hull east please", "Kingston upon Hull East"),
        ("what's the result for corbyn", "Jeremy Corbyn"),
        ("show me ynys môn", "Ynys Môn"),
        ("tell me about islington north please", "Islington North"),
        ("did corbyn win", "Jeremy Corbyn"),
        ("how did labour do in 2019", "Labour"),
        ("how did jeremy corbyn do", "Jeremy Corbyn"),
        ("islington north!!!", "Islington North"),
        ("mp for n19 5qq", "Islington North"),
        ("n19 5qq please", "Islington North"),
    ],
)
def test_a_whole_sentence_is_understood(answers: Answers, question: str, begins: str) -> None:
    assert answers.ask(question).title.startswith(begins)


def test_a_town_says_where_it_lies(answers: Answers) -> None:
    assert answers.ask("caernarfon").preface[0] == "Caernarfon lies in Dwyfor Meirionnydd."


def test_a_postcode_says_how_sure_its_seat_is(answers: Answers) -> None:
    reply = answers.ask("N19 5QQ")
    assert reply.title.startswith("Islington North")
    assert reply.preface[0] == "Islington North has 92% of the area of N19."


@pytest.mark.parametrize(
    "question",
    [
        "N19 5QQ",
        "n195qq",
        "N1 5QQ",
        "bt1 5qq",
        "zz9 5qq",
        "mp for n19 5qq",
        "n19 5qq 2019",
        "who is my mp in n19 5qq",
        "postcode n19 5qq",
        "n19 5qq london",
    ],
)
def test_a_whole_postcode_is_not_said_back(answers: Answers, question: str) -> None:
    assert "5qq" not in said(answers, question).lower()
