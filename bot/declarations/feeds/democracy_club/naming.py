"""Who is named the winner before the votes are known, by two lists that may each miss some."""

from collections import Counter
from dataclasses import dataclass

from bot.declarations.feeds.democracy_club import winners
from bot.declarations.feeds.democracy_club.ballots import ballot_of
from bot.declarations.feeds.democracy_club.notes import Notes
from bot.declarations.feeds.democracy_club.pages import PAGE_SIZE, page
from bot.declarations.feeds.democracy_club.winners import Event
from bot.declarations.feeds.feed import Misread
from bot.declarations.feeds.wire import Wire, body_of

ATOM, ELECTED = "/results/all.atom", "/api/next/candidates_elected/"
_ATOM_PAGES = 5  # at most in one poll
_NO_SUCH_PAGE = 404


@dataclass(frozen=True, slots=True)
class Naming:
    wire: Wire
    notes: Notes

    async def events(self) -> None:
        """Winners named and taken back since the last poll, as the Atom feed has them."""
        seen = self.notes.recall("event")
        found = await self._entries(seen)
        ids = [id_ for id_, _ in found]
        new = [what for _, what in found[: ids.index(seen) if seen in ids else None]][::-1]
        self.notes.items += [one for one in new if isinstance(one, Misread)]
        for event in winners.lasting([one for one in new if isinstance(one, Event)]):
            self._happened(event)
        if ids:
            self.notes.remember("event", ids[0])

    async def _entries(self, seen: str) -> list[winners.Entry]:
        """The newest first, as far back as is known already, or as there are pages."""
        found: list[winners.Entry] = []
        for number in range(1, _ATOM_PAGES + 1):
            ids = {id_ for id_, _ in found}
            # After the last page the site gives it again.
            more = [one for one in await self._entries_on(number) if one[0] not in ids]
            found += more
            if not more or seen in {id_ for id_, _ in more}:
                break
        return found

    async def _entries_on(self, number: int) -> list[winners.Entry]:
        query = {"page": str(number), "now": str(self.notes.fresh)}
        answer = await self.wire.ask(ATOM, query)
        if number > 1 and answer.status == _NO_SUCH_PAGE:
            return []
        found = winners.entries(body_of(answer), self.notes.election)
        return [one for one in found if one[0]]

    def _happened(self, event: Event) -> None:
        key, person, recall = event.ballot.key, event.winner.person, self.notes.recall
        if not event.retracted:
            if not recall(f"told:{key}"):
                self.notes.name(key, person, event.bulletin())
            self._restore(key)
        # Of a result that has come since only its own winner can be taken back.
        elif person == (recall(f"winner:{key}") or recall(f"named:{key}")):
            self._retract(event)

    def _restore(self, key: str) -> None:
        """A winner who is named anew stands behind votes that are on no list of what changed."""
        ballot = ballot_of(self.notes.recall(f"retracted:{key}").partition(" ")[2])
        if ballot:
            self.notes.put_back(ballot)

    def _retract(self, event: Event) -> None:
        key = event.ballot.key
        self.notes.items.append(event.bulletin())
        self.notes.remember(f"retracted:{key}", self.notes.recall(f"votes:{key}"))
        for what in ("told", "winner", "named"):
            self.notes.remember(f"{what}:{key}", "")

    async def elected(self) -> None:
        """One page in each poll: there may be ten to a page, and six questions a minute."""
        election, number = self.notes.election, int(self.notes.recall("page") or 1)
        query = {
            "election_date": election.polled_on.isoformat(),
            "election_id": election.slug,
            "page_size": str(PAGE_SIZE),
            "page": str(number),
            "now": str(self.notes.fresh),
        }
        # Where the list has become shorter there is no such page any more.
        self.notes.remember("page", "1")
        results, more = await page(self.wire, ELECTED, query)
        found = winners.elected(results, election)
        times = Counter(one.ballot.key for one in found)
        for event in found:
            key = event.ballot.key
            if times[key] == 1 and not self.notes.recall(f"told:{key}"):
                self.notes.name(key, event.winner.person, event.bulletin())
        self.notes.remember("page", str(number + 1) if more else "1")
