"""Formulas for questions about one contest, with the published votes beside them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.elections import arithmetic
from tests.elections.making import LABOUR, contest


@pytest.mark.parametrize(
    ("valid_votes", "needed"),
    [
        (49_006, 2_451),  # Islington North 2024: a twentieth is 2,450.3
        (48_130, 2_407),  # Bath 2024: 2,406.5
        (40_000, 2_001),  # exactly a twentieth is not enough
        (0, 1),
    ],
)
def test_a_deposit_is_kept_with_more_than_a_twentieth(valid_votes: int, needed: int) -> None:
    assert arithmetic.votes_to_keep_deposit(valid_votes) == needed


@given(st.integers(1, 100_000))
def test_one_vote_fewer_would_lose_it(valid_votes: int) -> None:
    needed = arithmetic.votes_to_keep_deposit(valid_votes)
    assert not arithmetic.loses_deposit(needed, valid_votes)
    assert arithmetic.loses_deposit(needed - 1, valid_votes)


def test_who_voted_are_the_valid_votes_and_the_rejected_ballots() -> None:
    assert arithmetic.ballots(contest((LABOUR, 49_006), rejected_votes=189)) == 49_195
    assert arithmetic.ballots(contest((LABOUR, 24_219))) is None
