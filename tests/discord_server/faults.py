"""What goes wrong when it is told to."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from random import Random
from typing import Self

from tests.discord_server import refusals
from tests.discord_server.shapes import Json


class FaultKind(StrEnum):
    """DROP cuts the connection before the message is stored, LOST after it. TOO_MANY_EDITS is for
    messages that are older than an hour.

    TIMEOUT stores nothing and holds the connection. DELAY stores at once and answers late.
    """

    RATE_LIMITED = "429"
    SERVER_ERROR = "500"
    BAD_GATEWAY = "502"
    UNAVAILABLE = "503"
    FORBIDDEN = "403"
    UNKNOWN = "404"
    BAD_FORM = "400"
    TOO_LARGE = "413"
    TOO_MANY_EDITS = "30046"
    TIMEOUT = "timeout"
    DROP = "drop"
    LOST = "lost"
    DELAY = "delay"


_CODES = {
    FaultKind.FORBIDDEN: 50001,
    FaultKind.UNKNOWN: 10003,
    FaultKind.BAD_FORM: 50035,
    FaultKind.TOO_LARGE: 40005,
}


@dataclass(slots=True)
class Fault:
    """Strikes requests under /channels, of one channel or of all, of one method or of any.

    `times` is how often it strikes, None for always; `probability` is rolled with `seed`, so a run
    can be repeated. `retry_after` and `everywhere` are of a 429, `code` of a refusal, `seconds`
    of a delay.
    """

    kind: FaultKind
    channel: int | None = None
    method: str | None = "POST"
    times: int | None = None
    probability: float = 1.0
    seed: int = 0
    code: int | None = None
    retry_after: float = 1.0
    everywhere: bool = False
    seconds: float = 0.0
    hits: int = 0
    _chance: Random = field(default_factory=Random)

    def __post_init__(self) -> None:
        self.kind = FaultKind(self.kind)
        self._chance.seed(self.seed)

    @classmethod
    def of(cls, asked: Json) -> Self:
        return cls(**asked)

    def strikes(self, method: str, channel: int) -> bool:
        if self.channel not in (None, channel) or self.method not in (None, method):
            return False
        if self.times is not None and self.hits >= self.times:
            return False
        if self.probability < 1 and self._chance.random() >= self.probability:
            return False
        self.hits += 1
        return True

    def refusal(self) -> refusals.Refused | None:
        """None where this kind is no answer."""
        if self.kind is FaultKind.RATE_LIMITED:
            return refusals.rate_limited(self.retry_after, everywhere=self.everywhere)
        if self.kind is FaultKind.TOO_MANY_EDITS:
            return refusals.too_many_edits()
        if self.kind in _CODES:
            return refusals.of_code(int(self.kind), self.code or _CODES[self.kind])
        if self.kind.isdigit():
            return refusals.server_error(int(self.kind))
        return None

    def told(self) -> Json:
        return {"kind": self.kind, "channel": self.channel, "hits": self.hits}


@dataclass(frozen=True, slots=True)
class Trouble:
    """What happens to one request: at most one fault, and a delay."""

    fault: Fault | None = None
    delay: float = 0.0


class Faults:
    def __init__(self) -> None:
        self._all: list[Fault] = []

    def __iter__(self) -> Iterator[Fault]:
        return iter(self._all)

    def add(self, fault: Fault) -> None:
        self._all.append(fault)

    def clear(self, channel: int | None = None) -> None:
        """Those of one channel, or every one."""
        self._all = [
            fault for fault in self._all if channel is not None and fault.channel != channel
        ]

    def trouble(self, method: str, channel: int | None) -> Trouble:
        if channel is None or not self._all:
            return Trouble()
        delay = 0.0
        for fault in self._all:
            if not fault.strikes(method, channel):
                continue
            if fault.kind is not FaultKind.DELAY:
                return Trouble(fault, delay)
            delay += fault.seconds
        return Trouble(delay=delay)
