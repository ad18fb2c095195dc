"""Who won, in words that hold for a tie and for somebody who stands alone, too."""

from bot.answers import figures, naming
from bot.elections import arithmetic
from bot.elections.contest import Contest
from bot.elections.result import ContestResult


def result(told: ContestResult) -> str:
    """ "Labour hold: Ann Able won by 1,234 votes (3.1 points)"."""
    return f"{naming.outcome(told.outcome)}: {victory(told.contest)}"


def summary(told: ContestResult) -> str:
    """The same for a list: "Labour hold: Ann Able by 1,234"."""
    winner = told.contest.winner.standing_as
    return f"{naming.outcome(told.outcome)}: {winner} {_margin(told.contest)}"


def in_short(told: ContestResult) -> str:
    """ "Lab hold: Ann Able by 1,234"."""
    outcome = naming.outcome(told.outcome, short=True)
    return f"{outcome}: {told.contest.winner.standing_as} {_margin(told.contest)}"


def victory(contest: Contest) -> str:
    name, votes = contest.winner.standing_as, figures.votes(contest.winner.votes)
    if contest.runner_up is None:
        return f"{name} won with {votes}, the only candidate reported"
    if contest.majority == 0:
        return f"{name} won by lot, after a tie with {_tied(contest)} on {votes} each"
    return f"{name} won by {majority(contest, 'votes')}"


def _margin(contest: Contest) -> str:
    if contest.runner_up is None:
        return f"with {figures.votes(contest.winner.votes)}"
    # Representation of the People Act 1983, schedule 1, rule 49: equal votes are decided by lot.
    return f"by {figures.count(contest.majority)}" if contest.majority else "by lot"


def _tied(contest: Contest) -> str:
    """All who have as many votes as the winner."""
    first, *others = contest.candidacies
    return " and ".join(one.standing_as for one in others if one.votes == first.votes)


def majority(contest: Contest, unit: str = "") -> str:
    """ "7,247 (14.8 points)", or with its unit "7,247 votes (14.8 points)"."""
    lead = arithmetic.share(contest.majority, contest.valid_votes)
    number = figures.votes(contest.majority) if unit else figures.count(contest.majority)
    return f"{number} ({figures.points(lead)})" if lead is not None else number
