"""What is offered while somebody is still typing."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

import discord
from discord import app_commands

from bot.answers.reply import Choice
from bot.discord_ui.errors import record
from bot.discord_ui.markup import clip
from bot.names.finding import Kind

if TYPE_CHECKING:
    from bot.discord_ui.client import TellerBot

MOST_CHOICES, CHOICE = 25, 100
_PERSONS = frozenset({Kind.PERSON})
_SEATS = frozenset({Kind.CONSTITUENCY, Kind.PLACE})

Asking: TypeAlias = discord.Interaction["TellerBot"]
Offered: TypeAlias = list[app_commands.Choice[str]]


def suggested(suggest: Callable[[], tuple[Choice, ...]]) -> tuple[Choice, ...]:
    """Nothing where it fails: a list that is being typed into has no room for a sentence."""
    try:
        return suggest()
    except Exception as error:  # noqa: BLE001 (Discord waits for a list, whatever happens)
        record(error)
        return ()


def choices(found: tuple[Choice, ...], value: Callable[[Choice], str]) -> Offered:
    offered = [
        app_commands.Choice(name=clip(choice.label, CHOICE) or "…", value=value(choice))
        for choice in found
    ]
    # Discord refuses the whole list for one value that is empty or too long.
    return [choice for choice in offered if 0 < len(choice.value) <= CHOICE][:MOST_CHOICES]


def whole(choice: Choice) -> str:
    """As a command takes it back."""
    return f"{choice.kind}:{choice.id}"


def bare(choice: Choice) -> str:
    """Of elections, whose id is their day, and of areas, whose id is their name."""
    return choice.id


async def names(interaction: Asking, typed: str) -> Offered:
    answers = interaction.client.answers
    return choices(suggested(lambda: answers.suggest(typed, MOST_CHOICES)), whole)


async def persons(interaction: Asking, typed: str) -> Offered:
    answers = interaction.client.answers
    return choices(suggested(lambda: answers.suggest(typed, MOST_CHOICES, _PERSONS)), whole)


async def seats(interaction: Asking, typed: str) -> Offered:
    answers = interaction.client.answers
    return choices(suggested(lambda: answers.suggest(typed, MOST_CHOICES, _SEATS)), whole)


async def parties(interaction: Asking, typed: str) -> Offered:
    answers = interaction.client.answers
    return choices(suggested(lambda: answers.suggest_parties(typed)), whole)


async def areas(interaction: Asking, typed: str) -> Offered:
    answers = interaction.client.answers
    return choices(suggested(lambda: answers.suggest_areas(typed)), bare)


async def places(interaction: Asking, typed: str) -> Offered:
    answers = interaction.client.answers
    found = suggested(lambda: answers.suggest_places(typed))
    return choices(found, lambda one: whole(one) if one.kind == Kind.CONSTITUENCY else bare(one))


async def general_elections(interaction: Asking, typed: str) -> Offered:
    return _elections(interaction, "", typed)


async def elections_of_place(interaction: Asking, typed: str) -> Offered:
    return _elections(interaction, interaction.namespace.place or "", typed)


async def elections_of_name(interaction: Asking, typed: str) -> Offered:
    return _elections(interaction, interaction.namespace.name or "", typed)


def _elections(interaction: Asking, place: str, typed: str) -> Offered:
    answers = interaction.client.answers
    return choices(suggested(lambda: answers.suggest_elections(place, typed)), bare)
