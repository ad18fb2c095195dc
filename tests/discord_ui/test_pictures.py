"""Pictures beside answers: on a click, or always where a server wants that."""

import multiprocessing
import struct
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from sqlite3 import Connection
from typing import Any

import pytest
from simcord import ChannelHandle, Env, InteractionResult, MemberActor

from bot.answers.reply import Choice, Reply, ReplyKind
from bot.answers.service import Answers
from bot.answers.sketch import Sketch, SketchKind
from bot.app import Teller
from bot.declarations.settings import PictureWish, ServerSettings, Shade, Show
from bot.declarations.state import open_state, url_of
from bot.discord_ui.album import Album
from bot.discord_ui.client import TellerBot
from bot.discord_ui.developing import NO_FILES, NOT_DRAWN, NOTHING_TO_DRAW
from bot.discord_ui.picture_button import PictureButton, picture_button
from bot.discord_ui.presentation import present
from bot.pictures.studio import Studio
from tests.answers.listings import SAFEST
from tests.discord_ui.conftest import Make, Start
from tests.discord_ui.drawing import Atelier
from tests.discord_ui.reading import Message, answer, buttons, title, words

PICTURE = "Picture"
BARS = Sketch(SketchKind.BARS, "E14001305.2024-07-04")
NAME = "islington-north-general-election-4-july-2024.png"
SEAT = "islington north"
SLOW = 60.0  # seconds


class DrawnLists:
    """As the real answers, but for lists and a map, which have a picture each."""

    def __init__(self, real: Answers) -> None:
        self._real = real

    def ask(self, text: str) -> Reply:
        if "safe" in text:
            return Reply(ReplyKind.RANKING, SAFEST.title, listing=SAFEST.listing, sketch=BARS)
        if "gone" in text:
            gone = Sketch(SketchKind.BARS, "E14001305.1999-01-01")
            return Reply(ReplyKind.CONTEST, "Gone", sketch=gone)
        if "mine" in text:
            return Reply(ReplyKind.MAP, "A map", drawn=True, sketch=BARS)
        return self._real.ask(text)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._real, name)


@pytest.fixture
def atelier(tmp_path: Path) -> Atelier:
    return Atelier(tmp_path / "pictures")


@pytest.fixture
def settings(state: Connection) -> ServerSettings:
    return ServerSettings(state)


@pytest.fixture
def start(teller: Teller, tmp_path: Path, atelier: Atelier) -> Iterator[Start]:
    with closing(open_state(url_of(tmp_path / "state.db"))) as opened:

        def start() -> TellerBot:
            answers: Any = DrawnLists(teller.answers)
            album = Album(answers, atelier, ServerSettings(opened))
            return TellerBot(answers, tmp_path, "0.0", album=album, shard_count=1)

        yield start


@pytest.fixture
def always(simcord_env: Env, channel: ChannelHandle, settings: ServerSettings) -> None:
    settings.change(simcord_env.guild.id, PictureWish(Show.ALWAYS))


async def result(channel: ChannelHandle, who: MemberActor, place: str = SEAT) -> Message:
    return answer(await who.slash(channel, "result", place=place))


async def ask(channel: ChannelHandle, who: MemberActor, question: str) -> Message:
    return answer(await who.slash(channel, "ask", question=question))


def last(channel: ChannelHandle) -> Message:
    assert channel.last_message is not None
    return channel.last_message


def mentioning(env: Env, text: str) -> str:
    assert env.bot.user is not None
    return f"{env.bot.user.mention} {text}"


def shows_picture(message: Message) -> bool:
    """In the embed where there is one, and with nothing left over from before."""
    names = [one.filename for one in message.attachments]
    for embed in message.embeds:
        url = embed.image.url
        assert (url or "").removeprefix("attachment://") == "".join(names)
    return len(names) == 1


async def size(message: Message) -> tuple[int, ...]:
    [picture] = message.attachments
    data = await picture.read()
    assert data.startswith(b"\x89PNG")
    return struct.unpack(">II", data[16:24])


async def test_a_click_puts_the_picture_into_the_askers_message(
    channel: ChannelHandle, rosa: MemberActor
) -> None:
    asked = await result(channel, rosa)
    before, offered = words(asked), buttons(asked)
    assert not shows_picture(asked)

    await rosa.click(asked, label=PICTURE)

    assert shows_picture(asked)
    assert words(asked) == before
    assert buttons(asked) == [one for one in offered if one != PICTURE]
    assert await size(asked) > (600, 200)
    assert len(channel.history()) == 1


async def test_the_description_says_the_same_figures(
    channel: ChannelHandle, rosa: MemberActor
) -> None:
    asked = await result(channel, rosa)
    await rosa.click(asked, label=PICTURE)

    [picture] = asked.attachments
    assert picture.filename == NAME
    alt = picture.description or ""
    assert "Jeremy Corbyn, Ind: 24,120 votes, 49.2%." in alt
    assert "Praful Nargund, Lab: 16,873 votes, 34.4%, −29.9 points." in alt
    assert len(alt) <= 1024


async def test_somebody_else_sees_it_alone(
    channel: ChannelHandle, rosa: MemberActor, idris: MemberActor
) -> None:
    asked = await result(channel, rosa)

    clicked = await idris.click(asked, label=PICTURE)

    assert clicked.ephemeral
    assert shows_picture(answer(clicked))
    assert words(answer(clicked)) == ""
    assert not shows_picture(asked)
    assert PICTURE in buttons(asked)


async def test_the_button_works_after_a_restart(
    simcord_env: Env, channel: ChannelHandle, rosa: MemberActor, start: Start
) -> None:
    asked = await result(channel, rosa)
    await simcord_env.restart_bot(start())

    await rosa.click(asked, label=PICTURE)

    assert shows_picture(asked)


async def test_what_is_opened_next_has_a_picture_of_its_own(
    channel: ChannelHandle, rosa: MemberActor
) -> None:
    asked = await result(channel, rosa)
    await rosa.click(asked, label=PICTURE)

    await rosa.click(asked, label="2019")
    opened = (title(asked), shows_picture(asked), PICTURE in buttons(asked))
    await rosa.click(asked, label=PICTURE)

    assert opened == ("Islington North · general election, 12 December 2019", False, True)
    assert asked.attachments[0].filename.endswith("12-december-2019.png")


async def test_a_picture_that_comes_too_late_is_left_out(
    simcord_env: Env, channel: ChannelHandle, rosa: MemberActor, atelier: Atelier
) -> None:
    asked = await result(channel, rosa)
    atelier.seconds = SLOW
    await rosa.click(asked, label=PICTURE)
    await rosa.click(asked, label="2019")
    await simcord_env.advance_time(SLOW)

    assert title(asked).endswith("12 December 2019")
    assert not shows_picture(asked)
    assert PICTURE in buttons(asked)


async def test_without_embed_links_it_is_attached_to_the_text(
    bare: ChannelHandle, rosa: MemberActor
) -> None:
    asked = await result(bare, rosa)
    await rosa.click(asked, label=PICTURE)

    assert shows_picture(asked)
    assert asked.embeds == []
    assert "Jeremy Corbyn won by 7,247 votes" in asked.content


async def test_a_direct_message_has_pictures_too(simcord_env: Env, rosa: MemberActor) -> None:
    await rosa.send_dm(SEAT)
    told = last(rosa.user.dm_channel)

    await rosa.user.click(told, label=PICTURE)

    assert shows_picture(last(rosa.user.dm_channel))


async def test_below_a_mentions_answer_it_belongs_to_who_mentioned(
    simcord_env: Env, channel: ChannelHandle, rosa: MemberActor, idris: MemberActor
) -> None:
    await rosa.send(channel, mentioning(simcord_env, SEAT))

    others = await idris.click(last(channel), label=PICTURE)
    untouched = not shows_picture(last(channel))
    await rosa.click(last(channel), label=PICTURE)

    assert untouched
    assert others.ephemeral
    assert shows_picture(last(channel))


async def test_without_attach_files_the_permission_is_named(
    make: Make, rosa: MemberActor, idris: MemberActor
) -> None:
    asked = await result(make("no-files", attach_files=False), rosa)

    clicks = [await who.click(asked, label=PICTURE) for who in (rosa, idris)]

    assert [one.ephemeral for one in clicks] == [True, True]
    assert [answer(one).content for one in clicks] == [NO_FILES, NO_FILES]
    assert "Attach Files" in NO_FILES
    assert not shows_picture(asked)


async def test_what_is_not_known_any_more_is_said_to_be_so(
    channel: ChannelHandle, rosa: MemberActor, idris: MemberActor
) -> None:
    asked = await ask(channel, rosa, "gone")

    clicks = [await who.click(asked, label=PICTURE) for who in (rosa, idris)]

    assert [_told_alone(one) for one in clicks] == [NOTHING_TO_DRAW, NOTHING_TO_DRAW]


async def test_what_cannot_be_drawn_is_said_and_can_be_tried_again(
    channel: ChannelHandle, rosa: MemberActor, idris: MemberActor, atelier: Atelier
) -> None:
    asked = await result(channel, rosa)
    atelier.broken = True

    clicks = [await who.click(asked, label=PICTURE) for who in (rosa, idris)]
    atelier.broken = False
    await rosa.click(asked, label=PICTURE)

    assert [_told_alone(one) for one in clicks] == [NOT_DRAWN, NOT_DRAWN]
    assert shows_picture(asked)


def _told_alone(clicked: InteractionResult) -> str:
    told = [one for one in (clicked.response, *clicked.followups) if one and one.ephemeral]
    return told[-1].content


def test_a_button_that_would_be_too_long_is_left_out() -> None:
    asker = 10**19
    room = 100 - len(f"teller:picture:{asker}:map:")
    reply = Reply(ReplyKind.ELECTION, "A map")

    fits = [present(_drawn(reply, "m" * length), asker, embeds=True).view for length in (room, 1)]
    too_long = present(_drawn(reply, "m" * (room + 1)), asker, embeds=True).view

    assert [len(one.children) if one else 0 for one in fits] == [1, 1]
    assert too_long is None


def _drawn(reply: Reply, of: str) -> Reply:
    return Reply(reply.kind, reply.title, sketch=Sketch(SketchKind.MAP, of))


@pytest.mark.parametrize("listing", [None, SAFEST.listing])
def test_it_has_a_place_among_very_many_buttons(listing: Any) -> None:
    choices = tuple(Choice("contest", str(one), f"Seat {one}") for one in range(40))
    reply = Reply(ReplyKind.RANKING, "Many", choices=choices, listing=listing, sketch=BARS)

    view = present(reply, 1, embeds=True).view

    assert view is not None
    assert len(view.children) == 25
    assert len([one for one in view.children if isinstance(one, PictureButton)]) == 1


def test_nothing_to_show_has_no_button() -> None:
    assert picture_button(None, 1) == []


class TestLists:
    async def test_pages_keep_the_picture_that_was_opened(
        self, channel: ChannelHandle, rosa: MemberActor
    ) -> None:
        asked = await ask(channel, rosa, "safest seats")
        shown = buttons(asked)
        await rosa.click(asked, label=PICTURE)
        opened = (shows_picture(asked), buttons(asked))

        await rosa.click(asked, label="Next ▶")
        await rosa.click(asked, label="Next ▶")

        assert shown == ["◀ Previous", "Next ▶", "CSV file", PICTURE]
        assert opened == (True, ["◀ Previous", "Next ▶", "CSV file"])
        assert shows_picture(asked)
        assert "Rows 21–30 of 37" in words(asked)

    async def test_the_picture_stays_on_the_page_it_was_opened_on(
        self, channel: ChannelHandle, rosa: MemberActor
    ) -> None:
        asked = await ask(channel, rosa, "safest seats")
        await rosa.click(asked, label="Next ▶")

        await rosa.click(asked, label=PICTURE)

        assert shows_picture(asked)
        assert "Rows 11–20 of 37" in words(asked)

    async def test_a_list_that_has_gone_quiet_keeps_its_picture(
        self, simcord_env: Env, channel: ChannelHandle, rosa: MemberActor
    ) -> None:
        asked = await ask(channel, rosa, "safest seats")
        await simcord_env.advance_time(200)
        await rosa.click(asked, label=PICTURE)
        late = shows_picture(asked)

        again = await ask(channel, rosa, "safest seats")
        await rosa.click(again, label=PICTURE)
        await simcord_env.advance_time(200)

        assert late
        assert shows_picture(again)

    async def test_other_buttons_still_work_afterwards(
        self, channel: ChannelHandle, rosa: MemberActor
    ) -> None:
        first = await ask(channel, rosa, "safest seats")
        await rosa.click(first, label=PICTURE)
        second = await result(channel, rosa)

        await rosa.click(second, label=PICTURE)

        assert shows_picture(second)


@pytest.mark.usefixtures("always")
class TestAlways:
    async def test_a_picture_that_was_drawn_before_is_in_the_first_answer(
        self, simcord_env: Env, channel: ChannelHandle, rosa: MemberActor, atelier: Atelier
    ) -> None:
        await result(channel, rosa)
        atelier.seconds = SLOW

        again = await result(channel, rosa)

        assert shows_picture(again)
        assert PICTURE not in buttons(again)

    async def test_an_answer_does_not_wait_for_its_picture(
        self, simcord_env: Env, channel: ChannelHandle, rosa: MemberActor, atelier: Atelier
    ) -> None:
        atelier.seconds = SLOW
        asked = await result(channel, rosa)
        first = (words(asked), shows_picture(asked))

        await simcord_env.advance_time(SLOW)

        assert "Jeremy Corbyn won by 7,247 votes" in first[0]
        assert not first[1]
        assert shows_picture(asked)
        assert words(asked) == first[0]
        assert PICTURE not in buttons(asked)

    async def test_a_mention_gets_it_too(
        self, simcord_env: Env, channel: ChannelHandle, rosa: MemberActor, atelier: Atelier
    ) -> None:
        atelier.seconds = SLOW
        await rosa.send(channel, mentioning(simcord_env, SEAT))
        first = shows_picture(last(channel))
        await simcord_env.advance_time(SLOW)
        later = shows_picture(last(channel))
        await rosa.send(channel, mentioning(simcord_env, SEAT))

        assert (first, later, shows_picture(last(channel))) == (False, True, True)

    async def test_what_is_opened_meanwhile_does_not_get_the_picture_of_before(
        self, simcord_env: Env, channel: ChannelHandle, rosa: MemberActor, atelier: Atelier
    ) -> None:
        atelier.seconds = SLOW
        asked = await result(channel, rosa)
        await rosa.click(asked, label="2019")
        await simcord_env.advance_time(SLOW)

        assert title(asked).endswith("12 December 2019")
        assert asked.attachments[0].filename.endswith("12-december-2019.png")

    async def test_pages_are_turned_with_the_picture(
        self, simcord_env: Env, channel: ChannelHandle, rosa: MemberActor
    ) -> None:
        asked = await ask(channel, rosa, "safest seats")

        await rosa.click(asked, label="Next ▶")

        assert shows_picture(asked)
        assert "Rows 11–20 of 37" in words(asked)

    async def test_where_no_file_can_be_attached_the_answer_comes_without(
        self, make: Make, rosa: MemberActor
    ) -> None:
        asked = await result(make("no-files", attach_files=False), rosa)

        assert not shows_picture(asked)
        assert PICTURE in buttons(asked)

    async def test_what_cannot_be_drawn_has_its_button(
        self, simcord_env: Env, channel: ChannelHandle, rosa: MemberActor, atelier: Atelier
    ) -> None:
        atelier.broken = True

        asked = await result(channel, rosa)
        await simcord_env.settle()

        assert "Jeremy Corbyn" in words(asked)
        assert PICTURE in buttons(asked)

    async def test_a_message_that_was_deleted_meanwhile_is_no_trouble(
        self, simcord_env: Env, channel: ChannelHandle, rosa: MemberActor, atelier: Atelier
    ) -> None:
        atelier.seconds = SLOW
        await result(channel, rosa)
        simcord_env.inject_error("PATCH", "/webhooks/*", status=404, code=10008)
        await simcord_env.advance_time(SLOW)

        assert simcord_env.errors == []

    async def test_elsewhere_it_stays_on_a_click(self, rosa: MemberActor) -> None:
        await rosa.send_dm(SEAT)

        assert not shows_picture(last(rosa.user.dm_channel))


async def test_a_map_always_comes_drawn(
    simcord_env: Env, channel: ChannelHandle, rosa: MemberActor
) -> None:
    asked = await ask(channel, rosa, "mine")
    await simcord_env.settle()

    assert shows_picture(asked)


async def test_a_light_theme_is_another_picture(
    simcord_env: Env, channel: ChannelHandle, rosa: MemberActor, settings: ServerSettings
) -> None:
    dark = await result(channel, rosa)
    await rosa.click(dark, label=PICTURE)
    settings.change(simcord_env.guild.id, PictureWish(shade=Shade.LIGHT))
    light = await result(channel, rosa)
    await rosa.click(light, label=PICTURE)

    assert await dark.attachments[0].read() != await light.attachments[0].read()


async def test_without_a_studio_there_are_no_buttons(
    simcord_env: Env, channel: ChannelHandle, rosa: MemberActor, teller: Teller, tmp_path: Path
) -> None:
    await simcord_env.restart_bot(TellerBot(teller.answers, tmp_path, "0.0", shard_count=1))

    assert PICTURE not in buttons(await result(channel, rosa))


async def test_pictures_are_drawn_in_another_process_which_ends_with_the_album(
    answers: Answers, tmp_path: Path
) -> None:
    album = Album(answers, Studio(tmp_path / "pictures"))
    order = await album.order(BARS, None)
    assert order is not None

    plate = await album.draw(order)
    drawing = multiprocessing.active_children()
    await album.close()

    assert plate is not None
    assert plate.name == NAME
    assert album.finished(order) == plate
    assert len(drawing) == 1
    assert multiprocessing.active_children() == []
