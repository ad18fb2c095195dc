"""A constituency, and how one set of boundaries became the next."""

from dataclasses import dataclass
from enum import StrEnum


class Boundaries(StrEnum):
    """A set of boundaries, named after the general election that first used it."""

    SINCE_2010 = "2010"
    SINCE_2024 = "2024"


CURRENT_BOUNDARIES = Boundaries.SINCE_2024


@dataclass(frozen=True, slots=True)
class Constituency:
    """One seat. `code` is its ONS code.

    A seat has one set of boundaries; five in Scotland, and their codes, came through the change of
    2024 as they were. `since` is the first set it belongs to, `boundaries` the last.
    """

    code: str
    name: str
    boundaries: Boundaries
    country: str
    region: str
    kind: str
    name_welsh: str | None = None
    since: Boundaries = CURRENT_BOUNDARIES

    @property
    def abolished(self) -> bool:
        return self.boundaries is not CURRENT_BOUNDARIES


@dataclass(frozen=True, slots=True)
class Succession:
    """How much of an old seat's population went to a new one; both shares run from 0 to 1."""

    old: Constituency
    new: Constituency
    share_of_old: float
    share_of_new: float
