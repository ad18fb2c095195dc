"""The answer for one figure of one contest: that contest's whole answer, narrowed."""

from dataclasses import replace

from bot.answers import choosing, figures, naming, polls, upcoming, victory
from bot.answers import contest as contest_answer
from bot.answers import seat as seat_answer
from bot.answers.measured import figure_absence, figure_member, inquiry
from bot.answers.measured import figure_outcome as outcomes
from bot.answers.measured.figure_kinds import (
    COMPARED,
    KINDS,
    OUTCOME,
    OUTCOME_FACT,
    RESULT_FACT,
    FigureKind,
)
from bot.answers.measured.inquiry import Inquiry, Told
from bot.answers.reply import Choice, Fact, Reply, ReplyKind
from bot.catalogue.catalogue import Catalogue
from bot.catalogue.contest_notes import notes_about
from bot.questions.question import Measure, Question

_MOST_CHOICES = 5
_MOST_FACTS = 4


def answer(catalogue: Catalogue, asked: Question) -> Reply:
    """Any measure that is none of a contest gives the whole result."""
    member = figure_member.answer(catalogue, asked) if asked.measure is Measure.MEMBER else None
    if member is not None:
        return member
    coming = _coming(catalogue, asked)
    if coming is not None:
        return _noted(coming, asked)
    chosen = inquiry.choose(catalogue, asked)
    contest = catalogue.contests.get(chosen) if chosen else None
    if contest is None:
        return _noted(_no_contest(catalogue, asked), asked)
    whole = contest_answer.answer(catalogue, contest)
    kind = _kind(asked)
    if kind is None:
        return _noted(whole, asked)
    made = inquiry.inquire(catalogue, asked, contest)
    return _noted(_narrowed(whole, made, kind), asked)


def _coming(catalogue: Catalogue, asked: Question) -> Reply | None:
    """Who stands in a contest that is to come: of such a one there is nothing else to ask."""
    if asked.measure is not Measure.CANDIDATES or not asked.seats or asked.persons:
        return None
    seat = catalogue.seats.by_code[asked.seats[0]]
    found = upcoming.wanted(catalogue, seat, inquiry.wanted(catalogue, asked))
    return upcoming.answer(catalogue, *found) if found else None


def _kind(asked: Question) -> FigureKind | None:
    compared = COMPARED.get(asked.measure) if asked.compared else None
    return compared or KINDS.get(asked.measure)


def _narrowed(whole: Reply, made: Inquiry, kind: FigureKind) -> Reply:
    told = _told(made, kind)
    facts = (*told.facts, *_headlines(made), *whole.facts)
    related = [one for one in facts if one in told.facts or one.label in kind.related]
    standings = [contest_answer.standing(one, made.contest, made.before) for one in told.standings]
    return replace(
        whole,
        kind=ReplyKind.FIGURE,
        title=_title(made, kind),
        headline=made.with_present_name(told.headline),
        preface=(*_another(made), *whole.preface),
        standings=tuple(standings),
        facts=tuple(related[:_MOST_FACTS]),
        notes=(*told.notes, *_notes(whole, made, kind)),
        choices=_choices(made),
        sketch=told.sketch or whole.sketch,
    )


def _headlines(made: Inquiry) -> list[Fact]:
    """What the whole result has in its headline, for figures that do not tell it."""
    return [
        Fact(RESULT_FACT, victory.summary(made.result)),
        Fact(OUTCOME_FACT, naming.outcome(made.result.outcome)),
    ]


def _told(made: Inquiry, kind: FigureKind) -> Told:
    if not made.names_somebody or made.whom:
        return kind.tell(made)
    # Who did not stand can have lost the seat all the same, by not standing.
    if kind is OUTCOME and outcomes.held_before(made) and not made.asked.persons:
        return kind.tell(made)
    return figure_absence.absence(made)


def _title(made: Inquiry, kind: FigureKind) -> str:
    """Whoever is named, or else the figure, stands before the seat."""
    return f"{made.name or kind.label} in {naming.title(made.contest)}"


def _another(made: Inquiry) -> tuple[str, ...]:
    """That it is not the seat's latest contest, but the last in which the named person stood."""
    asked, contest = made.asked, made.contest
    if not asked.seats or not asked.persons or inquiry.wanted(made.catalogue, asked) is not None:
        return ()
    seat = made.catalogue.seats.by_code[asked.seats[0]]
    latest = seat_answer.choose(made.catalogue, seat, None)
    if latest is None or latest == contest.id or not made.whom:
        return ()
    day = figures.day(latest.polled_on)
    did_not = f"{made.whom[0].standing_as} did not stand in {seat.name} on {day}"
    return (f"{did_not}; this is the last contest there in which they did.",)


def _notes(whole: Reply, made: Inquiry, kind: FigureKind) -> tuple[str, ...]:
    """Of the contest's notes those that concern the figure."""
    contest = made.contest
    between = [note for note in whole.notes if note not in contest.notes] if kind.compared else []
    own = notes_about(made.catalogue.connection, contest.id, kind.subjects)
    rule = outcomes.by_election_rule(made) if kind is OUTCOME else ()
    return (*between, *rule, *own)


def _choices(made: Inquiry) -> tuple[Choice, ...]:
    """The whole result, and then the seat's other contests."""
    contest, catalogue = made.contest, made.catalogue
    whole = contest_answer.contest_choice(catalogue, contest.id, contest.kind)
    others = [
        contest_answer.contest_choice(catalogue, one, kind)
        for one, kind in seat_answer.contests_of_name(catalogue, contest.constituency)
        if one != contest.id
    ]
    return (replace(whole, short="Whole result"), *others)[:_MOST_CHOICES]


def _no_contest(catalogue: Catalogue, asked: Question) -> Reply:
    wanted = inquiry.wanted(catalogue, asked)
    if asked.seats:
        return seat_answer.answer(catalogue, catalogue.seats.by_code[asked.seats[0]], wanted)
    person = catalogue.persons.get(asked.persons[0]) if asked.persons else None
    if person is None or wanted is None:
        return choosing.empty(catalogue, wanted)
    stood = catalogue.contests.ids_of_person(person.id)
    unknown = polls.unknown(catalogue, wanted)
    did_not = unknown[0] if unknown else f"{person.name} did not stand in “{wanted.said}”."
    return Reply(
        kind=ReplyKind.NOTHING,
        title=f"{person.name}: no contest for “{wanted.said}”",
        headline=did_not,
        choices=tuple(contest_answer.contest_choice(catalogue, *pair) for pair in stood)[
            :_MOST_CHOICES
        ],
        as_of=catalogue.results.as_of,
        sources=(catalogue.results.title,),
    )


def _noted(reply: Reply, asked: Question) -> Reply:
    return replace(reply, preface=(*asked.notes, *reply.preface))
