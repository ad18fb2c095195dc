"""Two or more nations or regions at one general election."""

from bot.answers import figures, wording
from bot.answers.compared import choosing_contests
from bot.answers.compared.counted import OF_ALL, Counted, counted, of_party
from bot.answers.compared.weighing import Weighed, weigh
from bot.answers.national import progress
from bot.answers.national.scope import scope, scopes
from bot.answers.reply import Cell, Column, Fact, Listing, Reply, ReplyKind, Unit
from bot.catalogue.catalogue import Catalogue
from bot.elections import tally
from bot.elections.party import Party
from bot.questions.question import Measure, Question

MOST = 4
_TURNOUT = "Turnout is of valid votes."


def answer(catalogue: Catalogue, asked: Question) -> Reply:
    """The election is the one that was named, or the latest."""
    everything = scopes(catalogue, asked)
    if not everything:
        return progress.nothing(catalogue, asked)
    day = everything[-1].day
    areas = [counted(scope(catalogue, day, (name,))) for name in asked.areas[:MOST]]
    party = catalogue.parties.get(asked.parties[0]) if asked.parties else None
    reply = Reply(
        kind=ReplyKind.COMPARISON,
        title=f"{wording.listed(asked.areas[:MOST])} · general election, {figures.day(day)}",
        headline=_headline(asked, party, areas),
        listing=_listing(areas),
        facts=tuple(Fact(_name(one), _figures(one)) for one in areas),
        preface=tuple(choosing_contests.left_out(asked.areas[MOST:])),
        notes=(_TURNOUT,),
    )
    return progress.completed(catalogue, asked, [one.scope for one in areas], reply)


def _name(of: Counted) -> str:
    return of.scope.areas[0]


def _headline(asked: Question, party: Party | None, areas: list[Counted]) -> str:
    weighed = OF_ALL.get(asked.measure)
    if party:
        weighed = of_party(asked.measure, party) or of_party(Measure.SHARE, party)
    at = wording.general_election(areas[0].scope.day)
    if weighed is None:
        told = [f"{one.scope.where} {one.leading}" for one in areas]
        return f"At {at}, {'; '.join(told)}."
    figure, value = weighed
    things = [Weighed(_the(one), one.scope.where, value(one)) for one in areas]
    return f"{weigh(asked, figure, things).removesuffix('.')}, at {at}."


def _the(of: Counted) -> str:
    """ "The North East"."""
    return wording.capital(of.scope.where.removeprefix("in "))


def _listing(areas: list[Counted]) -> Listing:
    """A line a party that stood in one of them, most seats first."""
    everybody = tally.by_party([one for of in areas for one in of.scope.results])
    rows: list[tuple[Cell, ...]] = []
    for party in (one.party for one in everybody if one.candidates):
        cells = [cell for of in areas for cell in (of.seats(party), of.share(party))]
        rows.append((party.name, *cells))
    columns = [
        column
        for of in areas
        for column in (
            Column(f"Seats {_name(of)}", Unit.COUNT),
            Column(f"Share {_name(of)}", Unit.SHARE),
        )
    ]
    names = [_name(of) for of in areas]
    file = wording.file_name(*names, str(areas[0].scope.day.year))
    return Listing(file, (Column("Party"), *columns), tuple(rows))


def _figures(of: Counted) -> str:
    """ "32 seats, turnout 56.3%"."""
    turnout = of.polled.turnout_of_valid_votes
    told = f", turnout {figures.percent(turnout)}" if turnout is not None else ""
    return f"{wording.seats(len(of.scope.results))}{told}"
