"""What there is, and how it ends."""

import pytest
from discord import ChannelType, PermissionOverwrite, TextChannel
from simcord import ChannelHandle, Env, MemberActor, RoleHandle

from bot.declarations.subscription import MOST_FOR_A_SERVER, Address
from bot.declarations.subscriptions import Subscriptions
from tests.discord_ui.conftest import Kept, Make, Start
from tests.discord_ui.reading import answer, menu, options, words
from tests.discord_ui.subscribed import fill, menus


async def test_where_a_channel_stands_is_listed_for_who_manages_it(
    channel: ChannelHandle, mina: MemberActor, make: Make
) -> None:
    await mina.slash(channel, "subscribe", to="everything")
    await mina.slash(channel, "subscribe", to="scotland", channel=make("_loud_"))

    result = await mina.slash(channel, "subscriptions")

    assert result.ephemeral
    said = words(answer(result))
    assert "2 of at most 50." in said
    assert "#results: up to date\n• every constituency: every declaration" in said
    assert "#\\_loud\\_: up to date\n• Scotland: every declaration" in said


@pytest.mark.parametrize("name", ["subscriptions", "unsubscribe"])
async def test_nobody_else_sees_a_servers_subscriptions(
    channel: ChannelHandle, mina: MemberActor, rosa: MemberActor, name: str
) -> None:
    for _ in range(2):
        refused = await rosa.slash(channel, name)
        assert refused.ephemeral
        assert "You may not see this server" in words(answer(refused))
        await mina.slash(channel, "subscribe", to="everything")


async def test_whoever_manages_one_channel_sees_and_ends_only_its_own(
    channel: ChannelHandle,
    simcord_env: Env,
    mina: MemberActor,
    rosa: MemberActor,
    kept: Kept,
) -> None:
    own = simcord_env.guild.create_text_channel(
        "rosas", overwrites={rosa: PermissionOverwrite(manage_channels=True)}
    )
    await mina.slash(channel, "subscribe", to="everything")
    await mina.slash(channel, "subscribe", to="scotland", channel=own)

    listed = words(answer(await rosa.slash(channel, "subscriptions")))
    offered = answer(await rosa.slash(own, "unsubscribe"))

    assert "#rosas" in listed
    assert "#results" not in listed
    assert [one["label"] for one in menu(offered)["options"]] == ["Scotland"]
    await rosa.select(offered, options(offered))
    assert kept() == ["every constituency, every, 0"]


async def test_a_channel_that_teller_cannot_see_any_more_is_listed_too(
    channel: ChannelHandle, simcord_env: Env, mina: MemberActor, subscriptions: Subscriptions
) -> None:
    fill(subscriptions, Address(12345, simcord_env.guild.id), 1)

    assert "a channel that Teller cannot see: up to date" in words(
        answer(await mina.slash(channel, "subscriptions"))
    )


async def test_a_person_lists_and_ends_their_own(
    simcord_env: Env, subscriptions: Subscriptions
) -> None:
    rosa, idris = simcord_env.create_user("Rosa"), simcord_env.create_user("Idris")
    await rosa.slash("subscribe", to="labour")
    await idris.slash("subscribe", to="scotland")

    listed = answer(await rosa.slash("subscriptions"))
    offered = answer(await rosa.slash("unsubscribe"))
    await rosa.select(offered, options(offered))

    assert "1 of at most 10." in words(listed)
    assert "Here: up to date\n• Labour: gains and losses" in words(listed)
    assert "Unsubscribed from Labour" in words(offered)
    assert "You will not be told of it any more." in words(offered)
    assert subscriptions.at(Address(rosa.dm_channel.id)) == []
    assert len(subscriptions.at(Address(idris.dm_channel.id))) == 1


@pytest.mark.parametrize("bare_channel", [False, True])
async def test_fifty_are_listed_and_offered_whole(
    channel: ChannelHandle,
    bare: ChannelHandle,
    simcord_env: Env,
    mina: MemberActor,
    subscriptions: Subscriptions,
    *,
    bare_channel: bool,
) -> None:
    fill(subscriptions, Address(channel.id, simcord_env.guild.id), MOST_FOR_A_SERVER)
    place = bare if bare_channel else channel

    listed = words(answer(await mina.slash(place, "subscriptions")))
    offered = answer(await mina.slash(place, "unsubscribe"))

    assert "50 of at most 50." in listed
    assert r"• Seat \*0\*: changes of hands only, every 15 minutes" in listed
    if bare_channel:
        assert len(answer(await mina.slash(place, "subscriptions")).content) <= 2000
        assert "more" in listed
    else:
        assert r"• Seat \*49\*: changes of hands only, every 15 minutes" in listed
    first, second = menus(offered)
    assert first["custom_id"] != second["custom_id"]
    assert [len(one["options"]) for one in (first, second)] == [25, 25]
    assert second["options"][-1]["label"] == "Seat *49*"


async def test_what_is_picked_is_ended_and_the_rest_stays_to_pick_from(
    channel: ChannelHandle,
    simcord_env: Env,
    mina: MemberActor,
    subscriptions: Subscriptions,
    start: Start,
) -> None:
    fill(subscriptions, Address(channel.id, simcord_env.guild.id), 26)
    result = await mina.slash(channel, "unsubscribe")
    offered = answer(result)
    _, second = menus(offered)
    await simcord_env.restart_bot(start())
    await simcord_env.advance_time(600)

    await mina.select(offered, [second["options"][0]["value"]], custom_id=second["custom_id"])

    assert result.ephemeral
    assert r"Unsubscribed from Seat \*25\*" in words(offered)
    assert "#results will not be told of it any more." in words(offered)
    assert len(options(offered)) == 25
    assert len(subscriptions.of_channel(channel.id)) == 25


async def test_one_that_is_gone_already_is_said_to_be(
    channel: ChannelHandle, mina: MemberActor, kept: Kept
) -> None:
    await mina.slash(channel, "subscribe", to="scotland")
    first, second = [answer(await mina.slash(channel, "unsubscribe")) for _ in range(2)]
    chosen = options(first)

    await mina.select(first, chosen)
    await mina.select(second, chosen)

    assert "Unsubscribed from Scotland" in words(first)
    assert "That subscription is gone already" in words(second)
    assert menus(first) == menus(second) == []
    assert kept() == []


async def test_without_the_right_any_more_nothing_is_ended(
    channel: ChannelHandle,
    simcord_env: Env,
    mina: MemberActor,
    editors: RoleHandle,
    kept: Kept,
) -> None:
    await mina.slash(channel, "subscribe", to="scotland")
    offered = answer(await mina.slash(channel, "unsubscribe"))
    simcord_env.backend.remove_member_role(simcord_env.guild.id, mina.id, editors.id)

    await mina.select(offered, options(offered))

    assert "You do not manage the channel it is for." in words(offered)
    assert len(kept()) == 1


async def test_with_nothing_to_end_it_is_said_how_to_begin(
    channel: ChannelHandle, mina: MemberActor
) -> None:
    for name in ("subscriptions", "unsubscribe"):
        told = answer(await mina.slash(channel, name))
        assert "No subscriptions" in words(told)
        assert menus(told) == []


async def test_a_channel_that_is_deleted_is_forgotten(
    channel: ChannelHandle,
    simcord_env: Env,
    mina: MemberActor,
    make: Make,
    kept: Kept,
) -> None:
    other = make("short-lived")
    await mina.slash(channel, "subscribe", to="everything")
    await mina.slash(channel, "subscribe", to="scotland", channel=other)

    simcord_env.backend.delete_channel(other.id)
    await simcord_env.settle()

    assert kept() == ["every constituency, every, 0"]


async def test_a_thread_that_is_deleted_is_forgotten(
    channel: ChannelHandle, simcord_env: Env, mina: MemberActor, kept: Kept
) -> None:
    found = simcord_env.bot.get_channel(channel.id)
    assert isinstance(found, TextChannel)
    thread = await found.create_thread(name="night", type=ChannelType.public_thread)
    await mina.slash(channel.threads[0], "subscribe", to="everything")
    assert len(kept()) == 1

    await thread.delete()
    await simcord_env.settle()

    assert kept() == []


async def test_a_server_that_teller_leaves_is_forgotten(
    channel: ChannelHandle, simcord_env: Env, mina: MemberActor, subscriptions: Subscriptions
) -> None:
    await mina.slash(channel, "subscribe", to="everything")
    server = simcord_env.bot.get_guild(simcord_env.guild.id)
    assert server

    await server.leave()
    await simcord_env.settle()

    assert subscriptions.of_channel(channel.id) == []
