"""Who was elected for a seat last, or last before a year: the member, as far as elections tell."""

from dataclasses import replace
from datetime import date

from bot.answers import contest as contest_answer
from bot.answers import figures, naming, placing
from bot.answers import seat as seat_answer
from bot.answers.lives.membership import ELECTIONS_ONLY
from bot.answers.lives.redrawn import became, of_today
from bot.answers.measured import inquiry
from bot.answers.reply import Reply
from bot.catalogue.catalogue import Catalogue
from bot.elections.constituency import Constituency
from bot.elections.contest import Contest, ContestId
from bot.questions.question import Question, WantedElection

_DECEMBER, _LATE = 12, 28  # a contest later in a wanted month is itself the wanted one


def answer(catalogue: Catalogue, asked: Question) -> Reply | None:
    """The whole contest under that sentence; None where there was no contest that would tell."""
    if not asked.seats:
        return None
    seat, wanted = catalogue.seats.by_code[asked.seats[0]], inquiry.wanted(catalogue, asked)
    chosen = _chosen(catalogue, seat, wanted)
    contest = catalogue.contests.get(chosen) if chosen else None
    if contest is None:
        return None
    elected = _judged(asked, wanted, contest, _elected(catalogue, contest))
    gone = became(catalogue, seat) if contest.constituency != seat else ""
    reply = contest_answer.answer(catalogue, contest)
    told = (gone, elected, reply.headline)
    return replace(
        reply,
        headline=". ".join(part for part in told if part),
        preface=(*asked.notes, *reply.preface),
        notes=(*reply.notes, ELECTIONS_ONLY),
    )


def _chosen(
    catalogue: Catalogue, seat: Constituency, wanted: WantedElection | None
) -> ContestId | None:
    """Of a year without a contest the last one before it."""
    if wanted is None:
        return _newest(catalogue, seat)
    chosen = seat_answer.choose(catalogue, seat, wanted)
    if chosen or wanted.by_election is not None or not wanted.year:
        return chosen
    until = date(wanted.year, wanted.month or _DECEMBER, _LATE)
    if not any(until.year <= day.year for day in catalogue.contests.polling_days()):
        return None
    contests = seat_answer.contests_of_name(catalogue, seat)
    before = next((one for one, _ in contests if one.polled_on <= until), None)
    days = catalogue.elections.days()
    if before and any(before.polled_on < day <= until for day in days):
        return _newest(catalogue, seat)
    return before


def _newest(catalogue: Catalogue, seat: Constituency) -> ContestId | None:
    """Of the seat that it is today."""
    codes = [of_today(catalogue, seat).code]
    return next((one for one, _ in catalogue.contests.ids_of_seats(codes)), None)


def _elected(catalogue: Catalogue, contest: Contest) -> str:
    seat = contest.constituency
    elected = (
        f"{placing.named(contest.winner)} was elected for {seat.name} at the "
        f"{naming.kind(contest.kind)} of {figures.day(contest.polled_on)}"
    )
    codes = catalogue.seats.codes_of_name(seat)
    later = [
        one
        for one, _ in catalogue.contests.ids_of_seats(codes)
        if one.polled_on > contest.polled_on
    ]
    if later:
        return f"{elected}; the next contest there was on {figures.day(later[-1].polled_on)}"
    return elected if seat.abolished else f"{elected}, and nobody else since"


def _judged(asked: Question, wanted: WantedElection | None, contest: Contest, sentence: str) -> str:
    """Whether whoever is named was elected. In the year of the contest it may have been another."""
    named = inquiry.named_in(asked, contest)
    names_somebody = bool(asked.persons) or len(asked.parties) == 1
    that_year = wanted is not None and wanted.year == contest.polled_on.year
    yes = contest.winner in named
    if not asked.yes_or_no or not names_somebody or (that_year and not yes):
        return sentence
    return f"{'Yes' if yes else 'No'}: {sentence}"
