"""Our own corrections of candidacies, and the notes that contests carry."""

from bot.importing.contests import ContestKey, Note, Poll
from bot.importing.facts import Line
from bot.importing.report import Report

_OTHER_ESTIMATE = (
    "The source's own changes in Northern Ireland in 2010 rest on another estimate of 2005 than "
    "the one it publishes; the published estimate is used here."
)


def correct(lines: list[Line], corrections: list[Line]) -> dict[ContestKey, list[Note]]:
    """Apply our own corrections of candidacies; returns the notes to keep, by contest."""
    wanted = {_who(line): line for line in corrections}
    notes: dict[ContestKey, list[Note]] = {}
    for line in lines:
        correction = wanted.get(_who(line))
        if correction:
            for column in ("party_ec_id", "party_abbr", "party"):
                line[column] = correction[column]
            notes.setdefault((line["code"], line["polled_on"]), []).append(
                ("party", correction["why"])
            )
    return notes


def notes_of(lines: list[Line]) -> dict[ContestKey, list[Note]]:
    """Our own notes, by contest."""
    notes: dict[ContestKey, list[Note]] = {}
    for line in lines:
        notes.setdefault((line["code"], line["polled_on"]), []).append(
            (line["about"], line["note"])
        )
    return notes


def annotate(
    polls: list[Poll],
    noted: dict[ContestKey, list[Note]],
    corrected: dict[ContestKey, list[Note]],
    report: Report,
) -> None:
    for poll in polls:
        if poll.line["country"] == "Northern Ireland" and poll.line["polled_on"] == "2010-05-06":
            poll.notes.append(("change", _OTHER_ESTIMATE))
        poll.notes += noted.get(poll.key, [])
        poll.notes += corrected.get(poll.key, [])
        report.mended += [f"{poll.label}: {note}" for _, note in corrected.get(poll.key, [])]


def _who(line: Line) -> tuple[str, str, str, str]:
    return line["polled_on"], line["code"], line["given_name"], line["family_name"]
