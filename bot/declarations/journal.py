"""The journal: append-only, and the same twice adds nothing."""

import json
import sqlite3
from collections.abc import Collection
from dataclasses import asdict
from datetime import date, datetime

from bot.declarations.declaration import Declaration, Entry, EntryKind, Nominee
from bot.declarations.entries import completed, entry_of, is_named, kind_after
from bot.declarations.state import reading, writing
from bot.elections.contest import ContestId, ContestKind
from bot.text import storable

_NOTHING = "{}"  # the payload of a withdrawal
_MOST_REFUSED = 5000  # of one source that is asked again and again


class Journal:
    """Over one connection to the state; other processes may write beside it."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    @property
    def connection(self) -> sqlite3.Connection:
        """For the parts of the state that are written beside it."""
        return self._connection

    def record(
        self, declaration: Declaration, source: str, now: datetime, after: int | None = None
    ) -> Entry | None:
        """The new entry, or None where the journal says the same already.

        With `after`, the number of the contest's last result or 0 for none, also where that is
        another one by now.
        """
        with writing(self._connection):
            # Within the lock: another process may be declaring the same contest.
            last = self.last(declaration.contest)
            if after is not None and after != (last.seq if last else 0):
                return None
            declaration = completed(declaration, last)
            kind = kind_after(declaration, last)
            if kind is None:
                return None
            result = declaration.result
            return self._append(
                declaration.contest,
                (last.version or 0) + 1 if last else 1,
                kind,
                result.as_json() if result else _NOTHING,
                source,
                (declaration.declared_at, now),
                {one.person_id for one in result.candidates} if result else set(),
            )

    def name(
        self, contest: ContestId, winner: Nominee | None, source: str, now: datetime
    ) -> Entry | None:
        """Somebody is named the winner before the votes are known, or (None) no longer is.

        The new entry, or None where the journal says the same already or has a result.
        """
        with writing(self._connection):
            last, named = self.last(contest), self.named(contest)
            if (last is not None and last.result is not None) or is_named(winner, named):
                return None
            return self._append(
                contest,
                None,
                EntryKind.NAMED if winner else EntryKind.UNNAMED,
                json.dumps(asdict(winner), ensure_ascii=False) if winner else _NOTHING,
                source,
                (None, now),
                set(),
            )

    def _append(
        self,
        contest: ContestId,
        version: int | None,
        kind: EntryKind,
        payload: str,
        source: str,
        times: tuple[datetime | None, datetime],
        persons: set[str],
    ) -> Entry:
        """`times` are when it was declared, if that is known, and when it is recorded."""
        declared_at, now = times
        key = (contest.code, contest.polled_on.isoformat())
        at = declared_at.isoformat() if declared_at else None
        [row] = self._connection.execute(
            "INSERT INTO journal (code, polled_on, version, kind, payload, source, declared_at, "
            "recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING *",
            (*key, version, kind, payload, source, at, now.isoformat()),
        ).fetchall()
        self._connection.executemany(
            "INSERT INTO journal_person VALUES (?, ?)", [(one, row["seq"]) for one in persons]
        )
        return entry_of(row)

    def last(self, contest: ContestId) -> Entry | None:
        """The newest result of a contest; a withdrawal counts, a winner only named does not."""
        rows = reading(
            self._connection,
            "SELECT * FROM journal WHERE code = ? AND polled_on = ? AND version IS NOT NULL "
            "ORDER BY version DESC LIMIT 1",
            (contest.code, contest.polled_on.isoformat()),
        )
        return entry_of(rows[0]) if rows else None

    def last_from_others(self, contest: ContestId, sources: Collection[str]) -> Entry | None:
        """The newest result of a contest, or withdrawal, that is from none of these sources."""
        rows = reading(
            self._connection,
            "SELECT * FROM journal WHERE code = ? AND polled_on = ? AND version IS NOT NULL "
            "AND source NOT IN (SELECT value FROM json_each(?)) ORDER BY version DESC LIMIT 1",
            (contest.code, contest.polled_on.isoformat(), json.dumps(sorted(sources))),
        )
        return entry_of(rows[0]) if rows else None

    def newest(self, contest: ContestId) -> Entry | None:
        """The newest entry of a contest, whatever it is."""
        rows = reading(
            self._connection,
            "SELECT * FROM journal WHERE code = ? AND polled_on = ? ORDER BY seq DESC LIMIT 1",
            (contest.code, contest.polled_on.isoformat()),
        )
        return entry_of(rows[0]) if rows else None

    def named(self, contest: ContestId) -> Entry | None:
        """The entry that names a winner, if that is the newest of all the contest's entries."""
        newest = self.newest(contest)
        return newest if newest and newest.kind is EntryKind.NAMED else None

    def entry(self, seq: int) -> Entry:
        """An entry that is there by its number. Raises LookupError."""
        rows = reading(self._connection, "SELECT * FROM journal WHERE seq = ?", (seq,))
        if not rows:
            raise LookupError(f"The journal has no entry {seq}.")
        return entry_of(rows[0])

    def before(self, entry: Entry) -> Entry | None:
        """The result of the same contest that this one follows; of a name, whatever it follows."""
        rows = reading(
            self._connection,
            "SELECT * FROM journal WHERE code = ? AND polled_on = ? AND seq < ? "
            "AND (? OR version IS NOT NULL) ORDER BY seq DESC LIMIT 1",
            (
                *(entry.contest.code, entry.contest.polled_on.isoformat()),
                *(entry.seq, entry.only_names),
            ),
        )
        return entry_of(rows[0]) if rows else None

    def head(self) -> int:
        """The number of the newest entry, 0 where there is none."""
        [row] = reading(self._connection, "SELECT coalesce(max(seq), 0) AS head FROM journal")
        return int(row["head"])

    def results_head(self) -> int:
        """The same of results and of what takes them back, whoever was only named since."""
        rows = reading(
            self._connection,
            "SELECT seq FROM journal WHERE version IS NOT NULL ORDER BY seq DESC LIMIT 1",
        )
        return int(rows[0]["seq"]) if rows else 0

    def declared_on(self, polled_on: date, seq: int | None = None) -> int:
        """How many contests of a day stood declared after that entry, or stand now."""
        [row] = reading(
            self._connection,
            # The columns beside max() are those of the row that has it.
            "SELECT count(*) AS declared FROM (SELECT kind, max(version) FROM journal "
            "WHERE polled_on = ? AND (? IS NULL OR seq <= ?) AND version IS NOT NULL "
            "GROUP BY code) "
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
            "AND journal.polled_on = opened_contest.polled_on AND version IS NOT NULL "
            "ORDER BY version DESC LIMIT 1), "
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
        return [entry_of(row) for row in rows]

    def standing(self, polled_on: date | None = None, most: int = -1) -> list[Entry]:
        """The newest entry of every contest that is declared and not taken back, newest first."""
        day = polled_on.isoformat() if polled_on else None
        rows = reading(self._connection, f"SELECT * {_STANDING}", (day, day, most))
        return [entry_of(row) for row in rows]

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
                (now.isoformat(), source, storable(reason), storable(received)),
            )

    def refuse_once(self, received: str, reason: str, source: str, now: datetime) -> bool:
        """Keep it aside unless it was before; a source that says nothing right fills no disk."""
        found = reading(
            self._connection,
            "SELECT count(*) AS number, max(reason = ? AND received = ?) AS same FROM refused "
            "WHERE source = ?",
            (storable(reason), storable(received), source),
        )
        if found[0]["same"] or found[0]["number"] >= _MOST_REFUSED:
            return False
        self.refuse(received, reason, source, now)
        return True

    def refused_by_source(self) -> dict[str, int]:
        """How much was refused from where."""
        rows = reading(
            self._connection, "SELECT source, count(*) AS number FROM refused GROUP BY source"
        )
        return {row["source"]: row["number"] for row in rows}

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
