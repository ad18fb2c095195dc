"""Which contests a ranking is made of: general elections, or by-elections."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.answers import figures, wording
from bot.answers.national import scope
from bot.answers.national.scope import Scope
from bot.catalogue.catalogue import Catalogue
from bot.catalogue.elections import inside
from bot.elections.count import Count
from bot.elections.result import ContestResult
from bot.questions.question import Question, Span, WantedElection


@dataclass(frozen=True, slots=True)
class Pool:
    """`at` and `title` say when and where; `scopes` are its general elections, if it is of those.

    `several` says that a seat may be in it more than once.
    """

    counts: tuple[Count, ...]
    areas: tuple[str, ...]
    when: str
    title: str
    year: str
    several: bool
    scopes: tuple[Scope, ...] = ()

    @property
    def results(self) -> list[ContestResult]:
        return [one for count in self.counts for one in count.results]

    @property
    def at(self) -> str:
        return f"{wording.within(self.areas)} at {self.when}".strip()


def pool(catalogue: Catalogue, asked: Question) -> Pool | None:
    """None where there is nothing to rank."""
    if any(one.by_election for one in scope.wanted(asked)):
        return _by_elections(catalogue, asked)
    counted = scope.scopes(catalogue, asked)
    return _general(asked, counted) if counted else None


def _general(asked: Question, counted: Sequence[Scope]) -> Pool:
    first, said = counted[0].day, scope.years(asked, counted)
    if len(counted) == 1:
        when, title = wording.general_election(first), f"general election, {figures.day(first)}"
    else:
        when, title = f"the general elections of {said}", f"general elections, {said}"
    return Pool(
        tuple(one.count for one in counted),
        asked.areas,
        when,
        scope.titled(asked.areas, title),
        said,
        len(counted) > 1,
        tuple(counted),
    )


def _by_elections(catalogue: Catalogue, asked: Question) -> Pool | None:
    every = inside(catalogue.elections.by_elections(), asked.areas)
    wanted = scope.wanted(asked)
    results = tuple(
        one
        for one in every
        if any(which.suits(one.contest.polled_on, is_by_election=True) for which in wanted)
        and _spanned(one.contest.polled_on, asked.span, catalogue.elections.days())
    )
    if not results:
        return None
    first, last = results[0].contest.polled_on, results[-1].contest.polled_on
    when = _when(first, last, wanted)
    title = scope.titled(asked.areas, when)
    return Pool((Count(results),), asked.areas, when, title, _years(first, last), several=True)


def _spanned(day: date, span: Span | None, general: Sequence[date]) -> bool:
    if span is None:
        return True
    if span.parliament:
        begun = [one for one in general if one.year == span.first]
        ended = [one for one in general if one.year == span.last]
        return all(one < day for one in begun) and all(day < one for one in ended)
    return (span.first is None or span.first <= day.year) and (
        span.last is None or day.year <= span.last
    )


def _when(first: date, last: date, wanted: Sequence[WantedElection]) -> str:
    if first == last and any(one.day or one.month for one in wanted):
        return f"by-elections of {figures.day(first)}"
    if first.year == last.year:
        return f"by-elections of {first.year}"
    return f"by-elections from {first.year} to {last.year}"


def _years(first: date, last: date) -> str:
    return str(first.year) if first.year == last.year else f"{first.year} to {last.year}"
