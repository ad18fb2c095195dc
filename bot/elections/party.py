"""A party: one row however many times it registered or changed its name."""

from dataclasses import dataclass
from enum import StrEnum


class PartyKind(StrEnum):
    PARTY = "party"
    INDEPENDENT = "independent"
    SPEAKER = "speaker"


@dataclass(frozen=True, slots=True)
class Party:
    """`colour` is what the press uses, as #RRGGBB, or None where no convention is known."""

    id: str
    name: str
    short: str
    kind: PartyKind
    colour: str | None = None

    def __hash__(self) -> int:
        # The id tells parties apart; votes are looked up by party hundreds of thousands of times.
        return hash(self.id)

    @property
    def comparable(self) -> bool:
        """Whether a share can be compared between elections.

        Two independents are two persons, and the Speaker stands without opposition from the main
        parties, so neither's change of share says anything about a party.
        """
        return self.kind is PartyKind.PARTY
