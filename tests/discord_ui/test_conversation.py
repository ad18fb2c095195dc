"""Plain words: a direct message, or a mention in a server."""

import discord
import pytest
from simcord import ChannelHandle, Env, MemberActor

from tests.discord_ui.reading import title, words


def _mention(env: Env) -> str:
    assert env.bot.user is not None
    return env.bot.user.mention


def _last(channel: ChannelHandle) -> discord.Message:
    assert channel.last_message is not None
    return channel.last_message


@pytest.mark.parametrize(
    "text", ["/result islington north", "result islington north", "islington north"]
)
async def test_a_direct_message_is_answered(rosa: MemberActor, text: str) -> None:
    await rosa.send_dm(text)

    assert title(_last(rosa.user.dm_channel)).startswith("Islington North")


async def test_a_mention_is_answered_as_a_reply_that_pings_nobody(
    simcord_env: Env, channel: ChannelHandle, rosa: MemberActor
) -> None:
    asked = await rosa.send(channel, f"{_mention(simcord_env)} islington north")

    told = _last(channel)
    assert title(told).startswith("Islington North")
    assert told.reference is not None
    assert told.reference.message_id == asked.id
    assert told.mentions == []


async def test_the_mention_may_stand_anywhere(
    simcord_env: Env, channel: ChannelHandle, rosa: MemberActor
) -> None:
    await rosa.send(channel, f"islington north {_mention(simcord_env).replace('@', '@!')}")

    assert title(_last(channel)).startswith("Islington North")


async def test_an_empty_mention_gets_help(
    simcord_env: Env, channel: ChannelHandle, rosa: MemberActor
) -> None:
    await rosa.send(channel, f" {_mention(simcord_env)} ")
    mentioned = words(_last(channel))
    await rosa.send_dm("help")

    assert mentioned == words(_last(rosa.user.dm_channel))


async def test_talk_among_others_is_left_alone(
    simcord_env: Env, channel: ChannelHandle, rosa: MemberActor
) -> None:
    await rosa.send(channel, "islington north")
    await rosa.send(channel, "@everyone islington north")
    await rosa.send(channel, f"{rosa.mention} islington north")

    assert len(channel.history()) == 3


async def test_an_answer_to_teller_without_a_mention_is_left_alone(
    simcord_env: Env, channel: ChannelHandle, rosa: MemberActor
) -> None:
    await rosa.send(channel, f"{_mention(simcord_env)} islington north")
    await rosa.send(channel, "thanks", reply_to=_last(channel))

    assert len(channel.history()) == 3


async def test_other_bots_are_left_alone(simcord_env: Env, channel: ChannelHandle) -> None:
    robot = simcord_env.guild.add_member(simcord_env.create_user("Robot", bot=True))
    await robot.send(channel, f"{_mention(simcord_env)} islington north")

    assert len(channel.history()) == 1


async def test_without_embed_links_a_mention_gets_text(
    simcord_env: Env, bare: ChannelHandle, rosa: MemberActor
) -> None:
    await rosa.send(bare, f"{_mention(simcord_env)} islington north")

    assert _last(bare).embeds == []
    assert "Jeremy Corbyn won by 7,247 votes" in _last(bare).content


async def test_where_teller_may_not_write_it_keeps_silent(
    simcord_env: Env, channel: ChannelHandle, rosa: MemberActor
) -> None:
    simcord_env.inject_error("POST", "/channels/*/messages", status=403, code=50013)

    await rosa.send(channel, f"{_mention(simcord_env)} islington north")

    assert len(channel.history()) == 1


@pytest.mark.parametrize("text", ["x" * 2000, "@everyone", "**a** <@1234567890>", "\0", "🐝", "؟"])
async def test_bad_input_gets_a_sentence_that_mentions_nobody(rosa: MemberActor, text: str) -> None:
    await rosa.send_dm(text)

    told = _last(rosa.user.dm_channel)
    assert any(letter.isalpha() for letter in words(told))
    assert not told.mention_everyone
    assert told.mentions == []
