"""How many stood at an election and how many deposits were lost, by party; and who was elected."""

from bot.answers import wording
from bot.answers.national import caveats, progress, seat_columns
from bot.answers.national.scope import Scope
from bot.answers.reply import Column, Listing, Reply, ReplyKind, Unit
from bot.catalogue.catalogue import Catalogue
from bot.elections.party import PartyKind
from bot.elections.tally import PartyTally
from bot.questions.question import Measure, Question

MEASURES = frozenset({Measure.CANDIDATES, Measure.DEPOSITS})


def answer(catalogue: Catalogue, asked: Question, scope: Scope) -> Reply:
    deposits = asked.measure is Measure.DEPOSITS
    tallies = [one for one in scope.count.by_party if one.candidates]
    reply = Reply(
        kind=ReplyKind.ELECTION,
        title=f"{'Lost deposits' if deposits else 'Candidates'} · {scope.title}",
        headline=(_lost if deposits else _stood)(tallies, scope),
        listing=_listing(asked.measure, tallies, scope),
        notes=(caveats.DEPOSITS,) if deposits else (),
    )
    return progress.completed(catalogue, asked, [scope], reply)


def _stood(tallies: list[PartyTally], scope: Scope) -> str:
    everybody = sum(one.candidates for one in tallies)
    parties = sum(one.party.kind is PartyKind.PARTY for one in tallies)
    alone = sum(one.candidates for one in tallies if one.party.kind is PartyKind.INDEPENDENT)
    return (
        f"{wording.number(everybody, 'candidate')} stood {scope.at}{_so_far(scope)}, for "
        f"{wording.number(parties, 'party', 'parties')} and {alone:,} of them as independents."
    )


def _lost(tallies: list[PartyTally], scope: Scope) -> str:
    lost, everybody = (
        sum(one.lost_deposits for one in tallies),
        sum(one.candidates for one in tallies),
    )
    return (
        f"{lost:,} of {wording.number(everybody, 'candidate')} lost their deposit "
        f"{scope.at}{_so_far(scope)}.{_most_lost(tallies)}"
    )


def _most_lost(tallies: list[PartyTally]) -> str:
    """Which party; independents are none."""
    parties = [one for one in tallies if one.party.kind is PartyKind.PARTY]
    most = max((one.lost_deposits for one in parties), default=0)
    if not most:
        return ""
    level = [one for one in parties if one.lost_deposits == most]
    names = wording.listed([wording.among_others(one) for one in level])
    of = f" of {wording.number(level[0].candidates, 'deposit')}" if len(level) == 1 else " each"
    return f" Of the parties {names} lost the most: {most:,}{of}."


def _so_far(scope: Scope) -> str:
    return " so far" if scope.partial else ""


def _listing(measure: Measure, tallies: list[PartyTally], scope: Scope) -> Listing:
    deposits = measure is Measure.DEPOSITS
    ordered = sorted(
        tallies, key=lambda one: (-(one.lost_deposits if deposits else one.candidates), -one.votes)
    )
    columns = [Column("Party"), Column("Candidates", Unit.COUNT), Column("Seats", Unit.COUNT)]
    if deposits:
        columns.insert(1, Column("Lost deposits", Unit.COUNT))
    return Listing(
        wording.file_name(str(measure), "by party", *scope.areas, str(scope.day.year)),
        tuple(columns),
        tuple(
            (
                wording.in_list(one),
                *([one.lost_deposits] if deposits else []),
                one.candidates,
                one.seats,
            )
            for one in ordered
        ),
    )


def elected(catalogue: Catalogue, asked: Question, scope: Scope) -> Reply:
    """Everybody who was, seat by seat."""
    rows = seat_columns.by_name((one, one.contest.winner) for one in scope.results)
    year = str(scope.day.year)
    so_far = " so far" if scope.partial else ""
    reply = Reply(
        kind=ReplyKind.ELECTION,
        title=f"Elected · {scope.title}",
        headline=f"{wording.number(len(rows), 'MP')} were elected {scope.at}{so_far}.",
        listing=seat_columns.listing(
            wording.file_name("elected", *scope.areas, year),
            rows,
            (
                seat_columns.SEAT,
                seat_columns.MP,
                seat_columns.PARTY,
                seat_columns.MAJORITY,
                seat_columns.OUTCOME,
            ),
        ),
    )
    return progress.completed(catalogue, asked, [scope], reply)
