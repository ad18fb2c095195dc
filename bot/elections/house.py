"""What it takes to have a majority in the House of Commons."""

from collections.abc import Iterable

from bot.elections.party import PartyKind
from bot.elections.tally import PartyTally

SEATS = 650  # since 2010; fixed by the Parliamentary Constituencies Act 2020
SINN_FEIN = "sinn-fein"


def needed(seats: int = SEATS) -> int:
    """The least number that is more than half: 326 of 650."""
    return seats // 2 + 1


def overall_majority(seats: int, of: int = SEATS) -> int:
    """Seats less those of all others, which is twice the seats less 650.

    Nothing or less where there is no majority. The Institute for Government's "simple majority"
    (Explainer: Government majority); the Speaker counts as one of the others.
    """
    return 2 * seats - of


def working_house(tallies: Iterable[PartyTally], seats: int = SEATS) -> int:
    """Seats less those of Sinn Féin, who do not take them, and of the Speaker, who does not vote.

    The same explainer leaves out three deputy speakers too. They are chosen only after an
    election, so no result tells whose they are.
    """
    absent = (
        one.seats
        for one in tallies
        if one.party.id == SINN_FEIN or one.party.kind is PartyKind.SPEAKER
    )
    return seats - sum(absent)
