"""The tables of data/ that an official export adds to, read, changed and written as one."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from bot.catalogue import schema, tables
from bot.catalogue.schema import Row, Table
from bot.errors import DataError
from bot.importing.contests import ContestKey, Poll, candidacy_rows, contest_row, note_rows
from bot.importing.official.parties import PartyNames
from bot.importing.official.persons import PersonBook
from bot.importing.report import Report
from bot.text import alike

_SHARED = (
    schema.PERSON,
    schema.PERSON_IDENTIFIER,
    schema.PERSON_ALIAS,
    schema.PARTY,
    schema.PARTY_REGISTRATION,
    schema.PARTY_ALIAS,
)
_OF_PARTIES = (schema.PARTY, schema.PARTY_REGISTRATION, schema.PARTY_ALIAS)
_FIGURES = ("electorate", "rejected_votes", "declared_at", "certainty", "published_outcome")
_FROM_FIGURES = {"votes", "majority", "unsettled"}  # notes that are made anew with the figures


ByContest = dict[ContestKey, list[Row]]


@dataclass
class Tables:
    """Rows by table, as they are to be written; those of contests by contest."""

    rows: dict[Table, list[Row]]
    contests: ByContest
    candidacies: ByContest
    notes: ByContest
    successions: list[Row]
    codes: set[str]
    added: list[ContestKey] = field(default_factory=list)
    replaced: list[ContestKey] = field(default_factory=list)
    unchanged: int = 0

    @classmethod
    def read(cls, folder: Path) -> "Tables":
        """Raises DataError."""
        return cls(
            {table: list(tables.read(folder, table)) for table in _SHARED},
            _by_contest(tables.read(folder, schema.CONTEST)),
            _by_contest(tables.read(folder, schema.CANDIDACY)),
            _by_contest(tables.read(folder, schema.CONTEST_NOTE)),
            list(tables.read(folder, schema.SUCCESSION)),
            {str(row["code"]) for row in tables.read(folder, schema.CONSTITUENCY)},
        )

    def write(self, folder: Path) -> None:
        """Raises DataError."""
        by_contest = {
            schema.CONTEST: self.contests,
            schema.CANDIDACY: self.candidacies,
            schema.CONTEST_NOTE: self.notes,
        }
        rows = {table: list(its) for table, its in self.rows.items()}
        for table, its in by_contest.items():
            rows[table] = [row for own in its.values() for row in own]
        # What others refer to comes first.
        ordered = {table: rows[table] for table in schema.IMPORTED if table in rows}
        try:
            tables.write_all(folder, ordered)
        except OSError as failed:
            raise DataError(
                f"{folder} cannot be written ({failed.strerror}): give another folder with --into, "
                "or run this where Teller's repository is."
            ) from failed

    def add(self, polls: list[Poll], report: Report) -> None:
        """Contests that are new, and those of which the official figures differ."""
        names = PartyNames(*(self.rows[table] for table in _OF_PARTIES))
        parties = {id(line): names.id_of(line) for poll in polls for line in poll.candidates}
        book = PersonBook(
            self.rows[schema.PERSON],
            self.rows[schema.PERSON_IDENTIFIER],
            self.rows[schema.PERSON_ALIAS],
            [row for own in self.candidacies.values() for row in own],
        )
        standing = self._standing()
        known = {
            id(line): person
            for poll in polls
            for line in poll.candidates
            if (person := standing.get((*poll.key, alike(_name(line)), parties[id(line)])))
        }
        fresh = [poll for poll in polls if any(id(line) not in known for line in poll.candidates)]
        persons = book.whose(fresh, parties, self.successions, report) | known
        for poll in polls:
            self._settle(poll, persons, parties)

    def _standing(self) -> dict[tuple[str, str, str, str], str]:
        """Whose each candidacy is that is there already: that stays."""
        return {
            (
                str(row["code"]),
                str(row["polled_on"]),
                alike(str(row["standing_as"])),
                str(row["party_id"]),
            ): str(row["person_id"])
            for own in self.candidacies.values()
            for row in own
        }

    def _settle(self, poll: Poll, persons: dict[int, str], parties: dict[int, str]) -> None:
        row = contest_row(poll)
        before = self.contests.get(poll.key, [])
        for column in _FIGURES if before else ():
            # What the export leaves out was published elsewhere, and is not taken back.
            row[column] = before[0][column] if row[column] in (None, "") else row[column]
        row["published_outcome"] = row["published_outcome"] or None
        candidacies = candidacy_rows(poll, persons, parties)
        if before == [row] and _same(self.candidacies[poll.key], candidacies):
            self.unchanged += 1
            return
        (self.replaced if before else self.added).append(poll.key)
        kept = [one for one in self.notes.get(poll.key, []) if one["about"] not in _FROM_FIGURES]
        notes = [*kept, *note_rows(poll)]
        self.contests[poll.key], self.candidacies[poll.key] = [row], candidacies
        self.notes[poll.key] = [{**one, "number": number} for number, one in enumerate(notes, 1)]


def _name(line: dict[str, str]) -> str:
    return f"{line['given_name']} {line['family_name']}".strip()


def _by_contest(rows: Iterable[Row]) -> ByContest:
    found: ByContest = {}
    for row in rows:
        found.setdefault((str(row["code"]), str(row["polled_on"])), []).append(row)
    return found


def _same(before: list[Row], now: list[Row]) -> bool:
    def told(rows: list[Row]) -> list[tuple[object, ...]]:
        columns = ("person_id", "standing_as", "party_id", "votes", "published_votes")
        return sorted(tuple(row[column] for column in columns) for row in rows)

    return told(before) == told(now)
