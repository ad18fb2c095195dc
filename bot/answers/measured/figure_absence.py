"""Somebody who did not stand in the contest that is asked about."""

from bot.answers import figures, naming, placing
from bot.answers import seat as seat_answer
from bot.answers.measured.figure_votes import won
from bot.answers.measured.inquiry import Inquiry, Told, named_in
from bot.answers.reply import Fact
from bot.elections.contest import Contest, ContestKind
from bot.questions.question import Measure

MOST = 4
# Whoever did not stand did none of these; what became of their votes is another question.
_NONE_OF_IT = {
    Measure.WINNER,
    Measure.WON,
    Measure.PLACE,
    Measure.OUTCOME,
    Measure.HELD,
    Measure.GAINED,
    Measure.LOST,
    Measure.DEPOSITS,
    Measure.CANDIDATES,
    Measure.BEAT,
    Measure.CLOSENESS,
}


def absence(inquiry: Inquiry) -> Told:
    """That they did not, who won, and when they did stand there."""
    contest = inquiry.contest
    told = inquiry.answered(_did_not(inquiry), yes=False if _is_none_of_it(inquiry) else None)
    facts = tuple(_fact(one, inquiry) for one in _when_they_did(inquiry))
    never = () if facts else (_never(inquiry),)
    return Told(
        f"{told}. {won(contest)}",
        facts=facts[:MOST],
        notes=(*_elsewhere(inquiry), *never),
        standings=contest.candidacies,
    )


def _is_none_of_it(inquiry: Inquiry) -> bool:
    """Asked which of two parties won, the other may have."""
    measure, several = inquiry.asked.measure, len(inquiry.asked.parties) > 1
    which = several and inquiry.party is not None and measure in {Measure.WINNER, Measure.WON}
    return measure in _NONE_OF_IT and not which


def _did_not(inquiry: Inquiry) -> str:
    if inquiry.asked.persons:
        return f"{inquiry.name} did not stand in {inquiry.seat} at this election"
    return f"there was no {inquiry.name} candidate in {inquiry.seat} at this election"


def _when_they_did(inquiry: Inquiry) -> list[Contest]:
    """The seat's other contests in which they stood, newest first."""
    catalogue = inquiry.catalogue
    others = [
        catalogue.contests.get(one)
        for one, _ in seat_answer.contests_of_name(catalogue, inquiry.contest.constituency)
    ]
    return [one for one in others if one is not None and named_in(inquiry.asked, one)]


def _fact(contest: Contest, inquiry: Inquiry) -> Fact:
    election = naming.election(contest)
    showings = "; ".join(placing.showing(one, contest) for one in named_in(inquiry.asked, contest))
    return Fact(f"{election[0].upper()}{election[1:]}", showings)


def _never(inquiry: Inquiry) -> str:
    return (
        f"In no contest of {inquiry.seat} that Teller knows, since 2010, did {inquiry.name} stand."
    )


def _elsewhere(inquiry: Inquiry) -> tuple[str, ...]:
    """Where a person stood on that day instead."""
    if not inquiry.asked.persons or inquiry.contest.kind is ContestKind.BY_ELECTION:
        return ()
    found = inquiry.catalogue.contests.ids_of_person(inquiry.asked.persons[0])
    day = inquiry.contest.polled_on
    seats = [
        inquiry.catalogue.seats.by_code[one.code].name for one, _ in found if one.polled_on == day
    ]
    return tuple(f"On {figures.day(day)} they stood in {seat}." for seat in seats)
