"""What a server wishes of its pictures, as it is written down."""

import sqlite3
from sqlite3 import Connection

import pytest

from bot.declarations.settings import PictureWish, ServerSettings, Shade, Show
from bot.declarations.state import open_state
from bot.declarations.subscription import EVERYTHING, Address, Wish
from bot.declarations.subscriptions import Subscriptions
from tests.declarations.making import NOW

SERVER, ANOTHER = 5, 6
USUAL = PictureWish(Show.ON_A_CLICK, Shade.DARK)
ALWAYS_LIGHT = PictureWish(Show.ALWAYS, Shade.LIGHT)


@pytest.fixture
def settings(connection: Connection) -> ServerSettings:
    return ServerSettings(connection)


@pytest.fixture
def subscriptions(connection: Connection) -> Subscriptions:
    return Subscriptions(connection)


def test_who_wished_nothing_gets_what_is_usual(settings: ServerSettings) -> None:
    assert settings.of_server(SERVER) == settings.of_server(None) == USUAL
    assert settings.of_channel(11) == USUAL


def test_a_wish_is_kept_for_its_server_alone(settings: ServerSettings, state_url: str) -> None:
    settings.change(SERVER, ALWAYS_LIGHT)

    again = open_state(state_url)
    assert ServerSettings(again).of_server(SERVER) == ALWAYS_LIGHT
    assert ServerSettings(again).of_server(ANOTHER) == USUAL
    again.close()


def test_the_last_wish_counts(settings: ServerSettings) -> None:
    settings.change(SERVER, ALWAYS_LIGHT)
    settings.change(SERVER, PictureWish(Show.ON_A_CLICK, Shade.LIGHT))

    assert settings.of_server(SERVER) == PictureWish(Show.ON_A_CLICK, Shade.LIGHT)


def test_a_channel_has_its_servers_wish(
    settings: ServerSettings, subscriptions: Subscriptions
) -> None:
    for address in (Address(11, SERVER), Address(12, ANOTHER), Address(13)):
        subscriptions.add(address, 1, Wish(EVERYTHING), NOW)
    settings.change(SERVER, ALWAYS_LIGHT)

    assert settings.of_channel(11) == ALWAYS_LIGHT
    assert settings.of_channel(12) == settings.of_channel(13) == USUAL


def test_a_server_that_teller_left_is_forgotten(settings: ServerSettings) -> None:
    settings.change(SERVER, ALWAYS_LIGHT)
    settings.change(ANOTHER, ALWAYS_LIGHT)

    settings.forget(SERVER)

    assert settings.of_server(SERVER) == USUAL
    assert settings.of_server(ANOTHER) == ALWAYS_LIGHT


@pytest.mark.parametrize(("pictures", "theme"), [("never", "dark"), ("always", "pink")])
def test_nothing_else_can_be_wished(connection: Connection, pictures: str, theme: str) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        connection.execute("INSERT INTO server_setting VALUES (?, ?, ?)", (SERVER, pictures, theme))


def test_asking_for_a_wish_reads_no_table_through(connection: Connection) -> None:
    plan = connection.execute(
        "EXPLAIN QUERY PLAN SELECT * FROM channel JOIN server_setting USING (server_id) "
        "WHERE channel.id = 1"
    )
    assert not [row["detail"] for row in plan if row["detail"].startswith("SCAN")]
