"""What a feed is: an adapter that turns the answers of one source into what it says of contests."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from bot.declarations.declaration import Report
from bot.declarations.feeds.wire import Wire

Memory = Mapping[str, str]
"""What a feed wants to know again at its next poll, whatever crashes in between."""


class Word(StrEnum):
    """What is said of a contest.

    A RESULT has the votes of every candidate. A WINNER is named before the votes are known, and is
    no result: the report's one elected candidate is meant, and votes may be None. A RECOUNT is
    under way: whoever was named may not have won. RETRACTED takes back whatever the same feed
    said. STANDING says who is nominated, without any votes.
    """

    RESULT = "result"
    WINNER = "winner"
    RECOUNT = "recount"
    RETRACTED = "retracted"
    STANDING = "standing"


@dataclass(frozen=True, slots=True)
class Bulletin:
    """What a source says of one contest now; it replaces what it said before.

    `text` is what came, kept where it is refused. Of two bulletins of one feed on one contest, one
    with a lower `order` is the older one, whichever comes first; 0 where the source has no order.
    """

    word: Word
    report: Report
    text: str
    order: int = 0


@dataclass(frozen=True, slots=True)
class Misread:
    """What came and could not be read, with the reason for an operator."""

    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Haul:
    """What one poll brought, in order.

    `memory` holds the keys that changed, with an empty value for a key that is to be forgotten. It
    is kept only after everything in the haul is: what a crash cuts off comes again. `trouble` says
    what did not work although something did, and `wait` for how many seconds the source wants to
    be left alone.
    """

    items: tuple[Bulletin | Misread, ...] = ()
    memory: Memory = field(default_factory=dict)
    trouble: str = ""
    wait: float | None = None


class Feed(Protocol):
    """Without a state of its own: what it says follows from the wire's answers, its memory and
    the time alone, so that a recording of them can be played."""

    @property
    def name(self) -> str:
        """As TELLER_FEEDS has it."""

    @property
    def source(self) -> str:
        """Who says so, as people are to read it: "Democracy Club"."""

    @property
    def interval(self) -> float:
        """Seconds from one poll to the next; 0 for a feed that is told, and never asks."""

    async def poll(self, wire: Wire, memory: Memory, now: datetime) -> Haul:
        """What is new since the poll that left the memory. Raises Unanswered where the source
        cannot be asked or says nothing that makes sense; then nothing is remembered."""
