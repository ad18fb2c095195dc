"""What contests, candidates' parties and outcomes are called."""

from bot.answers import figures
from bot.elections.contest import Candidacy, Contest, ContestId, ContestKind, Nomination
from bot.elections.outcome import Outcome
from bot.elections.party import Party
from bot.text import fold

_SAYS_NOTHING = {"party", "the", "of", "for", "and", "uk", "official"}
_LONGEST = 45  # letters of a name that fits beside a candidate's


def election(contest: Contest) -> str:
    """ "general election, 4 July 2024"."""
    return f"{kind(contest.kind)}, {figures.day(contest.polled_on)}"


def kind(of: ContestKind) -> str:
    return "general election" if of is ContestKind.GENERAL else "by-election"


def title(contest: Contest) -> str:
    return f"{contest.constituency.name} · {election(contest)}"


def short(contest_id: ContestId, of: ContestKind) -> str:
    """A button's label: a year is enough for a general election."""
    if of is ContestKind.GENERAL:
        return str(contest_id.polled_on.year)
    return f"By-election, {contest_id.polled_on:%b %Y}"


def party(candidacy: Candidacy | Nomination) -> str:
    """The party's usual name, or the ballot paper's where that says something else."""
    if "co-operative" in candidacy.ballot_party.lower():
        return f"{candidacy.party.name} Co-op"
    return party_as_printed(candidacy.party, candidacy.ballot_party)


def party_as_printed(of: Party, printed: str) -> str:
    """The Brexit Party of 2019 is not shown under the name it took in 2021.

    And the Scottish Greens stay Scottish, although their votes count with the other Greens'.
    """
    if _telling_words(printed) <= _telling_words(of.name) or len(printed) > _LONGEST:
        return of.name
    return printed.removeprefix("The ").replace("Green Party", "Green")


def _telling_words(name: str) -> set[str]:
    return set(fold(name).split()) - _SAYS_NOTHING


def outcome(of: Outcome, *, short: bool = False) -> str:
    """ "Independent gain from Labour", "Labour hold", or the party alone for a new kind of seat.

    `short` is for "Ind gain from Lab".
    """
    winner = of.winner.short if short else of.winner.name
    if not of.known:
        return f"{winner} win"
    if of.gained_from is None:
        return f"{winner} hold"
    if of.gained_from == of.winner:
        return f"{winner} gain from another {winner}"
    return f"{winner} gain from {of.gained_from.short if short else of.gained_from.name}"
