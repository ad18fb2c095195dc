"""The formulas. Shares run from 0 to 1, changes and swings are differences of shares."""

from bot.elections.contest import Baseline, Candidacy, Contest
from bot.elections.party import Party

# £500 since 1985; the fraction since the Representation of the People Act 1985.
DEPOSIT_FRACTION = 20  # one twentieth


def share(votes: int, total: int) -> float | None:
    """Share of the valid votes, or None where there were none."""
    return votes / total if total else None


def turnout_of_valid_votes(contest: Contest) -> float | None:
    """Valid votes over electorate: the House of Commons Library's turnout."""
    if not contest.electorate:
        return None
    return contest.valid_votes / contest.electorate


def turnout_of_all_ballots(contest: Contest) -> float | None:
    """Valid votes and rejected ballots over electorate: what returning officers and the press say.

    None where the number of rejected ballots is not known.
    """
    if not contest.electorate or contest.rejected_votes is None:
        return None
    return (contest.valid_votes + contest.rejected_votes) / contest.electorate


def loses_deposit(votes: int, valid_votes: int) -> bool:
    """Representation of the People Act 1983, schedule 1, rule 53: no more than one twentieth."""
    return votes * DEPOSIT_FRACTION <= valid_votes


def share_before(party: Party, before: Baseline | None) -> float | None:
    """The party's share last time, None where it did not stand or no share can be compared."""
    if before is None or not party.comparable or not before.votes.get(party):
        return None
    return share(before.votes[party], before.total)


def change(candidacy: Candidacy, contest: Contest, before: Baseline | None) -> float | None:
    """Difference of a candidate's share from that of the same party last time."""
    then = share_before(candidacy.party, before)
    now = share(candidacy.votes, contest.valid_votes)
    if then is None or now is None:
        return None
    return now - then


def swing(contest: Contest, before: Baseline | None) -> float | None:
    """Butler's two-party swing to the winner from the runner-up.

    Half of (the winner's rise plus the runner-up's fall) in share of the vote (D. E. Butler,
    The British General Election of 1951, appendix). None unless both are parties that also
    fought the seat last time.
    """
    if contest.runner_up is None or contest.winner.party == contest.runner_up.party:
        return None
    rise = change(contest.winner, contest, before)
    fall = change(contest.runner_up, contest, before)
    if rise is None or fall is None:
        return None
    return (rise - fall) / 2


# What is asked of one contest.


def votes_to_keep_deposit(valid_votes: int) -> int:
    """The fewest votes that are more than one twentieth; the same rule 53."""
    return valid_votes // DEPOSIT_FRACTION + 1


def ballots(contest: Contest) -> int | None:
    """Valid votes and rejected ballots: everybody who voted, as far as the count tells.

    None where the number of rejected ballots is not known.
    """
    if contest.rejected_votes is None:
        return None
    return contest.valid_votes + contest.rejected_votes
