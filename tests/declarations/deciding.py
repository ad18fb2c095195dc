"""A decision desk over a test's own state, and bulletins as feeds give them."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from sqlite3 import Connection

from bot.catalogue.catalogue import Catalogue
from bot.declarations.claims import Claims
from bot.declarations.decision import Books, DecisionDesk
from bot.declarations.declaration import Report, ReportedCandidate
from bot.declarations.disagreements import Disagreements
from bot.declarations.feed_office import FeedOffice
from bot.declarations.feeds.feed import Bulletin, Haul, Memory, Word
from bot.declarations.feeds.wire import Wire
from bot.declarations.journal import Journal
from bot.declarations.nominations import Nominations
from bot.declarations.trust import Trust
from tests.declarations.making import CLACTON, DAY, NOW

WAIT = timedelta(minutes=10)
ABLE, BAKER, COLE = "Ann Able", "Ben Baker", "Cat Cole"
PARTIES = {ABLE: "Labour", BAKER: "Conservative", COLE: "Green"}
VOTES = {ABLE: 20_000, BAKER: 15_000, COLE: 5_000}


@dataclass(frozen=True, slots=True)
class Said:
    """A feed that says what it is given, poll by poll."""

    name: str
    hauls: list[Haul] = field(default_factory=list)
    interval: float = 0.01

    @property
    def source(self) -> str:
        return self.name.upper()

    async def poll(self, wire: Wire, memory: Memory, now: datetime) -> Haul:
        await wire.ask("anything")
        return self.hauls.pop(0) if self.hauls else Haul()


def people(votes: dict[str, int | None], elected: str = "") -> tuple[ReportedCandidate, ...]:
    return tuple(
        ReportedCandidate(name, PARTIES[name], number, elected=True if name == elected else None)
        for name, number in votes.items()
    )


def result(votes: dict[str, int] | None = None, order: int = 0, **more: object) -> Bulletin:
    known: dict[str, int | None] = {**(VOTES if votes is None else votes)}
    report = Report(DAY, "Clacton", people(known), electorate=70_000, **more)  # type: ignore[arg-type]
    return Bulletin(Word.RESULT, report, "the text", order)


def winner(name: str = ABLE) -> Bulletin:
    report = Report(DAY, "Clacton", people(dict.fromkeys(VOTES), elected=name))
    return Bulletin(Word.WINNER, report, "the text")


def standing(*names: str) -> Bulletin:
    report = Report(DAY, "Clacton", people(dict.fromkeys(names)))
    return Bulletin(Word.STANDING, report, "the text")


RETRACTED = Bulletin(Word.RETRACTED, Report(DAY, "Clacton", withdrawn=True), "the text")
RECOUNT = Bulletin(Word.RECOUNT, Report(DAY, "Clacton"), "the text")


class Room:
    """Feeds "a" and "b" are trusted in that order, then come "unsure" and "doubtful", whose word
    alone has to wait ten minutes."""

    def __init__(self, catalogue: Catalogue, connection: Connection) -> None:
        self.journal = Journal(connection)
        self.office = FeedOffice(connection)
        self.books = Books(
            self.journal, Claims(connection), Nominations(connection), Disagreements(connection)
        )
        self._catalogue = catalogue
        self.now = NOW
        self.follow("a", "b", "unsure", "doubtful")

    def follow(self, *names: str) -> None:
        feeds = [Said(name) for name in names]
        unsure = frozenset({"unsure", "doubtful"})
        self.office.register(feeds, unsure, self.now)
        self.desk = DecisionDesk(
            self._catalogue,
            self.books,
            Trust(names, unsure, WAIT),
            {one.name: one.source for one in feeds},
            self.office.sources(),
        )

    def hear(self, feed: str, bulletin: Bulletin) -> str:
        """What is answered: "accepted: Clacton, 2029-05-03"."""
        answer = self.desk.hear(feed, bulletin, self.now)
        return f"{answer.outcome}: {answer.about}"

    def outcome(self, feed: str, bulletin: Bulletin) -> str:
        return self.hear(feed, bulletin).partition(":")[0]

    def later(self, minutes: float) -> list[str]:
        """What ripens until then."""
        self.now += timedelta(minutes=minutes)
        return [str(one.outcome) for one in self.desk.ripen(self.now)]

    def told(self) -> str:
        """What stands: "A: Ann Able 20000", or whose name was named, or nothing."""
        newest = self.journal.newest(CLACTON)
        if newest and newest.named:
            return f"{newest.source} names {newest.named.name}"
        last = self.journal.last(CLACTON)
        if last is None or last.result is None:
            return "nothing"
        first = last.result.candidates[0]
        return f"{last.source}: {first.name} {first.votes}"

    def kinds(self) -> list[str]:
        entries = self.journal.since(0)
        return [str(one.kind) for one in entries if one.contest == CLACTON]

    def disagreements(self) -> list[tuple[str, bool]]:
        """Feeds that said something else, and whether that is settled."""
        found = self.books.disagreements.of(CLACTON)
        return [(one.feed, one.settled_at is not None) for one in found]

    def refusals(self) -> list[str]:
        return [reason for _, _, reason, _ in self.journal.refused()]
