"""The port at which declarations are sent in."""

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable
from datetime import datetime
from types import TracebackType
from typing import Self

from aiohttp import web

from bot.declarations.desk import Answer
from bot.declarations.feeds.push import TIMESTAMP, refusal
from bot.declarations.feeds.wire import Answer as Sent
from bot.declarations.feeds.wire import Unanswered
from bot.errors import TellerError

_LARGEST = 2_000_000  # bytes of a message; a whole election takes about as much
_SECONDS = 30.0  # for a message to come in
_LINGERING = 0.5
_MOST_AT_ONCE = 20
_RETRY = "5"  # seconds

Receive = Callable[[Sent], Awaitable[list[Answer]]]

_log = logging.getLogger(__name__)


class PushServer:
    """Answers when all that was sent is written down. `receive` gets only what is signed.

    What is sent again, because an answer was lost or because somebody recorded it, does no harm:
    the journal answers that nothing changed, and what is older than what came since is refused.
    Raises TellerError where the port cannot be had.
    """

    def __init__(
        self, host: str, port: int, secret: bytes, receive: Receive, now: Callable[[], datetime]
    ) -> None:
        self._host, self._port = host, port
        self._secret = secret
        self._receive = receive
        self._now = now
        self._room = asyncio.Semaphore(_MOST_AT_ONCE)
        self._runner: web.ServerRunner | None = None

    @property
    def port(self) -> int:
        """The one that it has, where any was asked for."""
        assert self._runner
        return int(self._runner.addresses[0][1])

    async def __aenter__(self) -> Self:
        # Whoever sends too much is not listened to for long.
        server = web.Server(self._handle, access_log=None, lingering_time=_LINGERING)
        self._runner = web.ServerRunner(server)
        await self._runner.setup()
        try:
            await web.TCPSite(self._runner, self._host, self._port).start()
        except OSError as taken:
            await self._runner.cleanup()
            raise TellerError(
                f"The port {self._port} on {self._host} cannot be had ({taken.strerror}): "
                "name another in TELLER_FEEDS."
            ) from taken
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._runner:
            await self._runner.cleanup()

    async def _handle(self, request: web.BaseRequest) -> web.StreamResponse:
        if request.path not in ("/", "/declarations"):
            return _said(404, "Declarations are sent to /declarations.")
        if request.method != "POST":
            return _said(405, "Declarations are sent with POST.", Allow="POST")
        if request.headers.get("Content-Encoding", "identity").lower() != "identity":
            return _said(415, "Declarations are sent as they are, not packed.")
        if (request.content_length or 0) > _LARGEST:
            return _said(413, f"A message can have {_LARGEST:,} bytes.")
        if self._room.locked():
            return _said(503, "Too many messages are coming in.", **{"Retry-After": _RETRY})
        async with self._room:
            return await self._take(request)

    async def _take(self, request: web.BaseRequest) -> web.StreamResponse:
        try:
            async with asyncio.timeout(_SECONDS):
                body = await _body(request)
        except TimeoutError:
            return _said(408, f"The message did not come within {_SECONDS:.0f} seconds.")
        if body is None:
            return _said(413, f"A message can have {_LARGEST:,} bytes.")
        headers = {name.lower(): value for name, value in request.headers.items()}
        refused = refusal(headers, body, self._secret, self._now())
        if refused:
            _log.warning("A message was pushed and not believed: %s", refused)
            return _said(401, refused)
        if not body.strip():
            return _said(400, "The message is empty.")
        kept = {TIMESTAMP: headers[TIMESTAMP].strip()}
        return await self._answered(Sent(200, body, kept))

    async def _answered(self, sent: Sent) -> web.StreamResponse:
        try:
            answers = await self._receive(sent)
        except (TellerError, Unanswered) as failed:
            _log.error("A pushed message could not be kept: %s", failed)
            reason = "It could not be written down: send it again in a while."
            return _said(503, reason, **{"Retry-After": _RETRY})
        told = [{"outcome": one.outcome, "about": one.about} for one in answers]
        return web.json_response({"answers": told}, dumps=_dumps)


async def _body(request: web.BaseRequest) -> bytes | None:
    """None where it is too long, whatever length was announced."""
    body = bytearray()
    async for piece in request.content.iter_any():
        body += piece
        if len(body) > _LARGEST:
            return None
    return bytes(body)


def _said(status: int, sentence: str, **headers: str) -> web.Response:
    return web.json_response({"error": sentence}, status=status, headers=headers, dumps=_dumps)


def _dumps(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
