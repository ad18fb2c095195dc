"""Letters on their way: their pace, their second tries, and what is known of them."""

import asyncio
import logging
import random
import selectors
from bisect import bisect_left
from collections.abc import Coroutine
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.declarations import dispatch
from bot.declarations.delivery import Forbidden, Later, Letter, Outcome, Sent
from bot.declarations.dispatch import (
    LONGEST_DELAY,
    NONCE_LASTS,
    Arrival,
    Dispatch,
    delay_after,
    discords_pace,
)
from tests.declarations.posting import Board

MOST_A_SECOND = 50  # https://discord.com/developers/docs/topics/rate-limits#global-rate-limit
LEAST_A_SECOND = 40
WRITTEN = datetime(2029, 5, 4, 2, 30, tzinfo=UTC)
YOUNG = NONCE_LASTS - timedelta(seconds=1)
OLD = NONCE_LASTS + timedelta(seconds=1)
_A_STEP = 0.00001  # seconds that a step of a program takes


def letter(channel: int = 11) -> Letter:
    return Letter(channel, f"nonce {channel}", '{"seqs": [1]}', 1, WRITTEN)


def crowd(number: int) -> list[Letter]:
    return [letter(channel) for channel in range(number)]


@pytest.fixture
def board() -> Board:
    return Board()


def dispatched(board: Board, age: timedelta = timedelta()) -> Dispatch:
    """Without a pace, that long after all letters were written."""
    return Dispatch(board, None, lambda: WRITTEN + age)


async def outcomes(post: Dispatch, *letters: Letter) -> list[Outcome]:
    await post.send(letters)
    await post.finish()
    return [one.outcome for one in post.arrivals()]


@given(st.integers(0, 6))
def test_the_delay_doubles_and_differs_by_up_to_a_half(attempts: int) -> None:
    delays = {delay_after(attempts) for _ in range(50)}
    whole = min(LONGEST_DELAY, 2.0**attempts)
    assert whole / 2 <= min(delays) < max(delays) <= whole
    assert max(delays) - min(delays) > whole / 10


@given(st.integers(6, 10**9))
def test_the_delay_is_bounded_however_often_it_failed(attempts: int) -> None:
    assert LONGEST_DELAY / 2 <= delay_after(attempts) <= LONGEST_DELAY


@given(st.integers(0, 100), st.floats(0, 10_000))
def test_what_the_other_side_asked_for_is_waited_and_the_delay_besides(
    attempts: int, wait: float
) -> None:
    assert wait + 0.5 <= delay_after(attempts, wait) <= wait + LONGEST_DELAY


class Passing(selectors.SelectSelector):
    """Lets the time pass instead of waiting for it, and up to `late` seconds more."""

    def __init__(self, late: float) -> None:
        super().__init__()
        self.now = 0.0
        self._late = late
        self._chance = random.Random(1)  # noqa: S311 (the same on every run)

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        self.now += _A_STEP
        if timeout:
            self.now += timeout + self._chance.uniform(0, self._late)
        return super().select(0)


class PassingLoop(asyncio.SelectorEventLoop):
    def __init__(self, late: float) -> None:
        self._passing = Passing(late)
        super().__init__(self._passing)

    def time(self) -> float:
        return self._passing.now


def played(work: Coroutine[Any, Any, None], late: float = 0.0) -> None:
    """Runs it as fast as it can be computed; the loop's clock shows what it would have taken."""
    with asyncio.Runner(loop_factory=lambda: PassingLoop(late)) as runner:
        runner.run(work)


class Stopwatch(Board):
    """Notes when each request began; each takes a fifth of a second."""

    def __init__(self) -> None:
        super().__init__()
        self.began: list[float] = []

    async def send(self, letter: Letter) -> Outcome:
        await self._request()
        return await super().send(letter)

    async def find(self, letter: Letter) -> Outcome | None:
        await self._request()
        return await super().find(letter)

    async def _request(self) -> None:
        self.began.append(asyncio.get_running_loop().time())
        await asyncio.sleep(0.2)

    def busiest_second(self) -> int:
        ends = [bisect_left(self.began, start + 1.0) for start in self.began]
        return max(end - number for number, end in enumerate(ends))

    def a_second(self) -> float:
        return (len(self.began) - 1) / (self.began[-1] - self.began[0])


@pytest.mark.parametrize("late", [0.0, 0.01, 0.05], ids=["quick", "busy", "very busy"])
def test_as_many_as_discord_allows_and_never_more(late: float) -> None:
    """Ten seconds of letters, however late a busy machine wakes up."""
    watch = Stopwatch()
    played(Dispatch(watch, discords_pace(), lambda: WRITTEN).send(crowd(450)), late)
    assert watch.busiest_second() <= MOST_A_SECOND
    assert watch.a_second() >= LEAST_A_SECOND


@pytest.mark.parametrize("pause", [0.05, 0.3, 0.9, 1.0, 5.0])
def test_after_a_pause_no_second_has_more_either(pause: float) -> None:
    watch = Stopwatch()
    post = Dispatch(watch, discords_pace(), lambda: WRITTEN)

    async def in_bursts() -> None:
        for _ in range(6):
            await post.send(crowd(47))
            await asyncio.sleep(pause)

    played(in_bursts())
    assert len(watch.began) == 6 * 47
    assert watch.busiest_second() <= MOST_A_SECOND


def test_looking_for_a_letter_counts_as_well_as_sending_it() -> None:
    watch = Stopwatch()
    post = Dispatch(watch, discords_pace(), lambda: WRITTEN + OLD)

    async def look_and_send() -> None:
        await post.send(crowd(100))
        await post.finish()

    played(look_and_send())
    assert (len(watch.looked), len(watch.tried)) == (100, 100)
    assert watch.busiest_second() <= MOST_A_SECOND
    assert watch.a_second() >= LEAST_A_SECOND


async def test_a_young_letter_is_sent_unseen(board: Board) -> None:
    assert await outcomes(dispatched(board, YOUNG), letter()) == [Sent(1)]
    assert (board.looked, board.posted[11]) == ([], [[1]])


@pytest.mark.parametrize("age", [OLD, timedelta(days=300), -OLD, -timedelta(days=300)], ids=str)
async def test_an_old_letter_that_arrived_is_not_sent_again(board: Board, age: timedelta) -> None:
    """Also one that only looks young, or not written yet, since the clock was set back."""
    await outcomes(dispatched(board), letter())
    board.forgetful = True
    assert await outcomes(dispatched(board, age), letter()) == [Sent(1)]
    assert (board.looked, board.posted[11]) == ([letter()], [[1]])


async def test_an_old_letter_that_did_not_arrive_is_sent(board: Board) -> None:
    assert await outcomes(dispatched(board, OLD), letter()) == [Sent(1)]
    assert (board.looked, board.tried, board.posted[11]) == ([letter()], [letter()], [[1]])


async def test_a_clock_that_was_set_back_a_little_makes_nothing_old(board: Board) -> None:
    await outcomes(dispatched(board, -YOUNG), letter())
    assert (board.looked, board.posted[11]) == ([], [[1]])


async def test_where_nobody_may_look_nothing_is_sent(board: Board) -> None:
    class Closed(Board):
        async def find(self, letter: Letter) -> Outcome | None:
            return Forbidden("Missing Access")

    closed = Closed()
    assert await outcomes(dispatched(closed, OLD), letter()) == [Forbidden("Missing Access")]
    assert closed.tried == []


@pytest.mark.parametrize("age", [YOUNG, OLD], ids=["sending", "looking"])
async def test_a_fault_is_logged_and_the_letter_tried_again_later(
    age: timedelta, caplog: pytest.LogCaptureFixture
) -> None:
    class Faulty(Board):
        async def send(self, letter: Letter) -> Outcome:
            self._fail(letter)
            return await super().send(letter)

        async def find(self, letter: Letter) -> Outcome | None:
            self._fail(letter)
            return None

        def _fail(self, letter: Letter) -> None:
            if letter.channel == 11:
                raise ZeroDivisionError("a fault")

    with caplog.at_level(logging.ERROR):
        said = await outcomes(dispatched(Faulty(), age), letter(11), letter(12))
    assert said == [Later("ZeroDivisionError"), Sent(1)]
    [line] = caplog.records
    assert line.getMessage() == "A message could not be sent to channel 11"
    assert line.exc_text
    assert "a fault" in line.exc_text


async def test_what_became_of_each_letter_is_handed_out_once(board: Board) -> None:
    post = dispatched(board)
    assert not post.news.is_set()
    await post.send(crowd(3))
    await post.finish()
    assert post.news.is_set()

    assert post.arrivals() == [Arrival(letter(n), Sent(n + 1)) for n in range(3)]
    assert not post.news.is_set()
    assert post.arrivals() == []


async def test_what_could_not_be_written_down_is_handed_out_again_first(board: Board) -> None:
    post = dispatched(board)
    await post.send(crowd(2))
    await post.finish()
    first = post.arrivals()
    await post.send([letter(2)])
    await post.finish()
    post.hand_back(first)

    assert [one.letter.channel for one in post.arrivals()] == [0, 1, 2]
    assert post.arrivals() == []


async def test_nobody_waits_for_answers_but_who_wants_to_finish(board: Board) -> None:
    board.gate = asyncio.Event()
    post = dispatched(board)
    async with asyncio.timeout(5):
        await post.send(crowd(20))
        await post.finish(0.05)
    assert (len(board.tried), post.arrivals()) == (20, [])

    board.gate.set()
    await post.finish()
    assert len(post.arrivals()) == 20


async def test_only_so_many_letters_are_on_their_way_at_once(
    board: Board, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dispatch, "MOST_IN_FLIGHT", 3)
    board.gate = asyncio.Event()
    post = dispatched(board)
    sending = asyncio.create_task(post.send(crowd(10)))
    await asyncio.sleep(0.05)
    assert len(board.tried) == 3

    board.gate.set()
    await sending
    await post.finish()
    assert [one.letter.channel for one in post.arrivals()] == list(range(10))
