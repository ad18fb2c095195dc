"""The menu that asks what somebody wants to subscribe to."""

import re

import pytest
from simcord import ChannelHandle, Env, MemberActor, RoleHandle

from bot.answers.reply import Choice
from bot.declarations.subscription import MOST_FOR_A_SERVER, Address, Events, Style
from bot.declarations.subscriptions import Subscriptions
from bot.discord_ui.menus import GONE_QUIET
from bot.discord_ui.subscription_menus import NOT_YOURS, SubscribeMenu, SubscribeQuestion, Terms
from tests.discord_ui.conftest import Kept, Make, Start
from tests.discord_ui.reading import answer, menu, options, title, words
from tests.discord_ui.subscribed import fill


async def test_an_unclear_name_is_asked_about_and_what_is_picked_subscribes(
    channel: ChannelHandle,
    mina: MemberActor,
    make: Make,
    subscriptions: Subscriptions,
) -> None:
    other = make("exit-poll")

    asked = await mina.slash(
        channel, "subscribe", to="newport", events="changes", style="5", channel=other
    )
    assert not asked.ephemeral
    assert len(menu(answer(asked))["custom_id"]) <= 100
    picked = await mina.select(answer(asked), [options(answer(asked))[0]])

    assert answer(picked).id == answer(asked).id
    assert title(answer(asked)) == "Subscribed to Newport East"
    assert answer(asked).components == []
    [one] = subscriptions.of_channel(other.id)
    assert (one.wish.events, one.wish.style) == (Events.CHANGES, Style.FIVE)


async def test_a_custom_id_is_never_too_long() -> None:
    largest = 2**64 - 1
    terms = Terms(Events.CHANGES, Style.QUARTER, largest, named=True)
    question = SubscribeQuestion([Choice("party", "labour", "Labour")], largest, terms)

    [item] = question.children
    assert isinstance(item, SubscribeMenu)
    assert len(item.custom_id) <= 100


@pytest.mark.parametrize("winners", [True, False])
async def test_what_is_picked_after_a_restart_still_has_winners_or_has_not(
    channel: ChannelHandle,
    simcord_env: Env,
    mina: MemberActor,
    start: Start,
    subscriptions: Subscriptions,
    *,
    winners: bool,
) -> None:
    asked = answer(await mina.slash(channel, "subscribe", to="newport", winners=winners))
    await simcord_env.restart_bot(start())

    await mina.select(asked, [options(asked)[0]])

    [one] = subscriptions.of_channel(channel.id)
    assert one.wish.named is winners


async def test_without_winners_a_custom_id_is_as_it_was_before_there_were_any() -> None:
    """Menus stand in channels that an older Teller wrote."""
    terms = Terms(Events.CHANGES, Style.FIVE, 7)
    question = SubscribeQuestion([Choice("party", "labour", "Labour")], 1, terms)
    [item] = question.children
    assert isinstance(item, SubscribeMenu)
    assert re.fullmatch(r"teller:subscribe:1:\d+:changes:5:7", item.custom_id)


@pytest.mark.parametrize(("to", "became"), [("wansbeck", "Blyth and Ashington")])
async def test_an_abolished_seat_offers_what_it_became(
    channel: ChannelHandle,
    mina: MemberActor,
    kept: Kept,
    to: str,
    became: str,
) -> None:
    asked = answer(await mina.slash(channel, "subscribe", to=to))
    assert "Wansbeck was abolished in 2024" in words(asked)
    assert menu(asked)["options"][0]["description"] == "has 74% of its people"

    await mina.select(asked, [options(asked)[0]])

    assert kept() == [f"{became}, every, 0"]


async def test_a_near_miss_is_offered_and_a_far_one_is_not(
    channel: ChannelHandle, mina: MemberActor, kept: Kept
) -> None:
    near = answer(await mina.slash(channel, "subscribe", to="the moon"))
    far = await mina.slash(channel, "subscribe", to="asdfghjkl")

    assert "Did you mean one of these?" in words(near)
    assert far.ephemeral
    assert "Nothing found for" in words(answer(far))
    await mina.select(near, [options(near)[0]])
    assert kept() == ["Ynys Môn, every, 0"]


async def test_only_whoever_asked_can_pick(
    channel: ChannelHandle,
    simcord_env: Env,
    mina: MemberActor,
    editors: RoleHandle,
    kept: Kept,
) -> None:
    carol = simcord_env.guild.add_member(simcord_env.create_user("Carol"), roles=[editors])
    asked = answer(await mina.slash(channel, "subscribe", to="newport"))

    picked = await carol.select(asked, [options(asked)[0]])

    assert picked.ephemeral
    assert answer(picked).content == NOT_YOURS
    assert kept() == []


async def test_the_question_goes_quiet_after_three_minutes(
    channel: ChannelHandle, simcord_env: Env, mina: MemberActor
) -> None:
    asked = answer(await mina.slash(channel, "subscribe", to="newport"))

    await simcord_env.advance_time(179)
    assert not menu(asked)["disabled"]
    await simcord_env.advance_time(2)

    assert menu(asked)["disabled"]
    assert menu(asked)["placeholder"] == GONE_QUIET


async def test_the_question_can_be_answered_after_a_restart_while_there_is_time(
    channel: ChannelHandle,
    simcord_env: Env,
    mina: MemberActor,
    start: Start,
    kept: Kept,
) -> None:
    first = answer(await mina.slash(channel, "subscribe", to="newport", style="15"))
    second = answer(await mina.slash(channel, "subscribe", to="swindon"))
    await simcord_env.restart_bot(start())

    await mina.select(first, [options(first)[0]])
    await simcord_env.advance_time(200)
    late = await mina.select(second, [options(second)[0]])

    assert answer(late).content == GONE_QUIET
    assert kept() == ["Newport East, every, 15"]


async def test_a_right_that_is_lost_before_picking_is_lost(
    channel: ChannelHandle,
    simcord_env: Env,
    mina: MemberActor,
    editors: RoleHandle,
    kept: Kept,
) -> None:
    asked = answer(await mina.slash(channel, "subscribe", to="newport"))
    simcord_env.backend.remove_member_role(simcord_env.guild.id, mina.id, editors.id)

    picked = await mina.select(asked, [options(asked)[0]])

    assert picked.ephemeral
    assert "That needs the permission Manage Channels" in words(answer(picked))
    assert kept() == []


async def test_a_question_at_the_limit_stays_open(
    channel: ChannelHandle, simcord_env: Env, mina: MemberActor, subscriptions: Subscriptions
) -> None:
    fill(subscriptions, Address(channel.id, simcord_env.guild.id), MOST_FOR_A_SERVER)
    asked = answer(await mina.slash(channel, "subscribe", to="newport"))

    picked = await mina.select(asked, [options(asked)[0]])

    assert "the most there can be" in answer(picked).content
    assert menu(asked)
