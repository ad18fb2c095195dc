"""The connection over which the bot hears what happens.

https://discord.com/developers/docs/events/gateway
"""

import asyncio
import json
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from enum import IntEnum

from aiohttp import WSCloseCode, web

from tests.discord_server import shapes
from tests.discord_server.guilds import Guild, Guilds
from tests.discord_server.shapes import Json
from tests.discord_server.snowflakes import shard_of

_HEARTBEAT_INTERVAL = 41_250  # milliseconds


class Op(IntEnum):
    """https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway"""

    DISPATCH = 0
    HEARTBEAT = 1
    IDENTIFY = 2
    RESUME = 6
    INVALID_SESSION = 9
    HELLO = 10
    HEARTBEAT_ACK = 11


@dataclass(slots=True)
class Session:
    """`events` are all that it was or is to be told: the sequence number of one is its place,
    counted from 1. `told` is how many it was told, and it outlives its connections.
    """

    id: str
    shard: int = 0
    shards: int = 1
    events: list[str] = field(default_factory=list)
    told: int = 0
    news: asyncio.Event = field(default_factory=asyncio.Event)
    _telling: asyncio.Task[None] | None = None

    @property
    def connected(self) -> bool:
        return self._telling is not None and not self._telling.done()

    def add(self, name: str, data: Json) -> None:
        event = {"op": Op.DISPATCH, "s": len(self.events) + 1, "t": name, "d": data}
        self.events.append(json.dumps(event))
        self.news.set()

    def hears(self, guild: int | None) -> bool:
        return self.shard == (0 if guild is None else shard_of(guild, self.shards))

    def connect(self, socket: web.WebSocketResponse) -> asyncio.Task[None]:
        """Tells what there is to tell from now on over this connection, and over no other."""
        if self._telling:
            self._telling.cancel()
        self._telling = asyncio.create_task(self._tell(socket))
        return self._telling

    async def _tell(self, socket: web.WebSocketResponse) -> None:
        with suppress(ConnectionError):
            while True:
                while self.told < len(self.events):
                    self.told += 1
                    await socket.send_str(self.events[self.told - 1])
                self.news.clear()
                await self.news.wait()


class Gateway:
    def __init__(self, host: str, guilds: Guilds) -> None:
        self.address = f"ws://{host}/gateway"
        self._guilds = guilds
        self._sessions: dict[str, Session] = {}
        self._sockets: set[web.WebSocketResponse] = set()
        self._identified = self._resumed = 0

    def recommended(self) -> Json:
        shards = self._guilds.shards
        starts = {"total": 1000, "remaining": 1000, "reset_after": 0, "max_concurrency": 16}
        return {"url": self.address, "shards": shards, "session_start_limit": starts}

    def told(self) -> Json:
        """A session counts as ready when it was told all there is to tell."""
        ready = [
            session
            for session in self._sessions.values()
            if session.connected and session.told == len(session.events)
        ]
        return {"ready": len(ready), "identified": self._identified, "resumed": self._resumed}

    def dispatch(self, name: str, data: Json, guild: int | None = None) -> bool:
        """To the shard of that guild. A session whose connection is gone is told if it resumes."""
        hearing = [session for session in self._sessions.values() if session.hears(guild)]
        for session in hearing:
            session.add(name, data)
        return any(session.connected for session in hearing)

    async def disconnect(self) -> None:
        """Cuts all connections in a way that lets them resume."""
        for socket in tuple(self._sockets):
            await socket.close(code=WSCloseCode.SERVICE_RESTART)

    async def serve(self, request: web.BaseRequest) -> web.WebSocketResponse:
        socket = web.WebSocketResponse(compress=False, timeout=0.5)
        await socket.prepare(request)
        self._sockets.add(socket)
        try:
            await socket.send_json(_message(Op.HELLO, {"heartbeat_interval": _HEARTBEAT_INTERVAL}))
            await self._converse(socket)
        finally:
            self._sockets.discard(socket)
        return socket

    async def _converse(self, socket: web.WebSocketResponse) -> None:
        telling: asyncio.Task[None] | None = None
        try:
            async for message in socket:
                said = message.json()
                if said["op"] == Op.HEARTBEAT:
                    await socket.send_json(_message(Op.HEARTBEAT_ACK))
                elif said["op"] in (Op.IDENTIFY, Op.RESUME) and telling is None:
                    session = self._session(said)
                    if session:
                        telling = session.connect(socket)
                    else:
                        await socket.send_json(_message(Op.INVALID_SESSION, again=False))
        finally:
            if telling:
                telling.cancel()

    def _session(self, said: Json) -> Session | None:
        """A new one, or the one to be resumed; None where that is not known."""
        if said["op"] == Op.IDENTIFY:
            return self._identify(said["d"])
        known = self._sessions.get(said["d"]["session_id"])
        return known and self._resume(known, said["d"]["seq"])

    def _identify(self, said: Json) -> Session:
        self._identified += 1
        shard, shards = said.get("shard") or (0, 1)
        session = Session(f"session-{self._identified}", shard, shards)
        self._sessions[session.id] = session
        mine = [guild for guild in self._guilds.all if session.hears(guild.id)]
        session.add("READY", self._ready(session, mine))
        for guild in mine:
            channels = self._guilds.channels_of(guild)
            session.add("GUILD_CREATE", shapes.guild(guild, channels))
        return session

    def _resume(self, session: Session, sequence: int) -> Session:
        self._resumed += 1
        session.told = sequence
        session.add("RESUMED", {})
        return session

    def _ready(self, session: Session, guilds: Iterable[Guild]) -> Json:
        return {
            "v": 10,
            "user": shapes.bot(),
            "guilds": [{"id": str(guild.id), "unavailable": True} for guild in guilds],
            "session_id": session.id,
            "resume_gateway_url": self.address,
            "shard": [session.shard, session.shards],
            "application": shapes.application(),
        }


def _message(op: Op, data: Json | None = None, *, again: bool | None = None) -> Json:
    return {"op": op, "d": data if again is None else again}
