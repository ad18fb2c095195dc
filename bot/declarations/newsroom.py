"""Makes news of the journal's entries."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import lru_cache

from bot.catalogue.catalogue import Catalogue
from bot.declarations.declaration import Entry, Nominee
from bot.declarations.journal import Journal
from bot.declarations.live import contest_of, nomination_of
from bot.declarations.news import Count, News, Subject, subjects
from bot.elections.contest import ContestId, ContestKind, Nomination
from bot.elections.result import ContestResult

_KEPT = 2048  # entries of which the figures are kept: more than any night has
_NIGHT = timedelta(days=2)  # after which the next declaration is of another election


@dataclass(frozen=True, slots=True)
class PollingDay:
    """A day of which results are still being declared, and how far it is.

    `to_come` are the seats of its open contests with nothing declared. `replayed` says that all
    its results were settled before any was declared.
    """

    polled_on: date
    kind: ContestKind
    count: Count
    to_come: tuple[str, ...] = ()
    replayed: bool = False


class Newsroom:
    """Over the journal and the catalogue; for one thread, as they are.

    `rehearsed` is the polling day of a past night that is to be played into the journal.
    """

    def __init__(
        self, catalogue: Catalogue, journal: Journal, rehearsed: date | None = None
    ) -> None:
        self._catalogue = catalogue
        self._journal = journal
        self._rehearsed = rehearsed
        # What an entry says never changes, and a thousand channels ask for the same one.
        self._fixed = lru_cache(_KEPT)(self._make)
        self._superseded = lru_cache(_KEPT)(lambda seq: replace(self._fixed(seq), superseded=True))
        self._newest = lru_cache(_KEPT)(self._newest_of)
        self._results = lru_cache(_KEPT)(lambda seq: self._told(journal.entry(seq)))
        self._head = 0

    def news(self, seqs: Iterable[int]) -> list[News]:
        """Of entries by number, in the order given; the same object again for the same news."""
        if self._head != (head := self.head()):
            self._head = head
            self._newest.cache_clear()
        return [self._as_it_stands(seq) for seq in seqs]

    def _as_it_stands(self, seq: int) -> News:
        fixed = self._fixed(seq)
        newest = self._newest(fixed.entry.contest, fixed.entry.only_names)
        return self._superseded(seq) if newest and newest.seq > seq else fixed

    def _newest_of(self, contest: ContestId, names: bool) -> Entry | None:  # noqa: FBT001
        """A name is overtaken by whatever comes; a result only by another, or a withdrawal."""
        return self._journal.newest(contest) if names else self._journal.last(contest)

    def head(self) -> int:
        """The number of the journal's newest entry."""
        return self._journal.head()

    def results_head(self) -> int:
        """The same of results and of what takes them back."""
        return self._journal.results_head()

    def entries_after(self, seq: int, most: int) -> list[Entry]:
        return self._journal.since(seq, most)

    def subjects(self, entry: Entry) -> list[Subject]:
        seat = self._catalogue.seats.by_code[entry.contest.code]
        codes = self._catalogue.seats.codes_of_name(seat)
        areas = {seat.country, seat.region}
        return list(subjects(self._fixed(entry.seq), frozenset(codes), frozenset(areas)))

    def count(self, contest: ContestId, seq: int | None = None) -> Count:
        """How many contests of that polling day stood declared after an entry, or stand now."""
        day = contest.polled_on
        total = max(self._catalogue.contests.number_on(day), self._journal.opened_on(day))
        return Count(self._journal.declared_on(day, seq), total)

    def tonight(self, now: datetime) -> Count | None:
        """How far the polling day of the newest result is; None if that is two days old."""
        head = self._journal.results_head()
        newest = self._journal.entry(head) if head else None
        recent = newest is not None and now - newest.recorded_at < _NIGHT
        return self.count(newest.contest) if newest and recent else None

    def latest(self, polled_on: date, most: int) -> list[News]:
        """What stands declared of a day, newest first."""
        return self.news([one.seq for one in self._journal.standing(polled_on, most)])

    def results(self, polled_on: date) -> tuple[ContestResult, ...]:
        """What stands declared of a day, newest first: of an entry the same object every time."""
        standing = self._journal.standing_numbers(polled_on)
        return tuple(told for seq in standing if (told := self._results(seq)))

    def days(self) -> list[PollingDay]:
        """Those with contests that were opened and are not settled yet, newest first.

        Without any, the day of the newest result, if it was replayed, or that is to be.
        """
        kinds: dict[date, ContestKind] = {}
        for contest, kind in self._journal.opened().items():
            if kind is ContestKind.GENERAL or contest.polled_on not in kinds:
                kinds[contest.polled_on] = kind
        number_on, opened_on = self._catalogue.contests.number_on, self._journal.opened_on
        live = [day for day in kinds if number_on(day) < opened_on(day)]
        return [self._day(one, kinds[one]) for one in live] or self._replayed(set(kinds))

    def _day(self, polled_on: date, kind: ContestKind) -> PollingDay:
        seats = self._catalogue.seats.by_code
        to_come = [seats[code].name for code in self._journal.to_come(polled_on)]
        return PollingDay(polled_on, kind, self.count(ContestId("", polled_on)), tuple(to_come))

    def _replayed(self, opened: set[date]) -> list[PollingDay]:
        head = self._journal.results_head()
        newest = self._journal.entry(head).contest if head else None
        if newest is None:
            return self._to_be_replayed()
        if newest.polled_on in opened:
            return []
        kind, count = self._kind(newest), self.count(newest)
        return [PollingDay(newest.polled_on, kind, count, replayed=True)]

    def _to_be_replayed(self) -> list[PollingDay]:
        day = self._rehearsed
        kind = self._catalogue.contests.polling_days().get(day) if day else None
        if day is None or kind is None:
            return []
        return [PollingDay(day, kind, self.count(ContestId("", day)), replayed=True)]

    def _make(self, seq: int) -> News:
        entry = self._journal.entry(seq)
        earlier = self._journal.before(entry)
        now = self._told(entry)
        named, named_before = (self._nomination(one) for one in _named(entry, earlier))
        return News(
            entry=entry,
            seat=self._catalogue.seats.by_code[entry.contest.code].name,
            kind=self._kind(entry.contest),
            now=now,
            said=self._told(earlier) if earlier and not entry.only_names else None,
            count=self.count(entry.contest, seq),
            superseded=False,
            between=self._between(now) if now else (),
            named=named,
            named_before=named_before,
        )

    def _between(self, now: ContestResult) -> tuple[ContestResult, ...]:
        contests, seats = self._catalogue.contests, self._catalogue.seats
        if now.before is None:
            return ()
        codes = seats.codes_of_name(now.contest.constituency)
        held = [
            contest
            for one, kind in reversed(contests.ids_of_seats(codes))
            if kind is ContestKind.BY_ELECTION
            and now.before.polled_on < one.polled_on < now.contest.polled_on
            and (contest := contests.get(one))
        ]
        return tuple(ContestResult(one, contests.baseline(one)) for one in held)

    def _kind(self, contest_id: ContestId) -> ContestKind:
        settled = self._catalogue.contests.settled(contest_id)
        if settled is not None:
            return settled.kind
        return self._journal.opened(contest_id.code)[contest_id]

    def _nomination(self, nominee: Nominee | None) -> Nomination | None:
        return nomination_of(nominee, self._catalogue) if nominee else None

    def _told(self, entry: Entry) -> ContestResult | None:
        contest = contest_of(entry, self._kind(entry.contest), self._catalogue)
        if contest is None:
            return None
        return ContestResult(contest, self._catalogue.contests.baseline(contest))


def _named(entry: Entry, earlier: Entry | None) -> tuple[Nominee | None, Nominee | None]:
    """Whom the entry names, or names no longer, and in whose place."""
    before = earlier.named if earlier and entry.only_names else None
    return (entry.named, before) if entry.named else (before, None)
