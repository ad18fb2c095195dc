"""The answer to a map of a general election: the same in words, for who does not see it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.answers import naming, party_then, polls, victory, wording
from bot.answers.mapped import classes, headline, telling, unmapped
from bot.answers.mapped.classes import Scale
from bot.answers.mapped.groups import Group, grouped
from bot.answers.mapped.plan import Plan, Shown
from bot.answers.national import caveats, progress
from bot.answers.national.scope import Scope, scope
from bot.answers.reply import Choice, Column, Fact, Listing, Reply, ReplyKind, Unit
from bot.answers.sketch import Sketch, SketchKind
from bot.catalogue.catalogue import Catalogue
from bot.catalogue.elections import boundaries_on
from bot.elections.constituency import Constituency
from bot.elections.party import Party
from bot.questions.question import Measure, Question

_SHOWN = {
    Measure.WINNER: Shown.WINNER,
    Measure.TURNOUT: Shown.TURNOUT,
    Measure.MAJORITY: Shown.MAJORITY,
    Measure.GAINS: Shown.GAINS,
    Measure.LOST: Shown.LOSSES,
    Measure.SHARE: Shown.SHARE,
}
_HEADINGS = {Shown.WINNER: "Won by", Shown.GAINS: "Gained by", Shown.LOSSES: "Lost to"}
_EXTREMES = 5  # seats that are named at either end
_CLASSES = "A class begins with its lower figure and ends before its higher one."


def answer(catalogue: Catalogue, asked: Question) -> Reply:
    asked = unmapped.of_great_britain(asked)
    shown = _SHOWN.get(asked.measure)
    refused = unmapped.why_not(catalogue, asked, shown)
    if refused or shown is None:
        return refused or unmapped.nothing()
    day = _day(catalogue, asked)
    if day is None:
        return progress.nothing(catalogue, asked)
    seat = _seat(catalogue, asked, day)
    if asked.seats and seat is None:
        name = catalogue.seats.by_code[asked.seats[0]].name
        return unmapped.reply(f"{name} was no constituency at {wording.general_election(day)}.")
    counted = scope(catalogue, day, () if seat else asked.areas)
    if not counted.results:
        return progress.nothing(catalogue, asked)
    party = catalogue.parties.by_id[asked.parties[0]] if asked.parties else None
    of_party = party.id if party and shown is not Shown.WINNER else ""
    plan = Plan(day, shown, of_party, counted.areas, seat.code if seat else "")
    reply = _of(catalogue, plan, counted, party, seat)
    return progress.completed(catalogue, asked, [counted], reply)


def _day(catalogue: Catalogue, asked: Question) -> date | None:
    """The election that is named, or the latest in which the seat was contested."""
    day = polls.general_election(catalogue, asked.election)
    if day is None or asked.election is not None or not asked.seats:
        return day
    days = catalogue.elections.days()
    return next((one for one in days if _seat(catalogue, asked, one)), day)


def _seat(catalogue: Catalogue, asked: Question, day: date) -> Constituency | None:
    """The one of that name on the boundaries of the day."""
    named = catalogue.seats.by_code[asked.seats[0]] if asked.seats else None
    codes = catalogue.seats.codes_of_name(named) if named else []
    boundaries = boundaries_on(day)
    seats = (catalogue.seats.by_code[code] for code in codes)
    return next((one for one in seats if one.since <= boundaries <= one.boundaries), None)


def _of(
    catalogue: Catalogue,
    plan: Plan,
    counted: Scope,
    party: Party | None,
    seat: Constituency | None,
) -> Reply:
    name = party_then.of_then(catalogue, party, plan.day) if party else ""
    whose = party if plan.party else None
    groups = grouped(plan, counted.results, whose)
    reply = Reply(
        kind=ReplyKind.MAP,
        title=f"Map · {telling.title(plan, name)} · {counted.title}",
        headline=headline.of(plan, counted, party, groups),
        listing=_listing(plan, counted, groups),
        notes=tuple(_notes(plan, counted, party)),
        facts=tuple(_facts(counted, classes.scale(plan.shown, whose))),
        colour=whose.colour if whose else None,
        sketch=Sketch(SketchKind.MAP, str(plan)),
        drawn=True,
    )
    return _with_seat(plan, counted, whose, seat, reply) if seat else reply


def _facts(counted: Scope, scale: Scale | None) -> list[Fact]:
    """The seats at both ends."""
    if scale is None:
        return []
    ranked = headline.ranked(counted, scale)
    ends = (("Highest", ranked[::-1]), ("Lowest", ranked))
    return [
        Fact(
            label,
            "; ".join(
                f"{one.contest.constituency.name} {scale.told(value)}"
                for value, one in rows[:_EXTREMES]
            ),
        )
        for label, rows in ends
        if rows
    ]


def _listing(plan: Plan, counted: Scope, groups: Sequence[Group]) -> Listing:
    heading = _HEADINGS.get(plan.shown, wording.capital(plan.shown))
    name = wording.file_name("map", plan.shown, plan.party, *plan.areas, str(plan.day.year))
    left = counted.seats - len(counted.results)
    return Listing(
        name,
        (Column(heading), Column("Seats", Unit.COUNT)),
        (
            *((one.name, len(one.results)) for one in groups),
            *([("Undeclared", left)] if left else []),
        ),
    )


def _notes(plan: Plan, counted: Scope, party: Party | None) -> list[str]:
    whose = caveats.of_party(party, [counted]) if party and plan.party else []
    if plan.shown is Shown.WINNER:
        return [] if party is None else ["Seats of all parties are shown."]
    if plan.shown in {Shown.GAINS, Shown.LOSSES}:
        return [*caveats.against(counted), *whose]
    return [_CLASSES, *whose]


def _with_seat(
    plan: Plan, counted: Scope, party: Party | None, seat: Constituency, reply: Reply
) -> Reply:
    own = next((one for one in counted.results if one.contest.constituency.code == seat.code), None)
    if own is None:
        return replace(reply, headline=f"{seat.name}: not declared yet. {reply.headline}")
    of_winner = plan.shown in {Shown.WINNER, Shown.GAINS, Shown.LOSSES}
    told = victory.result(own) if of_winner else telling.of_seat(plan, own, party)
    return replace(
        reply,
        title=f"{reply.title} · {seat.name}",
        headline=f"{seat.name}: {told}. {reply.headline}",
        choices=(Choice("contest", str(own.contest.id), naming.title(own.contest)),),
    )
