"""A letter's way into a channel, and what becomes of it when something goes wrong."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AsyncExitStack
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from discord.http import Route

from bot.answers.service import Answers
from bot.declarations.delivery import Forbidden, Gone, Later, Letter, Outcome, Refused, Sent
from bot.discord_ui import messenger as messenger_module
from bot.discord_ui.client import TellerBot
from bot.discord_ui.messenger import DiscordMessenger
from tests.discord_server.caller import Caller
from tests.discord_server.client import DiscordServer
from tests.discord_server.shapes import ROSA
from tests.soak.running import TOKEN

NOWHERE = "http://127.0.0.1:9/api/v10"  # where nobody listens
PATIENCE = 1.0  # seconds
NOT_LET_IN = [(50001, "Missing Access"), (50013, "Missing Permissions")]
EMBED = {
    "title": "Clacton: Labour gain from Reform UK",
    "description": "Ann Able won by  5,000 votes\n\n**Ann Able** · Labour",
    "fields": [{"name": "Turnout", "value": "57.3%", "inline": True}],
    "footer": {"text": "by-election, 3 May 2029"},
}

# Lets something else than Discord answer whatever is asked from now on.
Behind = Callable[..., Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Scene:
    """A messenger that is logged in without a gateway, and a channel."""

    messenger: DiscordMessenger
    server: DiscordServer
    channel: int

    def letter(self, text: str = "Clacton", nonce: str = "n1") -> Letter:
        payload = json.dumps({"content": text, "components": []})
        return Letter(self.channel, nonce, payload, 1, datetime.now(UTC))

    def embedded(self, nonce: str = "n1") -> Letter:
        payload = json.dumps({"embeds": [EMBED], "components": []})
        return replace(self.letter(nonce=nonce), payload=payload)

    async def send(self, letter: Letter | None = None) -> Outcome:
        return await self.messenger.send(letter or self.letter())

    async def find(self, letter: Letter | None = None) -> Outcome | None:
        return await self.messenger.find(letter or self.letter())

    def fault(self, kind: str, times: int | None = None, **more: float | str | bool) -> None:
        self.server.fault(kind, self.channel, times=times, **more)

    @property
    def posted(self) -> list[str]:
        return [one.content for one in self.server.messages(self.channel)]


@pytest.fixture(scope="module")
def running() -> Iterator[DiscordServer]:
    with DiscordServer() as server:
        yield server


@pytest.fixture
async def scene(
    running: DiscordServer, answers: Answers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Scene]:
    running.reset()
    monkeypatch.setattr(Route, "BASE", running.api)
    bot = TellerBot(answers, tmp_path, "0.0", shard_count=1)
    await bot.login(TOKEN)
    yield Scene(DiscordMessenger(bot), running, running.channels()[0])
    await bot.close()


@pytest.fixture
def nobody_there(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Route, "BASE", NOWHERE)


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """discord.py waits between its tries; here a hundredth of that."""
    sleep = asyncio.sleep
    monkeypatch.setattr(asyncio, "sleep", lambda seconds: sleep(seconds / 100))


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(messenger_module, "_TIMEOUT", aiohttp.ClientTimeout(total=0.3))


@pytest.fixture
async def behind(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Behind]:
    async with AsyncExitStack() as stack:

        async def behind(
            status: int, body: str = "<html>", kind: str = "text/html", after: str = ""
        ) -> None:
            async def answer(_request: web.Request) -> web.Response:
                told = {"Retry-After": after}
                return web.Response(status=status, text=body, content_type=kind, headers=told)

            app = web.Application()
            app.router.add_route("*", "/{path:.*}", answer)
            server = await stack.enter_async_context(TestServer(app))
            monkeypatch.setattr(Route, "BASE", str(server.make_url("/api/v10")))

        yield behind


class TestSending:
    async def test_a_letter_is_posted_and_mentions_nobody(self, scene: Scene) -> None:
        outcome = await scene.send(scene.letter("@everyone <@123>"))

        [posted] = scene.server.messages(scene.channel)
        assert outcome == Sent(posted.id)
        assert (posted.content, posted.nonce) == ("@everyone <@123>", "n1")
        assert posted.payload["allowed_mentions"] == {"parse": []}

    @pytest.mark.parametrize("everywhere", [False, True])
    async def test_a_short_limit_is_waited_for(self, scene: Scene, *, everywhere: bool) -> None:
        scene.fault("429", times=1, retry_after=0.2, everywhere=everywhere)

        outcomes = await asyncio.gather(*[scene.send(scene.letter(one, one)) for one in "ab"])

        assert all(isinstance(one, Sent) for one in outcomes)
        assert sorted(scene.posted) == ["a", "b"]
        assert scene.server.counts().limited == 1

    async def test_a_long_limit_is_not_waited_for(self, scene: Scene) -> None:
        scene.fault("429", times=1, retry_after=600)

        outcome = await asyncio.wait_for(scene.send(), PATIENCE)

        assert isinstance(outcome, Later)
        assert outcome.wait == 600

    @pytest.mark.parametrize("kind", ["500", "502"])
    @pytest.mark.usefixtures("hasty")
    async def test_what_failed_once_is_tried_again(self, scene: Scene, kind: str) -> None:
        scene.fault(kind, times=1)

        assert isinstance(await scene.send(), Sent)
        assert scene.posted == ["Clacton"]

    @pytest.mark.parametrize(("kind", "tries"), [("500", 5), ("502", 5), ("503", 1)])
    @pytest.mark.usefixtures("hasty")
    async def test_what_fails_again_and_again_is_for_later(
        self, scene: Scene, kind: str, tries: int
    ) -> None:
        scene.fault(kind)

        outcome = await scene.send()

        assert isinstance(outcome, Later)
        assert outcome.reason.startswith(kind)
        assert outcome.wait is None
        assert scene.server.faults_hit() == tries

    @pytest.mark.usefixtures("impatient")
    async def test_no_answer_is_for_later_and_the_next_try_gets_through(self, scene: Scene) -> None:
        scene.fault("timeout", times=1)

        assert await scene.send() == Later("TimeoutError")
        assert isinstance(await scene.send(), Sent)
        assert scene.posted == ["Clacton"]

    async def test_a_connection_that_is_cut_is_for_later(self, scene: Scene) -> None:
        scene.fault("drop", times=1)

        assert isinstance(await scene.send(), Later)
        assert scene.posted == []

    @pytest.mark.parametrize("how", ["lost", "delay"])
    @pytest.mark.usefixtures("impatient")
    async def test_what_was_posted_without_an_answer_is_not_posted_again(
        self, scene: Scene, how: str
    ) -> None:
        scene.fault(how, times=1, seconds=5)

        assert isinstance(await scene.send(), Later)
        outcome = await scene.send()

        [posted] = scene.server.messages(scene.channel)
        assert outcome == Sent(posted.id)
        assert posted.resent == 1

    @pytest.mark.usefixtures("nobody_there")
    async def test_nobody_there_is_for_later(self, scene: Scene) -> None:
        assert isinstance(await scene.send(), Later)

    @pytest.mark.parametrize(("code", "reason"), NOT_LET_IN)
    async def test_a_channel_that_does_not_let_teller_in_says_why(
        self, scene: Scene, code: int, reason: str
    ) -> None:
        scene.fault("403", code=code)

        assert await scene.send() == Forbidden(reason)
        assert scene.server.faults_hit() == 1

    async def test_a_channel_that_is_no_more_is_gone(self, scene: Scene) -> None:
        assert isinstance(await scene.send(replace(scene.letter(), channel=12345)), Gone)
        scene.fault("404", code=10004)  # the whole server is
        assert isinstance(await scene.send(), Gone)

    async def test_what_discord_does_not_take_is_refused(self, scene: Scene) -> None:
        scene.server.allow_embeds(scene.channel, allowed=False)

        refused = [await scene.send(one) for one in (scene.letter("x" * 2001), scene.embedded())]

        assert all(isinstance(one, Refused) for one in refused)
        assert "2000 or fewer" in str(refused[0])
        assert "Cannot send an empty message" in str(refused[1])


class TestBehindSomethingElse:
    """A proxy, a firewall or Cloudflare answers instead of Discord."""

    @pytest.mark.parametrize("status", [301, 400, 401, 403, 404, 407, 503, 521])
    async def test_its_page_says_nothing_about_the_channel(
        self, scene: Scene, behind: Behind, status: int
    ) -> None:
        await behind(status)

        assert isinstance(await scene.send(), Later)
        assert not isinstance(await scene.find(), Sent | Gone | Forbidden)

    @pytest.mark.parametrize(("after", "wait"), [("7", 7), ("", None), ("Wed, 21 Oct", None)])
    @pytest.mark.parametrize("kind", ["text/html", "application/json"])
    async def test_its_limit_is_kept_if_it_is_a_number(
        self, scene: Scene, behind: Behind, kind: str, after: str, wait: float | None
    ) -> None:
        await behind(429, '{"retry_after": 7}', kind, after)

        outcome = await scene.send()

        assert isinstance(outcome, Later)
        assert outcome.wait == wait

    @pytest.mark.parametrize("page", ["<html>", "{}", "[]"])
    async def test_its_page_with_status_200_is_no_message(
        self, scene: Scene, behind: Behind, page: str
    ) -> None:
        await behind(200, page)

        assert isinstance(await scene.send(), Later)
        assert isinstance(await scene.find(), Later)


class TestFinding:
    async def test_it_is_found_behind_what_others_have_written_since(self, scene: Scene) -> None:
        sent = await scene.send(scene.embedded())
        for number in range(620):
            scene.server.say(scene.channel, f"What a night! {number}")

        assert await scene.find(scene.embedded()) == sent
        assert scene.server.counts().routes["GET /channels/{id}/messages"] == 1

    async def test_it_is_found_after_what_others_wrote_first(self, scene: Scene) -> None:
        for number in range(150):
            scene.server.say(scene.channel, f"What a night! {number}")
        sent = await scene.send(scene.embedded())

        assert await scene.find(scene.embedded()) == sent
        assert scene.server.counts().routes["GET /channels/{id}/messages"] == 2

    async def test_it_is_not_one_that_was_sent_before_the_last_one(self, scene: Scene) -> None:
        sent = await scene.send(scene.embedded())
        assert isinstance(sent, Sent)

        again = replace(scene.embedded("n2"), last_message=sent.message)
        assert await scene.find(again) is None
        assert await scene.find(replace(again, last_message=sent.message - 1)) == sent

    async def test_it_is_not_one_from_before_it_was_written(self, scene: Scene) -> None:
        sent, now = await scene.send(scene.embedded()), datetime.now(UTC)
        for minutes, found in ((6, None), (4, sent)):  # Discord's clock and ours may differ
            letter = replace(scene.embedded(), written_at=now + timedelta(minutes=minutes))
            assert await scene.find(letter) == found

    async def test_it_is_not_what_somebody_else_wrote(self, scene: Scene) -> None:
        scene.server.say(scene.channel, "Clacton")

        assert await scene.find(scene.letter("Clacton")) is None

    @pytest.mark.parametrize("part", EMBED)
    async def test_it_is_not_one_that_says_something_else(self, scene: Scene, part: str) -> None:
        nothing = {"title": "x", "description": "", "footer": {}, "fields": []}
        caller = Caller(scene.server.api)
        caller.post(scene.channel, embeds=[EMBED | {part: nothing[part]}])
        caller.post(scene.channel, embeds=[EMBED, EMBED])
        caller.post(scene.channel, "More:", embeds=[EMBED])

        assert await scene.find(scene.embedded()) is None

    async def test_where_history_is_empty_or_forbidden_nothing_is_found(self, scene: Scene) -> None:
        assert await scene.find() is None
        await scene.send()
        scene.fault("403", method="GET", code=50001)
        assert await scene.find() is None

    async def test_a_channel_that_could_not_be_looked_at_may_have_it(self, scene: Scene) -> None:
        scene.fault("503", method="GET")

        assert isinstance(await scene.find(), Later)
        assert isinstance(await scene.find(replace(scene.letter(), channel=12345)), Gone)


class TestTellingTheOwner:
    async def test_who_subscribed_is_told_directly(self, scene: Scene) -> None:
        await scene.messenger.tell_owner(ROSA, scene.channel, "Missing Access")

        [told] = scene.server.messages(scene.server.direct_channel(ROSA))
        assert f"Teller cannot post in <#{scene.channel}> any more" in told.content
        assert "(Discord says: Missing Access)" in told.content
        assert told.payload["allowed_mentions"]["parse"] == []

    @pytest.mark.parametrize("kind", ["403", "404", "503", "drop"])
    async def test_who_cannot_be_told_is_not_told_and_nothing_fails(
        self, scene: Scene, caplog: pytest.LogCaptureFixture, kind: str
    ) -> None:
        direct = scene.server.direct_channel(ROSA)
        scene.server.fault(kind, direct, code=50007)

        await scene.messenger.tell_owner(ROSA, scene.channel, "Missing Access")

        assert scene.server.messages(direct) == []
        assert f"could not be told of a pause of channel {scene.channel}" in caplog.text

    @pytest.mark.usefixtures("nobody_there")
    async def test_nothing_fails_either_where_nobody_is_there(self, scene: Scene) -> None:
        await scene.messenger.tell_owner(ROSA, scene.channel, "Missing Access")
