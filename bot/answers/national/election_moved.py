"""How a figure of a whole election changed since the one before."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.answers import figures, limits, wording
from bot.answers.national import ballots, candidates, gains, moved, progress
from bot.answers.national.scope import Scope, before
from bot.answers.reply import Column, Listing, Reply, Unit
from bot.catalogue.catalogue import Catalogue
from bot.elections.count import Count
from bot.questions.question import Measure, Question

_PERCENT = 100
_Value = Callable[[Count], float | None]
_Answer = Callable[[Catalogue, Question, Scope], Reply]


@dataclass(frozen=True, slots=True)
class _Figure:
    """`what` begins a sentence; `answer` tells it of one election alone."""

    what: str
    unit: Unit
    value: _Value
    answer: _Answer

    def written(self, value: float) -> str:
        return figures.percent(value) if self.unit is Unit.SHARE else moved.number(value)

    def difference(self, now: float, then: float) -> str:
        return (moved.by_points if self.unit is Unit.SHARE else moved.by_number)(now, then)


def _ballots(of: Count) -> int | None:
    """None unless all rejected ballots are known."""
    rejected = None if of.polled.without_rejected else of.polled.rejected
    return None if rejected is None else of.valid_votes + rejected


_CHANGED_HANDS = _Figure(
    "the number of seats that changed hands",
    Unit.COUNT,
    lambda of: of.changed_hands,
    gains.answer,
)
_FIGURES = {
    Measure.TURNOUT: _Figure(
        "turnout, by valid votes,",
        Unit.SHARE,
        lambda of: of.polled.turnout_of_valid_votes,
        ballots.answer,
    ),
    Measure.VOTES: _Figure(
        "the number of valid votes", Unit.COUNT, lambda of: of.valid_votes, ballots.answer
    ),
    Measure.BALLOTS: _Figure("the number of ballots cast", Unit.COUNT, _ballots, ballots.answer),
    Measure.ELECTORATE: _Figure(
        "the electorate", Unit.COUNT, lambda of: of.polled.electorate, ballots.answer
    ),
    Measure.REJECTED: _Figure(
        "the number of rejected ballots",
        Unit.COUNT,
        lambda of: of.polled.rejected,
        ballots.answer,
    ),
    Measure.CANDIDATES: _Figure(
        "the number of candidates",
        Unit.COUNT,
        lambda of: sum(one.candidates for one in of.by_party),
        candidates.answer,
    ),
    Measure.DEPOSITS: _Figure(
        "the number of lost deposits",
        Unit.COUNT,
        lambda of: sum(one.lost_deposits for one in of.by_party),
        candidates.answer,
    ),
    Measure.GAINS: _CHANGED_HANDS,
    Measure.CHANGES: _CHANGED_HANDS,
}
MEASURES = frozenset(_FIGURES)


def answer(catalogue: Catalogue, asked: Question, scope: Scope) -> Reply:
    """Asked yes or no, whether it rose, or where a fall is asked for fell."""
    figure, earlier = _FIGURES[asked.measure], _earlier(catalogue, scope)
    now, then = figure.value(scope.count), figure.value(earlier.count) if earlier else None
    sentence = _sentence(figure, scope, now)
    day = earlier.day if earlier else None
    told = moved.against(now, then, day.year if day else None, figure.written)
    by = f" ({figure.difference(now, then)})" if now is not None and then is not None else ""
    claimed = None if scope.partial else moved.claimed(asked, now, then)
    alone = figure.answer(catalogue, replace(asked, compared=False, yes_or_no=False), scope)
    counted = [*([earlier] if earlier else []), scope]
    return replace(
        progress.with_sources(catalogue, [one for of in counted for one in of.results], alone),
        headline=_judged(asked, f"{sentence}{told}{by}.", holds=claimed),
        listing=_listing(figure, counted),
    )


def _sentence(figure: _Figure, scope: Scope, now: float | None) -> str:
    so_far = " so far" if scope.partial else ""
    value = figure.written(now) if now is not None else "not known"
    return f"{figure.what} {scope.at} was {value}{so_far}"


def _judged(asked: Question, sentence: str, *, holds: bool | None) -> str:
    if not asked.yes_or_no or holds is None:
        return wording.capital(sentence)
    return f"{'Yes' if holds else 'No'}: {sentence}"


def _earlier(catalogue: Catalogue, scope: Scope) -> Scope | None:
    """While only some seats have declared, those same seats: none if they were others then."""
    there = before(catalogue, scope)
    if there is None or not scope.partial:
        return there
    codes = {one.contest.constituency.code for one in scope.results}
    same = [one for one in there.results if one.contest.constituency.code in codes]
    return replace(there, count=Count(tuple(same))) if len(same) == len(codes) else None


def _listing(figure: _Figure, counted: list[Scope]) -> Listing:
    label = wording.capital(figure.what.removeprefix("the ").split(",")[0])
    return Listing(
        wording.file_name(label, *counted[-1].areas, *(str(one.day.year) for one in counted)),
        (Column("Election", Unit.DAY), Column(label, figure.unit)),
        tuple((one.day, figure.value(one.count)) for one in counted),
    )


def limited(catalogue: Catalogue, asked: Question, scope: Scope) -> Reply:
    """The figure as ever, with the yes or no that was asked for."""
    figure = _FIGURES[asked.measure]
    alone = figure.answer(catalogue, replace(asked, limit=None, yes_or_no=False), scope)
    value = figure.value(scope.count)
    holds = None if scope.partial else _meets(asked, figure, value)
    if not asked.yes_or_no or holds is None:
        return alone
    return replace(
        alone, headline=_judged(asked, f"{_sentence(figure, scope, value)}.", holds=holds)
    )


def _meets(asked: Question, figure: _Figure, value: float | None) -> bool | None:
    if figure.unit is not Unit.SHARE or asked.limit is None:
        return limits.meets(asked.limit, value)
    limit = asked.limit
    if not limit.is_share:
        limit = replace(limit, figure=limit.figure / _PERCENT, is_share=True)
    return limits.meets(limit, None, value)
