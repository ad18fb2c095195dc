"""Values by which seats or candidates can be ranked; None is not known."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime, time

from bot.elections import arithmetic, tally
from bot.elections.contest import Candidacy, Contest
from bot.elections.party import Party
from bot.elections.result import ContestResult

Score = Callable[[Candidacy], float | None]
Scores = Callable[[ContestResult], Score]
"""How a contest's candidates score. What is the same for all of them is reckoned only once."""


@dataclass(frozen=True, slots=True)
class Scored:
    """A candidate, or for a seat its winner, with what it is ranked by."""

    value: float
    result: ContestResult
    candidacy: Candidacy


@dataclass(frozen=True, slots=True)
class Scoring:
    """All of them, the lowest first; `unknown` are those without a value."""

    known: tuple[Scored, ...]
    unknown: tuple[tuple[ContestResult, Candidacy], ...]


def scoring(results: Iterable[ContestResult], scores: Scores, *, of_candidates: bool) -> Scoring:
    known: list[Scored] = []
    unknown: list[tuple[ContestResult, Candidacy]] = []
    for result in results:
        score, every = scores(result), result.contest.candidacies
        for one in every if of_candidates else every[:1]:
            value = score(one)
            if value is None:
                unknown.append((result, one))
            else:
                known.append(Scored(value, result, one))
    known.sort(key=lambda one: one.value)
    return Scoring(tuple(known), tuple(unknown))


def of_seat(value: Callable[[Contest], float | None]) -> Scores:
    """The seat's own value, whoever it is asked of."""
    return lambda result: lambda _: value(result.contest)


def majority(contest: Contest) -> int | None:
    """None where nobody else stood."""
    return contest.majority if contest.runner_up else None


def winning_share(contest: Contest) -> float | None:
    return arithmetic.share(contest.winner.votes, contest.valid_votes)


def after_polling_day(contest: Contest) -> float | None:
    """Seconds since it began, so that the nights of several elections can be compared."""
    if contest.declared_at is None:
        return None
    polled = datetime.combine(contest.polled_on, time(), contest.declared_at.tzinfo)
    return (contest.declared_at - polled).total_seconds()


def votes(_: ContestResult) -> Score:
    return lambda one: one.votes


def shares(result: ContestResult) -> Score:
    total = result.contest.valid_votes
    return lambda one: arithmetic.share(one.votes, total)


def changes(result: ContestResult) -> Score:
    """What arithmetic.change gives, for as many candidates as twenty thousand."""
    total, before = result.contest.valid_votes, result.before
    if before is None or not total:
        return lambda _: None
    # By id, since it takes long to look a whole party up.
    then = {party.id: votes for party, votes in before.votes.items() if party.comparable}

    def change(one: Candidacy) -> float | None:
        earlier = then.get(one.party.id)
        return one.votes / total - earlier / before.total if earlier else None

    return change


def swings(result: ContestResult) -> Score:
    """Between the first two, whichever way it went."""
    swung = _swing(result)
    return lambda _: abs(swung) if swung is not None else None


def swings_to_winners(result: ContestResult) -> Score:
    """To the winner from whoever came second; negative where away from the winner."""
    swung = _swing(result)
    return lambda _: swung


def swing_to(party: Party, to_winner: Scored) -> Scored:
    """The same as a swing to the party, which is one of the first two."""
    won = to_winner.result.contest.winner.party.id == party.id
    return to_winner if won else replace(to_winner, value=-to_winner.value)


def _swing(result: ContestResult) -> float | None:
    """What arithmetic.swing gives."""
    winner, second = result.contest.winner, result.contest.runner_up
    if second is None or winner.party.id == second.party.id:
        return None
    change = changes(result)
    rise, fall = change(winner), change(second)
    return None if rise is None or fall is None else tally.swing_between(rise, fall)
