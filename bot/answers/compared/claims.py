"""What a question takes for granted of what it compares: that the first has more, or less."""

from dataclasses import dataclass

from bot.questions.question import Order, Question
from bot.text import fold

_ROSE = set("rise rises rose risen rising grow grew grown increase increased up".split())
_FELL = set(
    "fall falls fell fallen falling drop dropped decline declined decrease decreased shrink shrank "
    "down".split()
)
_MORE = {*_ROSE, *"higher larger bigger greater more better wider stronger safer".split()}
_LESS = {*_FELL, *"lower smaller fewer less worse narrower slimmer tighter weaker".split()}
_CLOSE = {"close", "closely", "marginal"}


@dataclass(frozen=True, slots=True)
class Claim:
    """That the first named has more, or `less`; where it `moved`, the later than the earlier."""

    less: bool
    moved: bool


def less(asked: Question) -> bool:
    """Whether it is asked who has less."""
    words = _words(asked)
    if words & {"less", "least"} and words & _CLOSE:
        # Less marginal is more of a majority.
        return False
    return asked.order is Order.LEAST or (bool(words & _LESS) and not words & _MORE)


def alternatives(asked: Question) -> bool:
    """Whether it is asked which of those that are named."""
    return "or" in _words(asked)


def claim(asked: Question) -> Claim | None:
    """None where neither yes nor no would be an answer: "did A or B get more", "did A do so"."""
    words = _words(asked)
    if not asked.yes_or_no or alternatives(asked):
        return None
    if asked.order is Order.MOST and bool(words & _LESS) == bool(words & _MORE):
        return None
    return Claim(less(asked), moved=bool(words & (_ROSE | _FELL)))


def _words(asked: Question) -> set[str]:
    return set(fold(asked.asked).split())
