"""Several general elections, one below the other."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.answers import figures, wording
from bot.answers.national import moved, progress, victors, women
from bot.answers.national.scope import Scope, titled, years
from bot.answers.national.victors import Standings
from bot.answers.reply import Cell, Column, Listing, Reply, ReplyKind, Unit
from bot.catalogue.catalogue import Catalogue
from bot.elections import house
from bot.elections.tally import Polled
from bot.questions.question import Measure, Order, Question


@dataclass(frozen=True)
class _Election:
    """One of them; what it takes long to count is counted only when a column needs it."""

    scope: Scope

    @cached_property
    def standings(self) -> Standings:
        return victors.standings(self.scope)

    @cached_property
    def polled(self) -> Polled:
        return self.scope.count.polled


@dataclass(frozen=True, slots=True)
class _Figure:
    """A column, and how a sentence says its value."""

    label: str
    unit: Unit
    value: Callable[[_Election], Cell]
    told: Callable[[Cell], str]


def _count(label: str, value: Callable[[_Election], int | None]) -> _Figure:
    return _Figure(label, Unit.COUNT, value, lambda cell: f"{cell:,}")


def _share(label: str, value: Callable[[_Election], float | None]) -> _Figure:
    return _Figure(label, Unit.SHARE, value, lambda cell: figures.percent(float(str(cell))))


def _leaders(of: _Election) -> str:
    return wording.listed([one.party.name for one in of.standings.leaders])


def _seats(of: _Election) -> int | None:
    leaders = of.standings.leaders
    return leaders[0].seats if leaders else None


def _majority(of: _Election) -> int | None:
    """None where nobody has one."""
    own = of.standings.overall
    return house.overall_majority(own.seats) if own else None


def _ballots(of: _Election) -> int | None:
    """None unless all rejected ballots are known."""
    rejected = of.polled.rejected
    if rejected is None or of.polled.without_rejected:
        return None
    return of.polled.valid_votes + rejected


def _candidates(of: _Election) -> int:
    return sum(one.candidates for one in of.standings.tallies)


def _deposits(of: _Election) -> int:
    return sum(one.lost_deposits for one in of.standings.tallies)


_TURNOUT = _share("Turnout", lambda of: of.polled.turnout_of_valid_votes)
_ALL_BALLOTS = _share("With rejected", lambda of: of.polled.turnout_of_all_ballots)
_ELECTORATE = _count("Electorate", lambda of: of.polled.electorate)
_VOTES = _count("Valid votes", lambda of: of.polled.valid_votes)
_REJECTED = _count("Rejected ballots", lambda of: of.polled.rejected)
_CAST = _count("Ballots cast", _ballots)
_CANDIDATES = _count("Candidates", _candidates)
_DEPOSITS = _count("Lost deposits", _deposits)
_HANDS = _count("Seats that changed hands", lambda of: of.scope.count.changed_hands)
_WINNER = _Figure("Most seats", Unit.TEXT, _leaders, str)
_SEATS = _count("Seats", _seats)
_OVERALL = _count("Overall majority", _majority)
_BALLOTS = (_TURNOUT, _ALL_BALLOTS, _ELECTORATE, _VOTES, _REJECTED)
_FIGURES: dict[Measure, tuple[_Figure, ...]] = {
    Measure.TURNOUT: _BALLOTS,
    Measure.VOTES: (_VOTES, _ELECTORATE, _TURNOUT),
    Measure.BALLOTS: (_CAST, _VOTES, _REJECTED, _ALL_BALLOTS),
    Measure.ELECTORATE: (_ELECTORATE, _VOTES, _TURNOUT),
    Measure.REJECTED: (_REJECTED, _VOTES),
    Measure.CANDIDATES: (_CANDIDATES, _DEPOSITS),
    Measure.DEPOSITS: (_DEPOSITS, _CANDIDATES),
    Measure.GAINS: (_HANDS, _WINNER),
    Measure.CHANGES: (_HANDS, _WINNER),
    Measure.OVERALL: (_OVERALL, _WINNER, _SEATS),
}


def answer(catalogue: Catalogue, asked: Question, counted: Sequence[Scope]) -> Reply:
    """`counted` are several, oldest first."""
    every = [_Election(one) for one in counted]
    shown = _shown(catalogue, asked)
    span = f"general elections, {years(asked, counted)}"
    reply = Reply(
        kind=ReplyKind.ELECTION,
        title=wording.capital(titled(asked.areas, span)),
        headline=_headline(asked, every, shown[0]),
        listing=Listing(
            wording.file_name("general elections", shown[0].label, *asked.areas),
            (Column("Election", Unit.DAY), *(Column(one.label, one.unit) for one in shown)),
            tuple((one.scope.day, *(figure.value(one) for figure in shown)) for one in every),
        ),
        notes=(victors.OVERALL_NOTE,) if _OVERALL in shown and not asked.areas else (),
    )
    return progress.completed(catalogue, asked, counted, reply)


def _shown(catalogue: Catalogue, asked: Question) -> tuple[_Figure, ...]:
    if asked.measure is Measure.WOMEN and asked.standing:
        return (
            _count("Women who stood", lambda of: len(women.stood(catalogue, of.scope).women)),
            _CANDIDATES,
        )
    if asked.measure is Measure.WOMEN:
        return (
            _count("Women elected", lambda of: len(women.elected(catalogue, of.scope).women)),
            _count("Elected", lambda of: len(of.scope.results)),
        )
    if asked.areas:
        return _FIGURES.get(asked.measure, (_WINNER, _SEATS, _TURNOUT))
    return _FIGURES.get(asked.measure, (_WINNER, _SEATS, _OVERALL, _TURNOUT))


def _headline(asked: Question, every: Sequence[_Election], figure: _Figure) -> str:
    """ "Turnout in Wales: 64.8% in 2010, …".

    Whether anybody had an overall majority, or for the least of one nobody, is yes or no; so is
    whether the last figure is more than the first, where it is asked how it changed.
    """
    parts = [f"{_told(one, figure)} in {one.scope.day.year}" for one in every]
    where = f" {wording.within(asked.areas)}" if asked.areas else ""
    told = f"{figure.label}{where}: {wording.listed(parts)}."
    yes = _holds(asked, every, figure) if asked.yes_or_no else None
    return told if yes is None else f"{'Yes' if yes else 'No'}: {told[:1].lower()}{told[1:]}"


def _holds(asked: Question, every: Sequence[_Election], figure: _Figure) -> bool | None:
    """None where what was asked is not told by these figures."""
    if figure is _OVERALL:
        majorities = [figure.value(one) is not None for one in every]
        return any(majorities) if asked.order is Order.MOST else not all(majorities)
    ends = [figure.value(one) for one in (every[0], every[-1])]
    first, last = (one if isinstance(one, int | float) else None for one in ends)
    return moved.claimed(asked, last, first) if asked.compared else None


def _told(of: _Election, figure: _Figure) -> str:
    value = figure.value(of)
    if value is None:
        return "none" if figure is _OVERALL else "not known"
    told = figure.told(value)
    return f"{told} (so far)" if of.scope.partial else told
