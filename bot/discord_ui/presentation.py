"""A Reply as Discord takes it: an embed or text, with what can be clicked below it."""

from dataclasses import dataclass
from typing import Any

import discord

from bot.answers.reply import Reply
from bot.discord_ui.buttons import MOST_BUTTONS, offer
from bot.discord_ui.embeds import build_embed, build_text
from bot.discord_ui.menus import Question
from bot.discord_ui.picture_button import picture_button
from bot.discord_ui.plate import Plate
from bot.discord_ui.turning import ListView


@dataclass(frozen=True, slots=True)
class Presentation:
    content: str | None
    embed: discord.Embed | None
    view: discord.ui.View | None
    plate: Plate | None = None

    def as_new(self) -> dict[str, Any]:
        """What a new message is made of: Discord's "not given" is not `None`."""
        file = self.plate.file() if self.plate else None
        parts = {"content": self.content, "embed": self.embed, "view": self.view, "file": file}
        return {name: part for name, part in parts.items() if part is not None}

    def as_change(self) -> dict[str, Any]:
        """What takes the place of all that a message had."""
        files = [self.plate.file()] if self.plate else []
        parts = {"content": self.content, "embed": self.embed, "view": self.view}
        return {**parts, "attachments": files}


@dataclass(frozen=True, slots=True)
class Telling:
    """An answer, whom it is for and what can be shown there; `server` is None for a direct message.

    `page` is that of the reply's listing, where it has one.
    """

    reply: Reply
    asker: int
    server: int | None
    embeds: bool
    files: bool
    page: int = 0

    def shown(self, plate: Plate | None = None) -> Presentation:
        return present(self.reply, self.asker, embeds=self.embeds, page=self.page, plate=plate)


def telling(interaction: discord.Interaction[Any], reply: Reply, page: int = 0) -> Telling:
    return Telling(
        reply,
        interaction.user.id,
        interaction.guild_id,
        may_embed(interaction),
        may_attach(interaction),
        page,
    )


def may_embed(interaction: discord.Interaction[Any]) -> bool:
    # A direct message has no Embed Links to lack.
    return interaction.guild_id is None or interaction.app_permissions.embed_links


def may_attach(interaction: discord.Interaction[Any]) -> bool:
    return interaction.guild_id is None or interaction.app_permissions.attach_files


def present(
    reply: Reply, asker: int, *, embeds: bool, page: int = 0, plate: Plate | None = None
) -> Presentation:
    """With its picture, or with a button for it where it has one."""
    view = _build_view(reply, asker, page, drawn=plate is not None)
    if not embeds:
        return Presentation(build_text(reply, page), None, view, plate)
    embed = build_embed(reply, page)
    if plate:
        embed.set_image(url=plate.address)
    return Presentation(None, embed, view, plate)


def _build_view(reply: Reply, asker: int, page: int, *, drawn: bool) -> discord.ui.View | None:
    if reply.asking and reply.choices:
        return Question(reply.choices, asker)
    picture = picture_button(None if drawn else reply.sketch, asker)
    if reply.listing and reply.listing.rows:
        return ListView(reply, reply.listing, asker, page, picture)
    view = discord.ui.View(timeout=None)
    for button in (*offer(reply.choices, asker)[: MOST_BUTTONS - len(picture)], *picture):
        view.add_item(button)
    return view if view.children else None
