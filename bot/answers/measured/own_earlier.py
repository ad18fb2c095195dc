"""The contests that a person fought in the same seat before the one that is asked about."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.answers import figures, placing
from bot.answers.measured.inquiry import Inquiry
from bot.elections import arithmetic
from bot.elections.contest import Candidacy, Contest


@dataclass(frozen=True, slots=True)
class OwnEarlier:
    """`redrawn` says that the boundaries were others, so that votes compare badly."""

    contest: Contest
    candidacy: Candidacy
    redrawn: bool

    @property
    def share(self) -> float | None:
        return arithmetic.share(self.candidacy.votes, self.contest.valid_votes)

    def when(self) -> str:
        """ "in Bath on 12 December 2019, on other boundaries"."""
        boundaries = ", on other boundaries" if self.redrawn else ""
        seat = self.contest.constituency.name
        return f"in {seat} on {figures.day(self.contest.polled_on)}{boundaries}"


def last_fought(inquiry: Inquiry) -> OwnEarlier | None:
    return next(_fought(inquiry), None)


def last_won(inquiry: Inquiry) -> OwnEarlier | None:
    return next((one for one in _fought(inquiry) if one.contest.winner is one.candidacy), None)


def _fought(inquiry: Inquiry) -> Iterator[OwnEarlier]:
    """Newest first."""
    contests, seats = inquiry.catalogue.contests, inquiry.catalogue.seats
    seat, polled_on = inquiry.contest.constituency, inquiry.contest.polled_on
    codes = seats.codes_of_name(seat)
    kept = seats.unchanged_predecessor(seat.code)
    same = {seat.code, *([kept.code] if kept else [])}
    for person in inquiry.asked.persons[:1]:
        for one, _ in contests.ids_of_person(person):
            if one.polled_on >= polled_on or one.code not in codes:
                continue
            contest = contests.get(one)
            own = placing.of_person(contest, person) if contest else None
            if contest is not None and own is not None:
                yield OwnEarlier(contest, own, one.code not in same)
