"""Two or more general elections, everywhere or in some areas, of all parties or of one."""

from dataclasses import replace

from bot.answers import figures, wording
from bot.answers.compared.counted import OF_ALL, Counted, counted, of_party
from bot.answers.compared.weighing import Moving, moved, through
from bot.answers.national import caveats, progress
from bot.answers.national.scope import Scope, before, scopes, wanted
from bot.answers.reply import Column, Fact, Listing, Reply, ReplyKind, Unit
from bot.catalogue.catalogue import Catalogue
from bot.elections.party import Party
from bot.questions.question import Measure, Question

_TWO = 2
_LEADERS = 3
_TOLD = 10  # parties whose other names are told
_TURNOUT = "Turnout is of valid votes."
_FACTS = {
    "Turnout": Measure.TURNOUT,
    "Valid votes": Measure.VOTES,
    "Electorate": Measure.ELECTORATE,
    "Candidates": Measure.CANDIDATES,
}


def answer(catalogue: Catalogue, asked: Question) -> Reply:
    """The elections that were named; beside a single one the latest, or the one before it."""
    found = _chosen(catalogue, asked)
    if len(found) < _TWO:
        return progress.nothing(catalogue, asked)
    every = [counted(one) for one in found]
    party = catalogue.parties.get(asked.parties[0]) if asked.parties else None
    days = wording.listed([figures.day(one.day) for one in found])
    subject = [party.name] if party else []
    areas = [wording.listed(asked.areas)] if asked.areas else []
    title = " · ".join([*subject, *areas, f"general elections, {days}"])
    reply = Reply(
        kind=ReplyKind.COMPARISON,
        title=wording.capital(title),
        headline=_headline(asked, party, every),
        listing=_listing(asked, party, every),
        facts=_facts(every),
        notes=(_TURNOUT, *_names(party, every)),
        colour=party.colour if party else None,
    )
    return progress.completed(catalogue, asked, found, reply)


def _chosen(catalogue: Catalogue, asked: Question) -> list[Scope]:
    """Oldest first."""
    found = scopes(catalogue, asked)
    if len(found) != 1 or len(wanted(asked)) > 1:
        return found
    [named] = found
    latest = scopes(catalogue, replace(asked, elections=(), election=None, span=None))
    if latest and latest[0].day != named.day:
        return [named, latest[0]]
    earlier = before(catalogue, named)
    return [earlier, named] if earlier else []


def _headline(asked: Question, party: Party | None, every: list[Counted]) -> str:
    weighed = OF_ALL.get(asked.measure)
    if party:
        weighed = of_party(asked.measure, party) or of_party(Measure.SEATS, party)
    if weighed is None:
        return _told(every)
    figure, value = weighed
    name = wording.capital(every[-1].scope.where or "in the United Kingdom")
    values, times = [value(of) for of in every], [f"in {of.scope.day.year}" for of in every]
    if len(every) > _TWO:
        return through(name, figure, values, times)
    return moved(asked, Moving(name, figure, (values[0], values[1]), (times[0], times[1])))


def _told(every: list[Counted]) -> str:
    """Who won each election, then the seats of those that lead now."""
    where = f"{every[-1].scope.where}, " if every[-1].scope.where else ""
    first = "; ".join(f"in {of.scope.day.year} {of.leading}" for of in every)
    told = "; ".join(
        f"{wording.whole(one.party)} won "
        + wording.listed([f"{of.of(one.party).seats} in {of.scope.day.year}" for of in every])
        for one in every[-1].standings.tallies[:_LEADERS]
    )
    return f"{wording.capital(f'{where}{first}')}. {wording.capital(told)}."


def _listing(asked: Question, party: Party | None, every: list[Counted]) -> Listing:
    """Every party that stood at any of them, or the one asked about."""
    stood = [one.party for of in reversed(every) for one in of.standings.tallies if one.candidates]
    two = len(every) == _TWO
    rows = [
        (
            one.name,
            *(of.seats(one) for of in every),
            *(of.share(one) for of in every),
            *([_change(one, every[0], every[1])] if two else []),
        )
        for one in ([party] if party else dict.fromkeys(stood))
    ]
    years = [str(of.scope.day.year) for of in every]
    columns = (
        Column("Party"),
        *(Column(f"Seats {year}", Unit.COUNT) for year in years),
        *(Column(f"Share {year}", Unit.SHARE) for year in years),
        *([Column("Change", Unit.CHANGE)] if two else []),
    )
    file = wording.file_name(*([party.id] if party else []), "elections", *asked.areas, *years)
    return Listing(file, columns, tuple(rows))


def _change(party: Party, then: Counted, now: Counted) -> float | None:
    earlier, later = then.share(party), now.share(party)
    if earlier is None or later is None or not party.comparable:
        return None
    return later - earlier


def _names(party: Party | None, every: list[Counted]) -> list[str]:
    """What a party was called at one of the elections, where that was another name."""
    parties = [party] if party else [one.party for one in every[-1].standings.tallies[:_TOLD]]
    scopes = [of.scope for of in every]
    told = [line for one in parties for line in caveats.of_party(one, scopes)]
    return [line for line in told if party or " called " in line]


def _facts(every: list[Counted]) -> tuple[Fact, ...]:
    return tuple(
        Fact(label, "; ".join(f"{of.scope.day.year}: {_written(measure, of)}" for of in every))
        for label, measure in _FACTS.items()
    )


def _written(measure: Measure, of: Counted) -> str:
    figure, value = OF_ALL[measure]
    found = value(of)
    return figure.written(found) if found is not None else "not known"
