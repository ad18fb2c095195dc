"""Who has held a seat, and since when."""

from datetime import date
from itertools import pairwise

from bot.answers import figures
from bot.answers.past import boundaries
from bot.answers.past.timeline import Run, new_in_2024
from bot.answers.past.told import Told, election, runs_listing, why_unsettled, with_member
from bot.answers.reply import Reply
from bot.questions.question import WantedElection


def answer(told: Told) -> Reply:
    wanted = next(iter(told.asked.elections), None)
    then = _then(told, wanted) if wanted else None
    return told.reply(
        f"who has held it, {told.span()}",
        then or f"{_name(told)}: {_headline(told)}",
        listing=runs_listing(told, "holders"),
        notes=tuple(_notes(told)),
        past=told.line.past,
    )


def _name(told: Told) -> str:
    newest = told.line.seats[0]
    return f"{newest.name}, until it was abolished in 2024" if newest.abolished else newest.name


def _headline(told: Told) -> str:
    now, *earlier = told.line.runs
    sentence = f"{_now(told, now)}"
    if earlier and not _gap(told, earlier[0], now):
        sentence += f"; before that {_before(told, earlier[0])}"
    return f"{sentence}."


def _now(told: Told, run: Run) -> str:
    spell = told.spell(run, now=True)
    if run.only_member:
        return f"{run.holder} ({run.only_member}) {spell}"
    return f"{run.holder} {spell}, the latest won by {run.last.member}"


def _before(told: Told, run: Run) -> str:
    spell = told.spell(run, now=False)
    if run.last.holder is None:
        return f"nobody for certain, as far as the data tell, {spell}"
    member = f" ({run.only_member})" if run.only_member else ""
    return f"{run.holder}{member} {spell}"


def _gap(told: Told, older: Run, newer: Run) -> list[date]:
    """General elections in between at which there was no seat of this name."""
    return [day for day in told.line.days if older.last.polled_on < day < newer.first.polled_on]


def _notes(told: Told) -> list[str]:
    notes = []
    if new_in_2024(told.line):
        notes += boundaries.parts_before(told.catalogue, told.seat)
    for newer, older in pairwise(told.line.runs):
        gap = _gap(told, older, newer)
        if gap:
            notes.append(f"No seat of this name {_years(gap)}.")
    if told.line.wins[-1].polled_on == told.known_since:
        notes.append("No seat of this name is in the data before 2010.")
    if any(one.contest for one in told.line.wins):
        notes.append("Held means elected: changes of party between elections are not in the data.")
    return notes


def _years(days: list[date]) -> str:
    first, last = days[0].year, days[-1].year
    return f"in {first}" if first == last else f"from {first} to {last}"


def _then(told: Told, wanted: WantedElection) -> str | None:
    """Who held it in a certain year; None where there is nothing to say of that year."""
    if wanted.year is None and wanted.day is None:
        return None
    until = wanted.day or date(wanted.year or 0, wanted.month or 12, 28)
    before = [one for one in told.line.wins if one.polled_on <= until]
    if not before:
        first = told.line.wins[-1].polled_on
        return (
            f"{told.seat.name} in {until.year} is not in the data: its elections there begin on "
            f"{figures.day(first)}."
        )
    if told.line.seats[0].abolished and until > told.line.days[-1]:
        return None
    win = before[0]
    if win.past is not None and win.holder is None:
        return (
            f"{told.seat.name} in {until.year}: not certain. At {election(win)} "
            f"{why_unsettled(win.past)}."
        )
    if win.polled_on.year == until.year:
        return f"{told.seat.name} in {until.year}: {with_member(win)}, who won {election(win)}."
    return (
        f"{told.seat.name} in {figures.day(wanted.day) if wanted.day else until.year}: "
        f"{with_member(win)}, elected at {election(win)}."
    )
