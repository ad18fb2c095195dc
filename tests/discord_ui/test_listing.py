"""A list: its pages, who may turn them, for how long, and its file."""

import csv
import io
from pathlib import Path
from typing import Any

import pytest
from simcord import ChannelHandle, Env, InteractionResult, MemberActor

from bot.answers.service import Answers
from bot.discord_ui.client import TellerBot
from bot.discord_ui.turning import GONE_QUIET, NO_FILES, NOT_YOURS
from tests.answers.listings import LISTING
from tests.discord_ui.conftest import Make, Start
from tests.discord_ui.lists import AnswersWithLists
from tests.discord_ui.reading import Message, answer, buttons, disabled, words

NEXT, PREVIOUS, FILE = "Next ▶", "◀ Previous", "CSV file"
QUESTION = "safest seats"


@pytest.fixture
def start(answers: Answers, tmp_path: Path) -> Start:
    def start() -> TellerBot:
        listing: Any = AnswersWithLists(answers)
        return TellerBot(listing, tmp_path, "0.0", shard_count=1)

    return start


async def _ask(channel: ChannelHandle, who: MemberActor) -> Message:
    return answer(await who.slash(channel, "ask", question=QUESTION))


def _seats(message: Message) -> list[int]:
    """Which of the seats are on the page, by number."""
    said = words(message)
    return [number for number in range(1, 38) if f"**{number}. Seat {number}**" in said]


async def _file(result: InteractionResult) -> list[list[str]]:
    (attached,) = answer(result).attachments
    text = (await attached.read()).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline="")))


async def test_an_answer_shows_the_first_page_and_what_can_be_clicked(
    channel: ChannelHandle, rosa: MemberActor
) -> None:
    asked = await _ask(channel, rosa)

    assert _seats(asked) == list(range(1, 11))
    assert (
        "**1. Seat 1** · Labour\n"
        "Majority 29,999 · 1.0 point · Turnout 51.0% · −1.0 · Polled on: 4 July 2024\n"
        "**2. Seat 2** · Conservative\n"
    ) in words(asked)
    assert "\n\nRows 1–10 of 37\n" in words(asked)
    assert buttons(asked) == [PREVIOUS, NEXT, FILE, "Islington North", "The closest seats"]
    assert disabled(asked) == [PREVIOUS]


async def test_pages_are_turned_in_place_to_the_end_and_back(
    channel: ChannelHandle, rosa: MemberActor
) -> None:
    asked = await _ask(channel, rosa)

    for first, last in ((11, 20), (21, 30), (31, 37)):
        await rosa.click(asked, label=NEXT)
        assert _seats(asked) == list(range(first, last + 1))
        assert f"Rows {first}–{last} of 37" in words(asked)
    assert disabled(asked) == [NEXT]
    assert "**37. Seat 37**\nMajority 37\n" in words(asked)
    await rosa.click(asked, label=PREVIOUS)

    assert _seats(asked) == list(range(21, 31))
    assert disabled(asked) == []
    assert len(channel.history()) == 1


@pytest.mark.parametrize("label", [NEXT, FILE])
async def test_nobody_else_can_use_it(
    channel: ChannelHandle, rosa: MemberActor, idris: MemberActor, label: str
) -> None:
    asked = await _ask(channel, rosa)

    clicked = await idris.click(asked, label=label)

    assert clicked.ephemeral
    assert answer(clicked).content == NOT_YOURS
    assert answer(clicked).attachments == []
    assert _seats(asked) == list(range(1, 11))


async def test_the_file_has_every_row_and_goes_to_the_asker_alone(
    channel: ChannelHandle, rosa: MemberActor
) -> None:
    asked = await _ask(channel, rosa)

    clicked = await rosa.click(asked, label=FILE)

    assert clicked.ephemeral
    assert [one.filename for one in answer(clicked).attachments] == ["safest-seats-2024.csv"]
    assert "general election, 4 July 2024" in answer(clicked).content
    assert "Source: UK Parliament election results" in answer(clicked).content
    rows = await _file(clicked)
    assert rows[1] == ["Seat 1", "Labour", "29999", "1.00", "51.00", "-1.00", "2024-07-04"]
    assert len(rows) == 1 + len(LISTING.rows)
    assert _seats(asked) == list(range(1, 11))


async def test_where_no_file_can_be_attached_the_asker_is_told_where_it_can(
    rosa: MemberActor, make: Make
) -> None:
    asked = await _ask(make("no-files", attach_files=False), rosa)

    clicked = await rosa.click(asked, label=FILE)

    assert clicked.ephemeral
    assert answer(clicked).content == NO_FILES
    assert answer(clicked).attachments == []


async def test_a_list_goes_quiet_but_what_is_offered_beside_it_does_not(
    simcord_env: Env, channel: ChannelHandle, rosa: MemberActor
) -> None:
    asked = await _ask(channel, rosa)

    await simcord_env.advance_time(179)
    assert disabled(asked) == [PREVIOUS]
    await simcord_env.advance_time(2)

    assert disabled(asked) == [PREVIOUS, NEXT, FILE]
    await rosa.click(asked, label="Islington North")
    assert "Jeremy Corbyn" in words(asked)


@pytest.mark.parametrize("label", [NEXT, FILE])
async def test_a_list_that_is_used_stays_awake(
    simcord_env: Env, channel: ChannelHandle, rosa: MemberActor, label: str
) -> None:
    asked = await _ask(channel, rosa)

    await simcord_env.advance_time(170)
    await rosa.click(asked, label=label)
    await simcord_env.advance_time(170)
    assert FILE not in disabled(asked)
    await simcord_env.advance_time(20)

    assert FILE in disabled(asked)


@pytest.mark.parametrize("label", [NEXT, FILE])
async def test_after_a_restart_it_has_gone_quiet(
    simcord_env: Env, channel: ChannelHandle, rosa: MemberActor, start: Start, label: str
) -> None:
    asked = await _ask(channel, rosa)
    await simcord_env.restart_bot(start())

    clicked = await rosa.click(asked, label=label)

    assert clicked.ephemeral
    assert answer(clicked).content == GONE_QUIET
    assert _seats(asked) == list(range(1, 11))


async def test_a_click_that_comes_too_late_is_told_so(
    simcord_env: Env, channel: ChannelHandle, rosa: MemberActor
) -> None:
    asked = await _ask(channel, rosa)
    simcord_env.inject_error("PATCH", "/webhooks/*", status=404, code=10008)
    await simcord_env.advance_time(200)

    clicked = await rosa.click(asked, label=NEXT)

    assert answer(clicked).content == GONE_QUIET
    assert simcord_env.errors == []


async def test_what_replaced_a_list_is_not_quietened_with_it(
    simcord_env: Env, channel: ChannelHandle, rosa: MemberActor
) -> None:
    asked = await _ask(channel, rosa)
    await rosa.click(asked, label="Islington North")
    before = asked.components

    await simcord_env.advance_time(200)

    assert asked.components == before


async def test_an_offer_that_is_a_question_is_asked(
    channel: ChannelHandle, rosa: MemberActor, idris: MemberActor
) -> None:
    asked = await _ask(channel, rosa)

    others = await idris.click(asked, label="The closest seats")
    await rosa.click(asked, label="The closest seats")

    assert others.ephemeral
    assert "closest seats in 2024" in words(answer(others))
    assert "closest seats in 2024" in words(asked)


async def test_a_direct_message_is_answered_with_pages_and_a_file(
    simcord_env: Env, rosa: MemberActor
) -> None:
    await rosa.send_dm(QUESTION)
    told = rosa.user.dm_channel.last_message
    assert told is not None

    clicked = await rosa.user.click(told, label=FILE)
    turned = answer(await rosa.user.click(told, label=NEXT))

    assert len(await _file(clicked)) == 38
    assert turned.id == told.id
    assert _seats(turned) == list(range(11, 21))


async def test_below_a_mentions_answer_only_who_mentioned_can_turn(
    simcord_env: Env, channel: ChannelHandle, rosa: MemberActor, idris: MemberActor
) -> None:
    assert simcord_env.bot.user is not None
    await rosa.send(channel, f"{simcord_env.bot.user.mention} {QUESTION}")
    told = channel.last_message
    assert told is not None

    others = await idris.click(told, label=NEXT)
    own = await rosa.click(told, label=NEXT)

    assert answer(others).content == NOT_YOURS
    assert answer(own).id == told.id
    assert _seats(answer(own)) == list(range(11, 21))
    await simcord_env.advance_time(200)
    assert disabled(answer(own)) == [PREVIOUS, NEXT, FILE]


async def test_without_embed_links_the_pages_are_text(
    bare: ChannelHandle, rosa: MemberActor
) -> None:
    asked = await _ask(bare, rosa)
    first = asked.content
    await rosa.click(asked, label=NEXT)

    assert "**1. Seat 1** · Labour" in first
    assert "Rows 11–20 of 37" in asked.content
    assert asked.embeds == []
    assert len(asked.content) <= 2000


async def test_a_list_of_one_page_has_a_file_and_no_pages(
    simcord_env: Env, channel: ChannelHandle, rosa: MemberActor
) -> None:
    asked = answer(await rosa.slash(channel, "ask", question="the twelve safest seats"))

    assert _seats(asked) == list(range(1, 13))
    assert "Rows" not in words(asked)
    assert buttons(asked) == [FILE, "Islington North", "The closest seats"]
