"""A general election counted once, for all that a comparison says of it."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.answers import figures
from bot.answers.compared import weighing
from bot.answers.compared.weighing import Figure
from bot.answers.national import victors
from bot.answers.national.scope import Scope
from bot.answers.national.victors import Standings
from bot.elections import arithmetic, tally
from bot.elections.party import Party
from bot.elections.tally import PartyTally, Polled
from bot.questions.question import Measure


@dataclass(frozen=True, slots=True)
class Counted:
    """An election in the areas asked about."""

    scope: Scope
    standings: Standings
    polled: Polled

    def of(self, party: Party) -> PartyTally:
        return self.standings.of(party) or PartyTally(party)

    def share(self, party: Party) -> float | None:
        """None where it did not stand."""
        own = self.of(party)
        return arithmetic.share(own.votes, self.polled.valid_votes) if own.candidates else None

    def seats(self, party: Party) -> int | None:
        """None where it did not stand."""
        own = self.of(party)
        return own.seats if own.candidates else None

    @property
    def leading(self) -> str:
        """ "Labour won the most seats, 27 of 32", as far as anything is declared."""
        return victors.most(self.standings) if self.standings.leaders else "no party has won a seat"


Value = Callable[[Counted], float | None]

OF_ALL: dict[Measure, tuple[Figure, Value]] = {
    Measure.TURNOUT: (weighing.TURNOUT, lambda of: of.polled.turnout_of_valid_votes),
    Measure.ELECTORATE: (weighing.ELECTORATE, lambda of: of.polled.electorate),
    Measure.REJECTED: (weighing.REJECTED, lambda of: of.polled.rejected),
    Measure.BALLOTS: (weighing.VALID_VOTES, lambda of: of.polled.valid_votes),
    Measure.VOTES: (weighing.VALID_VOTES, lambda of: of.polled.valid_votes),
    Measure.CANDIDATES: (
        weighing.CANDIDATES,
        lambda of: sum(one.candidates for one in of.standings.tallies),
    ),
    Measure.DEPOSITS: (
        weighing.DEPOSITS,
        lambda of: sum(one.lost_deposits for one in of.standings.tallies),
    ),
}


def counted(of: Scope) -> Counted:
    return Counted(of, victors.standings(of), tally.polled(of.results))


def of_party(measure: Measure, party: Party) -> tuple[Figure, Value] | None:
    """What of the party is weighed; None where the measure is none of a party."""
    name = party.name
    seats = (
        Figure(f"number of {name} seats", "larger", weighing.count),
        lambda of: of.seats(party),
    )
    values: dict[Measure, tuple[Figure, Value]] = {
        Measure.SEATS: seats,
        Measure.WON: seats,
        Measure.VOTES: (
            Figure(f"{name} vote", "larger", weighing.votes),
            lambda of: of.of(party).votes,
        ),
        Measure.SHARE: (
            Figure(f"{name} share", "larger", figures.percent),
            lambda of: of.share(party),
        ),
        Measure.CANDIDATES: (
            Figure(f"number of {name} candidates", "larger", weighing.count),
            lambda of: of.of(party).candidates,
        ),
        Measure.DEPOSITS: (
            Figure(f"number of lost {name} deposits", "larger", weighing.count),
            lambda of: of.of(party).lost_deposits,
        ),
    }
    return values.get(measure)
