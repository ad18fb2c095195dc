"""Since when somebody has been elected; before 2010 as far as other records tell."""

from bot.answers import figures, placing
from bot.answers.lives.showings import Career, Recounted, Showing, contests
from bot.answers.lives.terms import Term, since, terms
from bot.answers.reply import Fact
from bot.catalogue.careers import (
    EarlierWin,
    MaidenSpeech,
    earlier_wins,
    maiden_speech,
    sat_when_records_begin,
)
from bot.catalogue.old_names import forms
from bot.text import alike

RECORDS = "Teller's own records of persons begin in 2010."


def beginnings(career: Career) -> Recounted:
    found = terms(career)
    facts = tuple(Fact(f"From {figures.day(one.wins[0].day)}", since(one)) for one in found)
    return Recounted(
        f"{_first(career)}{_after(career, found)}",
        facts=(*_earlier(career), *facts),
        notes=(RECORDS,) if earlier_notes(career) else (),
    )


def _first(career: Career) -> str:
    """In the seat that is asked about, where another was the first."""
    wins, there = [one for one in career.every if one.won], career.wins
    if career.asked.seats and there and there[0] is not wins[0]:
        first = there[0]
        return f"{career.name} was first elected in {first.seat} on {figures.day(first.day)}"
    speech = _speech(career)
    if speech is not None:
        place = f", for {speech.constituency}" if speech.constituency else ""
        parliament = speech.parliament.replace("-", "–")
        return (
            f"{career.name} first spoke in the Parliament of {parliament} "
            f"({figures.day(speech.delivered_on)}{place}) and so had been elected by then"
        )
    if _sat(career):
        return f"{career.name} had been elected before the general election of 6 May 2010"
    if not wins:
        return f"{career.name} won none of {contests(len(career.every))} since 2010"
    return f"{career.name} was first elected {_when(wins[0])}"


def _when(one: Showing) -> str:
    """ "on 6 May 2010, in Bath"."""
    return f"on {figures.day(one.day)}, in {one.seat}"


def _after(career: Career, found: list[Term]) -> str:
    """What followed since 2010: once, without a break, or with breaks."""
    before = bool(earlier_notes(career))
    if not found:
        return ". Since 2010 they won no contest" if before else ""
    wins = sum(len(one.wins) for one in found)
    ending = _ending(found[-1])
    if wins == 1 and not before:
        return f"; {ending}"
    breaks = _breaks(len(found) - 1) if wins > 1 else ""
    often = "once" if wins == 1 else f"{wins} times"
    if before:
        first = figures.day(found[0].wins[0].day)
        return f". Since 2010 elected {often}{breaks}, the first time on {first}; {ending}"
    return f". Elected {often} in all{breaks}; {ending}"


def _breaks(number: int) -> str:
    if number == 0:
        return " without a break"
    return " with a break" if number == 1 else f" with {number} breaks"


def _ending(last: Term) -> str:
    if last.ended:
        return last.ended
    return f"nobody else has been elected in {last.wins[-1].seat} since"


def _speech(career: Career) -> MaidenSpeech | None:
    """One made before the records begin."""
    found = maiden_speech(career.catalogue.connection, career.person)
    return found if found and found.before_records else None


def _sat(career: Career) -> bool:
    return sat_when_records_begin(career.catalogue.connection, career.person.id)


def sat_until(career: Career, one: Showing) -> bool:
    """Whether somebody was a member when the first contest of the records was polled, this one."""
    return one.day == career.catalogue.span[0] and _sat(career)


def sat_earlier_only(career: Career) -> bool:
    """Whether somebody was a member long ago, but not when the records begin."""
    return _speech(career) is not None and not _sat(career)


def wins_before_records(career: Career) -> list[EarlierWin]:
    """As far as the winner's name tells, oldest first."""
    speech = _speech(career)
    return earlier_wins(career.catalogue.connection, career.person, speech) if speech else []


def names_before_records(career: Career) -> frozenset[str]:
    """Names, made alike, under which a member of before 2010 may be found; none for others."""
    speech = _speech(career)
    names = [career.name, speech.name] if speech else [career.name] * _sat(career)
    return frozenset(alike(one) for one in names)


def had_won_there(career: Career, one: Showing) -> bool:
    """Whether the last of those wins, or the maiden speech, was for a seat of that name."""
    speech, found = _speech(career), wins_before_records(career)
    seats = [win.constituency for win in found[-1:]]
    seats += [speech.constituency] if speech and speech.constituency else []
    return any(not forms(seat).isdisjoint(forms(one.seat)) for seat in seats)


def _earlier(career: Career) -> tuple[Fact, ...]:
    found = wins_before_records(career)
    if not found:
        return ()
    return (Fact("Before 2010", f"won {_seats(found)}, as far as the winner's name tells"),)


def _seats(of: list[EarlierWin]) -> str:
    """ "Islington North (1997, 2001, 2005)"."""
    years: dict[str, list[str]] = {}
    for one in of:
        years.setdefault(one.constituency, []).append(str(one.polled_on.year))
    return placing.listed([f"{seat} ({', '.join(won)})" for seat, won in years.items()])


def earlier_notes(career: Career) -> tuple[str, ...]:
    """That somebody was elected before 2010, which no count of contests here includes."""
    speech = _speech(career)
    if speech is not None:
        return (f"{RECORDS} {career.name} first spoke on {figures.day(speech.delivered_on)}.",)
    return (f"{RECORDS} {career.name} sat before.",) if _sat(career) else ()
