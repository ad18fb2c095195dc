"""Who may subscribe for a channel, and what Teller needs there."""

from types import SimpleNamespace
from typing import Any

import discord
import pytest
import simcord.interactions
from discord import ChannelType, PermissionOverwrite, TextChannel
from discord.app_commands import AppCommandContext
from simcord import ChannelHandle, Env, MemberActor, OptionError, RoleHandle

from bot.answers.reply import Reply
from bot.declarations.subscription import Address
from bot.declarations.subscriptions import Subscriptions
from bot.discord_ui import permissions
from tests.discord_ui.conftest import Kept, Make
from tests.discord_ui.reading import answer, words


async def test_no_channel_that_takes_no_messages_can_be_chosen(
    simcord_env: Env, channel: ChannelHandle, mina: MemberActor
) -> None:
    server = simcord_env.guild
    for other in (server.create_category("Nights"), server.create_forum_channel("talk")):
        with pytest.raises(OptionError, match="channel types"):
            await mina.slash(channel, "subscribe", to="everything", channel=other)


async def test_whoever_may_not_manage_the_channel_is_refused(
    channel: ChannelHandle,
    rosa: MemberActor,
    mina: MemberActor,
    editors: RoleHandle,
    simcord_env: Env,
    kept: Kept,
) -> None:
    closed = simcord_env.guild.create_text_channel(
        "closed", overwrites={editors: PermissionOverwrite(manage_channels=False)}
    )

    refused = [
        await rosa.slash(channel, "subscribe", to="everything"),
        await rosa.slash(channel, "subscribe", to="newport"),
        await mina.slash(closed, "subscribe", to="everything"),
        await mina.slash(channel, "subscribe", to="everything", channel=closed),
    ]

    for result in refused:
        assert result.ephemeral
        assert "That needs the permission Manage Channels" in words(answer(result))
    assert kept() == []


async def test_whoever_manages_that_one_channel_may(
    simcord_env: Env, channel: ChannelHandle, rosa: MemberActor, kept: Kept
) -> None:
    own = simcord_env.guild.create_text_channel(
        "rosas", overwrites={rosa: PermissionOverwrite(manage_channels=True)}
    )

    await rosa.slash(channel, "subscribe", to="everything", channel=own)
    await rosa.slash(own, "subscribe", to="scotland")

    assert len(kept()) == 2


@pytest.mark.parametrize(
    ("denied", "missing"),
    [
        (["view_channel"], "It lacks View Channel there."),
        (["send_messages"], "It lacks Send Messages there."),
        (["embed_links"], "It lacks Embed Links there."),
        (
            ["view_channel", "send_messages", "embed_links"],
            "It lacks View Channel, Send Messages and Embed Links there.",
        ),
    ],
)
@pytest.mark.parametrize("from_there", [True, False])
async def test_what_teller_lacks_is_named_at_once(
    channel: ChannelHandle,
    mina: MemberActor,
    make: Make,
    kept: Kept,
    denied: list[str],
    missing: str,
    *,
    from_there: bool,
) -> None:
    other = make("closed", **dict.fromkeys(denied, False))

    if from_there:
        result = await mina.slash(other, "subscribe", to="everything")
    else:
        result = await mina.slash(channel, "subscribe", to="everything", channel=other)

    assert result.ephemeral
    assert "Teller may not post in #closed" in words(answer(result))
    assert missing in words(answer(result))
    assert kept() == []


async def test_a_missing_history_is_only_advised_against(
    channel: ChannelHandle, mina: MemberActor, make: Make, kept: Kept
) -> None:
    other = make("short-memory", read_message_history=False)

    result = await mina.slash(channel, "subscribe", to="everything", channel=other)

    assert "Allow Teller Read Message History there too" in words(answer(result))
    assert len(kept()) == 1


@pytest.mark.parametrize("may", [True, False])
async def test_a_thread_takes_messages_where_threads_may_be_written_in(
    simcord_env: Env,
    channel: ChannelHandle,
    mina: MemberActor,
    make: Make,
    subscriptions: Subscriptions,
    *,
    may: bool,
) -> None:
    parent = make("parent", send_messages=False, send_messages_in_threads=may)
    found = simcord_env.bot.get_channel(parent.id)
    assert isinstance(found, TextChannel)
    await found.create_thread(name="night", type=ChannelType.public_thread)
    [thread] = parent.threads

    here = await mina.slash(thread, "subscribe", to="everything")
    chosen = await mina.slash(channel, "subscribe", to="scotland", channel=thread)

    for result in (here, chosen):
        assert result.ephemeral is not may
        said = "#night will be told" if may else "It lacks Send Messages in Threads there."
        assert said in words(answer(result))
    assert len(subscriptions.of_channel(thread.id)) == 2 * may


@pytest.mark.parametrize("inside", [True, False])
async def test_a_private_thread_has_to_have_teller_in_it(
    simcord_env: Env, mina: MemberActor, make: Make, kept: Kept, *, inside: bool
) -> None:
    """Whatever Discord says that Teller's permissions are there."""
    parent, backend, me = make("parent", manage_threads=False), simcord_env.backend, simcord_env.bot
    assert me.user
    kind = ChannelType.private_thread.value
    thread = backend.create_thread(parent.id, "cabal", mina.id, type=kind)
    if inside:
        backend.add_thread_member(thread.id, me.user.id)
    await simcord_env.settle()
    [handle] = parent.threads

    said = words(answer(await mina.slash(handle, "subscribe", to="everything")))

    assert ("#cabal will be told" if inside else "Teller cannot see that channel") in said
    assert len(kept()) == inside


async def test_in_a_conversation_of_others_teller_cannot_post(
    simcord_env: Env, monkeypatch: pytest.MonkeyPatch, subscriptions: Subscriptions
) -> None:
    """Into which somebody brought its commands, who has it installed for themselves."""
    original = simcord.interactions.base_payload

    def among_people(*args: Any, **named: Any) -> Any:
        record, payload = original(*args, **named)
        return record, {**payload, "context": 2}

    monkeypatch.setattr(simcord.interactions, "base_payload", among_people)
    rosa = simcord_env.create_user("Rosa")

    for name, more in (("subscribe", {"to": "labour"}), ("subscriptions", {}), ("unsubscribe", {})):
        said = words(answer(await rosa.slash(name, **more)))
        assert "Add Teller to a server, or write to it directly" in said
    assert subscriptions.at(Address(rosa.dm_channel.id)) == []


async def test_a_server_that_teller_is_not_in_is_told_to_add_it(
    channel: ChannelHandle,
    mina: MemberActor,
    simcord_env: Env,
    monkeypatch: pytest.MonkeyPatch,
    kept: Kept,
) -> None:
    """Only its commands are there."""
    monkeypatch.setattr(simcord_env.bot, "get_guild", lambda _id: None)
    monkeypatch.setattr(simcord_env.bot, "fetch_channel", no_access)

    for name, more in (("subscribe", {"to": "labour"}), ("subscriptions", {}), ("unsubscribe", {})):
        result = await mina.slash(channel, name, **more)
        assert result.ephemeral
        assert "must add it first" in words(answer(result))
    assert kept() == []


async def test_a_server_that_is_not_known_yet_is_asked_after(
    channel: ChannelHandle,
    mina: MemberActor,
    simcord_env: Env,
    monkeypatch: pytest.MonkeyPatch,
    kept: Kept,
) -> None:
    monkeypatch.setattr(simcord_env.bot, "get_guild", lambda _id: None)

    await mina.slash(channel, "subscribe", to="labour")
    assert kept() == ["Labour, every, 0"]


async def no_access(_channel: int) -> None:
    response = SimpleNamespace(status=403, reason="Forbidden")
    raise discord.Forbidden(response, {"code": 50001, "message": "Missing Access"})


async def test_in_a_direct_message_no_channel_can_be_chosen() -> None:
    """Discord offers none there, but whoever writes a client of their own may send one."""
    interaction = SimpleNamespace(
        guild_id=None,
        channel_id=1,
        context=AppCommandContext(dm_channel=True),
        user=SimpleNamespace(id=2),
    )

    refused = await permissions.subscriber(interaction, 3)  # type: ignore[arg-type]

    assert isinstance(refused, Reply)
    assert refused.title == "No channel can be chosen here"
