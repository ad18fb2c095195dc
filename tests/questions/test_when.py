"""When: what a question says of elections and years."""

import pytest

from bot.questions.question import WantedElection
from bot.questions.when import find_times


def test_two_years_are_two_elections() -> None:
    times = find_times("bath 2017 v 2019")
    assert [one.year for one in times.elections] == [2017, 2019]
    assert times.text.split() == ["bath", "zqe", "v", "zqe"]


@pytest.mark.parametrize(
    "text", ["bath '17", "bath in 17", "bath in twenty seventeen", "bath ge2017"]
)
def test_a_year_is_written_in_many_ways(text: str) -> None:
    assert [one.year for one in find_times(text).elections] == [2017]


def test_a_number_of_seats_is_no_year() -> None:
    assert find_times("who came second in 15 seats").elections == []


@pytest.mark.parametrize(
    ("text", "back"),
    [
        ("majority at the previous election", 1),
        ("the election before last", 2),
        ("turnout the time before", 1),
    ],
)
def test_earlier_elections_are_counted_back(text: str, back: int) -> None:
    assert [one.back for one in find_times(text).elections] == [back]


@pytest.mark.parametrize("text", ["who won bath last time", "who won bath at the last election"])
def test_the_last_election_is_the_latest(text: str) -> None:
    assert find_times(text).elections == []


def test_a_by_election_with_its_year_is_one_election() -> None:
    assert find_times("clacton by-election 2014").elections == [
        WantedElection("2014 by-election", 2014, by_election=True)
    ]


def test_words_before_a_year_are_not_said_back() -> None:
    assert find_times("who won bath in 2019").elections[0].said == "2019"
