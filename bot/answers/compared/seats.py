"""Two or more seats, at one election or at several."""

from dataclasses import replace

from bot.answers import contest as contest_answer
from bot.answers import naming, victory, wording
from bot.answers.compared import choosing_contests
from bot.answers.compared.contest_rows import other_names, rows, value_of
from bot.answers.compared.weighing import Weighed, weigh
from bot.answers.national import progress
from bot.answers.reply import Column, Listing, Reply, ReplyKind
from bot.catalogue.catalogue import Catalogue
from bot.elections.constituency import Constituency
from bot.elections.result import ContestResult
from bot.questions.question import Question
from bot.text import fold

MOST = 4
MOST_COLUMNS = 10
_BETWEEN = set("and or in to at the v vs versus with than general election elections".split())
_TURNOUT = "Turnout is of valid votes."
_NOTIONAL = "Outcomes compare with a notional result where boundaries changed."


def answer(catalogue: Catalogue, asked: Question) -> Reply:
    seats = [catalogue.seats.by_code[code] for code in asked.seats[:MOST]]
    results = _results(catalogue, asked, seats)
    if not results:
        return choosing_contests.nothing(catalogue, asked, _why_not(asked, seats))
    names = list(dict.fromkeys(one.contest.constituency.name for one in results))
    days = {one.contest.polled_on for one in results}
    columns = (
        Column("Compared"),
        *(Column(_heading(one, alone=len(days) == 1)) for one in results),
    )
    reply = Reply(
        kind=ReplyKind.COMPARISON,
        title=f"{wording.listed(names)} · {_election(results)}",
        headline=_headline(catalogue, asked, results),
        preface=(
            *asked.notes,
            *_left_out(catalogue, asked, results),
            *_common(catalogue, asked, results),
            *progress.liveness(results),
        ),
        listing=Listing(
            wording.file_name(*names, *(str(day.year) for day in sorted(days))),
            columns,
            tuple(rows(results)),
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
) -> list[ContestResult]:
    """Each seat at its own election where one was named beside each, else all at each of them.

    None at all where one of them has no such contest.
    """
    elections = choosing_contests.wanted(asked)
    if not elections:
        return choosing_contests.newest_common(catalogue, seats) or []
    if len(elections) == len(seats) and not _together(asked):
        pairs = list(zip(seats, elections, strict=True))
    else:
        elections = elections[: MOST_COLUMNS // len(seats)]
        pairs = [(seat, one) for one in elections for seat in seats]
    found = [choosing_contests.chosen(catalogue, seat, one) for seat, one in pairs]
    return [one for one in found if one] if all(found) else []


def _together(asked: Question) -> bool:
    """Whether the elections stand in a row: "bath and wells in 2017 and 2019"."""
    words, said = f" {fold(asked.asked)} ", [fold(one.said) for one in asked.elections[:2]]
    first = words.find(f" {said[0]} ")
    second = words.find(f" {said[1]} ", first + 1)
    if min(first, second) < 0:
        return False
    return set(words[first + len(said[0]) + 1 : second].split()) <= _BETWEEN


def _left_out(catalogue: Catalogue, asked: Question, results: list[ContestResult]) -> list[str]:
    """What was named and is not compared: there is only so much room."""
    seats = [catalogue.seats.by_code[code].name for code in asked.seats[MOST:]]
    named = choosing_contests.wanted(asked)
    most = max(MOST_COLUMNS // len(asked.seats[:MOST]), 1)
    elections = [one.said for one in named[most:]] if len(named) > len(asked.seats) else []
    return choosing_contests.left_out([*seats, *elections]) if results else []


def _common(catalogue: Catalogue, asked: Question, results: list[ContestResult]) -> list[str]:
    """Why an older election is compared where none was named."""
    day = results[0].contest.polled_on
    if choosing_contests.wanted(asked) or day == catalogue.elections.days()[0]:
        return []
    seats = [one.contest.constituency for one in results]
    named = [catalogue.seats.by_code[code] for code in asked.seats[: len(seats)]]
    gone = wording.listed([seat.name for seat in named if seat.abolished])
    ended = f": {gone} ended in 2024" if gone else ""
    at = wording.general_election(day)
    return [f"Compared at {at}, the latest at which each was contested{ended}."]


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
    alone = len({one.contest.polled_on for one in results}) == 1
    if weighed is not None:
        figure, value = weighed
        things = [
            Weighed(name, f"in {name}", value(one))
            for one in results
            for name in [_heading(one, alone=alone)]
        ]
        return weigh(asked, figure, things)
    told = [f"{_heading(one, alone=alone)}, {victory.result(one)}" for one in results]
    return f"{'; '.join(told)}."


def _any_notional(results: list[ContestResult]) -> bool:
    return any(one.before is not None and one.before.notional for one in results)
