"""What a declaration is after the contest's last entry, and a row of the journal as an entry."""

import json
import sqlite3
from dataclasses import replace
from datetime import date, datetime

from bot.declarations.declaration import Declaration, Entry, EntryKind, Nominee, Result
from bot.elections.contest import ContestId

_RESULTS = {EntryKind.DECLARED, EntryKind.CORRECTED}


def completed(declaration: Declaration, last: Entry | None) -> Declaration:
    """A feed that leaves out the electorate does not take it back."""
    if declaration.result is None or last is None or last.result is None:
        return declaration
    return replace(
        declaration,
        result=declaration.result.completed_by(last.result),
        declared_at=declaration.declared_at or last.declared_at,
    )


def kind_after(declaration: Declaration, last: Entry | None) -> EntryKind | None:
    """What the declaration is after the last entry; None where it says nothing new."""
    taken_back = last is None or last.kind is EntryKind.WITHDRAWN
    if declaration.result is None:
        return None if taken_back else EntryKind.WITHDRAWN
    if taken_back or last is None:
        return EntryKind.DECLARED
    return None if last.result == declaration.result else EntryKind.CORRECTED


def is_named(winner: Nominee | None, named: Entry | None) -> bool:
    """Whether the journal says so already."""
    if winner is None or named is None or named.named is None:
        return winner is None and named is None
    return winner.person_id == named.named.person_id and winner.party_id == named.named.party_id


def entry_of(row: sqlite3.Row) -> Entry:
    kind = EntryKind(row["kind"])
    declared_at = row["declared_at"]
    return Entry(
        seq=row["seq"],
        contest=ContestId(row["code"], date.fromisoformat(row["polled_on"])),
        version=row["version"],
        kind=kind,
        result=Result.from_json(row["payload"]) if kind in _RESULTS else None,
        source=row["source"],
        declared_at=datetime.fromisoformat(declared_at) if declared_at else None,
        recorded_at=datetime.fromisoformat(row["recorded_at"]),
        named=Nominee(**json.loads(row["payload"])) if kind is EntryKind.NAMED else None,
    )
