"""The slash commands that count over many contests: the scoreboard, rankings, by-elections."""

from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands
from discord.app_commands import Choice

from bot.discord_ui import suggesting

if TYPE_CHECKING:
    from bot.discord_ui.client import TellerBot

_MEASURES = {
    "majority": "majority",
    "closest": "closest results",
    "turnout": "turnout",
    "share": "share of the vote",
    "votes": "votes",
    "swing": "swing",
    "rise": "rise in share",
    "fall": "fall in share",
    "candidates": "number of candidates",
    "electorate": "electorate",
}
_ORDERS = {"highest": "highest first", "lowest": "lowest first"}


def counting_commands() -> tuple[app_commands.Command[Any, ..., None], ...]:
    return _seats_command(), _top_command(), _by_elections_command()


def _seats_command() -> app_commands.Command[Any, ..., None]:
    @app_commands.command(description="How many seats each party won at a general election")
    @app_commands.describe(
        election="Which general election; without it, the latest",
        area="A nation or region; without it, the United Kingdom",
    )
    @app_commands.autocomplete(election=suggesting.general_elections, area=suggesting.areas)
    async def seats(
        interaction: discord.Interaction["TellerBot"],
        election: str | None = None,
        area: str | None = None,
    ) -> None:
        bot = interaction.client
        await bot.respond(interaction, bot.answers.seats(election, area))

    return seats


def _top_command() -> app_commands.Command[Any, ..., None]:
    @app_commands.command(description="Seats in order of majority, turnout, share, swing and more")
    @app_commands.describe(
        measure="What they are ordered by",
        order="Which end comes first; without it, the highest",
        party="Only this party's",
        area="A nation or region; without it, the United Kingdom",
        election="Which general election; without it, the latest",
        count="How many",
    )
    @app_commands.choices(measure=_choices(_MEASURES))
    @app_commands.choices(order=_choices(_ORDERS))
    @app_commands.autocomplete(
        party=suggesting.parties, area=suggesting.areas, election=suggesting.general_elections
    )
    async def top(
        interaction: discord.Interaction["TellerBot"],
        measure: str,
        order: str | None = None,
        party: str | None = None,
        area: str | None = None,
        election: str | None = None,
        count: app_commands.Range[int, 1, 650] | None = None,
    ) -> None:
        bot = interaction.client
        reply = bot.answers.top(measure, order, party, area, election, count)
        await bot.respond(interaction, reply)

    return top


def _by_elections_command() -> app_commands.Command[Any, ..., None]:
    @app_commands.command(name="byelections", description="By-elections, and who won them")
    @app_commands.describe(
        year="A year such as 2023, or a Parliament such as 2019-2024; without it, all since 2010",
        party="Only those that this party won",
    )
    @app_commands.autocomplete(party=suggesting.parties)
    async def command(
        interaction: discord.Interaction["TellerBot"],
        year: str | None = None,
        party: str | None = None,
    ) -> None:
        bot = interaction.client
        await bot.respond(interaction, bot.answers.by_elections(year, party))

    return command


def _choices(named: dict[str, str]) -> list[Choice[str]]:
    return [Choice(name=name, value=value) for value, name in named.items()]
