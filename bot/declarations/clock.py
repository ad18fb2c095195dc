"""What the time is: now, or on a night long past."""

import math
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Protocol

from bot.errors import TellerError

# No night is played for so long, and no speed leads out of the calendar.
_LONGEST = 100 * 365 * 24 * 3600.0  # seconds


class Clock(Protocol):
    def now(self) -> datetime:
        """In UTC, and it says so."""

    def seconds_until(self, moment: datetime) -> float:
        """Real seconds until the clock shows it; negative where that was before."""


class SystemClock:
    def now(self) -> datetime:
        return datetime.now(UTC)

    def seconds_until(self, moment: datetime) -> float:
        return (moment - self.now()).total_seconds()


class NightClock:
    """Shows `start` until it is set going, and then runs at `speed` times real time.

    `monotonic` counts real seconds. Raises TellerError where no clock can run at that speed.
    """

    def __init__(self, start: datetime, speed: float, monotonic: Callable[[], float]) -> None:
        if not (math.isfinite(speed) and speed > 0):
            raise TellerError(
                f"No night can be replayed at the speed {speed:g}: write a number above 0, "
                "such as 600."
            )
        self._start = start.astimezone(UTC)
        self._speed = speed
        self._monotonic = monotonic
        self._began: float | None = None

    def begin(self) -> None:
        """Set it going, once: it does not go back."""
        if self._began is None:
            self._began = self._monotonic()

    def now(self) -> datetime:
        return self._start + timedelta(seconds=min(self._elapsed() * self._speed, _LONGEST))

    def seconds_until(self, moment: datetime) -> float:
        # Counted from the start: the difference of two rounded times could hide a last moment.
        return (moment - self._start).total_seconds() / self._speed - self._elapsed()

    def _elapsed(self) -> float:
        """Real seconds."""
        return 0.0 if self._began is None else self._monotonic() - self._began
