"""All that the fake knows, made anew for each test."""

import asyncio
from dataclasses import dataclass, field

from tests.discord_server.commands import Commands
from tests.discord_server.counts import Counts
from tests.discord_server.faults import Faults
from tests.discord_server.gateway import Gateway
from tests.discord_server.guilds import Guilds
from tests.discord_server.interactions import Interactions
from tests.discord_server.limits import Limits
from tests.discord_server.messages import Messages
from tests.discord_server.snowflakes import Snowflakes


@dataclass(slots=True)
class World:
    """`host` is where it is served; `over` is set when this world ends."""

    host: str
    ids: Snowflakes = field(default_factory=Snowflakes)
    guilds: Guilds = field(default_factory=Guilds)
    faults: Faults = field(default_factory=Faults)
    limits: Limits = field(default_factory=Limits)
    counts: Counts = field(default_factory=Counts)
    over: asyncio.Event = field(default_factory=asyncio.Event)
    commands: Commands = field(init=False)
    messages: Messages = field(init=False)
    interactions: Interactions = field(init=False)
    gateway: Gateway = field(init=False)

    def __post_init__(self) -> None:
        self.commands = Commands(self.ids)
        self.messages = Messages(self.ids)
        self.interactions = Interactions(self.ids, self.messages)
        self.gateway = Gateway(self.host, self.guilds)

    async def end(self) -> None:
        self.over.set()
        await self.gateway.disconnect()
