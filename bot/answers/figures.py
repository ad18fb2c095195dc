"""Numbers, days and times as people in Britain write them."""

from datetime import date, datetime, timedelta

MINUS = "\N{MINUS SIGN}"
_LEAST = 0.0005  # that one decimal of a percentage can show


def count(number: int) -> str:
    return f"{number:,}"


def percent(share: float) -> str:
    """A share from 0 to 1 as 49.2%; what is not nothing is not shown as 0.0%."""
    if 0 < share < _LEAST:
        return "<0.1%"
    return f"{share * 100:.1f}%"


def points(difference: float) -> str:
    """A difference of shares, without a sign: 14.8 points."""
    if 0 < abs(difference) < _LEAST:
        return "less than 0.1 points"
    text = f"{abs(difference) * 100:.1f}"
    return f"{text} point" if text == "1.0" else f"{text} points"


def change(difference: float) -> str:
    """A difference of shares in points, with its sign: +3.1, −29.9."""
    text = f"{abs(difference) * 100:.1f}"
    if text == "0.0":
        return text
    return f"{MINUS if difference < 0 else '+'}{text}"


def votes(number: int) -> str:
    return f"{number:,} vote" if number == 1 else f"{number:,} votes"


def day(when: date) -> str:
    return f"{when.day} {when:%B %Y}"


def weekday(when: date) -> str:
    """ "Thursday 10 December 2026"."""
    return f"{when:%A} {day(when)}"


def month(when: date) -> str:
    return f"{when:%B %Y}"


def time_of(declared_at: datetime, polled_on: date) -> str:
    """The time, with the day where it is not the night after the poll."""
    text = f"{declared_at:%H:%M}"
    if declared_at.date() - polled_on > timedelta(days=1):
        return f"{text} on {declared_at.day} {declared_at:%B}"
    return text
