"""Seats that ended before 2010, known by the names under which they were contested."""

from dataclasses import replace
from datetime import date

from bot.answers import choosing
from bot.answers.past.then import until_end_of, wanted_year
from bot.answers.past.timeline import of_past
from bot.answers.past.told import Told, election, with_member
from bot.answers.placing import listed
from bot.answers.reply import Reply, ReplyKind
from bot.catalogue.catalogue import Catalogue
from bot.catalogue.history import History
from bot.catalogue.old_names import with_words
from bot.elections.past import PastContest
from bot.questions.question import Question

_MOST_NEAR = 8
_KNOWN_SINCE = 2010


def instead(catalogue: Catalogue, asked: Question, today: Told | None) -> Told | None:
    """The seat that had just the name that was typed, where the years are asked about.

    `today` is the seat that the name means now: it is meant then, too, where it was contested
    then under that name, or nothing else was.
    """
    if not asked.name or (today is not None and wanted_year(asked) is None):
        return None
    history = History(catalogue.connection)
    day = _day(asked, _days(today) if today else history.days())
    if today is not None and day is None:
        return None
    called = history.of_name(asked.name)
    exact = [one for one in called if day is None or _on(one, day)]
    if exact:
        known = today is not None and any(_has(today, one, day) for one in exact)
        return None if known else _told(catalogue, asked, exact)
    if day is not None and not (today and any(one.polled_on == day for one in today.line.wins)):
        near = with_words(catalogue.connection, asked.name, day)
        if len(near) == 1:
            return _like(catalogue, asked, near[0])
    return _told(catalogue, asked, called) if called and today is None else None


def unknown(catalogue: Catalogue, asked: Question) -> Reply:
    """That nothing was ever called so, with what holds the same words."""
    if not asked.name:
        return choosing.empty(catalogue)
    days = History(catalogue.connection).days()
    day = _day(asked, days)
    near = with_words(catalogue.connection, asked.name, day) if day else []
    name = choosing.echo(asked.name)
    told = f" In {day.year} there were: {listed(near[:_MOST_NEAR])}." if day and near else ""
    return Reply(
        kind=ReplyKind.NOTHING,
        title=f"Nothing found for “{name}”",
        headline=(
            f"No constituency of the name “{name}” is in the data for {days[-1].year} to "
            f"{days[0].year}.{told}"
        ),
        preface=asked.notes,
    )


def ended(told: Told) -> Reply:
    """All that is known of its boundaries."""
    return told.reply(
        "what became of it",
        f"{told.name} was last contested at {election(told.line.wins[0])}. What became of seats "
        "before 2010 is not in the data.",
        past=told.line.past[:1],
    )


def _day(asked: Question, days: list[date]) -> date | None:
    """The general election of the time that is asked about, or the last before it.

    None where no time before 2010 is; the days are newest first.
    """
    wanted = wanted_year(asked)
    if wanted is None:
        return None
    until = until_end_of(wanted)
    inside = [day for day in days if wanted.suits(day, is_by_election=False)]
    if not inside and until.year > days[0].year and until.year >= _KNOWN_SINCE:
        return None
    return next(iter([*inside, *(day for day in days if day <= until)]), None)


def _days(today: Told) -> list[date]:
    """Those of the elections before 2010, newest first."""
    return [day for day in reversed(today.line.days) if day < today.known_since]


def _on(contests: list[PastContest], day: date) -> bool:
    return any(one.polled_on == day for one in contests)


def _has(today: Told, contests: list[PastContest], day: date | None) -> bool:
    """Whether that contest is one of the seat of today."""
    key = {(one.polled_on, one.name) for one in contests if one.polled_on == day}
    return not key.isdisjoint((one.polled_on, one.name) for one in today.line.past)


def _told(catalogue: Catalogue, asked: Question, called: list[list[PastContest]]) -> Told:
    """Of two that had the name at once the one, with a word about the other."""
    contests, *others = called
    told = Told(
        catalogue,
        contests[0].name,
        contests[0].region,
        of_past(catalogue, contests),
        asked,
    )
    notes = [_other(catalogue, asked, told, one) for one in others]
    return replace(told, asked=replace(asked, notes=(*asked.notes, *notes)))


def _other(catalogue: Catalogue, asked: Question, told: Told, contests: list[PastContest]) -> str:
    wins = of_past(catalogue, contests).wins
    day = _day(asked, list(reversed(told.line.days)))
    win = next((one for one in wins if one.polled_on == day), wins[0])
    return (
        f"This is {told.name} in {told.region}. Another seat of the name was in "
        f"{contests[0].region}: {with_member(win)} won {election(win)} there."
    )


def _like(catalogue: Catalogue, asked: Question, name: str) -> Told:
    note = f"No seat was called just “{choosing.echo(asked.name)}” then; this is {name}."
    noted = replace(asked, notes=(*asked.notes, note))
    return _told(catalogue, noted, History(catalogue.connection).of_name(name))
