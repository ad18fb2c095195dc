"""The swing between two parties over a general election, or over its part in some areas."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.answers import figures, wording
from bot.answers.national.scope import Scope
from bot.catalogue.catalogue import Catalogue
from bot.elections import arithmetic, tally
from bot.elections.party import Party

LEAST_FOUGHT = 0.75
"""Of the seats, at both elections: shares of all votes say little of whoever fought fewer."""

_BOTH = 2


@dataclass(frozen=True, slots=True)
class Part:
    """A party's shares of all votes of the area, from 0 to 1."""

    party: Party
    before: float
    now: float

    @property
    def change(self) -> float:
        return self.now - self.before


@dataclass(frozen=True, slots=True)
class Swung:
    """`size` is Butler's two-party swing, never negative."""

    gainer: Part
    loser: Part

    @property
    def size(self) -> float:
        return tally.swing_between(self.gainer.change, self.loser.change)

    @property
    def told(self) -> str:
        """ "10.8 points from Conservative to Labour"."""
        parties = f"from {self.loser.party.name} to {self.gainer.party.name}"
        return f"{figures.points(self.size)} {parties}"


@dataclass(frozen=True, slots=True)
class SwingOf:
    """What a swing is of. Written `2024-07-04.YATH.labour.conservative`, with the initials of the
    areas, which are all different, joined by +; none for the whole country."""

    day: date
    areas: tuple[str, ...]
    parties: tuple[str, str]

    def __str__(self) -> str:
        areas = "+".join(_initials(one) for one in self.areas)
        return ".".join([self.day.isoformat(), areas, *self.parties])

    @classmethod
    def parse(cls, catalogue: Catalogue, text: str) -> "SwingOf | None":
        """Areas may be written in full, too. None where it names what is not known."""
        day, *rest = text.split(".")
        if len(rest) != _BOTH + 1 or not set(rest[1:]) <= set(catalogue.parties.by_id):
            return None
        known = {way: area for area in catalogue.seats.by_area for way in (_initials(area), area)}
        areas = [known.get(one) for one in rest[0].split("+") if one]
        try:
            polled_on = date.fromisoformat(day)
        except ValueError:
            return None
        if None in areas or polled_on not in catalogue.elections.days():
            return None
        return cls(polled_on, tuple(one for one in areas if one), (rest[1], rest[2]))


def why_these(scope: Scope, named: Sequence[Party]) -> str:
    """Of parties that were not asked about, in a sentence."""
    if len(named) >= _BOTH:
        return ""
    others = [one for one in largest(scope, *named) if one not in named]
    told = wording.capital(wording.listed([wording.whole(one) for one in others]))
    return f"{told} had the most votes{f' beside {wording.whole(named[0])}' if named else ''}."


def _initials(area: str) -> str:
    return "".join(word[0].upper() for word in area.split())


def between(scope: Scope, one: Party, other: Party) -> Swung | None:
    """None where it means nothing: why_not says why."""
    first, second = _part(scope, one), _part(scope, other)
    if first is None or second is None or why_not(scope, (one, other)):
        return None
    rises = first.change >= second.change
    return Swung(first, second) if rises else Swung(second, first)


def _part(scope: Scope, party: Party) -> Part | None:
    own, before = scope.count.of(party), scope.count.before
    if own is None or before is None:
        return None
    then = arithmetic.share(before.votes.get(party.id, 0), before.total)
    now = arithmetic.share(own.votes, scope.count.valid_votes)
    return Part(party, then, now) if then is not None and now is not None else None


def why_not(scope: Scope, parties: Sequence[Party]) -> str:
    """Why no swing is told, as a sentence; empty where one can be."""
    for one in parties:
        if not one.comparable:
            return f"{wording.capital(wording.whole(one))} are no party with a share to compare."
    if scope.count.before is None:
        return "Some of these seats have no earlier result to compare with."
    for one in parties:
        stood = fought(scope, one)
        if min(stood) < LEAST_FOUGHT * len(scope.results):
            told = wording.capital(_fought_told(scope, one))
            return f"{told}: too few for a swing." if any(stood) else f"{told}."
    return ""


def fought(scope: Scope, party: Party) -> tuple[int, int]:
    """In how many of the seats it stood, and in how many it had votes before."""
    now = sum(any(own.party == party for own in one.contest.candidacies) for one in scope.results)
    then = sum(bool(one.before and one.before.votes.get(party)) for one in scope.results)
    return now, then


def gaps(scope: Scope, parties: Sequence[Party]) -> list[str]:
    """Where a party did not fight every seat, in a sentence."""
    told = [
        _fought_told(scope, one) for one in parties if min(fought(scope, one)) < len(scope.results)
    ]
    return [f"{wording.capital(one)}." for one in told]


def _fought_told(scope: Scope, party: Party) -> str:
    """ "Reform UK stood in 609 of 650 seats (336 in 2019, notionally)"."""
    now, then = fought(scope, party)
    seats, before = len(scope.results), scope.compared_with
    if not now and not then:
        return f"{wording.whole(party)} stood in none of the {wording.seats(seats)}"
    notional = ", notionally" if scope.notional else ""
    earlier = f" ({then} in {before.year}{notional})" if before else ""
    return f"{wording.whole(party)} stood in {now} of {wording.seats(seats)}{earlier}"


def largest(scope: Scope, beside: Party | None = None) -> list[Party]:
    """The two parties with most votes, of which one may be given."""
    by_votes = sorted(scope.count.by_party, key=lambda one: -one.votes)
    parties = [one.party for one in by_votes if one.party.comparable and one.party != beside]
    return [*([beside] if beside else []), *parties][:_BOTH]
