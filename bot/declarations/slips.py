"""What a slip says of the votes that it does not record."""

from collections.abc import Sequence

from bot.catalogue.nights import Slip
from bot.elections.contest import Contest


def votes_typed(slip: Slip, contest: Contest) -> tuple[int, ...] | None:
    """Every candidate's votes as they must have been typed, in the contest's own order.

    Where the total differs from the settled result, the difference is taken for one candidate's
    slip if it can be only one candidate's: with it the slip's leader has the votes that were typed
    and leads. None where it can be anybody's or nobody's, or where votes were still to come.
    """
    if not slip.complete or slip.candidates != len(contest.candidacies):
        return None
    leader = [one.person.id for one in contest.candidacies].index(slip.leader_id)
    fitting = [
        votes
        for votes in _readings(slip.total_votes, contest)
        if _leads(leader, votes) and votes[leader] == slip.leader_votes
    ]
    return fitting[0] if len(fitting) == 1 else None


def _readings(total: int, contest: Contest) -> list[tuple[int, ...]]:
    """The settled votes, or whatever makes the total by a change to one candidate."""
    settled = tuple(one.votes for one in contest.candidacies)
    slipped = total - contest.valid_votes
    if slipped == 0:
        return [settled]
    return [
        (*settled[:number], votes + slipped, *settled[number + 1 :])
        for number, votes in enumerate(settled)
        if votes + slipped >= 0
    ]


def _leads(leader: int, votes: Sequence[int]) -> bool:
    return all(votes[leader] > other for number, other in enumerate(votes) if number != leader)
