"""Where boards are, what they show, and what is being posted."""

import sqlite3
from datetime import date, datetime

from bot.declarations.board import MOST_FOR_A_SERVER, Board, BoardState, Posting, Shown
from bot.declarations.state import reading, writing
from bot.declarations.subscription import Address
from bot.errors import TellerError


class TooManyBoards(TellerError):
    """The server has as many boards as it may have."""


class Boards:
    """Over one connection to the state, for one thread. Every method is one transaction.

    A channel has one board.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def close(self) -> None:
        self._connection.close()

    def identity(self) -> str:
        """What tells this state from every other."""
        return str(reading(self._connection, "SELECT id FROM identity")[0]["id"])

    def put(self, address: Address, owner: int, polled_on: date) -> None:
        """Wanted at the bottom of the channel, whatever was there. Raises TooManyBoards."""
        with writing(self._connection) as state:
            state.execute(_PUT, (address.channel, address.server, owner, polled_on.isoformat()))
            [number] = state.execute(
                "SELECT count(*) FROM board WHERE server_id = ?", (address.server,)
            ).fetchone()
            if number > MOST_FOR_A_SERVER:
                raise TooManyBoards(
                    f"This server has {MOST_FOR_A_SERVER} boards, which is the most there can "
                    "be: stop one first."
                )

    def stop(self, channel: int) -> bool:
        """Whether there is one to be taken down."""
        with writing(self._connection) as state:
            stopped = state.execute(
                "UPDATE board SET state = 'ending', reason = '' WHERE channel_id = ?", (channel,)
            )
        return bool(stopped.rowcount)

    def of_channel(self, channel: int) -> Board | None:
        rows = reading(self._connection, "SELECT * FROM board WHERE channel_id = ?", (channel,))
        return _board(rows[0]) if rows else None

    def kept(self) -> list[Board]:
        """All that are not paused, longest unchanged first."""
        query = "SELECT * FROM board WHERE state <> 'paused' ORDER BY changed_at"
        return [_board(row) for row in reading(self._connection, query)]

    def write_down(self, channel: int, posting: Posting) -> bool:
        """Whether it is to be sent: somebody may have ended the board meanwhile."""
        with writing(self._connection) as state:
            written = state.execute(
                "UPDATE board SET nonce = ?, payload = ?, written_at = ?, anew = 0 "
                "WHERE channel_id = ? AND state = 'active' AND nonce IS NULL "
                "AND leaving_id IS NULL",
                (posting.nonce, posting.payload, posting.written_at.isoformat(), channel),
            )
        return bool(written.rowcount)

    def posted(self, nonce: str, shown: Shown) -> None:
        """What was written down is there, and what was there before is to leave."""
        with writing(self._connection) as state:
            state.execute(
                "UPDATE board SET leaving_id = message_id, message_id = ?, posted_at = ?, "
                "changed_at = ?, shows = ?, nonce = NULL, payload = NULL, written_at = NULL, "
                # Where it may not be pinned nothing is tried again until somebody asks for that.
                "pinned = nullif(pinned, 1) WHERE nonce = ?",
                (
                    *(shown.message, shown.posted_at.isoformat(), shown.changed_at.isoformat()),
                    *(shown.mark, nonce),
                ),
            )

    def edited(self, message: int, mark: str, now: datetime) -> None:
        with writing(self._connection) as state:
            state.execute(
                "UPDATE board SET shows = ?, changed_at = ? WHERE message_id = ?",
                (mark, now.isoformat(), message),
            )

    def pinned(self, message: int, *, done: bool) -> None:
        with writing(self._connection) as state:
            state.execute("UPDATE board SET pinned = ? WHERE message_id = ?", (done, message))

    def cleared(self, message: int) -> None:
        """The message before is gone."""
        with writing(self._connection) as state:
            state.execute("UPDATE board SET leaving_id = NULL WHERE leaving_id = ?", (message,))

    def renew(self, message: int) -> None:
        """That message cannot be edited any more."""
        with writing(self._connection) as state:
            state.execute("UPDATE board SET anew = 1 WHERE message_id = ?", (message,))

    def pause(self, channel: int, reason: str) -> None:
        """What was being posted is given up."""
        with writing(self._connection) as state:
            state.execute(
                "UPDATE board SET state = 'paused', reason = ?, nonce = NULL, payload = NULL, "
                "written_at = NULL WHERE channel_id = ? AND state = 'active'",
                (reason or "not allowed", channel),
            )

    def drop(self, board: Board) -> None:
        """If it is still as it was read: somebody may have asked for it anew meanwhile."""
        with writing(self._connection) as state:
            state.execute(
                "DELETE FROM board WHERE channel_id = ? AND state = ? AND anew = ?",
                (board.channel, board.state, board.anew),
            )

    def remove_channel(self, channel: int) -> None:
        with writing(self._connection) as state:
            state.execute("DELETE FROM board WHERE channel_id = ?", (channel,))

    def remove_server(self, server: int) -> None:
        with writing(self._connection) as state:
            state.execute("DELETE FROM board WHERE server_id = ?", (server,))


_PUT = """
INSERT INTO board (channel_id, server_id, owner_id, polled_on, anew) VALUES (?, ?, ?, ?, 1)
ON CONFLICT (channel_id) DO UPDATE SET owner_id = excluded.owner_id,
    polled_on = excluded.polled_on, state = 'active', reason = '', anew = 1, pinned = NULL
"""


def _board(row: sqlite3.Row) -> Board:
    return Board(
        address=Address(row["channel_id"], row["server_id"]),
        owner=row["owner_id"],
        polled_on=date.fromisoformat(row["polled_on"]),
        state=BoardState(row["state"]),
        shown=_shown(row) if row["message_id"] is not None else None,
        posting=_posting(row) if row["nonce"] is not None else None,
        leaving=row["leaving_id"],
        anew=bool(row["anew"]),
        pinned=None if row["pinned"] is None else bool(row["pinned"]),
        reason=row["reason"],
    )


def _shown(row: sqlite3.Row) -> Shown:
    return Shown(
        row["message_id"],
        datetime.fromisoformat(row["posted_at"]),
        datetime.fromisoformat(row["changed_at"]),
        row["shows"],
    )


def _posting(row: sqlite3.Row) -> Posting:
    return Posting(row["nonce"], row["payload"], datetime.fromisoformat(row["written_at"]))
