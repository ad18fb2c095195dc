"""Who was elected in somebody's seat before them; before 2010 as far as names are known."""

from dataclasses import replace

from bot.answers import figures
from bot.answers.lives.beginnings import earlier_notes, names_before_records
from bot.answers.lives.incumbency import previous_contest
from bot.answers.lives.neighbours import Neighbour, elected_in, told_of, wins_there
from bot.answers.lives.redrawn import was
from bot.answers.lives.showings import Career, Recounted, Showing
from bot.answers.past.timeline import Win, timeline
from bot.elections.constituency import Constituency
from bot.text import alike

_BY_NAME = (
    "Before 2010 the data have the winners of general elections by name from 1997, and no "
    "by-elections; boundaries were others."
)


def predecessor(career: Career) -> Recounted:
    told = told_of(career, _predecessors)
    if told is not None:
        return told
    nobody = f"{career.name} won no contest {career.scope}, so nobody was elected before them there"
    return Recounted(nobody, notes=earlier_notes(career))


def _predecessors(career: Career) -> list[Neighbour]:
    """Oldest first."""
    found = [_before(career, one) for one in wins_there(career)]
    return [one for one in found if one is not None]


def _before(career: Career, win: Showing) -> Neighbour | None:
    """None where it was the same person."""
    previous = previous_contest(career.catalogue, win.contest)
    if previous is not None:
        again = previous.winner.person.id == career.person.id
        told = f"{elected_in(previous)}, before {career.name}"
        return None if again else Neighbour(told, win, previous)
    made_of = was(career.catalogue, win.contest.constituency)
    if made_of is None:
        return _before_records(career, win)
    new, old = made_of
    ids = career.catalogue.contests.ids_of_seats([old.code])
    last = next((one for one, _ in ids if one.polled_on < win.day), None)
    contest = career.catalogue.contests.get(last) if last else None
    if contest is None:
        return None
    if contest.winner.person.id == career.person.id:
        return _in_the_old(career, f"{new}, which {career.name} had won", old)
    return Neighbour(f"{new}. {elected_in(contest)}", win, contest)


def _in_the_old(career: Career, new: str, old: Constituency) -> Neighbour | None:
    """Whoever named only the new seat is told who was before them in the old one, too."""
    if not career.asked.seats:
        return None
    earlier = [one for one in career.every if one.won and one.contest.constituency == old]
    found = [near for one in earlier if (near := _before(career, one)) is not None]
    return replace(found[-1], told=f"{new}. {found[-1].told}") if found else None


def _before_records(career: Career, win: Showing) -> Neighbour:
    seat = win.contest.constituency
    earlier = [
        one
        for one in timeline(career.catalogue, seat).wins
        if one.polled_on < win.day and alike(one.member) not in names_before_records(career)
    ]
    if not earlier:
        told = f"No seat of the name {seat.name} is in the data before {win.day.year}"
        return Neighbour(told, win, historic=True)
    return Neighbour(_by_name(career, earlier[0]), win, None, (_BY_NAME,), historic=True)


def _by_name(career: Career, last: Win) -> str:
    election = f"the general election of {figures.day(last.polled_on)}"
    if not last.member:
        return (
            f"Who was elected in {last.seat} before {career.name} is not in the data by name: the "
            f"last before was {election}"
        )
    party = f" ({last.holder.name})" if last.holder else ""
    return (
        f"{last.member}{party} was elected in {last.seat} at {election}, the last before "
        f"{career.name} in the data"
    )
