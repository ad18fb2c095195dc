"""A server in a simulated Discord: a channel, two people, and the real bot over real results."""

from collections.abc import Callable
from pathlib import Path

import pytest
from discord import PermissionOverwrite
from simcord import ChannelHandle, Env, MemberActor

from bot import config
from bot.answers.service import Answers
from bot.app import Teller, open_teller
from bot.discord_ui.client import TellerBot

Start = Callable[[], TellerBot]


@pytest.fixture(scope="session")
def teller() -> Teller:
    return open_teller(config.load())


@pytest.fixture
def answers(teller: Teller) -> Answers:
    return teller.answers


@pytest.fixture
def start(answers: Answers, tmp_path: Path) -> Start:
    """Starts Teller as a new process would, in the same home each time."""
    return lambda: TellerBot(answers, tmp_path, "0.0", shard_count=1)


@pytest.fixture
def simcord_bot(start: Start) -> TellerBot:
    return start()


@pytest.fixture
def channel(simcord_env: Env) -> ChannelHandle:
    return simcord_env.create_guild().create_text_channel("results")


@pytest.fixture
def rosa(simcord_env: Env, channel: ChannelHandle) -> MemberActor:
    return simcord_env.guild.add_member(simcord_env.create_user("Rosa"))


@pytest.fixture
def idris(simcord_env: Env, channel: ChannelHandle) -> MemberActor:
    return simcord_env.guild.add_member(simcord_env.create_user("Idris"))


@pytest.fixture
def bare(simcord_env: Env, channel: ChannelHandle) -> ChannelHandle:
    """A channel where Teller may write, but not with embeds."""
    server = simcord_env.guild
    return server.create_text_channel(
        "bare", overwrites={server.default_role: PermissionOverwrite(embed_links=False)}
    )
