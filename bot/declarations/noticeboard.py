"""How boards reach their channels."""

from dataclasses import dataclass
from typing import Protocol

from bot.declarations.board import Board, Enclosure, Posting, Sheet
from bot.declarations.delivery import Outcome


@dataclass(frozen=True, slots=True)
class Vanished:
    """Somebody has deleted the message."""


@dataclass(frozen=True, slots=True)
class TooOld:
    """The message is not to be edited so often any more."""


class Noticeboard(Protocol):
    """None of it raises for whatever the other side answers, or if it does not answer."""

    async def sheet(self, board: Board) -> Sheet:
        """What the board is to show now; without a picture where none was drawn in time."""

    async def find(self, board: Board, posting: Posting) -> Outcome | None:
        """Sent, if it is among the channel's last messages; None if not."""

    async def send(self, channel: int, posting: Posting, picture: Enclosure | None) -> Outcome:
        """The same posting twice, soon after each other, makes one message."""

    async def look(self, channel: int, message: int) -> Outcome | Vanished:
        """Sent, if the message is there still."""

    async def edit(self, channel: int, message: int, sheet: Sheet) -> Outcome | Vanished | TooOld:
        """All of the message is replaced."""

    async def pin(self, channel: int, message: int) -> Outcome | Vanished: ...

    async def remove(self, channel: int, message: int) -> Outcome | Vanished: ...

    async def tell_owner(self, owner: int, channel: int, reason: str) -> None:
        """Tells a person that their board is paused, if they can be told."""
