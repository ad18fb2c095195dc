"""Values by which seats or candidates can be ranked; None is not known."""

from collections.abc import Callable, Iterator
from datetime import datetime, time

from bot.elections import arithmetic, tally
from bot.elections.contest import Candidacy, Contest
from bot.elections.party import Party
from bot.elections.result import ContestResult

Score = tuple[float | None, Candidacy]
Scores = Callable[[ContestResult], Iterator[Score]]
"""One score for the seat, with its winner, or one for each candidacy."""


def of_seat(value: Callable[[Contest], float | None]) -> Scores:
    def scores(result: ContestResult) -> Iterator[Score]:
        yield value(result.contest), result.contest.winner

    return scores


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


def votes(result: ContestResult) -> Iterator[Score]:
    for one in result.contest.candidacies:
        yield one.votes, one


def shares(result: ContestResult) -> Iterator[Score]:
    total = result.contest.valid_votes
    for one in result.contest.candidacies:
        yield arithmetic.share(one.votes, total), one


def changes(result: ContestResult) -> Iterator[Score]:
    """The same as arithmetic.change, with the votes added up once for the seat."""
    total = result.contest.valid_votes
    for one in result.contest.candidacies:
        then = arithmetic.share_before(one.party, result.before)
        now = arithmetic.share(one.votes, total)
        yield None if now is None or then is None else now - then, one


def swings(result: ContestResult) -> Iterator[Score]:
    """Whichever way it went."""
    swing = tally.swing(result)
    yield swing.size if swing else None, result.contest.winner


def swings_to(party: Party, other: Party | None = None) -> Scores:
    """To the party, negative where away from it, where it is one of the first two.

    `other` is who has to be the second of them.
    """

    def scores(result: ContestResult) -> Iterator[Score]:
        first_two = [one.party.id for one in result.contest.candidacies[:2]]
        if party.id not in first_two or (other is not None and other.id not in first_two):
            return
        swing = tally.swing(result)
        towards = swing is not None and swing.gainer.id == party.id
        size = swing.size if swing else None
        yield size if towards or size is None else -size, result.contest.winner

    return scores
