"""A simulated Discord with Teller in it, and people who ask."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import simcord
from discord import Message, Permissions
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle, GuildHandle
from simcord.env import Env

from bot import __version__
from bot.app import Teller, album, office
from bot.declarations.settings import PictureWish, Shade, Show
from bot.discord_ui.client import TellerBot

ASKED = {
    "bars": "islington north 2024",
    "timeline": "history of clacton",
    "house": "seats 2024",
    "map": "map 2024",
    "swing": "swing in scotland 2024",
}
"""A question for every kind of picture."""

_PATIENCE, _LOOK = 20.0, 0.05  # seconds


@dataclass(frozen=True, slots=True)
class Stage:
    """`rosa` manages the server and its channels, `idris` only reads and asks."""

    env: Env
    bot: TellerBot
    server: GuildHandle
    channel: ChannelHandle
    rosa: MemberActor
    idris: MemberActor

    async def see(self, question: str, channel: ChannelHandle) -> Message:
        """The answer, once its picture is there."""
        assert self.bot.user is not None  # known since the login
        await self.rosa.send(channel, f"{self.bot.user.mention} {question}")
        async with asyncio.timeout(_PATIENCE):
            while True:
                newest: Message | None = channel.last_message
                if newest and newest.attachments:
                    return newest
                await asyncio.sleep(_LOOK)


@asynccontextmanager
async def staged(teller: Teller, home: Path, shade: Shade = Shade.DARK) -> AsyncIterator[Stage]:
    """Every answer comes with its picture."""
    pictures = album(teller)
    bot = TellerBot(
        teller.answers, home, __version__, office=office(teller), album=pictures, shard_count=1
    )
    async with simcord.run(bot, check_errors=False, settle_timeout=_PATIENCE) as env:
        assert bot.user is not None
        await bot.user.edit(username="Teller")
        server = env.create_guild("Election night")
        channel = server.create_text_channel("results", topic="Ask Teller about any seat")
        editors = server.create_role(
            "Editors", permissions=Permissions(manage_channels=True, manage_guild=True)
        )
        rosa = server.add_member(env.create_user("Rosa"), roles=[editors])
        idris = server.add_member(env.create_user("Idris"))
        teller.server_settings.change(server.id, PictureWish(Show.ALWAYS, shade))
        yield Stage(env, bot, server, channel, rosa, idris)
