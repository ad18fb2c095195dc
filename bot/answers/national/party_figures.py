"""The figures of a party that can stand one below the other for several elections."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.answers import figures, wording
from bot.answers.national import party_seats, women
from bot.answers.national.showing import Showing
from bot.answers.reply import Unit
from bot.catalogue.catalogue import Catalogue
from bot.questions.question import Measure, Question


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of a party at an election: its column, and how a sentence says it."""

    label: str
    unit: Unit
    value: Callable[[Showing], float | None]
    told: Callable[[float], str]


def _count(label: str, value: Callable[[Showing], int | None]) -> Figure:
    return Figure(label, Unit.COUNT, value, lambda number: f"{number:,}")


_SEATS = _count("Seats", lambda of: of.tally.seats)
NET = Figure("Net change", Unit.NET, lambda of: of.tally.net, lambda net: wording.signed(int(net)))
VOTES = _count("Votes", lambda of: of.tally.votes)
_SHARE = Figure("Share", Unit.SHARE, lambda of: of.share, figures.percent)
_CHANGE = Figure("Change in share", Unit.CHANGE, lambda of: of.change, figures.change)
_CANDIDATES = _count("Candidates", lambda of: of.tally.candidates)
USUAL = (_SEATS, NET, VOTES, _SHARE, _CHANGE, _CANDIDATES)
_FIGURES = {
    Measure.VOTES: VOTES,
    Measure.SHARE: _SHARE,
    Measure.CHANGE: _CHANGE,
    Measure.CANDIDATES: _CANDIDATES,
    Measure.SECONDS: _count("Second places", lambda of: of.tally.seconds),
    Measure.DEPOSITS: _count("Lost deposits", lambda of: of.tally.lost_deposits),
    Measure.GAINED: _count("Seats gained", lambda of: of.tally.gained),
    Measure.LOST: _count("Seats lost", lambda of: of.tally.lost),
    Measure.OUTCOME: NET,
    Measure.HELD: _count(
        "Seats held", lambda of: len(party_seats.held(of.scope.results, of.party))
    ),
}


def figure(catalogue: Catalogue, asked: Question) -> Figure:
    if asked.measure is Measure.WOMEN:
        return _women(catalogue, asked)
    if asked.limit is not None and asked.limit.is_share and asked.measure is Measure.VOTES:
        return _SHARE
    if asked.compared and asked.measure is Measure.CHANGE:
        return _SHARE
    return _FIGURES.get(asked.measure, _SEATS)


def _women(catalogue: Catalogue, asked: Question) -> Figure:
    if asked.standing:
        return _count(
            "Women who stood", lambda of: len(women.stood(catalogue, of.scope, of.party).women)
        )
    return _count(
        "Women elected", lambda of: len(women.elected(catalogue, of.scope, of.party).women)
    )
