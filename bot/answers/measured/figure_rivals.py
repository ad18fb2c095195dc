"""Of two parties in one contest, which had more votes."""

from bot.answers import figures, placing
from bot.answers.measured.figure_votes import winner
from bot.answers.measured.inquiry import Inquiry, Told
from bot.elections.contest import Candidacy

_TWO = 2


def beat(inquiry: Inquiry) -> Told:
    """Whether `parties[0]` had more votes than `parties[1]`, whoever won."""
    if len(inquiry.asked.parties) < _TWO:
        return winner(inquiry)
    best = [_best(inquiry, party) for party in inquiry.asked.parties[:2]]
    stood = [one for one in best if one is not None]
    showings = "; ".join(placing.showing(one, inquiry.contest) for one in stood)
    absent = [
        f"there was no {inquiry.catalogue.parties.by_id[party].name} candidate"
        for party, one in zip(inquiry.asked.parties, best, strict=False)
        if one is None
    ]
    sentence = "; ".join(part for part in (showings, *absent) if part)
    ahead = len(stood) == len(best) and stood[0].votes > stood[-1].votes
    if ahead or len(stood) < len(best):
        return Told(inquiry.answered(f"{sentence}.", yes=ahead))
    behind = figures.votes(stood[-1].votes - stood[0].votes)
    return Told(inquiry.answered(f"{sentence}: {behind} behind.", yes=False))


def _best(inquiry: Inquiry, party: str) -> Candidacy | None:
    """Of several candidates of one party the first."""
    return next((one for one in inquiry.contest.candidacies if one.party.id == party), None)
