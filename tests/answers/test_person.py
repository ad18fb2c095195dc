"""What is said about somebody who stood."""

import pytest

from bot.answers.reply import ReplyKind
from bot.answers.service import Answers
from tests.answers.reading import choices, flowing, said


def test_a_person_comes_with_the_contest_they_stood_in_last(answers: Answers) -> None:
    reply = answers.ask("corbyn")
    assert reply.kind is ReplyKind.PERSON
    assert reply.title == "Jeremy Corbyn · Islington North · general election, 4 July 2024"
    assert reply.headline.startswith(
        "Jeremy Corbyn (Independent) came 1st of 7 with 24,120 votes, 49.2%."
    )
    assert "Since 2010 Jeremy Corbyn stood 5 times (from 2010 to 2024) and won 5 times." in (
        reply.preface
    )


def test_all_other_contests_of_a_person_are_one_step_away(answers: Answers) -> None:
    assert choices(answers.ask("george galloway")) == [
        "Rochdale, 29 February 2024",
        "Batley and Spen, 1 July 2021",
        "West Bromwich East, 12 December 2019",
        "Manchester, Gorton, 8 June 2017",
        "Bradford West, 7 May 2015",
        "Bradford West, 29 March 2012",
        "Poplar and Limehouse, 6 May 2010",
    ]


@pytest.mark.parametrize(
    ("question", "title"),
    [
        ("galloway 2012", "George Galloway · Bradford West · by-election, 29 March 2012"),
        ("corbyn 2019", "Jeremy Corbyn · Islington North · general election, 12 December 2019"),
        ("farage 2010", "Nigel Farage · Buckingham · general election, 6 May 2010"),
        ("theresa may 2017", "Theresa May · Maidenhead · general election, 8 June 2017"),
        ("theresa may 2015", "Theresa May · Maidenhead · general election, 7 May 2015"),
        ("gordon marsden 2017", "Gordon Marsden · Blackpool South · general election, 8 June 2017"),
        ("lindsay hoyle 2017", "Lindsay Hoyle · Chorley · general election, 8 June 2017"),
    ],
)
def test_another_contest_of_a_person_can_be_asked_for(
    answers: Answers, question: str, title: str
) -> None:
    assert answers.ask(question).title == title


def test_one_who_lost_is_told_with_their_place(answers: Answers) -> None:
    assert answers.ask("liz truss").headline == (
        "Liz Truss (Conservative) came 2nd of 9 with 11,217 votes, 25.3%. Labour gain from "
        "Conservative: Terry Jermy won by 630 votes (1.4 points)"
    )


def test_a_name_that_changed_is_one_person(answers: Answers) -> None:
    assert answers.ask("edward davey").title == answers.ask("ed davey").title
    assert len(answers.ask("ed davey").choices) == 4


def test_who_did_not_stand_then_is_said_not_to_have_stood(answers: Answers) -> None:
    text = flowing(said(answers, "george galloway 2023"))
    assert "George Galloway did not stand" in text
    assert "2023" in text


@pytest.mark.parametrize("question", ["jeremy corbyn 1997", "diane abbott 2005"])
def test_of_the_time_before_its_records_teller_does_not_say_that_nobody_stood(
    answers: Answers, question: str
) -> None:
    assert "did not stand" not in flowing(said(answers, question))


def test_standing_twice_is_said_so(answers: Answers) -> None:
    record = flowing(said(answers, "ed balls"))
    assert "stood twice (from 2010 to 2015) and won once." in record


def test_both_contests_of_one_year_are_said_to_be_of_it(answers: Answers) -> None:
    record = flowing(said(answers, "rupert lowe"))
    assert "Since 2010 Rupert Lowe stood twice (both in 2024) and won once." in record
