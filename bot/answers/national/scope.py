"""Which results a question is about: general elections, everywhere or in some areas."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.answers import figures, polls, wording
from bot.answers.sketch import Sketch, SketchKind
from bot.catalogue.catalogue import Catalogue
from bot.elections.count import Count
from bot.elections.result import ContestResult
from bot.questions.question import Question, WantedElection

_SEPARATOR = "."


@dataclass(frozen=True, slots=True)
class Scope:
    """A general election in some areas, or everywhere where none are named.

    `seats` is how many there are, `count` those that have declared.
    """

    day: date
    areas: tuple[str, ...]
    count: Count
    seats: int

    @property
    def results(self) -> tuple[ContestResult, ...]:
        return self.count.results

    @property
    def partial(self) -> bool:
        return len(self.results) < self.seats

    @property
    def everywhere(self) -> bool:
        return not self.areas

    @property
    def notional(self) -> bool:
        """Whether any result is compared with an estimate."""
        return self.count.notional

    @property
    def compared_with(self) -> date | None:
        """The election that gains and losses are reckoned from."""
        return self.count.compared_with

    @property
    def key(self) -> str:
        """ "2024-07-04", or "2024-07-04.Wales"; `find` reads it."""
        return _SEPARATOR.join([self.day.isoformat(), *self.areas])

    @property
    def house(self) -> Sketch:
        """Its seats as a picture."""
        return Sketch(SketchKind.HOUSE, self.key)

    @property
    def where(self) -> str:
        """ "in Wales", or nothing."""
        return wording.within(self.areas)

    @property
    def at(self) -> str:
        """ "in Wales at the general election of 4 July 2024"."""
        return f"{self.where} at {wording.general_election(self.day)}".strip()

    @property
    def title(self) -> str:
        """ "Wales · general election, 4 July 2024"."""
        return titled(self.areas, f"general election, {figures.day(self.day)}")


def years(asked: Question, counted: Sequence[Scope]) -> str:
    """ "2010 to 2024" for a span, "2015 and 2019" for those that were named."""
    every = [str(one.day.year) for one in counted]
    return f"{every[0]} to {every[-1]}" if asked.span else wording.listed(every)


def titled(areas: Sequence[str], election: str) -> str:
    return " · ".join([*([wording.listed(areas)] if areas else []), election])


def scope(catalogue: Catalogue, day: date, areas: tuple[str, ...] = ()) -> Scope:
    elections = catalogue.elections
    return Scope(day, areas, elections.counted(day, areas), elections.seats_at(day, areas))


def find(catalogue: Catalogue, key: str) -> Scope | None:
    """By its key; None where nothing is declared there, or it is nowhere."""
    day, *areas = key.split(_SEPARATOR)
    known = {one.isoformat(): one for one in catalogue.elections.days()}
    found = scope(catalogue, known[day], tuple(areas)) if day in known else None
    return found if found and found.results else None


def before(catalogue: Catalogue, of: Scope) -> Scope | None:
    """The general election before, in the same areas; None for the first in the catalogue."""
    earlier = [day for day in catalogue.elections.days() if day < of.day]
    return scope(catalogue, earlier[0], of.areas) if earlier else None


def scopes(catalogue: Catalogue, asked: Question) -> list[Scope]:
    """The general elections that are asked about, oldest first.

    Those without a result in the areas are left out; none where one that was named is unknown.
    """
    made = [scope(catalogue, day, asked.areas) for day in _days(catalogue, asked)]
    return [one for one in made if one.results]


def _days(catalogue: Catalogue, asked: Question) -> list[date]:
    if asked.span is not None:
        return polls.spanned(catalogue, asked.span)
    named: list[WantedElection | None] = [*wanted(asked)]
    found = {polls.general_election(catalogue, one) for one in named or [None]}
    days = [day for day in found if day is not None]
    return sorted(days) if len(days) == len(found) else []


def wanted(asked: Question) -> list[WantedElection]:
    return list(asked.elections) or ([asked.election] if asked.election else [])
