"""The answer about a seat through time."""

from collections.abc import Callable

from bot.answers import choosing
from bot.answers.past import boundaries, groups, holders, last_won, results
from bot.answers.past.then import wanted_year
from bot.answers.past.timeline import timeline
from bot.answers.past.told import Told
from bot.answers.reply import Reply
from bot.catalogue.catalogue import Catalogue
from bot.questions.question import Measure, Question

_ANSWERS: dict[Measure, Callable[[Told], Reply]] = {
    Measure.RESULTS: results.results,
    Measure.GROUPS: groups.answer,
    Measure.CONTESTED: results.by_elections,
    Measure.BECAME: boundaries.became,
    Measure.MADE_OF: boundaries.made_of,
}


def answer(catalogue: Catalogue, asked: Question) -> Reply:
    """Who has held the seat, unless something else of its past was asked for."""
    seat = catalogue.seats.get(asked.seats[0]) if asked.seats else None
    if seat is None:
        return choosing.empty(catalogue)
    told = Told(catalogue, seat, timeline(catalogue, seat), asked)
    if asked.measure is Measure.RESULTS and _before_2010(told):
        return groups.answer(told)
    other = _ANSWERS.get(asked.measure)
    if other is not None:
        return other(told)
    party = catalogue.parties.get(asked.parties[0]) if asked.parties else None
    return last_won.answer(told, party) if party else holders.answer(told)


def _before_2010(told: Told) -> bool:
    """Whether years are asked for of which no candidates are known."""
    wanted, span = wanted_year(told.asked), told.asked.span
    begun = told.known_since.year
    if wanted is not None:
        return (wanted.year or (wanted.day.year if wanted.day else begun)) < begun
    return span is not None and min(span.first or begun, span.last or begun) < begun
