"""A constituency's poll from 1918 to 2005, known by group of parties only."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.elections import arithmetic


class PartyGroup(StrEnum):
    """As the House of Commons Library counts parties together (CBP-8647).

    Liberals are also the alliance of 1983 and 1987 and the Liberal Democrats; nationalists are
    Plaid Cymru and the SNP; the others are everybody else, of whatever party.
    """

    CONSERVATIVE = "con"
    LABOUR = "lab"
    LIBERAL = "lib"
    NATIONALIST = "nat"
    OTHERS = "oth"


@dataclass(frozen=True, slots=True)
class PastWinner:
    """`party` is its name, empty where the source names an office of the House instead."""

    name: str
    party: str


@dataclass(frozen=True, slots=True)
class PastContest:
    """`votes` are by group, most first, and empty where nobody was opposed.

    `pooled` says that the others lead: they may be several parties, so that another group may have
    won. `adds_up` is false where the groups do not make the published total. In a seat of several
    `members` everybody had as many votes, and the groups' votes do not tell who was elected.
    """

    polled_on: date
    name: str
    region: str
    members: int
    votes: tuple[tuple[PartyGroup, int], ...]
    leading: PartyGroup | None
    unopposed: tuple[PartyGroup, ...]
    pooled: bool
    adds_up: bool
    winner: PastWinner | None = None

    @property
    def won_by(self) -> PartyGroup | None:
        """The group of everybody who was elected, None where that is not certain."""
        if self.unopposed:
            return self.unopposed[0] if len(self.unopposed) == 1 else None
        return None if self.pooled or self.members > 1 else self.leading

    def share(self, group: PartyGroup) -> float | None:
        """Of the votes of all groups; None where the group has none or they do not add up."""
        given = dict(self.votes).get(group)
        if given is None or not self.adds_up:
            return None
        return arithmetic.share(given, sum(votes for _, votes in self.votes))
