"""Many contests counted together: seats, votes and places by party, and what changed hands."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from bot.elections import arithmetic
from bot.elections.contest import Candidacy, Contest
from bot.elections.party import Party
from bot.elections.result import ContestResult


@dataclass(frozen=True, slots=True)
class PartyTally:
    """A party in the contests that were counted.

    `gained` and `lost` are seats by the contests' outcomes: against the general election before,
    or its notional result where boundaries changed. `lost` counts seats that it did not fight too.
    `before` is how many of these seats it held by the same reckoning, so that it and the net
    change make its seats. `printed` is what most of its ballot papers called it.
    """

    party: Party
    seats: int = 0
    votes: int = 0
    candidates: int = 0
    seconds: int = 0
    lost_deposits: int = 0
    gained: int = 0
    lost: int = 0
    before: int = 0
    printed: str = ""

    @property
    def net(self) -> int:
        """Seats gained less seats lost."""
        return self.gained - self.lost


@dataclass(frozen=True, slots=True)
class Flow:
    """How many seats one party gained from another; from itself where one independent followed
    another."""

    gainer: Party
    loser: Party
    seats: int


@dataclass(frozen=True, slots=True)
class Polled:
    """How many voted. None is not known in any of the contests.

    `electorate` and `rejected` are sums of what is known; the numbers `without_…` say in how many
    contests it is not. A turnout counts only contests of which both its parts are known.
    """

    valid_votes: int
    electorate: int | None
    rejected: int | None
    without_electorate: int
    without_rejected: int
    turnout_of_valid_votes: float | None
    turnout_of_all_ballots: float | None


def by_party(results: Iterable[ContestResult]) -> tuple[PartyTally, ...]:
    """Most seats first, then most votes. Parties that only lost seats are among them."""
    counts: dict[str, _Count] = {}
    for one in results:
        valid_votes = one.contest.valid_votes
        for place, candidacy in enumerate(one.contest.candidacies, start=1):
            _of(candidacy.party, counts).add(candidacy, place, valid_votes)
        outcome = one.outcome
        if outcome.gained_from is not None:
            _of(outcome.winner, counts).gained += 1
            _of(outcome.gained_from, counts).lost += 1
        if one.before is not None:
            _of(one.before.held_by, counts).before += 1
    tallies = [one.made() for one in counts.values()]
    return tuple(sorted(tallies, key=lambda one: (-one.seats, -one.votes, one.party.name)))


@dataclass(slots=True)
class _Count:
    party: Party
    seats: int = 0
    votes: int = 0
    candidates: int = 0
    seconds: int = 0
    lost_deposits: int = 0
    gained: int = 0
    lost: int = 0
    before: int = 0
    printed: Counter[str] = field(default_factory=Counter)

    def add(self, candidacy: Candidacy, place: int, valid_votes: int) -> None:
        self.votes += candidacy.votes
        self.candidates += 1
        self.seats += place == 1
        self.seconds += place == 2  # noqa: PLR2004 (it is the second place)
        self.lost_deposits += arithmetic.loses_deposit(candidacy.votes, valid_votes)
        self.printed[candidacy.ballot_party] += 1

    def made(self) -> PartyTally:
        return PartyTally(
            self.party,
            self.seats,
            self.votes,
            self.candidates,
            self.seconds,
            self.lost_deposits,
            self.gained,
            self.lost,
            self.before,
            self.printed.most_common(1)[0][0] if self.printed else "",
        )


def _of(party: Party, counts: dict[str, _Count]) -> _Count:
    if party.id not in counts:
        counts[party.id] = _Count(party)
    return counts[party.id]


def gains(results: Iterable[ContestResult]) -> tuple[Flow, ...]:
    """Who gained how many seats from whom, most first."""
    outcomes = [one.outcome for one in results]
    pairs = Counter((one.winner, one.gained_from) for one in outcomes if one.gained_from)
    flows = [Flow(gainer, loser, seats) for (gainer, loser), seats in pairs.items()]
    return tuple(sorted(flows, key=lambda one: (-one.seats, one.gainer.name, one.loser.name)))


def valid_votes(results: Iterable[ContestResult]) -> int:
    return sum(one.contest.valid_votes for one in results)


def polled(results: Sequence[ContestResult]) -> Polled:
    """Turnout over several contests is the sum of votes over the sum of electorates, not a mean."""
    contests = [one.contest for one in results]
    voted = [(one.valid_votes, one.electorate, one.rejected_votes) for one in contests]
    electorates = [electorate for _, electorate, _ in voted if electorate]
    rejected = [number for _, _, number in voted if number is not None]
    valid = [(votes, electorate) for votes, electorate, _ in voted if electorate]
    ballots = [
        (votes + number, electorate)
        for votes, electorate, number in voted
        if electorate and number is not None
    ]
    return Polled(
        valid_votes=sum(votes for votes, _, _ in voted),
        electorate=sum(electorates) if electorates else None,
        rejected=sum(rejected) if rejected else None,
        without_electorate=len(voted) - len(electorates),
        without_rejected=len(voted) - len(rejected),
        turnout_of_valid_votes=_over(valid),
        turnout_of_all_ballots=_over(ballots),
    )


def _over(parts: list[tuple[int, int]]) -> float | None:
    return arithmetic.share(sum(part for part, _ in parts), sum(whole for _, whole in parts))


@dataclass(frozen=True, slots=True)
class Swing:
    """How far votes swung from one party to another, as a difference of shares, never negative."""

    loser: Party
    gainer: Party
    size: float


def swing(result: ContestResult) -> Swing | None:
    """Between the first two of a contest: arithmetic.swing, with its direction."""
    winner, second = result.contest.winner, result.contest.runner_up
    swung = arithmetic.swing(result.contest, result.before)
    if swung is None or second is None:
        return None
    if swung < 0:
        return Swing(winner.party, second.party, -swung)
    return Swing(second.party, winner.party, swung)


def swing_between(rise: float, fall: float) -> float:
    """The same from two parties' changes of share over many contests."""
    return (rise - fall) / 2


def lead(contest: Contest) -> float | None:
    """The majority as a share of the valid votes; None where nobody else stood."""
    if contest.runner_up is None:
        return None
    return arithmetic.share(contest.majority, contest.valid_votes)


def ballots(contest: Contest) -> int | None:
    """How many people voted: valid votes and rejected ballots; None where those are not known."""
    if contest.rejected_votes is None:
        return None
    return contest.valid_votes + contest.rejected_votes


def lost_deposits(contest: Contest) -> int:
    valid_votes = contest.valid_votes
    return sum(arithmetic.loses_deposit(one.votes, valid_votes) for one in contest.candidacies)
