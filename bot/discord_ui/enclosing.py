"""The picture that goes with an announcement, where the channel's server wants one."""

import asyncio
import json
import time
from typing import Any

import discord

from bot.discord_ui.album import Album
from bot.discord_ui.plate import Plate
from bot.discord_ui.whole_result import without_picture_button

PATIENCE = 3.0  # seconds that an announcement waits for its picture, and no longer
_AGAIN = 600.0  # seconds until a channel that took no picture is sent one again

# What says nothing about the form: who asks is not known, the channel is not, or it is too often.
_NOT_THE_PICTURE = {401, 404, 429}

Message = dict[str, Any]


class Enclosures:
    """Never stops an announcement: whatever fails here leaves the picture out."""

    def __init__(self, album: Album) -> None:
        self._album = album
        self._again_at: dict[int, float] = {}

    async def plate(self, channel: int, entry: int) -> Plate | None:
        """Of an entry of the journal."""
        if time.monotonic() < self._again_at.get(channel, 0.0):
            return None
        try:
            return await asyncio.wait_for(self._drawn(channel, entry), PATIENCE)
        except TimeoutError:
            return None

    async def _drawn(self, channel: int, entry: int) -> Plate | None:
        order = await self._album.order_announced(entry, channel)
        return await self._album.draw(order) if order else None

    def leave_out(self, channel: int) -> None:
        """It did not take one: none is tried there for a while."""
        self._again_at[channel] = time.monotonic() + _AGAIN


def may_be_the_picture(refusal: discord.HTTPException) -> bool:
    """Whether Discord may take the same message without it."""
    return 400 <= refusal.status < 500 and refusal.status not in _NOT_THE_PICTURE  # noqa: PLR2004 (the class of such statuses)


def form(message: Message, plate: Plate) -> list[dict[str, Any]]:
    """The message and its picture as the parts of one request.

    https://discord.com/developers/docs/reference#uploading-files
    """
    illustrated = message | {
        "components": without_picture_button(message["components"]),
        "attachments": [{"id": 0, "filename": plate.name, "description": plate.alt}],
    }
    if message.get("embeds"):
        first, *others = message["embeds"]
        illustrated["embeds"] = [first | {"image": {"url": plate.address}}, *others]
    file = {"filename": plate.name, "content_type": "image/png"}
    return [
        {"name": "payload_json", "value": json.dumps(illustrated, ensure_ascii=False)},
        {"name": "files[0]", "value": plate.data, **file},
    ]
