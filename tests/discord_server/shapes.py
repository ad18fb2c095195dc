"""Discord's JSON for what there is besides messages, as far as discord.py reads it."""

from typing import Any

from tests.discord_server.guilds import EVERYONE, Channel, Guild
from tests.discord_server.snowflakes import timestamp

Json = dict[str, Any]

BOT_ID = 1_000_000_000_000_000_001
APPLICATION_ID = 1_000_000_000_000_000_002
ROSA = 1_300_000_000_000_000_001  # whoever acts where a test names nobody
OWNER = 1_300_000_000_000_000_002

_TEXT, _DIRECT = 0, 1
_EMBED_LINKS = 1 << 14
_JOINED = "2025-01-01T00:00:00.000000+00:00"


def user(id: int, name: str | None = None) -> Json:
    return {
        "id": str(id),
        "username": name or f"person{id % 1000}",
        "discriminator": "0",
        "global_name": None,
        "avatar": None,
        "bot": id == BOT_ID,
        "public_flags": 0,
    }


def bot() -> Json:
    return user(BOT_ID, "Teller")


def application() -> Json:
    return {
        "id": str(APPLICATION_ID),
        "name": "Teller",
        "description": "",
        "icon": None,
        "bot_public": True,
        "bot_require_code_grant": False,
        "verify_key": "",
        "flags": 0,
        "owner": user(OWNER, "owner"),
    }


def member(of: Json, permissions: int | None = None) -> Json:
    shape: Json = {
        "user": of,
        "nick": None,
        "roles": [],
        "joined_at": _JOINED,
        "deaf": False,
        "mute": False,
        "flags": 0,
        "pending": False,
    }
    if permissions is not None:
        shape["permissions"] = str(permissions)
    return shape


def bot_permissions(channel: Channel) -> int:
    return EVERYONE if channel.embed_links else EVERYONE & ~_EMBED_LINKS


def channel(of: Channel) -> Json:
    if of.guild is None:
        recipients = [user(of.recipient)] if of.recipient else []
        return {"id": str(of.id), "type": _DIRECT, "recipients": recipients, "flags": 0}
    return {
        "id": str(of.id),
        "guild_id": str(of.guild),
        "type": _TEXT,
        "name": of.name,
        "position": of.position,
        "parent_id": None,
        "topic": None,
        "nsfw": False,
        "rate_limit_per_user": 0,
        "flags": 0,
        "permission_overwrites": _overwrites(of),
    }


def _overwrites(of: Channel) -> list[Json]:
    if of.embed_links:
        return []
    return [{"id": str(of.guild), "type": 0, "allow": "0", "deny": str(_EMBED_LINKS)}]


def guild(of: Guild, channels: list[Channel]) -> Json:
    empty = ("emojis", "stickers", "features", "voice_states", "presences", "threads")
    return {
        "id": str(of.id),
        "name": of.name,
        "owner_id": str(OWNER),
        "roles": [_everyone(of)],
        "channels": [channel(one) for one in channels],
        "members": [member(bot())],
        "member_count": 2,
        "joined_at": _JOINED,
        "large": False,
        "unavailable": False,
        "verification_level": 0,
        "default_message_notifications": 1,
        "explicit_content_filter": 0,
        "mfa_level": 0,
        "premium_tier": 0,
        "nsfw_level": 0,
        "preferred_locale": "en-GB",
        "system_channel_id": None,
        "afk_timeout": 300,
        **{name: [] for name in empty},
    }


def _everyone(of: Guild) -> Json:
    return {
        "id": str(of.id),
        "name": "@everyone",
        "permissions": str(EVERYONE),
        "position": 0,
        "color": 0,
        "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
        "hoist": False,
        "managed": False,
        "mentionable": False,
        "flags": 0,
    }


def command(definition: Json, id: int) -> Json:
    return {
        "type": 1,
        "default_member_permissions": None,
        "nsfw": False,
        **definition,
        "id": str(id),
        "application_id": str(APPLICATION_ID),
        "version": str(id),
    }


def attachment(id: int, name: str, size: int, content_type: str, description: str | None) -> Json:
    address = f"https://cdn.discordapp.com/attachments/{id}/{name}"
    return {
        "id": str(id),
        "filename": name,
        "size": size,
        "url": address,
        "proxy_url": address,
        "content_type": content_type,
        "description": description,
    }


def message(id: int, channel: int, author: Json, payload: Json) -> Json:
    shape: Json = {
        "id": str(id),
        "type": 19 if payload.get("message_reference") else 0,
        "channel_id": str(channel),
        "author": author,
        "timestamp": timestamp(id),
        "edited_timestamp": None,
        "mention_everyone": False,
        "mentions": [],
        "mention_roles": [],
        "pinned": False,
        "tts": bool(payload.get("tts")),
        "flags": payload.get("flags") or 0,
        **written(payload),
    }
    if payload.get("message_reference"):
        shape["message_reference"] = payload["message_reference"]
    return shape


def written(payload: Json) -> Json:
    """The parts of a message that an edit can change."""
    return {
        "content": payload.get("content") or "",
        "embeds": [{"type": "rich", **embed} for embed in payload.get("embeds") or []],
        "components": _numbered(payload.get("components") or [], [0]),
        "attachments": payload.get("attachments") or [],
    }


def _numbered(components: list[Json], last: list[int]) -> list[Json]:
    """https://discord.com/developers/docs/components/reference#anatomy-of-a-component"""
    shapes = []
    for component in components:
        last[0] += 1
        shape = {"id": last[0], **component}
        if "components" in component:
            shape["components"] = _numbered(component["components"], last)
        shapes.append(shape)
    return shapes
