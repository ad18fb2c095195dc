"""The command that says when a server gets pictures."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from sqlite3 import Connection

import pytest
from discord import Permissions
from simcord import ChannelHandle, Env, MemberActor

from bot.app import Teller
from bot.declarations.settings import PictureWish, ServerSettings, Shade, Show
from bot.declarations.state import open_state, url_of
from bot.discord_ui.album import Album
from bot.discord_ui.client import TellerBot
from bot.discord_ui.picture_settings import DIRECT, NO_FILES, NOT_AVAILABLE, NOT_YOURS
from tests.discord_ui.conftest import Make, Start
from tests.discord_ui.drawing import Atelier
from tests.discord_ui.reading import answer, words

USUAL = PictureWish()


@pytest.fixture
def start(teller: Teller, tmp_path: Path) -> Iterator[Start]:
    with closing(open_state(url_of(tmp_path / "state.db"))) as opened:

        def start() -> TellerBot:
            album = Album(teller.answers, Atelier(tmp_path), ServerSettings(opened))
            return TellerBot(teller.answers, tmp_path, "0.0", album=album, shard_count=1)

        yield start


@pytest.fixture
def settings(state: Connection) -> ServerSettings:
    return ServerSettings(state)


@pytest.fixture
def olwen(simcord_env: Env, channel: ChannelHandle) -> MemberActor:
    """Who may manage the server."""
    server = simcord_env.guild
    wardens = server.create_role("Wardens", permissions=Permissions(manage_guild=True))
    return server.add_member(simcord_env.create_user("Olwen"), roles=[wardens])


async def test_who_manages_the_server_decides(
    simcord_env: Env, channel: ChannelHandle, olwen: MemberActor, settings: ServerSettings
) -> None:
    changed = await olwen.slash(channel, "pictures", show="always", theme="light")

    assert changed.ephemeral
    assert (
        "Pictures come with every answer that has one, and with single declarations. "
        "They have a light ground."
    ) in words(answer(changed))
    assert settings.of_server(simcord_env.guild.id) == PictureWish(Show.ALWAYS, Shade.LIGHT)


async def test_what_is_not_named_stays_as_it_is(
    simcord_env: Env, channel: ChannelHandle, olwen: MemberActor, settings: ServerSettings
) -> None:
    await olwen.slash(channel, "pictures", theme="light")
    await olwen.slash(channel, "pictures", show="always")
    await olwen.slash(channel, "pictures", show="on a click")

    assert settings.of_server(simcord_env.guild.id) == PictureWish(shade=Shade.LIGHT)


async def test_everybody_can_ask_how_it_is(channel: ChannelHandle, rosa: MemberActor) -> None:
    told = await rosa.slash(channel, "pictures")

    assert told.ephemeral
    assert "Pictures come on a click" in words(answer(told))
    assert "They have a dark ground." in words(answer(told))


@pytest.mark.parametrize("wished", [{"show": "always"}, {"theme": "light"}])
async def test_who_does_not_manage_the_server_changes_nothing(
    simcord_env: Env,
    channel: ChannelHandle,
    mina: MemberActor,
    settings: ServerSettings,
    wished: dict[str, str],
) -> None:
    refused = await mina.slash(channel, "pictures", **wished)

    assert refused.ephemeral
    assert NOT_YOURS in words(answer(refused))
    assert "Manage Server" in NOT_YOURS
    assert settings.of_server(simcord_env.guild.id) == USUAL


async def test_where_no_file_can_be_attached_that_is_said(
    make: Make, olwen: MemberActor, channel: ChannelHandle
) -> None:
    told = await olwen.slash(make("no-files", attach_files=False), "pictures", show="always")

    assert NO_FILES in words(answer(told))


async def test_in_a_direct_message_nothing_can_be_changed(simcord_env: Env) -> None:
    told = await simcord_env.create_user("Rosa").slash("pictures", show="always")

    assert DIRECT in words(answer(told))


async def test_a_server_that_teller_left_is_forgotten(
    simcord_env: Env, channel: ChannelHandle, olwen: MemberActor, settings: ServerSettings
) -> None:
    await olwen.slash(channel, "pictures", show="always")
    server = simcord_env.guild.id
    left = simcord_env.bot.get_guild(server)
    assert left is not None

    await left.leave()
    await simcord_env.settle()

    assert settings.of_server(server) == USUAL


async def test_a_teller_without_pictures_says_so(
    simcord_env: Env, channel: ChannelHandle, rosa: MemberActor, teller: Teller, tmp_path: Path
) -> None:
    await simcord_env.restart_bot(TellerBot(teller.answers, tmp_path, "0.0", shard_count=1))

    assert NOT_AVAILABLE in words(answer(await rosa.slash(channel, "pictures")))
