"""Makes news of the journal's entries."""

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from bot.catalogue.catalogue import Catalogue
from bot.declarations.declaration import Entry
from bot.declarations.journal import Journal
from bot.declarations.live import contest_of
from bot.declarations.news import Count, News, Subject, Told, subjects
from bot.elections.contest import ContestId, ContestKind

_KEPT = 2048  # entries of which the figures are kept: more than any night has


class Newsroom:
    """Over the journal and the catalogue; for one thread, as they are."""

    def __init__(self, catalogue: Catalogue, journal: Journal) -> None:
        self._catalogue = catalogue
        self._journal = journal
        # What an entry says never changes, and a thousand channels ask for the same one.
        self._fixed = lru_cache(_KEPT)(self._make)

    def news(self, seqs: Iterable[int]) -> list[News]:
        """Of entries by number, in the order given."""
        made = []
        for seq in seqs:
            fixed = self._fixed(seq)
            newest = self._journal.last(fixed.entry.contest)
            late = newest is not None and newest.seq > seq
            made.append(replace(fixed, superseded=True) if late else fixed)
        return made

    def subjects(self, entry: Entry) -> list[Subject]:
        seat = self._catalogue.seats.by_code[entry.contest.code]
        namesake = self._catalogue.seats.namesake(seat)
        codes = {seat.code} | ({namesake.code} if namesake else set())
        areas = {seat.country, seat.region}
        return list(subjects(self._fixed(entry.seq), frozenset(codes), frozenset(areas)))

    def count(self, contest: ContestId, seq: int | None = None) -> Count:
        """How many contests of that polling day stood declared after an entry, or stand now."""
        day = contest.polled_on
        total = max(self._catalogue.contests.number_on(day), self._journal.opened_on(day))
        return Count(self._journal.declared_on(day, seq), total)

    def _make(self, seq: int) -> News:
        entry = self._journal.entry(seq)
        earlier = self._journal.before(entry)
        return News(
            entry=entry,
            seat=self._catalogue.seats.by_code[entry.contest.code].name,
            kind=self._kind(entry.contest),
            now=self._told(entry),
            said=self._told(earlier) if earlier else None,
            count=self.count(entry.contest, seq),
            superseded=False,
        )

    def _kind(self, contest_id: ContestId) -> ContestKind:
        settled = self._catalogue.contests.settled(contest_id)
        if settled is not None:
            return settled.kind
        return self._journal.opened(contest_id.code)[contest_id]

    def _told(self, entry: Entry) -> Told | None:
        contest = contest_of(entry, self._kind(entry.contest), self._catalogue)
        if contest is None:
            return None
        return Told(contest, self._catalogue.contests.baseline(contest))
