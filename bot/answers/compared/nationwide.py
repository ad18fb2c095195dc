"""Two general elections, everywhere or in some areas, of all parties or of one."""

from dataclasses import replace

from bot.answers import caveats, figures, progress, wording
from bot.answers.compared.counted import OF_ALL, Counted, counted, of_party
from bot.answers.compared.weighing import Moving, moved
from bot.answers.reply import Column, Fact, Listing, Reply, ReplyKind, Unit
from bot.answers.scope import Scope, before, scopes, wanted
from bot.catalogue.catalogue import Catalogue
from bot.elections.party import Party
from bot.questions.question import Measure, Question

_TWO = 2
_LEADERS = 3
_TOLD = 10  # parties whose other names are told
_TURNOUT = "Turnout is of valid votes."
_ENDS = "The oldest and the newest of the elections that were named are compared."
_FACTS = {
    "Turnout": Measure.TURNOUT,
    "Valid votes": Measure.VOTES,
    "Electorate": Measure.ELECTORATE,
    "Candidates": Measure.CANDIDATES,
}


def answer(catalogue: Catalogue, asked: Question) -> Reply:
    """The elections that were named; beside a single one the latest, or the one before it."""
    pair = _pair(catalogue, asked)
    if len(pair) < _TWO:
        return progress.nothing(catalogue, asked)
    then, now = counted(pair[0]), counted(pair[-1])
    party = catalogue.parties.get(asked.parties[0]) if asked.parties else None
    days = wording.listed([figures.day(one.day) for one in (pair[0], pair[-1])])
    subject = [party.name] if party else []
    areas = [wording.listed(asked.areas)] if asked.areas else []
    title = " · ".join([*subject, *areas, f"general elections, {days}"])
    reply = Reply(
        kind=ReplyKind.COMPARISON,
        title=wording.capital(title),
        headline=_headline(asked, party, then, now),
        listing=_listing(asked, party, then, now),
        facts=_facts(then, now),
        notes=(*([_ENDS] if len(pair) > _TWO else []), _TURNOUT, *_names(party, then, now)),
        colour=party.colour if party else None,
    )
    return progress.completed(catalogue, asked, [then.scope, now.scope], reply)


def _pair(catalogue: Catalogue, asked: Question) -> list[Scope]:
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


def _headline(asked: Question, party: Party | None, then: Counted, now: Counted) -> str:
    times = (f"in {then.scope.day.year}", f"in {now.scope.day.year}")
    weighed = OF_ALL.get(asked.measure)
    if party:
        weighed = of_party(asked.measure, party) or of_party(Measure.SEATS, party)
    if weighed is not None:
        figure, value = weighed
        name = wording.capital(now.scope.where or "in the United Kingdom")
        return moved(asked, Moving(name, figure, (value(then), value(now)), times))
    told = "; ".join(
        f"{wording.whole(one.party)} won {one_before.seats} {times[0]} and {one.seats} {times[1]}"
        for one in now.standings.tallies[:_LEADERS]
        for one_before in [then.of(one.party)]
    )
    where = f"{now.scope.where}, " if now.scope.where else ""
    first = f"{where}{times[0]} {then.leading}; {times[1]} {now.leading}"
    return f"{wording.capital(first)}. {wording.capital(told)}."


def _listing(asked: Question, party: Party | None, then: Counted, now: Counted) -> Listing:
    """Every party that stood at either, or the one asked about."""
    both = [one.party for of in (now, then) for one in of.standings.tallies if one.candidates]
    rows = [
        (
            one.name,
            then.seats(one),
            now.seats(one),
            then.share(one),
            now.share(one),
            _change(one, then, now),
        )
        for one in ([party] if party else dict.fromkeys(both))
    ]
    years = [str(of.scope.day.year) for of in (then, now)]
    columns = (
        Column("Party"),
        *(Column(f"Seats {year}", Unit.COUNT) for year in years),
        *(Column(f"Share {year}", Unit.SHARE) for year in years),
        Column("Change", Unit.CHANGE),
    )
    file = wording.file_name(*([party.id] if party else []), "elections", *asked.areas, *years)
    return Listing(file, columns, tuple(rows))


def _change(party: Party, then: Counted, now: Counted) -> float | None:
    earlier, later = then.share(party), now.share(party)
    if earlier is None or later is None or not party.comparable:
        return None
    return later - earlier


def _names(party: Party | None, then: Counted, now: Counted) -> list[str]:
    """What a party was called at one of the elections, where that was another name."""
    parties = [party] if party else [one.party for one in now.standings.tallies[:_TOLD]]
    scopes = [then.scope, now.scope]
    told = [line for one in parties for line in caveats.of_party(one, scopes)]
    return [line for line in told if party or " called " in line]


def _facts(then: Counted, now: Counted) -> tuple[Fact, ...]:
    return tuple(
        Fact(
            label,
            "; ".join(f"{of.scope.day.year}: {_written(measure, of)}" for of in (then, now)),
        )
        for label, measure in _FACTS.items()
    )


def _written(measure: Measure, of: Counted) -> str:
    figure, value = OF_ALL[measure]
    found = value(of)
    return figure.written(found) if found is not None else "not known"
