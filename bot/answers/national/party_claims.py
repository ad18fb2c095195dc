"""What is said first of a party at one election, with the yes or no that was asked for."""

from collections.abc import Callable
from dataclasses import replace

from bot.answers import figures, limits, wording
from bot.answers.national import moved, party_places, party_seats, party_sentences
from bot.answers.national.party_sentences import Said
from bot.answers.national.showing import Showing
from bot.elections import arithmetic
from bot.elections.party import Party
from bot.elections.tally import PartyTally
from bot.questions.question import Limit, Measure, Order, Question

_PERCENT = 100
_SECOND = 2
_OF_SHARES = {Measure.SHARE, Measure.CHANGE}
_LISTED = {Measure.GAINED, Measure.LOST, Measure.SECONDS, Measure.HELD}
_SEATS = {Measure.SEATS, Measure.WON, Measure.TALLY, Measure.RESULT, Measure.WINNER}
_COUNTS: dict[Measure, tuple[str, Callable[[PartyTally], int]]] = {
    Measure.CANDIDATES: ("candidate", lambda one: one.candidates),
    Measure.DEPOSITS: ("lost deposit", lambda one: one.lost_deposits),
    Measure.SECONDS: ("second place", lambda one: one.seconds),
}


def headline(asked: Question, of: Showing, other: Party | None) -> str:
    said = _said(asked, of, other)
    # "Did they win 400?" gets the figure alone: whether more would be a yes, too, is not said.
    vague = asked.number is not None and asked.limit is None
    if not asked.yes_or_no or said.holds is None or vague:
        return wording.capital(said.sentence)
    return f"{'Yes' if said.holds else 'No'}: {said.sentence}"


def _said(asked: Question, of: Showing, other: Party | None) -> Said:
    if asked.compared:
        return _compared(asked, of)
    if asked.measure is Measure.CHANGE and asked.order is Order.LEAST and asked.limit is None:
        return party_sentences.did_it_fall(of)
    if asked.measure is Measure.PLACE:
        return party_places.of_party(asked, of, asked.place or _SECOND)
    said = party_sentences.headline(asked.measure, of, other)
    if asked.limit is not None:
        return replace(said, holds=_within(asked, asked.limit, of, other))
    if asked.measure is Measure.SECONDS and asked.yes_or_no and other is None:
        return party_places.seconds(of, said)
    return said


def _within(asked: Question, limit: Limit, of: Showing, other: Party | None) -> bool | None:
    """None where the figure is not known, or while it can still pass the limit."""
    number, share = _figures(asked, of, other)
    if asked.measure in _OF_SHARES and not limit.is_share:
        limit = replace(limit, figure=limit.figure / _PERCENT, is_share=True)
    holds = limits.meets(limit, number, share)
    if not of.scope.partial or holds is None:
        return holds
    # A number only grows as more is declared; a share may do either.
    return None if limit.is_share or holds is not limit.over else holds


def _figures(
    asked: Question, of: Showing, other: Party | None
) -> tuple[float | None, float | None]:
    """The number that was asked for, and what share it is of all there are."""
    own, total = of.tally, len(of.scope.results)
    if asked.measure is Measure.CHANGE:
        fall = asked.order is Order.LEAST and of.change is not None
        return None, -of.change if fall and of.change is not None else of.change
    if asked.measure in _LISTED:
        rows = party_seats.rows(asked.measure, of.scope.results, of.party, other)
        return len(rows), arithmetic.share(len(rows), total)
    if asked.measure in {Measure.VOTES, Measure.SHARE}:
        return own.votes, of.share
    if asked.measure is Measure.DEPOSITS:
        return own.lost_deposits, arithmetic.share(own.lost_deposits, own.candidates)
    if asked.measure is Measure.CANDIDATES:
        return own.candidates, arithmetic.share(own.candidates, total)
    return (
        (own.seats, arithmetic.share(own.seats, total)) if asked.measure in _SEATS else (None,) * 2
    )


def _compared(asked: Question, of: Showing) -> Said:
    """Against the election before: whether it rose, or where a fall is asked for fell."""
    if asked.measure in _OF_SHARES:
        told = party_sentences.headline(Measure.CHANGE, of)
        said = Said(told.sentence, moved.claimed(asked, of.share, of.share_before))
    elif asked.measure is Measure.VOTES:
        said = _moved(asked, of, "vote", (of.tally.votes, of.votes_before))
    elif asked.measure in _COUNTS:
        what, value = _COUNTS[asked.measure]
        then = value(of.earlier) if of.earlier else None
        said = _moved(asked, of, what, (value(of.tally), then))
    elif asked.measure in _SEATS:
        said = _seats(asked, of)
    else:
        return replace(party_sentences.headline(asked.measure, of), holds=None)
    return replace(said, holds=None) if of.scope.partial else said


def _moved(asked: Question, of: Showing, what: str, values: tuple[int, int | None]) -> Said:
    now, then = values
    day = of.scope.compared_with
    told = moved.against(now, then, day.year if day else None, moved.number)
    by = f" ({moved.by_number(now, then)})" if then not in {None, now} else ""
    number = wording.number(now, what)
    sentence = f"{of.name} had {number} {of.scope.at}{told}{by}."
    return Said(sentence, moved.claimed(asked, now, then))


def _seats(asked: Question, of: Showing) -> Said:
    """By seats really won; on other boundaries the notional number is told beside it."""
    now, notional = of.tally.seats, of.seats_before
    then = of.earlier.seats if of.earlier else notional
    day = of.scope.compared_with
    estimated = of.earlier is None and of.scope.notional
    written = (lambda seats: f"a notional {seats:,}") if estimated else moved.number
    told = moved.against(now, then, day.year if day else None, written)
    total = figures.count(len(of.scope.results))
    sentence = f"{of.name} won {figures.count(now)} of {total} seats {of.scope.at}{told}{_net(of)}."
    return Said(sentence, moved.claimed(asked, now, then))


def _net(of: Showing) -> str:
    """ " (+30)", or " (notionally 200 on the new boundaries: +211)"."""
    if of.seats_before is None:
        return ""
    net = wording.signed(of.tally.net)
    if of.scope.notional and of.earlier is not None:
        return f" (notionally {of.seats_before} on the new boundaries: {net})"
    return f" ({net})" if of.tally.net else ""
