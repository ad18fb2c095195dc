"""A Reply as Discord takes it: an embed or text, with what can be clicked below it."""

from dataclasses import dataclass
from typing import Any

import discord

from bot.answers.reply import Reply
from bot.discord_ui.buttons import offer
from bot.discord_ui.embeds import build_embed, build_text
from bot.discord_ui.menus import Question


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


def present(reply: Reply, asker: int, *, embeds: bool) -> Presentation:
    view = _build_view(reply, asker)
    if embeds:
        return Presentation(None, build_embed(reply), view)
    return Presentation(build_text(reply), None, view)


def _build_view(reply: Reply, asker: int) -> discord.ui.View | None:
    if not reply.choices:
        return None
    return Question(reply.choices, asker) if reply.asking else offer(reply.choices, asker)
