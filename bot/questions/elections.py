"""Finds the election that a text speaks of: a year, a month, a date, "by-election"."""

import re
from datetime import date

from dateutil import parser as dates

from bot.questions.question import WantedElection

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
# Years before the records are read too: they are answered with what the records have.
YEAR = r"(?:19|20)\d\d"
_DAY = (
    rf"(?P<day>\d{{4}}-\d{{1,2}}-\d{{1,2}}"
    rf"|\d{{1,2}}/\d{{1,2}}/{YEAR}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH},?\s+{YEAR})"
)
_MONTH_AND_YEAR = rf"(?P<month>{_MONTH}\s+{YEAR})"
_YEAR_ALONE = rf"(?:ge\s*)?(?P<year>{YEAR})(?:\s*ge)?"
_BY = r"by[\s-]?elections?"
GENERAL = r"general(?:\s+election)?|\bge\b"
WHEN = re.compile(
    rf"(?:[,;(]|\b(?:in|at|of|on|for|the)\b|\s)*"
    rf"\b(?:{_DAY}|{_MONTH_AND_YEAR}|{_YEAR_ALONE})\b\)?",
    re.IGNORECASE,
)
SHORT_YEAR = re.compile(r"['’](\d\d)\b")
_KIND = re.compile(
    rf"(?:[,;(]|\b(?:in|at|the|last|latest)\b|\s)*\b(?:(?P<by>{_BY})|(?P<general>{GENERAL}))\b\)?",
    re.IGNORECASE,
)


def find_election(text: str) -> tuple[str, WantedElection | None]:
    """The text without the words that say when, and what they say."""
    text = SHORT_YEAR.sub(r"20\1", text)
    kind = _KIND.search(text)
    without_kind = _cut(text, kind)
    when = WHEN.search(without_kind)
    rest = _cut(without_kind, when)
    if kind is None and when is None:
        return text.strip(), None
    said = " ".join(part.group().strip(" ,;()") for part in (when, kind) if part)
    by_election = None if kind is None else kind.group("by") is not None
    return rest, _wanted(said, when, by_election=by_election)


def with_month_as_name(text: str) -> tuple[str, WantedElection] | None:
    """The other reading of "theresa may 2017", in which the month is part of a name."""
    when = WHEN.search(text)
    if when is None or not when.group("month"):
        return None
    month, year = when.group("month").split()
    name = f"{text[: when.start()]} {month} {text[when.end() :]}".strip(" ,;")
    return name, WantedElection(year, int(year))


def wanted_from(found: re.Match[str], *, month_is_name: bool = False) -> WantedElection:
    """What one match of WHEN says."""
    if month_is_name and found.group("month"):
        year = found.group("month").split()[1]
        return WantedElection(year, int(year))
    said = found.group().strip(" ,;()")
    return _wanted(said, found, by_election=None)


def _cut(text: str, found: re.Match[str] | None) -> str:
    if found is None:
        return text.strip()
    return f"{text[: found.start()]} {text[found.end() :]}".strip(" ,;")


def _wanted(said: str, when: re.Match[str] | None, *, by_election: bool | None) -> WantedElection:
    if when is None:
        return WantedElection(said, by_election=by_election)
    if when.group("day"):
        day = _date(when.group("day"))
        # A day that no calendar has was certainly no election.
        return WantedElection(said, day=day or date.min, by_election=by_election)
    if when.group("month"):
        # dateutil knows the months; the day only completes the date.
        first = dates.parse(f"1 {when.group('month')}", dayfirst=True).date()
        return WantedElection(said, first.year, first.month, by_election=by_election)
    year = when.group("year")
    return WantedElection(said, int(year) if year else None, by_election=by_election)


def _date(text: str) -> date | None:
    """British order, day first; None for the 31st of June."""
    try:
        if text[:4].isdigit():
            return date.fromisoformat(text)
        return dates.parse(text, dayfirst=True).date()
    except (ValueError, OverflowError):
        return None
