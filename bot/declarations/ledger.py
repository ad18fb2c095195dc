"""The announcer's book: what each channel still has to hear, and what is being sent to it."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.declarations.delivery import Forbidden, Gone, Later, Letter, Outcome, Refused, Sent
from bot.declarations.news import Subject
from bot.declarations.state import reading, writing
from bot.declarations.subscription import Style
from bot.declarations.subscriptions import FITS


@dataclass(frozen=True, slots=True)
class Wanted:
    """A channel that has something to hear, and in which style. `recorded_at` is the time of the
    oldest entry that it wants so."""

    channel: int
    style: Style
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class Turn:
    """What a channel has to hear, oldest first, perhaps cut off."""

    channel: int
    seqs: tuple[int, ...]
    plain: bool
    last_message: int | None


class Ledger:
    """Over one connection to the state, for one thread. Every method is one transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def close(self) -> None:
        self._connection.close()

    def identity(self) -> str:
        """What tells this state from every other."""
        return str(reading(self._connection, "SELECT id FROM identity")[0]["id"])

    def noted(self) -> int:
        """The last entry of which the subjects are written down."""
        [row] = reading(self._connection, "SELECT coalesce(max(seq), 0) AS seq FROM subject")
        return int(row["seq"])

    def note(self, subjects: Iterable[Subject]) -> None:
        with writing(self._connection) as state:
            state.executemany(
                "INSERT OR IGNORE INTO subject (kind, key, seq, changes, named) "
                "VALUES (?, ?, ?, ?, ?)",
                [(one.kind, one.key, one.seq, one.changes, one.named) for one in subjects],
            )

    def wanted(self, after: int, upto: int) -> list[Wanted]:
        """The channels that want one of these entries, once for each style they want it in."""
        rows = reading(self._connection, _WANTED, (after, upto))
        return [_wanted(row) for row in rows]

    def wanted_by(self, channels: Sequence[int]) -> list[Wanted]:
        """What these channels still have to hear, once for each style they want it in."""
        rows = reading(self._connection, _WANTED_BY, (json.dumps(channels),))
        return [_wanted(row) for row in rows]

    def behind(self) -> list[Wanted]:
        """All channels that have something to hear; the others' cursors are moved on."""
        with writing(self._connection) as state:
            [first] = state.execute(
                "SELECT coalesce(min(cursor), 0) FROM channel WHERE state = 'active'"
            ).fetchone()
            rows = state.execute(_WANTED, (first, self.noted())).fetchall()
            waiting = json.dumps([row["channel_id"] for row in rows])
            state.execute(_MOVE_ON, (self.noted(), self.noted(), waiting))
            held = state.execute(_HELD).fetchall()
        return [_wanted(row) for row in [*rows, *held]]

    def turns(self, channels: Sequence[int], most: int) -> list[Turn]:
        """What these channels have to hear, at most so many entries each."""
        rows = reading(self._connection, _PENDING, (json.dumps(channels), most))
        found: dict[int, list[sqlite3.Row]] = {}
        for row in rows:
            found.setdefault(row["channel_id"], []).append(row)
        return [
            Turn(channel, tuple(row["seq"] for row in own), own[0]["plain"], own[0]["last_message"])
            for channel, own in found.items()
        ]

    def letters(self, channels: Sequence[int]) -> list[Letter]:
        """What is being sent to these channels, perhaps by a process that ended."""
        rows = reading(self._connection, _LETTERS, (json.dumps(channels),))
        return [_letter(row) for row in rows]

    def write_down(self, letters: Sequence[Letter]) -> list[Letter]:
        """Those that are written down now; a channel that is no more gets none."""
        with writing(self._connection) as state:
            state.executemany(
                "INSERT INTO outbox (channel_id, nonce, payload, upto, written_at) "
                "SELECT id, ?, ?, ?, ? FROM channel WHERE id = ? AND state = 'active'",
                [
                    (one.nonce, one.payload, one.upto, one.written_at.isoformat(), one.channel)
                    for one in letters
                ],
            )
            nonces = json.dumps([one.nonce for one in letters])
            kept = {row["nonce"] for row in state.execute(_WRITTEN, (nonces,))}
        return [one for one in letters if one.nonce in kept]

    def settle(self, outcomes: Sequence[tuple[Letter, Outcome]]) -> set[str]:
        """Writes down what became of letters, and returns the nonces of those that counted.

        One of which the subscriptions have ended meanwhile changes nothing.
        """
        with writing(self._connection) as state:
            nonces = json.dumps([letter.nonce for letter, _ in outcomes])
            counted = {row["nonce"] for row in state.execute(_WRITTEN, (nonces,))}
            outcomes = [pair for pair in outcomes if pair[0].nonce in counted]
            _settle_sent(state, outcomes)
            for letter, outcome in outcomes:
                if not isinstance(outcome, Sent):
                    _settle(state, letter, outcome)
        return counted

    def try_embeds_again(self) -> None:
        """Where embeds were not taken: somebody may have allowed them since."""
        with writing(self._connection) as state:
            state.execute("UPDATE channel SET plain = 0 WHERE plain = 1")

    def is_paused(self, channel: int) -> bool:
        rows = reading(
            self._connection,
            "SELECT 1 FROM channel WHERE id = ? AND state = 'paused'",
            (channel,),
        )
        return bool(rows)

    def owners(self, channel: int) -> list[int]:
        """The persons who subscribed there."""
        rows = reading(
            self._connection,
            "SELECT DISTINCT owner_id FROM subscription WHERE channel_id = ? ORDER BY owner_id",
            (channel,),
        )
        return [row["owner_id"] for row in rows]


def _settle_sent(state: sqlite3.Connection, outcomes: Sequence[tuple[Letter, Outcome]]) -> None:
    """All at once: on a good night nearly every letter is sent."""
    sent = [(letter, one.message) for letter, one in outcomes if isinstance(one, Sent)]
    state.executemany(
        "UPDATE channel SET cursor = ?, last_message = ? WHERE id = ?",
        [(letter.upto, message, letter.channel) for letter, message in sent],
    )
    state.executemany("DELETE FROM outbox WHERE nonce = ?", [(letter.nonce,) for letter, _ in sent])


def _settle(state: sqlite3.Connection, letter: Letter, outcome: Outcome) -> None:
    match outcome:
        case Later():
            state.execute(
                "UPDATE outbox SET attempts = attempts + 1 WHERE nonce = ?", (letter.nonce,)
            )
        case Forbidden(reason):
            _pause(state, letter.channel, reason)
        case Gone():
            state.execute("DELETE FROM channel WHERE id = ?", (letter.channel,))
        case Refused(reason):
            _make_plainer(state, letter, reason)


def _pause(state: sqlite3.Connection, channel: int, reason: str) -> None:
    state.execute(
        "UPDATE channel SET state = 'paused', reason = ? WHERE id = ?",
        (reason or "not allowed", channel),
    )


def _make_plainer(state: sqlite3.Connection, letter: Letter, reason: str) -> None:
    """What Discord does not take is written anew without embeds; if it was, nothing helps."""
    state.execute("DELETE FROM outbox WHERE nonce = ?", (letter.nonce,))
    [plain] = state.execute("SELECT plain FROM channel WHERE id = ?", (letter.channel,)).fetchone()
    if plain:
        _pause(state, letter.channel, reason)
    else:
        state.execute("UPDATE channel SET plain = 1 WHERE id = ?", (letter.channel,))


def _wanted(row: sqlite3.Row) -> Wanted:
    style = Style(row["minutes"])
    return Wanted(row["channel_id"], style, datetime.fromisoformat(row["recorded_at"]))


def _letter(row: sqlite3.Row) -> Letter:
    return Letter(
        channel=row["channel_id"],
        nonce=row["nonce"],
        payload=row["payload"],
        upto=row["upto"],
        written_at=datetime.fromisoformat(row["written_at"]),
        last_message=row["last_message"],
        attempts=row["attempts"],
    )


# CROSS JOIN keeps the order: from the few rows of an entry to whoever subscribed to them.
_WANTED = f"""
SELECT subscription.channel_id, subscription.minutes, min(journal.recorded_at) AS recorded_at
FROM subject
CROSS JOIN journal ON journal.seq = subject.seq
CROSS JOIN subscription USING (kind, key)
CROSS JOIN channel ON channel.id = subscription.channel_id
WHERE subject.seq > ? AND subject.seq <= ? AND channel.state = 'active'
    AND subject.seq > channel.cursor AND subject.seq > subscription.since
    AND {FITS}
GROUP BY subscription.channel_id, subscription.minutes
"""  # noqa: S608 (our own condition)

_WANTED_BY = f"""
SELECT channel.id AS channel_id, subscription.minutes, min(journal.recorded_at) AS recorded_at
FROM json_each(?) AS asked
CROSS JOIN channel ON channel.id = asked.value
CROSS JOIN subscription ON subscription.channel_id = channel.id
CROSS JOIN subject ON subject.kind = subscription.kind AND subject.key = subscription.key
    AND subject.seq > max(channel.cursor, subscription.since)
CROSS JOIN journal ON journal.seq = subject.seq
WHERE channel.state = 'active' AND {FITS}
GROUP BY channel.id, subscription.minutes
"""  # noqa: S608 (our own condition)

_MOVE_ON = """
UPDATE channel SET cursor = ? WHERE cursor < ? AND state = 'active'
    AND id NOT IN (SELECT channel_id FROM outbox)
    AND id NOT IN (SELECT value FROM json_each(?))
"""

_HELD = """
SELECT outbox.channel_id, 0 AS minutes, outbox.written_at AS recorded_at
FROM outbox CROSS JOIN channel ON channel.id = outbox.channel_id WHERE channel.state = 'active'
"""

_PENDING = f"""
SELECT channel_id, seq, plain, last_message FROM (
    SELECT channel.id AS channel_id, subject.seq, channel.plain, channel.last_message,
        dense_rank() OVER (PARTITION BY channel.id ORDER BY subject.seq) AS place
    FROM json_each(?) AS due
    CROSS JOIN channel ON channel.id = due.value
    CROSS JOIN subscription ON subscription.channel_id = channel.id
    CROSS JOIN subject ON subject.kind = subscription.kind AND subject.key = subscription.key
        AND subject.seq > max(channel.cursor, subscription.since)
    WHERE channel.state = 'active' AND {FITS}
) WHERE place <= ? GROUP BY channel_id, seq ORDER BY channel_id, seq
"""  # noqa: S608 (our own condition)

_LETTERS = """
SELECT outbox.*, channel.last_message FROM json_each(?) AS due
CROSS JOIN outbox ON outbox.channel_id = due.value
CROSS JOIN channel ON channel.id = outbox.channel_id
WHERE channel.state = 'active' ORDER BY outbox.channel_id
"""

_WRITTEN = "SELECT nonce FROM json_each(?) AS ours CROSS JOIN outbox ON outbox.nonce = ours.value"
