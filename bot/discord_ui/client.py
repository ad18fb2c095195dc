"""Teller in Discord: one client for all shards."""

import logging
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import discord
import yarl
from discord.ext import commands
from discord.gateway import DiscordWebSocket

from bot.answers.live.subscribing import SubscriptionOffice
from bot.answers.reply import Reply, ReplyKind
from bot.answers.service import Answers
from bot.discord_ui.album import Album
from bot.discord_ui.announcing import Announcing
from bot.discord_ui.buttons import OfferButton
from bot.discord_ui.commands import Commands
from bot.discord_ui.conversation import converse
from bot.discord_ui.developing import Developing
from bot.discord_ui.errors import record
from bot.discord_ui.keeping import Keeping
from bot.discord_ui.menus import QuestionMenu
from bot.discord_ui.picture_button import PictureButton
from bot.discord_ui.presentation import Presentation, telling
from bot.discord_ui.subscription_menus import SubscribeMenu, UnsubscribeMenu
from bot.discord_ui.synchronisation import synchronise
from bot.discord_ui.turning import FileButton, PageButton
from bot.discord_ui.waiting import Waiting
from bot.discord_ui.whole_result import WholeResultMenu
from bot.pictures.studio import Studio

# Seconds that a request waits for Discord's limits by itself; what must wait longer is put off.
_LONGEST_WAIT = 30.0

_log = logging.getLogger(__name__)


class TellerBot(commands.AutoShardedBot):
    """`home` is the folder where Teller keeps what it remembers between starts."""

    def __init__(
        self,
        answers: Answers,
        home: Path,
        version: str,
        *,
        office: SubscriptionOffice | None = None,
        album: Album | None = None,
        announcing: Callable[["TellerBot"], Announcing] | None = None,
        shard_count: int | None = None,
    ) -> None:
        # Teller never speaks, so what voice would need is no news at every start.
        discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False
        self.answers = answers
        self.office = office
        super().__init__(
            # It has no text commands: what people write is a question.
            command_prefix=commands.when_mentioned,
            help_command=None,
            tree_cls=Commands,
            intents=discord.Intents.default(),
            allowed_mentions=discord.AllowedMentions.none(),
            shard_count=shard_count,
            max_ratelimit_timeout=_LONGEST_WAIT,
            max_messages=None,  # nothing is ever looked up in what people wrote
        )
        self._home = home
        self._version = version
        self._begin_announcing = announcing
        self._announcing: Announcing | None = None
        self.boards: Keeping | None = None
        self.waiting = Waiting()
        self.album = album or Album(answers)
        self.developing = Developing(self.album, self.waiting)

    @property
    def studio(self) -> Studio | None:
        """Where pictures are made, if there are any."""
        return self.album.studio

    async def setup_hook(self) -> None:
        self.add_dynamic_items(OfferButton, QuestionMenu, WholeResultMenu, PageButton, FileButton)
        self.add_dynamic_items(SubscribeMenu, UnsubscribeMenu, PictureButton)
        if self._begin_announcing:
            # Posting needs no gateway: what a crash left unsaid need not wait for it.
            self._announcing = self._begin_announcing(self)
            self.boards = self._announcing.keeping
        assert self.application_id is not None  # known since the login
        await synchronise(self.tree, self.application_id, self._home)

    async def close(self) -> None:
        if self._announcing:
            await self._announcing.end()
        await self.album.close()
        await self.developing.end()
        await super().close()

    async def launch_shard(
        self, gateway: yarl.URL, shard_id: int, *, initial: bool = False
    ) -> None:
        # A shard that cannot resume turns to the default gateway: that must be the same one.
        DiscordWebSocket.DEFAULT_GATEWAY = gateway
        await super().launch_shard(gateway, shard_id, initial=initial)

    async def on_ready(self) -> None:
        servers = len(self.guilds)
        _log.info("Teller %s is in Discord as %s, in %d servers", self._version, self.user, servers)

    async def on_message(self, message: discord.Message) -> None:
        await converse(self, message)

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        if self.office:
            self.office.forget_server(guild.id)
        self.album.forget_server(guild.id)
        if self.boards:
            self.boards.office.forget_server(guild.id)

    async def on_guild_channel_delete(self, channel: discord.abc.GuildChannel) -> None:
        if self.office:
            self.office.forget_channel(channel.id)
        if self.boards:
            self.boards.office.forget_channel(channel.id)

    async def on_raw_thread_delete(self, thread: discord.RawThreadDeleteEvent) -> None:
        if self.office:
            self.office.forget_channel(thread.thread_id)
        if self.boards:
            self.boards.office.forget_channel(thread.thread_id)

    async def on_error(self, _event: str, /, *_args: Any, **_kwargs: Any) -> None:
        error = sys.exc_info()[1]
        if isinstance(error, Exception):
            record(error)

    async def respond(
        self,
        interaction: discord.Interaction[Any],
        reply: Reply,
        *,
        in_place: bool = False,
        page: int = 0,
        drawn: bool = False,
    ) -> None:
        """Answers anew, or `in_place` of the message that was clicked on.

        `drawn` says that it shows the reply's picture already.
        """
        told = telling(interaction, self.album.drawable(reply), page)
        order = await self.album.order_unasked(told, again=drawn)
        plate = self.album.finished(order) if order else None
        # What was clicked on belongs to somebody else: the answer is for this person alone.
        private = interaction.message is not None or reply.kind is ReplyKind.NOTHING
        message = await self.show(
            interaction, told.shown(plate), in_place=in_place, private=private
        )
        if order and not plate:
            self.developing.begin(message, order, told, interaction.edit_original_response)

    async def show(
        self,
        interaction: discord.Interaction[Any],
        shown: Presentation,
        *,
        in_place: bool,
        private: bool,
    ) -> int:
        """The message. Whatever waits below it, and has a clock, starts waiting."""
        if in_place and interaction.message:
            await self.developing.overtake(interaction.message.id)
            await interaction.response.edit_message(**shown.as_change())
            message = interaction.message.id
        else:
            sent = await interaction.response.send_message(**shown.as_new(), ephemeral=private)
            message = sent.message_id or interaction.id
        self.waiting.add(message, shown.view, interaction.edit_original_response)
        return message
