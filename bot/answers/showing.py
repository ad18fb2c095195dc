"""A party at one general election, in the areas asked about."""

from dataclasses import dataclass

from bot.answers.scope import Scope, before
from bot.catalogue.catalogue import Catalogue
from bot.elections import arithmetic, tally
from bot.elections.party import Party
from bot.elections.result import ContestResult
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


def showing(catalogue: Catalogue, scope: Scope, party: Party) -> Showing | None:
    """None where it neither stood there nor had a seat to lose."""
    own = tally.of_party(scope.results, party)
    if own is None:
        return None
    earlier = None if scope.partial else before(catalogue, scope)
    then = tally.of_party(earlier.results, party) if earlier else None
    return Showing(
        party=party,
        scope=scope,
        tally=own,
        valid_votes=tally.valid_votes(scope.results),
        seats_before=then.seats if then and then.candidates else None,
        share_before=share_before(scope, earlier, party, then),
        same_seats=earlier is None,
    )


def share_before(
    scope: Scope, earlier: Scope | None, party: Party, then: PartyTally | None
) -> float | None:
    """None where it did not stand then, or is no party."""
    if not party.comparable:
        return None
    if earlier is None:
        return _in_the_same_seats(scope.results, party)
    if then is None or not then.candidates:
        return None
    return arithmetic.share(then.votes, tally.valid_votes(earlier.results))


def _in_the_same_seats(results: tuple[ContestResult, ...], party: Party) -> float | None:
    befores = [one.before for one in results]
    if any(one is None for one in befores):
        return None
    known = [one for one in befores if one is not None]
    votes = sum(one.votes.get(party, 0) for one in known)
    return arithmetic.share(votes, sum(one.total for one in known)) if votes else None
