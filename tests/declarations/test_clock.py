"""What the time is, now and on a night long past."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.declarations.clock import NightClock, SystemClock
from bot.errors import TellerError

TEN = datetime(2019, 12, 12, 22, tzinfo=UTC)


class Stopwatch:
    """Real seconds, as many as a test says."""

    def __init__(self) -> None:
        self.seconds = 1_000.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def real() -> Stopwatch:
    return Stopwatch()


def test_the_systems_clock_knows_its_time_zone() -> None:
    before = datetime.now(UTC)
    assert before <= SystemClock().now() <= before + timedelta(minutes=1)
    assert 3_590 < SystemClock().seconds_until(before + timedelta(hours=1)) <= 3_600
    assert SystemClock().seconds_until(before - timedelta(hours=1)) <= -3_600


def test_a_nights_clock_stands_still_until_it_is_set_going(real: Stopwatch) -> None:
    clock = NightClock(TEN, 600, real)
    real.seconds += 100
    assert clock.now() == TEN
    assert clock.seconds_until(TEN + timedelta(minutes=10)) == 1
    clock.begin()
    assert clock.now() == TEN


def test_a_nights_clock_runs_at_its_speed(real: Stopwatch) -> None:
    clock = NightClock(TEN, 600, real)
    clock.begin()
    real.seconds += 3
    assert clock.now() == TEN + timedelta(minutes=30)
    assert clock.seconds_until(TEN + timedelta(hours=1)) == 3
    assert clock.seconds_until(TEN) == -3


def test_a_nights_clock_that_goes_is_not_set_back(real: Stopwatch) -> None:
    clock = NightClock(TEN, 60, real)
    clock.begin()
    real.seconds += 60
    clock.begin()
    assert clock.now() == TEN + timedelta(hours=1)


def test_a_night_can_be_slower_than_it_was(real: Stopwatch) -> None:
    clock = NightClock(TEN, 0.5, real)
    clock.begin()
    real.seconds += 4
    assert clock.now() == TEN + timedelta(seconds=2)
    assert clock.seconds_until(TEN + timedelta(seconds=3)) == 2


def test_a_nights_clock_shows_utc_wherever_it_starts(real: Stopwatch) -> None:
    start = datetime(2024, 7, 4, 23, tzinfo=ZoneInfo("Europe/London"))
    clock = NightClock(start, 1, real)
    assert clock.now() == start
    assert clock.now().tzinfo is UTC


def test_no_speed_leads_out_of_the_calendar(real: Stopwatch) -> None:
    clock = NightClock(TEN, 1e300, real)
    clock.begin()
    real.seconds += 3_600
    assert clock.now().year < 2200
    assert clock.seconds_until(TEN + timedelta(days=3)) < 0


@pytest.mark.parametrize("speed", [0, -1, float("inf"), float("-inf"), float("nan")])
def test_at_other_speeds_no_clock_runs(real: Stopwatch, speed: float) -> None:
    with pytest.raises(TellerError, match=r"at the speed .*: write a number above 0, such as 600"):
        NightClock(TEN, speed, real)
