"""The answer about a person's elections: where they stood, what came of it, whom they beat."""

from collections.abc import Sequence
from dataclasses import replace

from bot.answers import choosing, figures, naming, polls, provenance
from bot.answers import contest as contest_answer
from bot.answers.lives import bests, career_rows, opponents, record
from bot.answers.lives.beginnings import beginnings, earlier_notes
from bot.answers.lives.membership import member, member_in
from bot.answers.lives.predecessors import predecessor
from bot.answers.lives.showings import Career, Recounted, Showing, career_of
from bot.answers.lives.successors import successor
from bot.answers.lives.unseating import unseated
from bot.answers.reply import Choice, Listing, Reply, ReplyKind
from bot.catalogue.catalogue import Catalogue
from bot.elections.contest import Contest
from bot.questions.question import Measure, Question

_MOST_CHOICES = 5
# These look at all of a career, and at a seat or party only to compare.
_WHOLE = {Measure.MEMBER, Measure.SINCE}
# The other's contest need not be one in which the person stood.
_OF_ANOTHER = {Measure.SUCCESSOR, Measure.PREDECESSOR}
_MOST_ROWS, _FIRST_ROWS = 12, 10  # of a list that only illustrates a yes or a no


def answer(catalogue: Catalogue, asked: Question) -> Reply:
    """Any measure that is none of a person gives all their contests."""
    career = career_of(catalogue, asked)
    if career is None:
        return choosing.empty(catalogue, asked.election)
    whole = asked.measure in _OF_ANOTHER or (asked.measure in _WHOLE and career.election is None)
    year = career.election.year if career.election else None
    if not career.chosen and asked.measure is Measure.MEMBER and year and _is_known(career):
        return _reply(career, member_in(career, year), career.every)
    if not career.chosen and not whole:
        return _reply(career, _nothing_chosen(career), career.every)
    shown = career.every if whole else career.chosen
    return _reply(career, _recounted(career), shown)


def _is_known(career: Career) -> bool:
    """Whether the wanted year lies in the time of the records, though perhaps without a contest."""
    first, last = career.catalogue.span
    year = career.election.year if career.election else None
    return year is not None and first.year <= year <= last.year


def _recounted(career: Career) -> Recounted:
    measure, others = career.asked.measure, career.asked.persons[1:2]
    if measure in {Measure.BEAT, Measure.LOST_TO} and others:
        return opponents.met(career, others[0])
    if measure in {Measure.BEAT, Measure.LOST_TO} and career.against:
        return opponents.met_party(career)
    told = {
        Measure.WINS: record.wins,
        Measure.DEFEATS: record.defeats,
        Measure.BEAT: opponents.beaten,
        Measure.LOST_TO: opponents.lost_to,
        Measure.CANDIDATES: opponents.field,
        Measure.SINCE: beginnings,
        Measure.MEMBER: member,
        Measure.UNSEATED: unseated,
        Measure.SUCCESSOR: successor,
        Measure.PREDECESSOR: predecessor,
        Measure.SHARE: bests.shares,
        Measure.VOTES: bests.votes,
        Measure.MAJORITY: bests.majorities,
    }
    return told.get(measure, record.stood)(career)


def _reply(career: Career, told: Recounted, shown: Sequence[Showing]) -> Reply:
    catalogue = career.catalogue
    rests_on = [told.contest] if told.contest else [one.contest for one in shown]
    live = [one for one in rests_on if one.source]
    return Reply(
        kind=ReplyKind.CAREER,
        title=_title(career, rests_on),
        headline=told.headline,
        preface=(
            *career.asked.notes,
            *(
                f"In {one.constituency.name} on {figures.day(one.polled_on)}: declared live; not "
                "yet among the settled results."
                for one in live
            ),
        ),
        standings=told.standings,
        listing=_illustrating(career, told.listing),
        facts=told.facts,
        notes=told.notes,
        choices=_choices(career, told, shown),
        colour=_colour(told, shown),
        as_of=catalogue.results.as_of,
        sources=provenance.sources(catalogue, rests_on, historic=told.historic),
    )


def _colour(told: Recounted, shown: Sequence[Showing]) -> str | None:
    if told.contest is not None:
        return told.contest.winner.party.colour
    return shown[-1].candidacy.party.colour


def _illustrating(career: Career, listing: Listing | None) -> Listing | None:
    """A yes or no is not followed by pages."""
    if listing is None or not career.asked.yes_or_no or len(listing.rows) <= _MOST_ROWS:
        return listing
    return replace(listing, rows=listing.rows[:_FIRST_ROWS])


def _title(career: Career, shown: Sequence[Contest]) -> str:
    first, last = shown[0].polled_on, shown[-1].polled_on
    if len(shown) == 1:
        return f"{career.name} · {naming.title(shown[0])}"
    return f"{career.name} · contests from {figures.day(first)} to {figures.day(last)}"


def _choices(career: Career, told: Recounted, shown: Sequence[Showing]) -> tuple[Choice, ...]:
    """The results themselves, first the one that is told, then newest first.

    Seats are named where there are several.
    """
    first = [told.contest] if told.contest else []
    own = [one.contest for one in reversed(shown) if one.contest not in first]
    offered = [*first, *own][:_MOST_CHOICES]
    several = len({one.constituency.name for one in offered}) > 1
    return tuple(_choice(career, one, named=several) for one in offered)


def _choice(career: Career, contest: Contest, *, named: bool) -> Choice:
    choice = contest_answer.contest_choice(career.catalogue, contest.id, contest.kind)
    seat = contest.constituency.name
    return replace(choice, short=f"{choice.short} · {seat}") if named else choice


def _nothing_chosen(career: Career) -> Recounted:
    """Not a no where the records do not reach, nor to whether somebody sat."""
    unknown = polls.unknown(career.catalogue, career.election) if career.election else []
    told = f"{career.name} did not stand {career.scope}"
    if career.asked.measure not in _WHOLE:
        told = career.answered(told, yes=False)
    sentence = unknown[0] if unknown else told
    listing = career_rows.newest_first(career, career.every)
    return Recounted(sentence, listing, notes=earlier_notes(career))
