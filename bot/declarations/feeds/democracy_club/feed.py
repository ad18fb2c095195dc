"""Democracy Club as a feed: results, winners named before the votes, and nominations."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from email.utils import parsedate_to_datetime
from zoneinfo import ZoneInfo

from bot.declarations.feeds.democracy_club import winners
from bot.declarations.feeds.democracy_club.ballots import Election, ballot_of, json_of
from bot.declarations.feeds.democracy_club.pages import PAGE_SIZE, page, pages
from bot.declarations.feeds.democracy_club.results import SHOWN, Typed, newest_version, typed_on
from bot.declarations.feeds.democracy_club.standing import number_of, standing_on
from bot.declarations.feeds.feed import Bulletin, Haul, Memory, Misread, Word
from bot.declarations.feeds.tape import HeardWire
from bot.declarations.feeds.wire import Answer, Unanswered, Wire, body_of
from bot.declarations.reading import Unreadable

_RESULTS, _BALLOTS = "/api/next/results/", "/api/next/ballots/"
_ATOM, _ELECTED = "/results/all.atom", "/api/next/candidates_elected/"
_ATOM_PAGES = 5  # at most in one poll
# Answers are cached for up to ten minutes, and clocks differ: what came twice changes nothing.
_OVERLAP = timedelta(minutes=15)
_RECENTLY = timedelta(minutes=10)
_NOMINATIONS_AGAIN = timedelta(minutes=30)
_VERSIONS_KEPT = 5
_BRITAIN = ZoneInfo("Europe/London")
_CLOSE = time(22)
# Seconds: a poll asks three questions, and six a minute are polite.
_WITHOUT_KEY, _WITH_KEY = 30.0, 10.0
_LONG_AGO = "-"  # of a result that was there when nobody had looked for a while


@dataclass(frozen=True, slots=True)
class DemocracyClub:
    """`place` is an election as Democracy Club numbers it; a key allows to ask more often.

    There is no time in its results: they are stamped when they are first seen, unless nobody
    looked for a while before that.
    """

    place: str
    keyed: bool = False
    source: str = "Democracy Club"

    @property
    def name(self) -> str:
        return f"democracyclub:{self.place}"

    @property
    def interval(self) -> float:
        return _WITH_KEY if self.keyed else _WITHOUT_KEY

    async def poll(self, wire: Wire, memory: Memory, now: datetime) -> Haul:
        look = _Look(Election.of(self.place), wire, memory, now)
        troubles = []
        if look.nominations_are_due():
            # Who stands tells which ballots are whole, so results wait for it.
            await look.nominations()
        await look.results()
        for ask in (look.events, look.elected):
            try:
                await ask()
            except Unanswered as silent:
                troubles.append(str(silent))
        look.remember("polled", now.isoformat())
        return Haul(tuple(look.items), look.changed, " ".join(troubles))


@dataclass(slots=True)
class _Look:
    """One poll."""

    election: Election
    wire: Wire
    memory: Memory
    now: datetime
    items: list[Bulletin | Misread] = field(default_factory=list)
    changed: dict[str, str] = field(default_factory=dict)

    def recall(self, key: str) -> str:
        return self.changed.get(key, self.memory.get(key, ""))

    def remember(self, key: str, value: str) -> None:
        self.changed[key] = value

    def nominations_are_due(self) -> bool:
        asked = self.memory.get("nominated")
        if asked is None:
            return True
        again = self.now - datetime.fromisoformat(asked) >= _NOMINATIONS_AGAIN
        return again and self.now < self._close_of_poll()

    def _close_of_poll(self) -> datetime:
        return datetime.combine(self.election.polled_on, _CLOSE, _BRITAIN).astimezone(UTC)

    async def nominations(self) -> None:
        query = {
            "election_date": self.election.polled_on.isoformat(),
            "election_type": "parl",
            "page_size": str(PAGE_SIZE),
        }
        async for found in pages(self.wire, _BALLOTS, query):
            for plain in found:
                self._nominated(plain)
        self.remember("nominated", self.now.isoformat())

    def _nominated(self, plain: object) -> None:
        if not isinstance(plain, dict):
            return
        ballot = ballot_of(plain.get("ballot_paper_id"))
        if ballot is None or not self.election.has(ballot):
            return
        try:
            standing = standing_on(ballot, plain)
        except Unreadable as wrong:
            self._misread(plain, wrong)
            return
        if standing and self.recall(f"standing:{ballot.key}") != standing.mark:
            self.items.append(standing.bulletin())
            self.remember(f"standing:{ballot.key}", standing.mark)

    async def results(self) -> None:
        heard = HeardWire(self.wire)
        async for found in pages(heard, _RESULTS, self._since()):
            for plain in found:
                await self._result(plain)
        first = heard.exchanges[0].answer
        assert isinstance(first, Answer)
        self.remember("mark", _server_time(first, self.now).isoformat())

    def _since(self) -> dict[str, str]:
        """The mark is the site's own time, so that our clock may be wrong; its fraction differs
        from poll to poll, so that no answer is an old one out of a cache."""
        mark = self.memory.get("mark")
        since = datetime.combine(self.election.polled_on, time(), UTC)
        if mark:
            since = max(since, datetime.fromisoformat(mark) - _OVERLAP)
        count = (int(self.memory.get("count", "0")) + 1) % 1_000_000
        self.remember("count", str(count))
        return {
            "election_date": self.election.polled_on.isoformat(),
            "election_id": self.election.slug,
            "last_updated": since.replace(microsecond=count).isoformat(),
            "page_size": str(PAGE_SIZE),
        }

    async def _result(self, plain: object) -> None:
        numbered = plain.get("ballot") if isinstance(plain, dict) else None
        if not isinstance(plain, dict) or not isinstance(numbered, dict):
            self._misread(plain, Unreadable("a result has no ballot"))
            return
        ballot = ballot_of(numbered.get("ballot_paper_id"))
        if ballot is None or not self.election.has(ballot):
            return
        try:
            typed = typed_on(ballot, plain)
        except Unreadable as wrong:
            self._misread(plain, wrong)
            return
        await self._typed(typed)

    async def _typed(self, typed: Typed) -> None:
        key = typed.ballot.key
        told, *older = [*self.recall(f"told:{key}").split(), ""]
        if typed.digest == told or typed.votes_digest == self.recall(f"retracted:{key}"):
            return
        if typed.digest in older and await self._is_old(typed):
            reason = f"{typed.ballot.id}: an older version came after a newer one, which is kept"
            self.items.append(Misread(typed.text, reason))
            return
        word = typed.word(number_of(self.recall(f"standing:{key}")) or 0)
        if word is Word.RESULT:
            self._whole(typed, [told, *older])
        elif word is Word.WINNER and not told:
            self._named(key, typed.winners[0].person, typed.bulletin(word, None))

    def _whole(self, typed: Typed, before: Sequence[str]) -> None:
        key = typed.ballot.key
        if not self.recall(f"standing:{key}"):
            reason = "who stands there is not known, so whether these are all cannot be told"
            self.items.append(Misread(typed.text, f"{typed.ballot.id}: {reason}"))
            return
        first_seen = self.recall(f"seen:{key}") or self._seen_now()
        self.remember(f"seen:{key}", first_seen)
        declared_at = datetime.fromisoformat(first_seen) if first_seen != _LONG_AGO else None
        self.items.append(typed.bulletin(Word.RESULT, declared_at))
        kept = [typed.digest, *filter(None, before)][:_VERSIONS_KEPT]
        self.remember(f"told:{key}", " ".join(kept))
        self.remember(f"votes:{key}", typed.votes_digest)
        self.remember(f"winner:{key}", _first(typed))

    def _seen_now(self) -> str:
        """A Teller that starts at four must not say that all was declared at four."""
        polled = self.memory.get("polled")
        recently = polled and timedelta(0) <= self.now - datetime.fromisoformat(polled) <= _RECENTLY
        return self.now.isoformat() if recently and self.now >= self._close_of_poll() else _LONG_AGO

    async def _is_old(self, typed: Typed) -> bool:
        """Whether the site itself has a newer version than the one that it gave."""
        try:
            address, query = f"{_RESULTS}{typed.ballot.id}/versions/", {"now": self.recall("count")}
            plain = json_of(await self.wire.ask(address, query))
            return newest_version(plain) != typed.votes
        except (Unanswered, Unreadable):
            # It comes again, and is looked at again: nothing is told until then.
            return True

    async def events(self) -> None:
        seen, found = self.memory.get("event", ""), await self._entries()
        ids = [id_ for id_, _ in found]
        for _, event in reversed(found[: ids.index(seen)] if seen in ids else found):
            if event:
                self._event(event)
        self.remember("event", ids[0] if ids else seen)

    async def _entries(self) -> list[tuple[str, winners.Event | None]]:
        """The newest first, as far back as is known already, or as there are pages."""
        seen, found = self.memory.get("event", ""), await self._entries_on(1)
        for number in range(2, _ATOM_PAGES + 1):
            ids = {id_ for id_, _ in found}
            if seen in ids or not ids:
                break
            try:
                more = await self._entries_on(number)
            except Unanswered:  # there is no such page
                break
            found += [one for one in more if one[0] not in ids]
        return found

    async def _entries_on(self, number: int) -> list[tuple[str, winners.Event | None]]:
        query = {"page": str(number), "now": self.recall("count")}
        return winners.events(body_of(await self.wire.ask(_ATOM, query)), self.election)

    def _event(self, event: winners.Event) -> None:
        key, person = event.ballot.key, event.winner.person
        if not event.retracted:
            if not self.recall(f"told:{key}"):
                self._named(key, person, event.bulletin())
            return
        # Of a result that has come since only its own winner can be taken back.
        stands = self.recall(f"winner:{key}") or self.recall(f"named:{key}")
        if stands == person:
            self._retract(event)

    def _retract(self, event: winners.Event) -> None:
        key = event.ballot.key
        self.items.append(event.bulletin())
        self.remember(f"retracted:{key}", self.recall(f"votes:{key}"))
        for what in ("told", "winner", "named"):
            self.remember(f"{what}:{key}", "")

    def _named(self, key: str, person: str, bulletin: Bulletin) -> None:
        if self.recall(f"named:{key}") != person:
            self.items.append(bulletin)
            self.remember(f"named:{key}", person)

    async def elected(self) -> None:
        """One page in each poll: there are ten to a page, and six questions a minute."""
        number = int(self.memory.get("page", "1"))
        query = {"page": str(number), "now": self.recall("count")}
        results, more = await page(self.wire, _ELECTED, query)
        for event in winners.elected(results, self.election):
            if not self.recall(f"told:{event.ballot.key}"):
                self._named(event.ballot.key, event.winner.person, event.bulletin())
        self.remember("page", str(number + 1) if more else "1")

    def _misread(self, plain: object, wrong: Unreadable) -> None:
        self.items.append(Misread(json.dumps(plain, ensure_ascii=False)[:SHOWN], str(wrong)))


def _first(typed: Typed) -> str:
    """Who has won, by what was typed."""
    return max(typed.candidates, key=lambda one: (one.votes or 0, bool(one.elected))).person


def _server_time(answer: Answer, now: datetime) -> datetime:
    try:
        told = parsedate_to_datetime(answer.headers["date"])
    except (KeyError, ValueError, TypeError):
        return now
    return told if told.tzinfo else told.replace(tzinfo=UTC)
