"""Years before 2010 without a general election: by-elections of that time are not known."""

from datetime import date

from bot.answers import figures, wording
from bot.answers.past.timeline import Win
from bot.answers.past.told import Told, with_member
from bot.questions.question import WantedElection

NOT_KNOWN = "by-elections before 2010 are not known to Teller"


def unknown(told: Told, wanted: WantedElection) -> bool:
    """Whether a by-election may have changed who held the seat, and nobody could tell."""
    return (wanted.day or date(wanted.year or 0, 1, 1)) < told.known_since


def remark(told: Told, wanted: WantedElection) -> str:
    """ "There was no general election in 2003; …", before what is known."""
    if not unknown(told, wanted):
        return ""
    if _general(told, wanted):
        return f"{wording.capital(NOT_KNOWN)}. " if wanted.by_election else ""
    return f"There was no general election {when(wanted)}; {NOT_KNOWN}. "


def when(wanted: WantedElection) -> str:
    """ "in 2003", "in June 2003", "on 18 September 2003"."""
    if wanted.day is not None:
        return f"on {figures.day(wanted.day)}"
    if wanted.month is not None:
        return f"in {figures.month(date(wanted.year or 1, wanted.month, 1))}"
    return f"in {wanted.year}"


def beside(told: Told, wanted: WantedElection) -> str:
    """Who won the general elections around that time, the seat's own as far as there were any."""
    days = told.line.days
    inside = _general(told, wanted)
    start = inside[0] if inside else _start(wanted)
    earlier = [day for day in days if day < start][-1:]
    later = [day for day in days if day > start and day not in inside][:1]
    parts = [
        part
        for days_of, called in (
            (earlier, "the general election before, of"),
            (inside, "the general election of"),
            (later, "the next general election, of"),
        )
        for day in days_of
        if (part := _told(told, day, called))
    ]
    return f"{told.name}: {'; '.join(parts)}." if parts else ""


def _general(told: Told, wanted: WantedElection) -> list[date]:
    """The general elections at the time itself, where a by-election is asked for."""
    return [
        day
        for day in told.line.days
        if (wanted.day is None or wanted.day == day)
        and (wanted.month is None or wanted.month == day.month)
        and (wanted.year is None or wanted.year == day.year)
    ]


def _start(wanted: WantedElection) -> date:
    return wanted.day or date(wanted.year or 1, wanted.month or 1, 1)


def _told(told: Told, day: date, called: str) -> str:
    win = next((one for one in told.line.wins if one.polled_on == day), None)
    if win is None:
        return ""
    return f"at {called} {figures.day(day)}, {_winner(win)}"


def _winner(win: Win) -> str:
    return f"{with_member(win)} won" if win.holder else "who won is not certain"
