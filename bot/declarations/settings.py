"""What a server wishes of Teller's pictures."""

import sqlite3
from dataclasses import dataclass
from enum import StrEnum

from bot.declarations.state import reading, writing


class Show(StrEnum):
    """When pictures come: with the answer, or once somebody asks for one."""

    ALWAYS = "always"
    ON_A_CLICK = "on a click"


class Shade(StrEnum):
    DARK = "dark"
    LIGHT = "light"


@dataclass(frozen=True, slots=True)
class PictureWish:
    show: Show = Show.ON_A_CLICK
    shade: Shade = Shade.DARK


class ServerSettings:
    """Over one connection to the state. Who wished nothing, or is no server, gets what is usual."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def of_server(self, server: int | None) -> PictureWish:
        query = "SELECT pictures, theme FROM server_setting WHERE server_id = ?"
        return self._wish(query, server) if server is not None else PictureWish()

    def of_channel(self, channel: int) -> PictureWish:
        """Of its server, which is known of a channel that is subscribed to something."""
        return self._wish(_OF_CHANNEL, channel)

    def change(self, server: int, wish: PictureWish) -> None:
        with writing(self._connection) as state:
            state.execute(
                "INSERT INTO server_setting (server_id, pictures, theme) VALUES (?, ?, ?) "
                "ON CONFLICT (server_id) DO UPDATE "
                "SET pictures = excluded.pictures, theme = excluded.theme",
                (server, wish.show, wish.shade),
            )

    def forget(self, server: int) -> None:
        """Teller is in it no longer."""
        with writing(self._connection) as state:
            state.execute("DELETE FROM server_setting WHERE server_id = ?", (server,))

    def _wish(self, query: str, id_: int) -> PictureWish:
        rows = reading(self._connection, query, (id_,))
        return _wish(rows[0]) if rows else PictureWish()


_OF_CHANNEL = """
SELECT pictures, theme FROM channel
JOIN server_setting USING (server_id) WHERE channel.id = ?
"""


def _wish(row: sqlite3.Row) -> PictureWish:
    return PictureWish(Show(row["pictures"]), Shade(row["theme"]))
