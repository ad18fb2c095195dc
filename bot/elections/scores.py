"""Values by which seats or candidates can be ranked; None is not known."""

from collections.abc import Callable
from datetime import datetime, time

from bot.elections import arithmetic, tally
from bot.elections.contest import Candidacy, Contest
from bot.elections.party import Party
from bot.elections.result import ContestResult

Score = Callable[[Candidacy], float | None]
Scores = Callable[[ContestResult], Score]
"""How a contest's candidates score. What is the same for all of them is reckoned only once."""


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


def swings_to(party: Party) -> Scores:
    """To the party, which is one of the first two; negative where away from it."""

    def scores(result: ContestResult) -> Score:
        swung = _swing(result)
        if swung is not None and result.contest.winner.party.id != party.id:
            swung = -swung
        return lambda _: swung

    return scores


def _swing(result: ContestResult) -> float | None:
    """What arithmetic.swing gives."""
    winner, second = result.contest.winner, result.contest.runner_up
    if second is None or winner.party.id == second.party.id:
        return None
    change = changes(result)
    rise, fall = change(winner), change(second)
    return None if rise is None or fall is None else tally.swing_between(rise, fall)
