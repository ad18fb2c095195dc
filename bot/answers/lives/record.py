"""How often somebody stood, won and lost, in the contests that are asked about."""

from collections.abc import Sequence

from bot.answers.limits import meets
from bot.answers.lives import career_rows
from bot.answers.lives.beginnings import earlier_notes
from bot.answers.lives.showings import Career, Recounted, Showing, contests
from bot.answers.lives.terms import by_seat
from bot.questions.question import Measure


def stood(career: Career) -> Recounted:
    chosen = career.chosen
    yes = _as_often(career, len(chosen)) if career.asked.measure is Measure.STOOD else None
    if len(chosen) == 1 and chosen != career.every:
        told = f"{chosen[0].told()}; {chosen[0].ending()}"
        return Recounted(career.answered(told, yes=yes))
    told = f"{career.name} stood in {contests(len(chosen))} {career.scope}: {_record(career)}"
    return Recounted(
        career.answered(told, yes=yes),
        career_rows.newest_first(career, chosen),
        notes=earlier_notes(career),
    )


def _as_often(career: Career, number: int) -> bool | None:
    """As often as is asked about, or at all."""
    limit = career.asked.limit
    return number > 0 if limit is None else meets(limit, number)


def _record(career: Career) -> str:
    """ "won 4, in Bath (2010, 2017, 2019, 2024), and lost 1, in Leeds East (2015)"."""
    parts = [("won", career.wins), ("lost", career.defeats)]
    joined = " and " if _named_alone(career) else ", and "
    return joined.join(
        f"{verb} {_how_many(career, found)}{_where(career, found)}"
        for verb, found in parts
        if found
    )


def _how_many(career: Career, found: Sequence[Showing]) -> str:
    number = len(found)
    if number < len(career.chosen):
        return str(number)
    return {1: "it", 2: "both"}.get(number, f"all {number}")


def _where(career: Career, found: Sequence[Showing]) -> str:
    """The years alone where the seat is said already."""
    if _named_alone(career):
        return f" ({', '.join(one.when() for one in found)})"
    return f", in {by_seat(found)}"


def _named_alone(career: Career) -> bool:
    """Whether all contests were in the one seat that is named."""
    return len(career.asked.seats) == 1 and len({one.seat for one in career.chosen}) == 1


def wins(career: Career) -> Recounted:
    return _counted(career, "won", career.wins)


def defeats(career: Career) -> Recounted:
    return _counted(career, "lost", career.defeats)


def _counted(career: Career, verb: str, found: list[Showing]) -> Recounted:
    chosen, notes = career.chosen, earlier_notes(career)
    yes = _as_often(career, len(found))
    if len(chosen) == 1:
        told = f"{chosen[0].told()}; {chosen[0].ending()}"
        return Recounted(career.answered(told, yes=yes), notes=notes)
    number = len(found) or "none"
    places = f": {by_seat(found)}" if found else ""
    told = f"{career.name} {verb} {number} of {contests(len(chosen))} {career.scope}{places}"
    # What was won or lost before the records begin is not counted, so that a no could be wrong.
    unknown = not yes and notes and not career.asked.seats and career.election is None
    return Recounted(
        career.answered(told, yes=None if unknown else yes),
        career_rows.newest_first(career, found or chosen),
        notes=notes,
    )
