"""The one place where a failure becomes a sentence for a person and a trace in the log."""

import logging
import re
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, TypeAlias

import discord

from bot.discord_ui.markup import escape
from bot.errors import TellerError

_log = logging.getLogger(__name__)

# https://discord.com/developers/docs/topics/opcodes-and-status-codes#json
_UNKNOWN_INTERACTION = 10062

SORRY = (
    "Something went wrong on our side. The trouble is in our log; "
    "if you report it, give the reference {reference}."
)

_LONGEST = 1000
# A file or a folder is nobody's business but the operator's.
_PATH = re.compile(r"[/\\]\S*[/\\]|[a-zA-Z]:\\|\.db\b")

Asked: TypeAlias = discord.Interaction[Any] | discord.Message


@asynccontextmanager
async def answering(asked: Asked) -> AsyncIterator[None]:
    """Whatever fails inside is reported to whoever asked, and goes no further."""
    try:
        yield
    except Exception as error:  # noqa: BLE001 (the edge of what one person asked)
        await report(asked, error)


async def report(asked: Asked, error: Exception) -> None:
    cause = getattr(error, "original", error)
    if _is_nobodys_fault(asked, cause):
        _log.warning("An answer could not be given: %s", cause)
        return
    sentence = _sentence(cause)
    try:
        await _tell(asked, sentence)
    except discord.HTTPException as refusal:
        _log.warning("“%s” could not be told: %s", sentence, refusal)


def _sentence(error: Exception) -> str:
    """What a person is told, once the log has what it needs."""
    if isinstance(error, TellerError) and not _PATH.search(str(error)):
        # What failed underneath is the operator's business; somebody's own slip is not.
        if error.__cause__:
            _log.error("Somebody was told: %s", error, exc_info=error)
        return escape(str(error), _LONGEST)
    return SORRY.format(reference=record(error))


def record(error: Exception) -> str:
    """Puts the trace into the log; returns the reference it stands under."""
    reference = secrets.token_hex(4).upper()
    _log.error("Something failed, reference %s", reference, exc_info=error)
    return reference


def _is_nobodys_fault(asked: Asked, error: Exception) -> bool:
    # Too late to answer (then Discord shows its own note), or not allowed to write in a channel.
    if isinstance(error, discord.NotFound):
        return error.code == _UNKNOWN_INTERACTION
    return isinstance(error, discord.Forbidden) and isinstance(asked, discord.Message)


async def _tell(asked: Asked, sentence: str) -> None:
    if isinstance(asked, discord.Message):
        await asked.channel.send(sentence, reference=asked.to_reference(fail_if_not_exists=False))
    elif asked.type is discord.InteractionType.autocomplete:
        return  # A list of choices has no room for a sentence.
    elif asked.response.is_done():
        await asked.followup.send(sentence, ephemeral=True)
    else:
        await asked.response.send_message(sentence, ephemeral=True)
