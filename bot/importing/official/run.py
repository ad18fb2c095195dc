"""The import of an official export: read, checked, and added to data/."""

from dataclasses import dataclass, field
from pathlib import Path

from bot.importing import contests
from bot.importing.contests import ContestKey
from bot.importing.letters import mend_letters
from bot.importing.official.export import Export
from bot.importing.official.tabled import Tables
from bot.importing.report import Report

_HOUSE = 650


@dataclass
class OfficialReport:
    """What came of it. `left_out` says which contests were not believed, and why."""

    report: Report
    added: list[ContestKey] = field(default_factory=list)
    replaced: list[ContestKey] = field(default_factory=list)
    unchanged: int = 0
    left_out: list[str] = field(default_factory=list)
    estimates: int = 0


def import_export(export: Export, target: Path) -> OfficialReport:
    """Adds the contests of an export to the tables; nothing is written where nothing changes.

    Raises DataError.
    """
    report, tabled = Report(), Tables.read(target)
    known = [poll for poll in export.polls if poll.line["code"] in tabled.codes]
    left_out = list(export.faults)
    left_out += [
        f"{poll.label}: there is no constituency {poll.line['code']}; the contest is left out."
        for poll in export.polls
        if poll not in known
    ]
    for poll in known:
        mend_letters(poll.candidates, report)
    contests.mend(known, report)
    _count_generals(known, report)
    tabled.add(known, report)
    if tabled.added or tabled.replaced:
        tabled.write(target)
    return OfficialReport(
        report, tabled.added, tabled.replaced, tabled.unchanged, left_out, export.estimates
    )


def _count_generals(polls: list[contests.Poll], report: Report) -> None:
    days: dict[str, int] = {}
    for poll in polls:
        if poll.line["kind"] == "general":
            days[poll.line["polled_on"]] = days.get(poll.line["polled_on"], 0) + 1
    for day, number in days.items():
        if number != _HOUSE:
            report.doubtful.append(f"{day}: {number} contests, but the House has {_HOUSE} seats.")
