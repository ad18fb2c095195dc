"""The real discord.py comes in, hears what happens, and sends messages."""

import asyncio
from pathlib import Path
from typing import Any

import discord

from tests.discord_server.client import DiscordServer
from tests.discord_server.shapes import BOT_ID, ROSA
from tests.discord_server.small_bot import Buttons, SmallBot, connected


async def test_a_bot_finds_its_guilds_and_channels(
    bot: SmallBot, discord_server: DiscordServer
) -> None:
    assert bot.user
    assert bot.user.id == BOT_ID
    there = {guild.id: tuple(channel.id for channel in guild.text_channels) for guild in bot.guilds}
    assert there == discord_server.guilds()


async def test_a_bot_knows_where_it_may_send_embeds(
    bot: SmallBot, discord_server: DiscordServer, channel: int
) -> None:
    def may_embed() -> bool:
        place = bot.get_channel(channel)
        assert isinstance(place, discord.TextChannel)
        return place.permissions_for(place.guild.me).embed_links

    assert may_embed()
    waiting = asyncio.create_task(bot.wait_for("guild_channel_update", timeout=5))
    await asyncio.sleep(0)
    discord_server.allow_embeds(channel, allowed=False)
    await waiting
    assert not may_embed()


async def test_each_shard_has_its_guilds(discord_server: DiscordServer) -> None:
    discord_server.arrange_guilds(guilds=6, channels=1, shards=2)
    async with connected(discord_server, shards=2) as bot:
        assert len(bot.guilds) == 6
        assert {guild.shard_id for guild in bot.guilds} == {0, 1}
        assert discord_server.gateway().identified == 2


async def test_a_message_that_was_sent_is_found_again(
    bot: SmallBot, discord_server: DiscordServer, channel: int
) -> None:
    place = bot.get_partial_messageable(channel)
    sent = await place.send("Leeds", embed=discord.Embed(title="Held"), view=Buttons(), nonce="n")
    again = await place.send("Leeds", nonce="n")
    (found,) = [message async for message in place.history(limit=5)]

    assert sent == again == found
    assert (sent.nonce, found.nonce) == ("n", None)
    assert found.embeds[0].title == "Held"
    assert [type(row) for row in found.components] == [discord.ActionRow] * 2
    assert discord_server.messages()[0].resent == 1


async def test_a_file_goes_with_a_message(bot: SmallBot, channel: int, tmp_path: Path) -> None:
    picture = tmp_path / "map.png"
    picture.write_bytes(b"x" * 2_000_000)
    file = discord.File(picture, description="A map")
    sent = await bot.get_partial_messageable(channel).send(file=file)

    (attachment,) = sent.attachments
    told = (attachment.filename, attachment.size, attachment.description)
    assert told == ("map.png", 2_000_000, "A map")


async def test_a_direct_message_reaches_a_person(
    bot: SmallBot, discord_server: DiscordServer
) -> None:
    person = await bot.create_dm(discord.Object(ROSA))
    await person.send("hello")
    assert discord_server.messages(discord_server.direct_channel(ROSA))[0].content == "hello"


async def test_discord_py_waits_when_it_is_told_to(
    bot: SmallBot, discord_server: DiscordServer, channel: int
) -> None:
    discord_server.limit(per_channel=1, channel_seconds=0.2)
    discord_server.fault("429", channel, times=1, retry_after=0.1, everywhere=True)
    place = bot.get_partial_messageable(channel)
    for text in "abc":
        await place.send(text)

    assert [message.content for message in discord_server.messages()] == ["a", "b", "c"]
    assert discord_server.counts().limited > 0


async def test_what_people_write_is_heard(
    bot: SmallBot, discord_server: DiscordServer, channel: int
) -> None:
    discord_server.say(channel, f"<@{BOT_ID}> Leeds")
    discord_server.say(discord_server.direct_channel(), "York")
    first, second = [await asyncio.wait_for(bot.heard.get(), 5) for _ in range(2)]

    assert bot.user in first.mentions
    assert (first.guild, second.guild) == (bot.get_guild(1100001000000000000), None)
    assert (first.clean_content, second.content) == ("@Teller Leeds", "York")


async def test_a_connection_that_was_cut_resumes_and_misses_nothing(
    bot: SmallBot, discord_server: DiscordServer
) -> None:
    discord_server.disconnect_gateway()
    discord_server.say(discord_server.direct_channel(), "meanwhile")
    await asyncio.wait_for(bot.resumed.wait(), 10)

    assert (await asyncio.wait_for(bot.heard.get(), 5)).content == "meanwhile"
    assert discord_server.gateway().resumed == 1


async def test_a_bot_that_starts_again_comes_in_anew(discord_server: DiscordServer) -> None:
    for _ in range(2):
        async with connected(discord_server):
            assert discord_server.gateway().ready == 1
    assert discord_server.gateway().identified == 2


async def test_any_event_can_be_told(bot: SmallBot, discord_server: DiscordServer) -> None:
    gone: dict[str, Any] = {"id": "1100004000000000000", "unavailable": False}
    waiting = asyncio.create_task(bot.wait_for("guild_remove", timeout=5))
    await asyncio.sleep(0)

    assert discord_server.dispatch("GUILD_DELETE", gone, guild=int(gone["id"]))
    assert (await waiting).id == int(gone["id"])
