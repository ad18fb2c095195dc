"""What is under or over a figure: how a ranking is cut there, and how that is said."""

from collections.abc import Callable
from dataclasses import replace
from math import inf

from bot.answers import figures
from bot.questions.question import Limit, Measure, Order, Question

_PERCENT = 100
_TURNED = {Measure.CHANGE, Measure.SWING}  # may rise or fall
_OF_SHARES = {Measure.CLOSENESS, Measure.TURNOUT, Measure.SHARE, *_TURNED}
_IN_SHARES = {Measure.MAJORITY: Measure.CLOSENESS, Measure.VOTES: Measure.SHARE}
_COUNTED = {
    Measure.MAJORITY,
    Measure.VOTES,
    Measure.ELECTORATE,
    Measure.CANDIDATES,
    Measure.REJECTED,
    Measure.BALLOTS,
    Measure.DEPOSITS,
}
_SEVERAL = {
    Measure.MAJORITY: "majorities",
    Measure.CLOSENESS: "leads",
    Measure.TURNOUT: "turnouts",
    Measure.ELECTORATE: "electorates",
    Measure.CANDIDATES: "numbers of candidates",
    Measure.REJECTED: "numbers of rejected ballots",
    Measure.BALLOTS: "numbers of ballots",
    Measure.DEPOSITS: "numbers of lost deposits",
    Measure.VOTES: "candidates' votes",
    Measure.CHANGE: "changes of share",
    Measure.SWING: "swings",
}


def fitted(asked: Question) -> Question | None:
    """With the measure and the limit in the same unit, the first row nearest to what is extreme.

    None where a limit cannot be compared with what is asked.
    """
    limit, measure = asked.limit, asked.measure
    if limit is None:
        return asked
    if limit.is_share:
        measure = _IN_SHARES.get(measure, measure)
    elif measure is Measure.CLOSENESS:
        measure = Measure.MAJORITY
    elif measure in _OF_SHARES:
        limit = replace(limit, figure=limit.figure / _PERCENT, is_share=True)
    if measure not in (_OF_SHARES if limit.is_share else _COUNTED):
        return None
    fall = measure in _TURNED and asked.order is Order.LEAST
    order = Order.MOST if limit.over and not fall else Order.LEAST
    return replace(asked, measure=measure, limit=limit, order=order, number=None, place=None)


def bounds(limit: Limit, measure: Measure, *, most: bool) -> tuple[float, float]:
    """Between which values everything lies, without them.

    Of what fell, which is negative, the limit is the size of the fall.
    """
    if measure not in _TURNED:
        return (limit.figure, inf) if limit.over else (-inf, limit.figure)
    if limit.over:
        return (limit.figure, inf) if most else (-inf, -limit.figure)
    return (-limit.figure, limit.figure)


def told(limit: Limit, written: Callable[[float], str]) -> str:
    """ "under 100 votes"."""
    return f"{'over' if limit.over else 'under'} {written(limit.figure)}"


def percentage(share: float) -> str:
    """As people say it: 50%, 12.5%."""
    return f"{round(share * _PERCENT, 4):g}%"


def in_points(share: float) -> str:
    figure = f"{round(share * _PERCENT, 4):g}"
    return f"{figure} point" if figure == "1" else f"{figure} points"


def votes(number: float) -> str:
    return figures.votes(round(number))


def number(figure: float) -> str:
    return figures.count(round(figure))


def several(measure: Measure, whose: str) -> str:
    """ "majorities", for which `whose` says something like "in seats won by Labour"."""
    return _SEVERAL.get(measure, "candidates' shares" if whose else "winning shares")


def how_many(of: Question, limit: Limit, found: int, total: int, whose: str) -> str:
    """ "11 of 650 majorities in seats won by Labour were under 100 votes"."""
    verb = "was" if found < 2 else "were"  # noqa: PLR2004 (none, or one)
    part = figures.count(found) if found else "None"
    those = f"{several(of.measure, whose)}{whose}"
    return f"{part} of {figures.count(total)} {those} {verb} {_turn(of, limit)}{said(of, limit)}"


def _turn(of: Question, limit: Limit) -> str:
    """What fell by more than so much is not just under it."""
    if of.measure is not Measure.CHANGE or not limit.over:
        return ""
    return "falls of " if of.order is Order.LEAST else "rises of "


def said(of: Question, limit: Limit) -> str:
    """ "under 100 votes"."""
    return told(limit, written(of.measure))


def written(measure: Measure) -> Callable[[float], str]:
    """How figures of that measure are written."""
    if measure in {Measure.MAJORITY, Measure.VOTES}:
        return votes
    if measure in {Measure.TURNOUT, Measure.SHARE}:
        return percentage
    return in_points if measure in _OF_SHARES else number
