"""Contests counted together, each sum made once."""

from bot.elections import tally
from bot.elections.count import Before, Count
from bot.elections.result import ContestResult
from tests.elections.making import (
    CONSERVATIVE,
    GREEN,
    LABOUR,
    LIBERAL_DEMOCRAT,
    baseline,
    contest,
)

HELD = ContestResult(
    contest((LABOUR, 500), (CONSERVATIVE, 450), electorate=2_000),
    baseline({LABOUR: 600, CONSERVATIVE: 400}, total=1_010),
)
GAINED = ContestResult(
    contest((LABOUR, 300), (CONSERVATIVE, 200)), baseline({GREEN: 300, LABOUR: 200})
)


def test_a_count_is_what_its_results_come_to() -> None:
    count = Count((HELD, GAINED))
    assert count.by_party == tally.by_party([HELD, GAINED])
    assert count.valid_votes == 1_450
    assert count.polled == tally.polled([HELD, GAINED])
    assert count.gains == tally.gains([HELD, GAINED])
    assert count.changed_hands == 1


def test_a_party_is_found_in_it_even_if_it_only_lost() -> None:
    count = Count((HELD, GAINED))
    green = count.of(GREEN)
    assert green
    assert (green.candidates, green.lost, green.before) == (0, 1, 1)
    assert count.of(LIBERAL_DEMOCRAT) is None


def test_what_was_before_is_of_all_seats_or_not_known() -> None:
    before = Count((HELD, GAINED)).before
    assert before == Before({"labour": 800, "conservative": 400, "green": 300}, 1_510)
    new = ContestResult(contest((LABOUR, 9)), None)
    assert Count((HELD, new)).before is None
    assert Count((new,)).compared_with is None


def test_nothing_is_counted_twice() -> None:
    count = Count((HELD, GAINED))
    assert count.by_party is count.by_party
    assert count.polled is count.polled
