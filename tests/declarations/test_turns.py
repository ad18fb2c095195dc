"""Whose turn it is: first come, first served, and nobody starves."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    MultipleResults,
    RuleBasedStateMachine,
    consumes,
    invariant,
    multiple,
    rule,
)

from bot.declarations.turns import Turns

ONE, TWO, THREE = 1, 2, 3
ALL = 1000


@pytest.fixture
def turns() -> Turns:
    return Turns()


def test_who_was_due_first_comes_first_and_of_two_at_once_who_came_first(turns: Turns) -> None:
    turns.want(THREE, 5.0)
    turns.want(TWO, 5.0)
    turns.want(ONE, 4.0)
    assert turns.take(9.0, 2) == [ONE, THREE]
    assert turns.take(9.0, 2) == [TWO]


def test_nobody_has_a_turn_before_they_are_due(turns: Turns) -> None:
    turns.want(ONE, 5.0)
    assert (turns.take(4.9, ALL), turns.next_at()) == ([], 5.0)
    assert (turns.take(5.0, ALL), turns.next_at()) == ([ONE], None)


def test_what_is_due_sooner_counts(turns: Turns) -> None:
    turns.want(ONE, 5.0)
    turns.want(ONE, 9.0)
    turns.want(ONE, 3.0)
    assert turns.next_at() == 3.0
    assert turns.take(3.0, ALL) == [ONE]
    turns.back(ONE)
    assert (turns.take(100.0, ALL), turns.is_empty) == ([], True)


def test_a_channel_that_is_out_has_no_turn_until_it_is_back(turns: Turns) -> None:
    turns.want(ONE, 1.0)
    turns.take(1.0, ALL)
    turns.want(ONE, 2.0)
    assert (turns.take(9.0, ALL), turns.next_at()) == ([], None)
    turns.back(ONE)
    assert (turns.next_at(), turns.take(9.0, ALL)) == (2.0, [ONE])


def test_a_channel_that_was_put_off_is_not_due_before_whatever_comes(turns: Turns) -> None:
    turns.want(ONE, 1.0)
    turns.take(1.0, ALL)
    turns.want(ONE, 2.0)
    turns.back(ONE, again_at=30.0)
    turns.want(ONE, 3.0)
    assert (turns.take(29.9, ALL), turns.next_at()) == ([], 30.0)
    assert turns.take(30.0, ALL) == [ONE]


def test_once_it_had_that_turn_a_channel_is_not_put_off_any_more(turns: Turns) -> None:
    turns.want(ONE, 1.0)
    turns.take(1.0, ALL)
    turns.back(ONE, again_at=30.0)
    turns.take(30.0, ALL)
    turns.want(ONE, 2.0)
    turns.back(ONE)
    assert turns.take(30.0, ALL) == [ONE]


def test_what_was_brought_forward_leaves_no_second_turn_behind(turns: Turns) -> None:
    turns.want(ONE, 5.0)
    turns.want(ONE, 3.0)
    assert turns.take(3.0, ALL) == [ONE]
    turns.want(ONE, 5.0)
    assert turns.take(5.0, ALL) == []


def test_what_was_brought_forward_and_put_off_is_not_due_at_its_old_time(turns: Turns) -> None:
    turns.want(ONE, 5.0)
    turns.want(ONE, 3.0)
    turns.take(3.0, ALL)
    turns.back(ONE, again_at=30.0)
    assert (turns.take(29.9, ALL), turns.next_at()) == ([], 30.0)


def test_a_channel_that_is_put_off_holds_up_nobody(turns: Turns) -> None:
    for channel in (ONE, TWO, THREE):
        turns.want(channel, 1.0)
    assert turns.take(1.0, 1) == [ONE]
    turns.back(ONE, again_at=1.5)
    assert turns.take(2.0, ALL) == [TWO, THREE, ONE]


def test_a_channel_that_is_forgotten_has_no_turn_until_it_is_wanted_again(turns: Turns) -> None:
    turns.want(ONE, 1.0)
    turns.take(1.0, ALL)
    turns.back(ONE, again_at=30.0)
    turns.forget(ONE)
    assert (turns.is_empty, turns.next_at(), turns.take(99.0, ALL)) == (True, None, [])
    turns.want(ONE, 2.0)
    assert turns.take(2.0, ALL) == [ONE]


def test_a_channel_that_is_forgotten_while_it_is_out_need_not_come_back(turns: Turns) -> None:
    turns.want(ONE, 1.0)
    turns.take(1.0, ALL)
    turns.want(ONE, 2.0)
    turns.forget(ONE)
    assert turns.is_empty
    turns.back(ONE)
    assert (turns.is_empty, turns.take(99.0, ALL)) == (True, [])


def test_it_is_empty_only_when_nobody_is_due_or_out(turns: Turns) -> None:
    assert turns.is_empty
    turns.want(ONE, 99.0)
    assert not turns.is_empty
    turns.take(99.0, ALL)
    assert not turns.is_empty
    turns.back(ONE)
    assert turns.is_empty


@given(st.integers(1, 30), st.integers(1, 7), st.integers(1, 5))
def test_channels_that_always_have_more_to_hear_go_round(
    number: int, most: int, rounds: int
) -> None:
    turns, served = Turns(), list[int]()
    for channel in range(number):
        turns.want(channel, 0.0)
    while len(served) < number * rounds:
        taken = turns.take(float(len(served)), most)
        for channel in taken:
            turns.want(channel, float(len(served)))
            turns.back(channel)
        served += taken
    assert served[: number * rounds] == list(range(number)) * rounds


class Night(RuleBasedStateMachine):
    """Channels that are wanted, taken, come back, are put off and forgotten, as time passes.

    `due` is when each should have its turn, `floor` until when it was put off.
    """

    def __init__(self) -> None:
        super().__init__()
        self.turns = Turns()
        self.now = 0
        self.due: dict[int, int] = {}
        self.floor: dict[int, int] = {}
        self.out_: set[int] = set()
        self.waiting: dict[int, Counter[int]] = {}

    out: Bundle[int] = Bundle("out")
    channels = st.integers(1, 6)

    @rule(channel=channels, wait=st.integers(0, 6))
    def want(self, channel: int, wait: int) -> None:
        at = max(self.now + wait, self.floor.get(channel, 0))
        self.due[channel] = min(at, self.due.get(channel, at))
        self.turns.want(channel, float(self.now + wait))

    @rule(seconds=st.integers(1, 5))
    def time_passes(self, seconds: int) -> None:
        self.now += seconds

    @rule(target=out, most=st.integers(1, 4))
    def take(self, most: int) -> MultipleResults[int]:
        ready = [one for one, at in self.due.items() if at <= self.now and one not in self.out_]
        taken = self.turns.take(float(self.now), most)
        assert sorted(taken, key=lambda one: self.due[one]) == taken
        assert set(taken) <= set(ready)
        assert len(taken) == min(most, len(ready))
        left = set(ready) - set(taken)
        assert all(self.due[one] >= self.due[taken[-1]] for one in left)
        self._nobody_starves(taken, left)
        for channel in taken:
            del self.due[channel]
            self.floor.pop(channel, None)
            self.out_.add(channel)
        return multiple(*taken)

    def _nobody_starves(self, taken: list[int], left: set[int]) -> None:
        """While somebody is due and waits, nobody else has two turns."""
        for channel in left:
            others = self.waiting.setdefault(channel, Counter())
            others.update(taken)
            assert max(others.values(), default=0) <= 1
        for channel in taken:
            self.waiting.pop(channel, None)

    @rule(channel=consumes(out))
    def come_back(self, channel: int) -> None:
        self.out_.discard(channel)
        self.turns.back(channel)

    @rule(channel=consumes(out), wait=st.integers(1, 6))
    def come_back_to_be_put_off(self, channel: int, wait: int) -> None:
        self.out_.discard(channel)
        self.due[channel] = self.floor[channel] = self.now + wait
        self.turns.back(channel, again_at=float(self.now + wait))

    @rule(channel=consumes(out))
    def be_gone(self, channel: int) -> None:
        self.out_.discard(channel)
        self.due.pop(channel, None)
        self.turns.forget(channel)

    @invariant()
    def is_empty_when_nobody_is_left(self) -> None:
        assert self.turns.is_empty == (not self.due and not self.out_)

    @invariant()
    def knows_who_is_next(self) -> None:
        queued = [at for one, at in self.due.items() if one not in self.out_]
        assert self.turns.next_at() == min(queued, default=None)


TestNight = Night.TestCase
TestNight.settings = settings(max_examples=60, stateful_step_count=60, deadline=None)
