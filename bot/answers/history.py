"""The answer about a seat through time."""

from collections.abc import Callable
from dataclasses import replace

from bot.answers.past import (
    boundaries,
    existence,
    first_won,
    groups,
    hands,
    holders,
    last_won,
    old_seat,
    results,
)
from bot.answers.past.groups_named import meant
from bot.answers.past.then import wanted_year
from bot.answers.past.timeline import timeline
from bot.answers.past.told import Told
from bot.answers.reply import Reply
from bot.answers.sketch import Sketch, SketchKind
from bot.catalogue.catalogue import Catalogue
from bot.elections.party import Party
from bot.questions.question import Measure, Question

_ANSWERS: dict[Measure, Callable[[Told], Reply]] = {
    Measure.RESULTS: results.results,
    Measure.GROUPS: groups.answer,
    Measure.CONTESTED: results.by_elections,
    Measure.BECAME: existence.became,
    Measure.EXISTS: existence.exists,
    Measure.MADE_OF: boundaries.made_of,
    Measure.HANDS: hands.answer,
}
_WITH_NAMES = {Measure.RESULTS, Measure.CONTESTED}
_OF_BOUNDARIES = {Measure.BECAME, Measure.EXISTS, Measure.MADE_OF}
_WITHOUT_PICTURE = {*_OF_BOUNDARIES, Measure.GROUPS}
_OF_HOLDERS = {Measure.HELD, Measure.FIRST_WON}
_OF_GROUPS = {Measure.HELD, Measure.GROUPS, Measure.FIRST_WON}


def answer(catalogue: Catalogue, asked: Question) -> Reply:
    """Who has held the seat, unless something else of its past was asked for.

    A question without a seat has the `name` of one that ended before 2010.
    """
    if asked.measure in _OF_GROUPS:
        asked = replace(asked, parties=tuple(map(meant, asked.parties)))
    seat = catalogue.seats.get(asked.seats[0]) if asked.seats else None
    told = None
    if seat is not None:
        told = Told(catalogue, seat.name, seat.region, timeline(catalogue, seat), asked)
    if told is None or asked.measure not in _OF_BOUNDARIES:
        told = old_seat.instead(catalogue, asked, told) or told
    if told is None:
        return old_seat.unknown(catalogue, asked)
    return _of_old_seat(told) if told.seat is None else _drawn(told, _of_seat(told))


def _drawn(told: Told, reply: Reply) -> Reply:
    """With the picture of its shares, which begins where those of parties are known."""
    undrawn = told.asked.measure in _WITHOUT_PICTURE or _before_2010(told)
    if undrawn or told.seat is None or not told.line.contests:
        return reply
    return replace(reply, sketch=Sketch(SketchKind.TIMELINE, told.seat.code))


def _of_seat(told: Told) -> Reply:
    measure = told.asked.measure
    if measure in _WITH_NAMES and _before_2010(told):
        return groups.answer(told)
    if measure is Measure.GROUPS and told.asked.yes_or_no and _party(told):
        return _of_holders(told)
    other = _ANSWERS.get(measure)
    return other(told) if other else _of_holders(told)


def _of_old_seat(told: Told) -> Reply:
    if told.asked.measure in _OF_BOUNDARIES:
        return old_seat.ended(told)
    return _of_holders(told) if told.asked.measure in _OF_HOLDERS else groups.answer(told)


def _of_holders(told: Told) -> Reply:
    """Of all holders, or of one party's wins where one was named."""
    if told.asked.measure is Measure.FIRST_WON:
        return first_won.answer(told, _party(told))
    party = _party(told)
    return last_won.answer(told, party) if party else holders.answer(told)


def _party(told: Told) -> Party | None:
    named = told.asked.parties[:1]
    return told.catalogue.parties.get(named[0]) if named else None


def _before_2010(told: Told) -> bool:
    """Whether years are asked for of which no candidates are known."""
    wanted, span = wanted_year(told.asked), told.asked.span
    begun = told.known_since.year
    if wanted is not None:
        return (wanted.year or (wanted.day.year if wanted.day else begun)) < begun
    if told.asked.measure is Measure.CONTESTED or span is None:
        return False
    return min(span.first or begun, span.last or begun) < begun
