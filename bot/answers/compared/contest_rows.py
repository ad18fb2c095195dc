"""What can be laid side by side of a contest."""

from collections.abc import Callable, Sequence

from bot.answers import figures, naming, victory
from bot.answers.compared import weighing
from bot.answers.compared.weighing import Figure
from bot.elections import arithmetic, tally
from bot.elections.contest import Contest
from bot.elections.party import Party
from bot.elections.result import ContestResult
from bot.questions.question import Measure

_MOST_PARTIES = 8
_LEAST_SHARE = 0.05  # from which on a party is one of the main ones of a seat

Value = Callable[[ContestResult], float | None]


def _swing(result: ContestResult) -> float | None:
    swung = tally.swing(result)
    return swung.size if swung else None


VALUES: dict[Measure, tuple[Figure, Value]] = {
    Measure.MAJORITY: (weighing.MAJORITY, lambda one: one.contest.majority),
    Measure.CLOSENESS: (weighing.LEAD, lambda one: tally.lead(one.contest)),
    Measure.TURNOUT: (
        weighing.TURNOUT,
        lambda one: arithmetic.turnout_of_valid_votes(one.contest),
    ),
    Measure.ELECTORATE: (weighing.ELECTORATE, lambda one: one.contest.electorate),
    Measure.BALLOTS: (weighing.BALLOTS, lambda one: arithmetic.ballots(one.contest)),
    Measure.REJECTED: (weighing.REJECTED, lambda one: one.contest.rejected_votes),
    Measure.CANDIDATES: (weighing.CANDIDATES, lambda one: len(one.contest.candidacies)),
    Measure.DEPOSITS: (weighing.DEPOSITS, lambda one: tally.lost_deposits(one.contest)),
    Measure.SWING: (weighing.SWING, _swing),
}


def value_of(measure: Measure, party: Party | None) -> tuple[Figure, Value] | None:
    """What the measure weighs; votes and shares are the party's, or else the winner's."""
    if measure is Measure.SHARE or (party and measure not in {*VALUES, Measure.VOTES}):
        name = party.name if party else "winner's"
        figure = Figure(f"{name} share", "larger", figures.percent)
        return figure, lambda one: share_of(one.contest, party or one.contest.winner.party)
    if measure is Measure.VOTES:
        name = party.name if party else "winner's"
        figure = Figure(f"{name} vote", "larger", weighing.votes)
        return figure, lambda one: votes_of(one.contest, party or one.contest.winner.party)
    return VALUES.get(measure)


def votes_of(contest: Contest, party: Party) -> int | None:
    """Of all its candidates; None where it did not stand."""
    votes = [one.votes for one in contest.candidacies if one.party == party]
    return sum(votes) if votes else None


def share_of(contest: Contest, party: Party) -> float | None:
    votes = votes_of(contest, party)
    return arithmetic.share(votes, contest.valid_votes) if votes is not None else None


def main_parties(contests: Sequence[Contest]) -> list[Party]:
    """Those with a twentieth of the votes somewhere, the strongest first."""
    best: dict[Party, float] = {}
    for contest in contests:
        for candidacy in contest.candidacies:
            share = share_of(contest, candidacy.party) or 0
            best[candidacy.party] = max(share, best.get(candidacy.party, 0))
    ranked = sorted(best, key=lambda party: -best[party])
    return [party for party in ranked if best[party] >= _LEAST_SHARE][:_MOST_PARTIES]


def other_names(contests: Sequence[Contest], parties: Sequence[Party] = ()) -> list[str]:
    """What a main party, or one of those, was called where it has another name now."""
    main = parties or main_parties(contests)
    names = {
        (contest.polled_on.year, one.party.name, printed): None
        for contest in contests
        for one in contest.candidacies
        if one.party in main
        and (printed := naming.party_as_printed(one.party, one.ballot_party)) != one.party.name
        and "co-operative" not in one.ballot_party.lower()
    }
    return [f"In {year} {name} was on the ballot as {then}." for year, name, then in names]


def rows(results: Sequence[ContestResult]) -> list[tuple[str, ...]]:
    """A line a measure, a cell a contest, all in words: the units differ from line to line."""
    told: list[tuple[str, Callable[[ContestResult], str]]] = [
        ("Winner", lambda one: one.contest.winner.standing_as),
        ("Party", lambda one: naming.party(one.contest.winner)),
        ("Outcome", lambda one: naming.outcome(one.outcome)),
        ("Majority", lambda one: victory.majority(one.contest)),
        *((_LABELS[measure], _written(measure)) for measure in _LABELS),
    ]
    shares = [(f"{party.name} share", _share_written(party)) for party in _parties(results)]
    return [(name, *(tell(one) for one in results)) for name, tell in (*told, *shares)]


_LABELS = {
    Measure.TURNOUT: "Turnout",
    Measure.ELECTORATE: "Electorate",
    Measure.REJECTED: "Rejected ballots",
    Measure.CANDIDATES: "Candidates",
}


def _parties(results: Sequence[ContestResult]) -> list[Party]:
    return main_parties([one.contest for one in results])


def _written(measure: Measure) -> Callable[[ContestResult], str]:
    figure, value = VALUES[measure]

    def written(result: ContestResult) -> str:
        found = value(result)
        return figure.written(found) if found is not None else "not known"

    return written


def _share_written(party: Party) -> Callable[[ContestResult], str]:
    def written(result: ContestResult) -> str:
        share = share_of(result.contest, party)
        return figures.percent(share) if share is not None else "did not stand"

    return written
