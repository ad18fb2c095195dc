"""What volunteers typed while a night went on, in the order of time."""

from datetime import datetime

from bot.catalogue.schema import Row
from bot.errors import DataError
from bot.importing.contests import Poll, name
from bot.importing.facts import Line
from bot.importing.people import People
from bot.importing.report import Report
from bot.text import alike

_NIGHT = "2024-07-04"  # the one that is recorded


def rows(lines: list[Line], polls: list[Poll], people: People, report: Report) -> list[Row]:
    """One row a line; a line whose leader did not stand there is reported and left out."""
    standing = {poll.key: _standing(poll, people) for poll in polls}
    by_dc_id = {
        str(row["identifier"]): str(row["person_id"])
        for row in people.identifiers
        if row["scheme"] == "democracy-club"
    }
    found: list[Row] = []
    for line in sorted(lines, key=_moment):
        candidates = standing.get((line["code"], _NIGHT), {})
        leader = _leader(line, candidates, by_dc_id)
        if leader is None:
            report.doubtful.append(
                f"Entered on the night of {_NIGHT}: {line['leader']} did not stand in "
                f"{line['code']}; the line is left out."
            )
            continue
        found.append(_row(line, leader, len(found) + 1))
    return found


def _standing(poll: Poll, people: People) -> dict[str, str]:
    """Folded names by the persons' ids."""
    return {people.of_line[id(line)]: alike(name(line)) for line in poll.candidates}


def _leader(line: Line, candidates: dict[str, str], by_dc_id: dict[str, str]) -> str | None:
    """By Democracy Club's id, or by a name that only one candidate of the contest has."""
    known = by_dc_id.get(line["leader_democracy_club_id"])
    if known in candidates:
        return known
    named = [one for one, called in candidates.items() if called == alike(line["leader"])]
    return named[0] if len(named) == 1 else None


def _row(line: Line, leader: str, number: int) -> Row:
    return {
        "polled_on": _NIGHT,
        "number": number,
        "observed_at": line["observed_at"],
        "code": line["code"],
        "person_id": leader,
        "party": line["leader_party"],
        "leader_votes": int(line["leader_votes"]),
        "total_votes_entered": int(line["total_votes_entered"]),
        "candidates_with_votes": int(line["candidates_with_votes"]),
        "candidates": int(line["candidates"]),
    }


def _moment(line: Line) -> datetime:
    try:
        moment = datetime.fromisoformat(line["observed_at"])
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        raise DataError(
            f"election_night_2024_as_entered.csv has the time {line['observed_at']!r}, which is "
            "no moment such as 2024-07-04T23:18:35+01:00."
        )
    return moment
