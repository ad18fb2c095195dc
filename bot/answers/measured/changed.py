"""Words for how a figure of a contest changed since the one before."""

from collections.abc import Callable
from typing import TypeVar

from bot.answers import figures, party_then
from bot.answers.measured.inquiry import Inquiry
from bot.elections.contest import Baseline
from bot.elections.party import Party
from bot.questions.question import Order

COUNTED, MEASURED = "just as many as", "just as much as"
NOTHING = "there is no earlier result to compare with"
Number = TypeVar("Number", int, float)


def turned(inquiry: Inquiry, sentence: str, by: float | None) -> str:
    """With yes or no, where the change is known: whether it rose, or with LEAST whether it fell."""
    if by is None:
        return inquiry.answered(sentence, yes=None)
    fell = inquiry.asked.order is Order.LEAST
    return inquiry.answered(sentence, yes=by < 0 if fell else by > 0)


def moved(by: Number, told: Callable[[Number], str], level: str) -> str:
    """ "down 907 from", "up 3.1 points from", "just as many as"."""
    if by == 0:
        return level
    return f"{'up' if by > 0 else 'down'} {told(abs(by))} from"


def then(before: Baseline) -> str:
    """ "at the general election of 12 December 2019 on these boundaries"."""
    boundaries = " on these boundaries" if before.notional else ""
    return f"at the general election of {figures.day(before.polled_on)}{boundaries}"


def whose(inquiry: Inquiry, party: Party, before: Baseline) -> str:
    """ "for Reform UK (then Brexit Party)"."""
    return f"for {party_then.of_then(inquiry.catalogue, party, before.polled_on)}"


def notional(before: Baseline) -> str:
    """Before a figure of then."""
    return "a notional " if before.notional else ""
