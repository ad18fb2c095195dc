"""A party at one general election, in the areas asked about."""

from dataclasses import dataclass

from bot.answers import wording
from bot.answers.national.scope import Scope, before
from bot.catalogue.catalogue import Catalogue
from bot.elections import arithmetic
from bot.elections.count import Count
from bot.elections.party import Party
from bot.elections.tally import PartyTally


@dataclass(frozen=True, slots=True)
class Showing:
    """What was before is None where the party did not stand then, or it is not known.

    `earlier` is its tally at the general election before; `seats_before` is what it held of these
    very seats, a notional number where boundaries changed. `share_before` is None, too, where it
    is no party. `same_seats` says that there is no earlier tally and that the earlier votes are
    those of these very seats, with estimates where boundaries changed: so where an election is
    partly declared, or is the first in the catalogue.
    """

    party: Party
    scope: Scope
    tally: PartyTally
    valid_votes: int
    seats_before: int | None
    earlier: PartyTally | None
    votes_before: int | None
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

    @property
    def name(self) -> str:
        """In a sentence, as it was called then."""
        return wording.as_then(self.tally)


@dataclass(frozen=True, slots=True)
class Earlier:
    """What came before a scope: the results of `count`, or where there is none those of these very
    seats. A notional result elected nobody, so `seats` has none then."""

    scope: Scope
    count: Count | None

    @property
    def same_seats(self) -> bool:
        return self.count is None

    @property
    def total(self) -> int:
        if self.count is not None:
            return self.count.valid_votes
        seats = self.scope.count.before
        return seats.total if seats else 0

    def votes(self, party: Party) -> int | None:
        """None where it did not stand."""
        if self.count is not None:
            own = self.count.of(party)
            return own.votes if own and own.candidates else None
        seats = self.scope.count.before
        return seats.votes.get(party.id) or None if seats else None

    def share(self, party: Party) -> float | None:
        """None where it did not stand, or is no party."""
        votes = self.votes(party)
        return arithmetic.share(votes, self.total) if votes and party.comparable else None

    def tally(self, party: Party) -> PartyTally | None:
        own = self.count.of(party) if self.count else None
        return own if own and own.candidates else None

    def held(self, own: PartyTally) -> int | None:
        """Of the seats that are counted, by the reckoning from which it gained or lost."""
        if self.scope.compared_with is None:
            return None
        return own.before if own.before or self.votes(own.party) else None


def earlier(catalogue: Catalogue, scope: Scope) -> Earlier:
    """The general election before in the same areas, or else the results before of these seats."""
    there = None if scope.partial else before(catalogue, scope)
    return Earlier(scope, there.count if there else None)


def showing(catalogue: Catalogue, scope: Scope, party: Party) -> Showing | None:
    """None where it neither stood there nor had a seat to lose."""
    own = scope.count.of(party)
    if own is None:
        return None
    then = earlier(catalogue, scope)
    return Showing(
        party=party,
        scope=scope,
        tally=own,
        valid_votes=scope.count.valid_votes,
        seats_before=then.held(own),
        earlier=then.tally(party),
        votes_before=then.votes(party),
        share_before=then.share(party),
        same_seats=then.same_seats,
    )
