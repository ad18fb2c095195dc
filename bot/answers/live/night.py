"""A polling day as far as it is declared: live, settled, or a past one that is replayed."""

from dataclasses import dataclass
from datetime import date

from bot.catalogue.catalogue import Catalogue
from bot.declarations.newsroom import Newsroom
from bot.elections.contest import ContestId, ContestKind
from bot.elections.count import Count
from bot.elections.result import ContestResult


@dataclass(frozen=True, slots=True)
class Night:
    """`seats` is how many there are to declare, `count` those that have. Of a day that is
    `replayed` only what was declared again counts, whatever is settled."""

    polled_on: date
    kind: ContestKind
    count: Count
    seats: int
    replayed: bool

    @property
    def declared(self) -> int:
        return len(self.count.results)

    @property
    def is_general(self) -> bool:
        return self.kind is ContestKind.GENERAL

    @property
    def settled(self) -> bool:
        """Whether nothing of it is live or to come."""
        live = any(one.contest.source for one in self.count.results)
        return not live and not self.replayed and 0 < self.seats <= self.declared


def night(catalogue: Catalogue, newsroom: Newsroom, polled_on: date) -> Night:
    day = next((one for one in newsroom.days() if one.polled_on == polled_on), None)
    general = polled_on in catalogue.elections.days()
    told = ContestKind.GENERAL if general else ContestKind.BY_ELECTION
    kind = day.kind if day else told
    replayed = day is not None and day.replayed
    count = Count(newsroom.results(polled_on)) if replayed else _counted(catalogue, polled_on, kind)
    return Night(polled_on, kind, count, _seats(catalogue, newsroom, polled_on, kind), replayed)


def _counted(catalogue: Catalogue, polled_on: date, kind: ContestKind) -> Count:
    if kind is ContestKind.GENERAL:
        return catalogue.elections.counted(polled_on)
    held = catalogue.elections.by_elections()
    return Count(tuple(one for one in held if _day(one) == polled_on))


def _day(result: ContestResult) -> date:
    return result.contest.polled_on


def _seats(catalogue: Catalogue, newsroom: Newsroom, polled_on: date, kind: ContestKind) -> int:
    if kind is ContestKind.GENERAL:
        return catalogue.elections.seats_at(polled_on)
    return newsroom.count(ContestId("", polled_on)).total
