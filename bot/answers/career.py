"""The answer about a person's elections: where they stood, what came of it, whom they beat."""

from collections.abc import Sequence
from dataclasses import replace

from bot.answers import choosing, figures, naming, opponents, placing, polls
from bot.answers import contest as contest_answer
from bot.answers.beginnings import beginnings, earlier_notes
from bot.answers.membership import member, member_in
from bot.answers.reply import Cell, Choice, Column, Listing, Reply, ReplyKind, Unit
from bot.answers.showings import Career, Recounted, Showing, career_of, contests
from bot.answers.terms import by_seat
from bot.answers.victory import majority
from bot.catalogue.catalogue import Catalogue
from bot.elections import arithmetic
from bot.elections.contest import ContestKind
from bot.questions.question import Measure, Question

_MOST_CHOICES = 5
# These look at all of a career, and at a seat or party only to compare.
_WHOLE = {Measure.MEMBER, Measure.SINCE}
_COLUMNS = (
    Column("Constituency"),
    Column("Day", Unit.DAY),
    Column("Party"),
    Column("Place", Unit.COUNT),
    Column("Of", Unit.COUNT),
    Column("Votes", Unit.COUNT),
    Column("Share", Unit.SHARE),
    Column("Result"),
)


def answer(catalogue: Catalogue, asked: Question) -> Reply:
    """Any measure that is none of a person gives all their contests."""
    career = career_of(catalogue, asked)
    if career is None:
        return choosing.empty(catalogue, asked.election)
    whole = asked.measure in _WHOLE and career.election is None
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
    told = {
        Measure.WINS: _wins,
        Measure.DEFEATS: _defeats,
        Measure.BEAT: opponents.beaten,
        Measure.LOST_TO: opponents.lost_to,
        Measure.SINCE: beginnings,
        Measure.MEMBER: member,
        Measure.MAJORITY: _majorities,
    }
    return told.get(measure, _stood)(career)


def _reply(career: Career, told: Recounted, shown: Sequence[Showing]) -> Reply:
    catalogue = career.catalogue
    live = list(dict.fromkeys(one.contest.source for one in shown if one.contest.source))
    return Reply(
        kind=ReplyKind.CAREER,
        title=_title(career, shown),
        headline=told.headline,
        preface=(
            *career.asked.notes,
            *(
                f"{one.where()}: declared live; not yet among the settled results."
                for one in shown
                if one.contest.source
            ),
        ),
        listing=told.listing,
        facts=told.facts,
        notes=told.notes,
        choices=_choices(career, shown),
        colour=shown[-1].candidacy.party.colour,
        as_of=catalogue.results.as_of,
        sources=(catalogue.results.title, *live),
    )


def _title(career: Career, shown: Sequence[Showing]) -> str:
    first, last = shown[0], shown[-1]
    if len(shown) == 1:
        return f"{career.name} · {naming.title(last.contest)}"
    return f"{career.name} · contests from {figures.day(first.day)} to {figures.day(last.day)}"


def _choices(career: Career, shown: Sequence[Showing]) -> tuple[Choice, ...]:
    """The results themselves, newest first; seats are named where there are several."""
    several = len({one.seat for one in shown}) > 1
    return tuple(_choice(career, one, named=several) for one in reversed(shown[-_MOST_CHOICES:]))


def _choice(career: Career, one: Showing, *, named: bool) -> Choice:
    contest = one.contest
    choice = contest_answer.contest_choice(career.catalogue, contest.id, contest.kind)
    return replace(choice, short=f"{choice.short} · {one.seat}") if named else choice


def _nothing_chosen(career: Career) -> Recounted:
    """Not a no where the records do not reach, nor to whether somebody sat."""
    unknown = polls.unknown(career.catalogue, career.election) if career.election else []
    told = f"{career.name} did not stand {career.scope}"
    if career.asked.measure not in _WHOLE:
        told = career.answered(told, yes=False)
    sentence = unknown[0] if unknown else told
    return Recounted(sentence, _listing(career, career.every), notes=earlier_notes(career))


def _stood(career: Career) -> Recounted:
    chosen = career.chosen
    if len(chosen) == 1 and chosen != career.every:
        told = f"{chosen[0].told()}; {chosen[0].ending()}"
        return Recounted(career.answered(told, yes=True))
    told = (
        f"{career.name} stood in {contests(len(chosen))} {career.scope} and won "
        f"{len(career.wins)}: {by_seat(chosen)}"
    )
    return Recounted(
        career.answered(told, yes=True), _listing(career, chosen), notes=earlier_notes(career)
    )


def _wins(career: Career) -> Recounted:
    return _counted(career, "won", career.wins)


def _defeats(career: Career) -> Recounted:
    return _counted(career, "lost", career.defeats)


def _counted(career: Career, verb: str, found: list[Showing]) -> Recounted:
    chosen = career.chosen
    if len(chosen) == 1:
        told = f"{chosen[0].told()}; {chosen[0].ending()}"
        return Recounted(career.answered(told, yes=bool(found)), notes=earlier_notes(career))
    number = len(found) or "none"
    places = f": {by_seat(found)}" if found else ""
    told = f"{career.name} {verb} {number} of {contests(len(chosen))} {career.scope}{places}"
    return Recounted(
        career.answered(told, yes=bool(found)),
        _listing(career, found or chosen),
        notes=earlier_notes(career),
    )


def _majorities(career: Career) -> Recounted:
    """Whoever lost had none; the last one is told beside."""
    latest, wins = career.chosen[-1], career.wins
    if not wins:
        told = (
            f"{career.name} won no contest {career.scope}, and so had no majority. "
            f"{latest.told()}; {latest.ending()}"
        )
        return Recounted(career.answered(told, yes=False))
    told = _majority(wins[-1])
    if not latest.won:
        told = f"{told}. At the last contest there was none: {latest.ending()}"
    listing = opponents.listing(career, list(reversed(wins)), "majorities")
    return Recounted(career.answered(told, yes=latest.won), listing if len(wins) > 1 else None)


def _majority(one: Showing) -> str:
    contest = one.contest
    over = f" over {placing.named(contest.runner_up)}" if contest.runner_up else ""
    lead = majority(contest, "votes")
    return f"{one.where()} {placing.named(one.candidacy)} had a majority of {lead}{over}"


def _listing(career: Career, of: Sequence[Showing]) -> Listing:
    """Newest first."""
    rows = tuple(_row(one) for one in reversed(of))
    return Listing(f"{career.person.id}-contests", _COLUMNS, rows)


def _row(one: Showing) -> tuple[Cell, ...]:
    contest = one.contest
    return (
        one.seat,
        one.day,
        naming.party(one.candidacy),
        placing.place_of(one.candidacy, contest),
        len(contest.candidacies),
        one.candidacy.votes,
        arithmetic.share(one.candidacy.votes, contest.valid_votes),
        _won_or_lost(one),
    )


def _won_or_lost(one: Showing) -> str:
    verb = "won" if one.won else "lost"
    return verb if one.contest.kind is ContestKind.GENERAL else f"{verb}, by-election"
