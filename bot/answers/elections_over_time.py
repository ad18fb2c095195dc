"""Several general elections, one below the other."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.answers import figures, progress, victors, women, wording
from bot.answers.reply import Cell, Column, Listing, Reply, ReplyKind, Unit
from bot.answers.scope import Scope, titled
from bot.answers.victors import Standings
from bot.catalogue.catalogue import Catalogue
from bot.elections import house, tally
from bot.questions.question import Measure, Question


@dataclass(frozen=True, slots=True)
class _Figure:
    """A column, and how a sentence says its value."""

    label: str
    unit: Unit
    value: Callable[[Standings], Cell]
    told: Callable[[Cell], str]


def _count(label: str, value: Callable[[Standings], int | None]) -> _Figure:
    return _Figure(label, Unit.COUNT, value, lambda cell: f"{cell:,}")


def _share(label: str, value: Callable[[Standings], float | None]) -> _Figure:
    return _Figure(label, Unit.SHARE, value, lambda cell: figures.percent(float(str(cell))))


def _leaders(of: Standings) -> str:
    return wording.listed([one.party.name for one in of.leaders])


def _majority(of: Standings) -> int | None:
    """None where nobody has one."""
    return house.overall_majority(of.overall.seats) if of.overall else None


def _ballots(of: Standings) -> int | None:
    polled = tally.polled(of.scope.results)
    known = polled.rejected is not None and not polled.without_rejected
    return polled.valid_votes + (polled.rejected or 0) if known else None


_TURNOUT = _share("Turnout", lambda of: tally.polled(of.scope.results).turnout_of_valid_votes)
_ALL_BALLOTS = _share(
    "With rejected", lambda of: tally.polled(of.scope.results).turnout_of_all_ballots
)
_ELECTORATE = _count("Electorate", lambda of: tally.polled(of.scope.results).electorate)
_VOTES = _count("Valid votes", lambda of: tally.valid_votes(of.scope.results))
_REJECTED = _count("Rejected ballots", lambda of: tally.polled(of.scope.results).rejected)
_CAST = _count("Ballots cast", _ballots)
_CANDIDATES = _count("Candidates", lambda of: sum(one.candidates for one in of.tallies))
_DEPOSITS = _count("Lost deposits", lambda of: sum(one.lost_deposits for one in of.tallies))
_HANDS = _count(
    "Seats that changed hands", lambda of: sum(one.changes_hands for one in of.scope.results)
)
_WINNER = _Figure("Most seats", Unit.TEXT, _leaders, str)
_SEATS = _count("Seats", lambda of: of.leaders[0].seats if of.leaders else None)
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
    every = [victors.standings(one) for one in counted]
    shown = _shown(catalogue, asked)
    span = f"general elections, {counted[0].day.year} to {counted[-1].day.year}"
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
    if asked.measure is Measure.WOMEN:
        return (
            _count("Women elected", lambda of: len(women.elected(catalogue, of.scope).women)),
            _count("Elected", lambda of: len(of.scope.results)),
        )
    if asked.areas:
        return _FIGURES.get(asked.measure, (_WINNER, _SEATS, _TURNOUT))
    return _FIGURES.get(asked.measure, (_WINNER, _SEATS, _OVERALL, _TURNOUT))


def _headline(asked: Question, every: Sequence[Standings], figure: _Figure) -> str:
    """ "Turnout in Wales: 64.8% in 2010, …"."""
    parts = [f"{_told(one, figure)} in {one.scope.day.year}" for one in every]
    where = f" {wording.within(asked.areas)}" if asked.areas else ""
    return f"{figure.label}{where}: {wording.listed(parts)}."


def _told(of: Standings, figure: _Figure) -> str:
    value = figure.value(of)
    if value is None:
        return "none" if figure is _OVERALL else "not known"
    told = figure.told(value)
    return f"{told} (so far)" if of.scope.partial else told
