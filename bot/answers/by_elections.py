"""The answer about by-elections: a list of them, changes of hands, the latest."""

from dataclasses import replace

from bot.answers import contest as contest_answer
from bot.answers import figures, naming, provenance, victory, wording
from bot.answers.polled.by_election_scope import Scope, scope_of
from bot.answers.polled.by_election_sentences import Results, headline, title
from bot.answers.reply import Choice, Column, Fact, Listing, Reply, ReplyKind, Unit
from bot.catalogue.catalogue import Catalogue
from bot.elections import arithmetic
from bot.elections.contest import Contest, ContestKind
from bot.elections.result import ContestResult
from bot.questions.question import Measure, Question
from bot.text import slug

_COLUMNS = (
    Column("Constituency"),
    Column("Day", Unit.DAY),
    Column("Winner"),
    Column("Party"),
    Column("Outcome"),
    Column("Majority", Unit.COUNT),
    Column("Turnout", Unit.SHARE),
)
_MOST_CHOICES = 5
_LEADERS = 3
_COMPARED = (
    "Changes of hands count against the general election before, notional where boundaries "
    "changed, not against a by-election in between."
)
_TURNOUT = "Turnout is of valid votes."
_BEGIN = "By-elections before 2010 are not in the data."
_NOT_KNOWN = "By-elections before 2010 are not known to Teller."


def answer(catalogue: Catalogue, asked: Question) -> Reply:
    """Newest first, and complete unless a number of them was asked for."""
    scope = scope_of(catalogue, asked)
    if scope.all_unknown:
        return _unknown(scope)
    covered = [one for one in reversed(catalogue.elections.by_elections()) if scope.covers(one)]
    found = [one for one in covered if scope.counts(one)]
    if asked.measure is Measure.LATEST and found and (asked.number or 1) == 1:
        return _latest(scope, found)
    if asked.number and asked.measure in {Measure.LATEST, Measure.LIST}:
        found = found[: asked.number]
    return _listed(scope, headline(scope, covered, found), found)


def _listed(scope: Scope, said: str, found: Results) -> Reply:
    contests = [one.contest for one in found]
    return Reply(
        kind=ReplyKind.BY_ELECTIONS,
        title=title(scope),
        headline=said,
        preface=(
            *scope.asked.notes,
            *([_NOT_KNOWN] if scope.partly_unknown else []),
            *provenance.not_settled(contests),
        ),
        listing=_listing(scope, found) if found else None,
        notes=(_COMPARED, _TURNOUT, _BEGIN) if found else (_BEGIN,),
        choices=_choices(scope, contests),
        as_of=scope.catalogue.results.as_of,
        sources=provenance.sources(scope.catalogue, contests),
    )


def _unknown(scope: Scope) -> Reply:
    """Nothing is known of years before 2010, not even that there was none."""
    first = scope.catalogue.span[0]
    return Reply(
        kind=ReplyKind.NOTHING,
        title=title(scope),
        headline=f"{_NOT_KNOWN} The first it knows of was after {figures.day(first)}.",
        preface=scope.asked.notes,
        as_of=scope.catalogue.results.as_of,
        sources=provenance.sources(scope.catalogue, ()),
    )


def _listing(scope: Scope, found: Results) -> Listing:
    rows = [
        (
            one.contest.constituency.name,
            one.contest.polled_on,
            one.contest.winner.standing_as,
            naming.party(one.contest.winner),
            naming.outcome(one.outcome),
            one.contest.majority,
            arithmetic.turnout_of_valid_votes(one.contest),
        )
        for one in found
    ]
    return Listing(slug(f"by-elections {scope.said}"), _COLUMNS, tuple(rows))


def _latest(scope: Scope, found: Results) -> Reply:
    """The newest in some detail, and what else was polled on its day."""
    newest, *others = [one for one in found if one.contest.polled_on == found[0].contest.polled_on]
    contest, before = newest.contest, newest.before
    leaders = contest.candidacies[:_LEADERS]
    rest = len(contest.candidacies) - len(leaders)
    won = f"won by {wording.whole(scope.party)}" if scope.party else ""
    which = " ".join(part for part in ("The latest by-election", won, scope.limits) if part)
    also = wording.listed([one.contest.constituency.name for one in others])
    shown = [one.contest for one in (newest, *others)]
    return Reply(
        kind=ReplyKind.BY_ELECTIONS,
        title=f"{which} · {naming.title(contest)}",
        headline=(
            f"{which} was in {contest.constituency.name} on "
            f"{figures.day(contest.polled_on)}. {victory.result(newest)}."
        ),
        preface=(*scope.asked.notes, *provenance.not_settled(shown)),
        standings=tuple(contest_answer.standing(one, contest, before) for one in leaders),
        facts=_facts(newest),
        notes=(
            *([f"{figures.count(rest)} other candidates stood."] if rest > 1 else []),
            *(["1 other candidate stood."] if rest == 1 else []),
            *([f"On the same day also: {also}."] if also else []),
        ),
        choices=_choices(scope, shown),
        colour=contest.winner.party.colour,
        as_of=scope.catalogue.results.as_of,
        sources=provenance.sources(scope.catalogue, shown),
    )


def _facts(told: ContestResult) -> tuple[Fact, ...]:
    contest = told.contest
    return (
        Fact("Majority", victory.majority(contest)),
        *contest_answer.turnout(contest),
        *contest_answer.swing(contest, told.before),
        *contest_answer.held_before(told.before),
    )


def _choices(scope: Scope, contests: list[Contest]) -> tuple[Choice, ...]:
    choices = [
        contest_answer.contest_choice(scope.catalogue, one.id, ContestKind.BY_ELECTION)
        for one in contests[:_MOST_CHOICES]
    ]
    return tuple(replace(one, short=one.label) for one in choices)
