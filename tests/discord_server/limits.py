"""How much Discord takes at once.

https://discord.com/developers/docs/topics/rate-limits
"""

import time
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass

from tests.discord_server import refusals

_SECOND = 1.0
# One name for all channels: what the limit is kept by is the name and the channel.
_BUCKET = "80c17d2f203122d936070c88c8d10f33"
_NONE: Mapping[str, str] = {}


@dataclass(slots=True)
class _Window:
    opened: float
    used: int = 0


class Limits:
    """`per_second` is over all requests that are not exempt, `per_channel` over the messages posted
    to one channel in `channel_seconds`. None is no limit.
    """

    def __init__(
        self,
        per_second: int | None = None,
        per_channel: int | None = None,
        channel_seconds: float = 5.0,
    ) -> None:
        self.per_second, self.per_channel = per_second, per_channel
        self.channel_seconds = channel_seconds
        self._recent: deque[float] = deque()
        self._windows: dict[int, _Window] = {}

    def enter(self) -> None:
        """Raises Refused where there were as many as may be in the second before now."""
        if self.per_second is None:
            return
        now = time.monotonic()
        while self._recent and now - self._recent[0] >= _SECOND:
            self._recent.popleft()
        if len(self._recent) >= self.per_second:
            wait = self._recent[0] + _SECOND - now
            raise refusals.rate_limited(wait, everywhere=True)
        self._recent.append(now)

    def enter_channel(self, channel: int) -> Mapping[str, str]:
        """The headers that tell how much is left. Raises Refused where nothing is."""
        if self.per_channel is None:
            return _NONE
        now = time.monotonic()
        window = self._windows.get(channel)
        if window is None or now - window.opened >= self.channel_seconds:
            window = self._windows[channel] = _Window(now)
        wait = window.opened + self.channel_seconds - now
        if window.used >= self.per_channel:
            raise refusals.rate_limited(wait, everywhere=False, headers=self._headers(0, wait))
        window.used += 1
        return self._headers(self.per_channel - window.used, wait)

    def _headers(self, remaining: int, wait: float) -> Mapping[str, str]:
        return {
            "X-RateLimit-Limit": str(self.per_channel),
            "X-RateLimit-Remaining": str(remaining),
            "X-RateLimit-Reset": f"{time.time() + wait:.3f}",
            "X-RateLimit-Reset-After": f"{wait:.3f}",
            "X-RateLimit-Bucket": _BUCKET,
        }
