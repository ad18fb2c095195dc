"""As much of Discord's REST and gateway as a bot needs to come in, on this machine.

Opcodes: https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway
"""

import asyncio
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from aiohttp import web

_USER = {"id": "1", "username": "Teller", "discriminator": "0", "avatar": None, "bot": True}
_APPLICATION = {
    "id": "2",
    "name": "Teller",
    "description": "",
    "icon": None,
    "bot_public": True,
    "bot_require_code_grant": False,
    "verify_key": "",
    "flags": 0,
    "owner": _USER,
}
_READY = {
    "v": 10,
    "user": _USER,
    "guilds": [],
    "session_id": "s",
    "shard": [0, 1],
    "application": _APPLICATION,
}


@dataclass(slots=True)
class FakeDiscord:
    """`status` other than 200 is what it answers to everything."""

    status: int = 200
    api: str = ""
    asked: list[str] = field(default_factory=list)
    beating: threading.Event = field(default_factory=threading.Event)

    async def answer(self, request: web.Request) -> web.StreamResponse:
        path = request.path.removeprefix("/api/v10")
        self.asked.append(f"{request.method} {path}")
        if self.status != 200:
            return _json({"message": "refused", "code": 0}, self.status)
        if path == "/gateway":
            return await self._receive(request)
        if path == "/gateway/bot":
            address = self.api.replace("http", "ws").removesuffix("/api/v10") + "/gateway"
            return _json({"url": address, "shards": 1, "session_start_limit": {}})
        known = {"/users/@me": _USER, "/oauth2/applications/@me": _APPLICATION}
        return _json(known.get(path, []))

    async def _receive(self, request: web.Request) -> web.StreamResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.send_json({"op": 10, "d": {"heartbeat_interval": 50}})
        async for message in socket:
            if message.json()["op"] == 2:
                resume = {"resume_gateway_url": f"ws://{request.host}/gateway"}
                await socket.send_json({"op": 0, "s": 1, "t": "READY", "d": _READY | resume})
            elif message.json()["op"] == 1:
                await socket.send_json({"op": 11})
                self.beating.set()
        return socket


@contextmanager
def fake_discord(status: int = 200) -> Iterator[FakeDiscord]:
    """Runs in a thread of its own, so that the bot under test may have the main one."""
    fake, loop, app = FakeDiscord(status), asyncio.new_event_loop(), web.Application()
    app.router.add_route("*", "/{path:.*}", fake.answer)
    runner = web.AppRunner(app)
    loop.run_until_complete(runner.setup())
    site = web.TCPSite(runner, "127.0.0.1", 0)
    loop.run_until_complete(site.start())
    fake.api = f"http://127.0.0.1:{runner.addresses[0][1]}/api/v10"
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    try:
        yield fake
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.run_until_complete(runner.cleanup())
        loop.close()


def _json(body: object, status: int = 200) -> web.Response:
    # discord.py reads JSON only under exactly this type, without a charset.
    headers = {"Content-Type": "application/json"}
    return web.Response(body=json.dumps(body).encode(), status=status, headers=headers)
