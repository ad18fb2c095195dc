"""A person's contests as a list."""

from collections.abc import Sequence

from bot.answers import naming, placing
from bot.answers.lives.showings import Career, Showing
from bot.answers.reply import Cell, Column, Listing, Unit
from bot.elections import arithmetic
from bot.elections.contest import ContestKind

_COLUMNS = (
    Column("Constituency"),
    Column("Day", Unit.DAY),
    Column("Party"),
    Column("Place", Unit.COUNT),
    Column("Of", Unit.COUNT),
    Column("Votes", Unit.COUNT),
    Column("Share", Unit.SHARE),
    Column("Result"),
)


def newest_first(career: Career, of: Sequence[Showing]) -> Listing:
    return in_order(career, list(reversed(of)))


def in_order(career: Career, of: Sequence[Showing]) -> Listing:
    return Listing(f"{career.person.id}-contests", _COLUMNS, tuple(_row(one) for one in of))


def _row(one: Showing) -> tuple[Cell, ...]:
    contest = one.contest
    return (
        one.seat,
        one.day,
        naming.party(one.candidacy),
        placing.place_of(one.candidacy, contest),
        len(contest.candidacies),
        one.candidacy.votes,
        arithmetic.share(one.candidacy.votes, contest.valid_votes),
        _won_or_lost(one),
    )


def _won_or_lost(one: Showing) -> str:
    verb = "won" if one.won else "lost"
    return verb if one.contest.kind is ContestKind.GENERAL else f"{verb}, by-election"
