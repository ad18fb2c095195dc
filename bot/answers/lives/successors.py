"""Who was elected in somebody's seat after them."""

from bot.answers import contest as contest_answer
from bot.answers import figures, naming, placing
from bot.answers.lives.beginnings import earlier_notes
from bot.answers.lives.incumbency import next_contest
from bot.answers.lives.neighbours import Neighbour, elected_in, told_of, wins_there
from bot.answers.lives.redrawn import became, of_today
from bot.answers.lives.showings import Career, Recounted, Showing
from bot.answers.lives.unseating import unseatings
from bot.elections.contest import Contest


def successor(career: Career) -> Recounted:
    told = told_of(career, _successors)
    if told is not None:
        return told
    nobody = f"{career.name} won no contest {career.scope}, so nobody was elected after them there"
    return Recounted(nobody, notes=earlier_notes(career))


def _successors(career: Career) -> list[Neighbour]:
    """Oldest first. Whoever won again was not followed yet."""
    found = [_after(career, one) for one in wins_there(career)]
    known = [one for one in found if one is not None]
    return known or [
        _followed(career, None, one.lost.contest)
        for one in unseatings(career, career.every)
        if one.held is None and one.known
    ]


def _after(career: Career, win: Showing) -> Neighbour | None:
    following = next_contest(career.catalogue, win.contest)
    if following is not None:
        again = following.winner.person.id == career.person.id
        return None if again else _followed(career, win, following)
    if win.contest.constituency.abolished:
        return _redrawn(career, win)
    return _nobody_yet(career, win)


def _followed(career: Career, win: Showing | None, contest: Contest) -> Neighbour:
    told = f"{elected_in(contest)}, after {career.name}"
    return Neighbour(told, win, contest, _beside(career, win, contest))


def _beside(career: Career, win: Showing | None, contest: Contest) -> tuple[str, ...]:
    """That they stood again and lost; that the boundaries were others."""
    own = placing.of_person(contest, career.person.id)
    stood = [f"There {placing.showing(own, contest)}."] if own else []
    seat = contest.constituency
    if win is None or win.contest.constituency.code == seat.code:
        return tuple(stood)
    kept = career.catalogue.seats.unchanged_predecessor(seat.code)
    changed = [] if kept else [f"The boundaries of {seat.name} changed in between."]
    return (*stood, *changed)


def _redrawn(career: Career, win: Showing) -> Neighbour | None:
    """Who won where most of an abolished seat's people are; nobody if that was the same person."""
    catalogue, seat = career.catalogue, win.contest.constituency
    ids = catalogue.contests.ids_of_seats([of_today(catalogue, seat).code])
    later = [one for one, _ in ids if one.polled_on > win.day]
    contest = catalogue.contests.get(later[-1]) if later else None
    if contest is None:
        return None
    if contest.winner.person.id == career.person.id and not career.asked.seats:
        return None
    return Neighbour(f"{became(catalogue, seat)}. {elected_in(contest)}", win, contest)


def _nobody_yet(career: Career, win: Showing) -> Neighbour:
    contest = win.contest
    told = (
        f"Nobody yet: {placing.named(win.candidacy)} won the latest contest in {win.seat}, the "
        f"{naming.kind(contest.kind)} of {figures.day(win.day)}"
    )
    coming = contest_answer.still_to_come(career.catalogue, contest.constituency)
    return Neighbour(told, win, None, tuple(coming))
