"""The answer about by-elections: a list of them, changes of hands, the latest."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace

from bot.answers import contest as contest_answer
from bot.answers import figures, naming, provenance, victory, wording
from bot.answers.by_election_scope import Scope, scope_of
from bot.answers.reply import Choice, Column, Fact, Listing, Reply, ReplyKind, Unit
from bot.catalogue.catalogue import Catalogue
from bot.elections import arithmetic
from bot.elections.contest import Contest, ContestKind
from bot.elections.result import ContestResult
from bot.questions.question import Measure, Question
from bot.text import slug

Results = list[ContestResult]

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


def answer(catalogue: Catalogue, asked: Question) -> Reply:
    """Newest first, and complete unless a number of them was asked for."""
    scope = scope_of(catalogue, asked)
    covered = [one for one in reversed(catalogue.elections.by_elections()) if scope.covers(one)]
    found = [one for one in covered if scope.counts(one)]
    if asked.measure is Measure.LATEST and found and (asked.number or 1) == 1:
        return _latest(scope, found)
    if asked.number and asked.measure in {Measure.LATEST, Measure.LIST}:
        found = found[: asked.number]
    return _listed(scope, _headline(scope, covered, found), found)


def _listed(scope: Scope, headline: str, found: Results) -> Reply:
    contests = [one.contest for one in found]
    return Reply(
        kind=ReplyKind.BY_ELECTIONS,
        title=_title(scope),
        headline=headline,
        preface=(*scope.asked.notes, *provenance.not_settled(contests)),
        listing=_listing(scope, found) if found else None,
        notes=(_COMPARED, _TURNOUT, _BEGIN) if found else (_BEGIN,),
        choices=_choices(scope, contests),
        as_of=scope.catalogue.results.as_of,
        sources=provenance.sources(scope.catalogue, contests),
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


def _headline(scope: Scope, covered: Results, found: Results) -> str:
    start = ""
    # "Did they gain 4?" may be meant as any or as just so many: the figure alone answers it.
    if scope.asked.yes_or_no and scope.asked.number is None:
        start = "Yes: " if found else "No: "
    said = _SAID.get(scope.asked.measure, _all)
    sentence = said(scope, covered, found)
    return f"{start}{sentence if start else wording.capital(sentence)}."


def _all(scope: Scope, _covered: Results, found: Results) -> str:
    which = f" that {wording.whole(scope.party)} won or defended" if scope.party else ""
    changed = sum(one.changes_hands for one in found)
    hands = f"; {_changed(len(found), changed)}" if found else ""
    latest = "the latest " if found and scope.asked.number else ""
    return f"{latest}{_number(found)}{which} {scope.said}{hands}"


def _changed(of: int, number: int) -> str:
    if of == 1:
        return "it changed hands" if number else "it did not change hands"
    return f"{number or 'none'} changed hands"


def _changes(scope: Scope, covered: Results, found: Results) -> str:
    if not covered:
        return f"No by-election {scope.said}"
    gained = Counter(one.outcome.winner.name for one in found)
    involving = f" to or from {wording.whole(scope.party)}" if scope.party else ""
    start = f"{len(found) or 'None'} of {_number(covered)} {scope.said} changed hands{involving}"
    return f"{start}{_tally('; gained by', gained)}"


def _won(scope: Scope, covered: Results, found: Results) -> str:
    if scope.party is None:
        return _all(scope, covered, found)
    gains = sum(one.changes_hands for one in found)
    held = f"; {gains} of them gained from others" if found else ""
    party = wording.whole(scope.party)
    return f"{party} won {len(found) or 'none'} of {_number(covered)} {scope.said}{held}"


def _gained(scope: Scope, covered: Results, found: Results) -> str:
    if scope.party is None:
        return _changes(scope, covered, found)
    other = f" from {wording.whole(scope.other)}" if scope.other else ""
    lost = Counter(one.outcome.gained_from.name for one in found if one.outcome.gained_from)
    whom = "" if scope.other else _tally(", from", lost)
    party = wording.whole(scope.party)
    return f"{party} gained {_seats(found)}{other} at by-elections {scope.said}{whom}"


def _lost(scope: Scope, covered: Results, found: Results) -> str:
    if scope.party is None:
        return _changes(scope, covered, found)
    other = f" to {wording.whole(scope.other)}" if scope.other else ""
    gained = Counter(one.outcome.winner.name for one in found)
    whom = "" if scope.other else _tally(", to", gained)
    party = wording.whole(scope.party)
    return f"{party} lost {_seats(found)}{other} at by-elections {scope.said}{whom}"


def _title(scope: Scope) -> str:
    party = scope.party.name if scope.party else ""
    what = {
        Measure.CHANGES: "Changes of hands",
        Measure.GAINED: f"{party} gains" if party else "Changes of hands",
        Measure.LOST: f"{party} losses" if party else "Changes of hands",
        Measure.WON: f"{party} wins" if party else "",
    }.get(scope.asked.measure, "")
    return f"{what} at by-elections {scope.said}" if what else f"By-elections {scope.said}"


_Said = Callable[[Scope, Results, Results], str]
_SAID: dict[Measure, _Said] = {
    Measure.CHANGES: _changes,
    Measure.WON: _won,
    Measure.GAINED: _gained,
    Measure.LOST: _lost,
}


def _tally(words: str, counted: Counter[str]) -> str:
    """Nothing where there is nothing to count, and no numbers where there is only one name."""
    if len(counted) == 1:
        return f"{words} {next(iter(counted))}"
    names = [f"{name} ({number})" for name, number in counted.most_common()]
    return f"{words} {wording.listed(names)}" if names else ""


def _number(found: Results) -> str:
    return wording.number(len(found), "by-election") if found else "no by-election"


def _seats(found: Results) -> str:
    return wording.seats(len(found)) if found else "no seat"


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
