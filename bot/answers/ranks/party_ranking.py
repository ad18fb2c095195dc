"""Which party won, gained or lost the most seats, and the like."""

from collections.abc import Callable, Sequence

from bot.answers import limits, wording
from bot.answers.national import caveats, progress, victors
from bot.answers.national.scope import Scope, scopes
from bot.answers.national.victors import Standings
from bot.answers.ranks import limited
from bot.answers.reply import Choice, Column, Listing, Reply, ReplyKind, Unit
from bot.catalogue.catalogue import Catalogue
from bot.elections import arithmetic
from bot.elections.party import PartyKind
from bot.elections.tally import PartyTally
from bot.questions.question import Limit, Measure, Order, Question

_VALUES: dict[Measure, tuple[str, Callable[[PartyTally], int]]] = {
    Measure.SEATS: ("won", lambda one: one.seats),
    Measure.WON: ("won", lambda one: one.seats),
    Measure.GAINED: ("gained", lambda one: one.gained),
    Measure.LOST: ("lost", lambda one: one.lost),
    Measure.SECONDS: ("came second in", lambda one: one.seconds),
}
MEASURES = frozenset(_VALUES)
_MOST_CHOICES = 5


def answer(catalogue: Catalogue, asked: Question) -> Reply:
    """Only parties with at least one; the last election where several were asked about."""
    counted = scopes(catalogue, asked)
    if not counted:
        return progress.nothing(catalogue, asked)
    scope = counted[-1]
    of_all = victors.standings(scope)
    rows = _within(asked, scope, _ranked(asked, of_all.tallies))
    verb, _ = _VALUES[asked.measure]
    most = "most" if asked.order is Order.MOST else "fewest"
    reply = Reply(
        kind=ReplyKind.RANKING,
        title=f"Parties that {verb} {_said(asked.limit) or f'the {most} seats'} · {scope.title}",
        headline=(_limited if asked.limit else _headline)(asked, scope, rows),
        listing=_listing(asked, scope, rows),
        notes=tuple(_notes(asked, of_all, rows)),
        choices=tuple(
            Choice("party", one.party.id, one.party.name) for one in rows[:_MOST_CHOICES]
        ),
        colour=rows[0].party.colour if rows else None,
    )
    return progress.completed(catalogue, asked, [scope], reply)


def _ranked(asked: Question, tallies: Sequence[PartyTally]) -> list[PartyTally]:
    """Independents last: they are no party that could be first."""
    _, value = _VALUES[asked.measure]
    sign = -1 if asked.order is Order.MOST else 1
    counted = [one for one in tallies if value(one)]
    return sorted(
        counted,
        key=lambda one: (
            one.party.kind is not PartyKind.PARTY,
            sign * value(one),
            sign * one.votes,
        ),
    )


def _within(asked: Question, scope: Scope, rows: list[PartyTally]) -> list[PartyTally]:
    """Only what is under or over the limit, if there is one."""
    _, value = _VALUES[asked.measure]
    total = len(scope.results)
    return [
        one
        for one in rows
        if limits.meets(asked.limit, value(one), value(one) / total) in {True, None}
    ]


def _limited(asked: Question, scope: Scope, rows: list[PartyTally]) -> str:
    """ "4 parties won over 50 seats at …: Labour 411, …"."""
    verb, value = _VALUES[asked.measure]
    parties = [one for one in rows if one.party.kind is PartyKind.PARTY]
    names = [f"{wording.among_others(one)} {value(one):,}" for one in parties]
    count = wording.number(len(parties), "party", "parties") if parties else "no party"
    told = f"{count} {verb} {_said(asked.limit)} {scope.at}"
    sentence = f"{told}{': ' if names else ''}{wording.listed(names)}."
    if not asked.yes_or_no or scope.partial:
        return wording.capital(sentence)
    return f"{'Yes' if parties else 'No'}: {sentence}"


def _said(limit: Limit | None) -> str:
    """ "over 50 seats", or nothing."""
    if limit is None:
        return ""
    share = f"{limited.percentage(limit.figure)} of the seats"
    return limited.told(limit, lambda number: share if limit.is_share else f"{number:,.0f} seats")


def _headline(asked: Question, scope: Scope, rows: list[PartyTally]) -> str:
    verb, value = _VALUES[asked.measure]
    parties = [one for one in rows if one.party.kind is PartyKind.PARTY]
    if not parties:
        return f"No party {verb} a seat {scope.at}."
    most = value(parties[0])
    names = [wording.among_others(one) for one in parties if value(one) == most]
    told = f"{most:,}{' each' if len(names) > 1 else ''}"
    if verb == "won":
        told += f" of {len(scope.results)}{' declared so far' if scope.partial else ''}"
    order = "the most" if asked.order is Order.MOST else "the fewest"
    only = "" if asked.order is Order.MOST else " of those with any"
    first = (
        f"{wording.capital(wording.listed(names))} {verb} {order} seats{only} {scope.at}: {told}."
    )
    return first if len(parties) == len(names) else f"{first} {_next(asked, parties, most)}"


def _next(asked: Question, parties: list[PartyTally], most: int) -> str:
    _, value = _VALUES[asked.measure]
    following = next(value(one) for one in parties if value(one) != most)
    names = [wording.among_others(one) for one in parties if value(one) == following]
    return f"Next: {wording.listed(names)} with {following:,}."


def _listing(asked: Question, scope: Scope, rows: list[PartyTally]) -> Listing:
    verb, value = _VALUES[asked.measure]
    total = scope.count.valid_votes
    label = "Seats" if verb == "won" else wording.capital(str(asked.measure))
    return Listing(
        wording.file_name(f"parties {asked.measure}", *scope.areas, str(scope.day.year)),
        (
            Column("Party"),
            Column(label, Unit.COUNT),
            Column("Votes", Unit.COUNT),
            Column("Share", Unit.SHARE),
        ),
        tuple(
            (wording.in_list(one), value(one), one.votes, arithmetic.share(one.votes, total))
            for one in rows
        ),
        numbered=True,
    )


def _notes(asked: Question, of_all: Standings, rows: list[PartyTally]) -> list[str]:
    scope, notes = of_all.scope, []
    if asked.measure in {Measure.GAINED, Measure.LOST}:
        notes += caveats.against(scope)
    if any(one.party.kind is PartyKind.INDEPENDENT for one in rows):
        notes.append("Independents are not a party and stand last in the list.")
    if asked.measure is Measure.SEATS and scope.everywhere and not scope.partial:
        notes.append(wording.capital(victors.overall(of_all)))
    return notes
