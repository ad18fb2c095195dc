"""A party at one general election, in the areas asked about."""

from collections import Counter
from dataclasses import dataclass

from bot.answers.scope import Scope, before
from bot.catalogue.catalogue import Catalogue
from bot.elections import arithmetic, tally
from bot.elections.party import Party
from bot.elections.tally import PartyTally


@dataclass(frozen=True, slots=True)
class Showing:
    """`seats_before` is how many it won at the general election before, None where it did not
    stand or that is not known. `share_before` is None where no share can be compared.

    `same_seats` says that the earlier share is that of these very seats, with estimates where
    boundaries changed: so where an election is partly declared, or is the first in the catalogue.
    """

    party: Party
    scope: Scope
    tally: PartyTally
    valid_votes: int
    seats_before: int | None
    share_before: float | None
    same_seats: bool

    @property
    def share(self) -> float | None:
        return arithmetic.share(self.tally.votes, self.valid_votes)

    @property
    def change(self) -> float | None:
        if self.share is None or self.share_before is None:
            return None
        return self.share - self.share_before


@dataclass(frozen=True, slots=True)
class Earlier:
    """What came before a scope, by ids of parties. `seats` has none where it is of the same seats,
    since a notional result elected nobody."""

    votes: dict[str, int]
    seats: dict[str, int]
    total: int
    same_seats: bool

    def share(self, party: Party) -> float | None:
        """None where it did not stand then, or is no party."""
        votes = self.votes.get(party.id)
        return arithmetic.share(votes, self.total) if votes and party.comparable else None


def earlier(catalogue: Catalogue, scope: Scope, party: Party | None = None) -> Earlier:
    """The general election before in the same areas, or else the results before of these seats.

    Of one party it is told faster.
    """
    there = None if scope.partial else before(catalogue, scope)
    if there is None:
        return _in_the_same_seats(scope)
    own = tally.of_party(there.results, party) if party else None
    tallies = ([own] if own else []) if party else tally.by_party(there.results)
    stood = [one for one in tallies if one.candidates]
    return Earlier(
        votes={one.party.id: one.votes for one in stood},
        seats={one.party.id: one.seats for one in stood},
        total=tally.valid_votes(there.results),
        same_seats=False,
    )


def _in_the_same_seats(scope: Scope) -> Earlier:
    """Nothing where any of them has no result before: a part would not compare."""
    known = [one.before for one in scope.results if one.before is not None]
    if len(known) < len(scope.results):
        return Earlier({}, {}, 0, same_seats=True)
    votes: Counter[str] = Counter()
    for one in known:
        votes.update({party.id: number for party, number in one.votes.items()})
    return Earlier(dict(votes), {}, sum(one.total for one in known), same_seats=True)


def showing(catalogue: Catalogue, scope: Scope, party: Party) -> Showing | None:
    """None where it neither stood there nor had a seat to lose."""
    own = tally.of_party(scope.results, party)
    if own is None:
        return None
    then = earlier(catalogue, scope, party)
    return Showing(
        party=party,
        scope=scope,
        tally=own,
        valid_votes=tally.valid_votes(scope.results),
        seats_before=then.seats.get(party.id),
        share_before=then.share(party),
        same_seats=then.same_seats,
    )
