"""What was typed, as far as a leader's votes and a total can tell."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.catalogue.catalogue import Catalogue
from bot.catalogue.nights import Slip
from bot.declarations.slips import votes_typed
from bot.elections.contest import Contest
from tests.declarations.making import settled

CORBYN, NARGUND, KATES = 24_120, 16_873, 2_660
OTHERS = (1_950, 1_710, 1_661, 32)
TOTAL = 49_006
FULL = (CORBYN, NARGUND, KATES, *OTHERS)


@pytest.fixture
def contest(catalogue: Catalogue) -> Contest:
    """Islington North: seven candidates."""
    return settled(catalogue)


def slip(contest: Contest, leader: int, votes: int, total: int) -> Slip:
    """Complete, with that candidate in the lead."""
    return Slip(
        contest=contest.id,
        observed_at=datetime(2024, 7, 5, 3, 30, tzinfo=UTC),
        leader_id=contest.candidacies[leader].person.id,
        party="whatever was typed",
        leader_votes=votes,
        total_votes=total,
        candidates_with_votes=7,
        candidates=7,
    )


@pytest.mark.parametrize(
    ("leader", "votes", "total", "typed"),
    [
        pytest.param(0, CORBYN, TOTAL, FULL, id="all-as-settled"),
        pytest.param(
            0, CORBYN + 90, TOTAL + 90, (CORBYN + 90, *FULL[1:]), id="too-many-for-the-leader"
        ),
        pytest.param(
            0, CORBYN - 5_000, TOTAL - 5_000, (CORBYN - 5_000, *FULL[1:]), id="too-few-for-them"
        ),
        pytest.param(
            1, NARGUND, TOTAL - 20_000, (4_120, *FULL[1:]), id="so-few-that-another-leads"
        ),
        pytest.param(
            1, 26_873, TOTAL + 10_000, (CORBYN, 26_873, *FULL[2:]), id="another-leads-with-too-many"
        ),
        pytest.param(
            0,
            CORBYN,
            TOTAL - NARGUND,
            (CORBYN, 0, *FULL[2:]),
            id="so-many-missing-that-only-the-second-had-them",
        ),
    ],
)
def test_a_slip_that_only_one_candidate_can_have_is_read(
    contest: Contest, leader: int, votes: int, total: int, typed: tuple[int, ...]
) -> None:
    assert votes_typed(slip(contest, leader, votes, total), contest) == typed


@pytest.mark.parametrize(
    ("leader", "votes", "total"),
    [
        pytest.param(0, CORBYN, TOTAL + 27, id="anybody-else-has-them"),
        pytest.param(0, CORBYN, TOTAL - 27, id="one-of-several-lacks-them"),
        pytest.param(0, CORBYN + 89, TOTAL + 81, id="two-slips"),
        pytest.param(0, CORBYN + 89, TOTAL, id="a-total-that-does-not-follow"),
        pytest.param(1, NARGUND, TOTAL, id="a-leader-who-did-not-lead"),
        pytest.param(1, NARGUND, TOTAL - 7_247, id="as-many-as-the-next"),
        pytest.param(0, 16_873, TOTAL - 7_247, id="a-slip-that-leaves-no-leader"),
        pytest.param(0, 1, 1, id="a-winner-without-figures"),
    ],
)
def test_a_slip_that_could_be_read_otherwise_is_not_read(
    contest: Contest, leader: int, votes: int, total: int
) -> None:
    assert votes_typed(slip(contest, leader, votes, total), contest) is None


def test_votes_that_are_still_to_come_are_not_added(contest: Contest) -> None:
    six = replace(slip(contest, 0, CORBYN, TOTAL), candidates_with_votes=6)
    assert votes_typed(six, contest) is None


def test_a_slip_of_another_number_of_candidates_is_not_read(contest: Contest) -> None:
    six = replace(slip(contest, 0, CORBYN, TOTAL), candidates_with_votes=6, candidates=6)
    assert votes_typed(six, contest) is None
