"""Whether a seat still exists, and what became of it."""

from bot.answers.past import boundaries
from bot.answers.past.told import Told
from bot.answers.reply import Reply
from bot.text import fold

_GONE = {"abolished", "axed", "gone", "scrapped", "disappear", "disappeared"}
_DENIED = {"longer", "not", "nt", "doesnt", "isnt", "no", "stop", "stopped", "cease", "ceased"}
_THERE = {"exist", "exists", "still"}


def exists(told: Told) -> Reply:
    """Yes for a seat of today and for what is the same seat under another name."""
    there = not told.line.seats[0].abolished
    denied = bool(_words(told) & (_DENIED | _GONE))
    return boundaries.became(told, verdict=None if denied else there)


def became(told: Told) -> Reply:
    """Yes or no only to the question whether it is gone."""
    words = _words(told)
    asks = bool(words & _GONE) and not words & (_DENIED | _THERE)
    return boundaries.became(told, verdict=told.line.seats[0].abolished if asks else None)


def _words(told: Told) -> set[str]:
    return set(fold(told.asked.asked).split())
