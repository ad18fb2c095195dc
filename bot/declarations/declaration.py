"""A declaration: as somebody reports it, and as the journal keeps it."""

import json
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from bot.elections.contest import ContestId
from bot.text import alike, fold

NAMELESS = "somebody"
"""How the id of a new person begins whose name has no Latin letter."""


@dataclass(frozen=True, slots=True)
class ReportedCandidate:
    """`votes` is None where they are not known, `elected` where the report does not say who won.

    `person` is an id of somebody else's, such as "democracy-club:3733" or "mnis:4514", and
    `party_code` the party's number at the Electoral Commission; both are empty where not given.
    """

    name: str
    party: str
    votes: int | None
    elected: bool | None = None
    person: str = ""
    party_code: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """What a line of a feed says, read but not believed. `constituency` is a code or a name."""

    polled_on: date
    constituency: str
    candidates: tuple[ReportedCandidate, ...] = ()
    declared_at: datetime | None = None
    electorate: int | None = None
    rejected_votes: int | None = None
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class DeclaredCandidate:
    """`person_id` and `party_id` are the catalogue's where it knows them."""

    name: str
    person_id: str
    party: str
    party_id: str
    votes: int


@dataclass(frozen=True, slots=True)
class Nominee:
    """Who stands, or is named the winner, of whom no votes are known. The ids are as above."""

    name: str
    person_id: str
    party: str
    party_id: str

    def with_votes(self, votes: int) -> DeclaredCandidate:
        return DeclaredCandidate(self.name, self.person_id, self.party, self.party_id, votes)


@dataclass(frozen=True, slots=True)
class Result:
    """The figures of one contest, the winner first, then by votes."""

    candidates: tuple[DeclaredCandidate, ...]
    electorate: int | None
    rejected_votes: int | None

    def as_json(self) -> str:
        """The same text for the same figures: two payloads are compared as text."""
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True)

    def completed_by(self, earlier: "Result") -> "Result":
        """With what the earlier one knew and this one leaves open.

        A name that only looks different, in its capitals or accents, stays as it was.
        """
        known = {(alike(one.name), one.party_id): one for one in earlier.candidates}
        return Result(
            tuple(
                _as_before(one, known.get((alike(one.name), one.party_id)))
                for one in self.candidates
            ),
            earlier.electorate if self.electorate is None else self.electorate,
            earlier.rejected_votes if self.rejected_votes is None else self.rejected_votes,
        )

    @classmethod
    def from_json(cls, text: str) -> "Result":
        plain = json.loads(text)
        candidates = tuple(DeclaredCandidate(**one) for one in plain["candidates"])
        return cls(candidates, plain["electorate"], plain["rejected_votes"])

    def says_the_same(self, other: "Result") -> bool:
        """Whether all figures that both have agree, however their sources write the names."""
        return (
            _figures(self) == _figures(other)
            and self.candidates[0].party_id == other.candidates[0].party_id
            and _agree(self.electorate, other.electorate)
            and _agree(self.rejected_votes, other.rejected_votes)
        )


def _figures(result: Result) -> list[tuple[str, int]]:
    return sorted((one.party_id, one.votes) for one in result.candidates)


def _agree(one: int | None, other: int | None) -> bool:
    return one is None or other is None or one == other


def _as_before(one: DeclaredCandidate, known: DeclaredCandidate | None) -> DeclaredCandidate:
    if known is None:
        return one
    # Journals exist that number those whose names have no Latin letter, each by their place.
    numbered = not fold(one.name) and known.person_id.startswith(f"{NAMELESS}.")
    same = known.person_id == one.person_id or numbered
    return replace(known, votes=one.votes) if same else one


@dataclass(frozen=True, slots=True)
class Declaration:
    """A report that holds; `result` is None where it takes a declaration back."""

    contest: ContestId
    result: Result | None
    declared_at: datetime | None


class EntryKind(StrEnum):
    """NAMED is no result: somebody is named the winner before the votes are known. UNNAMED takes
    that back."""

    DECLARED = "declared"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"
    NAMED = "named"
    UNNAMED = "unnamed"


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the journal. `version` counts the results of one contest from 1, withdrawals
    among them; None where it only names a winner, or takes a name back. `named` is who.
    """

    seq: int
    contest: ContestId
    version: int | None
    kind: EntryKind
    result: Result | None
    source: str
    declared_at: datetime | None
    recorded_at: datetime
    named: Nominee | None = None

    @property
    def only_names(self) -> bool:
        """Whether it is no result and takes none back."""
        return self.version is None
