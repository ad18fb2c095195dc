"""How often the bot asked, and what it was told."""

import time
from collections import Counter, deque

from tests.discord_server.shapes import Json

_SECOND = 1.0


class Counts:
    """Interactions and their follow-ups are exempt from the limit, so `busiest_second`, the most
    requests in any one second, is without them.
    """

    def __init__(self) -> None:
        self._statuses: Counter[int] = Counter()
        self._routes: Counter[str] = Counter()
        self._recent: deque[float] = deque()
        self._busiest_second = self._unanswered = 0

    def asked(self, route: str, *, exempt: bool) -> None:
        self._routes[route] += 1
        if exempt:
            return
        now = time.monotonic()
        self._recent.append(now)
        while now - self._recent[0] >= _SECOND:
            self._recent.popleft()
        self._busiest_second = max(self._busiest_second, len(self._recent))

    def answered(self, status: int) -> None:
        self._statuses[status] += 1

    def cut(self) -> None:
        self._unanswered += 1

    def told(self) -> Json:
        return {
            "requests": self._routes.total(),
            "statuses": {str(status): count for status, count in self._statuses.items()},
            "routes": dict(self._routes),
            "unanswered": self._unanswered,
            "busiest_second": self._busiest_second,
        }
