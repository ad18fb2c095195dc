"""Whether a figure rose or fell since the election before."""

from collections.abc import Callable

from bot.answers import figures, wording
from bot.questions.question import Order, Question


def against(
    now: float | None, then: float | None, year: int | None, written: Callable[[float], str]
) -> str:
    """ ", against 67.3% in 2019", or ", as in 2019"; that there is nothing to compare with is said,
    too."""
    if then is None or year is None:
        return "; there is nothing earlier to compare with"
    same = now is not None and written(now) == written(then)
    return f", as in {year}" if same else f", against {written(then)} in {year}"


def claimed(asked: Question, now: float | None, then: float | None) -> bool | None:
    """Whether it rose, or where a fall is asked for fell; None where that is not known."""
    if now is None or then is None:
        return None
    return now < then if asked.order is Order.LEAST else now > then


def number(figure: float) -> str:
    return figures.count(round(figure))


def by_number(now: float, then: float) -> str:
    """ "+211"."""
    return wording.signed(round(now - then))


def by_points(now: float, then: float) -> str:
    """ "−7.6 points"."""
    return f"{figures.change(now - then)} points"
