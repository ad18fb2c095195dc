"""The parties of an election, one below the other: seats, votes and what became of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.answers import figures, wording
from bot.answers.national.scope import Scope
from bot.answers.national.showing import Earlier
from bot.answers.reply import Cell, Column, Listing, Unit
from bot.elections import arithmetic
from bot.elections.tally import PartyTally

SHORT = 12  # rows of a list that only illustrates an answer


@dataclass(frozen=True, slots=True)
class Line:
    """A party on the board. None where there is nothing to compare with.

    `seats_before` is what it held of these seats, a notional number where boundaries changed, so
    that with the net change it makes the seats.
    """

    tally: PartyTally
    seats_before: int | None
    share: float | None
    change: float | None


def lines(then: Earlier) -> list[Line]:
    """Most seats first, then most votes."""
    count = then.scope.count
    return [_line(one, then, count.valid_votes) for one in count.by_party]


def _line(one: PartyTally, then: Earlier, total: int) -> Line:
    share, last = arithmetic.share(one.votes, total), then.share(one.party)
    compared = share is not None and last is not None and one.candidates
    change = share - last if compared and share is not None and last is not None else None
    return Line(one, then.held(one), share, change)


def listing(name: str, scope: Scope, shown: Sequence[Line]) -> Listing:
    return Listing(
        wording.file_name(name, *scope.areas, str(scope.day.year)),
        (
            Column("Party"),
            Column("Seats", Unit.COUNT),
            Column("Net", Unit.NET),
            Column(_before(scope), Unit.COUNT),
            Column("Votes", Unit.COUNT),
            Column("Share", Unit.SHARE),
            Column("Change", Unit.CHANGE),
            Column("Candidates", Unit.COUNT),
        ),
        tuple(_row(one, scope) for one in shown),
    )


def _before(scope: Scope) -> str:
    """Over the seats that the parties held; of an election that is half declared, not all."""
    day = scope.compared_with
    if day is None or scope.partial:
        return "Before"
    return f"Notional {day.year}" if scope.notional else f"In {day.year}"


def _row(one: Line, scope: Scope) -> tuple[Cell, ...]:
    own = one.tally
    return (
        wording.in_list(own),
        own.seats,
        own.net if scope.compared_with else None,
        one.seats_before,
        own.votes,
        one.share,
        one.change,
        own.candidates,
    )


def short(shown: Sequence[Line]) -> tuple[list[Line], list[str]]:
    """Of those with seats the first, and who the others are."""
    seated = [one for one in shown if one.tally.seats]
    others = [f"{wording.in_list(one.tally)} {one.tally.seats}" for one in seated[SHORT:]]
    return seated[:SHORT], [f"Others with seats: {', '.join(others)}."] if others else []


def extremes(shown: Sequence[Line]) -> tuple[Line, Line] | None:
    """The biggest rise in share and the biggest fall; None where nothing can be compared."""
    changed = sorted((one.change, place) for place, one in enumerate(shown) if one.change)
    return (shown[changed[-1][1]], shown[changed[0][1]]) if changed else None


def share_told(line: Line) -> str:
    return figures.percent(line.share) if line.share is not None else "no votes"
