"""Which seat somebody held when a contest was polled, as far as elections tell."""

from datetime import date

from bot.answers import seat as seat_answer
from bot.catalogue.catalogue import Catalogue
from bot.elections.constituency import Constituency
from bot.elections.contest import Contest

_MAINLY = 0.1  # share of either seat's people from which a redrawn one is the same to its member


def won_until(catalogue: Catalogue, person: str, polled_on: date) -> Contest | None:
    """The contest by which the person held a seat on that day.

    Their last one since the general election before, if they won it, wherever that was, and nobody
    else has won a by-election there since.
    """
    general = [day for day in catalogue.elections.days() if day < polled_on]
    for one, _ in catalogue.contests.ids_of_person(person) if general else ():
        if general[0] <= one.polled_on < polled_on:
            won = catalogue.contests.get(one)
            if won is None or won.winner.person.id != person:
                return None
            return won if not _left(catalogue, won, polled_on) else None
    return None


def _left(catalogue: Catalogue, won: Contest, polled_on: date) -> bool:
    contests = catalogue.contests.ids_of_seats([won.constituency.code])
    return any(won.polled_on < one.polled_on < polled_on for one, _ in contests)


def is_that_seat(catalogue: Catalogue, held: Constituency, fought: Constituency) -> bool:
    """The same, its namesake, or one that took over a tenth of its people, or has them of it."""
    if fought.code in catalogue.seats.codes_of_name(held):
        return True
    return any(
        one.new.code == fought.code and max(one.share_of_old, one.share_of_new) >= _MAINLY
        for one in catalogue.seats.successors(held.code)
    )


def next_contest(catalogue: Catalogue, contest: Contest) -> Contest | None:
    """Of the seat or its namesake."""
    contests = seat_answer.contests_of_name(catalogue, contest.constituency)
    later = [one for one, _ in contests if one.polled_on > contest.polled_on]
    return catalogue.contests.get(later[-1]) if later else None


def previous_contest(catalogue: Catalogue, contest: Contest) -> Contest | None:
    contests = seat_answer.contests_of_name(catalogue, contest.constituency)
    earlier = (one for one, _ in contests if one.polled_on < contest.polled_on)
    found = next(earlier, None)
    return catalogue.contests.get(found) if found else None
