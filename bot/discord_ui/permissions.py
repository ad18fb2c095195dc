"""Whether Teller may post where somebody wants it to, and whether they may ask for that."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeGuard

import discord
from discord.abc import GuildChannel

from bot.answers.live.subscribing import Subscriber
from bot.answers.reply import Reply, ReplyKind
from bot.declarations.subscription import Address

# Unknown channel, and missing access:
# https://discord.com/developers/docs/topics/opcodes-and-status-codes#json
_NOT_IN = {10003, 50001}
_HERE = "Here"
_UNSEEN = "a channel that Teller cannot see"
_ADVICE = (
    "Allow Teller Read Message History there too: without it, Teller cannot look after a crash "
    "whether its last message got through."
)


@dataclass(frozen=True, slots=True)
class Rights:
    """What two of them may do in a channel: whoever asks, and Teller."""

    name: str
    person: discord.Permissions
    teller: discord.Permissions
    is_thread: bool

    @property
    def missing(self) -> list[str]:
        """What Teller needs to post there, as Discord's own settings call it."""
        allowed = self.teller
        sending = (allowed.send_messages, "Send Messages")
        if self.is_thread:
            sending = (allowed.send_messages_in_threads, "Send Messages in Threads")
        needed = [
            (allowed.view_channel, "View Channel"),
            sending,
            (allowed.embed_links, "Embed Links"),
        ]
        return [name for has, name in needed if not has]


async def home(interaction: discord.Interaction[Any]) -> Address | Reply:
    """The channel that somebody is in, if it is one where Teller can have subscriptions."""
    channel, server = interaction.channel_id, interaction.guild_id
    if server is None:
        # A conversation of people among themselves, into which somebody brought Teller's commands.
        if interaction.context.private_channel or channel is None:
            return _refusal(
                "Teller cannot post in this conversation",
                "Add Teller to a server, or write to it directly, and subscribe there.",
            )
        return Address(channel)
    if channel is None or not await _is_in(interaction, server, channel):
        return _refusal(
            "Teller is not in this server",
            "Somebody who manages the server must add it first: only then can it post here.",
        )
    return Address(channel, server)


async def _is_in(interaction: discord.Interaction[Any], server: int, channel: int) -> bool:
    """Whether Teller itself is in the server, and not only its commands or one of its users."""
    if interaction.client.get_guild(server) is not None:
        return True
    # Shortly after a start, or while the server has an outage, only asking can tell.
    try:
        await interaction.client.fetch_channel(channel)
    except discord.HTTPException as refusal:
        return refusal.code not in _NOT_IN
    except discord.InvalidData:
        return True
    return True


async def subscriber(
    interaction: discord.Interaction[Any], channel: int | None
) -> Subscriber | Reply:
    """Who is to be told; `channel` is another one than the one that they are in."""
    here = await home(interaction)
    if isinstance(here, Reply):
        return here
    if here.server is None:
        if channel is not None:
            return _refusal(
                "No channel can be chosen here",
                "In a direct message you subscribe for yourself. Leave channel empty, "
                "or use /subscribe in the server.",
            )
        return Subscriber(here, interaction.user.id)
    return _in_server(interaction, Address(channel or here.channel, here.server))


def _in_server(interaction: discord.Interaction[Any], address: Address) -> Subscriber | Reply:
    found = rights(interaction, address.channel)
    if found is None:
        return _refusal(
            "Teller cannot see that channel",
            "Allow it View Channel there, or add it to the thread if that is private; "
            "then subscribe again.",
        )
    if not found.person.manage_channels:
        return _refusal(
            f"You may not subscribe for {found.name}",
            "That needs the permission Manage Channels in the channel. In a direct message to "
            "Teller you can subscribe for yourself.",
        )
    if found.missing:
        return _refusal(
            f"Teller may not post in {found.name}",
            f"It lacks {_listed(found.missing)} there. Allow it that, then subscribe again.",
        )
    advice = "" if found.teller.read_message_history else _ADVICE
    return Subscriber(address, interaction.user.id, found.name, advice)


def rights(interaction: discord.Interaction[Any], channel_id: int) -> Rights | None:
    """None where Teller knows no such channel: it may be hidden from it, or gone."""
    if channel_id == interaction.channel_id and not _is_private(interaction.channel):
        name = getattr(interaction.channel, "name", None) or _HERE
        is_thread = isinstance(interaction.channel, discord.Thread)
        return Rights(f"#{name}", interaction.permissions, interaction.app_permissions, is_thread)
    guild, person = interaction.guild, interaction.user
    channel = guild.get_channel_or_thread(channel_id) if guild else None
    settings = channel.parent if isinstance(channel, discord.Thread) else channel
    if guild is None or channel is None or settings is None:
        return None
    assert isinstance(person, discord.Member)
    # The base class's answer: the others' hide what is allowed behind what is not.
    allowed = GuildChannel.permissions_for(settings, guild.me)
    is_thread = isinstance(channel, discord.Thread)
    if _is_private(channel) and not (channel.me or allowed.manage_threads):
        return None
    return Rights(f"#{channel.name}", settings.permissions_for(person), allowed, is_thread)


def _is_private(channel: object) -> TypeGuard[discord.Thread]:
    """Whether Teller must be in it to post there, whatever its permissions are."""
    return isinstance(channel, discord.Thread) and channel.is_private()


def naming(interaction: discord.Interaction[Any]) -> Callable[[int], str | None]:
    """What a channel is called; None for one that the person does not manage."""

    def called(channel: int) -> str | None:
        if interaction.guild_id is None:
            return _HERE
        found = rights(interaction, channel)
        if found:
            return found.name if found.person.manage_channels else None
        return _UNSEEN if manages_server(interaction) else None

    return called


def manages_server(interaction: discord.Interaction[Any]) -> bool:
    person = interaction.user
    return isinstance(person, discord.Member) and person.guild_permissions.manage_channels


def manages_nothing(interaction: discord.Interaction[Any]) -> bool:
    """Whether the person may not even ask what is subscribed to in the server."""
    if interaction.guild_id is None or interaction.permissions.manage_channels:
        return False
    return not manages_server(interaction)


def not_for_you() -> Reply:
    return _refusal(
        "You may not see this server's subscriptions",
        "That needs the permission Manage Channels. Your own are listed in a direct message "
        "to Teller.",
    )


def _listed(names: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _refusal(title: str, headline: str) -> Reply:
    return Reply(ReplyKind.NOTHING, title, headline)
