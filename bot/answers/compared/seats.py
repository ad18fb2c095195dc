"""Two or more seats at one election."""

from dataclasses import replace

from bot.answers import contest as contest_answer
from bot.answers import naming, progress, victory, wording
from bot.answers.compared import choosing_contests
from bot.answers.compared.contest_rows import other_names, rows, value_of
from bot.answers.compared.weighing import Weighed, weigh
from bot.answers.reply import Column, Listing, Reply, ReplyKind
from bot.catalogue.catalogue import Catalogue
from bot.elections.constituency import Constituency
from bot.elections.result import ContestResult
from bot.questions.question import Question

MOST = 4
_TURNOUT = "Turnout is of valid votes."
_NOTIONAL = "Outcomes compare with a notional result where boundaries changed."


def answer(catalogue: Catalogue, asked: Question) -> Reply:
    seats = [catalogue.seats.by_code[code] for code in asked.seats[:MOST]]
    results = _results(catalogue, asked, seats)
    if results is None or len(results) < len(seats):
        return choosing_contests.nothing(catalogue, asked, _why_not(asked, seats))
    names = [one.contest.constituency.name for one in results]
    days = {one.contest.polled_on for one in results}
    columns = (
        Column("Compared"),
        *(Column(_heading(one, alone=len(days) == 1)) for one in results),
    )
    reply = Reply(
        kind=ReplyKind.COMPARISON,
        title=f"{wording.listed(names)} · {_election(results)}",
        headline=_headline(catalogue, asked, results),
        preface=asked.notes + tuple(progress.liveness(results)),
        listing=Listing(
            wording.file_name(*names, str(max(days).year)), columns, tuple(rows(results))
        ),
        notes=(
            *other_names([one.contest for one in results]),
            _TURNOUT,
            *([_NOTIONAL] if _any_notional(results) else []),
        ),
        choices=tuple(
            replace(one, short=one.label)
            for told in results
            for one in [
                contest_answer.contest_choice(catalogue, told.contest.id, told.contest.kind)
            ]
        ),
    )
    return progress.with_sources(catalogue, results, reply)


def _results(
    catalogue: Catalogue, asked: Question, seats: list[Constituency]
) -> list[ContestResult] | None:
    """Each seat at its own election where as many were named as seats, else all at one."""
    elections = choosing_contests.wanted(asked)
    if not elections:
        return choosing_contests.newest_common(catalogue, seats)
    if len(elections) != len(seats):
        elections = [elections[0]] * len(seats)
    pairs = zip(seats, elections, strict=True)
    found = [choosing_contests.chosen(catalogue, seat, one) for seat, one in pairs]
    return [one for one in found if one]


def _why_not(asked: Question, seats: list[Constituency]) -> str:
    names = wording.listed([seat.name for seat in seats])
    said = wording.listed([f"“{one.said}”" for one in choosing_contests.wanted(asked)])
    if said:
        return f"Not each of {names} has a result for {said}."
    gone = wording.listed([seat.name for seat in seats if seat.abolished])
    return f"{names} were never contested at one general election: {gone} ended in 2024."


def _election(results: list[ContestResult]) -> str:
    elections = dict.fromkeys(naming.election(one.contest) for one in results)
    return wording.listed(list(elections))


def _heading(told: ContestResult, *, alone: bool) -> str:
    name = told.contest.constituency.name
    return name if alone else f"{name} {choosing_contests.told(told)}"


def _headline(catalogue: Catalogue, asked: Question, results: list[ContestResult]) -> str:
    party = catalogue.parties.get(asked.parties[0]) if asked.parties else None
    weighed = value_of(asked.measure, party)
    if weighed is not None:
        figure, value = weighed
        things = [
            Weighed(name, f"in {name}", value(one))
            for one in results
            for name in [one.contest.constituency.name]
        ]
        return weigh(asked, figure, things)
    told = [f"{one.contest.constituency.name}, {victory.result(one)}" for one in results]
    return f"{'; '.join(told)}."


def _any_notional(results: list[ContestResult]) -> bool:
    return any(one.before is not None and one.before.notional for one in results)
