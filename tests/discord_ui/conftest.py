"""A server in a simulated Discord: a channel, two people, and the real bot over real results."""

from collections.abc import Callable, Iterator
from pathlib import Path
from sqlite3 import Connection

import pytest
from discord import PermissionOverwrite, Permissions
from simcord import ChannelHandle, Env, MemberActor, RoleHandle

from bot import config
from bot.answers.live.subscribing import SubscriptionOffice
from bot.answers.service import Answers
from bot.app import Teller, open_teller
from bot.declarations.journal import Journal
from bot.declarations.newsroom import Newsroom
from bot.declarations.state import open_state, url_of
from bot.declarations.subscription import Address, Subscription
from bot.declarations.subscriptions import Subscriptions
from bot.discord_ui.client import TellerBot
from tests.declarations.making import NOW

Start = Callable[[], TellerBot]
Make = Callable[..., ChannelHandle]
Kept = Callable[[], list[str]]


@pytest.fixture(scope="session")
def teller() -> Teller:
    return open_teller(config.load())


@pytest.fixture
def answers(teller: Teller) -> Answers:
    return teller.answers


@pytest.fixture
def state(tmp_path: Path) -> Iterator[Connection]:
    """The test's own; every start has another connection to it."""
    opened = open_state(url_of(tmp_path / "state.db"))
    yield opened
    opened.close()


@pytest.fixture
def subscriptions(state: Connection) -> Subscriptions:
    """What is written down."""
    return Subscriptions(state)


@pytest.fixture
def start(teller: Teller, tmp_path: Path, state: Connection) -> Iterator[Start]:
    """Starts Teller as a new process would, in the same home each time."""
    opened: list[Connection] = []

    def start() -> TellerBot:
        opened.append(open_state(url_of(tmp_path / "state.db")))
        office = SubscriptionOffice(
            teller.catalogue,
            teller.names,
            Subscriptions(opened[-1]),
            Newsroom(teller.catalogue, Journal(opened[-1])),
            lambda: NOW,
        )
        return TellerBot(teller.answers, tmp_path, "0.0", office=office, shard_count=1)

    yield start
    for connection in opened:
        connection.close()


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


@pytest.fixture
def editors(simcord_env: Env, channel: ChannelHandle) -> RoleHandle:
    return simcord_env.guild.create_role("Editors", permissions=Permissions(manage_channels=True))


@pytest.fixture
def mina(simcord_env: Env, editors: RoleHandle) -> MemberActor:
    """Who may manage channels; Rosa and Idris may not."""
    return simcord_env.guild.add_member(simcord_env.create_user("Mina"), roles=[editors])


@pytest.fixture
def make(simcord_env: Env) -> Make:
    """A channel where Teller lacks what is named."""

    def make(name: str, **denied: bool) -> ChannelHandle:
        server, me = simcord_env.guild, simcord_env.bot.user
        assert me
        return server.create_text_channel(name, overwrites={me: PermissionOverwrite(**denied)})

    return make


@pytest.fixture
def kept(simcord_env: Env, subscriptions: Subscriptions) -> Kept:
    """What the server has subscribed to."""
    return lambda: [_said(one) for one in subscriptions.at(Address(0, simcord_env.guild.id))]


def _said(one: Subscription) -> str:
    return f"{one.wish.target.name}, {one.wish.events}, {one.wish.style:d}"
