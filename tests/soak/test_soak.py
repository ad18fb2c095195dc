import signal
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot import config
from bot.app import Teller, open_teller
from bot.declarations.state import url_of
from bot.declarations.subscription import EVERYTHING, Address, Wish
from tests.declarations.making import NOW, told
from tests.discord_server.client import DiscordServer
from tests.soak.audience import OWNER, heard
from tests.soak.crashing import Point
from tests.soak.feed import lines
from tests.soak.night import Plan, play
from tests.soak.running import Running, environment

SHORT = Plan(channels=40, contests=110, seconds=14, kills=5, patience=60)
PATIENCE = 30.0  # seconds
# The first three of the night of 2019.
SEATS = ("Newcastle upon Tyne Central", "Houghton and Sunderland South", "Blyth Valley")
FIRST, SECOND, THIRD = SEATS


@pytest.mark.timeout(150)
def test_a_night_in_which_teller_is_killed_again_and_again(
    catalogue_path: Path, tmp_path: Path
) -> None:
    outcome = play(SHORT, catalogue_path.parent, tmp_path)
    assert outcome.wrong == {}
    assert outcome.channels == SHORT.channels
    assert outcome.heard > SHORT.channels * 50
    assert outcome.faults > 20


@dataclass(frozen=True, slots=True)
class Scene:
    """One channel that wants everything, and how to start Teller for it."""

    server: DiscordServer
    teller: Teller
    channel: int
    state: Path
    start: Callable[..., Running]

    def declare(self, *seats: str) -> None:
        results = dict(zip(SEATS, lines(self.teller.catalogue, len(SEATS)), strict=True))
        for seat in seats:
            assert told(self.teller.desk, results[seat]) == [f"accepted: {seat}, 2019-12-12"]

    def heard(self) -> list[str]:
        return [seat for _, seat in heard(self.server.messages(self.channel))]

    def wait_for(self, *seats: str) -> None:
        """Until the channel heard so much, and a little longer for whatever is too much."""
        end = time.monotonic() + PATIENCE
        while len(self.heard()) < len(seats) and time.monotonic() < end:
            time.sleep(0.05)
        time.sleep(1.0)
        assert self.heard() == list(seats)


@pytest.fixture
def scene(catalogue_path: Path, tmp_path: Path) -> Iterator[Scene]:
    with DiscordServer() as server:
        [(guild, [channel, *_])] = server.arrange_guilds(1, 2).items()
        settings = environment(catalogue_path.parent, url_of(tmp_path / "state.db"), server.api)
        teller = open_teller(config.load(settings, None))
        teller.subscriptions.add(Address(channel, guild), OWNER, Wish(EVERYTHING), NOW)

        def start(*command: str) -> Running:
            return Running(settings, tmp_path / "log", *command)

        yield Scene(server, teller, channel, tmp_path / "state.db", start)


@pytest.mark.parametrize("point", Point)
def test_a_crash_at_any_point_of_sending_neither_loses_nor_repeats(
    scene: Scene, point: Point
) -> None:
    scene.declare(FIRST)
    with scene.start(sys.executable, "-m", "tests.soak.crashing", point) as crashing:
        scene.wait_for(FIRST)
        if point is Point.BEFORE_ANSWER:
            scene.server.fault("delay", seconds=3.0)
        scene.declare(SECOND)
        assert crashing.wait(PATIENCE) == -signal.SIGKILL
    scene.server.clear_faults()
    assert scene.heard() == ([FIRST] if point is Point.BEFORE_SEND else [FIRST, SECOND])
    # Declared while nobody tells it: what was on its way is told before it.
    scene.declare(THIRD)
    with scene.start():
        scene.wait_for(FIRST, SECOND, THIRD)


def test_an_old_message_of_which_the_answer_was_lost_is_found_in_the_channel(
    scene: Scene,
) -> None:
    """Discord has forgotten its nonce, and somebody has written since."""
    scene.server.fault("lost")
    scene.declare(FIRST)
    with scene.start():
        scene.wait_for(FIRST)
    scene.server.clear_faults()
    scene.server.say(scene.channel, "What a night!")
    scene.server.limit(nonce_seconds=0)
    an_hour_ago = datetime.now(UTC) - timedelta(hours=1)
    with closing(sqlite3.connect(scene.state)) as state, state:
        state.execute("UPDATE outbox SET written_at = ?", (an_hour_ago.isoformat(),))
    scene.declare(SECOND)
    with scene.start():
        scene.wait_for(FIRST, SECOND)


def test_what_another_process_declares_is_told_within_two_seconds(scene: Scene) -> None:
    with scene.start():
        scene.server.wait_for_bot()
        time.sleep(1.0)
        scene.declare(FIRST)
        declared_at = time.time()
        scene.wait_for(FIRST)
    [message] = scene.server.messages(scene.channel)
    assert message.received - declared_at < 2.0


def test_a_channel_that_is_deleted_in_the_middle_is_dropped(scene: Scene) -> None:
    with scene.start():
        scene.declare(FIRST)
        scene.wait_for(FIRST)
        scene.server.fault("404", channel=scene.channel)
        scene.declare(SECOND)
        end = time.monotonic() + PATIENCE
        while scene.teller.subscriptions.of_channel(scene.channel) and time.monotonic() < end:
            time.sleep(0.05)
    assert scene.teller.subscriptions.of_channel(scene.channel) == []


def test_sigterm_ends_it_cleanly_after_what_is_on_its_way(scene: Scene) -> None:
    scene.server.fault("delay", seconds=1.5)
    scene.declare(FIRST)
    with scene.start() as running:
        scene.wait_for(FIRST)
        scene.declare(SECOND)
        time.sleep(0.7)
        assert running.stop() == 0
    assert scene.heard() == [FIRST, SECOND]
    standing = scene.teller.subscriptions.standing(scene.channel)
    assert standing
    assert (standing.waiting, standing.attempts) == (0, 0)
