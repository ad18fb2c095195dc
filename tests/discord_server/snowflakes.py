"""Ids that carry the time at which they were made.

https://discord.com/developers/docs/reference#snowflakes
"""

import time
from datetime import UTC, datetime

_EPOCH = 1_420_070_400_000  # milliseconds
_TIME_BITS = 22


class Snowflakes:
    """Each id is greater than the one before."""

    def __init__(self) -> None:
        self._last = 0

    def next(self) -> int:
        now = (int(time.time() * 1000) - _EPOCH) << _TIME_BITS
        self._last = max(self._last + 1, now)
        return self._last


def timestamp(snowflake: int) -> str:
    seconds = ((snowflake >> _TIME_BITS) + _EPOCH) / 1000
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="microseconds")


def shard_of(guild: int, shards: int) -> int:
    """https://discord.com/developers/docs/events/gateway#sharding"""
    return (guild >> _TIME_BITS) % shards
