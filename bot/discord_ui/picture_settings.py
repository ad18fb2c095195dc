"""The slash command that says when a server gets pictures, and in which colours."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands
from discord.app_commands import Choice

from bot.answers.reply import Reply, ReplyKind
from bot.declarations.settings import PictureWish, ServerSettings, Shade, Show
from bot.discord_ui import permissions
from bot.discord_ui.presentation import may_attach, may_embed, present

if TYPE_CHECKING:
    from bot.discord_ui.client import TellerBot

NOT_AVAILABLE = "This Teller draws no pictures."
DIRECT = (
    "In a direct message pictures come on a click, on a dark ground. A server can choose: "
    "use /pictures there."
)
NOT_YOURS = "Only who has the permission Manage Server can change when this server gets pictures."
NO_FILES = (
    "In this channel Teller lacks the permission Attach Files, so no picture can be shown here."
)
_COME = {
    Show.ALWAYS: "Pictures come with every answer that has one, and with single declarations.",
    Show.ON_A_CLICK: "Pictures come on a click: below an answer that has one is a button.",
}


def pictures_command() -> app_commands.Command[Any, ..., None]:
    @app_commands.command(name="pictures", description="When this server gets pictures, and how")
    @app_commands.describe(
        show="Always, or on a click; without it, as it is",
        theme="A dark or a light ground; without it, as it is",
    )
    @app_commands.choices(show=[Choice(name=one.value, value=one.value) for one in Show])
    @app_commands.choices(theme=[Choice(name=one.value, value=one.value) for one in Shade])
    async def command(
        interaction: discord.Interaction["TellerBot"],
        show: str | None = None,
        theme: str | None = None,
    ) -> None:
        reply = await _answer(interaction, show, theme)
        shown = present(reply, interaction.user.id, embeds=may_embed(interaction))
        await interaction.client.show(interaction, shown, in_place=False, private=True)

    return command


async def _answer(
    interaction: discord.Interaction["TellerBot"], show: str | None, theme: str | None
) -> Reply:
    """What is so from now on, or why nothing is changed."""
    album, server = interaction.client.album, interaction.guild_id
    if album.studio is None or album.settings is None:
        return _refusal(NOT_AVAILABLE)
    if server is None:
        return _refusal(DIRECT)
    here = await permissions.home(interaction)
    if isinstance(here, Reply):
        return here
    if show is None and theme is None:
        return _told(interaction, album.settings.of_server(server))
    if not interaction.permissions.manage_guild:
        return _refusal(NOT_YOURS)
    return _told(interaction, _changed(album.settings, server, show, theme))


def _changed(
    settings: ServerSettings, server: int, show: str | None, theme: str | None
) -> PictureWish:
    wish = settings.of_server(server)
    if show is not None:
        wish = replace(wish, show=Show(show))
    if theme is not None:
        wish = replace(wish, shade=Shade(theme))
    settings.change(server, wish)
    return wish


def _told(interaction: discord.Interaction[Any], wish: PictureWish) -> Reply:
    headline = f"{_COME[wish.show]} They have a {wish.shade} ground."
    notes = () if may_attach(interaction) else (NO_FILES,)
    return Reply(ReplyKind.ABOUT, "Pictures in this server", headline, notes=notes)


def _refusal(headline: str) -> Reply:
    return Reply(ReplyKind.NOTHING, "Pictures", headline)
