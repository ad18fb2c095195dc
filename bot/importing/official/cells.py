"""What one cell of an export says, read strictly: empty is not known, and never 0."""

import math
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.text import is_of_names

_BRITAIN = ZoneInfo("Europe/London")
_MOST = 1_000_000
_LONGEST_NAME = 200
_SHOWN = 20
_TRUE, _FALSE = {"true", "t", "yes", "1"}, {"false", "f", "no", "0"}


class Faulty(ValueError):
    """Why a contest is left out."""


def count(text: str, what: str) -> str:
    """A whole number of people as text."""
    if text and not (text.isascii() and text.isdecimal()):
        raise Faulty(f"{what} is {text[:_SHOWN]!r}, which is no whole number of people")
    if len(text) > len(str(_MOST)) or int(text or 0) > _MOST:
        raise Faulty(f"{what} is {text[:_SHOWN]!r}, more than any constituency has people")
    return str(int(text)) if text else ""


def is_true(text: str) -> bool:
    return text.lower() in _TRUE


def flag(text: str, what: str) -> bool | None:
    if not text:
        return None
    if text.lower() not in _TRUE | _FALSE:
        raise Faulty(f"{what} is {text[:_SHOWN]!r}, which is neither true nor false")
    return is_true(text)


def day(text: str) -> str:
    try:
        told = date.fromisoformat(text).isoformat()
    except ValueError:
        told = ""
    # Python reads 20240704 and 2024-W27-4 as well, which would be other keys for the same day.
    if told != text or not text:
        raise Faulty(f"its polling day is {text[:_SHOWN]!r}")
    return told


def local_time(text: str) -> datetime | None:
    """In British time, as the tables have it. Rails writes "2024-07-05 02:07:00 UTC"."""
    if not text:
        return None
    try:
        told = datetime.fromisoformat(text.replace(" UTC", "+00:00").replace(" +", "+"))
        local = told.astimezone(_BRITAIN) if told.tzinfo else told
    except (ValueError, OverflowError):
        raise Faulty(f"its declaration time is {text[: _SHOWN + 10]!r}") from None
    return local.replace(tzinfo=None)


def share(text: str, what: str) -> float | None:
    """A share of all votes, or how much one changed: 0.492 is 49.2%."""
    if not text:
        return None
    try:
        told = float(text)
    except ValueError:
        told = math.nan
    if not -1 <= told <= 1:
        raise Faulty(f"{what} is {text[:_SHOWN]!r}, which is no share")
    return told


def check_name(text: str, what: str) -> None:
    """Raises Faulty where no name is written so."""
    if len(text) > _LONGEST_NAME:
        raise Faulty(f"{what} is longer than {_LONGEST_NAME} letters")
    strange = next((sign for sign in text if not is_of_names(sign)), None)
    if strange is not None:
        raise Faulty(f"{what} holds a sign that no name has: U+{ord(strange):04X}")
