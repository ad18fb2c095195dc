"""Subscribers and an announcer's book, without results or messages."""

from datetime import datetime, timedelta
from sqlite3 import Connection

from bot.declarations.declaration import Declaration, DeclaredCandidate, Result
from bot.declarations.delivery import Letter, Outcome, Sent
from bot.declarations.journal import Journal
from bot.declarations.ledger import Ledger
from bot.declarations.news import Subject
from bot.declarations.subscription import (
    EVERYTHING,
    Address,
    Events,
    Style,
    Target,
    TargetKind,
    Wish,
)
from bot.declarations.subscriptions import Subscriptions
from tests.declarations.making import CLACTON, NOW

HERE, THERE, ELSEWHERE = 11, 12, 13
SERVER, ROSA, IDRIS = 5, 98, 99
WALES = Target(TargetKind.AREA, "Wales", "Wales")
PLAID = Target(TargetKind.PARTY, "plaid-cymru", "Plaid Cymru")
LATER = NOW + timedelta(minutes=7)


class State:
    """A state in which somebody subscribes and somebody declares."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.subscriptions = Subscriptions(connection)
        self.ledger = Ledger(connection)

    def subscribe(
        self,
        *channels: int,
        to: Target = EVERYTHING,
        events: Events = Events.EVERY,
        style: Style = Style.EACH,
        owner: int = ROSA,
    ) -> None:
        for channel in channels:
            self.subscriptions.add(Address(channel, SERVER), owner, Wish(to, events, style), NOW)

    def unsubscribe(self, channel: int) -> None:
        for one in self.subscriptions.of_channel(channel):
            self.subscriptions.remove(one.id, one.address)

    def journal(self, at: datetime = NOW) -> int:
        """An entry of which nobody has found out yet what it is about."""
        votes = self.value("SELECT count(*) + 1 FROM journal")
        able = DeclaredCandidate("Ann Able", "ann-able", "Labour", "labour", votes)
        declaration = Declaration(CLACTON, Result((able,), None, None), None)
        entry = Journal(self.connection).record(declaration, "the press", at)
        assert entry
        return entry.seq

    def declare(self, *about: Target, changes: bool = False, at: datetime = NOW) -> int:
        seq = self.journal(at)
        about = (EVERYTHING, *about)
        self.ledger.note([Subject(one.kind, one.key, seq, changes) for one in about])
        return seq

    def settle(self, letter: Letter, outcome: Outcome) -> None:
        self.ledger.settle([(letter, outcome)])

    def heard(self, channel: int, upto: int) -> None:
        """The channel was told everything up to that entry."""
        sent = letter(channel, upto)
        assert self.ledger.write_down([sent]) == [sent]
        self.settle(sent, Sent(1000 + upto))

    def value(self, query: str, *values: int) -> int:
        [found] = self.connection.execute(query, values).fetchone()
        return int(found)

    def cursor(self, channel: int) -> int:
        return self.value("SELECT cursor FROM channel WHERE id = ?", channel)

    def standing(self, channel: int) -> tuple[object, ...]:
        """Its state, the reason and whether it is written to plainly."""
        query = "SELECT state, reason, plain FROM channel WHERE id = ?"
        return tuple(self.connection.execute(query, (channel,)).fetchone())

    def held(self) -> list[tuple[object, ...]]:
        """All that is written down about channels."""
        tables = ("channel", "subscription", "outbox")
        queries = [f"SELECT * FROM {one} ORDER BY 1" for one in tables]  # noqa: S608 (our own)
        return [tuple(row) for one in queries for row in self.connection.execute(one)]


def letter(channel: int, upto: int, nonce: str = "") -> Letter:
    return Letter(channel, nonce or f"{channel} {upto}", f"news up to {upto}", upto, NOW)
