"""Who listens to the night, what they should have heard, and what they heard."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import cycle

from bot.catalogue.catalogue import Catalogue
from bot.declarations.declaration import EntryKind
from bot.declarations.journal import Journal
from bot.declarations.news import News
from bot.declarations.newsroom import Newsroom
from bot.declarations.subscription import (
    EVERYTHING,
    Address,
    Events,
    Target,
    TargetKind,
    Wish,
)
from bot.declarations.subscriptions import Subscriptions
from tests.declarations.making import NOW
from tests.discord_server.findings import Message

OWNER = 1
Heard = tuple[EntryKind, str]

_WISHES = (
    (Wish(EVERYTHING),),
    (Wish(EVERYTHING), Wish(Target(TargetKind.AREA, "England", "England"))),
    (Wish(EVERYTHING, Events.CHANGES),),
    (Wish(Target(TargetKind.AREA, "North East", "North East")),),
    (
        Wish(Target(TargetKind.AREA, "Scotland", "Scotland")),
        Wish(Target(TargetKind.PARTY, "labour", "Labour")),
    ),
)
_CORRECTION, _TAKEN_BACK = "Correction: ", "Taken back: "
_MORE = " declarations"  # the title of a list; what does not fit is in an embed without one
_LINE = re.compile(r"^\*\*(?P<seat>.+?)\*\*: ", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Listener:
    channel: int
    wishes: tuple[Wish, ...]


def subscribe(subscriptions: Subscriptions, channels: Iterable[tuple[int, int]]) -> list[Listener]:
    """Each channel, given with its server, wants something; the wishes take turns."""
    listeners = []
    for (channel, server), wishes in zip(channels, cycle(_WISHES), strict=False):
        for wish in wishes:
            subscriptions.add(Address(channel, server), OWNER, wish, NOW)
        listeners.append(Listener(channel, wishes))
    return listeners


def whole_night(catalogue: Catalogue, journal: Journal) -> list[News]:
    newsroom = Newsroom(catalogue, journal)
    return newsroom.news(entry.seq for entry in journal.since(0, 100_000))


def expected(listener: Listener, night: Sequence[News], catalogue: Catalogue) -> list[Heard]:
    """What the journal holds for the listener, found without asking the state."""
    return [
        (one.entry.kind, one.seat)
        for one in night
        if any(_wants(wish, one, catalogue) for wish in listener.wishes)
    ]


def _wants(wish: Wish, news: News, catalogue: Catalogue) -> bool:
    told = [one for one in (news.now, news.said) if one]
    changes = any(one.changes_hands for one in told)
    if wish.events is Events.CHANGES and not changes:
        return False
    seat = catalogue.seats.by_code[news.entry.contest.code]
    if wish.target.kind is TargetKind.PARTY:
        parties = {
            party.id
            for one in told
            if one.changes_hands
            for party in (one.outcome.winner, one.outcome.gained_from)
            if party
        }
        return wish.target.key in parties
    return wish.target.kind is TargetKind.EVERYTHING or wish.target.key in {
        seat.country,
        seat.region,
    }


def heard(messages: Iterable[Message]) -> list[Heard]:
    """What can be read in a channel's messages."""
    return [
        one
        for message in messages
        for embed in message.payload.get("embeds", ())
        for one in _read(embed)
    ]


def _read(embed: dict[str, str]) -> list[Heard]:
    title = embed.get("title", _MORE)
    if title.startswith(_CORRECTION):
        return [(EntryKind.CORRECTED, _seat(title.removeprefix(_CORRECTION)))]
    if title.startswith(_TAKEN_BACK):
        return [(EntryKind.WITHDRAWN, _seat(title.removeprefix(_TAKEN_BACK)))]
    if title.endswith(_MORE):
        found = _LINE.finditer(embed["description"])
        return [(EntryKind.DECLARED, _seat(line["seat"])) for line in found]
    return [(EntryKind.DECLARED, _seat(title.partition(": ")[0]))]


def _seat(escaped: str) -> str:
    return escaped.replace("\\", "")
