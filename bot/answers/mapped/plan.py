"""What a map shows, in words short enough for a button to carry."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

_WRITTEN = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)/(?P<shown>[a-z]+)(?:=(?P<party>[^@]+))?(?:@(?P<where>.+))?"
)
_CODE = re.compile(r"[ENSW]\d{8}")  # of the Office for National Statistics
_AND = "+"


class Shown(StrEnum):
    WINNER = "winner"
    GAINS = "gains"
    LOSSES = "losses"
    MAJORITY = "majority"
    TURNOUT = "turnout"
    SHARE = "share"


OF_A_PARTY = frozenset({Shown.SHARE, Shown.LOSSES})
"""What is nothing without a party; whoever won is shown of all."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A map of a general election; with `party`, an id, it shows nothing but that party's seats.

    Highlighted are `areas` (names of nations and regions) or a `seat` (its code), or nothing.
    Written `2024-07-04/share=labour@North East+North West`.
    """

    day: date
    shown: Shown = Shown.WINNER
    party: str = ""
    areas: tuple[str, ...] = ()
    seat: str = ""

    def __str__(self) -> str:
        party = f"={self.party}" if self.party else ""
        where = self.seat or _AND.join(self.areas)
        return f"{self.day.isoformat()}/{self.shown}{party}{f'@{where}' if where else ''}"

    @classmethod
    def parse(cls, text: str) -> "Plan | None":
        """None for what no map could be of; whether it is known is the catalogue's to say."""
        found = _WRITTEN.fullmatch(text)
        if found is None or found["shown"] not in set(Shown):
            return None
        shown, party, where = Shown(found["shown"]), found["party"] or "", found["where"] or ""
        if (shown in OF_A_PARTY and not party) or (shown is Shown.WINNER and party):
            return None
        try:
            day = date.fromisoformat(found["day"])
        except ValueError:
            return None
        if _CODE.fullmatch(where):
            return cls(day, shown, party, seat=where)
        return cls(day, shown, party, tuple(where.split(_AND)) if where else ())
