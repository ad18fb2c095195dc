"""For how long somebody was elected without a break, and what ended it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.answers import figures, placing
from bot.answers.lives.showings import Career, Showing
from bot.elections.contest import Contest, ContestKind


@dataclass(frozen=True, slots=True)
class Term:
    """Wins that follow each other without a break, oldest first, and how they came to an end.

    `ended` is empty where no later contest has ended them, which else was on the day `until`;
    `known` is false while a general election is still being declared.
    """

    wins: tuple[Showing, ...]
    ended: str
    until: date | None = None
    known: bool = True


def terms(career: Career) -> list[Term]:
    """Of all contests, whichever are asked about; oldest first."""
    runs: list[list[Showing]] = []
    for win in (one for one in career.every if one.won):
        if runs and _follows(career, runs[-1][-1], win):
            runs[-1].append(win)
        else:
            runs.append([win])
    return [_term(career, run) for run in runs]


def _follows(career: Career, earlier: Showing, later: Showing) -> bool:
    """No general election was missed and no by-election for the seat lost or left to others."""
    if any(earlier.day < day < later.day for day in career.catalogue.elections.days()):
        return False
    seat = earlier.contest.constituency
    if later.contest.kind is ContestKind.BY_ELECTION and later.contest.constituency != seat:
        return False
    between = career.catalogue.contests.ids_of_seats([seat.code])
    return not any(earlier.day < one.polled_on < later.day for one, _ in between)


def _term(career: Career, wins: list[Showing]) -> Term:
    last = wins[-1]
    general = [day for day in career.catalogue.elections.days() if day > last.day]
    following = min(general, default=None)
    by_election = _by_election_after(career, last, following)
    if by_election is not None:
        ended = _lost_or_left(career, by_election)
        return Term(tuple(wins), ended, by_election.polled_on)
    if following is None:
        return Term(tuple(wins), "")
    fought = next((one for one in career.every if one.day == following), None)
    if fought is not None:
        return Term(tuple(wins), _lost(fought), following)
    election = f"the general election of {figures.day(following)}"
    if _is_partial(career, following):
        return Term(tuple(wins), f"{election} is not wholly declared", following, known=False)
    return Term(tuple(wins), f"did not stand at {election}", following)


def _by_election_after(career: Career, last: Showing, following: date | None) -> Contest | None:
    """The first for that seat before the next general election."""
    contests = career.catalogue.contests
    found = [
        one
        for one, kind in contests.ids_of_seats([last.contest.constituency.code])
        if kind is ContestKind.BY_ELECTION
        and last.day < one.polled_on
        and (following is None or one.polled_on < following)
    ]
    return contests.get(found[-1]) if found else None


def _lost_or_left(career: Career, by_election: Contest) -> str:
    fought = next((one for one in career.every if one.contest.id == by_election.id), None)
    if fought is not None:
        return _lost(fought)
    return (
        f"{placing.named(by_election.winner)} won the by-election in "
        f"{by_election.constituency.name} on {figures.day(by_election.polled_on)}"
    )


def _lost(fought: Showing) -> str:
    winner = placing.named(fought.contest.winner)
    return f"lost in {fought.seat} on {figures.day(fought.day)} to {winner}"


def _is_partial(career: Career, polled_on: date) -> bool:
    seats = sum(not seat.abolished for seat in career.catalogue.seats.by_code.values())
    return len(career.catalogue.elections.general(polled_on)) < seats


def since(term: Term) -> str:
    """ "Ilford North (2015, 2017, 2019, 2024); nobody else elected there since"."""
    ending = term.ended or "nobody else elected there since"
    return f"{by_seat(term.wins)}; {ending}"


def by_seat(of: Sequence[Showing]) -> str:
    """ "Bradford West (by-election of 29 March 2012), Rochdale (2024)"."""
    seats = dict.fromkeys(one.seat for one in of)
    return ", ".join(
        f"{seat} ({', '.join(one.when() for one in of if one.seat == seat)})" for seat in seats
    )
