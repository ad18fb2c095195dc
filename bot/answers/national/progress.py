"""How far the results are that an answer rests on, and whose they are; or why there are none."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.answers import figures, polls, wording
from bot.answers.national.scope import Scope, wanted
from bot.answers.reply import Reply, ReplyKind
from bot.catalogue.catalogue import Catalogue
from bot.elections.contest import ContestKind
from bot.elections.result import ContestResult
from bot.questions.question import Question, WantedElection

_ONLY_LIVE = "Declared live; not yet among the settled results."
_PARTLY_LIVE = "Partly declared live; those results are not yet among the settled ones."


def nothing(catalogue: Catalogue, asked: Question, *, of_by_elections: bool = False) -> Reply:
    """Why there are no scopes; `of_by_elections` says that those would do, too."""
    headline = _why(catalogue, asked)
    if of_by_elections and any(one.by_election for one in wanted(asked)):
        headline = f"No by-election {wording.within(asked.areas)} fits the question."
    return Reply(
        kind=ReplyKind.NOTHING,
        title="No result to count",
        headline=headline.replace("  ", " "),
        preface=asked.notes,
        as_of=catalogue.results.as_of,
        sources=(catalogue.results.title,),
    )


def _why(catalogue: Catalogue, asked: Question) -> str:
    known = "; ".join(figures.day(one) for one in catalogue.elections.days())
    if asked.span is not None and not polls.spanned(catalogue, asked.span):
        return f"No general election Teller knows fits “{asked.span.said}”. It knows: {known}."
    for one in wanted(asked):
        if polls.general_election(catalogue, one) is None:
            return _missing(catalogue, one, known)
    day = polls.general_election(catalogue, next(iter(wanted(asked)), None))
    election = f" for {wording.general_election(day)}" if day else ""
    return f"Nothing is declared {wording.within(asked.areas)} yet{election}."


def _missing(catalogue: Catalogue, one: WantedElection, known: str) -> str:
    opened = [
        day
        for day in _opened(catalogue)
        if one.by_election is not True and one.suits(day, is_by_election=False)
    ]
    if opened:
        return f"Nothing is declared yet for {wording.general_election(opened[0])}."
    if one.by_election:
        return "By-elections are not added up here: ask for the seat, or for a list of them."
    unknown = polls.unknown(catalogue, one)
    return (
        unknown[0] if unknown else f"No general election fits “{one.said}”. Teller knows: {known}."
    )


def _opened(catalogue: Catalogue) -> list[date]:
    """General elections that are open, whether or not anything is declared."""
    live = catalogue.contests.live
    return (
        [one.polled_on for one, kind in live.days() if kind is ContestKind.GENERAL] if live else []
    )


def completed(
    catalogue: Catalogue,
    asked: Question,
    counted: Sequence[Scope],
    reply: Reply,
    results: Sequence[ContestResult] | None = None,
) -> Reply:
    """The reply with what has to be known of its results: how far they are, and whose.

    `results` are those that it rests on, if not all of the scopes'.
    """
    if results is None:
        results = [one for scope in counted for one in scope.results]
    return replace(
        with_sources(catalogue, results, reply),
        preface=(
            *asked.notes,
            *(_progress(one) for one in counted if one.partial),
            *liveness(results),
            *_to_come(catalogue, asked),
            *reply.preface,
        ),
    )


def with_sources(catalogue: Catalogue, results: Sequence[ContestResult], reply: Reply) -> Reply:
    live = {one.contest.source: None for one in results if one.contest.source}
    settled = any(not one.contest.source for one in results) or not results
    return replace(
        reply,
        as_of=catalogue.results.as_of if settled else None,
        sources=(*([catalogue.results.title] if settled else []), *live),
    )


def liveness(results: Sequence[ContestResult]) -> list[str]:
    live = [one for one in results if one.contest.source]
    if not live:
        return []
    return [_ONLY_LIVE if len(live) == len(results) else _PARTLY_LIVE]


def _progress(of: Scope) -> str:
    """ "312 of 650 declared"."""
    declared = f"{figures.count(len(of.results))} of {figures.count(of.seats)} declared"
    where = f" {of.where}" if of.areas else ""
    return f"{wording.capital(wording.general_election(of.day))}: {declared}{where}."


def _to_come(catalogue: Catalogue, asked: Question) -> list[str]:
    """An election of which nothing is known yet, where the latest was asked for."""
    if asked.span is not None or wanted(asked):
        return []
    latest = catalogue.elections.days()[0]
    return [
        f"Nothing is declared yet for {wording.general_election(day)}."
        for day in _opened(catalogue)
        if day > latest
    ]
