"""Whoever was elected next to somebody in a row of contests of one seat: after them or before."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from bot.answers import figures, naming, placing
from bot.answers.lives.showings import Career, Recounted, Showing, career_of
from bot.answers.reply import Fact
from bot.elections.contest import Contest, ContestKind


@dataclass(frozen=True, slots=True)
class Neighbour:
    """`win` is the contest of the person asked about, `contest` the other's.

    Both are None where they are from before the records; then `historic` says so. `contest` is
    None, too, where nobody else has been elected yet.
    """

    told: str
    win: Showing | None = None
    contest: Contest | None = None
    notes: tuple[str, ...] = ()
    historic: bool = False

    @property
    def days(self) -> list[tuple[date, bool]]:
        """With whether that was a by-election."""
        contests = [one for one in (self.contest, self.win.contest if self.win else None) if one]
        return [(one.polled_on, one.kind is ContestKind.BY_ELECTION) for one in contests]


def elected_in(contest: Contest) -> str:
    """ "Tracy Brabin (Labour) was elected in Batley and Spen at the by-election of …"."""
    return (
        f"{placing.named(contest.winner)} was elected in {contest.constituency.name} at the "
        f"{naming.kind(contest.kind)} of {figures.day(contest.polled_on)}"
    )


def wins_there(career: Career) -> list[Showing]:
    """In the seat that is asked about, or anywhere; whichever election is asked about."""
    seats = career.catalogue.seats
    codes = [code for one in career.asked.seats for code in seats.codes_of_name(seats.by_code[one])]
    return [
        one
        for one in career.every
        if one.won and (not codes or one.contest.constituency.code in codes)
    ]


def told_of(career: Career, find: Callable[[Career], list[Neighbour]]) -> Recounted | None:
    """Of the neighbours, oldest first, the one of the wanted election or the latest.

    None where there are none. Of two persons, in whichever order they were named, the one is told
    who was the other's neighbour; "did A succeed B" else is about B's seat.
    """
    subjects = _subjects(career)
    for subject in subjects:
        found = find(subject)
        for near in reversed(found):
            if near.contest and near.contest.winner.person.id in subject.asked.persons[1:]:
                return _told(near, found)
    found = find(subjects[0])
    return _told(_wanted(subjects[0], found), found) if found else None


def _subjects(career: Career) -> list[Career]:
    asked = career.asked
    if not asked.yes_or_no or len(asked.persons) == 1:
        return [career]
    turned = career_of(career.catalogue, replace(asked, persons=asked.persons[1::-1]))
    return [turned, career] if turned else [career]


def _wanted(career: Career, found: list[Neighbour]) -> Neighbour:
    election = career.election
    suiting = [
        near
        for near in found
        if election and any(election.suits(day, is_by_election=by) for day, by in near.days)
    ]
    return (suiting or found)[-1]


def _told(chosen: Neighbour, found: list[Neighbour]) -> Recounted:
    """The others beside it."""
    others = [one for one in reversed(found) if one is not chosen and (one.contest or one.historic)]
    return Recounted(
        chosen.told,
        facts=tuple(_fact(one) for one in others),
        notes=chosen.notes,
        contest=chosen.contest or (chosen.win.contest if chosen.win else None),
        historic=chosen.historic,
    )


def _fact(of: Neighbour) -> Fact:
    return Fact(f"For the win of {of.win.when()}" if of.win else "Before 2010", of.told)
