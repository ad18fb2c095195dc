"""The seats of an election by party, as half a circle of seats."""

from collections.abc import Iterator, Sequence

from bot.answers import figures, wording
from bot.answers.drawn.faces import face, ink, source_line
from bot.answers.national import scope as scopes
from bot.answers.national.scope import Scope
from bot.catalogue.catalogue import Catalogue
from bot.elections import house
from bot.elections.tally import PartyTally
from bot.pictures.charts import Bench, House

_LONGEST_TITLE = 50


def chart(catalogue: Catalogue, of: str) -> House | None:
    """`of` is a scope's key."""
    scope = scopes.find(catalogue, of)
    return of_scope(catalogue, scope) if scope else None


def of_scope(catalogue: Catalogue, scope: Scope) -> House:
    """Also where nothing is declared yet."""
    tallies = [one for one in scope.count.by_party if one.seats or one.before]
    benches = tuple(_bench(one, scope) for one in tallies)
    before = tuple(
        Bench(ink(one.party), wording.in_list(one), one.before) for one in tallies if one.before
    )
    return House(
        face(
            *_titles(scope),
            source_line(
                catalogue,
                (one.contest.source for one in scope.results),
                compared=scope.compared_with is not None,
            ),
            sentences(scope, benches, before),
        ),
        benches,
        undeclared=scope.seats - len(scope.results),
        needed=house.needed(scope.seats) if scope.everywhere else None,
        before=before,
        before_label=_before_label(scope),
    )


def sentences(scope: Scope, benches: Sequence[Bench], before: Sequence[Bench]) -> Iterator[str]:
    """The picture in words."""
    yield f"Seats by party as half a circle of dots: {scope.title}."
    yield progress(scope)
    if scope.everywhere:
        yield f"A majority takes {house.needed(scope.seats)}."
    if benches:
        yield f"{wording.capital(', '.join(map(_told, benches)))}."
    if before:
        held = ", ".join(f"{one.name} {one.seats}" for one in before)
        yield f"Before, {_before_label(scope)}: {held}."


def progress(scope: Scope) -> str:
    """ "412 of 650 declared.", or "650 seats."."""
    if scope.partial:
        total = figures.count(scope.seats)
        return f"{figures.count(len(scope.results))} of {total} declared."
    return f"{wording.seats(scope.seats)}."


def _bench(one: PartyTally, scope: Scope) -> Bench:
    net = wording.signed(one.net) if scope.compared_with else ""
    return Bench(ink(one.party), wording.in_list(one), one.seats, net)


def _told(bench: Bench) -> str:
    return f"{bench.name} {bench.seats}{f' ({bench.net})' if bench.net else ''}"


def _titles(scope: Scope) -> tuple[str, str]:
    """Title and unit; many areas take more than a line, and the election has to be read."""
    title, unit = wording.capital(scope.title), _unit(scope)
    if len(title) <= _LONGEST_TITLE:
        return title, unit
    election = wording.capital(f"general election, {figures.day(scope.day)}")
    brief = unit.replace(", by party", "").replace(" by party", "")
    return election, f"{wording.listed(scope.areas)}: {brief[0].lower()}{brief[1:]}"


def _unit(scope: Scope) -> str:
    seats = "Seats declared so far, by party" if scope.partial else "Seats by party"
    if scope.compared_with is None:
        return seats
    return f"{seats}; net change since {_last(scope)}"


def _before_label(scope: Scope) -> str:
    if scope.compared_with is None:
        return ""
    declared = figures.count(len(scope.results))
    return f"the same {declared} in {_last(scope)}" if scope.partial else _last(scope)


def _last(scope: Scope) -> str:
    day = scope.compared_with
    return f"{day.year if day else ''}{' (notional)' if scope.notional else ''}"
