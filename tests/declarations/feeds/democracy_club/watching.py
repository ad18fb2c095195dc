"""Democracy Club's site with a few ballots, and the feed that asks it over real sockets."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from bot.declarations.feeds.democracy_club.feed import DemocracyClub
from bot.declarations.feeds.feed import Bulletin, Haul, Misread, Word
from bot.declarations.feeds.web_wire import WebWire
from tests.nights import democracy_club as dc
from tests.nights.site import Site

DAY = date(2024, 7, 4)
NIGHT = datetime(2024, 7, 5, 1, 0, tzinfo=UTC)
NAMES = ("Islington North", "Bath", "Ynys Môn")


@dataclass
class Watch:
    """The site with three ballots, and the feed that asks it."""

    store: dc.Store
    site: Site
    wire: WebWire
    feed: DemocracyClub = field(default_factory=lambda: DemocracyClub(f"parl.{DAY}"))
    memory: dict[str, str] = field(default_factory=dict)
    now: datetime = NIGHT

    def ballot(self, name: str) -> dc.Ballot:
        return next(one for one in self.store.ballots.values() if one.post == name)

    def type(self, name: str, *votes: int | None, spread: int = 1) -> None:
        """So many votes for the first candidates, one each for all others."""
        ballot = self.ballot(name)
        rest = [spread] * (len(ballot.people) - len(votes))
        self.store.type(ballot, (*votes, *rest), self.now)

    def name(self, name: str, place: int) -> None:
        ballot = self.ballot(name)
        self.store.name(ballot, ballot.people[place], self.now)

    async def poll(self, seconds: float = 30) -> Haul:
        self.now += timedelta(seconds=seconds)
        haul = await self.feed.poll(self.wire, self.memory, self.now)
        self.memory = {k: v for k, v in (self.memory | dict(haul.memory)).items() if v}
        return haul

    async def words(self, seconds: float = 30) -> list[str]:
        """ "result bath", and why something was not read; nominations are left out."""
        haul = await self.poll(seconds)
        return [
            one.reason if isinstance(one, Misread) else f"{one.word} {one.report.constituency}"
            for one in haul.items
            if isinstance(one, Misread) or one.word is not Word.STANDING
        ]


def told(haul: Haul, word: Word) -> list[Bulletin]:
    """Its bulletins of that kind."""
    return [one for one in haul.items if isinstance(one, Bulletin) and one.word is word]
