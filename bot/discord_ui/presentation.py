"""A Reply as Discord takes it: an embed or text, with what can be clicked below it."""

from dataclasses import dataclass
from typing import Any

import discord

from bot.answers.reply import Reply
from bot.discord_ui.buttons import offer
from bot.discord_ui.embeds import build_embed, build_text
from bot.discord_ui.menus import Question
from bot.discord_ui.turning import ListView


@dataclass(frozen=True, slots=True)
class Presentation:
    content: str | None
    embed: discord.Embed | None
    view: discord.ui.View | None

    def as_new(self) -> dict[str, Any]:
        """What a new message is made of: Discord's "not given" is not `None`."""
        parts = {"content": self.content, "embed": self.embed, "view": self.view}
        return {name: part for name, part in parts.items() if part is not None}

    def as_change(self) -> dict[str, Any]:
        """What takes the place of all that a message had."""
        return {"content": self.content, "embed": self.embed, "view": self.view}


def may_embed(interaction: discord.Interaction[Any]) -> bool:
    # A direct message has no Embed Links to lack.
    return interaction.guild_id is None or interaction.app_permissions.embed_links


def present(reply: Reply, asker: int, *, embeds: bool, page: int = 0) -> Presentation:
    """`page` is that of the reply's listing, where it has one."""
    view = _build_view(reply, asker, page)
    if embeds:
        return Presentation(None, build_embed(reply, page), view)
    return Presentation(build_text(reply, page), None, view)


def _build_view(reply: Reply, asker: int, page: int) -> discord.ui.View | None:
    if reply.asking and reply.choices:
        return Question(reply.choices, asker)
    if reply.listing and reply.listing.rows:
        return ListView(reply, reply.listing, asker, page)
    view = discord.ui.View(timeout=None)
    for button in offer(reply.choices, asker):
        view.add_item(button)
    return view if view.children else None
