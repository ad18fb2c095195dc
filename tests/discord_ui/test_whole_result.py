"""What can be clicked below an announcement, and who gets to see what it opens."""

from collections.abc import Awaitable, Callable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import discord
import pytest
from simcord import ChannelHandle, Env, MemberActor

from bot import config
from bot.app import Teller, office, open_teller
from bot.declarations.delivery import Letter, Sent
from bot.declarations.night import as_declared
from bot.declarations.state import url_of
from bot.discord_ui.client import TellerBot
from bot.discord_ui.messenger import DiscordMessenger
from bot.elections.contest import ContestId
from tests.declarations.making import DAY, NOW, declared, settled, told
from tests.discord_ui.reading import answer, buttons, options, title, words
from tests.discord_ui.subscribed import menus

NIGHT = date(2019, 12, 12)
NEWCASTLE = ContestId("E14000831", NIGHT)
WITHDRAWN = {"polled_on": "2029-05-03", "constituency": "Clacton", "withdrawn": True}

Announce = Callable[..., Awaitable[discord.Message]]
Start = Callable[[], TellerBot]


@pytest.fixture
def teller(catalogue_path: Path, tmp_path: Path) -> Iterator[Teller]:
    """Over a state of the test's own, where a by-election in Clacton is open."""
    settings = {
        "TELLER_HOME": str(catalogue_path.parent),
        "TELLER_STATE_URL": url_of(tmp_path / "state.db"),
    }
    opened = open_teller(config.load(settings, None))
    opened.desk.open_election(DAY, "Clacton")
    with closing(opened.catalogue):
        yield opened


@pytest.fixture
def start(teller: Teller, tmp_path: Path) -> Start:
    def start() -> TellerBot:
        return TellerBot(teller.answers, tmp_path, "0.0", office=office(teller), shard_count=1)

    return start


@pytest.fixture
def announce(teller: Teller, simcord_env: Env) -> Announce:
    """Posts what is in the journal as one message, all of it or the first so many."""

    async def announce(
        channel: ChannelHandle, most: int = 100, *, plain: bool = False
    ) -> discord.Message:
        assert isinstance(simcord_env.bot, TellerBot)
        messenger = DiscordMessenger(simcord_env.bot)
        news = teller.newsroom.news(range(1, teller.newsroom.head() + 1))[:most]
        payload, taken = messenger.compose(news, plain=plain)
        assert taken == len(news)
        sent = await messenger.send(Letter(channel.id, "nonce", payload, taken, NOW))
        posted = channel.last_message
        assert posted is not None
        assert sent == Sent(posted.id)
        return posted

    return announce


def declare(teller: Teller, number: int) -> list[str]:
    """The first seats of the night of 2019, by name."""
    events = as_declared(teller.catalogue, NIGHT).events[:number]
    for event in events:
        teller.desk.receive(event.report, event.text, "the press")
    seats = teller.catalogue.seats.by_code
    return [seats[event.report.constituency].name for event in events]


async def test_the_button_opens_the_whole_result_for_whoever_clicks_alone(
    teller: Teller, channel: ChannelHandle, rosa: MemberActor, announce: Announce
) -> None:
    declare(teller, 1)
    posted = await announce(channel)
    before = words(posted)

    clicked = await rosa.click(posted, label="Whole result")

    assert clicked.ephemeral
    whole = answer(clicked)
    assert title(whole) == "Newcastle upon Tyne Central · general election, 12 December 2019"
    stood = [one.standing_as for one in settled(teller.catalogue, NEWCASTLE).candidacies]
    assert [name for name in stood if name not in before] == stood[3:]
    assert [name for name in stood if name not in words(whole)] == []
    assert words(posted) == before
    assert len(channel.history()) == 1


async def test_everybody_gets_one_of_their_own_also_who_did_not_subscribe(
    teller: Teller,
    channel: ChannelHandle,
    mina: MemberActor,
    rosa: MemberActor,
    idris: MemberActor,
    announce: Announce,
) -> None:
    await mina.slash(channel, "subscribe", to="everything")
    declare(teller, 1)
    posted = await announce(channel)

    answers = [await who.click(posted, label="Whole result") for who in (mina, rosa, idris, rosa)]

    assert all(one.ephemeral for one in answers)
    assert len({answer(one).id for one in answers}) == 4
    assert {title(answer(one)).partition(" · ")[0] for one in answers} == {
        "Newcastle upon Tyne Central"
    }


async def test_the_menu_of_several_opens_each_of_them(
    teller: Teller, channel: ChannelHandle, rosa: MemberActor, announce: Announce
) -> None:
    seats = declare(teller, 3)
    posted = await announce(channel)
    [menu] = menus(posted)
    assert [one["label"] for one in menu["options"]] == seats

    for seat, contest in zip(seats, options(posted), strict=True):
        picked = await rosa.select(posted, [contest])
        assert picked.ephemeral
        assert title(answer(picked)).startswith(f"{seat} · general election, 12 December")
    assert len(channel.history()) == 1


async def test_a_long_list_has_as_many_menus_as_it_takes(
    teller: Teller, channel: ChannelHandle, rosa: MemberActor, announce: Announce
) -> None:
    seats = declare(teller, 30)
    posted = await announce(channel)
    first, second = menus(posted)
    assert [len(one["options"]) for one in (first, second)] == [25, 5]
    assert second["placeholder"] == f"Whole result: {seats[25]} to {seats[29]}"

    last = second["options"][-1]["value"]
    picked = await rosa.select(posted, [last], custom_id=second["custom_id"])

    assert picked.ephemeral
    assert title(answer(picked)).startswith(f"{seats[29]} · ")


async def test_both_still_work_after_a_restart_and_a_long_while(
    teller: Teller,
    simcord_env: Env,
    channel: ChannelHandle,
    rosa: MemberActor,
    start: Start,
    announce: Announce,
) -> None:
    seats = declare(teller, 2)
    one, both = await announce(channel, 1), await announce(channel)
    await simcord_env.restart_bot(start())
    await simcord_env.advance_time(24 * 3600)

    clicked = await rosa.click(one, label="Whole result")
    picked = await rosa.select(both, [options(both)[1]])

    assert clicked.ephemeral
    assert picked.ephemeral
    assert title(answer(clicked)).startswith(seats[0])
    assert title(answer(picked)).startswith(seats[1])


async def test_where_embeds_are_not_allowed_it_opens_as_text(
    teller: Teller, bare: ChannelHandle, rosa: MemberActor, announce: Announce
) -> None:
    declare(teller, 2)
    posted = await announce(bare, plain=True)
    assert posted.embeds == []

    picked = await rosa.select(posted, [options(posted)[0]])

    assert picked.ephemeral
    assert answer(picked).embeds == []
    assert answer(picked).content.startswith("**Newcastle upon Tyne Central · general election")


async def test_what_is_opened_goes_on_in_place(
    teller: Teller, channel: ChannelHandle, rosa: MemberActor, announce: Announce
) -> None:
    declare(teller, 1)
    own = answer(await rosa.click(await announce(channel), label="Whole result"))
    before = title(own)

    again = await rosa.click(own, label=buttons(own)[0])

    assert answer(again).id == own.id
    assert title(own) != before


async def test_in_a_direct_message_it_opens_too(
    teller: Teller, simcord_env: Env, announce: Announce
) -> None:
    rosa = simcord_env.create_user("Rosa")
    await rosa.slash("subscribe", to="everything")
    declare(teller, 1)
    posted = await announce(rosa.dm_channel)

    clicked = await rosa.click(posted, label="Whole result")

    assert title(answer(clicked)).startswith("Newcastle upon Tyne Central")


async def test_it_opens_what_is_right_now_and_not_what_was_said_then(
    teller: Teller, channel: ChannelHandle, rosa: MemberActor, announce: Announce
) -> None:
    told(teller.desk, declared(electorate=60_000))
    posted = await announce(channel)
    told(teller.desk, declared(electorate=70_000))

    clicked = await rosa.click(posted, label="Whole result")

    assert "66.8%" in words(posted)
    assert "57.3%" in words(answer(clicked))


async def test_what_was_taken_back_meanwhile_is_said_to_be(
    teller: Teller, channel: ChannelHandle, rosa: MemberActor, announce: Announce
) -> None:
    told(teller.desk, declared())
    posted = await announce(channel)
    told(teller.desk, WITHDRAWN)

    clicked = await rosa.click(posted, label="Whole result")

    said = words(answer(clicked))
    assert clicked.ephemeral
    assert "Clacton" in said
    assert "taken back" in said or "othing is declared" in said


async def test_what_was_taken_back_can_be_opened_again_once_it_is_declared_anew(
    teller: Teller, channel: ChannelHandle, rosa: MemberActor, announce: Announce
) -> None:
    told(teller.desk, declared())
    posted = await announce(channel)
    told(teller.desk, WITHDRAWN, declared())

    clicked = await rosa.click(posted, label="Whole result")

    assert title(answer(clicked)) == "Clacton · by-election, 3 May 2029"


async def test_a_menu_of_which_nothing_is_known_any_more_gets_an_answer(
    channel: ChannelHandle, simcord_env: Env, rosa: MemberActor
) -> None:
    """As after a state was lost."""
    found = simcord_env.bot.get_channel(channel.id)
    assert isinstance(found, discord.TextChannel)
    view = discord.ui.View()
    nonsense = ("x", "E14000831.2029-13-13", "E14000831.2029-05-03", "party:labour")
    lost = [discord.SelectOption(label=one, value=one) for one in nonsense]
    view.add_item(discord.ui.Select(custom_id="teller:whole:0", options=lost))
    posted = await found.send("old", view=view)

    for one in nonsense:
        picked = await rosa.select(posted, [one])
        assert picked.ephemeral
        assert title(answer(picked))
