"""What is sent to a channel, and what becomes of it."""

import base64
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Protocol

from bot.declarations.news import News

_NONCE_BYTES = 18  # 24 letters in base 64; Discord takes 25


@dataclass(frozen=True, slots=True)
class Letter:
    """A message that is written down. `upto` is the last entry of the journal that it tells.

    `last_message` is the last message that Teller is known to have sent there. `attempts` counts
    how often it was tried before.
    """

    channel: int
    nonce: str
    payload: str
    upto: int
    written_at: datetime
    last_message: int | None = None
    attempts: int = 0


def nonce(state: str, channel: int, upto: int, payload: str) -> str:
    """The same for the same message to the same channel, in whichever process it is sent."""
    said = f"{state} {channel} {upto} {_digest(payload)}".encode()
    digest = hashlib.blake2b(said, digest_size=_NONCE_BYTES).digest()
    return base64.urlsafe_b64encode(digest).decode()


@lru_cache(64)
def _digest(payload: str) -> str:
    """Kept, since many channels are sent the same."""
    return hashlib.blake2b(payload.encode(), digest_size=_NONCE_BYTES).hexdigest()


@dataclass(frozen=True, slots=True)
class Sent:
    """`message` is its id there."""

    message: int


@dataclass(frozen=True, slots=True)
class Later:
    """What failed may pass. `wait` is in seconds, where the other side said how long."""

    reason: str
    wait: float | None = None


@dataclass(frozen=True, slots=True)
class Forbidden:
    """The channel does not let Teller in until somebody changes that."""

    reason: str


@dataclass(frozen=True, slots=True)
class Gone:
    """The channel is no more."""

    reason: str


@dataclass(frozen=True, slots=True)
class Refused:
    """The message itself is not taken: a plainer one may be."""

    reason: str


Outcome = Sent | Later | Forbidden | Gone | Refused


class Messenger(Protocol):
    """How messages reach a channel."""

    def compose(self, news: Sequence[News], *, plain: bool) -> tuple[str, int]:
        """One message of as many of the news as fit, at least one: its payload, and how many.

        A correction or a withdrawal is a message of its own. `plain` asks for one without embeds.
        """

    async def send(self, letter: Letter) -> Outcome:
        """Does not raise for whatever the other side answers, or if it does not answer."""

    async def find(self, letter: Letter) -> Outcome | None:
        """Sent, if the letter is among the channel's last messages; None if not.

        Another outcome where the channel could not be looked at.
        """

    async def tell_owner(self, owner: int, channel: int, reason: str) -> None:
        """Tells a person that their subscriptions in a channel are paused, if they can be told."""
