"""Who stands, asked for until the polls close."""

from dataclasses import dataclass
from datetime import timedelta

from bot.declarations.feeds.democracy_club.ballots import ballot_of
from bot.declarations.feeds.democracy_club.notes import Notes
from bot.declarations.feeds.democracy_club.pages import PAGE_SIZE, pages
from bot.declarations.feeds.democracy_club.standing import standing_on
from bot.declarations.feeds.wire import Wire
from bot.declarations.reading import Unreadable

BALLOTS = "/api/next/ballots/"
_AGAIN = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Nominations:
    wire: Wire
    notes: Notes

    @property
    def are_known(self) -> bool:
        return self.notes.moment("nominated") is not None

    @property
    def are_due(self) -> bool:
        asked, now = self.notes.moment("nominated"), self.notes.now
        return asked is None or (now - asked >= _AGAIN and now < self.notes.close_of_poll)

    async def ask(self) -> None:
        query = {
            "election_date": self.notes.election.polled_on.isoformat(),
            "election_type": "parl",
            "page_size": str(PAGE_SIZE),
            "now": str(self.notes.fresh),
        }
        async for found in pages(self.wire, BALLOTS, query):
            for plain in found:
                self.read(plain)
        self.notes.remember("nominated", self.notes.now.isoformat())

    def read(self, plain: object) -> None:
        """What is said of one ballot."""
        if not isinstance(plain, dict):
            return
        ballot = ballot_of(plain.get("ballot_paper_id"))
        if ballot is None or not self.notes.election.has(ballot):
            return
        try:
            standing = standing_on(ballot, plain)
        except Unreadable as wrong:
            self.notes.misread(plain, wrong)
            return
        if standing and self.notes.recall(f"standing:{ballot.key}") != standing.mark:
            self.notes.items.append(standing.bulletin())
            self.notes.remember(f"standing:{ballot.key}", standing.mark)
