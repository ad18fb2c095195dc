"""Two or more nations or regions at one general election."""

from collections.abc import Callable

from bot.answers import figures, progress, wording
from bot.answers.compared import weighing
from bot.answers.compared.nationwide import leading
from bot.answers.compared.weighing import Figure, Weighed, weigh
from bot.answers.reply import Column, Fact, Listing, Reply, ReplyKind, Unit
from bot.answers.scope import Scope, scope, scopes
from bot.catalogue.catalogue import Catalogue
from bot.elections import arithmetic, tally
from bot.elections.party import Party
from bot.questions.question import Measure, Question

MOST = 4
_TURNOUT = "Turnout is of valid votes."
_Value = Callable[[Scope], float | None]


def answer(catalogue: Catalogue, asked: Question) -> Reply:
    """The election is the one that was named, or the latest."""
    everything = scopes(catalogue, asked)
    if not everything:
        return progress.nothing(catalogue, asked)
    day = everything[-1].day
    areas = [scope(catalogue, day, (name,)) for name in asked.areas[:MOST]]
    party = catalogue.parties.get(asked.parties[0]) if asked.parties else None
    names = wording.listed([one.areas[0] for one in areas])
    reply = Reply(
        kind=ReplyKind.COMPARISON,
        title=f"{names} · general election, {figures.day(day)}",
        headline=_headline(asked, party, areas),
        listing=_listing(areas),
        facts=tuple(Fact(one.areas[0], _figures(one)) for one in areas),
        notes=(_TURNOUT,),
    )
    return progress.completed(catalogue, asked, areas, reply)


def _headline(asked: Question, party: Party | None, areas: list[Scope]) -> str:
    weighed = _of_party(asked, party) if party else _OF_ALL.get(asked.measure)
    at = wording.general_election(areas[0].day)
    if weighed is None:
        told = [f"{one.where} {leading(one)}" for one in areas]
        return f"At {at}, {'; '.join(told)}."
    figure, value = weighed
    things = [Weighed(_the(one), one.where, value(one)) for one in areas]
    return f"{weigh(asked, figure, things).removesuffix('.')}, at {at}."


def _the(of: Scope) -> str:
    """ "The North East"."""
    return wording.capital(of.where.removeprefix("in "))


_OF_ALL: dict[Measure, tuple[Figure, _Value]] = {
    Measure.TURNOUT: (
        weighing.TURNOUT,
        lambda one: tally.polled(one.results).turnout_of_valid_votes,
    ),
    Measure.ELECTORATE: (weighing.ELECTORATE, lambda one: tally.polled(one.results).electorate),
    Measure.REJECTED: (weighing.REJECTED, lambda one: tally.polled(one.results).rejected),
    Measure.CANDIDATES: (
        weighing.CANDIDATES,
        lambda one: sum(len(told.contest.candidacies) for told in one.results),
    ),
    Measure.SEATS: (
        Figure("number of seats", "larger", weighing.count),
        lambda one: len(one.results),
    ),
}


def _of_party(asked: Question, party: Party) -> tuple[Figure, _Value]:
    """Its share of the vote, unless its seats or votes were asked for."""

    def votes(of: Scope) -> float | None:
        own = tally.of_party(of.results, party)
        return own.votes if own else None

    def seats(of: Scope) -> float | None:
        own = tally.of_party(of.results, party)
        return own.seats if own else None

    def share(of: Scope) -> float | None:
        own = votes(of)
        return arithmetic.share(int(own), tally.valid_votes(of.results)) if own else None

    name = party.name
    values: dict[Measure, tuple[Figure, _Value]] = {
        Measure.SEATS: (Figure(f"number of {name} seats", "larger", weighing.count), seats),
        Measure.WON: (Figure(f"number of {name} seats", "larger", weighing.count), seats),
        Measure.VOTES: (Figure(f"{name} vote", "larger", weighing.votes), votes),
    }
    return values.get(asked.measure) or (Figure(f"{name} share", "larger", figures.percent), share)


def _listing(areas: list[Scope]) -> Listing:
    """A line a party that stood in one of them, most seats first."""
    tallies = [{one.party: one for one in tally.by_party(of.results)} for of in areas]
    everybody = tally.by_party([one for of in areas for one in of.results])
    totals = [tally.valid_votes(of.results) for of in areas]
    rows = []
    for party in (one.party for one in everybody if one.candidates):
        row: list[str | int | float | None] = [party.name]
        for own, total in zip(tallies, totals, strict=True):
            stood = own.get(party)
            row.append(stood.seats if stood and stood.candidates else None)
            row.append(arithmetic.share(stood.votes, total) if stood else None)
        rows.append(tuple(row))
    columns = [Column("Party")]
    for one in areas:
        columns.append(Column(f"Seats {one.areas[0]}", Unit.COUNT))
        columns.append(Column(f"Share {one.areas[0]}", Unit.SHARE))
    names = [one.areas[0] for one in areas]
    return Listing(wording.file_name(*names, str(areas[0].day.year)), tuple(columns), tuple(rows))


def _figures(of: Scope) -> str:
    """ "32 seats, turnout 56.3%"."""
    turnout = tally.polled(of.results).turnout_of_valid_votes
    told = f", turnout {figures.percent(turnout)}" if turnout is not None else ""
    return f"{wording.seats(len(of.results))}{told}"
