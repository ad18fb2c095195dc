"""The tables of data/ that an official export adds to, read, changed and written as one."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from bot.catalogue import schema, tables
from bot.catalogue.schema import Row, Table
from bot.errors import DataError
from bot.importing.contests import ContestKey, Poll, candidacy_rows, contest_row, note_rows
from bot.importing.identities import mend_member_ids
from bot.importing.official.parties import PartyNames
from bot.importing.official.persons import PersonBook
from bot.importing.official.standing import owners
from bot.importing.report import Report

_PERSONS = (schema.PERSON, schema.PERSON_IDENTIFIER, schema.PERSON_ALIAS)
_PARTIES = (schema.PARTY, schema.PARTY_REGISTRATION, schema.PARTY_ALIAS)
_FROM_FIGURES = {"votes", "majority", "unsettled"}  # notes that are made anew with the figures

ByContest = dict[ContestKey, list[Row]]


@dataclass
class Tables:
    """Rows by table, as they are to be written; those of contests by contest.

    `replaced` says what is different in a contest that was there before, `of_nights` who is named
    in what was typed while a night went on.
    """

    rows: dict[Table, list[Row]]
    contests: ByContest
    candidacies: ByContest
    notes: ByContest
    successions: list[Row]
    of_nights: set[str]
    seats: dict[str, Row]
    added: list[ContestKey] = field(default_factory=list)
    replaced: dict[ContestKey, str] = field(default_factory=dict)
    unchanged: int = 0
    numbered: bool = False

    @classmethod
    def read(cls, folder: Path) -> "Tables":
        """Raises DataError."""
        return cls(
            {table: list(tables.read(folder, table)) for table in (*_PERSONS, *_PARTIES)},
            _by_contest(tables.read(folder, schema.CONTEST)),
            _by_contest(tables.read(folder, schema.CANDIDACY)),
            _by_contest(tables.read(folder, schema.CONTEST_NOTE)),
            list(tables.read(folder, schema.SUCCESSION)),
            {str(row["person_id"]) for row in tables.read(folder, schema.NIGHT_AS_ENTERED)},
            {str(row["code"]): row for row in tables.read(folder, schema.CONSTITUENCY)},
        )

    def write(self, folder: Path) -> None:
        """Raises DataError. Nothing is written where nothing is new."""
        if not (self.added or self.replaced or self.numbered):
            return
        rows = {table: list(its) for table, its in self.rows.items()}
        # Contests last: whatever cuts this off, none is ever there without its candidates.
        for table, its in (
            (schema.CANDIDACY, self.candidacies),
            (schema.CONTEST_NOTE, self.notes),
            (schema.CONTEST, self.contests),
        ):
            rows[table] = [row for own in its.values() for row in own]
        try:
            tables.write_all(folder, rows)
        except OSError as failed:
            raise DataError(
                f"{folder} cannot be written ({failed.strerror}): give another folder with --into, "
                "or run this where Teller's repository is."
            ) from failed

    def add(self, polls: list[Poll], report: Report) -> None:
        """Contests that are new, and those of which the official figures differ."""
        persons = {str(row["id"]): row for row in self.rows[schema.PERSON]}
        numbers = {one: str(row["mnis_id"]) for one, row in persons.items() if row["mnis_id"]}
        members = {number: str(persons[one]["name"]) for one, number in numbers.items()}
        mend_member_ids(polls, members, report)
        names = PartyNames(*(self.rows[table] for table in _PARTIES))
        parties: dict[int, str] = {}
        known: dict[int, str] = {}
        for poll in polls:
            parties |= names.of_poll(poll, report)
            known |= owners(poll, self.candidacies.get(poll.key, []), parties, numbers)
        book = self._book(polls, set(known.values()))
        whose = book.whose(polls, known, parties, self.successions) | known
        self.numbered = book.number(polls, whose, report)
        for poll in polls:
            self._settle(poll, whose, parties)
        book.forget(self._gone(persons))

    def _book(self, polls: list[Poll], stays: set[str]) -> PersonBook:
        """Whoever an official list leaves out did not stand there."""
        listed = {poll.key for poll in polls}
        kept = [
            row
            for key, own in self.candidacies.items()
            for row in own
            if key not in listed or row["person_id"] in stays
        ]
        persons, identifiers, aliases = (self.rows[table] for table in _PERSONS)
        return PersonBook(persons, identifiers, aliases, kept)

    def _gone(self, before: dict[str, Row]) -> set[str]:
        """Whom an official list does not have, and who stands nowhere else."""
        stand = {str(row["person_id"]) for own in self.candidacies.values() for row in own}
        return before.keys() - stand - self.of_nights if self.replaced else set()

    def _settle(self, poll: Poll, persons: dict[int, str], parties: dict[int, str]) -> None:
        before, standing = self.contests.get(poll.key, []), self.candidacies.get(poll.key, [])
        row = _kept(contest_row(poll), before[0] if before else {})
        earlier = {str(one["person_id"]): one for one in standing}
        candidacies = [
            _kept(one, earlier.get(str(one["person_id"]), {}))
            for one in candidacy_rows(poll, persons, parties)
        ]
        notes = self._notes_of(poll)
        if before and standing:
            different = _different(before[0], row, standing, candidacies)
            if notes != self.notes.get(poll.key, []):
                different.append("notes")
            if not different:
                self.unchanged += 1
                return
            self.replaced[poll.key] = f"{poll.label}: {', '.join(different)}"
        else:
            self.added.append(poll.key)
        self.contests[poll.key], self.candidacies[poll.key] = [row], candidacies
        self.notes[poll.key] = notes

    def _notes_of(self, poll: Poll) -> list[Row]:
        """Those that were there and say nothing of the figures stay, in their order."""
        before = self.notes.get(poll.key, [])
        now = note_rows(poll)
        told = [(one["about"], one["note"]) for one in now]
        kept = [
            one
            for one in before
            if one["about"] not in _FROM_FIGURES or (one["about"], one["note"]) in told
        ]
        here = [(one["about"], one["note"]) for one in kept]
        fresh = [one for one in now if (one["about"], one["note"]) not in here]
        return [{**one, "number": number} for number, one in enumerate([*kept, *fresh], 1)]


def _kept(row: Row, before: Row) -> Row:
    """What the export leaves out was published elsewhere, and is not taken back."""
    return {
        column: before.get(column) if cell in (None, "") else cell for column, cell in row.items()
    }


def _different(before: Row, now: Row, standing: list[Row], candidacies: list[Row]) -> list[str]:
    """What differs: columns of the contest, and candidates by name."""
    columns = [column.replace("_", " ") for column in now if now[column] != before[column]]
    old = {_told(row) for row in standing}
    new = {_told(row): str(row["standing_as"]) for row in candidacies}
    fresh = [name for told, name in new.items() if told not in old]
    left = [] if len(old) <= len(new) else ["somebody who did not stand"]
    return columns + fresh + left


def _told(row: Row) -> tuple[object, ...]:
    """All but the position, which follows from the votes unless they are equal."""
    return tuple(cell for column, cell in row.items() if column != "position")


def _by_contest(rows: Iterable[Row]) -> ByContest:
    found: ByContest = {}
    for row in rows:
        found.setdefault((str(row["code"]), str(row["polled_on"])), []).append(row)
    return found


def kinds_of_contests(folder: Path) -> dict[ContestKey, str]:
    """General or by-election, of every contest in the tables. Raises DataError."""
    return {
        (str(row["code"]), str(row["polled_on"])): str(row["kind"])
        for row in tables.read(folder, schema.CONTEST)
    }
