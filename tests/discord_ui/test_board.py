"""A board in its channel: posted, kept up, posted anew, found again, and ended."""

import json
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from sqlite3 import Connection

import pytest
from discord.http import Route

from bot.answers.service import Answers
from bot.declarations.board import Board, Enclosure, Sheet, sheet
from bot.declarations.boards import Boards
from bot.declarations.exclusive import Exclusive
from bot.declarations.keeper import Keeper
from bot.declarations.state import open_state, url_of
from bot.declarations.subscription import Address
from bot.declarations.upkeep import Clocks
from bot.discord_ui.client import TellerBot
from bot.discord_ui.noticeboard import DiscordNoticeboard
from bot.discord_ui.sheets import Sheets
from tests.discord_server.client import DiscordServer
from tests.discord_server.findings import Message
from tests.discord_server.shapes import ROSA
from tests.soak.running import TOKEN

NIGHT, SERVER = date(2024, 7, 4), 5
MAP = Enclosure(b"a map", "How the seats stand on a map")


class Paper(Sheets):
    """Whatever a test writes on it."""

    def __init__(self) -> None:
        self.text, self.over = "nothing declared", False
        self.picture: Enclosure | None = None

    async def of(self, board: Board) -> Sheet:
        embed = {"title": f"{board.polled_on.year} · live board", "description": self.text}
        return sheet(json.dumps({"embeds": [embed]}), self.picture, over=self.over)


@dataclass(slots=True)
class Time:
    """Begins hours ago, so that whatever is played of them lies in the fake's past."""

    now: datetime = field(default_factory=lambda: datetime.now(UTC) - timedelta(hours=10))
    seconds: float = 0.0

    def passes(self, **parts: float) -> None:
        step = timedelta(**parts)
        self.now += step
        self.seconds += step.total_seconds()


@dataclass(slots=True)
class Scene:
    """`begin` starts another Teller over the same state, as after a crash."""

    server: DiscordServer
    channel: int
    boards: Boards
    paper: Paper
    time: Time
    begin: Callable[[], Keeper]
    keeper: Keeper

    def put(self) -> None:
        self.boards.put(Address(self.channel, SERVER), ROSA, NIGHT)

    async def tend(self) -> None:
        await self.keeper.tend()
        await self.keeper.settled()

    async def restart(self) -> None:
        self.keeper = self.begin()
        await self.tend()

    async def tells(self, text: str, **later: float) -> None:
        """Something new is declared, and as much time passes."""
        self.paper.text = text
        self.time.passes(**later)
        await self.tend()

    def fault(self, kind: str, method: str | None = "POST", **more: float | None) -> None:
        self.server.fault(kind, self.channel, method=method, **more)

    @property
    def messages(self) -> list[Message]:
        return self.server.messages(self.channel)

    @property
    def one(self) -> Message:
        [found] = self.messages
        return found

    @property
    def shown(self) -> list[str]:
        """What can be read in the channel."""
        return [one.shape["embeds"][0]["description"] for one in self.messages]

    @property
    def kept(self) -> Board | None:
        return self.boards.of_channel(self.channel)


@pytest.fixture(scope="module")
def running() -> Iterator[DiscordServer]:
    with DiscordServer() as server:
        yield server


@pytest.fixture
async def bot(
    running: DiscordServer, answers: Answers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[TellerBot]:
    running.reset()
    monkeypatch.setattr(Route, "BASE", running.api)
    bot = TellerBot(answers, tmp_path, "0.0", shard_count=1)
    await bot.login(TOKEN)
    yield bot
    await bot.close()


@pytest.fixture
async def scene(
    bot: TellerBot, running: DiscordServer, state: Connection, tmp_path: Path
) -> AsyncIterator[Scene]:
    paper, time, begun = Paper(), Time(), list[Keeper]()
    url, alone = url_of(tmp_path / "state.db"), Exclusive(tmp_path / "lock")

    def begin() -> Keeper:
        clocks = Clocks(lambda: time.now, lambda: time.seconds)
        noticeboard = DiscordNoticeboard(bot, paper)
        begun.append(Keeper(lambda: Boards(open_state(url)), noticeboard, alone, None, clocks))
        return begun[-1]

    yield Scene(running, running.channels()[0], Boards(state), paper, time, begin, begin())
    for keeper in begun:
        keeper.stop()
        await keeper.run()
    alone.release()


@pytest.fixture
async def posted(scene: Scene) -> Scene:
    scene.put()
    await scene.tend()
    return scene


class TestKeepingUp:
    async def test_a_board_is_posted_and_pinned_and_mentions_nobody(self, posted: Scene) -> None:
        assert posted.shown == ["nothing declared"]
        assert posted.one.shape["pinned"]
        assert posted.one.payload["allowed_mentions"] == {"parse": []}

    async def test_it_is_edited_as_results_come(self, posted: Scene) -> None:
        before = posted.one.id

        await posted.tells("1 declared", seconds=10)
        await posted.tells("2 declared", seconds=10)

        assert (posted.one.id, posted.shown) == (before, ["2 declared"])

    async def test_it_is_edited_every_ten_seconds_at_most(self, posted: Scene) -> None:
        for second in range(1, 31):
            await posted.tells(f"{second} declared", seconds=1)

        assert posted.one.edits == 3
        assert posted.shown == ["30 declared"]

    async def test_without_anything_new_nothing_is_asked_of_discord(self, posted: Scene) -> None:
        before = posted.server.counts().requests

        for _ in range(10):
            await posted.tells("nothing declared", minutes=30)

        assert posted.server.counts().requests == before

    async def test_after_an_hour_it_is_posted_anew_and_the_old_one_is_gone(
        self, posted: Scene
    ) -> None:
        before = posted.one.id
        await posted.tells("1 declared", minutes=50)

        await posted.tells("2 declared", minutes=10)

        assert posted.one.id > before
        assert posted.shown == ["2 declared"]
        assert posted.one.shape["pinned"]
        assert posted.one.edits == 0

    async def test_an_old_one_that_cannot_be_edited_so_often_is_posted_anew(
        self, posted: Scene
    ) -> None:
        before = posted.one.id
        posted.fault("30046", "PATCH", times=1)

        await posted.tells("1 declared", seconds=10)

        assert posted.one.id > before
        assert posted.shown == ["1 declared"]

    async def test_a_night_that_is_over_rests_and_is_corrected_in_place(
        self, posted: Scene
    ) -> None:
        posted.paper.over = True
        await posted.tells("650 declared", minutes=5)
        before = posted.one.id

        await posted.tells("650 declared, one corrected", hours=9)

        assert (posted.one.id, posted.shown) == (before, ["650 declared, one corrected"])

    async def test_months_later_it_is_still_corrected_and_stopped(self, posted: Scene) -> None:
        posted.paper.over = True
        before = posted.one.id
        await posted.tells("nothing declared", days=90)

        await posted.tells("one corrected", days=90)

        assert (posted.one.id, posted.shown) == (before, ["one corrected"])
        assert posted.boards.stop(posted.channel)
        await posted.tend()
        assert posted.messages == []

    async def test_one_that_rests_waits_where_it_cannot_be_edited_so_often(
        self, posted: Scene
    ) -> None:
        posted.paper.over = True
        before = posted.one.id
        posted.fault("30046", "PATCH", times=1)

        await posted.tells("one corrected", hours=9)
        assert (posted.one.id, posted.shown) == (before, ["nothing declared"])
        await posted.tells("one corrected", minutes=1)

        assert (posted.one.id, posted.shown) == (before, ["one corrected"])

    async def test_only_one_teller_keeps_the_boards_of_a_state(
        self, scene: Scene, tmp_path: Path
    ) -> None:
        other = Exclusive(tmp_path / "lock")
        assert other.acquire()
        scene.put()

        await scene.tend()
        assert scene.messages == []
        other.release()
        await scene.tend()

        assert scene.shown == ["nothing declared"]


class TestPictures:
    async def test_the_map_comes_with_its_words_and_every_edit_replaces_it(
        self, scene: Scene
    ) -> None:
        scene.paper.picture = MAP
        scene.put()
        await scene.tend()
        [first] = scene.one.shape["attachments"]
        scene.paper.picture = Enclosure(b"another", "Another map")

        await scene.tells("1 declared", seconds=10)

        [second] = scene.one.shape["attachments"]
        assert (first["description"], second["description"]) == (MAP.alt, "Another map")
        assert scene.one.shape["embeds"][0]["image"] == {"url": "attachment://board.png"}

    async def test_one_that_is_late_comes_with_the_next_edit(self, posted: Scene) -> None:
        assert posted.one.shape["attachments"] == []
        posted.paper.picture = MAP

        await posted.tells("nothing declared", seconds=10)

        assert [one["size"] for one in posted.one.shape["attachments"]] == [len(MAP.data)]

    @pytest.mark.parametrize("code", [50013, 40005])
    async def test_where_it_is_not_taken_the_board_does_without(
        self, scene: Scene, code: int
    ) -> None:
        scene.paper.picture = MAP
        scene.fault("403", times=1, code=code)
        scene.put()

        await scene.tend()
        await scene.tells("1 declared", seconds=10)

        assert scene.shown == ["1 declared"]
        assert scene.one.shape["attachments"] == []
        await scene.tells("2 declared", minutes=61)
        assert len(scene.one.shape["attachments"]) == 1

    async def test_where_it_is_never_taken_the_board_is_not_posted_anew_for_it(
        self, scene: Scene
    ) -> None:
        scene.paper.picture = MAP
        scene.fault("403", times=1, code=50013)
        scene.put()
        await scene.tend()
        before = scene.one.id

        for _ in range(5):
            await scene.tells("nothing declared", hours=2)

        assert (scene.one.id, scene.one.edits) == (before, 0)


class TestCrashes:
    async def test_after_a_restart_it_is_found_again(self, posted: Scene) -> None:
        before = posted.one.id
        posted.time.passes(minutes=5)
        posted.paper.text = "1 declared"

        await posted.restart()

        assert (posted.one.id, posted.shown) == (before, ["1 declared"])

    @pytest.mark.parametrize("seconds", [5, 600])
    async def test_one_that_got_through_is_not_posted_twice(
        self, scene: Scene, seconds: int
    ) -> None:
        scene.fault("lost", times=1)
        scene.put()
        await scene.tend()
        scene.time.passes(seconds=seconds)
        scene.paper.text = "1 declared"

        await scene.restart()
        await scene.tells("2 declared", seconds=10)

        assert scene.shown == ["2 declared"]
        assert scene.one.resent == (seconds == 5)

    @pytest.mark.parametrize("kind", ["lost", "drop", "503"])
    @pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
    async def test_a_crash_while_it_is_posted_anew_leaves_one(
        self, posted: Scene, kind: str, method: str
    ) -> None:
        posted.fault(kind, method, times=1)
        await posted.tells("1 declared", hours=1)
        posted.time.passes(minutes=2)

        await posted.restart()
        await posted.tells("2 declared", seconds=10)

        assert posted.shown == ["2 declared"]
        assert posted.kept
        assert posted.kept.leaving is None

    async def test_what_says_the_same_is_not_taken_for_the_new_one(self, posted: Scene) -> None:
        before = posted.one.id
        posted.put()
        posted.fault("drop", times=1)
        await posted.tend()
        posted.time.passes(minutes=2)

        await posted.restart()

        assert posted.one.id > before
        assert posted.kept
        assert posted.kept.shown
        assert posted.kept.shown.message == posted.one.id

    async def test_a_short_limit_is_waited_for(self, posted: Scene) -> None:
        posted.fault("429", "PATCH", times=1, retry_after=60)
        await posted.tells("1 declared", seconds=10)
        assert posted.shown == ["nothing declared"]

        await posted.tells("2 declared", seconds=30)
        assert posted.shown == ["nothing declared"]
        await posted.tells("3 declared", seconds=33)

        assert posted.shown == ["3 declared"]


class TestEnding:
    async def test_one_that_somebody_deletes_ends(self, posted: Scene) -> None:
        posted.server.delete(posted.channel, posted.one.id)

        await posted.tells("1 declared", seconds=10)

        assert posted.messages == []
        assert posted.kept is None

    async def test_nor_is_it_posted_anew_an_hour_later(self, posted: Scene) -> None:
        posted.server.delete(posted.channel, posted.one.id)

        await posted.tells("1 declared", hours=2)

        assert posted.messages == []
        assert posted.kept is None

    async def test_a_channel_that_is_no_more_is_forgotten(self, posted: Scene) -> None:
        posted.fault("404", None)

        await posted.tells("1 declared", seconds=10)

        assert posted.kept is None

    async def test_who_is_not_let_in_waits_and_tells_the_owner_once(self, posted: Scene) -> None:
        posted.fault("403", None)
        direct = posted.server.direct_channel(ROSA)

        for _ in range(3):
            await posted.tells("1 declared", seconds=10)

        [told] = posted.server.messages(direct)
        assert f"cannot keep the board in <#{posted.channel}> up any more" in told.content
        posted.server.clear_faults()
        await posted.tells("2 declared", minutes=5)
        assert posted.shown == ["nothing declared"]
        posted.put()
        await posted.tend()
        assert posted.shown == ["2 declared"]

    async def test_where_it_may_not_be_pinned_it_stands_unpinned(self, scene: Scene) -> None:
        scene.fault("403", "PUT", code=50013)
        scene.put()

        await scene.tend()
        await scene.tells("1 declared", hours=1)

        assert scene.shown == ["1 declared"]
        assert not scene.one.shape["pinned"]
        assert scene.server.faults_hit() == 1

    async def test_asked_for_again_it_moves_to_the_bottom(self, posted: Scene) -> None:
        said = posted.server.say(posted.channel, "Who is ahead?")
        posted.put()

        await posted.tend()

        assert [one.id == said for one in posted.messages] == [True, False]

    async def test_stopped_it_is_taken_down(self, posted: Scene) -> None:
        posted.boards.stop(posted.channel)

        await posted.tend()

        assert posted.messages == []
        assert posted.kept is None

    async def test_stopped_while_nobody_knows_whether_it_was_posted_it_is_taken_down(
        self, scene: Scene
    ) -> None:
        scene.fault("lost", times=1)
        scene.put()
        await scene.tend()
        assert len(scene.messages) == 1
        scene.boards.stop(scene.channel)
        scene.time.passes(minutes=2)

        await scene.tend()

        assert scene.messages == []
        assert scene.kept is None

    async def test_who_asks_again_does_not_wait_for_another_try(self, posted: Scene) -> None:
        posted.fault("429", "PATCH", times=1, retry_after=300)
        await posted.tells("1 declared", seconds=10)
        posted.put()
        posted.keeper.wake(posted.channel)

        await posted.tend()

        assert posted.shown == ["1 declared"]
