"""Boards in Discord's channels, by REST alone."""

import json
import logging
from collections.abc import Mapping
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import aiohttp
import discord
from discord.http import Route

from bot.declarations.board import Board, Enclosure, Posting, Sheet
from bot.declarations.delivery import Letter, Outcome, Refused, Sent
from bot.declarations.noticeboard import TooOld, Vanished
from bot.discord_ui.enclosing import form, may_be_the_picture
from bot.discord_ui.messenger import DiscordMessenger, sorted_out
from bot.discord_ui.plate import Plate
from bot.discord_ui.sheets import Sheets

if TYPE_CHECKING:
    from bot.discord_ui.client import TellerBot

_MESSAGES = "/channels/{channel_id}/messages"
_MESSAGE = f"{_MESSAGES}/{{message_id}}"
_PIN = f"{_MESSAGES}/pins/{{message_id}}"
_FILE = "board.png"
_NO_MENTIONS: dict[str, list[str]] = {"parse": []}
_TIMEOUT = aiohttp.ClientTimeout(total=20)  # for one request, a picture with it
_SKEW = timedelta(minutes=5)  # by which Discord's clock and ours may differ

# https://discord.com/developers/docs/topics/opcodes-and-status-codes#json
_UNKNOWN_MESSAGE = 10008
_TOO_MANY_EDITS = 30046  # of a message that is older than an hour

# https://discord.com/developers/docs/resources/message#message-object-message-types
_PINS_ADD = 6
_NEWEST = 10  # messages among which the notice of a pin is, right after it

_FAILURES = (discord.DiscordException, aiohttp.ClientError, OSError)

_PAUSED = (
    "Teller cannot keep the board in <#{channel}> up any more (Discord says: {reason}), so it is "
    "paused. Allow Teller View Channel, Send Messages and Embed Links there, then use /board in "
    "that channel again."
)

_log = logging.getLogger(__name__)


class DiscordNoticeboard:
    def __init__(self, bot: "TellerBot", sheets: Sheets) -> None:
        self._bot = bot
        self._letters = DiscordMessenger(bot)
        self._sheets = sheets

    async def sheet(self, board: Board) -> Sheet:
        return await self._sheets.of(board)

    async def find(self, board: Board, posting: Posting) -> Outcome | None:
        """After whatever stood there before: that may show the same."""
        known = [board.shown.message if board.shown else 0, board.leaving or 0]
        written = discord.utils.time_snowflake(posting.written_at - _SKEW)
        after = max(*known, written)
        return await self._letters.find(
            Letter(board.channel, posting.nonce, posting.payload, 0, posting.written_at, after)
        )

    async def send(self, channel: int, posting: Posting, picture: Enclosure | None) -> Outcome:
        message = json.loads(posting.payload)
        # Discord then answers a second try with the message of the first.
        message |= {"nonce": posting.nonce, "enforce_nonce": True}
        route = Route("POST", _MESSAGES, channel_id=channel)
        try:
            stored = await self._request(route, **_parts(message, picture))
        except _FAILURES as error:
            return _what_became(error, picture)
        return Sent(int(stored["id"]))

    async def look(self, channel: int, message: int) -> Outcome | Vanished:
        return await self._done("GET", _MESSAGE, channel, message)

    async def edit(self, channel: int, message: int, sheet: Sheet) -> Outcome | Vanished | TooOld:
        route = Route("PATCH", _MESSAGE, channel_id=channel, message_id=message)
        try:
            await self._request(route, **_parts(json.loads(sheet.payload), sheet.picture))
        except _FAILURES as error:
            if getattr(error, "code", None) == _TOO_MANY_EDITS:
                return TooOld()
            return _or_vanished(error) or _what_became(error, sheet.picture)
        return Sent(message)

    async def pin(self, channel: int, message: int) -> Outcome | Vanished:
        outcome = await self._done("PUT", _PIN, channel, message)
        if isinstance(outcome, Sent):
            await self._remove_notice(channel, message)
        return outcome

    async def _remove_notice(self, channel: int, message: int) -> None:
        """Of the pin: Discord says in the channel, in Teller's name, that there is one."""
        route = Route("GET", _MESSAGES, channel_id=channel)
        try:
            newest = await self._request(route, list, params={"limit": str(_NEWEST)})
        except _FAILURES as error:
            _log.info("Whether channel %d tells of a pin is not known: %s", channel, error)
            return
        for notice in (int(one["id"]) for one in newest if self._tells_of(message, one)):
            await self._done("DELETE", _MESSAGE, channel, notice)

    def _tells_of(self, pinned: int, message: Mapping[str, Any]) -> bool:
        if message.get("type") != _PINS_ADD or self._bot.user is None:
            return False
        about = message.get("message_reference") or {}
        by = int(message["author"]["id"])
        return about.get("message_id") == str(pinned) and by == self._bot.user.id

    async def remove(self, channel: int, message: int) -> Outcome | Vanished:
        """Nobody has to unpin it: Discord does."""
        return await self._done("DELETE", _MESSAGE, channel, message)

    async def tell_owner(self, owner: int, channel: int, reason: str) -> None:
        try:
            direct = await self._bot.create_dm(discord.Object(owner))
            await direct.send(_PAUSED.format(channel=channel, reason=reason))
        except _FAILURES as error:
            _log.warning("Somebody could not be told of the board of %d: %s", channel, error)

    async def _done(self, method: str, path: str, channel: int, message: int) -> Outcome | Vanished:
        try:
            await self._request(Route(method, path, channel_id=channel, message_id=message))
        except _FAILURES as error:
            return _or_vanished(error) or sorted_out(error)
        return Sent(message)

    async def _request(self, route: Route, expected: type = dict, **parts: Any) -> Any:
        # discord.py's own methods cannot be given up without harm; see DiscordMessenger.
        answer = await self._bot.http.request(route, timeout=_TIMEOUT, **parts)
        if not isinstance(answer, expected) and route.method in {"POST", "PATCH", "GET"}:
            # Something between Discord and us has answered with a page of its own.
            raise aiohttp.ClientPayloadError("the answer is not Discord's")
        return answer


def _parts(message: dict[str, Any], picture: Enclosure | None) -> dict[str, Any]:
    """All that the message is to have: what an edit does not name would stay."""
    message = {"components": [], **message, "allowed_mentions": _NO_MENTIONS}
    if picture:
        plate = Plate(_FILE, picture.data, picture.alt)
        # The files are in the form; discord.py itself names them beside it, too.
        return {"form": form(message, plate), "files": [plate.file()]}
    return {"json": message | {"attachments": []}}


def _what_became(error: Exception, picture: Enclosure | None) -> Outcome:
    is_refusal = isinstance(error, discord.HTTPException) and may_be_the_picture(error)
    return Refused(str(error)) if picture and is_refusal else sorted_out(error)


def _or_vanished(error: Exception) -> Vanished | None:
    return Vanished() if getattr(error, "code", None) == _UNKNOWN_MESSAGE else None
