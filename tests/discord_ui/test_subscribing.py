"""Subscribing, as the people of a server and a person alone do it."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from simcord import ChannelHandle, Env, MemberActor

from bot.app import Teller
from bot.declarations.subscription import MOST_FOR_A_PERSON, MOST_FOR_A_SERVER, Address
from bot.declarations.subscriptions import Subscriptions
from bot.discord_ui.client import TellerBot
from bot.discord_ui.subscription_menus import NOT_AVAILABLE
from bot.errors import StateError
from tests.discord_ui.conftest import Kept, Make
from tests.discord_ui.reading import answer, title, words
from tests.discord_ui.subscribed import fill


async def test_a_subscription_is_told_to_everybody(
    channel: ChannelHandle, mina: MemberActor, kept: Kept
) -> None:
    result = await mina.slash(channel, "subscribe", to="scotland", events="changes", style="15")

    assert not result.ephemeral
    assert title(answer(result)) == "Subscribed to Scotland"
    assert "#results will be told of changes of hands only, in a digest" in words(answer(result))
    assert kept() == ["Scotland, changes, 15"]


async def test_without_anything_else_every_declaration_is_told_as_it_comes(
    channel: ChannelHandle, mina: MemberActor, kept: Kept
) -> None:
    await mina.slash(channel, "subscribe", to="everything")

    assert kept() == ["every constituency, every, 0"]


async def test_another_channel_can_be_chosen(
    channel: ChannelHandle, mina: MemberActor, make: Make, subscriptions: Subscriptions
) -> None:
    other = make("exit-poll")

    result = await mina.slash(channel, "subscribe", to="n19 5qq", channel=other)

    said = words(answer(result))
    assert "#exit-poll will be told of every declaration" in said
    assert "Islington North has 92% of the area of N19." in said
    assert "5qq" not in said.lower()
    assert [one.wish.target.name for one in subscriptions.of_channel(other.id)] == [
        "Islington North"
    ]


async def test_in_a_direct_message_it_is_for_the_person_alone(
    simcord_env: Env, subscriptions: Subscriptions
) -> None:
    rosa = simcord_env.create_user("Rosa")

    result = await rosa.slash("subscribe", to="labour")

    assert "You will be told of gains and losses, each as it comes." in words(answer(result))
    [one] = subscriptions.at(Address(rosa.dm_channel.id))
    assert (one.owner, one.address.server) == (rosa.id, None)


async def test_subscribing_again_changes_what_there_is(
    channel: ChannelHandle, mina: MemberActor, kept: Kept
) -> None:
    await mina.slash(channel, "subscribe", to="scotland")

    again = await mina.slash(channel, "subscribe", to="scotland", style="60")

    assert "Changed: Scotland" in words(answer(again))
    assert "Until now it was every declaration, each as it comes." in words(answer(again))
    assert kept() == ["Scotland, every, 60"]


async def test_winners_named_before_the_votes_are_told_where_that_is_asked_for(
    channel: ChannelHandle, mina: MemberActor, subscriptions: Subscriptions
) -> None:
    asked = await mina.slash(channel, "subscribe", to="scotland", winners=True)
    listed = await mina.slash(channel, "subscriptions")
    wished = "every declaration and winners named before the votes"
    assert f"#results will be told of {wished}, each as it comes." in words(answer(asked))
    assert f"• Scotland: {wished}" in words(answer(listed))
    [one] = subscriptions.of_channel(channel.id)
    assert one.wish.named

    without = await mina.slash(channel, "subscribe", to="scotland")

    assert "#results will be told of every declaration, each as it comes." in words(answer(without))
    assert f"Until now it was {wished}, each as it comes." in words(answer(without))
    [one] = subscriptions.of_channel(channel.id)
    assert not one.wish.named


@pytest.mark.simcord(check_errors=False)
async def test_a_server_has_fifty_and_not_one_more(
    channel: ChannelHandle,
    simcord_env: Env,
    mina: MemberActor,
    subscriptions: Subscriptions,
    caplog: pytest.LogCaptureFixture,
) -> None:
    fill(subscriptions, Address(channel.id, simcord_env.guild.id), MOST_FOR_A_SERVER)

    refused = await mina.slash(channel, "subscribe", to="everything")

    assert refused.ephemeral
    assert answer(refused).content == (
        "This server has 50 subscriptions, which is the most there can be: "
        "/unsubscribe from one first."
    )
    assert "ERROR" not in caplog.text


@pytest.mark.simcord(check_errors=False)
async def test_a_person_has_ten(simcord_env: Env, subscriptions: Subscriptions) -> None:
    rosa = simcord_env.create_user("Rosa")
    await rosa.slash("subscribe", to="scotland")
    fill(subscriptions, Address(rosa.dm_channel.id), MOST_FOR_A_PERSON - 1)

    refused = await rosa.slash("subscribe", to="everything")

    assert "You have 10 subscriptions" in answer(refused).content


@pytest.mark.parametrize("typed", ["", "n", "yor", "isl", "\0", "x" * 4000, "🗳️", "@everyone"])
async def test_no_list_is_more_than_discord_takes(
    channel: ChannelHandle, mina: MemberActor, typed: str
) -> None:
    offered = await mina.autocomplete(channel, "subscribe", "to", typed)

    assert len(offered) <= 25
    for choice in offered:
        assert 0 < len(choice["name"]) <= 100
        assert 0 < len(choice["value"]) <= 100


async def test_what_is_offered_subscribes_when_it_is_picked(
    channel: ChannelHandle, mina: MemberActor, kept: Kept
) -> None:
    everything, england, *_ = await mina.autocomplete(channel, "subscribe", "to", "")
    seat, *_ = await mina.autocomplete(channel, "subscribe", "to", "islington n")

    for choice in (everything, england, seat):
        await mina.slash(channel, "subscribe", to=choice["value"])

    assert kept() == [
        "every constituency, every, 0",
        "England, every, 0",
        "Islington North, every, 0",
    ]


@pytest.mark.parametrize(
    "to",
    [" ", "x" * 4000, "مرحبا", "'; drop table subscription; --", "@everyone <@1234> **b** [l](x)"],
)
async def test_bad_input_gets_a_sentence_and_no_echo_that_could_harm(
    channel: ChannelHandle, mina: MemberActor, kept: Kept, to: str
) -> None:
    said = words(answer(await mina.slash(channel, "subscribe", to=to)))

    assert any(letter.isalpha() for letter in said)
    for harm in ("**b**", " [l](", "@everyone", " <@"):
        assert harm not in said
    assert kept() == []


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Makes the state fail, and say so."""

    def fail(sentence: str) -> None:
        def add(*_: object) -> None:
            raise StateError(sentence) from OSError("no space left")

        monkeypatch.setattr(Subscriptions, "add", add)

    return fail


@pytest.mark.simcord(check_errors=False)
async def test_a_state_that_cannot_be_written_is_said_to_be_so_to_the_asker_alone(
    channel: ChannelHandle,
    mina: MemberActor,
    failing: Callable[[str], None],
    caplog: pytest.LogCaptureFixture,
) -> None:
    failing("The state could not be written, and nothing was: disk is full.")

    result = await mina.slash(channel, "subscribe", to="everything")

    assert result.ephemeral
    said = "The state could not be written, and nothing was: disk is full."
    assert answer(result).content == said
    assert "no space left" in caplog.text


@pytest.mark.simcord(check_errors=False)
@pytest.mark.parametrize("place", ["/srv/teller/state.db", "state.db", "C:\\teller\\state"])
async def test_nobody_is_told_where_a_file_is(
    channel: ChannelHandle,
    mina: MemberActor,
    failing: Callable[[str], None],
    caplog: pytest.LogCaptureFixture,
    place: str,
) -> None:
    failing(f"The state {place} cannot be opened.")

    said = answer(await mina.slash(channel, "subscribe", to="everything")).content

    assert "teller" not in said
    assert ".db" not in said
    assert re.search("reference [0-9A-F]{8}", said)
    assert place in caplog.text


class TestWithoutAnOffice:
    @pytest.fixture
    def simcord_bot(self, teller: Teller, tmp_path: Path) -> TellerBot:
        return TellerBot(teller.answers, tmp_path, "0.0", shard_count=1)

    @pytest.mark.simcord(check_errors=False)
    async def test_subscriptions_are_said_not_to_be_available(
        self, channel: ChannelHandle, mina: MemberActor
    ) -> None:
        for name, more in (("subscribe", {"to": "x"}), ("subscriptions", {}), ("unsubscribe", {})):
            result = await mina.slash(channel, name, **more)
            assert result.ephemeral
            assert answer(result).content == NOT_AVAILABLE
        assert await mina.autocomplete(channel, "subscribe", "to", "isl") == []


async def test_what_was_declared_last_can_be_asked_for(
    channel: ChannelHandle, rosa: MemberActor
) -> None:
    assert words(answer(await rosa.slash(channel, "declared")))
