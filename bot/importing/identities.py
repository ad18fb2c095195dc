"""Members' ids that a source gave to the wrong candidate."""

from bot.importing.contests import Poll, name
from bot.importing.facts import Line
from bot.importing.report import Report
from bot.text import alike, fold

_GOES_WITH_THE_ID = ("mnis_id", "sitting_mp", "former_mp")


def mend_member_ids(polls: list[Poll], members: dict[str, str], report: Report) -> None:
    """Move an MP's id to the candidate of that name where another of the same contest has it.

    `members` is Parliament's name for each id. A name that shares no word with it and a namesake
    of the member in the same contest together settle whose the id is; less is left alone.
    """
    for poll in polls:
        for line in poll.candidates:
            member = members.get(line["mnis_id"])
            if member is None or _words(name(line)) & _words(member):
                continue
            namesakes = [other for other in poll.candidates if alike(name(other)) == alike(member)]
            # An id that is there already says that two people of that name stood.
            if len(namesakes) == 1 and not namesakes[0]["mnis_id"]:
                _swap(line, namesakes[0])
                report.mended.append(
                    f"{poll.label}: Parliament's number for {member} stood beside "
                    f"{name(line)}; moved."
                )
            else:
                report.doubtful.append(
                    f"{poll.label}: {name(line)} has Parliament's number for {member}."
                )


def _words(text: str) -> set[str]:
    return set(fold(text).split())


def _swap(one: Line, other: Line) -> None:
    for column in _GOES_WITH_THE_ID:
        one[column], other[column] = other[column], one[column]
