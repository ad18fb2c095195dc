"""Results as they are typed: which of them are whole and new, and no old ones come again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from email.utils import parsedate_to_datetime

from bot.declarations.feeds.democracy_club.ballots import ballot_of, json_of
from bot.declarations.feeds.democracy_club.nominations import BALLOTS, Nominations
from bot.declarations.feeds.democracy_club.notes import Notes
from bot.declarations.feeds.democracy_club.pages import PAGE_SIZE, pages
from bot.declarations.feeds.democracy_club.results import Typed, newest_version, typed_on
from bot.declarations.feeds.democracy_club.standing import number_of
from bot.declarations.feeds.feed import Misread, Word
from bot.declarations.feeds.tape import HeardWire
from bot.declarations.feeds.wire import Answer, Unanswered, Wire
from bot.declarations.reading import Unreadable

RESULTS = "/api/next/results/"
# Answers are cached for up to ten minutes, and clocks differ: what came twice changes nothing.
_OVERLAP = timedelta(minutes=15)
_RECENTLY = timedelta(minutes=10)
# In 2024 the last seat declared two days after the poll: what is typed later was declared before.
_NIGHT = timedelta(days=3)
_ABSURD = timedelta(days=1)  # that two clocks are apart
_VERSIONS_KEPT = 5
_BALLOTS_AGAIN, _MOST_TRIES = 2, 20  # in one poll; in all
_LONG_AGO = "-"  # of a result that was there when nobody had looked for a while


@dataclass(frozen=True, slots=True)
class Tallies:
    wire: Wire
    notes: Notes

    async def modified(self) -> None:
        """All that was typed since the last poll."""
        heard = HeardWire(self.wire)
        async for found in pages(heard, RESULTS, self._since()):
            for plain in found:
                await self._read(plain)
        first = heard.exchanges[0].answer
        assert isinstance(first, Answer)
        self.notes.remember("mark", _server_time(first, self.notes.now).isoformat())

    def _since(self) -> dict[str, str]:
        """The mark is the site's own time, so that our clock may be wrong."""
        election, mark = self.notes.election, self.notes.moment("mark")
        since = datetime.combine(election.polled_on, time(), UTC)
        if mark:
            since = max(since, mark - _OVERLAP)
        return {
            "election_date": election.polled_on.isoformat(),
            "election_id": election.slug,
            "last_updated": since.replace(microsecond=self.notes.fresh).isoformat(),
            "page_size": str(PAGE_SIZE),
        }

    async def again(self) -> None:
        """Ballots that were put back, a few in each poll."""
        for number, tries in self.notes.ballots_put_back()[:_BALLOTS_AGAIN]:
            await self._ask_for(number, tries)

    async def _ask_for(self, number: str, tries: int) -> None:
        ballot = ballot_of(number)
        assert ballot is not None  # it was one when it was put back
        if tries + 1 < _MOST_TRIES:
            self.notes.put_back(ballot, tries + 1)
        else:
            self.notes.remember(f"again:{ballot.key}", "")
        query = {"now": str(self.notes.fresh)}
        nominated = json_of(await self.wire.ask(f"{BALLOTS}{number}/", query))
        result = json_of(await self.wire.ask(f"{RESULTS}{number}/", query))
        self.notes.remember(f"again:{ballot.key}", "")
        Nominations(self.wire, self.notes).read(nominated)
        await self._read(result, looked_up=True)

    async def _read(self, plain: object, *, looked_up: bool = False) -> None:
        numbered = plain.get("ballot") if isinstance(plain, dict) else None
        if not isinstance(plain, dict) or not isinstance(numbered, dict):
            self.notes.misread(plain, Unreadable("a result has no ballot"))
            return
        ballot = ballot_of(numbered.get("ballot_paper_id"))
        if ballot is None or not self.notes.election.has(ballot):
            return
        try:
            typed = typed_on(ballot, plain)
        except Unreadable as wrong:
            self.notes.misread(plain, wrong)
            return
        if looked_up:
            self.notes.remember(f"looked:{ballot.key}", typed.digest)
        await self._weigh(typed)

    async def _weigh(self, typed: Typed) -> None:
        key = typed.ballot.key
        told, *older = [*self.notes.recall(f"told:{key}").split(), ""]
        if typed.digest == told or self._is_retracted(typed):
            return
        if typed.digest in older and await self._is_old(typed):
            reason = f"{typed.ballot.id}: an older version came after a newer one, which is kept"
            self.notes.items.append(Misread(typed.text, reason))
            return
        standing = number_of(self.notes.recall(f"standing:{key}"))
        word = typed.word(standing)
        if word is not Word.RESULT and typed.has_all_votes:
            self._doubt(typed, standing)
        if word is Word.RESULT:
            self._tell(typed, [told, *older])
        elif word is Word.WINNER and not told:
            self.notes.name(key, typed.winners[0].person, typed.bulletin(word, None))

    def _is_retracted(self, typed: Typed) -> bool:
        """Its votes stay on the site when its winner is taken back, until somebody is named."""
        retracted = self.notes.recall(f"retracted:{typed.ballot.key}").partition(" ")[0]
        return typed.votes_digest == retracted and not typed.winners

    def _doubt(self, typed: Typed, standing: int | None) -> None:
        """The site leaves candidates without votes out. But who stands there may have changed."""
        if self.notes.recall(f"looked:{typed.ballot.key}") != typed.digest:
            self.notes.put_back(typed.ballot)
        elif standing is None:
            reason = "who stands there is not known, so whether these are all cannot be told"
            self.notes.items.append(Misread(typed.text, f"{typed.ballot.id}: {reason}"))

    def _tell(self, typed: Typed, before: Sequence[str]) -> None:
        key, remember = typed.ballot.key, self.notes.remember
        first_seen = self.notes.recall(f"seen:{key}") or self._seen_now()
        declared_at = datetime.fromisoformat(first_seen) if first_seen != _LONG_AGO else None
        self.notes.items.append(typed.bulletin(Word.RESULT, declared_at))
        kept = [typed.digest, *filter(None, before)][:_VERSIONS_KEPT]
        remember(f"seen:{key}", first_seen)
        remember(f"told:{key}", " ".join(kept))
        remember(f"votes:{key}", f"{typed.votes_digest} {typed.ballot.id}")
        remember(f"winner:{key}", typed.first.person)
        remember(f"retracted:{key}", "")

    def _seen_now(self) -> str:
        """A Teller that starts at four must not say that all was declared at four."""
        now, polled, close = self.notes.now, self.notes.moment("polled"), self.notes.close_of_poll
        recently = polled and timedelta(0) <= now - polled <= _RECENTLY
        midnight = datetime.combine(self.notes.election.polled_on, time(), UTC)
        return now.isoformat() if recently and close <= now < midnight + _NIGHT else _LONG_AGO

    async def _is_old(self, typed: Typed) -> bool:
        """Whether the site itself has a newer version than the one that it gave."""
        address, query = f"{RESULTS}{typed.ballot.id}/versions/", {"now": str(self.notes.fresh)}
        try:
            return newest_version(json_of(await self.wire.ask(address, query))) != typed.votes
        except Unreadable:
            return True
        except Unanswered as silent:
            if silent.wait is not None:
                raise
            self.notes.put_back(typed.ballot)
            return True


def _server_time(answer: Answer, now: datetime) -> datetime:
    """The earlier one of two clocks that are absurdly far apart: it loses nothing."""
    try:
        told = parsedate_to_datetime(answer.headers["date"])
    except (KeyError, ValueError, TypeError, OverflowError):
        return now
    aware = told if told.tzinfo else told.replace(tzinfo=UTC)
    return min(aware, now) if abs(aware - now) > _ABSURD else aware
