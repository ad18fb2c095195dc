from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.elections.constituency import Boundaries
from bot.elections.contest import ContestId
from tests.elections.making import GREEN, LABOUR, SEAT, contest


def test_a_contest_is_written_as_its_seat_and_its_day() -> None:
    assert str(contest((LABOUR, 1)).id) == "E14001305.2024-07-04"


@given(st.from_regex(r"[ENSW]\d{8}", fullmatch=True), st.dates())
def test_a_contests_id_survives_being_written_and_read(code: str, day: date) -> None:
    found = ContestId(code, day)
    assert ContestId.parse(str(found)) == found


@pytest.mark.parametrize(
    "text",
    ["", ".", "E14001305", "E14001305.", "E14001305.2024-13-01", "E14001305.2024-07-04.1", "\0.\0"],
)
def test_what_is_no_contests_id_is_none(text: str) -> None:
    assert ContestId.parse(text) is None


@given(st.text())
def test_no_text_makes_reading_an_id_fail(text: str) -> None:
    found = ContestId.parse(text)
    assert found is None or isinstance(found.polled_on, date)


def test_who_stood_alone_has_all_votes_as_the_majority() -> None:
    alone = contest((LABOUR, 21_000))
    assert alone.runner_up is None
    assert alone.majority == 21_000


def test_a_tie_has_no_majority() -> None:
    assert contest((LABOUR, 16_211), (GREEN, 16_211)).majority == 0


def test_a_seat_of_2024_is_not_abolished_and_one_that_ended_in_2019_is() -> None:
    assert SEAT.boundaries is Boundaries.SINCE_2024
    assert not SEAT.abolished


@given(st.lists(st.integers(0, 60_000), min_size=1))
def test_a_majority_is_no_more_than_the_winners_votes(votes: list[int]) -> None:
    found = contest(*((LABOUR, one) for one in sorted(votes, reverse=True)))
    assert 0 <= found.majority <= found.winner.votes <= found.valid_votes
