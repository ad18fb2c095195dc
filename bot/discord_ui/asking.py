"""The slash commands in plain words, and about a person, a party, a seat, or two of them."""

from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands

from bot.discord_ui import suggesting

if TYPE_CHECKING:
    from bot.discord_ui.client import TellerBot


def asking_commands() -> tuple[app_commands.Command[Any, ..., None], ...]:
    return (
        _ask_command(),
        _candidate_command(),
        _party_command(),
        _history_command(),
        _compare_command(),
    )


def _ask_command() -> app_commands.Command[Any, ..., None]:
    @app_commands.command(description="Ask in plain English what the results can answer")
    @app_commands.describe(question="Such as: safest Labour seats in Wales")
    async def ask(interaction: discord.Interaction["TellerBot"], question: str) -> None:
        bot = interaction.client
        await bot.respond(interaction, bot.answers.ask(question))

    return ask


def _candidate_command() -> app_commands.Command[Any, ..., None]:
    @app_commands.command(description="Where somebody stood, and how it went")
    @app_commands.describe(
        name="Who stood", election="Which of their contests; without it, the last"
    )
    @app_commands.autocomplete(name=suggesting.persons, election=suggesting.elections_of_name)
    async def candidate(
        interaction: discord.Interaction["TellerBot"], name: str, election: str | None = None
    ) -> None:
        bot = interaction.client
        await bot.respond(interaction, bot.answers.candidate(name, election))

    return candidate


def _party_command() -> app_commands.Command[Any, ..., None]:
    @app_commands.command(name="party", description="A party's seats, votes and share")
    @app_commands.describe(
        party="Which party",
        area="A nation or region; without it, the United Kingdom",
        election="Which general election; without it, the latest",
    )
    @app_commands.autocomplete(
        party=suggesting.parties, area=suggesting.areas, election=suggesting.general_elections
    )
    async def command(
        interaction: discord.Interaction["TellerBot"],
        party: str,
        area: str | None = None,
        election: str | None = None,
    ) -> None:
        bot = interaction.client
        await bot.respond(interaction, bot.answers.party(party, area, election))

    return command


def _history_command() -> app_commands.Command[Any, ..., None]:
    @app_commands.command(description="Who has held a seat, and since when")
    @app_commands.describe(place="A constituency, town or postcode")
    @app_commands.autocomplete(place=suggesting.seats)
    async def history(interaction: discord.Interaction["TellerBot"], place: str) -> None:
        bot = interaction.client
        await bot.respond(interaction, bot.answers.history(place))

    return history


def _compare_command() -> app_commands.Command[Any, ..., None]:
    @app_commands.command(description="Two seats, two parties or two people side by side")
    @app_commands.describe(
        first="A constituency, a party or a person",
        second="Another of the same kind",
        election="Which general election; without it, the latest",
    )
    @app_commands.autocomplete(
        first=suggesting.names, second=suggesting.names, election=suggesting.general_elections
    )
    async def compare(
        interaction: discord.Interaction["TellerBot"],
        first: str,
        second: str,
        election: str | None = None,
    ) -> None:
        bot = interaction.client
        await bot.respond(interaction, bot.answers.compare(first, second, election))

    return compare
