"""Whose turn it is: channels that are due, first come, first served."""

import heapq
from itertools import count


class Turns:
    """Times are seconds of one monotonic clock. A channel that is out has no turn until it is back.

    A channel stands in the queue once; what is due sooner counts.
    """

    def __init__(self) -> None:
        self._due: dict[int, float] = {}
        self._queue: list[tuple[float, int, int]] = []
        self._out: set[int] = set()
        self._put_off: dict[int, float] = {}
        self._number = count()  # so that of two that are due at once the first to come is first

    def want(self, channel: int, at: float) -> None:
        """The channel is due at that time, or sooner if it was to be sooner.

        One that was put off is not due before then, whatever comes.
        """
        at = max(at, self._put_off.get(channel, at))
        if at >= self._due.get(channel, float("inf")):
            return
        self._due[channel] = at
        if channel not in self._out:
            self._enqueue(channel)

    def take(self, now: float, most: int) -> list[int]:
        """The channels whose turn it is; they are out until `back` is called for them."""
        taken: list[int] = []
        while self._queue and self._queue[0][0] <= now and len(taken) < most:
            at, _, channel = heapq.heappop(self._queue)
            if self._is_current(channel, at):
                del self._due[channel]
                self._put_off.pop(channel, None)
                self._out.add(channel)
                taken.append(channel)
        return taken

    def back(self, channel: int, *, again_at: float | None = None) -> None:
        """The channel's turn is over. `again_at` puts it off until then."""
        self._out.discard(channel)
        if again_at is not None:
            self._due[channel] = self._put_off[channel] = again_at
        if channel in self._due:
            self._enqueue(channel)

    def forget(self, channel: int) -> None:
        self._out.discard(channel)
        self._due.pop(channel, None)
        self._put_off.pop(channel, None)

    @property
    def is_empty(self) -> bool:
        """Whether no channel is due, now or later, and none is out."""
        return not self._out and not self._due

    def next_at(self) -> float | None:
        """When the next channel is due; None while nobody is."""
        while self._queue and not self._is_current(self._queue[0][2], self._queue[0][0]):
            heapq.heappop(self._queue)
        return self._queue[0][0] if self._queue else None

    def _enqueue(self, channel: int) -> None:
        heapq.heappush(self._queue, (self._due[channel], next(self._number), channel))

    def _is_current(self, channel: int, at: float) -> bool:
        """What was put off or brought forward leaves its old place behind."""
        return channel not in self._out and self._due.get(channel) == at
