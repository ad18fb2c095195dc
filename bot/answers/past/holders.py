"""Who has held a seat, and since when."""

from datetime import date
from itertools import pairwise

from bot.answers.past import boundaries
from bot.answers.past.then import about, around, sentence
from bot.answers.past.timeline import Run, new_in_2024
from bot.answers.past.told import Told, runs_listing
from bot.answers.reply import Reply

_EVER = 9999


def answer(told: Told) -> Reply:
    then, shown = sentence(told), {one.polled_on for one in around(told)}
    runs = [run for run in told.line.runs if shown.intersection(one.polled_on for one in run.wins)]
    return told.reply(
        about(told, f"who has held it, {told.span()}"),
        then or _over_years(told) or f"{_name(told)}: {_headline(told)}",
        listing=runs_listing(told, "holders", runs),
        notes=tuple(_notes(told)),
        past=[win.past for run in runs for win in run.wins if win.past],
    )


def _name(told: Told) -> str:
    if told.seat is None:
        return f"{told.name}, until {told.line.wins[0].polled_on.year}"
    name = told.seat.name
    return f"{name}, until it was abolished in 2024" if told.seat.abolished else name


def _headline(told: Told) -> str:
    now, *earlier = told.line.runs
    sentence = _now(told, now) if told.seat else _before(told, now)
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
        notes += boundaries.parts_before(told)
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


def _over_years(told: Told) -> str | None:
    """Everybody who held it in the years that were named, oldest first."""
    span = told.asked.span
    if span is None or (span.first is None and span.last is None):
        return None
    first, last = span.first or 0, span.last or _EVER
    held = [
        run
        for number, run in enumerate(told.line.runs)
        if run.first.polled_on.year <= last
        and (run.last.polled_on.year >= first or _until(told, number).year > first)
    ]
    if not held:
        return f"Nobody is in the data for {told.name} {_span_said(first, last)}."
    newest = told.line.runs[0]
    parts = [
        _now(told, run)
        if run is newest and told.seat and not told.seat.abolished
        else _before(told, run)
        for run in reversed(held)
    ]
    return f"{told.name} {_span_said(first, last)}: {'; '.join(parts)}."


def _until(told: Told, number: int) -> date:
    """When the next election of anybody ended the run; the latest knows no end."""
    run = told.line.runs[number]
    later = [day for day in told.line.days if day > run.last.polled_on]
    followed = [one.first.polled_on for one in told.line.runs[:number][-1:]]
    return min([*later[:1], *followed], default=date.max)


def _span_said(first: int, last: int) -> str:
    return f"since {first}" if last >= _EVER else f"from {first or 1918} to {last}"
