"""Whether somebody is a member now, as far as elections tell."""

from bot.answers import figures, naming, placing
from bot.answers.lives.beginnings import earlier_notes
from bot.answers.lives.redrawn import of_today
from bot.answers.lives.showings import Career, Recounted, Showing, contests
from bot.answers.lives.terms import Term, by_seat, terms
from bot.answers.reply import Fact
from bot.elections.constituency import Constituency

ELECTIONS_ONLY = (
    "Teller knows elections only: not changes of party, nor of a seat given up before its "
    "by-election."
)


def member(career: Career) -> Recounted:
    """Asked of a seat or a party, too, the last win has to be there, or for it."""
    if career.election is not None:
        # Of several in one year, as of a by-election and a general election, one win is enough.
        best = (career.wins or career.chosen)[-1]
        return Recounted(career.answered(best.told(), yes=best.won))
    found = terms(career)
    if not found:
        told = f"{career.name} won none of {contests(len(career.every))} since 2010"
        return Recounted(career.answered(told, yes=False), notes=earlier_notes(career))
    last, term = found[-1].wins[-1], found[-1]
    if term.ended:
        return _no_member(career, term)
    told = (
        f"{placing.named(last.candidacy)} was elected in {last.seat} on {figures.day(last.day)}, "
        "and nobody else has been elected there since"
    )
    facts = (Fact("Elected since", by_seat(term.wins)),)
    return Recounted(
        career.answered(told, yes=_is_what_was_asked(career, last)),
        facts=(*facts, *_asked_seat(career, last)),
        notes=(ELECTIONS_ONLY,),
    )


def _no_member(career: Career, term: Term) -> Recounted:
    last = term.wins[-1]
    won = f"{career.name} last won {last.seat} on {figures.day(last.day)}"
    facts = (_now(career, last.contest.constituency),)
    if not term.known:
        return Recounted(f"Not known yet: {term.ended}. {won}", facts=facts)
    told = f"{won}, and {term.ended}"
    return Recounted(career.answered(told, yes=False), facts=facts)


def _is_what_was_asked(career: Career, last: Showing) -> bool:
    asked, seats = career.asked, career.catalogue.seats
    codes = [code for one in asked.seats for code in seats.codes_of_name(seats.by_code[one])]
    there = not codes or last.contest.constituency.code in codes
    return there and (not asked.parties or last.candidacy.party.id in asked.parties)


def _asked_seat(career: Career, last: Showing) -> tuple[Fact, ...]:
    """Who won the seat that was asked about, where it is another."""
    seats = [career.catalogue.seats.by_code[one] for one in career.asked.seats]
    return tuple(_now(career, one) for one in seats if one != last.contest.constituency)


def _now(career: Career, seat: Constituency) -> Fact:
    """Who won last where that seat is, or where most of its people are."""
    catalogue, name = career.catalogue, seat.name
    seat = of_today(catalogue, seat)
    [(newest, kind), *_] = catalogue.contests.ids_of_seats([seat.code])
    contest = catalogue.contests.get(newest)
    where = seat.name if seat.name == name else f"{seat.name}, with most of {name}"
    winner = placing.named(contest.winner) if contest else "nobody known"
    return Fact(
        f"{where}, now", f"{winner} won the {naming.kind(kind)} of {figures.day(newest.polled_on)}"
    )


def member_in(career: Career, year: int) -> Recounted:
    """A year in which nobody voted on the person: what was won before then, and until when."""
    covering = [
        one
        for one in terms(career)
        if one.wins[0].day.year <= year and (one.until is None or one.until.year >= year)
    ]
    if not covering:
        told = f"{career.name} had won no contest that lasted into {year}"
        return Recounted(career.answered(told, yes=False), notes=earlier_notes(career))
    term = covering[-1]
    win = [one for one in term.wins if one.day.year <= year][-1]
    ending = term.ended or "nobody else has been elected there since"
    told = f"{career.name} had won {win.seat} on {figures.day(win.day)}; {ending}"
    return Recounted(career.answered(told, yes=True), notes=(ELECTIONS_ONLY,))
