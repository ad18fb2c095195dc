"""A seat's elections, cut where its boundaries changed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from bot.elections.contest import Baseline, Contest, ContestKind
from bot.elections.party import Party, PartyKind
from bot.elections.person import Person

Who = tuple[Party, Person | None]
"""A party, or one independent: two of them have no share together."""


@dataclass(frozen=True, slots=True)
class Shares:
    """What everybody had at an election, from 0 to 1; `estimated` where that is notional."""

    day: date
    kind: ContestKind
    shares: dict[Who, float]
    estimated: bool = False


@dataclass(frozen=True, slots=True)
class Stretch:
    """Elections on the same boundaries, oldest first. `redrawn` says that these were new."""

    results: tuple[Shares, ...]
    redrawn: bool

    @property
    def first_redrawn(self) -> Shares | None:
        """The first election that was really held on the new boundaries."""
        if not self.redrawn:
            return None
        return next(one for one in self.results if not one.estimated)


def stretches(
    contests: Sequence[Contest], baseline: Callable[[Contest], Baseline | None]
) -> list[Stretch]:
    """Of contests that come oldest first.

    A stretch begins with the election before it, as it would have gone on the new boundaries, or
    as it was where these are older than the results of 2010.
    """
    found: list[Stretch] = []
    for contest in contests:
        before = baseline(contest) if contest.kind is ContestKind.GENERAL else None
        if found and not _cut(found[-1], contest, before):
            found[-1] = Stretch((*found[-1].results, _counted(contest)), found[-1].redrawn)
            continue
        earlier = [_before(before)] if before else []
        found.append(Stretch((*earlier, _counted(contest)), bool(before and before.notional)))
    return found


def _cut(stretch: Stretch, contest: Contest, before: Baseline | None) -> bool:
    """Whether the contest does not belong to the stretch: it compares with none of it."""
    if contest.kind is ContestKind.BY_ELECTION:
        return False
    days = {one.day for one in stretch.results}
    return before is None or before.notional or before.polled_on not in days


def _counted(contest: Contest) -> Shares:
    votes: dict[Who, int] = {}
    for one in contest.candidacies:
        alone = one.party.kind is PartyKind.INDEPENDENT
        who = (one.party, one.person if alone else None)
        votes[who] = votes.get(who, 0) + one.votes
    return Shares(contest.polled_on, contest.kind, _shares(votes, contest.valid_votes))


def _before(before: Baseline) -> Shares:
    """Without independents, whom a baseline does not name."""
    votes: dict[Who, int] = {
        (party, None): number
        for party, number in before.votes.items()
        if party.kind is not PartyKind.INDEPENDENT
    }
    shares = _shares(votes, before.total)
    return Shares(before.polled_on, ContestKind.GENERAL, shares, before.notional)


def _shares(votes: dict[Who, int], total: int) -> dict[Who, float]:
    return {who: number / total for who, number in votes.items() if number and total}
