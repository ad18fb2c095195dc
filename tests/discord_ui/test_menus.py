"""The menu that asks which one was meant."""

from simcord import ChannelHandle, Env, MemberActor

from bot.answers.service import Answers
from bot.discord_ui.menus import GONE_QUIET, NOT_YOURS
from tests.discord_ui.conftest import Start
from tests.discord_ui.lists import AsksBack
from tests.discord_ui.reading import answer, menu, options, title, words

UNCLEAR = "newport"


async def test_an_unclear_name_is_asked_about_within_discords_limits(
    channel: ChannelHandle, rosa: MemberActor
) -> None:
    asked = answer(await rosa.slash(channel, "result", place=UNCLEAR))

    assert 2 <= len(options(asked)) <= 25
    for option in menu(asked)["options"]:
        assert 0 < len(option["label"]) <= 100
        assert len(option.get("description") or "") <= 100
        assert len(option["value"]) <= 100


async def test_what_the_asker_picks_takes_the_place_of_the_question(
    channel: ChannelHandle, rosa: MemberActor
) -> None:
    asked = answer(await rosa.slash(channel, "result", place=UNCLEAR))

    picked = await rosa.select(asked, [options(asked)[0]])

    assert answer(picked).id == asked.id
    assert "Newport" in title(asked)
    assert len(channel.history()) == 1


async def test_nobody_else_can_pick(
    channel: ChannelHandle, rosa: MemberActor, idris: MemberActor
) -> None:
    asked = answer(await rosa.slash(channel, "result", place=UNCLEAR))
    before = title(asked)

    picked = await idris.select(asked, [options(asked)[0]])

    assert picked.ephemeral
    assert answer(picked).content == NOT_YOURS
    assert title(asked) == before


async def test_a_menu_goes_quiet_when_nobody_picks(
    simcord_env: Env, channel: ChannelHandle, rosa: MemberActor
) -> None:
    asked = answer(await rosa.slash(channel, "result", place=UNCLEAR))

    await simcord_env.advance_time(179)
    assert not menu(asked)["disabled"]
    await simcord_env.advance_time(2)

    assert menu(asked)["disabled"]
    assert menu(asked)["placeholder"] == GONE_QUIET


async def test_an_answer_stays_when_the_time_for_picking_is_over(
    simcord_env: Env, channel: ChannelHandle, rosa: MemberActor
) -> None:
    asked = answer(await rosa.slash(channel, "result", place=UNCLEAR))
    await rosa.select(asked, [options(asked)[0]])
    before = asked.components

    await simcord_env.advance_time(200)

    assert asked.components == before


async def test_a_menu_works_after_a_restart_while_there_is_time(
    simcord_env: Env, channel: ChannelHandle, rosa: MemberActor, start: Start
) -> None:
    asked = answer(await rosa.slash(channel, "result", place=UNCLEAR))
    await simcord_env.restart_bot(start())
    await simcord_env.advance_time(60)

    await rosa.select(asked, [options(asked)[0]])

    assert "Newport" in title(asked)


async def test_a_stale_menu_says_so_after_a_restart(
    simcord_env: Env, channel: ChannelHandle, rosa: MemberActor, start: Start
) -> None:
    asked = answer(await rosa.slash(channel, "result", place=UNCLEAR))
    await simcord_env.restart_bot(start())
    await simcord_env.advance_time(200)

    picked = await rosa.select(asked, [options(asked)[0]])

    assert picked.ephemeral
    assert answer(picked).content == GONE_QUIET


async def test_a_question_whose_message_is_gone_ends_in_silence(
    simcord_env: Env, channel: ChannelHandle, rosa: MemberActor
) -> None:
    await rosa.slash(channel, "result", place=UNCLEAR)
    simcord_env.inject_error("PATCH", "/webhooks/*", status=404, code=10008)

    await simcord_env.advance_time(200)

    assert simcord_env.errors == []


async def test_a_menu_below_a_message_goes_quiet_too(simcord_env: Env, rosa: MemberActor) -> None:
    await rosa.send_dm(UNCLEAR)
    asked = rosa.user.dm_channel.last_message
    assert asked is not None
    assert not menu(asked)["disabled"]

    await simcord_env.advance_time(200)

    quiet = rosa.user.dm_channel.last_message
    assert quiet is not None
    assert menu(quiet)["disabled"]


async def test_what_is_picked_is_asked_where_it_came_from_a_question(
    simcord_env: Env, channel: ChannelHandle, rosa: MemberActor, answers: Answers
) -> None:
    simcord_env.bot.answers = AsksBack(answers)  # type: ignore[attr-defined]
    asked = answer(await rosa.slash(channel, "ask", question="who won in newport"))
    assert options(asked) == ["ask:who won in newport east", "constituency:W07000055"]

    await rosa.select(asked, ["ask:who won in newport east"])

    assert "who won in newport east" in words(asked)
