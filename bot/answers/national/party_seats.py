"""Lists of a party's seats: won, held, gained, lost, second in, fought, without the deposit."""

from collections.abc import Callable, Iterable

from bot.answers.national import seat_columns as column
from bot.answers.national.seat_columns import Field, Row
from bot.elections import arithmetic
from bot.elections.party import Party
from bot.elections.result import ContestResult
from bot.questions.question import Measure

Results = Iterable[ContestResult]
FIELDS: dict[Measure, tuple[Field, ...]] = {
    Measure.WON: (
        column.SEAT,
        column.MP,
        column.VOTES,
        column.SHARE,
        column.MAJORITY,
        column.OUTCOME,
    ),
    Measure.HELD: (column.SEAT, column.MP, column.VOTES, column.SHARE, column.MAJORITY),
    Measure.GAINED: (
        column.SEAT,
        column.MP,
        column.GAINED_FROM,
        column.VOTES,
        column.SHARE,
        column.MAJORITY,
    ),
    Measure.LOST: (column.SEAT, column.WON_BY, column.MP, column.MAJORITY),
    Measure.OUTCOME: (column.SEAT, column.OUTCOME, column.MP, column.MAJORITY),
    Measure.SECONDS: (
        column.SEAT,
        column.CANDIDATE,
        column.VOTES,
        column.SHARE,
        column.BEHIND,
        column.WON_BY,
    ),
    # No names: that somebody had few votes is said of the party, not of a person.
    Measure.DEPOSITS: (column.SEAT, column.VOTES, column.SHARE),
    Measure.PLACE: (column.SEAT, column.CANDIDATE, column.VOTES, column.SHARE, column.WON_BY),
    Measure.WOMEN: (column.SEAT, column.MP, column.VOTES, column.SHARE, column.MAJORITY),
}


def won(results: Results, party: Party) -> list[Row]:
    return column.by_name(
        (one, one.contest.winner) for one in results if one.contest.winner.party.id == party.id
    )


def held(results: Results, party: Party) -> list[Row]:
    """Seats of new kinds, which nobody held before, are left out."""
    return [
        (one, winner)
        for one, winner in won(results, party)
        if one.outcome.known and not one.changes_hands
    ]


def gained(results: Results, party: Party, loser: Party | None = None) -> list[Row]:
    return [
        (one, winner)
        for one, winner in won(results, party)
        for gained_from in [one.outcome.gained_from]
        if gained_from is not None and (loser is None or gained_from.id == loser.id)
    ]


def lost(results: Results, party: Party, winner: Party | None = None) -> list[Row]:
    """Seats that it held before and somebody else won, whether or not it stood there again."""
    return column.by_name(
        (one, one.contest.winner)
        for one in results
        for gained_from in [one.outcome.gained_from]
        if gained_from is not None
        and gained_from.id == party.id
        and (winner is None or one.outcome.winner.id == winner.id)
    )


def standing(results: Results, party: Party) -> list[Row]:
    return column.by_name(
        (one, candidacy)
        for one in results
        for candidacy in one.contest.candidacies
        if candidacy.party.id == party.id
    )


def placed(results: Results, party: Party, place: int, winner: Party | None = None) -> list[Row]:
    """`winner` is who came first there, if only those are wanted."""
    return column.by_name(
        (one, candidacy)
        for one in results
        for candidacy in one.contest.candidacies[place - 1 : place]
        if candidacy.party.id == party.id
        and (winner is None or one.contest.winner.party.id == winner.id)
    )


def without_deposit(results: Results, party: Party) -> list[Row]:
    return [
        (one, candidacy)
        for one, candidacy in standing(results, party)
        if arithmetic.loses_deposit(candidacy.votes, one.contest.valid_votes)
    ]


_ROWS: dict[Measure, Callable[[Results, Party, Party | None], list[Row]]] = {
    Measure.WON: lambda results, party, _: won(results, party),
    Measure.HELD: lambda results, party, _: held(results, party),
    Measure.GAINED: gained,
    Measure.LOST: lost,
    Measure.OUTCOME: lambda results, party, other: column.by_name(
        [*gained(results, party, other), *lost(results, party, other)]
    ),
    Measure.SECONDS: lambda results, party, other: placed(results, party, 2, other),
    Measure.DEPOSITS: lambda results, party, _: without_deposit(results, party),
}


def rows(measure: Measure, results: Results, party: Party, other: Party | None = None) -> list[Row]:
    """What belongs into the list of that measure; `other` is from whom, to whom or behind whom.

    None for a measure that has no list.
    """
    return _ROWS[measure](results, party, other) if measure in _ROWS else []
