"""How one candidate did, in words."""

from collections.abc import Sequence

from bot.answers import figures, naming
from bot.elections import arithmetic
from bot.elections.contest import Candidacy, Contest

_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
_TEENS = range(11, 14)


def ordinal(number: int) -> str:
    ending = "th" if number % 100 in _TEENS else _ENDINGS.get(number % 10, "th")
    return f"{figures.count(number)}{ending}"


def named(candidacy: Candidacy) -> str:
    """ "Ed Davey (Liberal Democrat)"."""
    return f"{candidacy.standing_as} ({naming.party(candidacy)})"


def place_of(candidacy: Candidacy, contest: Contest) -> int:
    return next(place for place, one in enumerate(contest.candidacies, start=1) if one == candidacy)


def of_person(contest: Contest, person_id: str) -> Candidacy | None:
    return next((one for one in contest.candidacies if one.person.id == person_id), None)


def came(candidacy: Candidacy, contest: Contest) -> str:
    """ "came 2nd of 7", and who had as many votes."""
    number = len(contest.candidacies)
    if number == 1:
        return "was the only candidate reported"
    level = [
        one.standing_as
        for one in contest.candidacies
        if one != candidacy and one.votes == candidacy.votes
    ]
    tie = f", level with {listed(level)}," if level else ""
    return f"came {ordinal(place_of(candidacy, contest))} of {number}{tie}"


def got(candidacy: Candidacy, contest: Contest) -> str:
    """ "25,870 votes, 51.1%"."""
    share = arithmetic.share(candidacy.votes, contest.valid_votes)
    votes = figures.votes(candidacy.votes)
    return f"{votes}, {figures.percent(share)}" if share is not None else votes


def showing(candidacy: Candidacy, contest: Contest) -> str:
    """ "Ed Davey (Liberal Democrat) came 1st of 7 with 25,870 votes, 51.1%"."""
    return f"{named(candidacy)} {came(candidacy, contest)} with {got(candidacy, contest)}"


def behind(candidacy: Candidacy, contest: Contest) -> str:
    """ "630 votes (1.4 points)": how far from the winner."""
    votes = contest.winner.votes - candidacy.votes
    lead = arithmetic.share(votes, contest.valid_votes)
    points = f" ({figures.points(lead)})" if lead is not None else ""
    return f"{figures.votes(votes)}{points}"


def listed(words: Sequence[str]) -> str:
    """ "Bath, Leeds and York"."""
    if len(words) <= 1:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"
