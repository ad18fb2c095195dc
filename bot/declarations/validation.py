"""Whether a report can be true. Nothing that it works out by itself is believed."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.catalogue.catalogue import Catalogue
from bot.catalogue.seats import Seats
from bot.declarations.declaration import (
    Declaration,
    DeclaredCandidate,
    Nominee,
    Report,
    ReportedCandidate,
    Result,
)
from bot.declarations.journal import Journal
from bot.declarations.refusal import Refusal
from bot.declarations.roll import Roll, told_apart
from bot.elections.constituency import Boundaries, Constituency
from bot.elections.contest import Contest, ContestId
from bot.text import alike

_BRITAIN = ZoneInfo("Europe/London")
_POLLS_CLOSE = timedelta(hours=22)
# In 2024 the last seat declared on Saturday evening, two days after the poll.
_LATEST = timedelta(days=3)
_BOUNDARIES_OF_2024 = date(2024, 7, 4)


def fitting_seats(seats: Seats, written: str, polled_on: date) -> list[Constituency]:
    """By code, or by a name as somebody official writes it, on the boundaries of that day.

    A likely slip is not enough: feeds repeat a slip all night, and matching it loosely would
    declare the wrong seat for good.
    """
    boundaries = (
        Boundaries.SINCE_2024 if polled_on >= _BOUNDARIES_OF_2024 else Boundaries.SINCE_2010
    )
    return [one for one in seats.written(written) if boundaries in (one.since, one.boundaries)]


def nobody(_contest: ContestId) -> tuple[Nominee, ...]:
    """Where no nominations are known."""
    return ()


@dataclass(frozen=True, slots=True)
class Validator:
    """Against the catalogue, the contests that were opened, and who is nominated in one."""

    catalogue: Catalogue
    journal: Journal
    nominated: Callable[[ContestId], tuple[Nominee, ...]] = nobody

    def check(self, report: Report) -> Declaration:
        """The declaration that a report makes. Raises Refusal."""
        contest, settled = self._contest(report)
        if report.withdrawn:
            return Declaration(contest, None, declared_time(report))
        result = Result(
            self._candidates(report, contest, settled), report.electorate, report.rejected_votes
        )
        _check_figures(result, settled)
        return Declaration(contest, result, declared_time(report))

    def contest(self, report: Report) -> ContestId:
        """The contest that a report is about. Raises Refusal where there is none."""
        return self._contest(report)[0]

    def winner(self, report: Report) -> tuple[ContestId, Nominee]:
        """Who is named the winner before the votes are known. Raises Refusal."""
        contest, settled = self._contest(report)
        elected = [one for one in report.candidates if one.elected]
        if len(elected) != 1:
            raise Refusal(f"{len(elected) or 'none'} of the candidates named as the winner")
        return contest, self._roll(contest, settled).entry(elected[0])

    def standing(self, report: Report) -> tuple[ContestId, tuple[Nominee, ...]]:
        """Who is nominated, in the order of their names' last words. Raises Refusal."""
        contest, settled = self._contest(report)
        if not report.candidates:
            raise Refusal("no candidates are given")
        roll = Roll(self.catalogue, contest, settled)
        names = Counter((alike(one.name), alike(one.party)) for one in report.candidates)
        for one in report.candidates:
            if names[alike(one.name), alike(one.party)] > 1:
                raise Refusal(f"{one.name} ({one.party}) is given twice")
        nominees = told_apart([roll.entry(one) for one in report.candidates])
        return contest, tuple(sorted(nominees, key=_by_family))

    def _contest(self, report: Report) -> tuple[ContestId, Contest | None]:
        seat = self._seat(report)
        contest = ContestId(seat.code, report.polled_on)
        settled = self.catalogue.contests.settled(contest)
        if settled is None and contest not in self.journal.opened(seat.code):
            raise Refusal(
                f"no contest in {seat.name} on {report.polled_on} is known; open it first: "
                f"teller open {report.polled_on} (for a by-election with --by)"
            )
        return contest, settled

    def _seat(self, report: Report) -> Constituency:
        written, polled_on = report.constituency, report.polled_on
        fitting = fitting_seats(self.catalogue.seats, written, polled_on)
        if len(fitting) == 1:
            return fitting[0]
        if not fitting and not self.catalogue.seats.written(written):
            raise Refusal(f"there is no constituency {written!r}")
        raise Refusal(
            f"{written!r} is no one constituency on the boundaries of {polled_on}; give its code"
        )

    def _candidates(
        self, report: Report, contest: ContestId, settled: Contest | None
    ) -> tuple[DeclaredCandidate, ...]:
        if not report.candidates:
            raise Refusal("no candidates are given")
        votes = [one.votes for one in report.candidates if one.votes is not None]
        if not any(votes):
            raise Refusal("nobody has any votes yet")
        if len(votes) < len(report.candidates):
            raise Refusal(_partial(len(votes), len(report.candidates)))
        if settled is None and len(report.candidates) == 1:
            # Nobody has been elected unopposed since 1951, and then nobody would have votes.
            raise Refusal("one candidate alone is no whole result")
        ranked = _ranked(report.candidates)
        roll = self._roll(contest, settled)
        declared = [roll.entry(one).with_votes(one.votes or 0) for one in ranked]
        _refuse_twice(declared, settled)
        return tuple(told_apart(declared))

    def _roll(self, contest: ContestId, settled: Contest | None) -> Roll:
        return Roll(self.catalogue, contest, settled, self.nominated(contest))


def _refuse_twice(declared: list[DeclaredCandidate], settled: Contest | None) -> None:
    names = Counter((alike(one.name), one.party_id) for one in declared)
    persons = Counter(one.person_id for one in declared if settled)
    for one in declared:
        if names[alike(one.name), one.party_id] > 1 or persons[one.person_id] > 1:
            raise Refusal(f"{one.name} ({one.party}) is given twice")


def _partial(given: int, expected: int) -> str:
    return f"{given} of {expected} candidates have votes: a partial result is none"


def _ranked(candidates: tuple[ReportedCandidate, ...]) -> list[ReportedCandidate]:
    """The winner first, then by votes. A tie at the top was settled by lot and must say how."""
    ranked = sorted(candidates, key=lambda one: (-(one.votes or 0), not one.elected, one.name))
    top = [one for one in ranked if one.votes == ranked[0].votes]
    elected = [one for one in candidates if one.elected]
    if len(elected) > 1:
        raise Refusal("more than one candidate is said to be elected")
    if elected and elected[0] not in top:
        raise Refusal(
            f"{elected[0].name} is said to be elected, but {ranked[0].name} has more votes"
        )
    if len(top) > 1 and not elected:
        raise Refusal("the first two have as many votes: say who was elected by lot")
    if any(one.elected is False for one in ranked[:1]):
        raise Refusal(f"{ranked[0].name} has most votes, but is said not to be elected")
    return ranked


def _by_family(nominee: Nominee) -> tuple[str, str]:
    words = alike(nominee.name).split()
    return words[-1] if words else "", nominee.name


def _check_figures(result: Result, settled: Contest | None) -> None:
    total = sum(one.votes for one in result.candidates)
    electorate = result.electorate
    if electorate is None and settled is not None:
        electorate = settled.electorate
    if electorate is not None and total > electorate:
        raise Refusal(f"{total:,} votes are more than the electorate of {electorate:,}")
    ballots = total + (result.rejected_votes or 0)
    if electorate is not None and ballots > electorate:
        raise Refusal(
            f"{ballots:,} ballots, valid and rejected, are more than the electorate of "
            f"{electorate:,}"
        )
    # Volunteers enter the winner first and the others as they come.
    if settled is not None and len(result.candidates) < len(settled.candidacies):
        raise Refusal(_partial(len(result.candidates), len(settled.candidacies)))


def declared_time(report: Report) -> datetime | None:
    """In local time, between the close of poll and three days later. Raises Refusal."""
    if report.declared_at is None:
        return None
    told = report.declared_at
    if told.tzinfo is not None:
        try:
            told = told.astimezone(_BRITAIN).replace(tzinfo=None)
        except OverflowError:
            raise Refusal("declared_at is no time that anybody could declare at") from None
    after = told - datetime.combine(report.polled_on, datetime.min.time())
    if not _POLLS_CLOSE <= after <= _LATEST:
        raise Refusal(f"declared_at {told:%Y-%m-%d %H:%M} is not in the days after the poll")
    return told
