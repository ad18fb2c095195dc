"""Letters that stand for parties on a map, where a name is too long."""

from collections.abc import Sequence
from string import ascii_uppercase

from bot.elections.party import Party
from bot.text import fold


def marks(parties: Sequence[Party]) -> list[str]:
    """One each, no two alike: of the short name, else of the name, else any that is left.

    Empty once the alphabet is used up.
    """
    given: list[str] = []
    for party in parties:
        letters = [sign for sign in fold(f"{party.short} {party.name}").upper() if sign.isalpha()]
        free = (one for one in [*letters, *ascii_uppercase] if one not in given)
        given.append(next((one for one in free if one in ascii_uppercase), ""))
    return given
