"""What happened in a past night, in the order of time, whoever tells it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from bot.catalogue.catalogue import Catalogue
from bot.catalogue.nights import Slip, contests_on, slips
from bot.elections.contest import Candidacy, Contest

_BRITAIN = ZoneInfo("Europe/London")

Votes = tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """Somebody is said to have won, with the votes of the contest's candidates in its order, as
    far as they are known; None while nobody's are. `moment` is in UTC."""

    moment: datetime
    contest: Contest
    winner: Candidacy
    votes: Votes | None

    @property
    def is_whole(self) -> bool:
        return self.votes is not None and None not in self.votes


def contests(catalogue: Catalogue, day: date) -> list[Contest]:
    found = [catalogue.contests.settled(one) for one in contests_on(catalogue.connection, day)]
    return [one for one in found if one]


def as_declared(catalogue: Catalogue, day: date) -> list[Change]:
    """All at once for each contest; those without a time at the last one that is known."""
    polled = contests(catalogue, day)
    last = max(one.declared_at for one in polled if one.declared_at)
    found = [
        Change(
            (one.declared_at or last).replace(tzinfo=_BRITAIN).astimezone(UTC),
            one,
            one.winner,
            tuple(candidate.votes for candidate in one.candidacies),
        )
        for one in polled
    ]
    return sorted(found, key=lambda one: (one.moment, one.contest.constituency.name))


def as_entered(catalogue: Catalogue, day: date) -> list[Change]:
    """What volunteers typed: first who won, later the votes, with their slips."""
    by_id = {one.id: one for one in contests(catalogue, day)}
    return [_entered(by_id[slip.contest], slip) for slip in slips(catalogue.connection, day)]


def _entered(contest: Contest, slip: Slip) -> Change:
    [leader] = [one for one in contest.candidacies if one.person.id == slip.leader_id]
    # Whoever was named before any votes were known was given one vote.
    votes = None if slip.total_votes <= 1 else _typed(contest, slip, leader)
    return Change(slip.observed_at.astimezone(UTC), contest, leader, votes)


def _typed(contest: Contest, slip: Slip, leader: Candidacy) -> Votes:
    """The settled votes, with the leader's as typed and the rest of the difference on one
    candidate: the winner, if that is somebody else, or the last who can have had them."""
    votes = [one.votes for one in contest.candidacies]
    place = contest.candidacies.index(leader)
    votes[place] = slip.leader_votes
    missing = len(votes) - slip.candidates_with_votes
    rest = slip.total_votes - sum(votes[: len(votes) - missing])
    for number in _who_may_differ(place, len(votes) - missing):
        if 0 <= votes[number] + rest < slip.leader_votes:
            votes[number] += rest
            break
    return (*votes[: len(votes) - missing], *[None] * missing)


def _who_may_differ(leader: int, known: int) -> Iterator[int]:
    if leader:
        yield 0
    yield from (number for number in reversed(range(known)) if number != leader)


def close_of_poll(day: date) -> datetime:
    return datetime.combine(day, time(22), _BRITAIN).astimezone(UTC)
