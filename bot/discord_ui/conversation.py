"""What a person writes to Teller in plain words: a direct message, or a mention in a server.

Discord hands over the text of exactly these two without the privileged Message Content intent.
"""

import re
from typing import TYPE_CHECKING

import discord

from bot.discord_ui.errors import answering
from bot.discord_ui.presentation import Telling

if TYPE_CHECKING:
    from bot.discord_ui.client import TellerBot

_WRITTEN = (discord.MessageType.default, discord.MessageType.reply)


async def converse(bot: "TellerBot", message: discord.Message) -> None:
    text = _addressed(bot, message)
    if text is None:
        return
    async with answering(message):
        reply = bot.answers.ask(text) if text else bot.answers.help()
        allowed = _permissions(message)
        told = Telling(
            bot.album.drawable(reply),
            message.author.id,
            message.guild.id if message.guild else None,
            allowed.embed_links,
            allowed.attach_files,
        )
        order = await bot.album.order_unasked(told)
        plate = bot.album.finished(order) if order else None
        shown = told.shown(plate)
        sending = shown.as_new()
        # Discord lets a message be a reply only where the bot may read what came before.
        if allowed.read_message_history:
            sending["reference"] = message.to_reference(fail_if_not_exists=False)
        sent = await message.channel.send(**sending, mention_author=False)
        bot.waiting.add(sent.id, shown.view, sent.edit)
        if order and not plate:
            bot.developing.begin(sent.id, order, told, sent.edit)


def _addressed(bot: "TellerBot", message: discord.Message) -> str | None:
    """What was said to Teller, or `None` where nothing was."""
    if message.author.bot or message.type not in _WRITTEN or bot.user is None:
        return None
    if message.guild is None:
        return message.content.strip()
    # Looked for in the text: an answer to one of Teller's messages counts as a mention too.
    mention = re.compile(rf"<@!?{bot.user.id}>")
    said, found = mention.subn(" ", message.content)
    return said.strip() if found else None


def _permissions(message: discord.Message) -> discord.Permissions:
    if message.guild is None:
        return discord.Permissions.all()
    return message.channel.permissions_for(message.guild.me)
