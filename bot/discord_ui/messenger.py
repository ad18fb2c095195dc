"""Letters on their way into Discord's channels."""

import json
import logging
import math
from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import aiohttp
import discord
from discord.http import Route

from bot.declarations.delivery import Forbidden, Gone, Later, Letter, Outcome, Refused, Sent
from bot.declarations.news import News
from bot.discord_ui.enclosing import Enclosures, form, may_be_the_picture
from bot.discord_ui.letters import PICTURE, Composer

if TYPE_CHECKING:
    from bot.discord_ui.client import TellerBot

_MESSAGES = "/channels/{channel_id}/messages"
_NO_MENTIONS: dict[str, list[str]] = {"parse": []}
# For one request. Whoever gives up later holds a connection; sooner, and a slow answer is lost.
_TIMEOUT = aiohttp.ClientTimeout(total=15)
_PAGE, _PAGES = 100, 20
_TRIES_WITH_PICTURE = 2  # of one letter: something on the way may not let large messages through
_SKEW = timedelta(minutes=5)  # by which Discord's clock and ours may differ

# https://discord.com/developers/docs/topics/opcodes-and-status-codes#json
_GONE = {10003, 10004}  # unknown channel, unknown guild
_BAD_REQUEST, _FORBIDDEN, _NOT_FOUND, _TOO_MANY = 400, 403, 404, 429

_PAUSED = (
    "Teller cannot post in <#{channel}> any more (Discord says: {reason}), so its subscriptions "
    "there are paused. Nothing is lost: allow Teller View Channel, Send Messages and Embed Links "
    "there, then use /subscribe in that channel again, and it goes on where it stopped."
)

_log = logging.getLogger(__name__)


class DiscordMessenger:
    """By REST alone: no gateway is needed to post."""

    def __init__(self, bot: "TellerBot") -> None:
        self._bot = bot
        self._composer = Composer(pictures=bot.album.studio is not None)
        self._enclosures = Enclosures(bot.album)

    def compose(self, news: Sequence[News], *, plain: bool) -> tuple[str, int]:
        return self._composer.compose(news, plain=plain)

    async def send(self, letter: Letter) -> Outcome:
        message = json.loads(letter.payload)
        entry = message.pop(PICTURE, None)
        if letter.attempts >= _TRIES_WITH_PICTURE:
            entry = None
        message |= {
            "nonce": letter.nonce,
            # Discord then answers a second try with the message of the first.
            "enforce_nonce": True,
            "allowed_mentions": _NO_MENTIONS,
        }
        try:
            stored = await self._post(letter.channel, message, entry)
        except (discord.DiscordException, aiohttp.ClientError, OSError) as error:
            return sorted_out(error)
        return Sent(int(stored["id"]))

    async def _post(self, channel: int, message: dict[str, Any], entry: int | None) -> Any:
        plate = await self._enclosures.plate(channel, entry) if entry is not None else None
        if plate:
            try:
                return await self._request(
                    "POST", channel, form=form(message, plate), files=[plate.file()]
                )
            except discord.HTTPException as refusal:
                if not may_be_the_picture(refusal):
                    raise
                _log.warning("Channel %d takes no picture: %s", channel, refusal)
                self._enclosures.leave_out(channel)
        # With the same nonce: should Discord have kept the other one after all, it is the answer.
        return await self._request("POST", channel, json=message)

    async def find(self, letter: Letter) -> Outcome | None:
        try:
            return await self._look_for(letter)
        except (discord.DiscordException, aiohttp.ClientError, OSError) as error:
            outcome = sorted_out(error)
            # May post but not read: then only the nonce helps.
            return None if isinstance(outcome, Forbidden) else outcome

    async def _look_for(self, letter: Letter) -> Sent | None:
        """Onwards from what Teller sent before, or from when the letter was written.

        It was tried soon after that, however long ago it was.
        """
        after = letter.last_message or discord.utils.time_snowflake(letter.written_at - _SKEW)
        said = _said(json.loads(letter.payload))
        for _ in range(_PAGES):
            params = {"limit": str(_PAGE), "after": str(after)}
            page = await self._request("GET", letter.channel, params=params)
            for message in sorted(page, key=lambda one: int(one["id"])):
                is_new = int(message["id"]) > after
                if is_new and self._is_ours(message) and _is_same(message, letter, said):
                    return Sent(int(message["id"]))
            if len(page) < _PAGE:
                return None
            after = max(after, *(int(one["id"]) for one in page))
        return None

    def _is_ours(self, message: Mapping[str, Any]) -> bool:
        return self._bot.user is not None and int(message["author"]["id"]) == self._bot.user.id

    async def tell_owner(self, owner: int, channel: int, reason: str) -> None:
        try:
            direct = await self._bot.create_dm(discord.Object(owner))
            await direct.send(_PAUSED.format(channel=channel, reason=reason))
        except (discord.DiscordException, aiohttp.ClientError, OSError) as error:
            _log.warning("Somebody could not be told of a pause of channel %d: %s", channel, error)

    async def _request(self, method: str, channel: int, **parts: Any) -> Any:
        # discord.py's own methods do not let a request be given up: whoever cancels one that
        # waits for the limit over everything leaves all others waiting for ever.
        route = Route(method, _MESSAGES, channel_id=channel)
        answer = await self._bot.http.request(route, timeout=_TIMEOUT, **parts)
        if not isinstance(answer, list if method == "GET" else dict):
            # Something between Discord and us has answered with a page of its own.
            raise aiohttp.ClientPayloadError("the answer is not Discord's")
        return answer


def sorted_out(error: Exception) -> Outcome:
    """What a failure means for the letter and the channel."""
    reason = str(error) or type(error).__name__
    if isinstance(error, discord.RateLimited):
        return Later(reason, error.retry_after)
    if not isinstance(error, discord.HTTPException):
        return Later(reason)
    # A page of HTML is from something between Discord and us, and says nothing of the channel.
    is_discords = error.response.headers.get("Content-Type", "").startswith("application/json")
    if error.code in _GONE:
        return Gone(reason)
    if is_discords and error.status in {_FORBIDDEN, _NOT_FOUND}:
        return Forbidden(error.text or reason)
    if is_discords and error.status == _BAD_REQUEST:
        return Refused(reason)
    return Later(reason, _retry_after(error) if error.status == _TOO_MANY else None)


def _retry_after(error: discord.HTTPException) -> float | None:
    try:
        seconds = float(error.response.headers.get("Retry-After", ""))
    except ValueError:
        return None
    return seconds if math.isfinite(seconds) and seconds >= 0 else None


def _is_same(message: Mapping[str, Any], letter: Letter, said: list[str]) -> bool:
    return message.get("nonce") == letter.nonce or _said(message) == said


def _said(message: Mapping[str, Any]) -> list[str]:
    """Everything that can be read in a message, whatever Discord did to its spaces."""
    texts = [message.get("content") or ""]
    for embed in message.get("embeds", ()):
        footer = embed.get("footer") or {}
        texts += [embed.get("title", ""), embed.get("description", ""), footer.get("text", "")]
        texts += [
            text for field in embed.get("fields", ()) for text in (field["name"], field["value"])
        ]
    return [" ".join(text.split()) for text in texts]
