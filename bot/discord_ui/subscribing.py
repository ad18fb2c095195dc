"""The slash commands about subscriptions."""

import re
from typing import TYPE_CHECKING, Any

import discord
from discord import AppCommandOptionType, ChannelType, app_commands
from discord.app_commands import AppCommandChannel, AppCommandThread, Choice

from bot.answers.reply import Reply, ReplyKind
from bot.declarations.subscription import Events, Style
from bot.discord_ui import permissions
from bot.discord_ui.subscription_menus import Terms, endings, office_of, show, subscribe
from bot.discord_ui.suggesting import choices, suggested, whole
from bot.errors import TellerError

if TYPE_CHECKING:
    from bot.discord_ui.client import TellerBot

_EVENTS = [
    Choice(name="every declaration", value=Events.EVERY.value),
    Choice(name="changes of hands only", value=Events.CHANGES.value),
]
_STYLES = [
    Choice(name="each as it comes", value="each"),
    *(
        Choice(name=f"a digest every {style:d} minutes", value=f"{style:d}")
        for style in Style
        if style
    ),
]
_NUMBER = re.compile(r"\d+")


class Postable(app_commands.Transformer[Any]):
    """A channel or thread that takes messages, as Discord sent it: Teller may not see it."""

    @property
    def type(self) -> AppCommandOptionType:
        return AppCommandOptionType.channel

    @property
    def channel_types(self) -> list[ChannelType]:
        rooms = [ChannelType.text, ChannelType.news, ChannelType.voice, ChannelType.stage_voice]
        threads = [
            ChannelType.public_thread,
            ChannelType.private_thread,
            ChannelType.news_thread,
        ]
        return rooms + threads

    async def transform(
        self, _interaction: discord.Interaction[Any], value: AppCommandChannel | AppCommandThread, /
    ) -> int:
        return value.id


def subscription_commands() -> tuple[app_commands.Command[Any, ..., None], ...]:
    return _subscribe_command(), _subscriptions_command(), _unsubscribe_command()


def _subscribe_command() -> app_commands.Command[Any, ..., None]:
    @app_commands.command(name="subscribe", description="Hear what is declared, as it is declared")
    @app_commands.describe(
        to="Everything, a nation or region, a constituency, a party or a person",
        events="Which declarations; without it, every one",
        style="When; without it, each as it comes",
        winners="Also who is named the winner before the votes are known: no results yet",
        channel="Where; without it, here",
    )
    @app_commands.choices(events=_EVENTS)
    @app_commands.choices(style=_STYLES)
    @app_commands.autocomplete(to=_suggest_targets)
    async def command(
        interaction: discord.Interaction["TellerBot"],
        to: str,
        events: str = Events.EVERY.value,
        style: str = "each",
        winners: bool = False,  # noqa: FBT001, FBT002 (an option of Discord's)
        channel: app_commands.Transform[int, Postable] | None = None,
    ) -> None:
        terms = Terms(_events(str(events)), _style(str(style)), channel, named=winners)
        await subscribe(interaction, to, terms)

    return command


def _events(chosen: str) -> Events:
    """By what it says: somebody's client may still have the choices of an older Teller."""
    return Events.CHANGES if Events.CHANGES in chosen.lower() else Events.EVERY


def _style(chosen: str) -> Style:
    """Raises TellerError where there is no digest so often."""
    number = _NUMBER.search(chosen)
    try:
        return Style(int(number.group())) if number else Style.EACH
    except ValueError:
        often = ", ".join(f"{style:d}" for style in Style if style)
        raise TellerError(f"A digest can come every {often} minutes.") from None


def _subscriptions_command() -> app_commands.Command[Any, ..., None]:
    @app_commands.command(description="What is subscribed to here, and where it stands")
    async def subscriptions(interaction: discord.Interaction["TellerBot"]) -> None:
        await _tell(interaction, ending=False)

    return subscriptions


def _unsubscribe_command() -> app_commands.Command[Any, ..., None]:
    @app_commands.command(description="End a subscription")
    async def unsubscribe(interaction: discord.Interaction["TellerBot"]) -> None:
        await _tell(interaction, ending=True)

    return unsubscribe


async def _tell(interaction: discord.Interaction["TellerBot"], *, ending: bool) -> None:
    office, here = office_of(interaction), await permissions.home(interaction)
    if isinstance(here, Reply):
        await show(interaction, here)
        return
    tell = office.offer if ending else office.show
    reply = tell(here, permissions.naming(interaction))
    # Who manages one of the channels sees what is subscribed to there, wherever they ask.
    if reply.kind is ReplyKind.NOTHING and permissions.manages_nothing(interaction):
        reply = permissions.not_for_you()
    await show(interaction, reply, endings(reply.choices))


async def _suggest_targets(
    interaction: discord.Interaction["TellerBot"], typed: str
) -> list[app_commands.Choice[str]]:
    office = interaction.client.office
    return choices(suggested(lambda: office.suggest(typed)), whole) if office else []
