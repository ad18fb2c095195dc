"""The columns of lists of seats, and what stands in them for a candidacy."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from bot.answers import figures, naming
from bot.answers.reply import Cell, Column, Listing, Unit
from bot.elections import arithmetic, tally
from bot.elections.contest import Candidacy
from bot.elections.result import ContestResult

BRIEF = 10  # rows of a list that only illustrates an answer
Row = tuple[ContestResult, Candidacy]
_Cell = Callable[[ContestResult, Candidacy], Cell]


@dataclass(frozen=True, slots=True)
class Field:
    column: Column
    cell: _Cell


def _field(name: str, cell: _Cell, unit: Unit = Unit.TEXT) -> Field:
    return Field(Column(name, unit), cell)


def _share(result: ContestResult, candidacy: Candidacy) -> float | None:
    return arithmetic.share(candidacy.votes, result.contest.valid_votes)


def _lead(result: ContestResult, _: Candidacy) -> float | None:
    return tally.lead(result.contest)


def _gained_from(result: ContestResult, _: Candidacy) -> str | None:
    gained_from = result.outcome.gained_from
    return gained_from.name if gained_from else None


def _certainty(result: ContestResult, _: Candidacy) -> str | None:
    certainty = result.contest.certainty
    return str(certainty) if certainty and result.contest.declared_at else None


def _swung(part: Callable[[tally.Swing], Cell]) -> _Cell:
    def cell(result: ContestResult, _: Candidacy) -> Cell:
        swing = tally.swing(result)
        return part(swing) if swing else None

    return cell


SEAT = _field("Constituency", lambda result, _: result.contest.constituency.name)
ELECTION = _field("Election", lambda result, _: result.contest.polled_on, Unit.DAY)
MP = _field("MP", lambda result, _: result.contest.winner.standing_as)
CANDIDATE = _field("Candidate", lambda _, one: one.standing_as)
PARTY = _field("Party", lambda _, one: naming.party(one))
WON_BY = _field("Won by", lambda result, _: naming.party(result.contest.winner))
GAINED_FROM = _field("Gained from", _gained_from)
OUTCOME = _field("Outcome", lambda result, _: naming.outcome(result.outcome))
VOTES = _field("Votes", lambda _, one: one.votes, Unit.COUNT)
SHARE = _field("Share", _share, Unit.SHARE)
CHANGE = _field(
    "Change",
    lambda result, one: arithmetic.change(one, result.contest, result.before),
    Unit.CHANGE,
)
MAJORITY = _field("Majority", lambda result, _: result.contest.majority, Unit.COUNT)
LEAD = _field("Lead", _lead, Unit.POINTS)
PLACE = _field("Place", lambda result, one: result.contest.candidacies.index(one) + 1, Unit.COUNT)
BEHIND = _field(
    "Votes behind", lambda result, one: result.contest.winner.votes - one.votes, Unit.COUNT
)
TURNOUT = _field(
    "Turnout", lambda result, _: arithmetic.turnout_of_valid_votes(result.contest), Unit.SHARE
)
ALL_BALLOTS = _field(
    "With rejected",
    lambda result, _: arithmetic.turnout_of_all_ballots(result.contest),
    Unit.SHARE,
)
ELECTORATE = _field("Electorate", lambda result, _: result.contest.electorate, Unit.COUNT)
VALID_VOTES = _field("Valid votes", lambda result, _: result.contest.valid_votes, Unit.COUNT)
REJECTED = _field("Rejected", lambda result, _: result.contest.rejected_votes, Unit.COUNT)
BALLOTS = _field("Ballots", lambda result, _: tally.ballots(result.contest), Unit.COUNT)
CANDIDATES = _field("Candidates", lambda result, _: len(result.contest.candidacies), Unit.COUNT)
DEPOSITS = _field(
    "Lost deposits", lambda result, _: tally.lost_deposits(result.contest), Unit.COUNT
)
SWING_FROM = _field("From", _swung(lambda one: one.loser.name))
SWING_TO = _field("To", _swung(lambda one: one.gainer.name))
SWING = _field("Swing", _swung(lambda one: one.size), Unit.POINTS)
DECLARED = _field("Declared", lambda result, _: result.contest.declared_at, Unit.TIME)
CERTAINTY = _field("Certainty", _certainty)


def listing(
    name: str,
    rows: Iterable[Row],
    fields: Sequence[Field],
    *,
    dated: bool = False,
    numbered: bool = False,
) -> Listing:
    """`dated` adds the day of the election after the seat."""
    first, *others = fields
    chosen = [first, *([ELECTION] if dated else []), *others]
    return Listing(
        name,
        tuple(field.column for field in chosen),
        tuple(tuple(field.cell(*row) for field in chosen) for row in rows),
        numbered,
    )


def cut(listed: int, found: int) -> list[str]:
    """That a list is not the whole of what was found."""
    return [f"The first {listed} of {figures.count(found)} are listed."] if listed < found else []


def by_name(rows: Iterable[Row]) -> list[Row]:
    """By election, the oldest first, and by the seat's name."""
    return sorted(
        rows, key=lambda row: (row[0].contest.polled_on, row[0].contest.constituency.name)
    )
