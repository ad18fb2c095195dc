"""Which seats declared first and last."""

from dataclasses import replace
from datetime import datetime

from bot.answers import contest as contest_answer
from bot.answers import figures, victory, wording
from bot.answers.national import caveats, progress, seat_columns
from bot.answers.national.scope import Scope
from bot.answers.reply import Choice, Fact, Reply, ReplyKind
from bot.catalogue.catalogue import Catalogue
from bot.elections.contest import Certainty
from bot.elections.result import ContestResult
from bot.questions.question import Measure, Question

MEASURES = frozenset({Measure.FIRST, Measure.LAST, Measure.DECLARED})
_FIELDS = (
    seat_columns.SEAT,
    seat_columns.DECLARED,
    seat_columns.CERTAINTY,
    seat_columns.OUTCOME,
)
_FEW = 3
_MOST_CHOICES = 5
_TITLES = {
    Measure.FIRST: "First to declare",
    Measure.LAST: "Last to declare",
    Measure.DECLARED: "Declarations",
}


def answer(catalogue: Catalogue, asked: Question, scope: Scope) -> Reply:
    """In the order of the night, or from its end; `asked.parties` narrows it to a party's seats."""
    results = _of_party(asked, scope)
    timed = _timed(results)
    untimed = [one for one in results if one.contest.declared_at is None]
    ordered = timed[::-1] if asked.measure is Measure.LAST else timed
    listed = ordered if asked.measure is Measure.DECLARED else ordered[: seat_columns.BRIEF]
    file = wording.file_name(_TITLES[asked.measure], *scope.areas, str(scope.day.year))
    rows = [(one, one.contest.winner) for one in listed]
    reply = Reply(
        kind=ReplyKind.ELECTION,
        title=f"{_TITLES[asked.measure]} · {scope.title}",
        headline=_headline(asked.measure, scope, timed, _whose(catalogue, asked)),
        listing=seat_columns.listing(file, rows, _FIELDS) if rows else None,
        facts=_facts(timed) if asked.measure is Measure.DECLARED else (),
        notes=tuple(_notes(timed, untimed)),
        choices=_choices(catalogue, ordered),
    )
    return progress.completed(catalogue, asked, [scope], reply)


def _of_party(asked: Question, scope: Scope) -> list[ContestResult]:
    if not asked.parties:
        return list(scope.results)
    return [one for one in scope.results if one.contest.winner.party.id == asked.parties[0]]


def _timed(results: list[ContestResult]) -> list[ContestResult]:
    """Earliest first."""
    timed = [(_time(one), one.contest.constituency.name, one) for one in results]
    known = [(when, name, one) for when, name, one in timed if when is not None]
    return [one for _, _, one in sorted(known, key=lambda part: part[:2])]


def _time(result: ContestResult) -> datetime | None:
    return result.contest.declared_at


def _whose(catalogue: Catalogue, asked: Question) -> str:
    party = catalogue.parties.get(asked.parties[0]) if asked.parties else None
    return f" of the seats won by {wording.whole(party)}" if party else ""


def _headline(measure: Measure, scope: Scope, timed: list[ContestResult], whose: str) -> str:
    if not timed:
        return f"No time of declaration{whose} is known {scope.at}."
    first, last = _level(timed, timed[0]), _level(timed, timed[-1])
    if measure is Measure.FIRST:
        return f"First{whose} to declare {scope.at}: {_named(first)}."
    so_far = " so far" if scope.partial else ""
    if measure is Measure.LAST:
        return f"Last{whose} to declare {scope.at}{so_far}: {_named(last)}."
    count = f"{len(scope.results):,} of {scope.seats:,} seats declared {scope.at}"
    return f"{count}: first {_named(first)}, last{so_far} {_named(last)}."


def _level(timed: list[ContestResult], one: ContestResult) -> list[ContestResult]:
    """All that declared in the same minute."""
    return [other for other in timed if _time(other) == _time(one)]


def _named(level: list[ContestResult]) -> str:
    """ "Bath, at 23:27 (Labour hold: Ann Able by 1,234)"."""
    told = [
        f"{one.contest.constituency.name}, {_when(one)} ({victory.summary(one)})" for one in level
    ]
    return wording.listed(told)


def _when(result: ContestResult) -> str:
    return " ".join(fact.value for fact in contest_answer.declared(result.contest))


def _facts(timed: list[ContestResult]) -> tuple[Fact, ...]:
    if not timed:
        return ()
    middle = timed[len(timed) // 2]
    return (
        Fact("First", _named(_level(timed, timed[0]))),
        Fact("Half had declared", _when(middle)),
        Fact("Last", _named(_level(timed, timed[-1]))),
    )


def _notes(timed: list[ContestResult], untimed: list[ContestResult]) -> list[str]:
    notes = []
    certainties = [one.contest.certainty for one in timed if not one.contest.source]
    if any(one is not Certainty.OFFICIAL for one in certainties):
        low = sum(one is Certainty.LOW for one in certainties)
        unsure = f" {figures.count(low)} of them are not sure." if low else ""
        notes.append(f"{caveats.UNSURE_TIMES}{unsure}")
    if untimed:
        names = sorted(one.contest.constituency.name for one in untimed)
        few = f": {wording.listed(names)}" if len(names) <= _FEW else ""
        notes.append(f"No time is known for {wording.seats(len(names))}{few}.")
        notes += [note for one in untimed[:_FEW] for note in one.contest.notes]
    return notes


def _choices(catalogue: Catalogue, ordered: list[ContestResult]) -> tuple[Choice, ...]:
    return tuple(
        replace(choice, short=one.contest.constituency.name)
        for one in ordered[:_MOST_CHOICES]
        for choice in [contest_answer.contest_choice(catalogue, one.contest.id, one.contest.kind)]
    )
