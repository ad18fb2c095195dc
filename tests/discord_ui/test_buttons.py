"""The buttons beside an answer."""

from simcord import ChannelHandle, Env, MemberActor

from tests.discord_ui.conftest import Start
from tests.discord_ui.reading import answer, buttons, title


async def test_whoever_asked_gets_the_next_answer_in_place(
    channel: ChannelHandle, rosa: MemberActor
) -> None:
    asked = answer(await rosa.slash(channel, "result", place="islington north"))
    before = title(asked)

    await rosa.click(asked, label=buttons(asked)[0])

    assert title(asked) != before
    assert len(channel.history()) == 1


async def test_anybody_else_gets_an_answer_of_their_own(
    channel: ChannelHandle, rosa: MemberActor, idris: MemberActor
) -> None:
    asked = answer(await rosa.slash(channel, "result", place="islington north"))
    before = title(asked)

    clicked = await idris.click(asked, label=buttons(asked)[0])

    assert clicked.ephemeral
    assert title(answer(clicked)) != before
    assert title(asked) == before


async def test_the_answer_of_their_own_goes_on_in_place(
    channel: ChannelHandle, rosa: MemberActor, idris: MemberActor
) -> None:
    asked = answer(await rosa.slash(channel, "result", place="islington north"))
    own = answer(await idris.click(asked, label=buttons(asked)[0]))
    before = title(own)

    again = await idris.click(own, label=buttons(own)[0])

    assert answer(again).id == own.id
    assert title(own) != before


async def test_buttons_work_after_a_restart(
    simcord_env: Env, channel: ChannelHandle, rosa: MemberActor, start: Start
) -> None:
    asked = answer(await rosa.slash(channel, "result", place="islington north"))
    before = title(asked)
    await simcord_env.restart_bot(start())

    await rosa.click(asked, label=buttons(asked)[0])

    assert title(asked) != before


async def test_buttons_below_a_mentions_answer_belong_to_who_mentioned(
    simcord_env: Env, channel: ChannelHandle, rosa: MemberActor, idris: MemberActor
) -> None:
    assert simcord_env.bot.user is not None
    await rosa.send(channel, f"{simcord_env.bot.user.mention} islington north")
    told = channel.last_message
    assert told is not None

    others = await idris.click(told, label=buttons(told)[0])
    own = await rosa.click(told, label=buttons(told)[0])

    assert others.ephemeral
    assert answer(own).id == told.id
