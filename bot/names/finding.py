"""What came of looking for a name."""

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    MATCH = "match"
    AMBIGUOUS = "ambiguous"
    NONE = "none"


class Kind(StrEnum):
    CONSTITUENCY = "constituency"
    PERSON = "person"
    PARTY = "party"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Match:
    """One thing that may be meant. `score` runs from 0 to 100; `why` says what matched."""

    kind: Kind
    id: str
    name: str
    score: float
    why: str


@dataclass(frozen=True, slots=True)
class Finding:
    """The verdict and the matches, best first; for NONE the matches are merely near.

    The first `rivals` of them are what an ambiguous name may equally mean. `postcode_district` is
    set where the text was no name but a postcode, `area` says what a nation or region is.
    """

    query: str
    verdict: Verdict
    matches: tuple[Match, ...] = ()
    postcode_district: str | None = None
    rivals: int = 0
    area: str | None = None

    @property
    def best(self) -> Match | None:
        return self.matches[0] if self.matches else None
