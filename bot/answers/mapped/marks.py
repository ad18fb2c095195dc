"""Letters that stand for parties on a map, where a name is too long."""

from collections.abc import Sequence
from string import ascii_uppercase

from bot.elections.party import Party
from bot.text import fold

# The same on every map for whoever has won a seat since 2010, as near to the name as there is
# one for each: UUP is N as in Unionist, since DUP is U.
_OWN = {
    "alliance": "A",
    "conservative": "C",
    "democratic-unionist-party": "U",
    "green": "G",
    "independent": "I",
    "labour": "L",
    "liberal-democrat": "D",
    "plaid-cymru": "P",
    "reform-uk": "R",
    "scottish-national-party": "S",
    "sinn-fein": "F",
    "social-democratic-and-labour-party": "O",
    "speaker": "E",
    "traditional-unionist-voice": "T",
    "uk-independence-party": "K",
    "ulster-unionist-party": "N",
}


def marks(parties: Sequence[Party]) -> list[str]:
    """One each, no two alike: its own, else one of its name that is nobody's, else any that is
    left.

    Empty once the alphabet is used up.
    """
    own = {_OWN[one.id] for one in parties if one.id in _OWN}
    given: list[str] = []
    for party in parties:
        taken = own.union(given)
        free = (one for one in _of_nobody(party) + ascii_uppercase if one not in taken)
        given.append(_OWN.get(party.id) or next(free, ""))
    return given


def _of_nobody(party: Party) -> str:
    letters = fold(f"{party.short} {party.name}").upper()
    known = set(_OWN.values())
    return "".join(one for one in letters if one in ascii_uppercase and one not in known)
