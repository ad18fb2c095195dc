"""A board: one message in a channel that shows how far an election is, kept up as results come."""

import hashlib
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.declarations.subscription import Address

MOST_FOR_A_SERVER = 10
BETWEEN_EDITS = timedelta(seconds=10)
# Discord hardly lets messages be edited that are an hour old; its clock may be ahead of ours.
OLD = timedelta(minutes=59)
SETTLED = timedelta(hours=6)  # without anything new, after which a night that is over rests

_MARK_BYTES = 12


class BoardState(StrEnum):
    """ENDING has still to be taken down."""

    ACTIVE = "active"
    PAUSED = "paused"
    ENDING = "ending"


@dataclass(frozen=True, slots=True)
class Posting:
    """A message that is written down before it is sent, so that it can be sent again unchanged."""

    nonce: str
    payload: str
    written_at: datetime


@dataclass(frozen=True, slots=True)
class Shown:
    """The message that stands there. `mark` is that of the sheet it shows, since `changed_at`."""

    message: int
    posted_at: datetime
    changed_at: datetime
    mark: str


@dataclass(frozen=True, slots=True)
class Board:
    """`owner` is who answers for it. `leaving` is the message before, which is to be deleted.

    `anew` says that somebody wants it at the bottom of the channel. `pinned` is None until that
    was tried, False where it may not be.
    """

    address: Address
    owner: int
    polled_on: date
    state: BoardState
    shown: Shown | None = None
    posting: Posting | None = None
    leaving: int | None = None
    anew: bool = False
    pinned: bool | None = None
    reason: str = ""

    @property
    def channel(self) -> int:
        return self.address.channel


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A picture, as a PNG, and what it shows in words."""

    data: bytes
    alt: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a board is to show. `payload` is the message as JSON, without the picture.

    `mark` tells it from every other. `over` says that nothing more is to be declared.
    """

    payload: str
    picture: Enclosure | None
    mark: str
    over: bool

    def without_picture(self) -> "Sheet":
        return replace(self, picture=None, mark=mark_of(self.payload))


def sheet(payload: str, picture: Enclosure | None = None, *, over: bool = False) -> Sheet:
    return Sheet(payload, picture, mark_of(payload, picture), over)


def mark_of(payload: str, picture: Enclosure | None = None) -> str:
    shown = hashlib.blake2b(payload.encode(), digest_size=_MARK_BYTES)
    if picture:
        shown.update(picture.alt.encode() + picture.data)
    return shown.hexdigest()


class Step(StrEnum):
    """SEND is what was written down before, POST a new message."""

    WAIT = "wait"
    SEND = "send"
    POST = "post"
    EDIT = "edit"
    PIN = "pin"
    CLEAR = "clear"
    END = "end"


def errand(board: Board) -> Step | None:
    """What is to be done whatever the board shows; None where that decides.

    There is never a third message: the old one goes before another takes the new one's place.
    """
    if board.state is BoardState.PAUSED:
        return Step.WAIT
    if board.state is BoardState.ENDING:
        return Step.END
    if board.posting:
        return Step.SEND
    wanted = board.anew or board.shown is None
    if board.leaving and (wanted or board.pinned is not None):
        return Step.CLEAR
    return Step.PIN if not wanted and board.pinned is None else None


def upkeep(board: Board, to_show: Sheet, now: datetime) -> Step:
    """What a board without an errand needs, by the real time, whatever night is played."""
    shown = board.shown
    if shown is None or board.anew:
        return Step.POST
    # A clock that was set back makes nothing new.
    quiet, age = abs(now - shown.changed_at), abs(now - shown.posted_at)
    if shown.mark == to_show.mark or quiet < BETWEEN_EDITS:
        return Step.WAIT
    return Step.POST if age >= OLD and not rests(shown, to_show, now) else Step.EDIT


def rests(shown: Shown, to_show: Sheet, now: datetime) -> bool:
    """Whether it stays where it is: a late correction calls nobody back to the channel."""
    return to_show.over and abs(now - shown.changed_at) >= SETTLED
