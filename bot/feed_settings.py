"""The settings about feeds, as people write them."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.text import storable

_GENERAL = re.compile(r"parl\.(?P<day>\d{4}-\d\d-\d\d)")
_BY_ELECTION = re.compile(r"parl\.(?P<seat>[a-z0-9-]+)\.by\.(?P<day>\d{4}-\d\d-\d\d)")
_LONGEST_WAIT = 24 * 60.0  # minutes
_SHORTEST_SECRET = 16
_PORTS = 2**16


class FeedKind(StrEnum):
    """Where declarations come from."""

    DEMOCRACY_CLUB = "democracyclub"
    PA = "pa"
    FOLDER = "folder"
    PUSH = "push"


@dataclass(frozen=True, slots=True)
class Feed:
    """`place` is a folder, a port or whatever else the kind of feed needs; it may be empty."""

    kind: FeedKind
    place: str

    @property
    def name(self) -> str:
        """As it is written in the settings."""
        return f"{self.kind}:{self.place}"

    @property
    def polled_on(self) -> date | None:
        """The day of the election that Democracy Club is to be asked for."""
        found = _GENERAL.fullmatch(self.place) or _BY_ELECTION.fullmatch(self.place)
        return date.fromisoformat(found["day"]) if found else None

    @property
    def by(self) -> str | None:
        """The constituency of a by-election, as Democracy Club's addresses write it."""
        found = _BY_ELECTION.fullmatch(self.place)
        return found["seat"] if found else None


def read_feeds(given: str) -> tuple[Feed, ...]:
    """Raises ValueError, which names every bad feed, not only the first."""
    feeds, faults = [], []
    for part in filter(None, (part.strip() for part in given.split(","))):
        try:
            feeds.append(read_feed(part))
        except ValueError as fault:
            faults.append(str(fault).removesuffix("."))
    twice = next((one for one in feeds if feeds.count(one) > 1), None)
    if twice:
        faults.append(f"has {twice.name} twice")
    if faults:
        raise ValueError("; ".join(faults) + ".")
    return tuple(feeds)


def read_feed(given: str) -> Feed:
    """Raises ValueError."""
    name, _, place = (part.strip() for part in given.partition(":"))
    if name not in list(FeedKind):
        raise ValueError(f'has a feed "{name}", but can have {", ".join(FeedKind)}.')
    kind = FeedKind(name)
    if place != storable(place):
        raise ValueError(f"has {name} with a name that is no text in UTF-8: rename it.")
    if kind in (FeedKind.PA, FeedKind.FOLDER) and not place:
        raise ValueError(f"has {name} without a folder: write {name}:/path/to/folder.")
    if kind is FeedKind.PUSH and not _is_port(place.rpartition(":")[2]):
        raise ValueError(
            "has push without a port from 1 to 65535: write one like push:8080, or "
            "push:0.0.0.0:8080 for all of the network."
        )
    feed = Feed(kind, place)
    if kind is FeedKind.DEMOCRACY_CLUB and place and not _is_election(feed):
        raise ValueError(
            f'has democracyclub for "{place}": write parl and a polling day, such as '
            "democracyclub:parl.2029-05-03, or a by-election, such as "
            "democracyclub:parl.clacton.by.2026-08-13."
        )
    return feed


def _is_port(text: str) -> bool:
    return text.isascii() and text.isdecimal() and 0 < int(text) < _PORTS


def _is_election(feed: Feed) -> bool:
    try:
        return feed.polled_on is not None
    except ValueError:  # the 31st of February
        return False


def read_unsure(given: str) -> tuple[str, ...]:
    """Kinds of feeds, or feeds as TELLER_FEEDS has them. Raises ValueError."""
    if given.strip().lower() == "none":
        return ()
    named = [part.strip() for part in given.split(",") if part.strip()]
    for one in named:
        if one.partition(":")[0] not in list(FeedKind):
            raise ValueError(
                f'has "{one}", but can have {", ".join(FeedKind)}, a feed as TELLER_FEEDS has it, '
                "or none."
            )
    return tuple(named)


def read_wait(given: str) -> float:
    """Minutes. Raises ValueError."""
    try:
        minutes = float(given)
    except ValueError:
        minutes = -1.0
    if not 0 <= minutes <= _LONGEST_WAIT:
        raise ValueError(f'is "{given.strip()}", but can be minutes from 0 to {_LONGEST_WAIT:g}.')
    return minutes


def read_secret(given: str) -> str:
    """What signs declarations that are pushed. Raises ValueError."""
    secret = given.strip()
    if len(secret) < _SHORTEST_SECRET:
        raise ValueError(
            f"is shorter than {_SHORTEST_SECRET} letters, which can be guessed: "
            "make one with openssl rand -hex 32."
        )
    return secret


def read_contact(given: str) -> str:
    """An address that goes into a header. Raises ValueError."""
    contact = given.strip()
    if not contact.isascii() or not contact.isprintable():
        raise ValueError("must be an e-mail or web address in plain letters.")
    return contact
