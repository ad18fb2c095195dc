"""Contests counted together, with every sum made once."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from bot.elections import scores, tally
from bot.elections.party import Party
from bot.elections.result import ContestResult
from bot.elections.scores import Scores, Scoring
from bot.elections.tally import Flow, PartyTally, Polled


@dataclass(frozen=True)
class Before:
    """The results before of the very seats that are counted, by ids of parties: notional where
    boundaries changed."""

    votes: dict[str, int]
    total: int


@dataclass(frozen=True, eq=False)
class Count:
    """A sum is made when it is first asked for, and kept as long as the count is."""

    results: tuple[ContestResult, ...]
    _scorings: dict[tuple[Scores, bool], Scoring] = field(default_factory=dict, repr=False)

    @cached_property
    def by_party(self) -> tuple[PartyTally, ...]:
        return tally.by_party(self.results)

    @cached_property
    def _by_id(self) -> dict[str, PartyTally]:
        return {one.party.id: one for one in self.by_party}

    def of(self, party: Party) -> PartyTally | None:
        """None where it neither stood nor had a seat to lose."""
        return self._by_id.get(party.id)

    @cached_property
    def valid_votes(self) -> int:
        return tally.valid_votes(self.results)

    @cached_property
    def polled(self) -> Polled:
        return tally.polled(self.results)

    @cached_property
    def gains(self) -> tuple[Flow, ...]:
        return tally.gains(self.results)

    @cached_property
    def changed_hands(self) -> int:
        return sum(one.changes_hands for one in self.results)

    @cached_property
    def notional(self) -> bool:
        """Whether any result is compared with an estimate."""
        return any(one.before is not None and one.before.notional for one in self.results)

    @cached_property
    def compared_with(self) -> date | None:
        """The election that gains and losses are reckoned from."""
        return next((one.before.polled_on for one in self.results if one.before), None)

    @cached_property
    def before(self) -> Before | None:
        """None where any seat has no result before: a part would not compare."""
        known = [one.before for one in self.results if one.before is not None]
        if len(known) < len(self.results):
            return None
        votes: Counter[str] = Counter()
        for one in known:
            votes.update({party.id: number for party, number in one.votes.items()})
        return Before(dict(votes), sum(one.total for one in known))

    def scoring(self, by: Scores, *, of_candidates: bool) -> Scoring:
        """`by` has to be one that lasts, since what it gives is kept for it."""
        key = (by, of_candidates)
        if key not in self._scorings:
            self._scorings[key] = scores.scoring(self.results, by, of_candidates=of_candidates)
        return self._scorings[key]
