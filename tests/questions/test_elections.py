"""Which election a text speaks of."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.questions.elections import find_election
from bot.questions.question import WantedElection
from bot.questions.understanding import understand

GENERAL_2019 = date(2019, 12, 12)
GENERAL_2024 = date(2024, 7, 4)


def wanted(text: str) -> WantedElection:
    found = find_election(text)[1]
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("islington north 2019", "islington north"),
        ("2019 islington north", "islington north"),
        ("islington north in 2019", "islington north"),
        ("islington north (2019)", "islington north"),
        ("islington north, 2019", "islington north"),
        ("islington north ge2019", "islington north"),
        ("islington north GE 2019", "islington north"),
        ("islington north december 2019", "islington north"),
        ("islington north Dec 2019", "islington north"),
        ("islington north 12 December 2019", "islington north"),
        ("islington north on the 12th december 2019", "islington north"),
        ("islington north 12/12/2019", "islington north"),
        ("islington north 2019-12-12", "islington north"),
        ("islington north at the general election of 2019", "islington north"),
        ("islington north 2019 general election", "islington north"),
    ],
)
def test_a_year_a_month_or_a_day_says_when(text: str, name: str) -> None:
    left, election = find_election(text)
    assert " ".join(left.split()) == name
    assert election is not None
    assert election.suits(GENERAL_2019, is_by_election=False)
    assert not election.suits(GENERAL_2024, is_by_election=False)


@pytest.mark.parametrize(
    "text",
    [
        "clacton by-election",
        "clacton by election",
        "clacton byelection",
        "clacton By-Election",
        "the clacton by-election",
        "clacton by-elections",
        "by-election clacton",
        "the latest by-election in clacton",
    ],
)
def test_a_by_election_can_be_asked_for(text: str) -> None:
    left, election = find_election(text)
    assert "clacton" in left
    assert "election" not in left
    assert election is not None
    assert election.suits(date(2014, 10, 9), is_by_election=True)
    assert not election.suits(GENERAL_2024, is_by_election=False)


def test_a_year_and_a_kind_count_both() -> None:
    election = wanted("rochdale by-election 2024")
    assert election.suits(date(2024, 2, 29), is_by_election=True)
    assert not election.suits(GENERAL_2024, is_by_election=False)
    assert not election.suits(date(2012, 2, 29), is_by_election=True)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("4/7/2024", GENERAL_2024),
        ("04/07/2024", GENERAL_2024),
        ("2024-07-04", GENERAL_2024),
        ("4 July 2024", GENERAL_2024),
        ("4th jul, 2024", GENERAL_2024),
        ("1999-01-01", date(1999, 1, 1)),
        ("29 February 2024", date(2024, 2, 29)),
    ],
)
def test_a_day_is_read_in_british_order(text: str, day: date) -> None:
    assert wanted(text).day == day


@pytest.mark.parametrize("text", ["31 June 2019", "2024-13-45", "30/02/2024", "99/99/2019"])
def test_a_day_that_no_calendar_has_suits_no_election(text: str) -> None:
    election = wanted(text)
    for day in (GENERAL_2019, GENERAL_2024):
        assert not election.suits(day, is_by_election=False)


@pytest.mark.parametrize("text", ["2019", "GE2019", "by-election", "4 July 2024", "may 2010"])
def test_what_was_said_is_kept_to_say_it_back(text: str) -> None:
    left, election = find_election(text)
    assert left == ""
    assert election is not None
    assert election.said == text


@pytest.mark.parametrize(
    "text",
    [
        "islington north",
        "N19 5QQ",
        "1066",
        "12",
        "3.14",
        "19",
        "20199",
        "",
        "May",
        "theresa may",
        "march",
        "gerrards cross",
        "geraint davies",
        "bypass",
    ],
)
def test_no_election_is_read_into_a_name(text: str) -> None:
    left, election = find_election(text)
    assert election is None
    assert left == text


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("theresa may in 2017", "theresa may"),
        ("gordon marsden 2017", "gordon marsden"),
        ("paul maynard 2019", "paul maynard"),
        ("jerome mayhew 2019", "jerome mayhew"),
        ("julie marson 2019", "julie marson"),
        ("rob marris 2015", "rob marris"),
        ("marlow 2019", "marlow"),
        ("margate 2019", "margate"),
        ("maryport 2019", "maryport"),
        ("juliet 2019", "juliet"),
    ],
)
def test_a_name_that_begins_like_a_month_stays_a_name(text: str, name: str) -> None:
    left, election = find_election(text)
    assert left == name
    assert election is not None
    assert election.year == int(text[-4:])
    assert election.month is None


@settings(max_examples=200, deadline=None)
@given(
    st.one_of(
        st.text(max_size=80), st.text(alphabet="0123456789/- jandecmaybyelection", max_size=60)
    )
)
def test_anything_can_be_typed(text: str) -> None:
    left, election = find_election(text)
    assert isinstance(left, str)
    assert election is None or election.said


def test_a_month_that_may_be_a_surname_is_read_both_ways() -> None:
    question = understand("theresa may 2017")
    assert question.otherwise is not None
    assert question.otherwise.name == "theresa may"
    assert question.otherwise.election is not None
    assert (question.otherwise.election.year, question.otherwise.election.month) == (2017, None)
