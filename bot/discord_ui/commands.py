"""The slash commands."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands

from bot.answers.reply import Choice
from bot.discord_ui.errors import record, report
from bot.discord_ui.markup import clip

if TYPE_CHECKING:
    from bot.discord_ui.client import TellerBot

MOST_CHOICES, CHOICE = 25, 100


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
        for command in (_result_command(), _help_command(), _about_command()):
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
    @app_commands.autocomplete(place=_suggest_places, election=_suggest_elections)
    async def result(
        interaction: discord.Interaction["TellerBot"], place: str, election: str | None = None
    ) -> None:
        bot = interaction.client
        await bot.respond(interaction, bot.answers.result(place, election))

    return result


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


async def _suggest_places(
    interaction: discord.Interaction["TellerBot"], typed: str
) -> list[app_commands.Choice[str]]:
    answers = interaction.client.answers
    found = _suggested(lambda: answers.suggest(typed, MOST_CHOICES))
    return _choices(found, lambda choice: f"{choice.kind}:{choice.id}")


async def _suggest_elections(
    interaction: discord.Interaction["TellerBot"], typed: str
) -> list[app_commands.Choice[str]]:
    answers, place = interaction.client.answers, interaction.namespace.place or ""
    found = _suggested(lambda: answers.suggest_elections(place, typed))
    return _choices(found, lambda choice: choice.id)


def _suggested(suggest: Callable[[], tuple[Choice, ...]]) -> tuple[Choice, ...]:
    """Nothing where it fails: a list that is being typed into has no room for a sentence."""
    try:
        return suggest()
    except Exception as error:  # noqa: BLE001 (Discord waits for a list, whatever happens)
        record(error)
        return ()


def _choices(
    found: tuple[Choice, ...], value: Callable[[Choice], str]
) -> list[app_commands.Choice[str]]:
    choices = [
        app_commands.Choice(name=clip(choice.label, CHOICE) or "…", value=value(choice))
        for choice in found
    ]
    # Discord refuses the whole list for one value that is empty or too long.
    return [choice for choice in choices if 0 < len(choice.value) <= CHOICE][:MOST_CHOICES]
