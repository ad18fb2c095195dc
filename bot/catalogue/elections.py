"""Whole elections at once: every contest with what it is compared with."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cached_property

from bot.catalogue.contests import Contests, baseline_of
from bot.catalogue.overlay import Dated, Mark
from bot.catalogue.seats import Seats
from bot.elections.constituency import Boundaries, Constituency
from bot.elections.contest import Baseline, Contest, ContestId, ContestKind
from bot.elections.count import Count
from bot.elections.result import ContestResult

Results = tuple[ContestResult, ...]
Areas = tuple[str, ...]
"""Names of nations and regions; none of them means everywhere."""

_NEW_BOUNDARIES = date(2024, 7, 4)
_MOST_KEPT = 300  # counts of elections in areas; there are 16 areas, and whoever asks joins them


def boundaries_on(polled_on: date) -> Boundaries:
    """Those that a general election of that day is held on."""
    return Boundaries.SINCE_2024 if polled_on >= _NEW_BOUNDARIES else Boundaries.SINCE_2010


def inside(results: Iterable[ContestResult], areas: Sequence[str]) -> Results:
    return tuple(one for one in results if lies_in(one.contest.constituency, areas))


def lies_in(seat: Constituency, areas: Sequence[str]) -> bool:
    """Whether it lies in one of them; everywhere where none are named."""
    return not areas or seat.country in areas or seat.region in areas


class Elections:
    """What is settled is read once and kept; live results are laid over it at every question."""

    def __init__(self, contests: Contests, seats: Seats) -> None:
        self._contests = contests
        self._seats = seats
        self._kept: dict[date, Results] = {}
        self._contests_by_code: dict[date, dict[str, Contest]] = {}
        self._mark: Mark | None = None
        self._live_days: Dated = []
        self._live: dict[date, Results] = {}
        self._laid_over: dict[date, Results] = {}
        self._live_counts: dict[tuple[date, Areas], Count] = {}
        self._told: dict[ContestId, ContestResult] = {}
        self._counts: dict[tuple[date, Areas], Count] = {}

    def days(self) -> list[date]:
        """Of general elections with at least one result, newest first."""
        counted = {
            one.polled_on
            for one, kind in self._opened()
            if kind is ContestKind.GENERAL and self._live_on(one.polled_on)
        }
        return sorted({*self._contests.general_elections(), *counted}, reverse=True)

    def general(self, polled_on: date) -> Results:
        """The results of a general election, as far as it is declared; none if there was none."""
        if polled_on not in self._kept:
            self._kept[polled_on] = self._settled(polled_on)
        settled = self._kept[polled_on]
        if not any(one.polled_on == polled_on for one, _ in self._opened()):
            return settled
        if polled_on not in self._laid_over:
            self._laid_over[polled_on] = self._with_live(settled, polled_on)
        return self._laid_over[polled_on]

    def _with_live(self, settled: Results, polled_on: date) -> Results:
        known = {one.contest.constituency.code for one in settled}
        live = [
            one
            for one in self._live_on(polled_on)
            if one.contest.kind is ContestKind.GENERAL
            and one.contest.constituency.code not in known
        ]
        return (*settled, *live) if live else settled

    def counted(self, polled_on: date, areas: Areas = ()) -> Count:
        """A general election, as far as it is declared, in some areas or everywhere.

        The same count every time, with the sums it has made, until a live result changes it.
        """
        results, key = self.general(polled_on), (polled_on, tuple(sorted(areas)))
        counts = self._counts if results is self._kept[polled_on] else self._live_counts
        if key not in counts:
            if len(counts) >= _MOST_KEPT:
                counts.clear()
            counts[key] = Count(inside(results, areas))
        return counts[key]

    def seats_at(self, polled_on: date, areas: Areas = ()) -> int:
        """How many seats there are to declare at a general election of that day."""
        seats = self._seats_with[boundaries_on(polled_on)]
        return sum(lies_in(one, areas) for one in seats) if areas else len(seats)

    def by_elections(self) -> Results:
        """Oldest first."""
        settled = self._settled_by_elections
        known = {one.contest.id for one in settled}
        live = [
            one
            for day, kind in self._opened()
            if kind is ContestKind.BY_ELECTION
            for one in self._live_on(day.polled_on)
            if one.contest.id not in known
        ]
        return tuple(sorted([*settled, *live], key=lambda one: one.contest.polled_on))

    def warm_up(self) -> None:
        """Reads now what would keep the first question about an election waiting."""
        for day in reversed(self._contests.general_elections()):
            _ = self.counted(day).by_party
        self.by_elections()

    def _opened(self) -> Dated:
        """One contest for every polling day that was opened; forgets what is live no more."""
        live = self._contests.live
        if live is None:
            return []
        mark = live.mark()
        if mark != self._mark:
            self._mark, self._live_days = mark, live.days()
            for kept in (self._live, self._laid_over, self._live_counts):
                kept.clear()
        return self._live_days

    def _live_on(self, polled_on: date) -> Results:
        live = self._contests.live
        if live is None:
            return ()
        self._opened()
        if polled_on not in self._live:
            self._live[polled_on] = tuple(self._compared(one) for one in live.on(polled_on))
        return self._live[polled_on]

    def _compared(self, contest: Contest) -> ContestResult:
        """The one of before where nothing changed: of a night's 650 one is new at a time."""
        told = self._told.get(contest.id)
        # What it is compared with stands, unless that was declared live itself.
        stands = told is not None and (told.before is None or told.before.polled_on in self._days)
        if told is None or not stands or told.contest != contest:
            told = ContestResult(contest, self._contests.baseline(contest))
            self._told[contest.id] = told
        return told

    def _settled(self, polled_on: date) -> Results:
        contests = self._by_code(polled_on).values()
        return tuple(ContestResult(one, self._before(one)) for one in contests)

    @cached_property
    def _settled_by_elections(self) -> Results:
        contests = self._contests.all_of(ContestKind.BY_ELECTION)
        return tuple(ContestResult(one, self._before(one)) for one in contests)

    @cached_property
    def _seats_with(self) -> dict[Boundaries, list[Constituency]]:
        every = self._seats.by_code.values()
        return {
            one: [seat for seat in every if seat.since <= one <= seat.boundaries]
            for one in Boundaries
        }

    @cached_property
    def _estimates(self) -> dict[tuple[str, date], Baseline]:
        return self._contests.estimates()

    @cached_property
    def _days(self) -> list[date]:
        """Of the settled general elections and, first, the one that only estimates tell of."""
        estimated = {day for _, day in self._estimates}
        return sorted({*self._contests.general_elections(), *estimated})

    def _before(self, contest: Contest) -> Baseline | None:
        """The same as Contests.baseline finds, from what is kept."""
        earlier = [day for day in self._days if day < contest.polled_on]
        if not earlier:
            return None
        code, day = contest.constituency.code, earlier[-1]
        found = self._by_code(day).get(code)
        estimate = self._estimates.get((code, day))
        return baseline_of(found) if found else self._counted(code, day, estimate) or estimate

    def _counted(self, code: str, day: date, estimate: Baseline | None) -> Baseline | None:
        kept = self._seats.unchanged_predecessor(code)
        found = self._by_code(day).get(kept.code) if kept else None
        if found is None or (estimate and found.valid_votes != estimate.total):
            return None
        return baseline_of(found)

    def _by_code(self, polled_on: date) -> dict[str, Contest]:
        """The settled contests of a general election."""
        if polled_on not in self._contests_by_code:
            contests = self._contests.all_of(ContestKind.GENERAL, polled_on)
            self._contests_by_code[polled_on] = {one.constituency.code: one for one in contests}
        return self._contests_by_code[polled_on]
