"""Who wants to hear about what."""

import sqlite3
from datetime import datetime

from bot.declarations.state import reading, writing
from bot.declarations.subscription import (
    MOST_FOR_A_PERSON,
    MOST_FOR_A_SERVER,
    Address,
    ChannelState,
    Events,
    Standing,
    Style,
    Subscription,
    Target,
    TargetKind,
    Wish,
)
from bot.errors import TellerError

_COLUMNS = "subscription.*, channel.server_id"
# Whether a subscription wants what a subject is of: names are wanted apart from results.
FITS = """
CASE WHEN subject.named THEN subject.seq > subscription.named_since
ELSE subject.changes OR (subscription.events = 'every' AND subject.seq > subscription.every_since)
END
"""


class TooMany(TellerError):
    """The server or the person has as many subscriptions as they may have."""


class Subscriptions:
    """Over one connection to the state; every method is one transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def add(self, address: Address, owner: int, wish: Wish, now: datetime) -> Subscription:
        """The subscription, new or changed: a channel has one for each target.

        It hears what is journalled from now on. A channel that was paused goes on. Raises TooMany.
        """
        target = wish.target
        with writing(self._connection) as state:
            [head] = state.execute("SELECT coalesce(max(seq), 0) FROM journal").fetchone()
            state.execute(
                "INSERT INTO channel (id, server_id, cursor) VALUES (?, ?, ?) ON CONFLICT (id) "
                "DO UPDATE SET state = 'active', reason = '', plain = 0",
                (address.channel, address.server, head),
            )
            [id_] = state.execute(
                "INSERT INTO subscription "
                "(channel_id, owner_id, kind, key, name, events, minutes, since, every_since, "
                "named_since, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
                "ON CONFLICT (channel_id, kind, key) DO UPDATE SET events = excluded.events, "
                "minutes = excluded.minutes, "
                # Whoever wants holds too from now on is not told all that were there before.
                "every_since = CASE WHEN events = 'changes' AND excluded.events = 'every' "
                "THEN excluded.every_since ELSE every_since END, "
                "named_since = CASE WHEN excluded.named_since IS NULL THEN NULL "
                "ELSE coalesce(named_since, excluded.named_since) END RETURNING id",
                (
                    *(address.channel, owner, target.kind, target.key, target.name),
                    *(wish.events, int(wish.style), head, head),
                    *(head if wish.named else None, now.isoformat()),
                ),
            ).fetchone()
            self._check_number(address)
        return self._all("subscription.id = ?", id_)[0]

    def _check_number(self, address: Address) -> None:
        """After the insert and within its transaction, so that two at once cannot both pass."""
        most = MOST_FOR_A_PERSON if address.server is None else MOST_FOR_A_SERVER
        if len(self.at(address)) <= most:
            return
        whose = "You have" if address.server is None else "This server has"
        raise TooMany(
            f"{whose} {most} subscriptions, which is the most there can be: "
            "/unsubscribe from one first."
        )

    def at(self, address: Address) -> list[Subscription]:
        """Those of the whole server, or those of a person's direct messages."""
        if address.server is None:
            return self._all("channel.id = ? AND channel.server_id IS NULL", address.channel)
        return self._all("channel.server_id = ?", address.server)

    def of_channel(self, channel: int) -> list[Subscription]:
        return self._all("channel.id = ?", channel)

    def remove(self, id_: int, address: Address) -> Subscription | None:
        """What was removed; None where the address has no such subscription (any more).

        With its last subscription goes the channel, and what was still to be sent there.
        """
        with writing(self._connection) as state:
            found = [one for one in self.at(address) if one.id == id_]
            state.executemany("DELETE FROM subscription WHERE id = ?", [(one.id,) for one in found])
            state.executemany(
                "DELETE FROM channel WHERE id = ? "
                "AND NOT EXISTS (SELECT 1 FROM subscription WHERE channel_id = channel.id)",
                [(one.address.channel,) for one in found],
            )
        return found[0] if found else None

    def remove_server(self, server: int) -> None:
        with writing(self._connection) as state:
            state.execute("DELETE FROM channel WHERE server_id = ?", (server,))

    def remove_channel(self, channel: int) -> None:
        with writing(self._connection) as state:
            state.execute("DELETE FROM channel WHERE id = ?", (channel,))

    def standing(self, channel: int) -> Standing | None:
        """Where the channel stands; None where nothing is subscribed."""
        rows = reading(self._connection, _STANDING, (channel, channel))
        if not rows:
            return None
        row = rows[0]
        return Standing(
            ChannelState(row["state"]), row["reason"], row["waiting"], row["attempts"] or 0
        )

    def _all(self, condition: str, value: int) -> list[Subscription]:
        rows = reading(
            self._connection,
            f"SELECT {_COLUMNS} FROM subscription JOIN channel ON channel.id = channel_id "  # noqa: S608 (our own conditions)
            f"WHERE {condition} ORDER BY channel_id, subscription.id",
            (value,),
        )
        return [_subscription(row) for row in rows]


_STANDING = f"""
SELECT state, reason, attempts, (
    SELECT count(DISTINCT subject.seq)
    FROM subscription CROSS JOIN subject USING (kind, key)
    WHERE subscription.channel_id = ? AND subject.seq > max(channel.cursor, subscription.since)
        AND {FITS}
) AS waiting
FROM channel LEFT JOIN outbox ON outbox.channel_id = channel.id
WHERE channel.id = ?
"""  # noqa: S608 (our own condition)


def _subscription(row: sqlite3.Row) -> Subscription:
    target = Target(TargetKind(row["kind"]), row["key"], row["name"])
    return Subscription(
        id=row["id"],
        address=Address(row["channel_id"], row["server_id"]),
        owner=row["owner_id"],
        wish=Wish(
            target,
            Events(row["events"]),
            Style(row["minutes"]),
            named=row["named_since"] is not None,
        ),
        since=row["since"],
        created_at=datetime.fromisoformat(row["created_at"]),
    )
