"""A question, understood as far as its words go."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Topic(StrEnum):
    RESULT = "result"
    HELP = "help"
    ABOUT = "about"
    OPINION = "opinion"
    DECLARED = "declared"
    SUBSCRIBE = "subscribe"


@dataclass(frozen=True, slots=True)
class WantedElection:
    """Which contest is asked for. `said` is how it was put, for telling that there was none."""

    said: str
    year: int | None = None
    month: int | None = None
    day: date | None = None
    by_election: bool | None = None

    def suits(self, polled_on: date, *, is_by_election: bool) -> bool:
        if self.by_election is not None and self.by_election != is_by_election:
            return False
        if self.day is not None:
            return polled_on == self.day
        if self.month is not None and polled_on.month != self.month:
            return False
        return self.year is None or polled_on.year == self.year


@dataclass(frozen=True, slots=True)
class Question:
    """`name` is the text that may name a constituency, person, party or place.

    `otherwise` is a second reading, in which a month is part of a name.
    """

    topic: Topic
    name: str = ""
    election: WantedElection | None = None
    otherwise: "Question | None" = None
