"""Whether a report can be true. Nothing that it works out by itself is believed."""

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from hashlib import blake2s
from zoneinfo import ZoneInfo

from bot.catalogue.catalogue import Catalogue
from bot.declarations.declaration import (
    NAMELESS,
    Declaration,
    DeclaredCandidate,
    Report,
    ReportedCandidate,
    Result,
)
from bot.declarations.journal import Journal
from bot.elections.constituency import Boundaries, Constituency
from bot.elections.contest import Candidacy, Contest, ContestId
from bot.elections.party import Party
from bot.text import alike, fold, slug

_BRITAIN = ZoneInfo("Europe/London")
_POLLS_CLOSE = timedelta(hours=22)
# In 2024 the last seat declared on Saturday evening, two days after the poll.
_LATEST = timedelta(days=3)
_BOUNDARIES_OF_2024 = date(2024, 7, 4)
_DIGEST = 6  # bytes, of the few names in one contest


class Refusal(ValueError):
    """The message is the reason, for an operator."""


@dataclass(frozen=True, slots=True)
class Validator:
    """Against the catalogue, and the contests that were opened."""

    catalogue: Catalogue
    journal: Journal

    def check(self, report: Report) -> Declaration:
        """The declaration that a report makes. Raises Refusal."""
        seat = self._seat(report)
        contest = ContestId(seat.code, report.polled_on)
        settled = self.catalogue.contests.settled(contest)
        if settled is None and contest not in self.journal.opened(seat.code):
            raise Refusal(
                f"no contest in {seat.name} on {report.polled_on} is known; open it first: "
                f"teller open {report.polled_on} (for a by-election with --by)"
            )
        if report.withdrawn:
            return Declaration(contest, None, _time(report))
        result = Result(
            self._candidates(report, contest, settled), report.electorate, report.rejected_votes
        )
        _check_figures(result, settled)
        return Declaration(contest, result, _time(report))

    def _seat(self, report: Report) -> Constituency:
        """By code, or by a name as somebody official writes it; a likely slip is not enough."""
        seats = self.catalogue.seats
        # Feeds repeat a slip all night; matching it loosely would declare the wrong seat for good.
        found = seats.get(report.constituency)
        candidates = [found] if found else seats.named(report.constituency)
        boundaries = (
            Boundaries.SINCE_2024
            if report.polled_on >= _BOUNDARIES_OF_2024
            else Boundaries.SINCE_2010
        )
        fitting = [one for one in candidates if boundaries in (one.since, one.boundaries)]
        if not candidates:
            raise Refusal(f"there is no constituency {report.constituency!r}")
        if len(fitting) != 1:
            raise Refusal(
                f"{report.constituency!r} is no one constituency on the boundaries of "
                f"{report.polled_on}; give its code"
            )
        return fitting[0]

    def _candidates(
        self, report: Report, contest: ContestId, settled: Contest | None
    ) -> tuple[DeclaredCandidate, ...]:
        if not report.candidates:
            raise Refusal("no candidates are given")
        if not any(one.votes for one in report.candidates):
            raise Refusal("nobody has any votes yet")
        if settled is None and len(report.candidates) == 1:
            # Nobody has been elected unopposed since 1951, and then nobody would have votes.
            raise Refusal("one candidate alone is no whole result")
        ranked = _ranked(report.candidates)
        declared = [self._candidate(one, contest, settled) for one in ranked]
        _refuse_twice(declared, [(alike(one.name), one.party_id) for one in declared])
        if settled is not None:
            _refuse_twice(declared, [one.person_id for one in declared])
        return tuple(_told_apart(declared))

    def _candidate(
        self, reported: ReportedCandidate, contest: ContestId, settled: Contest | None
    ) -> DeclaredCandidate:
        """Who that is: by name and party in the contest, else as somebody who stands anew."""
        party = self.catalogue.parties.named(reported.party)
        for known in settled.candidacies if settled else ():
            same_name = alike(reported.name) in {alike(known.standing_as), alike(known.person.name)}
            if same_name and party in (None, known.party):
                return _declared(reported, known)
        if settled is not None:
            raise Refusal(f"{reported.name} ({reported.party}) did not stand in this contest")
        person_id = self._person_id(reported.name, contest, party)
        party_id = party.id if party else _new_party_id(reported.party)
        name = party.name if party else reported.party
        return DeclaredCandidate(reported.name, person_id, name, party_id, reported.votes)

    def _person_id(self, name: str, contest: ContestId, party: Party | None) -> str:
        """A person of that very name who stood for the party or here; else somebody new."""
        known = self.catalogue.persons.same_person(name, contest.code, party.id if party else "")
        return known or f"{slug(name) or _nameless(name)}.{contest}"


def _nameless(name: str) -> str:
    """The same for every spelling of a name without Latin letters, wherever it stands."""
    return f"{NAMELESS}-{blake2s(alike(name).encode(), digest_size=_DIGEST).hexdigest()}"


def _new_party_id(written: str) -> str:
    """A slug only where that is the whole name, or it might be another party's."""
    whole = alike(written)
    return slug(written) if whole == fold(written) else whole


def _refuse_twice(declared: list[DeclaredCandidate], marks: Sequence[Hashable]) -> None:
    times = Counter(marks)
    for one, mark in zip(declared, marks, strict=True):
        if times[mark] > 1:
            raise Refusal(f"{one.name} ({one.party}) is given twice")


def _told_apart(declared: list[DeclaredCandidate]) -> list[DeclaredCandidate]:
    """With a number behind the id of each further newcomer of the same name."""
    seen: Counter[str] = Counter()
    apart = []
    for one in declared:
        seen[one.person_id] += 1
        number = seen[one.person_id]
        apart.append(one if number == 1 else replace(one, person_id=f"{one.person_id}-{number}"))
    return apart


def _declared(reported: ReportedCandidate, known: Candidacy) -> DeclaredCandidate:
    return DeclaredCandidate(
        reported.name, known.person.id, known.ballot_party, known.party.id, reported.votes
    )


def _ranked(candidates: tuple[ReportedCandidate, ...]) -> list[ReportedCandidate]:
    """The winner first, then by votes. A tie at the top was settled by lot and must say how."""
    ranked = sorted(candidates, key=lambda one: (-one.votes, not one.elected, one.name))
    top = [one for one in ranked if one.votes == ranked[0].votes]
    elected = [one for one in candidates if one.elected]
    if len(elected) > 1:
        raise Refusal("more than one candidate is said to be elected")
    if elected and elected[0].votes < ranked[0].votes:
        raise Refusal(
            f"{elected[0].name} is said to be elected, but {ranked[0].name} has more votes"
        )
    if len(top) > 1 and not elected:
        raise Refusal("the first two have as many votes: say who was elected by lot")
    if any(one.elected is False for one in ranked[:1]):
        raise Refusal(f"{ranked[0].name} has most votes, but is said not to be elected")
    return ranked


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
        raise Refusal(
            f"{len(result.candidates)} of {len(settled.candidacies)} candidates have votes: "
            "a partial result is none"
        )


def _time(report: Report) -> datetime | None:
    """Between the close of poll and three days later."""
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
