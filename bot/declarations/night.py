"""A past night as declarations that come in one after the other."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from bot.catalogue.catalogue import Catalogue
from bot.catalogue.nights import Slip, contests_on, nights_as_entered, slips
from bot.declarations.declaration import Report, ReportedCandidate
from bot.declarations.slips import votes_typed
from bot.elections.contest import Candidacy, Contest
from bot.errors import TellerError

_BRITAIN = ZoneInfo("Europe/London")
_CLOSE_OF_POLL = time(22)


@dataclass(frozen=True, slots=True)
class Event:
    """A report and the moment at which it comes, in UTC; `text` is kept where it is refused."""

    moment: datetime
    report: Report
    text: str


@dataclass(frozen=True, slots=True)
class Night:
    """Events in the order of time. `name` tells it from every other night, and names its state."""

    name: str
    events: tuple[Event, ...]


def as_declared(catalogue: Catalogue, polled_on: date) -> Night:
    """The settled results of a day, each when it was declared. Raises TellerError.

    Those of which the time is not known come last, in the order of the seats' names, all at the
    last time that is known; on a day without any, as by-elections are, at the close of poll.
    """
    contests = _contests(catalogue, polled_on)
    if not contests:
        raise TellerError(_nobody_polled(catalogue, polled_on))
    known = [one.declared_at for one in contests if one.declared_at]
    last = max(known, default=datetime.combine(polled_on, _CLOSE_OF_POLL))
    ordered = sorted(
        contests,
        key=lambda one: (one.declared_at or last, not one.declared_at, one.constituency.name),
    )
    return Night(polled_on.isoformat(), tuple(_declared(one, last) for one in ordered))


def as_entered(catalogue: Catalogue, polled_on: date) -> Night:
    """What volunteers typed on a night, slips and all. Raises TellerError.

    A slip that does not give every candidate's votes is reported with its leader alone, which is
    a partial result and refused as such. So is one of which the others' votes cannot be told. No
    slip says when its contest was declared.
    """
    typed = slips(catalogue.connection, polled_on)
    if not typed:
        recorded = " and ".join(map(str, nights_as_entered(catalogue.connection)))
        raise TellerError(
            f"What was typed on the night of {polled_on} was not recorded: only that of "
            f"{recorded} can be replayed as it was entered."
        )
    contests = {one.id: one for one in _contests(catalogue, polled_on)}
    events = tuple(_entered(slip, contests[slip.contest]) for slip in typed)
    return Night(f"{polled_on}-as-entered", events)


def _contests(catalogue: Catalogue, polled_on: date) -> list[Contest]:
    found = [
        catalogue.contests.settled(one) for one in contests_on(catalogue.connection, polled_on)
    ]
    return [one for one in found if one is not None]


def _nobody_polled(catalogue: Catalogue, polled_on: date) -> str:
    *earlier, newest = map(str, reversed(catalogue.contests.general_elections()))
    return (
        f"Teller has no result of {polled_on} to replay: it has the general elections of "
        f"{', '.join(earlier)} and {newest}, and the days of by-elections since."
    )


def _declared(contest: Contest, last: datetime) -> Event:
    votes = [one.votes for one in contest.candidacies]
    report = _report(contest, votes, contest.declared_at)
    moment = (contest.declared_at or last).replace(tzinfo=_BRITAIN).astimezone(UTC)
    return Event(moment, report, _json(asdict(report)))


def _entered(slip: Slip, contest: Contest) -> Event:
    [leader] = [one for one in contest.candidacies if one.person.id == slip.leader_id]
    names = {"constituency": contest.constituency.name, "leader": leader.standing_as}
    votes = votes_typed(slip, contest)
    alone = (_candidate(leader, slip.leader_votes, elected=None),)
    report = (
        _report(contest, votes)
        if votes
        else Report(contest.polled_on, contest.constituency.code, alone)
    )
    return Event(slip.observed_at.astimezone(UTC), report, _json(names | asdict(slip)))


def _report(contest: Contest, votes: Sequence[int], declared_at: datetime | None = None) -> Report:
    # Who was elected is said only where the votes do not tell it.
    by_lot = votes.count(max(votes)) > 1
    return Report(
        polled_on=contest.polled_on,
        constituency=contest.constituency.code,
        candidates=tuple(
            _candidate(one, typed, elected=True if by_lot and one is contest.winner else None)
            for one, typed in zip(contest.candidacies, votes, strict=True)
        ),
        declared_at=declared_at,
        electorate=contest.electorate,
        rejected_votes=contest.rejected_votes,
    )


def _candidate(one: Candidacy, votes: int, *, elected: bool | None) -> ReportedCandidate:
    return ReportedCandidate(one.standing_as, one.ballot_party, votes, elected)


def _json(plain: dict[str, object]) -> str:
    return json.dumps(plain, ensure_ascii=False, default=str)
