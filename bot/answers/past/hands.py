"""How often a seat changed hands."""

from bot.answers import figures, wording
from bot.answers.past.timeline import Win
from bot.answers.past.told import Told
from bot.answers.reply import Cell, Column, Listing, Reply, Unit
from bot.elections.contest import ContestKind
from bot.elections.outcome import outcome

_COLUMNS = (
    Column("Day", Unit.DAY),
    Column("Election"),
    Column("Won by"),
    Column("Member"),
    Column("From"),
    Column("Majority", Unit.COUNT),
)
_COUNTED = (
    "Counted from one election to the next, by-elections included; where boundaries changed, from "
    "the notional result of the general election before."
)
_BY_GROUP = "Before 2010 from one general election to the next: by-elections then are not known."
_TIMES = {0: "did not change hands", 1: "changed hands once", 2: "changed hands twice"}

Change = tuple[Win, str]
"""An election, and who had held the seat before it."""


def answer(told: Told) -> Reply:
    """Since 2010, or in the years that were named."""
    changes = [(win, before) for win, before in _changes(told) if _wanted(told, win)]
    when = _when(told)
    past = [win.past for win in told.line.wins if win.past and _wanted(told, win)]
    rows = tuple(_row(win, before) for win, before in changes)
    return told.reply(
        f"changes of hands {when}",
        _headline(told, changes, when),
        listing=Listing(told.named("changes-of-hands"), _COLUMNS, rows) if rows else None,
        notes=(_COUNTED, *([_BY_GROUP] if past else [])),
        past=past,
    )


def _headline(told: Told, changes: list[Change], when: str) -> str:
    times = _TIMES.get(len(changes), f"changed hands {figures.count(len(changes))} times")
    start = ""
    if told.asked.yes_or_no:
        start = "Yes: " if changes else "No: "
    parts = [
        f"{figures.day(win.polled_on)} ({_gain(win, before)})" for win, before in reversed(changes)
    ]
    listed = f": {wording.listed(parts)}" if parts else ""
    return f"{start}{told.name} {times} {when}{listed}."


def _gain(win: Win, before: str) -> str:
    """ "Conservative gain from Liberal Democrat, Alex Chalk"."""
    holder = win.holder.name if win.holder else ""
    member = f", {win.member}" if win.member else ""
    return f"{holder} gain from {before}{member}"


def _changes(told: Told) -> list[Change]:
    """Newest first; where who won is not certain nothing is counted."""
    found = []
    older_ones = (*told.line.wins[1:], None)
    for newer, older in zip(told.line.wins, older_ones, strict=True):
        before = _held_before(told, newer, older)
        if newer.holder and before and before[0] != newer.holder.key:
            found.append((newer, before[1]))
    return found


def _held_before(told: Told, newer: Win, older: Win | None) -> tuple[str, str] | None:
    """The key and the name of who held the seat.

    A by-election in between counts, although an outcome is reckoned from the general election.
    """
    if newer.contest is not None and not _follows_by_election(older):
        baseline = told.catalogue.contests.baseline(newer.contest)
        of = outcome(newer.contest.winner, baseline)
        if baseline is None or not of.known:
            return None
        if of.gained_from is None and newer.holder:
            return newer.holder.key, newer.holder.name
        return "", baseline.held_by.name
    missed = older and any(older.polled_on < day < newer.polled_on for day in told.line.days)
    if older is None or older.holder is None or missed:
        return None
    return older.holder.key, older.holder.name


def _follows_by_election(older: Win | None) -> bool:
    return older is not None and older.kind is ContestKind.BY_ELECTION


def _wanted(told: Told, win: Win) -> bool:
    span, year = told.asked.span, win.polled_on.year
    if span is None:
        return win.contest is not None
    return (span.first or year) <= year <= (span.last or year)


def _when(told: Told) -> str:
    span = told.asked.span
    first = (span.first if span else None) or told.known_since.year
    if span is not None and span.first is None and span.last is not None:
        return f"at elections up to {span.last}"
    if span is None or span.last is None:
        return f"at elections from {first} on"
    return f"at elections from {first} to {span.last}"


def _row(win: Win, before: str) -> tuple[Cell, ...]:
    return (
        win.polled_on,
        "by-election" if win.kind is ContestKind.BY_ELECTION else "general",
        win.holder.name if win.holder else None,
        win.member or None,
        before,
        win.contest.majority if win.contest else None,
    )
