"""The seats of an election by name, while few have declared."""

from collections.abc import Iterator, Sequence

from bot.answers import naming
from bot.elections.result import ContestResult

_FEW = 10  # more seldom fit an alt text beside the seats by party


def first_declared(results: Sequence[ContestResult], seats: int) -> Iterator[str]:
    """ "Declared: Bath (Liberal Democrat), Clacton (Reform UK).", in the order of their names.

    Nothing where all `seats` have declared, none, or too many to name.
    """
    if 0 < len(results) <= min(_FEW, seats - 1):
        told = sorted(
            f"{one.contest.constituency.name} ({naming.party(one.contest.winner)})"
            for one in results
        )
        yield f"Declared: {', '.join(told)}."
