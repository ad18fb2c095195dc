"""Two general elections, everywhere or in some areas, of all parties or of one."""

from collections.abc import Callable
from dataclasses import replace

from bot.answers import caveats, figures, progress, victors, wording
from bot.answers.compared import weighing
from bot.answers.compared.weighing import Figure, Moving, moved
from bot.answers.reply import Column, Fact, Listing, Reply, ReplyKind, Unit
from bot.answers.scope import Scope, before, scopes, wanted
from bot.catalogue.catalogue import Catalogue
from bot.elections import arithmetic, tally
from bot.elections.party import Party
from bot.elections.tally import PartyTally
from bot.questions.question import Measure, Question

_LEADERS = 3
_TURNOUT = "Turnout is of valid votes."
_SEATS = Figure("number of seats", "larger", weighing.count)
_VALID = Figure("number of valid votes", "larger", weighing.count)

_Value = Callable[[Scope], float | None]
_OF_ALL: dict[Measure, tuple[Figure, _Value]] = {
    Measure.TURNOUT: (
        weighing.TURNOUT,
        lambda one: tally.polled(one.results).turnout_of_valid_votes,
    ),
    Measure.ELECTORATE: (weighing.ELECTORATE, lambda one: tally.polled(one.results).electorate),
    Measure.REJECTED: (weighing.REJECTED, lambda one: tally.polled(one.results).rejected),
    Measure.BALLOTS: (_VALID, lambda one: tally.valid_votes(one.results)),
    Measure.VOTES: (_VALID, lambda one: tally.valid_votes(one.results)),
    Measure.CANDIDATES: (
        weighing.CANDIDATES,
        lambda one: sum(len(told.contest.candidacies) for told in one.results),
    ),
    Measure.DEPOSITS: (
        weighing.DEPOSITS,
        lambda one: sum(tally.lost_deposits(told.contest) for told in one.results),
    ),
}


def answer(catalogue: Catalogue, asked: Question) -> Reply:
    """The elections that were named; beside a single one the one before, or the latest."""
    counted = _pair(catalogue, asked)
    if len(counted) < 2:  # noqa: PLR2004 (two are compared)
        return progress.nothing(catalogue, asked)
    then, now = counted[0], counted[-1]
    party = catalogue.parties.get(asked.parties[0]) if asked.parties else None
    days = wording.listed([figures.day(one.day) for one in (then, now)])
    subject = [party.name] if party else []
    areas = [wording.listed(asked.areas)] if asked.areas else []
    reply = Reply(
        kind=ReplyKind.COMPARISON,
        title=" · ".join([*subject, *areas, f"general elections, {days}"]),
        headline=_headline(asked, party, then, now),
        listing=_listing(asked, party, then, now),
        facts=_facts(then, now),
        notes=(_TURNOUT, *(caveats.of_party(party, [then, now]) if party else ())),
        colour=party.colour if party else None,
    )
    return progress.completed(catalogue, asked, [then, now], reply)


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


def _headline(asked: Question, party: Party | None, then: Scope, now: Scope) -> str:
    weighed = _of_party(asked, party) if party else _OF_ALL.get(asked.measure)
    times = (f"in {then.day.year}", f"in {now.day.year}")
    if weighed is not None:
        figure, value = weighed
        subject = wording.whole(party) if party else ""
        name = " ".join(part for part in (subject, now.where) if part)
        name = wording.capital(name or "the United Kingdom")
        return moved(asked, Moving(name, figure, (value(then), value(now)), times))
    leaders = tally.by_party(now.results)[:_LEADERS]
    led = {one.party: one for one in tally.by_party(then.results)}
    told = [
        f"{wording.whole(one.party)} won {_seats(led.get(one.party))} {times[0]} and "
        f"{_seats(one)} {times[1]}"
        for one in leaders
    ]
    where = f"{wording.capital(now.where)}: " if now.where else ""
    most = [leading(one) for one in (then, now)]
    first = f"{times[0].capitalize()} {most[0]}; {times[1]} {most[1]}."
    return f"{where}{first if not where else first[:1].lower() + first[1:]} {_also(told)}"


def leading(of: Scope) -> str:
    """ "Labour won the most seats, 27 of 32", as far as anything is declared."""
    standings = victors.standings(of)
    return victors.most(standings) if standings.leaders else "no party has won a seat"


def _also(told: list[str]) -> str:
    return f"{wording.capital('; '.join(told))}."


def _seats(one: PartyTally | None) -> str:
    return figures.count(one.seats if one else 0)


def _of_party(asked: Question, party: Party) -> tuple[Figure, _Value]:
    """Its seats, unless something else of it was asked for."""

    def own(of: Scope) -> PartyTally:
        return tally.of_party(of.results, party) or PartyTally(party)

    def share(of: Scope) -> float | None:
        return arithmetic.share(own(of).votes, tally.valid_votes(of.results))

    values: dict[Measure, tuple[Figure, _Value]] = {
        Measure.VOTES: (Figure("vote", "larger", weighing.votes), lambda of: own(of).votes),
        Measure.SHARE: (Figure("share of the vote", "larger", figures.percent), share),
        Measure.CANDIDATES: (weighing.CANDIDATES, lambda of: own(of).candidates),
        Measure.DEPOSITS: (weighing.DEPOSITS, lambda of: own(of).lost_deposits),
    }
    return values.get(asked.measure) or (_SEATS, lambda of: own(of).seats)


def _listing(asked: Question, party: Party | None, then: Scope, now: Scope) -> Listing:
    """Every party that stood at either, or the one asked about."""
    early, late = ({one.party: one for one in tally.by_party(of.results)} for of in (then, now))
    parties = [party] if party else list(dict.fromkeys([*late, *early]))
    totals = tally.valid_votes(then.results), tally.valid_votes(now.results)
    rows = []
    for one in parties:
        pair = early.get(one), late.get(one)
        shares = [
            arithmetic.share(stood.votes, total) if stood and stood.candidates else None
            for stood, total in zip(pair, totals, strict=True)
        ]
        seats = [stood.seats if stood and stood.candidates else None for stood in pair]
        rows.append((one.name, *seats, *shares, _change(one, shares)))
    years = [str(of.day.year) for of in (then, now)]
    columns = (
        Column("Party"),
        *(Column(f"Seats {year}", Unit.COUNT) for year in years),
        *(Column(f"Share {year}", Unit.SHARE) for year in years),
        Column("Change", Unit.CHANGE),
    )
    file = wording.file_name(*([party.id] if party else []), "elections", *asked.areas, *years)
    return Listing(file, columns, tuple(rows))


def _change(party: Party, shares: list[float | None]) -> float | None:
    then, now = shares
    if then is None or now is None or not party.comparable:
        return None
    return now - then


def _facts(then: Scope, now: Scope) -> tuple[Fact, ...]:
    told = [("Turnout", Measure.TURNOUT), ("Valid votes", Measure.VOTES)]
    told += [("Electorate", Measure.ELECTORATE), ("Candidates", Measure.CANDIDATES)]
    return tuple(
        Fact(label, "; ".join(f"{of.day.year}: {_written(measure, of)}" for of in (then, now)))
        for label, measure in told
    )


def _written(measure: Measure, of: Scope) -> str:
    figure, value = _OF_ALL[measure]
    found = value(of)
    return figure.written(found) if found is not None else "not known"
