"""Whether somebody lost a seat that they held, and to whom."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.answers import figures, placing
from bot.answers.lives.beginnings import (
    earlier_notes,
    had_won_there,
    sat_earlier_only,
    sat_until,
    wins_before_records,
)
from bot.answers.lives.incumbency import is_that_seat, won_until
from bot.answers.lives.showings import Career, Recounted, Showing, contests
from bot.answers.lives.terms import terms
from bot.answers.reply import Fact
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
    held = won_until(career.catalogue, career.person.id, one.day)
    if held is not None:
        fought = one.contest.constituency
        there = is_that_seat(career.catalogue, held.constituency, fought)
        return Unseating(one, held) if there else None
    if not sat_until(career, one):
        return None
    return Unseating(one, None, known=had_won_there(career, one))


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
        contest=newest.lost.contest,
    )


def _how_held(of: Unseating) -> tuple[Fact, ...]:
    if of.held is None:
        return ()
    seat, day = of.held.constituency.name, figures.day(of.held.polled_on)
    return (Fact("Held since winning", f"{seat} on {day}, by {majority(of.held)}"),)


def _earlier(found: Sequence[Unseating]) -> tuple[Fact, ...]:
    return tuple(
        Fact(f"Also in {one.lost.day.year}", one.told()) for one in reversed(found) if one.known
    )


def _perhaps(career: Career, of: Unseating) -> Recounted:
    """A member until the records begin, of another seat or of one that is not known by name."""
    last = next(reversed(wins_before_records(career)), None)
    won = f", who had won {last.constituency} in {last.polled_on.year}" if last else ""
    stood = f"stood in {of.lost.seat} on {figures.day(of.lost.day)} and {of.lost.ending()}"
    told = f"{career.name}{won or ', a member until then'}, {stood}"
    return Recounted(told, notes=earlier_notes(career), contest=of.lost.contest)


def _kept(career: Career) -> Recounted:
    """Not a no where the records do not reach: before them a seat may have been lost."""
    notes, latest = earlier_notes(career), career.chosen[-1]
    unknown = career.election is None and sat_earlier_only(career)
    if not any(one.won for one in career.every):
        number = contests(len(career.every))
        told = f"{career.name} won none of {number} since 2010, and so held no seat to lose"
        return Recounted(career.answered(told, yes=None if notes else False), notes=notes)
    told, known = _why_not(career, latest)
    yes = False if known and not unknown else None
    return Recounted(career.answered(told, yes=yes), notes=notes, contest=latest.contest)


def _why_not(career: Career, latest: Showing) -> tuple[str, bool]:
    """And whether that is sure, which it is not while an election is being declared."""
    if latest.won:
        none = f"{career.name} lost no seat {career.scope}"
        term = next(one for one in terms(career) if latest in one.wins)
        if latest is term.wins[-1] and term.ended and career.election is None:
            won = f"{career.name} last won {latest.seat} on {figures.day(latest.day)}"
            return f"{none}. {won}, and {term.ended}", term.known
        return f"{none}. {latest.told()}; {latest.ending()}", True
    held = won_until(career.catalogue, career.person.id, latest.day)
    where = f"{latest.seat} on {figures.day(latest.day)}"
    if held is None:
        return f"{career.name}, who held no seat until then, in {where} {latest.ending()}", True
    seat = held.constituency.name
    return f"{career.name}, who had held {seat}, stood in {where} and {latest.ending()}", True
