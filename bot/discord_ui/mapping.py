"""The slash command for a map of a general election."""

from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands

from bot.discord_ui import suggesting

if TYPE_CHECKING:
    from bot.discord_ui.client import TellerBot

_SHOWN = [
    app_commands.Choice(name=name, value=value)
    for name, value in (
        ("Who won each constituency", "winner"),
        ("Gains: who took which from another party", "gains"),
        ("Losses of a party: who took its seats", "losses"),
        ("Majority", "majority"),
        ("Turnout", "turnout"),
        ("Share of a party", "share"),
    )
]


def map_command() -> app_commands.Command[Any, ..., None]:
    @app_commands.command(name="map", description="A general election as a map, a hexagon a seat")
    @app_commands.describe(
        show="What its colours mean; without it, who won",
        party="Only its seats: whose share, gains, losses, majorities",
        place="A nation, region or constituency to highlight",
        election="Which general election; without it, the latest",
    )
    @app_commands.choices(show=_SHOWN)
    @app_commands.autocomplete(
        party=suggesting.parties, place=suggesting.places, election=suggesting.general_elections
    )
    async def command(
        interaction: discord.Interaction["TellerBot"],
        show: str | None = None,
        party: str | None = None,
        place: str | None = None,
        election: str | None = None,
    ) -> None:
        bot = interaction.client
        await bot.respond(interaction, bot.answers.map(show, party, place, election))

    return command
