"""What a person sees in a message."""

from typing import Any

import discord
from simcord import InteractionResult, ResponseMessage

Message = discord.Message | ResponseMessage


def answer(result: InteractionResult) -> ResponseMessage:
    assert result.response is not None
    return result.response


def title(message: Message) -> str:
    (embed,) = message.embeds
    return embed.title or ""


def words(message: Message) -> str:
    """Everything there is to read, but for what can be clicked."""
    parts = [message.content]
    for embed in message.embeds:
        parts += [embed.title or "", embed.description or "", embed.footer.text or ""]
        parts += [f"{field.name}: {field.value}" for field in embed.fields]
    return "\n".join(parts)


def buttons(message: Message) -> list[str]:
    return [part["label"] for part in _parts(message) if part["type"] == 2]


def disabled(message: Message) -> list[str]:
    """The buttons that cannot be clicked."""
    return [part["label"] for part in _parts(message) if part["type"] == 2 and part.get("disabled")]


def menu(message: Message) -> dict[str, Any]:
    (found,) = (part for part in _parts(message) if part["type"] == 3)
    return found


def options(message: Message) -> list[str]:
    return [option["value"] for option in menu(message)["options"]]


def _parts(message: Message) -> list[dict[str, Any]]:
    rows: list[Any] = [*message.components]
    plain = [row if isinstance(row, dict) else row.to_dict() for row in rows]
    return [dict(part) for row in plain for part in row["components"]]
