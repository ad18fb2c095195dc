"""Commands, typing and clicks reach the real discord.py, which answers them."""

import asyncio
from collections.abc import Awaitable, Callable

import discord
import pytest

from tests.discord_server.caller import Caller
from tests.discord_server.client import DiscordServer
from tests.discord_server.findings import Answer
from tests.discord_server.small_bot import SmallBot

MANAGE_GUILD = discord.Permissions(manage_guild=True).value

Answered = Callable[[int], Awaitable[Answer]]


@pytest.fixture
def answered(bot: SmallBot, discord_server: DiscordServer) -> Answered:
    async def wait(interaction: int) -> Answer:
        found = await asyncio.to_thread(discord_server.answer, interaction)
        assert found
        return found

    return wait


async def test_a_slash_command_is_answered_and_followed_up(
    bot: SmallBot, discord_server: DiscordServer, answered: Answered, channel: int
) -> None:
    asked = discord_server.command("echo", {"text": "ho", "times": 2}, channel)
    assert await asyncio.wait_for(bot.done.get(), 5) == "echo"
    told = await answered(asked)

    assert (told.content, told.response["type"]) == ("hoho", 4)
    assert [one["content"] for one in told.follow_ups] == ["after hoho"]
    assert told.answered_after < 3
    assert [message.answers for message in discord_server.messages(channel)] == [asked, asked]


async def test_a_subcommand_is_told_who_asks_about_which_channel(
    discord_server: DiscordServer, answered: Answered, channel: int
) -> None:
    discord_server.allow_embeds(channel, allowed=False)
    asked = discord_server.command(
        "follow where",
        {"channel": discord_server.channels()[6]},
        channel,
        user=7,
        permissions=MANAGE_GUILD,
    )
    assert (await answered(asked)).content == "results-7 7 True False"


async def test_a_command_may_come_in_direct_messages(
    discord_server: DiscordServer, answered: Answered
) -> None:
    told = await answered(discord_server.command("follow where"))
    assert told.content.startswith("Direct Message")


async def test_a_command_may_come_from_where_the_bot_is_not(
    discord_server: DiscordServer, answered: Answered
) -> None:
    told = await answered(discord_server.command("follow where", channel=5, guild=6))
    assert told.content.startswith("elsewhere")


async def test_a_deferred_answer_is_waited_for(
    bot: SmallBot, discord_server: DiscordServer, answered: Answered
) -> None:
    told = await answered(discord_server.command("slow"))

    assert (told.response["type"], told.content) == (5, "done")
    assert await asyncio.wait_for(bot.done.get(), 5) == "slow"
    assert discord_server.messages() == []  # only one person sees it


async def test_suggestions_come_while_typing(
    discord_server: DiscordServer, answered: Answered
) -> None:
    told = await answered(discord_server.complete("echo", "text", {"text": "leeds"}))
    assert told.choices == [{"name": "Leeds", "value": "leeds"}]


async def test_a_button_and_a_menu_are_used(
    discord_server: DiscordServer, answered: Answered, channel: int
) -> None:
    asked = await answered(discord_server.command("choice", channel=channel))
    assert asked.message
    message = int(asked.message["id"])

    chosen = await answered(discord_server.choose(message, "seat", ["York"], channel))
    pressed = await answered(discord_server.press(message, "more", channel))

    assert (chosen.content, pressed.content) == ("York", "more")
    assert pressed.message
    assert pressed.message["components"] == []


async def test_an_answer_that_comes_late_is_refused(
    bot: SmallBot, discord_server: DiscordServer
) -> None:
    discord_server.limit(answer_seconds=0)
    asked = discord_server.command("choice")
    error = await asyncio.wait_for(bot.failed.get(), 5)

    assert isinstance(error, discord.NotFound)
    assert error.code == 10062
    assert discord_server.answer(asked, within=0) is None


async def test_a_second_answer_is_refused(
    discord_server: DiscordServer, answered: Answered, caller: Caller
) -> None:
    asked = discord_server.command("choice")
    await answered(asked)
    path = f"/interactions/{asked}/token-{asked}/callback"

    assert caller.ask("POST", path, {"type": 5}).code == 40060


@pytest.mark.parametrize(
    "choices", [[{"name": "n", "value": "v"}] * 26, [{"name": "n" * 101, "value": "v"}]]
)
async def test_too_many_or_too_long_suggestions_are_refused(
    bot: SmallBot, discord_server: DiscordServer, caller: Caller, choices: list[dict[str, str]]
) -> None:
    asked = discord_server.complete("unknown", "text", {"text": ""})
    path = f"/interactions/{asked}/token-{asked}/callback"

    assert caller.ask("POST", path, {"type": 8, "data": {"choices": choices}}).code == 50035
