"""Contests counted together."""

from dataclasses import replace

import pytest

from bot.elections import tally
from bot.elections.result import ContestResult
from tests.elections.making import (
    CONSERVATIVE,
    GREEN,
    INDEPENDENT,
    LABOUR,
    baseline,
    candidacy,
    contest,
)

HELD = ContestResult(
    contest((LABOUR, 500), (CONSERVATIVE, 450), (GREEN, 50), electorate=2_000, rejected_votes=10),
    baseline({LABOUR: 600, CONSERVATIVE: 400}),
)
GAINED = ContestResult(
    contest((LABOUR, 300), (CONSERVATIVE, 200), electorate=1_000),
    baseline({CONSERVATIVE: 300, LABOUR: 200}),
)
ABANDONED = ContestResult(
    contest((CONSERVATIVE, 90), (LABOUR, 10)), baseline({GREEN: 60, CONSERVATIVE: 40})
)


def test_seats_votes_and_places_are_added_up_most_seats_first() -> None:
    labour, conservative, green = tally.by_party([HELD, GAINED, ABANDONED])
    assert (labour.seats, labour.votes, labour.candidates, labour.seconds) == (2, 810, 3, 1)
    assert (conservative.seats, conservative.votes, conservative.seconds) == (1, 740, 2)
    assert (green.seats, green.votes, green.candidates) == (0, 50, 1)


def test_exactly_one_twentieth_loses_the_deposit() -> None:
    green = next(one for one in tally.by_party([HELD]) if one.party == GREEN)
    assert green.lost_deposits == 1
    assert tally.lost_deposits(HELD.contest) == 1
    assert tally.lost_deposits(contest((LABOUR, 950), (GREEN, 51))) == 0


def test_gains_and_losses_follow_the_outcome_even_where_a_party_did_not_stand_again() -> None:
    labour, conservative, green = tally.by_party([HELD, GAINED, ABANDONED])
    assert (labour.gained, labour.lost, labour.net) == (1, 0, 1)
    assert (conservative.gained, conservative.lost, conservative.net) == (1, 1, 0)
    assert (green.gained, green.lost, green.net) == (0, 1, -1)


def test_what_a_party_held_before_and_its_net_change_make_its_seats() -> None:
    labour, conservative, green = tally.by_party([HELD, GAINED, ABANDONED])
    assert [one.before for one in (labour, conservative, green)] == [1, 1, 1]
    assert [one.before + one.net for one in (labour, conservative, green)] == [2, 1, 0]


def test_a_party_is_called_what_most_of_its_ballot_papers_did() -> None:
    brexit = [replace(one, ballot_party="The Brexit Party") for one in HELD.contest.candidacies]
    then = ContestResult(replace(HELD.contest, candidacies=tuple(brexit)), HELD.before)
    assert tally.by_party([then, then, GAINED])[0].printed == "The Brexit Party"
    assert tally.by_party([then, GAINED, ABANDONED])[0].printed == "Labour"
    gone = ContestResult(contest((LABOUR, 9)), baseline({GREEN: 5}))
    assert tally.by_party([gone])[1].printed == ""


def test_of_no_contest_there_is_nobody() -> None:
    assert tally.by_party([]) == ()


def test_gains_are_told_from_whom_most_first() -> None:
    first, second = tally.gains([HELD, GAINED, GAINED, ABANDONED])
    assert (first.gainer, first.loser, first.seats) == (LABOUR, CONSERVATIVE, 2)
    assert (second.gainer, second.loser, second.seats) == (CONSERVATIVE, GREEN, 1)


def test_one_independent_gains_from_another() -> None:
    before = baseline({INDEPENDENT: 60, LABOUR: 40})
    another = contest((LABOUR, 1))
    another = replace(another, candidacies=(candidacy(INDEPENDENT, 9, "somebody-else"),))
    (flow,) = tally.gains([ContestResult(another, before)])
    assert (flow.gainer, flow.loser, flow.seats) == (INDEPENDENT, INDEPENDENT, 1)


def test_turnout_is_of_all_voters_together_and_only_of_seats_that_are_known() -> None:
    polled = tally.polled([HELD, GAINED, ABANDONED])
    assert (polled.valid_votes, polled.electorate, polled.rejected) == (1_600, 3_000, 10)
    assert (polled.without_electorate, polled.without_rejected) == (1, 2)
    assert polled.turnout_of_valid_votes == 1_500 / 3_000
    assert polled.turnout_of_all_ballots == 1_010 / 2_000


def test_what_nobody_published_is_not_nought() -> None:
    polled = tally.polled([ABANDONED])
    assert (polled.electorate, polled.rejected) == (None, None)
    assert (polled.turnout_of_valid_votes, polled.turnout_of_all_ballots) == (None, None)
    assert tally.ballots(ABANDONED.contest) is None
    assert tally.ballots(HELD.contest) == 1_010


def test_a_swing_says_from_whom_to_whom() -> None:
    swing = tally.swing(HELD)
    assert swing
    assert (swing.loser, swing.gainer) == (LABOUR, CONSERVATIVE)
    assert swing.size == pytest.approx(0.075)  # Labour 60 to 50%, the Conservatives 40 to 45%
    back = tally.swing(GAINED)
    assert back
    assert (back.loser, back.gainer) == (CONSERVATIVE, LABOUR)
    assert back.size == pytest.approx(0.2)


def test_there_is_no_swing_or_lead_with_nothing_to_compare() -> None:
    alone = contest((LABOUR, 9))
    assert tally.swing(ContestResult(alone, None)) is None
    assert tally.swing(ABANDONED) is None
    assert tally.lead(alone) is None
    assert tally.lead(HELD.contest) == 0.05
