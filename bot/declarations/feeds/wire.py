"""A wire: the one way in which feeds ask for anything, so that all answers can be recorded."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol


class Unanswered(Exception):
    """The source did not answer as it should. The message is a sentence for an operator.

    `wait` is for how many seconds the source wants to be left alone, None where it does not say.
    """

    def __init__(self, reason: str, wait: float | None = None) -> None:
        super().__init__(reason)
        self.wait = wait


@dataclass(frozen=True, slots=True)
class Answer:
    """What came for one question. `status` is HTTP's; of a folder it is 200, or 404 for a file
    that is not there. The names of `headers` are lower case."""

    status: int
    body: bytes
    headers: Mapping[str, str] = field(default_factory=dict)


class Wire(Protocol):
    async def ask(self, address: str, query: Mapping[str, str] | None = None) -> Answer:
        """The answer, whatever its status.

        Of a web site `address` is a path such as /api/next/results/; of a folder it is "" for a
        list of what is in it (see `listing`), or a file's name. Raises Unanswered where none came
        in time, or one that is too long, or one that leads elsewhere.
        """


@dataclass(frozen=True, slots=True)
class Listed:
    """A file in a folder. `changed` is when, in nanoseconds of the folder's own clock."""

    name: str
    size: int
    changed: int


_OK, _MOVED, _BAD = 200, 300, 400
_TEAPOT, _TOO_MANY, _BROKEN = 418, 429, 500
_LONGEST_WAIT = 3600.0  # seconds; no source is left alone for longer because it says so
_SHOWN = 80


def body_of(answer: Answer) -> bytes:
    """What a web site said. Raises Unanswered, which tells an operator what it did instead."""
    status = answer.status
    if status == _OK:
        return answer.body
    wait = _retry_after(answer)
    if _MOVED <= status < _BAD:
        where = "".join(filter(str.isprintable, answer.headers.get("location", "")))[:_SHOWN]
        raise Unanswered(f"it leads elsewhere ({where or 'nowhere'}), which is not followed.", wait)
    if status == _TOO_MANY:
        raise Unanswered("it was asked too often (429).", wait)
    if status == _TEAPOT:
        raise Unanswered("it refuses our User-Agent (418): set TELLER_CONTACT.", wait)
    if status >= _BROKEN:
        raise Unanswered(f"it is out of order ({status}).", wait)
    raise Unanswered(f"it refuses the question ({status}).", wait)


def _retry_after(answer: Answer) -> float | None:
    """Seconds; the header can hold a day and time as well, which nobody here sends."""
    text = answer.headers.get("retry-after", "").strip()
    if not (text.isascii() and text.isdecimal()):
        return None
    return min(float(text), _LONGEST_WAIT)
