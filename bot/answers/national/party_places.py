"""Which party came second, third and so on: by seats and by votes, which may differ."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from bot.answers import figures, wording
from bot.answers.national import party_seats, party_sentences, scoreboard
from bot.answers.national.party_sentences import Said
from bot.answers.national.scope import Scope
from bot.answers.national.showing import Showing
from bot.answers.reply import Reply
from bot.catalogue.catalogue import Catalogue
from bot.elections import arithmetic
from bot.elections.party import PartyKind
from bot.elections.tally import PartyTally
from bot.questions.question import Question

_SECOND = 2


@dataclass(frozen=True, slots=True)
class _By:
    """Seats or votes. Who has none has no place."""

    what: str
    value: Callable[[PartyTally], int]

    def place_of(self, own: PartyTally, parties: Sequence[PartyTally]) -> int | None:
        if not self.value(own):
            return None
        return 1 + sum(self.value(one) > self.value(own) for one in parties)


_SEATS = _By("seats", lambda one: one.seats)
_VOTES = _By("votes", lambda one: one.votes)


def answer(catalogue: Catalogue, asked: Question, scope: Scope) -> Reply:
    """Who came last is not told: it would be whoever had the fewest votes."""
    board = scoreboard.answer(catalogue, asked, scope)
    place = _SECOND if asked.place is None else asked.place
    return replace(board, headline=_headline(place, scope)) if place > 0 else board


def _headline(place: int, scope: Scope) -> str:
    parties = _parties(scope)
    by_seats, by_votes = (
        [one for one in parties if by.place_of(one, parties) == place] for by in (_SEATS, _VOTES)
    )
    rank = wording.capital(wording.ordinal(place))
    so_far = " so far" if scope.partial else ""
    if by_seats == by_votes and len(by_seats) == 1:
        [own] = by_seats
        seats = f"{own.seats} of {figures.count(len(scope.results))} seats"
        figures_of_both = f"{seats} and {figures.votes(own.votes)}{_share(own, scope)}"
        name = wording.among_others(own)
        return f"{rank} {scope.at}{so_far}, by seats and by votes: {name}, with {figures_of_both}."
    seats = _named(by_seats, lambda one: wording.seats(one.seats)) or _level_before(place, parties)
    votes = _named(by_votes, lambda one: f"{figures.votes(one.votes)}{_share(one, scope)}")
    return f"{rank} {scope.at}{so_far}: by seats {seats}; by votes {votes or 'no party'}."


def _named(level: Sequence[PartyTally], told: Callable[[PartyTally], str]) -> str:
    if not level:
        return ""
    each = " each" if len(level) > 1 else ""
    names = wording.listed([wording.among_others(one) for one in level])
    return f"{names}, with {told(level[0])}{each}"


def _level_before(place: int, parties: Sequence[PartyTally]) -> str:
    """Who shares the places in which that one is lost."""
    for own in parties:
        level = [one for one in parties if one.seats == own.seats]
        first = _SEATS.place_of(own, parties) or place
        if first < place < first + len(level):
            names = wording.listed([wording.among_others(one) for one in level])
            return f"{names}, level at {wording.ordinal(first)} with {own.seats} each"
    return "no party"


def _parties(scope: Scope) -> list[PartyTally]:
    return [one for one in scope.count.by_party if one.party.kind is PartyKind.PARTY]


def _share(own: PartyTally, scope: Scope) -> str:
    share = arithmetic.share(own.votes, scope.count.valid_votes)
    return f" ({figures.percent(share)})" if share is not None else ""


def of_party(asked: Question, of: Showing, place: int) -> Said:
    """In how many seats it came to that place, and in all; yes or no is about the whole."""
    overall = _overall(of, place)
    if asked.yes_or_no or place < 1:
        so_far = " so far" if of.scope.partial else ""
        return Said(f"{of.name} came {overall.sentence}, {of.scope.at}{so_far}.", overall.holds)
    seats = len(party_seats.placed(of.scope.results, of.party, place))
    number = party_sentences.of_all(of, seats)
    first = f"{of.name} came {wording.ordinal(place)} in {number} {of.scope.at}."
    return Said(f"{first} In all: {overall.sentence}.", None)


def seconds(of: Showing, told: Said) -> Said:
    """Whether it came second is a question of the whole, too, not only of any seat."""
    overall = _overall(of, _SECOND)
    holds = told.holds if told.holds == overall.holds else None
    return Said(f"{told.sentence} In all: {overall.sentence}.", holds)


def _overall(of: Showing, place: int) -> Said:
    """Which places it came to, without a verb; whether it was that one, if both agree on it."""
    parties = _parties(of.scope)
    if of.tally not in parties:
        return Said("to no place, since each of them stood alone", None)
    by_seats, by_votes = (by.place_of(of.tally, parties) for by in (_SEATS, _VOTES))
    votes = f"{figures.count(of.tally.votes)}{_share(of.tally, of.scope)}"
    told = [f"{wording.ordinal(by_votes)} by votes, with {votes}"] if by_votes else []
    if by_seats:
        level = sum(one.seats == of.tally.seats for one in parties) > 1
        seats = f"{of.tally.seats}{' (level)' if level else ''}"
        told.append(f"{wording.ordinal(by_seats)} by seats, with {seats}")
    none = [] if by_seats else ["without a seat"]
    agreed = (by_seats == place) == (by_votes == place) and not of.scope.partial
    return Said("; ".join([*told, *none]), by_votes == place if agreed else None)
