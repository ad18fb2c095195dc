"""Figures worked out by hand from the published votes, shown here beside each."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.elections import arithmetic
from bot.elections.contest import Baseline, Candidacy, Contest
from bot.elections.party import Party
from tests.elections.making import (
    CONSERVATIVE,
    GREEN,
    INDEPENDENT,
    LABOUR,
    LIBERAL_DEMOCRAT,
    NATIONALIST,
    REFORM,
    SPEAKER,
    baseline,
    contest,
)

# Islington North, 4 July 2024 and 12 December 2019.
ISLINGTON = contest(
    (INDEPENDENT, 24_120),
    (LABOUR, 16_873),
    (GREEN, 2_660),
    (CONSERVATIVE, 1_950),
    (REFORM, 1_710),
    (LIBERAL_DEMOCRAT, 1_661),
    (INDEPENDENT, 32),
    electorate=72_852,
    rejected_votes=189,
)
ISLINGTON_BEFORE = baseline(
    {LABOUR: 34_603, LIBERAL_DEMOCRAT: 8_415, CONSERVATIVE: 5_483, GREEN: 4_326, REFORM: 742},
    total=53_805,  # 236 more voted for the Monster Raving Loony Party
)
# Orkney and Shetland, 4 July 2024 and 12 December 2019; all others' votes as one party's.
ORKNEY = contest((LIBERAL_DEMOCRAT, 11_392), (NATIONALIST, 3_585), (LABOUR, 5_711))
ORKNEY_BEFORE = baseline({LIBERAL_DEMOCRAT: 10_381, NATIONALIST: 7_874}, total=23_160)
# Richmond Park, 8 June 2017 and 7 May 2015; all others' votes as one party's.
RICHMOND = contest((CONSERVATIVE, 28_588), (LIBERAL_DEMOCRAT, 28_543), (LABOUR, 6_199))
RICHMOND_BEFORE = baseline({CONSERVATIVE: 34_404, LIBERAL_DEMOCRAT: 11_389}, total=59_101)

PARTIES = (LABOUR, CONSERVATIVE, LIBERAL_DEMOCRAT, GREEN, REFORM)
votes_of_all = st.lists(st.integers(1, 60_000), min_size=5, max_size=5)


def points(fraction: float | None, places: int = 1) -> float:
    assert fraction is not None
    return round(fraction * 100, places)


def of_party(found: Contest, party: Party) -> Candidacy:
    return next(one for one in found.candidacies if one.party == party)


def ranked(votes: list[int]) -> Contest:
    return contest(*sorted(zip(PARTIES, votes, strict=True), key=lambda one: -one[1]))


def test_valid_votes_are_all_candidates_votes() -> None:
    assert ISLINGTON.valid_votes == 49_006


@pytest.mark.parametrize(
    ("votes", "expected"),
    [
        (24_120, 49.2),  # 24,120 / 49,006 = 0.4922
        (16_873, 34.4),  # 16,873 / 49,006 = 0.3443
        (32, 0.1),  # 32 / 49,006 = 0.0007
    ],
)
def test_a_share_is_of_the_valid_votes(votes: int, expected: float) -> None:
    assert points(arithmetic.share(votes, ISLINGTON.valid_votes)) == expected


def test_a_share_of_no_votes_at_all_is_not_known() -> None:
    assert arithmetic.share(0, 0) is None


def test_nobodys_votes_of_some_are_a_share_of_nothing() -> None:
    assert arithmetic.share(0, 49_006) == 0


@pytest.mark.parametrize(
    ("party", "expected"),
    [
        (LABOUR, -29.9),  # 16,873 / 49,006 − 34,603 / 53,805 = 0.3443 − 0.6431
        (GREEN, -2.6),  # 2,660 / 49,006 − 4,326 / 53,805 = 0.0543 − 0.0804
        (CONSERVATIVE, -6.2),  # 1,950 / 49,006 − 5,483 / 53,805 = 0.0398 − 0.1019
        (REFORM, 2.1),  # 1,710 / 49,006 − 742 / 53,805 = 0.0349 − 0.0138
        (LIBERAL_DEMOCRAT, -12.3),  # 1,661 / 49,006 − 8,415 / 53,805 = 0.0339 − 0.1564
    ],
    ids=lambda value: value.id if isinstance(value, Party) else str(value),
)
def test_change_is_the_difference_of_the_partys_shares(party: Party, expected: float) -> None:
    change = arithmetic.change(of_party(ISLINGTON, party), ISLINGTON, ISLINGTON_BEFORE)
    assert points(change) == expected


def test_an_independent_has_no_change_even_where_one_stood_before() -> None:
    before = baseline({LABOUR: 600, INDEPENDENT: 400})
    assert arithmetic.change(ISLINGTON.winner, ISLINGTON, before) is None


def test_a_party_that_did_not_stand_before_has_no_change() -> None:
    before = baseline({LABOUR: 600})
    assert arithmetic.change(of_party(ISLINGTON, GREEN), ISLINGTON, before) is None


def test_without_an_election_before_there_is_no_change_and_no_swing() -> None:
    assert arithmetic.change(ISLINGTON.candidacies[1], ISLINGTON, None) is None
    assert arithmetic.swing(ORKNEY, None) is None


def test_the_presss_turnout_counts_rejected_ballots_and_the_librarys_does_not() -> None:
    # 49,006 / 72,852 = 0.67268 and (49,006 + 189) / 72,852 = 0.67527
    assert points(arithmetic.turnout_of_valid_votes(ISLINGTON)) == 67.3
    assert points(arithmetic.turnout_of_all_ballots(ISLINGTON)) == 67.5


def test_turnout_of_all_ballots_is_unknown_where_rejected_ballots_are() -> None:
    unknown = replace(ISLINGTON, rejected_votes=None)
    assert arithmetic.turnout_of_all_ballots(unknown) is None
    assert points(arithmetic.turnout_of_valid_votes(unknown)) == 67.3


def test_no_rejected_ballots_are_not_unknown_rejected_ballots() -> None:
    assert points(arithmetic.turnout_of_all_ballots(replace(ISLINGTON, rejected_votes=0))) == 67.3


def test_turnout_is_unknown_where_the_electorate_is() -> None:
    unknown = replace(ISLINGTON, electorate=None)
    assert arithmetic.turnout_of_valid_votes(unknown) is None
    assert arithmetic.turnout_of_all_ballots(unknown) is None


def test_a_majority_is_votes_and_points_between_the_first_two() -> None:
    # 24,120 − 16,873 = 7,247, of 49,006: 0.1479
    assert ISLINGTON.majority == 7_247
    assert points(arithmetic.share(ISLINGTON.majority, ISLINGTON.valid_votes)) == 14.8


@pytest.mark.parametrize(
    ("votes", "of", "lost"),
    [
        (50, 1_000, True),  # one twentieth exactly: not more than one twentieth
        (51, 1_000, False),
        (49, 1_000, True),
        (2_450, 49_006, True),  # a twentieth of Islington North's votes is 2,450.3
        (2_451, 49_006, False),
        (0, 49_006, True),
    ],
)
def test_a_deposit_is_lost_by_polling_no_more_than_one_twentieth(
    votes: int, of: int, *, lost: bool
) -> None:
    assert arithmetic.loses_deposit(votes, of) is lost


def test_a_swing_to_the_winner_is_positive() -> None:
    # LD 11,392 / 20,688 − 10,381 / 23,160 = +0.10243
    # SNP 3,585 / 20,688 − 7,874 / 23,160 = −0.16669
    assert points(arithmetic.swing(ORKNEY, ORKNEY_BEFORE), 2) == 13.46


def test_a_swing_to_the_runner_up_is_negative() -> None:
    # Con 28,588 / 63,330 − 34,404 / 59,101 = −0.13071
    # LD 28,543 / 63,330 − 11,389 / 59,101 = +0.25800
    assert points(arithmetic.swing(RICHMOND, RICHMOND_BEFORE), 2) == -19.44


@pytest.mark.parametrize("other", [INDEPENDENT, SPEAKER], ids=lambda party: party.id)
def test_no_swing_is_drawn_from_an_independent_or_the_speaker(other: Party) -> None:
    before = baseline({LABOUR: 500, other: 300, GREEN: 200})
    assert arithmetic.swing(contest((other, 600), (LABOUR, 400)), before) is None
    assert arithmetic.swing(contest((LABOUR, 600), (other, 400)), before) is None


def test_no_swing_is_drawn_from_a_party_that_did_not_stand_before() -> None:
    before = baseline({LABOUR: 500, GREEN: 200})
    assert arithmetic.swing(contest((LABOUR, 600), (REFORM, 400)), before) is None
    assert arithmetic.swing(contest((REFORM, 600), (LABOUR, 400)), before) is None


def test_no_swing_is_drawn_where_one_party_came_first_and_second_or_nobody_else_stood() -> None:
    before = baseline({LABOUR: 500, GREEN: 200})
    assert arithmetic.swing(contest((LABOUR, 600), (LABOUR, 400)), before) is None
    assert arithmetic.swing(contest((LABOUR, 600)), before) is None


@given(votes_of_all)
def test_shares_make_one_and_each_lies_between_nothing_and_all(votes: list[int]) -> None:
    shares = [arithmetic.share(one, sum(votes)) for one in votes]
    assert sum(share or 0 for share in shares) == pytest.approx(1)
    assert all(share is not None and 0 <= share <= 1 for share in shares)


@given(votes_of_all, votes_of_all)
def test_what_some_gain_others_lose_where_the_same_parties_stand(
    now: list[int], then: list[int]
) -> None:
    found = ranked(now)
    before = baseline(dict(zip(PARTIES, then, strict=True)))
    changes = [arithmetic.change(one, found, before) for one in found.candidacies]
    assert sum(change or 0 for change in changes) == pytest.approx(0, abs=1e-9)
    assert all(change is not None and -1 < change < 1 for change in changes)


def with_first_two_the_other_way(found: Contest) -> Contest:
    first, second, *others = found.candidacies
    return replace(found, candidacies=(second, first, *others))


@given(votes_of_all, votes_of_all)
def test_a_swing_from_one_to_another_is_the_negative_of_that_from_the_other(
    now: list[int], then: list[int]
) -> None:
    found = ranked(now)
    before = baseline(dict(zip(PARTIES, then, strict=True)))
    swing = arithmetic.swing(found, before)
    back = arithmetic.swing(with_first_two_the_other_way(found), before)
    assert swing is not None
    assert back == pytest.approx(-swing, abs=1e-12)


@given(votes_of_all, votes_of_all)
def test_a_swing_is_half_the_change_of_the_first_twos_lead_in_share(
    now: list[int], then: list[int]
) -> None:
    found = ranked(now)
    before = baseline(dict(zip(PARTIES, then, strict=True)))
    first, second = (one.party for one in found.candidacies[:2])
    lead_now = found.majority / sum(now)
    lead_then = (before.votes[first] - before.votes[second]) / sum(then)
    assert arithmetic.swing(found, before) == pytest.approx((lead_now - lead_then) / 2, abs=1e-12)


@given(votes_of_all)
def test_the_same_votes_again_are_no_change_and_no_swing(votes: list[int]) -> None:
    found = ranked(votes)
    before = baseline(dict(zip(PARTIES, votes, strict=True)))
    assert arithmetic.swing(found, before) == 0
    assert {arithmetic.change(one, found, before) for one in found.candidacies} == {0}


@given(st.lists(st.integers(0, 60_000), min_size=1, max_size=30))
def test_at_most_nineteen_keep_their_deposits_and_the_winner_of_fewer_than_twenty_does(
    votes: list[int],
) -> None:
    kept = [one for one in votes if not arithmetic.loses_deposit(one, sum(votes))]
    assert len(kept) <= 19
    if len(votes) < 20 and any(votes):
        assert max(votes) in kept


def test_an_estimates_small_parties_count_in_its_total() -> None:
    before: Baseline = baseline({LABOUR: 300, GREEN: 200}, total=1_000)
    assert arithmetic.share_before(LABOUR, before) == 0.3
