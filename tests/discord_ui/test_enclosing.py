"""The picture that an announcement carries, and what becomes of both when something goes wrong."""

import asyncio
import json
from collections.abc import AsyncIterator, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from discord.http import Route

from bot import config
from bot.answers.service import Answers
from bot.app import Teller, open_teller
from bot.declarations.delivery import Forbidden, Later, Letter, Outcome, Sent
from bot.declarations.settings import PictureWish, Shade, Show
from bot.declarations.state import url_of
from bot.declarations.subscription import EVERYTHING, Address, Wish
from bot.discord_ui import enclosing
from bot.discord_ui import messenger as messenger_module
from bot.discord_ui.album import Album
from bot.discord_ui.client import TellerBot
from bot.discord_ui.letters import PICTURE
from bot.discord_ui.messenger import DiscordMessenger
from bot.elections.contest import ContestId, ContestKind
from tests.declarations.making import DAY, NOW, Plain, candidate, declared, told
from tests.discord_server.client import DiscordServer
from tests.discord_server.findings import Message
from tests.discord_ui.drawing import Atelier
from tests.soak.running import TOKEN

SERVER, OWNER = 5, 98
SEATS = 30
ALWAYS = PictureWish(Show.ALWAYS)


@dataclass(frozen=True, slots=True)
class Scene:
    """A messenger that is logged in without a gateway, and a channel of a server that wants
    pictures always."""

    messenger: DiscordMessenger
    teller: Teller
    atelier: Atelier
    server: DiscordServer
    channel: int

    def wish(self, wish: PictureWish) -> None:
        self.teller.server_settings.change(SERVER, wish)

    def declare(self, *declarations: Plain) -> list[int]:
        """The numbers of the entries that came of it."""
        before = self.teller.journal.head()
        answers = told(self.teller.desk, *declarations)
        assert not [one for one in answers if one.startswith(("refused", "unchanged"))]
        return list(range(before + 1, self.teller.journal.head() + 1))

    def letter(self, entries: list[int], *, plain: bool = False) -> Letter:
        news = self.teller.newsroom.news(entries)
        payload, _ = self.messenger.compose(news, plain=plain)
        return Letter(self.channel, f"n{entries[0]}", payload, entries[-1], datetime.now(UTC))

    async def send(self, entries: list[int]) -> Outcome:
        return await self.messenger.send(self.letter(entries))

    @property
    def posted(self) -> list[Message]:
        return self.server.messages(self.channel)


@pytest.fixture(scope="module")
def running() -> Iterator[DiscordServer]:
    with DiscordServer() as server:
        yield server


@pytest.fixture(scope="module")
def teller(catalogue_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Teller]:
    """With by-elections that are open."""
    state = url_of(tmp_path_factory.mktemp("enclosing") / "state.db")
    named = {"TELLER_HOME": str(catalogue_path.parent), "TELLER_STATE_URL": state}
    teller = open_teller(config.load(named, None))
    with closing(teller.catalogue):
        codes = [one.code for one in teller.catalogue.seats.by_code.values() if not one.abolished]
        contests = [ContestId(code, DAY) for code in codes[:SEATS]]
        teller.journal.open(contests, ContestKind.BY_ELECTION, NOW)
        yield teller


@pytest.fixture(scope="module")
def seats(teller: Teller) -> Iterator[str]:
    """Every test declares in seats of its own."""
    return iter([one.code for one in teller.journal.opened()])


@pytest.fixture
def result(seats: Iterator[str]) -> Plain:
    return declared(constituency=next(seats))


@pytest.fixture
async def scene(
    running: DiscordServer, teller: Teller, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Scene]:
    running.reset()
    monkeypatch.setattr(Route, "BASE", running.api)
    atelier, channel = Atelier(tmp_path / "pictures"), running.channels()[0]
    album = Album(teller.answers, atelier, teller.server_settings)
    bot = TellerBot(teller.answers, tmp_path, "0.0", album=album, shard_count=1)
    teller.subscriptions.add(Address(channel, SERVER), OWNER, Wish(EVERYTHING), NOW)
    teller.server_settings.change(SERVER, ALWAYS)
    await bot.login(TOKEN)
    yield Scene(DiscordMessenger(bot), teller, atelier, running, channel)
    await bot.close()


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(messenger_module, "_TIMEOUT", aiohttp.ClientTimeout(total=0.5))


def pictures(message: Message) -> list[dict[str, Any]]:
    return list(message.payload.get("attachments", ()))


def buttons(message: Message) -> list[str]:
    return [one["label"] for row in message.payload["components"] for one in row["components"]]


async def test_one_declaration_carries_its_bars(scene: Scene, result: Plain) -> None:
    outcome = await scene.send(scene.declare(result))

    [posted] = scene.posted
    [picture] = pictures(posted)
    assert outcome == Sent(posted.id)
    assert "Ann Able, Lab: 20,000 votes, 50.0%, " in picture["description"]
    assert picture["content_type"] == "image/png"
    assert picture["size"] > 5_000
    assert posted.payload["embeds"][0]["image"] == {"url": f"attachment://{picture['filename']}"}
    assert buttons(posted) == ["Whole result"]
    assert posted.payload["allowed_mentions"] == {"parse": []}
    assert PICTURE not in posted.payload


async def test_where_pictures_come_on_a_click_there_is_a_button(
    scene: Scene, result: Plain
) -> None:
    scene.wish(PictureWish(Show.ON_A_CLICK))

    await scene.send(scene.declare(result))

    [posted] = scene.posted
    assert pictures(posted) == []
    assert buttons(posted) == ["Whole result", "Picture"]
    assert PICTURE not in posted.payload
    [row] = posted.payload["components"]
    opened = f"bars:{result['constituency']}.{DAY}"
    assert row["components"][1]["custom_id"] == f"teller:picture:0:{opened}"


async def test_the_theme_is_the_servers(scene: Scene, seats: Iterator[str]) -> None:
    entries = scene.declare(declared(constituency=next(seats)))
    await scene.messenger.send(scene.letter(entries))
    scene.wish(PictureWish(Show.ALWAYS, Shade.LIGHT))
    await scene.messenger.send(replace(scene.letter(entries), nonce="another"))

    dark, light = (pictures(one)[0] for one in scene.posted)
    assert dark["description"] == light["description"]
    assert dark["size"] != light["size"]


async def test_a_plain_message_has_it_attached(scene: Scene, result: Plain) -> None:
    await scene.messenger.send(scene.letter(scene.declare(result), plain=True))

    [posted] = scene.posted
    assert len(pictures(posted)) == 1
    assert "embeds" not in posted.payload


async def test_several_declarations_at_once_have_no_picture(
    scene: Scene, seats: Iterator[str]
) -> None:
    await scene.send(scene.declare(*(declared(constituency=next(seats)) for _ in range(2))))

    [posted] = scene.posted
    assert len(posted.payload["embeds"]) == 2
    assert pictures(posted) == []


async def test_a_correction_shows_what_is_right(scene: Scene, result: Plain) -> None:
    scene.declare(result)
    two = [candidate("Ann Able", "Labour", 19_000), candidate("Cat Cole", "Green", 18_000)]

    await scene.send(scene.declare({**result, "candidates": two}))

    [posted] = scene.posted
    [picture] = pictures(posted)
    assert posted.payload["embeds"][0]["title"].startswith("Correction: ")
    assert "Ann Able, Lab: 19,000 votes" in picture["description"]


async def test_what_was_corrected_since_is_told_without_a_picture(
    scene: Scene, result: Plain
) -> None:
    letter = scene.letter(scene.declare(result))
    scene.declare({**result, "electorate": 71_000})

    assert isinstance(await scene.messenger.send(letter), Sent)

    [posted] = scene.posted
    assert pictures(posted) == []
    assert buttons(posted) == ["Whole result", "Picture"]


async def test_what_is_taken_back_has_nothing_to_show(scene: Scene, result: Plain) -> None:
    scene.declare(result)
    back = {key: result[key] for key in ("polled_on", "constituency")}

    await scene.send(scene.declare({**back, "withdrawn": True}))

    [posted] = scene.posted
    assert pictures(posted) == []
    assert buttons(posted) == []


@pytest.mark.parametrize("how", ["lost", "delay"])
@pytest.mark.usefixtures("impatient")
async def test_a_lost_answer_leaves_one_message_with_one_picture(
    scene: Scene, result: Plain, how: str
) -> None:
    letter = scene.letter(scene.declare(result))
    scene.server.fault(how, scene.channel, times=1, seconds=2)

    first = await scene.messenger.send(letter)
    again = await scene.messenger.send(letter)

    [posted] = scene.posted
    assert isinstance(first, Later)
    assert again == Sent(posted.id)
    assert posted.resent == 1
    assert len(pictures(posted)) == 1


@pytest.mark.usefixtures("impatient")
async def test_a_retry_without_its_picture_is_the_same_message(scene: Scene, result: Plain) -> None:
    letter = scene.letter(scene.declare(result))
    scene.server.fault("lost", scene.channel, times=1)
    await scene.messenger.send(letter)
    scene.declare({**result, "electorate": 71_000})

    again = await scene.messenger.send(letter)

    [posted] = scene.posted
    assert again == Sent(posted.id)
    assert len(pictures(posted)) == 1


async def test_after_a_crash_it_is_found_with_its_picture(scene: Scene, result: Plain) -> None:
    letter = scene.letter(scene.declare(result))
    sent = await scene.messenger.send(letter)

    forgotten = replace(letter, nonce="n0", written_at=letter.written_at - timedelta(minutes=3))

    assert await scene.messenger.find(forgotten) == sent


@pytest.mark.parametrize("kind", ["400", "403", "413"])
async def test_a_refused_picture_is_left_out_and_not_tried_again_soon(
    scene: Scene, seats: Iterator[str], kind: str
) -> None:
    results = [declared(constituency=next(seats)) for _ in range(2)]
    scene.server.fault(kind, scene.channel, times=1)

    outcome = await scene.send(scene.declare(results[0]))
    await scene.send(scene.declare(results[1]))

    first, second = scene.posted
    assert outcome == Sent(first.id)
    assert pictures(first) == pictures(second) == []
    assert buttons(first) == ["Whole result", "Picture"]
    assert scene.server.counts().routes["POST /channels/{id}/messages"] == 3


async def test_a_channel_that_is_closed_is_said_to_be(scene: Scene, result: Plain) -> None:
    scene.server.fault("403", scene.channel)

    outcome = await scene.send(scene.declare(result))

    assert outcome == Forbidden("Missing Access")
    assert scene.posted == []


@pytest.mark.parametrize("broken", [False, True])
async def test_no_announcement_waits_long_for_its_picture(
    scene: Scene, result: Plain, monkeypatch: pytest.MonkeyPatch, *, broken: bool
) -> None:
    monkeypatch.setattr(enclosing, "PATIENCE", 0.1)
    scene.atelier.seconds, scene.atelier.broken = (0.0, True) if broken else (30.0, False)

    outcome = await asyncio.wait_for(scene.send(scene.declare(result)), 2.0)

    [posted] = scene.posted
    assert outcome == Sent(posted.id)
    assert pictures(posted) == []


async def test_a_letter_of_an_older_teller_is_sent_as_it_is(scene: Scene) -> None:
    payload = json.dumps({"content": "Clacton", "components": []})
    letter = Letter(scene.channel, "n1", payload, 1, datetime.now(UTC))

    assert isinstance(await scene.messenger.send(letter), Sent)
    assert [one.content for one in scene.posted] == ["Clacton"]


async def test_without_a_studio_nothing_is_said_of_pictures(
    scene: Scene, result: Plain, tmp_path: Path, answers: Answers
) -> None:
    messenger = DiscordMessenger(TellerBot(answers, tmp_path, "0.0", shard_count=1))

    payload, _ = messenger.compose(scene.teller.newsroom.news(scene.declare(result)), plain=False)

    assert PICTURE not in json.loads(payload)
    assert "teller:picture" not in payload
