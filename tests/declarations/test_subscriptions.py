"""Who wants to hear about what, as it is written down."""

import threading
from sqlite3 import Connection

import pytest

from bot.declarations.declaration import Declaration, DeclaredCandidate, Entry, Result
from bot.declarations.journal import Journal
from bot.declarations.state import open_state, writing
from bot.declarations.subscription import (
    EVERYTHING,
    Address,
    ChannelState,
    Events,
    Standing,
    Style,
    Target,
    TargetKind,
    Wish,
)
from bot.declarations.subscriptions import Subscriptions, TooMany
from tests.declarations.making import CLACTON, NOW

ROSA, IDRIS = 11, 12
NIGHT, DAY, OTHER = Address(100, 1), Address(101, 1), Address(200, 2)
DIRECT = Address(300)
SCOTLAND = Target(TargetKind.AREA, "Scotland", "Scotland")
LABOUR = Target(TargetKind.PARTY, "labour", "Labour")


def seat(number: int) -> Wish:
    code = f"E{number:08}"
    return Wish(Target(TargetKind.CONSTITUENCY, code, f"Seat {number}"))


@pytest.fixture
def subscriptions(connection: Connection) -> Subscriptions:
    return Subscriptions(connection)


def declare(journal: Journal, votes: int, *, about: list[tuple[str, str, int]] = ()) -> Entry:  # type: ignore[assignment]
    """An entry, with what it is about as the announcer would take it in."""
    candidate = DeclaredCandidate("Ann Able", "ann-able", "Labour", "labour", votes)
    entry = journal.record(Declaration(CLACTON, Result((candidate,), None, None), None), "us", NOW)
    assert entry
    return entry


def test_a_subscription_is_kept_as_it_was_wished(subscriptions: Subscriptions) -> None:
    wish = Wish(SCOTLAND, Events.CHANGES, Style.QUARTER)

    kept = subscriptions.add(NIGHT, ROSA, wish, NOW)

    assert (kept.address, kept.owner, kept.wish) == (NIGHT, ROSA, wish)
    assert (kept.since, kept.created_at) == (0, NOW)
    assert subscriptions.at(NIGHT) == subscriptions.of_channel(NIGHT.channel) == [kept]
