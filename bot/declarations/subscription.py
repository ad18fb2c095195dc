"""A subscription: which contests a channel wants to hear about, when and how."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum, StrEnum

MOST_FOR_A_SERVER, MOST_FOR_A_PERSON = 50, 10


class TargetKind(StrEnum):
    """What is subscribed to. A party means its gains and losses, whatever events are wanted."""

    EVERYTHING = "everything"
    AREA = "area"
    CONSTITUENCY = "constituency"
    PARTY = "party"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Target:
    """`key` is an area's name, a constituency's code or an id; empty for everything."""

    kind: TargetKind
    key: str
    name: str


EVERYTHING = Target(TargetKind.EVERYTHING, "", "every constituency")


class Events(StrEnum):
    EVERY = "every"
    CHANGES = "changes"


class Style(IntEnum):
    """The minutes between digests; none where each declaration is told as it comes."""

    EACH = 0
    FIVE = 5
    QUARTER = 15
    HOUR = 60


def next_digest(recorded_at: datetime, style: Style) -> datetime:
    """When a digest tells what was recorded at that time.

    Digests go out as the clock reaches multiples of their minutes: a restart changes nothing.
    """
    seconds = style * 60
    into_it = recorded_at.timestamp() % seconds
    return recorded_at + timedelta(seconds=seconds - into_it)


@dataclass(frozen=True, slots=True)
class Address:
    """Where messages go. `server` is None for a person's direct messages."""

    channel: int
    server: int | None = None


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody asks for; `named` also asks for winners named before the votes are known."""

    target: Target
    events: Events = Events.EVERY
    style: Style = Style.EACH
    named: bool = False


@dataclass(frozen=True, slots=True)
class Subscription:
    """A wish that is kept. `since` is the journal's last entry at the time: it hears later ones."""

    id: int
    address: Address
    owner: int
    wish: Wish
    since: int
    created_at: datetime


class ChannelState(StrEnum):
    ACTIVE = "active"
    PAUSED = "paused"


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a channel stands: how many entries wait for it, and why, if it is paused.

    `attempts` counts how often Discord did not take the message that is being sent.
    """

    state: ChannelState
    reason: str
    waiting: int
    attempts: int
