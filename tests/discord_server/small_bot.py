"""A bot on the real discord.py, with a command for each way of answering."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from tests.discord_server.client import DiscordServer

Interaction = discord.Interaction["SmallBot"]
Command = app_commands.Command[Any, ..., None]


class Buttons(discord.ui.View):
    @discord.ui.button(label="More", custom_id="more")
    async def more(self, interaction: Interaction, button: discord.ui.Button[Any]) -> None:
        await interaction.response.edit_message(content="more", view=None)

    @discord.ui.select(
        custom_id="seat",
        options=[discord.SelectOption(label="Leeds"), discord.SelectOption(label="York")],
    )
    async def seat(self, interaction: Interaction, select: discord.ui.Select[Any]) -> None:
        await interaction.response.send_message(select.values[0], ephemeral=True)


class SmallBot(commands.AutoShardedBot):
    """`done` has the name of each command that was carried out to its end."""

    def __init__(self) -> None:
        super().__init__(
            commands.when_mentioned,
            intents=discord.Intents.default(),
            guild_ready_timeout=0.1,
        )
        self.heard: asyncio.Queue[discord.Message] = asyncio.Queue()
        self.done: asyncio.Queue[str] = asyncio.Queue()
        self.failed: asyncio.Queue[BaseException | None] = asyncio.Queue()
        self.resumed = asyncio.Event()

    async def setup_hook(self) -> None:
        follow = app_commands.Group(name="follow", description="d")
        follow.add_command(_where())
        for command in (_echo(), _slow(), _choice(), follow):
            self.tree.add_command(command)
        self.tree.error(self._keep)
        await self.tree.sync()

    async def _keep(self, interaction: Interaction, error: app_commands.AppCommandError) -> None:
        self.failed.put_nowait(error.__cause__)

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """Without the wait of 5 s that Discord itself would ask for."""

    async def on_message(self, message: discord.Message) -> None:
        self.heard.put_nowait(message)

    async def on_shard_resumed(self, shard_id: int) -> None:
        self.resumed.set()


def _echo() -> Command:
    @app_commands.command(description="d")
    async def echo(interaction: Interaction, text: str, times: int = 1) -> None:
        sent = await interaction.response.send_message(text * times)
        assert isinstance(sent.resource, discord.InteractionMessage)
        await interaction.followup.send(f"after {sent.resource.content}")
        interaction.client.done.put_nowait("echo")

    @echo.autocomplete("text")
    async def suggest(interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        return [app_commands.Choice(name=typed.title(), value=typed)]

    return echo


def _slow() -> Command:
    @app_commands.command(description="d")
    async def slow(interaction: Interaction) -> None:
        await interaction.response.defer(thinking=True, ephemeral=True)
        before = await interaction.original_response()
        after = await interaction.edit_original_response(content="done")
        assert (before.flags.loading, after.flags.loading) == (True, False)
        interaction.client.done.put_nowait("slow")

    return slow


def _choice() -> Command:
    @app_commands.command(description="d")
    async def choice(interaction: Interaction) -> None:
        await interaction.response.send_message("which?", view=Buttons())

    return choice


def _where() -> Command:
    @app_commands.command(description="d")
    async def where(interaction: Interaction, channel: discord.TextChannel | None = None) -> None:
        there = channel or interaction.channel
        allowed, own = interaction.permissions, interaction.app_permissions
        told = f"{there} {interaction.user.id} {allowed.manage_guild} {own.embed_links}"
        await interaction.response.send_message(told)

    return where


@asynccontextmanager
async def connected(server: DiscordServer, shards: int = 1) -> AsyncIterator[SmallBot]:
    async with SmallBot() as bot:
        running = asyncio.create_task(bot.start("not.a.token"))
        try:
            await asyncio.to_thread(server.wait_for_bot, shards)
            await asyncio.wait_for(bot.wait_until_ready(), 10)
            yield bot
        finally:
            await bot.close()
            running.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await running
