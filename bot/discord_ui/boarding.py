"""The slash command for live boards."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands

from bot.answers import wording
from bot.answers.live.board_office import BoardOffice, Host
from bot.answers.reply import Reply, ReplyKind
from bot.declarations.subscription import Address
from bot.discord_ui import permissions, suggesting
from bot.discord_ui.permissions import Rights
from bot.discord_ui.subscribing import Postable
from bot.discord_ui.subscription_menus import show
from bot.errors import TellerError

if TYPE_CHECKING:
    from bot.discord_ui.client import TellerBot

NOT_AVAILABLE = "Boards are not available in this Teller."
_TO_READ = (
    "Allow Teller Read Message History there too: without it, it cannot look after a crash "
    "whether its last board got through."
)
_ADD = "Add Teller to a server, or write to it directly, and use /board there."


def board_command() -> app_commands.Command[Any, ..., None]:
    @app_commands.command(description="A live scoreboard, kept up in this channel")
    @app_commands.describe(
        election="Which election; without it, what is being declared, or the latest",
        channel="Where; without it, here",
        stop="Take the board down instead",
    )
    @app_commands.autocomplete(election=suggesting.general_elections)
    async def board(
        interaction: discord.Interaction["TellerBot"],
        election: str | None = None,
        channel: app_commands.Transform[int, Postable] | None = None,
        stop: bool = False,  # noqa: FBT001, FBT002 (an option of the command)
    ) -> None:
        keeping = interaction.client.boards
        if keeping is None:
            raise TellerError(NOT_AVAILABLE)
        host = await _host(interaction, channel, stopping=stop)
        if isinstance(host, Reply):
            await show(interaction, host)
            return
        await show(interaction, _agreed(keeping.office, host, election, stopping=stop))
        keeping.wake(host.address.channel)

    return board


def _agreed(office: BoardOffice, host: Host, election: str | None, *, stopping: bool) -> Reply:
    return office.stop(host) if stopping else office.post(host, election)


async def _host(
    interaction: discord.Interaction[Any], channel: int | None, *, stopping: bool
) -> Host | Reply:
    """Where the board is meant to be, if whoever asks may say so and Teller may post there."""
    here = await permissions.home(interaction)
    if isinstance(here, Reply):
        return replace(here, headline=_ADD) if interaction.guild_id is None else here
    if here.server is None:
        if channel is not None:
            return _refusal("No channel can be chosen here", "Use /board in the server for that.")
        return Host(here, interaction.user.id)
    address = Address(channel or here.channel, here.server)
    rights = permissions.rights(interaction, address.channel)
    refused = _refused(rights, stopping=stopping)
    if refused or rights is None:
        return refused or _unseen()
    return Host(address, interaction.user.id, rights.name, _advice(rights))


def _refused(rights: Rights | None, *, stopping: bool) -> Reply | None:
    if rights is None:
        return _unseen()
    if not rights.person.manage_channels:
        return _not_allowed(rights.name, stopping=stopping)
    if rights.missing and not stopping:
        return _refusal(
            f"Teller may not post in {rights.name}",
            f"It lacks {wording.listed(rights.missing)} there. Allow it that, then use /board "
            "again.",
        )
    return None


def _not_allowed(channel: str, *, stopping: bool) -> Reply:
    needed = "That needs the permission Manage Channels in the channel."
    if stopping:
        return _refusal(f"You may not stop the board in {channel}", needed)
    alone = "In a direct message to Teller you can have one for yourself."
    return _refusal(f"You may not have a board in {channel}", f"{needed} {alone}")


def _advice(rights: Rights) -> tuple[str, ...]:
    """What a board does without where Teller may not do it."""
    allowed = rights.teller
    lacking = [
        (allowed.attach_files, "Teller may not show the map there: that needs Attach Files."),
        (allowed.pin_messages, "Teller may not pin the board there: that needs Pin Messages."),
        (
            allowed.read_message_history,
            _TO_READ,
        ),
    ]
    return tuple(sentence for has, sentence in lacking if not has)


def _unseen() -> Reply:
    return _refusal(
        "Teller cannot see that channel",
        "Allow it View Channel there, or add it to the thread if that is private; then use "
        "/board again.",
    )


def _refusal(title: str, headline: str) -> Reply:
    return Reply(ReplyKind.NOTHING, title, headline)
