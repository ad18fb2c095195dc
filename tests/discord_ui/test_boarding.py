"""Asking for a board, as the people of a server and a person alone do it."""

from collections.abc import AsyncIterator
from pathlib import Path
from sqlite3 import Connection

import pytest
from discord import Message
from simcord import ChannelHandle, Env, MemberActor

from bot.answers.live.board_office import BoardOffice
from bot.app import Teller
from bot.declarations.boards import Boards
from bot.declarations.exclusive import Exclusive
from bot.declarations.journal import Journal
from bot.declarations.keeper import Keeper
from bot.declarations.newsroom import Newsroom
from bot.declarations.state import open_state, url_of
from bot.discord_ui.boarding import NOT_AVAILABLE
from bot.discord_ui.client import TellerBot
from bot.discord_ui.keeping import Keeping
from bot.elections.contest import ContestKind
from tests.declarations.making import CLACTON, NOW
from tests.declarations.posting import until
from tests.discord_ui.conftest import Make
from tests.discord_ui.reading import answer, title, words


@pytest.fixture
async def boards(
    simcord_env: Env, teller: Teller, state: Connection, tmp_path: Path
) -> AsyncIterator[Boards]:
    """What is written down by a Teller that keeps boards."""
    bot, url = simcord_env.bot, url_of(tmp_path / "state.db")
    assert isinstance(bot, TellerBot)
    kept, newsroom = Boards(state), Newsroom(teller.catalogue, Journal(state))
    office, alone = BoardOffice(teller.catalogue, newsroom, kept), Exclusive(tmp_path / "lock")
    bot.boards = Keeping(
        bot,
        office,
        lambda noticeboard: Keeper(lambda: Boards(open_state(url)), noticeboard, alone, None),
    )
    yield kept
    await bot.boards.end()
    alone.release()


async def board_in(channel: ChannelHandle) -> Message:
    """The message that stands there, once it does."""
    await until(lambda: any("board" in title(one) for one in channel.history() if one.embeds))
    [found] = [one for one in channel.history() if one.embeds and "board" in title(one)]
    return found


async def test_a_board_is_posted_and_its_terms_are_told_to_whoever_asked(
    channel: ChannelHandle, mina: MemberActor, boards: Boards
) -> None:
    result = await mina.slash(channel, "board")
    posted = await board_in(channel)

    assert result.ephemeral
    assert title(answer(result)) == "A board for #results"
    said = words(answer(result))
    assert "It shows the general election of 4 July 2024 and is posted now." in said
    assert "All is declared: it changes only where a result is corrected." in said
    assert "Teller may not" not in said
    assert title(posted) == "General election, 4 July 2024 · board"
    assert "Labour 411 (+211)" in words(posted)
    await until(lambda: channel.pinned_messages() == [posted])
    await until(lambda: channel.history() == [posted])  # without Discord's notice of the pin


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("2019", "It shows the general election of 12 December 2019"),
        ("2019-12-12", "It shows the general election of 12 December 2019"),
        ("july 2021", "It shows the by-election of 1 July 2021"),
        ("by-election 2024", "It shows the by-election of 2 May 2024"),
        ("july 2023", "It shows the by-elections of 20 July 2023"),
        ("1997", "No election Teller knows fits “1997”"),
        ("the next one", "No election Teller knows fits “the next one”"),
    ],
)
async def test_the_election_can_be_named(
    channel: ChannelHandle, mina: MemberActor, boards: Boards, typed: str, shown: str
) -> None:
    result = await mina.slash(channel, "board", election=typed)

    assert shown in words(answer(result))


async def test_the_one_that_is_being_counted_is_meant_without_a_name(
    channel: ChannelHandle, mina: MemberActor, boards: Boards, state: Connection
) -> None:
    Journal(state).open([CLACTON], ContestKind.BY_ELECTION, NOW)

    result = await mina.slash(channel, "board")
    posted = await board_in(channel)

    assert "It shows the by-election of 3 May 2029" in words(answer(result))
    assert "brought up to date as results come" in words(answer(result))
    assert "Nothing declared yet" in words(posted)


async def test_it_may_be_for_another_channel(
    channel: ChannelHandle, mina: MemberActor, boards: Boards, make: Make
) -> None:
    other = make("exit-poll")

    result = await mina.slash(channel, "board", channel=other)

    assert title(answer(result)) == "A board for #exit-poll"
    assert "Labour 411" in words(await board_in(other))
    assert channel.history() == []


async def test_again_it_moves_to_the_bottom(
    channel: ChannelHandle, mina: MemberActor, boards: Boards
) -> None:
    await mina.slash(channel, "board")
    first = await board_in(channel)
    said = await mina.send(channel, "Who is ahead?")

    again = await mina.slash(channel, "board", election="2019")
    await until(lambda: first.id not in {one.id for one in channel.history()})

    assert "The board that was there gives way to it." in words(answer(again))
    assert (await board_in(channel)).id > said.id


async def test_stopped_it_is_taken_down(
    channel: ChannelHandle, mina: MemberActor, boards: Boards
) -> None:
    await mina.slash(channel, "board")
    await board_in(channel)

    stopped = await mina.slash(channel, "board", stop=True)
    await until(lambda: boards.of_channel(channel.id) is None)
    again = await mina.slash(channel, "board", stop=True)

    assert title(answer(stopped)) == "No more board in #results"
    assert title(answer(again)) == "No board in #results"
    assert not any(one.embeds for one in channel.history())


async def test_who_manages_no_channels_gets_none_but_alone(
    channel: ChannelHandle, rosa: MemberActor, boards: Boards
) -> None:
    refused = await rosa.slash(channel, "board")
    alone = await rosa.user.slash("board")

    assert title(answer(refused)) == "You may not have a board in #results"
    assert title(answer(alone)) == "A board for this conversation"
    assert "To end it, use /board stop: True." in words(answer(alone))
    assert "Labour 411" in words(await board_in(rosa.user.dm_channel))


async def test_who_manages_no_channels_stops_none(
    channel: ChannelHandle, mina: MemberActor, rosa: MemberActor, boards: Boards
) -> None:
    agreed = await mina.slash(channel, "board")
    refused = await rosa.slash(channel, "board", stop=True)

    assert "use /board stop: True, or delete its message." in words(answer(agreed))
    assert title(answer(refused)) == "You may not stop the board in #results"
    assert "have one" not in words(answer(refused))
    assert boards.of_channel(channel.id)


@pytest.mark.parametrize(
    ("lacking", "said"),
    [
        ("send_messages", "It lacks Send Messages there."),
        ("embed_links", "It lacks Embed Links there."),
    ],
)
async def test_what_teller_may_not_do_is_said_before(
    mina: MemberActor, boards: Boards, make: Make, lacking: str, said: str
) -> None:
    channel = make("bare", **{lacking: False})

    refused = await mina.slash(channel, "board")

    assert "Teller may not post in #bare" in words(answer(refused))
    assert said in words(answer(refused))
    assert boards.kept() == []


@pytest.mark.parametrize(
    ("lacking", "said"),
    [
        ("attach_files", "Teller may not show the map there: that needs Attach Files."),
        ("pin_messages", "Teller may not pin the board there: that needs Pin Messages."),
        ("read_message_history", "Allow Teller Read Message History there too"),
    ],
)
async def test_what_a_board_must_do_without_is_said_with_it(
    mina: MemberActor, boards: Boards, make: Make, lacking: str, said: str
) -> None:
    channel = make("bare", **{lacking: False})

    agreed = await mina.slash(channel, "board")

    assert said in words(answer(agreed))
    assert "Labour 411" in words(await board_in(channel))


async def test_a_server_that_teller_leaves_has_no_boards(
    channel: ChannelHandle, mina: MemberActor, boards: Boards, simcord_env: Env
) -> None:
    await mina.slash(channel, "board")
    await board_in(channel)

    server = simcord_env.bot.get_guild(simcord_env.guild.id)
    assert server
    await server.leave()

    await until(lambda: boards.of_channel(channel.id) is None)


@pytest.mark.simcord(check_errors=False)
async def test_a_teller_that_keeps_none_says_so(channel: ChannelHandle, mina: MemberActor) -> None:
    refused = await mina.slash(channel, "board")

    assert answer(refused).content == NOT_AVAILABLE
