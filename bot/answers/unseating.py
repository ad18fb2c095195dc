"""Whether somebody lost a seat that they held, and to whom."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.answers import figures, placing
from bot.answers.beginnings import earlier_notes, seat_before_records
from bot.answers.incumbency import is_that_seat, won_until
from bot.answers.reply import Fact
from bot.answers.showings import Career, Recounted, Showing, contests
from bot.answers.terms import terms
from bot.answers.victory import majority
from bot.elections.contest import Contest


@dataclass(frozen=True, slots=True)
class Unseating:
    """`held` is the contest by which the seat was held, None where that was before the records.

    `known` is false where those records do not say which seat was held then.
    """

    lost: Showing
    held: Contest | None
    known: bool = True

    @property
    def winner(self) -> str:
        return placing.named(self.lost.contest.winner)

    def told(self) -> str:
        """ "lost Morley and Outwood on 7 May 2015 to Andrea Jenkyns (Conservative) by 422 …"."""
        lead = placing.behind(self.lost.candidacy, self.lost.contest)
        day = figures.day(self.lost.day)
        return f"lost {self.lost.seat} on {day} to {self.winner} by {lead}"


def unseatings(career: Career, among: Sequence[Showing]) -> list[Unseating]:
    """Oldest first."""
    found = [_unseating(career, one) for one in among if not one.won]
    return [one for one in found if one is not None]


def _unseating(career: Career, one: Showing) -> Unseating | None:
    fought = one.contest.constituency
    held = won_until(career.catalogue, career.person.id, one.day)
    if held is not None:
        there = is_that_seat(career.catalogue, held.constituency, fought)
        return Unseating(one, held) if there else None
    before = seat_before_records(career, one)
    if before is None:
        return None
    return Unseating(one, None, known=before.is_the_same)


def unseated(career: Career) -> Recounted:
    """At the contests that are asked about, or at any; `against` is the party that won it."""
    found = unseatings(career, career.chosen)
    if not found:
        return _kept(career)
    newest = found[-1]
    if not newest.known:
        return _perhaps(career, newest)
    to = newest.lost.contest.winner.party.id
    told = f"{placing.named(newest.lost.candidacy)} {newest.told()}"
    return Recounted(
        career.answered(told, yes=not career.against or to == career.against),
        facts=(*_how_held(newest), *_earlier(found[:-1])),
        notes=earlier_notes(career),
    )


def _how_held(of: Unseating) -> tuple[Fact, ...]:
    if of.held is None:
        return ()
    seat, day = of.held.constituency.name, figures.day(of.held.polled_on)
    return (Fact("Held since winning", f"{seat} on {day}, by {majority(of.held)}"),)


def _earlier(found: Sequence[Unseating]) -> tuple[Fact, ...]:
    return tuple(Fact(f"Also in {one.lost.day.year}", one.told()) for one in reversed(found))


def _perhaps(career: Career, of: Unseating) -> Recounted:
    """A member until 2010, of whom it is not known whether the seat was this one."""
    told = f"{career.name}, a member until then, {of.told()}. Which seat was held is not known"
    return Recounted(told, notes=earlier_notes(career))


def _kept(career: Career) -> Recounted:
    latest, notes = career.chosen[-1], earlier_notes(career)
    wins = [one for one in career.every if one.won]
    if not wins:
        number = contests(len(career.every))
        told = f"{career.name} won none of {number} since 2010, and so held no seat to lose"
        # Before then they may have lost one.
        return Recounted(career.answered(told, yes=None if notes else False), notes=notes)
    yes = None if career.election is None and _came_back(career) else False
    if latest.won:
        told = f"{latest.told()}; {latest.ending()}"
        return _no(career, f"{told}. {_none_lost(career)}", yes=yes)
    held = won_until(career.catalogue, career.person.id, latest.day)
    elsewhere = f"In {latest.seat} on {figures.day(latest.day)} {career.name} {latest.ending()}"
    if held is None:
        return _no(career, f"{elsewhere}, but held no seat until then", yes=yes)
    return _no(
        career,
        f"{elsewhere}, but held {held.constituency.name} until then and did not stand there",
        yes=yes,
    )
