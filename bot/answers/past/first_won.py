"""When a party first won a seat, as far as the data go."""

from bot.answers import wording
from bot.answers.past.groups_named import LIBERALS, holds
from bot.answers.past.last_won import how, may_be, never, notes, shown
from bot.answers.past.then import wanted_year
from bot.answers.past.timeline import Win
from bot.answers.past.told import Told, election, runs_listing, with_member
from bot.answers.reply import Reply
from bot.elections.party import Party


def answer(told: Told, party: Party | None) -> Reply:
    """By the party under any name that its group had; without a party whoever was first."""
    if party is None:
        oldest = told.line.wins[-1]
        return told.reply(
            f"first election, {told.span()}",
            f"The first election of {told.name} in the data was {election(oldest)}: "
            f"{with_member(oldest)} won.",
            past=[oldest.past] if oldest.past else [],
        )
    wins = [one for one in told.line.wins if one.holder and holds(one.holder, party)]
    return told.reply(
        f"{party.name} wins, {told.span()}",
        wording.capital(_headline(told, party, wins)),
        listing=runs_listing(told, f"holders-{party.id}", shown(told)),
        notes=tuple(notes(told, party, wins)),
        past=told.line.past,
    )


def _headline(told: Told, party: Party, wins: list[Win]) -> str:
    if not wins:
        certain = not any(may_be(one, party) for one in told.line.wins)
        return f"{'No: ' if told.asked.yes_or_no and certain else ''}{never(told, party)}"
    first = wins[-1]
    start = f"{wording.whole(party)} first won {told.name} at {election(first)}{how(first, party)}"
    sentence = f"{_judged(told, first)}{start}{_as_far(told, first)}."
    named = next(
        (one for one in reversed(wins) if one.holder and one.holder.name == party.name), None
    )
    if named is None or named is first or party.id != LIBERALS:
        return sentence
    return f"{sentence} First win under the name of {party.name}: {election(named)}."


def _as_far(told: Told, first: Win) -> str:
    """That an earlier win would not be in the data."""
    if first is not told.line.wins[-1]:
        return ""
    return f", the first election of the seat in the data, which begin in {told.line.days[0].year}"


def _judged(told: Told, first: Win) -> str:
    """Whether it was the year that was named, where one was."""
    wanted = wanted_year(told.asked)
    if not told.asked.yes_or_no or wanted is None:
        return ""
    year = wanted.day.year if wanted.day else wanted.year
    return "Yes: " if year == first.polled_on.year else "No: "
