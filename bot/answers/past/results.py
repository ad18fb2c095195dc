"""A seat's results with names, at every election since 2010 or at its by-elections."""

from collections import Counter
from collections.abc import Callable

from bot.answers import figures, naming
from bot.answers.past.told import Told
from bot.answers.placing import listed, ordinal, place_of
from bot.answers.reply import Cell, Column, Listing, Reply, Unit
from bot.elections import arithmetic
from bot.elections.contest import Candidacy, Contest, ContestKind
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
_OF_ONE = (
    Column("Day", Unit.DAY),
    Column("Election"),
    Column("Candidate"),
    Column("Votes", Unit.COUNT),
    Column("Share", Unit.SHARE),
    Column("Change", Unit.CHANGE),
    Column("Place"),
)
_TURNOUT = "Turnout is of valid votes."
_MEANS = "Outcomes compare with the general election before, notional where boundaries changed."
_BEFORE = "By-elections before 2010 are not in the data."
_TIMES = {0: "did not win", 1: "won once", 2: "won twice"}

Counts = Callable[[Candidacy], bool]


def results(told: Told) -> Reply:
    """All results of the years asked for, or one party's or person's part in them."""
    contests = [one for one in told.line.contests if _wanted(told, one)]
    persons = told.asked.persons
    party = told.catalogue.parties.get(told.asked.parties[0]) if told.asked.parties else None
    if persons:
        person = told.catalogue.persons.get(persons[0])
        name = person.name if person else persons[0]
        return _of_one(told, contests, name, lambda one: one.person.id == persons[0])
    if party:
        return _of_one(told, contests, party.name, lambda one: one.party == party)
    wins = Counter(one.winner.party.name for one in contests)
    tally = listed([f"{party} {number}" for party, number in wins.most_common()])
    return told.reply(
        f"results, {_years(contests)}",
        f"{told.name} had {_elections(len(contests))} from {_years(contests)}; won by {tally}."
        if contests
        else _none(told, "election"),
        listing=_listing(told, contests, "results"),
        notes=(_TURNOUT, _MEANS),
    )


def by_elections(told: Told) -> Reply:
    contests = [
        one
        for one in told.line.contests
        if one.kind is ContestKind.BY_ELECTION and _wanted(told, one)
    ]
    return told.reply(
        "by-elections since 2010",
        _contested(told, contests) if contests else _none(told, "by-election"),
        listing=_listing(told, contests, "by-elections") if contests else None,
        notes=(_MEANS, _BEFORE) if contests else (_BEFORE,),
    )


def _wanted(told: Told, contest: Contest) -> bool:
    span, elections = told.asked.span, told.asked.elections
    year, by_election = contest.polled_on.year, contest.kind is ContestKind.BY_ELECTION
    if span and not (span.first or year) <= year <= (span.last or year):
        return False
    dated = [one for one in elections if one.year or one.day]
    return not dated or any(
        one.suits(contest.polled_on, is_by_election=by_election) for one in dated
    )


def _none(told: Told, what: str) -> str:
    when = f" in “{told.asked.span.said}”" if told.asked.span else " since 2010"
    start = "No: " if told.asked.yes_or_no else ""
    return f"{start}{told.name} has had no {what}{when}."


def _contested(told: Told, contests: list[Contest]) -> str:
    start = "Yes: " if told.asked.yes_or_no else ""
    parts = [
        f"{figures.day(one.polled_on)} ({_outcome(told, one)}, {one.winner.standing_as})"
        for one in contests
    ]
    number = "one by-election" if len(parts) == 1 else f"{len(parts)} by-elections"
    return f"{start}{told.name} has had {number} since 2010: {listed(parts)}."


def _outcome(told: Told, contest: Contest) -> str:
    return naming.outcome(outcome(contest.winner, told.catalogue.contests.baseline(contest)))


def _listing(told: Told, contests: list[Contest], name: str) -> Listing:
    rows = [
        (
            one.polled_on,
            _kind(one),
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


def _of_one(told: Told, contests: list[Contest], name: str, counts: Counts) -> Reply:
    stood = [(one, _best(one, counts)) for one in contests]
    rows = [_row(told, contest, best) for contest, best in stood]
    return told.reply(
        f"{name}, {_years(contests)}",
        _how_often(told, name, stood) if contests else _none(told, "election"),
        listing=Listing(
            told.named(f"{name.lower().replace(' ', '-')}-results"), _OF_ONE, tuple(rows)
        ),
    )


def _kind(contest: Contest) -> str:
    return "by-election" if contest.kind is ContestKind.BY_ELECTION else "general"


def _best(contest: Contest, counts: Counts) -> Candidacy | None:
    return next((one for one in contest.candidacies if counts(one)), None)


def _row(told: Told, contest: Contest, best: Candidacy | None) -> tuple[Cell, ...]:
    if best is None:
        return contest.polled_on, _kind(contest), "did not stand", *[None] * 4
    before = told.catalogue.contests.baseline(contest)
    return (
        contest.polled_on,
        _kind(contest),
        best.standing_as,
        best.votes,
        arithmetic.share(best.votes, contest.valid_votes),
        arithmetic.change(best, contest, before),
        ordinal(place_of(best, contest)),
    )


def _how_often(told: Told, name: str, stood: list[tuple[Contest, Candidacy | None]]) -> str:
    times = [(contest, best) for contest, best in stood if best]
    if not times:
        return f"{name} did not stand in {told.name} at any of {len(stood)} elections here."
    won = sum(best is contest.winner for contest, best in times)
    latest, best = times[0]
    share = arithmetic.share(best.votes, latest.valid_votes)
    portion = f" ({figures.percent(share)})" if share is not None else ""
    return (
        f"{name} stood at {len(times)} of {_elections(len(stood))} in {told.name} and "
        f"{_TIMES.get(won, f'won {won} times')}; last on {figures.day(latest.polled_on)}, with "
        f"{figures.votes(best.votes)}{portion}."
    )


def _elections(number: int) -> str:
    return "1 election" if number == 1 else f"{number} elections"


def _years(contests: list[Contest]) -> str:
    if not contests:
        return "since 2010"
    first, last = contests[-1].polled_on.year, contests[0].polled_on.year
    return str(first) if first == last else f"{first} to {last}"
