"""A seat's results with names, at every election since 2010 or at its by-elections."""

from collections import Counter

from bot.answers import figures, naming
from bot.answers.past import before_2010
from bot.answers.past.results_of_one import elections, kind, of_one, years
from bot.answers.past.told import Told
from bot.answers.placing import listed
from bot.answers.reply import Column, Listing, Reply, Unit
from bot.answers.wording import capital
from bot.elections import arithmetic
from bot.elections.contest import Contest, ContestKind
from bot.elections.outcome import outcome

_COLUMNS = (
    Column("Day", Unit.DAY),
    Column("Election"),
    Column("Winner"),
    Column("Party"),
    Column("Votes", Unit.COUNT),
    Column("Share", Unit.SHARE),
    Column("Majority", Unit.COUNT),
    Column("Turnout", Unit.SHARE),
    Column("Outcome"),
)
_TURNOUT = "Turnout is of valid votes."
_MEANS = "Outcomes compare with the general election before, notional where boundaries changed."
_BEFORE = "By-elections before 2010 are not in the data."


def results(told: Told) -> Reply:
    """All results of the years asked for, or one party's or person's part in them."""
    contests = [one for one in told.line.contests if _wanted(told, one)]
    persons = told.asked.persons
    party = told.catalogue.parties.get(told.asked.parties[0]) if told.asked.parties else None
    if persons:
        person = told.catalogue.persons.get(persons[0])
        name = person.name if person else persons[0]
        return of_one(told, contests, name, lambda one: one.person.id == persons[0])
    if party:
        return of_one(told, contests, party.name, lambda one: one.party == party)
    wins = Counter(one.winner.party.name for one in contests)
    tally = listed([f"{party} {number}" for party, number in wins.most_common()])
    return told.reply(
        f"results, {years(contests)}",
        f"{told.name} had {elections(len(contests))} from {years(contests)}; won by {tally}."
        if contests
        else f"{told.name} has had no election {_when(told)}.",
        listing=_listing(told, contests, "results"),
        notes=(_TURNOUT, _MEANS),
    )


def by_elections(told: Told) -> Reply:
    contests = [
        one
        for one in told.line.contests
        if one.kind is ContestKind.BY_ELECTION and _wanted(told, one)
    ]
    span = told.asked.span
    if span is not None and span.last is not None and span.last < told.known_since.year:
        return told.reply("by-elections", f"{capital(before_2010.NOT_KNOWN)}.")
    return told.reply(
        f"by-elections {_when(told)}",
        _contested(told, contests),
        listing=_listing(told, contests, "by-elections") if contests else None,
        notes=(_MEANS, _BEFORE) if contests else (_BEFORE,),
    )


def _wanted(told: Told, contest: Contest) -> bool:
    span, named = told.asked.span, told.asked.elections
    year, by_election = contest.polled_on.year, contest.kind is ContestKind.BY_ELECTION
    if span and not (span.first or year) <= year <= (span.last or year):
        return False
    dated = [one for one in named if one.year or one.day]
    return not dated or any(
        one.suits(contest.polled_on, is_by_election=by_election) for one in dated
    )


def _when(told: Told) -> str:
    """The years that were asked for, as far as by-elections are known."""
    span = told.asked.span
    named = [one for one in told.asked.elections if one.year or one.day]
    if named:
        return listed([before_2010.when(one) for one in named])
    first = max(told.known_since.year, (span.first if span else None) or 0)
    if span is None or span.last is None:
        return f"since {first}"
    return f"from {first} to {span.last}" if span.last > first else f"in {first}"


def _contested(told: Told, contests: list[Contest]) -> str:
    """Yes or no only where all of the years are known."""
    if not contests:
        certain = told.asked.yes_or_no and not _reaches_back(told)
        return f"{'No: ' if certain else ''}{told.name} has had no by-election {_when(told)}."
    start = "Yes: " if told.asked.yes_or_no else ""
    parts = [
        f"{figures.day(one.polled_on)} ({_outcome(told, one)}, {one.winner.standing_as})"
        for one in contests
    ]
    number = "one by-election" if len(parts) == 1 else f"{len(parts)} by-elections"
    return f"{start}{told.name} has had {number} {_when(told)}: {listed(parts)}."


def _reaches_back(told: Told) -> bool:
    span = told.asked.span
    return span is not None and (span.first or 0) < told.known_since.year


def _outcome(told: Told, contest: Contest) -> str:
    return naming.outcome(outcome(contest.winner, told.catalogue.contests.baseline(contest)))


def _listing(told: Told, contests: list[Contest], name: str) -> Listing:
    rows = [
        (
            one.polled_on,
            kind(one),
            one.winner.standing_as,
            naming.party(one.winner),
            one.winner.votes,
            arithmetic.share(one.winner.votes, one.valid_votes),
            one.majority,
            arithmetic.turnout_of_valid_votes(one),
            _outcome(told, one),
        )
        for one in contests
    ]
    return Listing(told.named(name), _COLUMNS, tuple(rows))
