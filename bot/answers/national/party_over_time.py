"""A party at several general elections, one below the other."""

from collections.abc import Sequence

from bot.answers import limits, wording
from bot.answers.national import (
    caveats,
    moved,
    party_figures,
    party_seats,
    progress,
    seat_columns,
    victors,
)
from bot.answers.national.party_figures import Figure
from bot.answers.national.scope import Scope, titled, years
from bot.answers.national.seat_columns import Row
from bot.answers.national.showing import Showing, showing
from bot.answers.reply import Cell, Choice, Column, Listing, Reply, ReplyKind, Unit
from bot.catalogue.catalogue import Catalogue
from bot.elections.party import Party
from bot.questions.question import Measure, Question

_EACH_BEFORE = (
    "Gains, losses and net changes are against the general election before each, or its notional "
    "result where boundaries changed."
)
_JOINTS = {Measure.GAINED: "from", Measure.LOST: "to", Measure.SECONDS: "to"}
_LISTS = {Measure.WON, Measure.HELD, Measure.GAINED, Measure.LOST}


def of_party(
    catalogue: Catalogue, asked: Question, party: Party, counted: Sequence[Scope]
) -> Reply:
    """`counted` is several elections, oldest first."""
    showings = [(one, _stood(showing(catalogue, one, party))) for one in counted]
    other = catalogue.parties.get(asked.parties[1]) if len(asked.parties) > 1 else None
    rows = _rows(asked, party, counted, other)
    figure = party_figures.figure(catalogue, asked)
    listed = rows[: seat_columns.BRIEF] if asked.yes_or_no else rows
    reply = Reply(
        kind=ReplyKind.PARTY,
        title=f"{party.name} · {titled(asked.areas, _when(asked, counted))}",
        headline=_headline(
            asked, party, showings, figure, rows, other if asked.measure in _JOINTS else None
        ),
        listing=_list(asked, party, listed) if rows else _table(asked, party, showings, figure),
        notes=(*seat_columns.cut(len(listed), len(rows)), *_notes(asked, party, showings)),
        choices=(Choice("party", party.id, party.name, short="Every election"),),
        colour=party.colour,
    )
    return progress.completed(catalogue, asked, counted, reply)


def _when(asked: Question, counted: Sequence[Scope]) -> str:
    return f"general elections, {years(asked, counted)}"


def _stood(found: Showing | None) -> Showing | None:
    return found if found and found.tally.candidates else None


def _rows(
    asked: Question, party: Party, counted: Sequence[Scope], other: Party | None
) -> list[Row]:
    if asked.measure not in _LISTS and not (other and asked.measure is Measure.SECONDS):
        return []
    every = [result for scope in counted for result in scope.results]
    return party_seats.rows(asked.measure, every, party, other)


def _headline(
    asked: Question,
    party: Party,
    showings: Sequence[tuple[Scope, Showing | None]],
    figure: Figure,
    rows: list[Row],
    other: Party | None,
) -> str:
    """ "Labour, seats: 258 in 2010, …"; where another party was named the `rows` are counted."""
    if asked.measure in {Measure.WINNER, Measure.OVERALL}:
        return _wins(asked, party, [scope for scope, _ in showings])
    values = [figure.value(found) if found else None for _, found in showings]
    if other is not None:
        days = [result.contest.polled_on for result, _ in rows]
        values = [days.count(scope.day) for scope, _ in showings]
    parts = [
        f"{figure.told(value) if value is not None else _missing(found)} in {scope.day.year}"
        for value, (scope, found) in zip(values, showings, strict=True)
    ]
    where = f" {wording.within(asked.areas)}" if asked.areas else ""
    whom = f" {_JOINTS[asked.measure]} {wording.whole(other)}" if other else ""
    label = f"{figure.label.lower()}{whom}{where}"
    told = f"{wording.whole(party)}, {label}: {wording.listed(parts)}."
    return _answered(asked, told, holds=_holds(asked, figure, values))


def _holds(asked: Question, figure: Figure, values: Sequence[float | None]) -> bool | None:
    """Whether it was so at any of them; of a change whether the last is more than the first.

    None where nothing of the kind was asked: that there were votes or shares says nothing.
    """
    if asked.compared:
        return moved.claimed(asked, values[-1], values[0])
    if asked.limit is not None:
        limit, in_shares = asked.limit, figure.unit in {Unit.SHARE, Unit.CHANGE}
        numbers, shares = (
            ([None] * len(values), values) if in_shares else (values, [None] * len(values))
        )
        met = [limits.meets(limit, one, share) for one, share in zip(numbers, shares, strict=True)]
        return any(met) if any(one is not None for one in met) else None
    if figure.unit is not Unit.COUNT or figure is party_figures.VOTES:
        return None
    return any((value or 0) > 0 for value in values)


def _answered(asked: Question, sentence: str, *, holds: bool | None) -> str:
    if asked.yes_or_no and holds is not None:
        return f"{'Yes' if holds else 'No'}: {sentence}"
    return wording.capital(sentence)


def _missing(found: Showing | None) -> str:
    return "did not stand" if found is None else "nothing to compare with"


def _wins(asked: Question, party: Party, counted: Sequence[Scope]) -> str:
    """At which of them it won the most seats, or an overall majority."""
    every = [victors.standings(one) for one in counted]
    if asked.measure is Measure.OVERALL:
        won = [one for one in every if one.overall and one.overall.party.id == party.id]
        what = "an overall majority"
    else:
        won = [one for one in every if [party.id] == [own.party.id for own in one.leaders]]
        what = "the most seats"
    years = [str(one.scope.day.year) for one in won]
    where = f" {wording.within(asked.areas)}" if asked.areas else ""
    when = f"in {wording.listed(years)}" if won else "at none of them"
    elections = wording.number(len(counted), "general election")
    told = f"{wording.whole(party)} won {what}{where} at {len(won)} of {elections}: {when}."
    return _answered(asked, told, holds=bool(won))


def _list(asked: Question, party: Party, rows: list[Row]) -> Listing:
    name = wording.file_name(party.id, f"seats {asked.measure}", *asked.areas)
    return seat_columns.listing(name, rows, party_seats.FIELDS[asked.measure], dated=True)


def _table(
    asked: Question,
    party: Party,
    showings: Sequence[tuple[Scope, Showing | None]],
    figure: Figure,
) -> Listing:
    shown = party_figures.USUAL if figure in party_figures.USUAL else (figure, *party_figures.USUAL)
    return Listing(
        wording.file_name(party.id, "general elections", *asked.areas),
        (Column("Election", Unit.DAY), *(Column(one.label, one.unit) for one in shown)),
        tuple((scope.day, *_cells(found, shown)) for scope, found in showings),
    )


def _cells(found: Showing | None, shown: Sequence[Figure]) -> list[Cell]:
    """Empty where it did not stand."""
    if found is None:
        return [None] * len(shown)
    return [one.value(found) if _makes_sense(one, found) else None for one in shown]


def _makes_sense(figure: Figure, found: Showing) -> bool:
    return figure is not party_figures.NET or (
        found.party.comparable and found.scope.compared_with is not None
    )


def _notes(
    asked: Question, party: Party, showings: Sequence[tuple[Scope, Showing | None]]
) -> list[str]:
    counted = [scope for scope, _ in showings]
    notes = [_EACH_BEFORE]
    if asked.measure is Measure.DEPOSITS:
        notes.append(caveats.DEPOSITS)
    return [*notes, *caveats.of_party(party, counted)]
