"""The slash commands."""

from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands

from bot.discord_ui import suggesting
from bot.discord_ui.asking import asking_commands
from bot.discord_ui.boarding import board_command
from bot.discord_ui.counting import counting_commands
from bot.discord_ui.errors import report
from bot.discord_ui.mapping import map_command
from bot.discord_ui.picture_settings import pictures_command
from bot.discord_ui.subscribing import subscription_commands

if TYPE_CHECKING:
    from bot.discord_ui.client import TellerBot


class Commands(app_commands.CommandTree["TellerBot"]):
    """Usable wherever Teller was added: to a server, or by one person for themselves."""

    def __init__(self, bot: "TellerBot") -> None:
        super().__init__(
            bot,
            allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
            allowed_contexts=app_commands.AppCommandContext(
                guild=True, dm_channel=True, private_channel=True
            ),
        )
        own = (_result_command(), _declared_command(), _help_command(), _about_command())
        drawn = (map_command(), pictures_command())
        told = (*subscription_commands(), board_command())
        for command in (*asking_commands(), *counting_commands(), *own, *drawn, *told):
            self.add_command(command)

    async def on_error(
        self, interaction: discord.Interaction[Any], error: app_commands.AppCommandError
    ) -> None:
        await report(interaction, error)


def _result_command() -> app_commands.Command[Any, ..., None]:
    @app_commands.command(description="The result in a constituency, or of somebody who stood")
    @app_commands.describe(
        place="A constituency, candidate, town or postcode",
        election="Which of its elections; without it, the latest",
    )
    @app_commands.autocomplete(place=suggesting.names, election=suggesting.elections_of_place)
    async def result(
        interaction: discord.Interaction["TellerBot"], place: str, election: str | None = None
    ) -> None:
        bot = interaction.client
        await bot.respond(interaction, bot.answers.result(place, election))

    return result


def _declared_command() -> app_commands.Command[Any, ..., None]:
    @app_commands.command(description="What was declared last, and how far the count is")
    async def declared(interaction: discord.Interaction["TellerBot"]) -> None:
        await interaction.client.respond(interaction, interaction.client.answers.declared())

    return declared


def _help_command() -> app_commands.Command[Any, ..., None]:
    @app_commands.command(name="help", description="What you can ask, with examples")
    async def show_help(interaction: discord.Interaction["TellerBot"]) -> None:
        await interaction.client.respond(interaction, interaction.client.answers.help())

    return show_help


def _about_command() -> app_commands.Command[Any, ..., None]:
    @app_commands.command(description="Where the results come from, and how fresh they are")
    async def about(interaction: discord.Interaction["TellerBot"]) -> None:
        await interaction.client.respond(interaction, interaction.client.answers.about())

    return about
