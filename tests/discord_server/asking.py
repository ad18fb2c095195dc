"""How somebody's slash command, typing or click reaches the bot.

https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object
"""

from dataclasses import dataclass, field

from tests.discord_server import shapes
from tests.discord_server.guilds import EVERYONE, Channel
from tests.discord_server.interactions import Interaction, InteractionKind
from tests.discord_server.messages import Stored
from tests.discord_server.shapes import APPLICATION_ID, ROSA, Json
from tests.discord_server.world import World

_BUTTON, _STRING_SELECT = 2, 3
_IN_GUILD, _IN_DIRECT = 0, 1
_BY_GUILD, _BY_PERSON = "0", "1"  # who installed the bot


@dataclass(frozen=True, slots=True)
class Ask:
    """Without a channel it is said in direct messages.

    `guild` is needed only for a channel where the bot is not, as for somebody who installed it for
    themselves. `permissions` are the person's, `app_permissions` the bot's. A command has a name,
    options and, while it is being typed, the option in focus; a component has its message,
    custom_id and, if it is a menu, values.
    """

    kind: str
    channel: int | None = None
    guild: int | None = None
    user: int = ROSA
    permissions: int = EVERYONE
    app_permissions: int | None = None
    name: str = ""
    options: Json = field(default_factory=dict)
    focused: str | None = None
    message: int | None = None
    custom_id: str = ""
    values: tuple[str, ...] | None = None


def ask(world: World, asked: Ask) -> tuple[Interaction, bool]:
    """The second is whether anybody heard it."""
    channel = _channel(world, asked)
    source = None if asked.message is None else world.messages.get(asked.message)
    kind = InteractionKind[asked.kind.upper()]
    interaction = world.interactions.open(kind, channel.id, source)
    shape = _shape(asked, interaction, channel) | {"data": _data(world, asked)}
    if source:
        shape["message"] = source.shape
    return interaction, world.gateway.dispatch("INTERACTION_CREATE", shape, channel.guild)


def _channel(world: World, asked: Ask) -> Channel:
    if asked.channel is None:
        return world.guilds.direct(asked.user)
    elsewhere = Channel(asked.channel, "elsewhere", guild=asked.guild)
    return world.guilds.channels.get(asked.channel, elsewhere)


def _shape(asked: Ask, interaction: Interaction, channel: Channel) -> Json:
    permissions = asked.app_permissions
    if permissions is None:
        permissions = shapes.bot_permissions(channel)
    return {
        "id": str(interaction.id),
        "application_id": str(APPLICATION_ID),
        "type": interaction.kind,
        "token": interaction.token,
        "version": 1,
        "channel_id": str(channel.id),
        "channel": shapes.channel(channel) | {"permissions": str(asked.permissions)},
        "app_permissions": str(permissions),
        "locale": "en-GB",
        "entitlements": [],
        "attachment_size_limit": 10_485_760,
        **_where(asked, channel),
    }


def _where(asked: Ask, channel: Channel) -> Json:
    person = shapes.user(asked.user)
    if channel.guild is None:
        owners = {_BY_GUILD: "0"}
        return {"user": person, "context": _IN_DIRECT, "authorizing_integration_owners": owners}
    guild, stranger = str(channel.guild), asked.guild is not None
    return {
        "guild_id": guild,
        "guild": {"id": guild, "locale": "en-GB", "features": []},
        "guild_locale": "en-GB",
        "member": shapes.member(person, asked.permissions),
        "context": _IN_GUILD,
        "authorizing_integration_owners": (
            {_BY_PERSON: person["id"]} if stranger else {_BY_GUILD: guild}
        ),
    }


def _data(world: World, asked: Ask) -> Json:
    if asked.kind != "component":
        return world.commands.data(asked.name, asked.options, asked.focused, world.guilds)
    if asked.values is None:
        return {"custom_id": asked.custom_id, "component_type": _BUTTON}
    return {
        "custom_id": asked.custom_id,
        "component_type": _STRING_SELECT,
        "values": list(asked.values),
    }


def say(world: World, channel: Channel, author: int, content: str) -> Stored:
    """A message by somebody other than the bot, which hears of it as in Discord.

    Without the intent for it the bot is not shown what was written, unless it is mentioned or in
    direct messages: https://discord.com/developers/docs/events/gateway#message-content-intent
    """
    mentioned = f"<@{shapes.BOT_ID}>" in content
    shown = content if mentioned or channel.guild is None else ""
    stored = world.messages.add(shapes.user(author), channel.id, {"content": shown})
    if mentioned:
        stored.change({"mentions": [shapes.bot()]})
    heard = stored.shape
    if channel.guild is not None:
        member = shapes.member(shapes.user(author))
        heard = heard | {"guild_id": str(channel.guild), "member": member}
    world.gateway.dispatch("MESSAGE_CREATE", heard, channel.guild)
    return stored
