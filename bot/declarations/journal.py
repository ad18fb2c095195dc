"""The journal: append-only, and the same twice adds nothing."""

import sqlite3
from dataclasses import replace
from datetime import date, datetime

from bot.declarations.declaration import Declaration, Entry, EntryKind, Result
from bot.declarations.state import reading, writing
from bot.elections.contest import ContestId, ContestKind

_NOTHING = "{}"  # the payload of a withdrawal


class Journal:
    """Over one connection to the state; other processes may write beside it."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def record(self, declaration: Declaration, source: str, now: datetime) -> Entry | None:
        """The new entry, or None where the journal says the same already."""
        with writing(self._connection):
            # Within the lock: another process may be declaring the same contest.
            last = self.last(declaration.contest)
            declaration = _completed(declaration, last)
            kind = _kind(declaration, last)
            if kind is None:
                return None
            key = (declaration.contest.code, declaration.contest.polled_on.isoformat())
            version = last.version + 1 if last else 1
            payload = declaration.result.as_json() if declaration.result else _NOTHING
            declared_at = declaration.declared_at.isoformat() if declaration.declared_at else None
            cursor = self._connection.execute(
                "INSERT INTO journal (code, polled_on, version, kind, payload, source, "
                "declared_at, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (*key, version, kind, payload, source, declared_at, now.isoformat()),
            )
            candidates = declaration.result.candidates if declaration.result else ()
            persons = {one.person_id for one in candidates}
            self._connection.executemany(
                "INSERT INTO journal_person VALUES (?, ?)",
                [(person_id, cursor.lastrowid) for person_id in persons],
            )
            row = self._connection.execute(
                "SELECT * FROM journal WHERE seq = ?", (cursor.lastrowid,)
            ).fetchone()
        return _entry(row)

    def last(self, contest: ContestId) -> Entry | None:
        """The newest entry of a contest; a withdrawal counts."""
        rows = reading(
            self._connection,
            "SELECT * FROM journal WHERE code = ? AND polled_on = ? ORDER BY version DESC LIMIT 1",
            (contest.code, contest.polled_on.isoformat()),
        )
        return _entry(rows[0]) if rows else None

    def entry(self, seq: int) -> Entry:
        """An entry that is there by its number. Raises LookupError."""
        rows = reading(self._connection, "SELECT * FROM journal WHERE seq = ?", (seq,))
        if not rows:
            raise LookupError(f"The journal has no entry {seq}.")
        return _entry(rows[0])

    def before(self, entry: Entry) -> Entry | None:
        """The entry of the same contest that this one follows."""
        rows = reading(
            self._connection,
            "SELECT * FROM journal WHERE code = ? AND polled_on = ? AND version = ?",
            (entry.contest.code, entry.contest.polled_on.isoformat(), entry.version - 1),
        )
        return _entry(rows[0]) if rows else None

    def head(self) -> int:
        """The number of the newest entry, 0 where there is none."""
        [row] = reading(self._connection, "SELECT coalesce(max(seq), 0) AS head FROM journal")
        return int(row["head"])

    def declared_on(self, polled_on: date, seq: int | None = None) -> int:
        """How many contests of a day stood declared after that entry, or stand now."""
        [row] = reading(
            self._connection,
            # The columns beside max() are those of the row that has it.
            "SELECT count(*) AS declared FROM (SELECT kind, max(version) FROM journal "
            "WHERE polled_on = ? AND (? IS NULL OR seq <= ?) GROUP BY code) "
            "WHERE kind <> 'withdrawn'",
            (polled_on.isoformat(), seq, seq),
        )
        return int(row["declared"])

    def opened_on(self, polled_on: date) -> int:
        """How many contests of a day were opened."""
        [row] = reading(
            self._connection,
            "SELECT count(*) AS opened FROM opened_contest WHERE polled_on = ?",
            (polled_on.isoformat(),),
        )
        return int(row["opened"])

    def openings(self) -> tuple[int, str]:
        """How many contests are open, and when the last was opened: nothing is opened unseen."""
        [row] = reading(
            self._connection,
            "SELECT count(*) AS opened, coalesce(max(opened_at), '') AS last FROM opened_contest",
            (),
        )
        return int(row["opened"]), str(row["last"])

    def to_come(self, polled_on: date) -> list[str]:
        """The codes of the contests of a day that are open and do not stand declared."""
        rows = reading(
            self._connection,
            "SELECT code FROM opened_contest WHERE polled_on = ? AND coalesce((SELECT kind "
            "FROM journal WHERE journal.code = opened_contest.code "
            "AND journal.polled_on = opened_contest.polled_on ORDER BY version DESC LIMIT 1), "
            "'withdrawn') = 'withdrawn' ORDER BY code",
            (polled_on.isoformat(),),
        )
        return [row["code"] for row in rows]

    def naming(self, person_id: str) -> list[ContestId]:
        """The contests of which some entry, perhaps not the newest, names the person."""
        rows = reading(
            self._connection,
            "SELECT DISTINCT code, polled_on FROM journal_person JOIN journal USING (seq) "
            "WHERE person_id = ? ORDER BY polled_on DESC",
            (person_id,),
        )
        return [ContestId(row["code"], date.fromisoformat(row["polled_on"])) for row in rows]

    def since(self, seq: int, most: int = 1000) -> list[Entry]:
        """Entries after `seq`, oldest first."""
        rows = reading(
            self._connection,
            "SELECT * FROM journal WHERE seq > ? ORDER BY seq LIMIT ?",
            (seq, most),
        )
        return [_entry(row) for row in rows]

    def standing(self, polled_on: date | None = None, most: int = -1) -> list[Entry]:
        """The newest entry of every contest that is declared and not taken back, newest first."""
        day = polled_on.isoformat() if polled_on else None
        rows = reading(self._connection, f"SELECT * {_STANDING}", (day, day, most))
        return [_entry(row) for row in rows]

    def standing_numbers(self, polled_on: date) -> list[int]:
        """Of the same entries of one day, which costs much less than to read them."""
        day = polled_on.isoformat()
        return [
            row["seq"]
            for row in reading(self._connection, f"SELECT seq {_STANDING}", (day, day, -1))
        ]

    def open(self, contests: list[ContestId], kind: ContestKind, now: datetime) -> int:
        """Open contests that are to be declared; returns how many were not open before."""
        with writing(self._connection):
            before = self._connection.total_changes
            self._connection.executemany(
                "INSERT OR IGNORE INTO opened_contest VALUES (?, ?, ?, ?)",
                [(one.code, one.polled_on.isoformat(), kind, now.isoformat()) for one in contests],
            )
            return self._connection.total_changes - before

    def close(self, polled_on: date, code: str | None = None) -> int:
        """Forget contests that were opened and of which nothing was ever declared; how many."""
        with writing(self._connection) as state:
            closed = state.execute(
                "DELETE FROM opened_contest WHERE polled_on = ? AND (? IS NULL OR code = ?) "
                "AND NOT EXISTS (SELECT 1 FROM journal WHERE journal.code = opened_contest.code "
                "AND journal.polled_on = opened_contest.polled_on)",
                (polled_on.isoformat(), code, code),
            )
        return closed.rowcount

    def opened(self, code: str | None = None) -> dict[ContestId, ContestKind]:
        """The contests opened, of one seat or of all, newest polling day first."""
        if code is None:
            query, values = "SELECT * FROM opened_contest ORDER BY polled_on DESC, code", ()
            rows = reading(self._connection, query, values)
        else:
            query = "SELECT * FROM opened_contest WHERE code = ? ORDER BY polled_on DESC"
            rows = reading(self._connection, query, (code,))
        return {
            ContestId(row["code"], date.fromisoformat(row["polled_on"])): ContestKind(row["kind"])
            for row in rows
        }

    def refuse(self, received: str, reason: str, source: str, now: datetime) -> None:
        """Keep aside what was not accepted, with the reason."""
        with writing(self._connection):
            self._connection.execute(
                "INSERT INTO refused (received_at, source, reason, received) VALUES (?, ?, ?, ?)",
                (now.isoformat(), source, _storable(reason), _storable(received)),
            )

    def refused(self, most: int = 100) -> list[tuple[str, str, str, str]]:
        """When, from where, why and what, newest first."""
        rows = reading(self._connection, "SELECT * FROM refused ORDER BY id DESC LIMIT ?", (most,))
        return [(row["received_at"], row["source"], row["reason"], row["received"]) for row in rows]


_STANDING = """
FROM journal AS one WHERE kind <> 'withdrawn' AND (? IS NULL OR polled_on = ?)
    AND version = (SELECT max(version) FROM journal AS other
        WHERE other.code = one.code AND other.polled_on = one.polled_on)
ORDER BY seq DESC LIMIT ?
"""


def _storable(text: str) -> str:
    """Half a surrogate pair, which JSON can hold, is no text that can be written down."""
    return text.encode("utf-8", errors="replace").decode("utf-8")


def _completed(declaration: Declaration, last: Entry | None) -> Declaration:
    """A feed that leaves out the electorate does not take it back."""
    if declaration.result is None or last is None or last.result is None:
        return declaration
    return replace(
        declaration,
        result=declaration.result.completed_by(last.result),
        declared_at=declaration.declared_at or last.declared_at,
    )


def _kind(declaration: Declaration, last: Entry | None) -> EntryKind | None:
    """What the declaration is after the last entry; None where it says nothing new."""
    taken_back = last is None or last.kind is EntryKind.WITHDRAWN
    if declaration.result is None:
        return None if taken_back else EntryKind.WITHDRAWN
    if taken_back or last is None:
        return EntryKind.DECLARED
    return None if last.result == declaration.result else EntryKind.CORRECTED


def _entry(row: sqlite3.Row) -> Entry:
    kind = EntryKind(row["kind"])
    declared_at = row["declared_at"]
    return Entry(
        seq=row["seq"],
        contest=ContestId(row["code"], date.fromisoformat(row["polled_on"])),
        version=row["version"],
        kind=kind,
        result=None if kind is EntryKind.WITHDRAWN else Result.from_json(row["payload"]),
        source=row["source"],
        declared_at=datetime.fromisoformat(declared_at) if declared_at else None,
        recorded_at=datetime.fromisoformat(row["recorded_at"]),
    )
