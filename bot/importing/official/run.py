"""The import of an official export: read, checked, and added to data/."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from bot.importing import contests
from bot.importing.annotations import annotate, correct, notes_of
from bot.importing.constituencies import boundaries_on
from bot.importing.contests import ContestKey, Poll
from bot.importing.facts import Line, read_curated
from bot.importing.letters import mend_letters
from bot.importing.official import soundness
from bot.importing.official.cells import Faulty
from bot.importing.official.export import Export
from bot.importing.official.tabled import Tables
from bot.importing.report import Report

_HOUSE = 650


@dataclass
class OfficialReport:
    """What came of it. `left_out` says which contests were not believed, and why; `winners` who
    won each contest that was added, and `changes` what is different in each that was replaced.
    `numbered` says that somebody has a Parliament number now who had none."""

    report: Report
    added: list[ContestKey] = field(default_factory=list)
    winners: list[str] = field(default_factory=list)
    changes: dict[ContestKey, str] = field(default_factory=dict)
    unchanged: int = 0
    left_out: list[str] = field(default_factory=list)
    estimates: int = 0
    numbered: bool = False

    @property
    def is_new(self) -> bool:
        """Whether anything was written."""
        return bool(self.added or self.changes or self.numbered)

    @property
    def replaced(self) -> list[ContestKey]:
        return list(self.changes)


def import_export(export: Export, target: Path, today: date) -> OfficialReport:
    """Adds the contests of an export to the tables; nothing is written where nothing changes.

    Raises DataError.
    """
    report, tabled = Report(doubtful=list(export.doubts)), Tables.read(target)
    for poll in export.polls:
        _place(poll, tabled)
        mend_letters(poll.candidates, report)
    corrections = _curated(target, "candidacy_corrections.csv")
    corrected = correct([one for poll in export.polls for one in poll.candidates], corrections)
    believed, left_out = _sound(export, tabled, today, report)
    annotate(believed, notes_of(_curated(target, "contest_notes.csv")), corrected, report)
    _count_generals(believed, report)
    tabled.add(believed, report)
    tabled.write(target)
    winners = [_winner(poll) for poll in believed if poll.key in set(tabled.added)]
    return OfficialReport(
        report,
        tabled.added,
        winners,
        tabled.replaced,
        tabled.unchanged,
        left_out,
        export.estimates,
        tabled.numbered,
    )


def _curated(target: Path, name: str) -> list[Line]:
    """A folder of tables elsewhere may be without our own additions."""
    return read_curated(target, name) if (target / "curated").is_dir() else []


def _place(poll: Poll, tabled: Tables) -> None:
    """Names as the tables have them; those of a code that nobody knows stay."""
    seat = tabled.seats.get(poll.line["code"])
    poll.line["constituency"] = str(seat["name"] if seat else poll.line["constituency"])[:100]
    poll.line["country"] = str(seat["country"]) if seat else ""


def _sound(
    export: Export, tabled: Tables, today: date, report: Report
) -> tuple[list[Poll], list[str]]:
    believed, left_out = [], list(export.faults)
    first = min((day for _, day in tabled.contests), default="")
    for poll in export.polls:
        try:
            _check_seat(poll, tabled, first)
            soundness.check(poll, today)
            soundness.mend(poll, report)
        except Faulty as fault:
            left_out.append(f"{poll.label}: {fault}; the contest is left out.")
        else:
            believed.append(poll)
    return believed, left_out


def _check_seat(poll: Poll, tabled: Tables, first: str) -> None:
    seat, day = tabled.seats.get(poll.line["code"]), poll.line["polled_on"]
    if seat is None:
        raise Faulty(f"there is no constituency {poll.line['code'][:20]}")
    if day < first:
        raise Faulty(f"the tables begin with {first}")
    if boundaries_on(day) not in (seat["first_boundaries"], seat["last_boundaries"]):
        raise Faulty(f"{poll.line['code']} is no constituency of that day's boundaries")


def _winner(poll: Poll) -> str:
    best = max(range(len(poll.votes)), key=lambda place: poll.votes[place])
    winner = poll.candidates[best]
    return f"{poll.label}: {contests.name(winner)} ({winner['party']}) won by {poll.lead:,} votes"


def _count_generals(polls: list[Poll], report: Report) -> None:
    days = Counter(poll.line["polled_on"] for poll in polls if poll.line["kind"] == "general")
    for day, number in days.items():
        if number != _HOUSE:
            noun = "contest" if number == 1 else "contests"
            report.doubtful.append(f"{day}: {number} {noun}, but the House has {_HOUSE} seats.")
