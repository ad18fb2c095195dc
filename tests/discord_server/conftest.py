from collections.abc import AsyncIterator, Iterator

import pytest
from discord.http import Route

from tests.discord_server.caller import Caller
from tests.discord_server.client import DiscordServer
from tests.discord_server.small_bot import SmallBot, connected


@pytest.fixture(scope="session")
def running_discord() -> Iterator[DiscordServer]:
    with DiscordServer() as server:
        yield server


@pytest.fixture
def discord_server(
    running_discord: DiscordServer, monkeypatch: pytest.MonkeyPatch
) -> DiscordServer:
    """As fresh as if it had just been started, and the one that discord.py turns to."""
    running_discord.reset()
    monkeypatch.setattr(Route, "BASE", running_discord.api)
    return running_discord


@pytest.fixture
def caller(discord_server: DiscordServer) -> Caller:
    return Caller(discord_server.api)


@pytest.fixture
def channel(discord_server: DiscordServer) -> int:
    return discord_server.channels()[0]


@pytest.fixture
async def bot(discord_server: DiscordServer) -> AsyncIterator[SmallBot]:
    async with connected(discord_server) as bot:
        yield bot
