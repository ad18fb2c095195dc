"""Words that change what is asked: heeded, or the question is refused."""

import pytest

from bot.questions.question import Measure, Question, Refusal, Topic
from bot.questions.reading import Reader


def read(reader: Reader, text: str) -> Question:
    question = reader.read(text)
    assert question is not None, text
    return question


@pytest.mark.parametrize(
    "text",
    [
        "how many votes per seat did reform get",
        "average majority",
        "smallest constituency by area",
        "three way marginals",
        "how many mps stood down",
        "how many new mps 2024",
        "who has stood the most times",
        "was caroline lucas the first green mp",
        "which seats have never changed hands",
        "how many men were elected",
        "her majority",
        "what day is it in march",
        "bath rugby result",
        "combined labour and green vote in kensington",
        "smallest majority in a seat won by a woman",
        "by-elections won by women",
        "seats labour won in 2017 but lost in 2019",
        "labour seats by region",
        "how many green mps are there now",
        "second seat to declare",
        "majority in bath and turnout in wells",
        "did labour fail to win bath",
    ],
)
def test_what_no_answer_heeds_is_not_answered(reader: Reader, text: str) -> None:
    question = read(reader, text)
    assert (question.topic, question.refusal) == (Topic.REFUSED, Refusal.NOT_UNDERSTOOD)


@pytest.mark.parametrize(
    ("text", "figure", "over", "is_share"),
    [
        ("seats with a majority under 100 votes in 2017", 100, False, False),
        ("seats won by less than 1,000 votes", 1000, False, False),
        ("turnout over 75% in 2019", 0.75, True, True),
        ("by-elections under 30% turnout", 0.3, False, True),
    ],
)
def test_a_limit_is_read_with_its_unit(
    reader: Reader,
    text: str,
    figure: float,
    over: bool,  # noqa: FBT001 (a column of the table)
    is_share: bool,  # noqa: FBT001
) -> None:
    limit = read(reader, text).limit
    assert limit is not None
    assert (limit.figure, limit.over, limit.is_share) == (figure, over, is_share)


@pytest.mark.parametrize(
    "text",
    [
        "did labour win every seat in wales",
        "is ashfield or mansfield the more marginal",
        "did the tories lose in 2017",
        "is wes streeting's majority large",
    ],
)
def test_no_yes_or_no_is_promised_that_is_not_worked_out(reader: Reader, text: str) -> None:
    assert read(reader, text).yes_or_no is False


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("did ed balls lose his seat", Measure.UNSEATED),
        ("did anyone beat corbyn", Measure.LOST_TO),
        ("is bath labour", Measure.WINNER),
        ("was turnout above 70% in bath", Measure.TURNOUT),
        ("did corbyn get more than half the vote", Measure.SHARE),
        ("did wera hobhouse's majority go up in 2024", Measure.MAJORITY),
        ("was there a hung parliament in 2010", Measure.OVERALL),
    ],
)
def test_what_is_worked_out_is_answered_with_yes_or_no(
    reader: Reader, text: str, measure: Measure
) -> None:
    question = read(reader, text)
    assert (question.measure, question.yes_or_no) == (measure, True)
