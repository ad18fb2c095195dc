"""What a test reads from the fake."""

from collections.abc import Mapping
from dataclasses import dataclass

from tests.discord_server.shapes import Json


@dataclass(frozen=True, slots=True)
class Message:
    """`received` is in seconds since 1970, `resent` the times that it was sent again with its
    nonce, `edits` how often it was changed, `shape` what it is now, `answers` the interaction that
    it belongs to.
    """

    id: int
    channel: int
    author: int
    received: float
    nonce: str | int | None
    payload: Json
    resent: int
    edits: int
    shape: Json
    answers: int | None

    @property
    def content(self) -> str:
        return self.payload.get("content") or ""


@dataclass(frozen=True, slots=True)
class Counts:
    """`statuses` and `routes` (as in "POST /channels/{id}/messages") count; `unanswered` are those
    whose connection was cut; `busiest_second` is without interactions.
    """

    requests: int
    statuses: Mapping[str, int]
    routes: Mapping[str, int]
    unanswered: int
    busiest_second: int

    @property
    def succeeded(self) -> int:
        return sum(count for status, count in self.statuses.items() if status.startswith("2"))

    @property
    def limited(self) -> int:
        return self.statuses.get("429", 0)


@dataclass(frozen=True, slots=True)
class Answer:
    """`response` is the first answer as it was sent, `message` the message as it is now."""

    id: int
    response: Json
    answered_after: float
    message: Json | None
    edits: tuple[Json, ...]
    follow_ups: tuple[Json, ...]

    @property
    def content(self) -> str:
        return str(self.message["content"]) if self.message else ""

    @property
    def choices(self) -> list[Json]:
        return list((self.response.get("data") or {}).get("choices") or [])


@dataclass(frozen=True, slots=True)
class GatewayState:
    """`ready` sessions are connected and were told everything there is."""

    ready: int
    identified: int
    resumed: int
