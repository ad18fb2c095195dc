"""One constituency's poll on one day, and who stood in it."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from bot.elections.constituency import Constituency
from bot.elections.party import Party
from bot.elections.person import Person


class ContestKind(StrEnum):
    GENERAL = "general"
    BY_ELECTION = "by"


class Certainty(StrEnum):
    """How sure the time of declaration is."""

    OFFICIAL = "official"
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class ContestId:
    """Written `E14001305.2024-07-04`."""

    code: str
    polled_on: date

    def __str__(self) -> str:
        return f"{self.code}.{self.polled_on.isoformat()}"

    @classmethod
    def parse(cls, text: str) -> "ContestId | None":
        code, _, day = text.partition(".")
        try:
            polled_on = date.fromisoformat(day)
        except ValueError:
            return None
        # Other ways to write a day are read too, but an id has only one.
        return cls(code, polled_on) if polled_on.isoformat() == day else None


@dataclass(frozen=True, slots=True)
class Candidacy:
    """One candidate in one contest; `standing_as` is the name as it was on that ballot paper.

    `ballot_party` is the description used on the day, which may differ from the party's name now:
    "Labour and Co-operative", "The Brexit Party".
    """

    person: Person
    standing_as: str
    party: Party
    ballot_party: str
    votes: int


@dataclass(frozen=True, slots=True)
class Nomination:
    """One who stands in a contest of which no votes are known; the names are as above."""

    person: Person
    standing_as: str
    party: Party
    ballot_party: str


@dataclass(frozen=True, slots=True)
class Nominated:
    """Who stands in a contest, by family name, and who says so. `winner` is who is `named` the
    winner by somebody before any votes are known, which is no result; None where nobody is."""

    nominations: tuple[Nomination, ...] = ()
    source: str = ""
    winner: Nomination | None = None
    named_by: str = ""


@dataclass(frozen=True, slots=True)
class Contest:
    """A poll with its candidacies, most votes first.

    `electorate` and `rejected_votes` are None where nobody published them, which is not 0.
    `declared_at` is local time in the United Kingdom. `source` is set while the result is only
    declared, and says by whom.
    """

    constituency: Constituency
    polled_on: date
    kind: ContestKind
    candidacies: tuple[Candidacy, ...]
    electorate: int | None
    rejected_votes: int | None
    declared_at: datetime | None = None
    certainty: Certainty | None = None
    notes: tuple[str, ...] = ()
    source: str = ""
    # Summed once: whole elections ask for it hundreds of thousands of times.
    valid_votes: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "valid_votes", sum(one.votes for one in self.candidacies))

    @property
    def id(self) -> ContestId:
        return ContestId(self.constituency.code, self.polled_on)

    @property
    def winner(self) -> Candidacy:
        return self.candidacies[0]

    @property
    def runner_up(self) -> Candidacy | None:
        return self.candidacies[1] if len(self.candidacies) > 1 else None

    @property
    def majority(self) -> int:
        """Votes between the first two; all of the winner's votes if nobody else stood."""
        return self.winner.votes - (self.runner_up.votes if self.runner_up else 0)


@dataclass(frozen=True, slots=True)
class Baseline:
    """What a contest is compared with: votes by party at the general election before it.

    Where boundaries changed that is a notional result, an estimate of the earlier election on the
    later boundaries; it has no `winner`. `total` may exceed the sum of `votes`: an estimate does
    not tell the smallest parties apart.
    """

    polled_on: date
    votes: dict[Party, int]
    total: int
    held_by: Party
    majority: int
    notional: bool
    winner: Person | None = None
