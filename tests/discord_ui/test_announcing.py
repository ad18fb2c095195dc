"""Subscribing and being told: the running Teller, a Discord of its own, and a feed beside it."""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot import config
from bot.app import Teller, open_teller
from bot.declarations.night import Event, as_declared
from bot.declarations.state import url_of
from tests.discord_server.client import DiscordServer
from tests.discord_server.findings import Answer, Message
from tests.discord_server.guilds import EVERYONE
from tests.discord_server.shapes import ROSA
from tests.soak.audience import heard
from tests.soak.running import Running, environment

NIGHT = date(2019, 12, 12)
SHORT, PATIENCE = 2.0, 20.0  # seconds
DIGEST, CLEAR = 300, 10  # seconds from one digest to the next, and what a test needs in between
EDITOR = EVERYONE | 1 << 4  # may manage channels
WARDEN = EDITOR | 1 << 5  # may manage the server

pytestmark = pytest.mark.timeout(90)


@dataclass(frozen=True, slots=True)
class Scene:
    """Every test has channels and seats of its own; `teller` shares only the state."""

    server: DiscordServer
    teller: Teller
    settings: Mapping[str, str]
    log: Path
    channels: Iterator[int]
    night: Iterator[Event]

    def declare(self, number: int = 1) -> list[str]:
        """The next seats of the night, by name, declared by another process."""
        events = [next(self.night) for _ in range(number)]
        command = [sys.executable, "-m", "bot", "declare", "-"]
        done = subprocess.run(
            command,
            input="\n".join(event.text for event in events),
            env=dict(self.settings),
            check=True,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
        )
        names = self.teller.catalogue.seats.by_code
        seats = [names[event.report.constituency].name for event in events]
        assert done.stdout.splitlines() == [f"accepted: {seat}, {NIGHT}" for seat in seats]
        return seats

    def ask(self, name: str, channel: int | None, **options: object) -> Answer:
        return self.answer(self.server.command(name, options, channel, permissions=EDITOR))

    def answer(self, interaction: int) -> Answer:
        found = self.server.answer(interaction)
        assert found is not None
        return found

    def announcements(self, channel: int) -> list[Message]:
        """Without the answers to commands, which stand there too."""
        return [one for one in self.server.messages(channel) if one.answers is None]

    def heard(self, channel: int) -> list[str]:
        return [seat for _, seat in heard(self.announcements(channel))]

    def wait_for(self, channel: int, seats: list[str]) -> None:
        until(lambda: len(self.heard(channel)) >= len(seats))
        assert self.heard(channel) == seats


def until(condition: Callable[[], object]) -> None:
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.02)


def words(answer: Answer) -> str:
    assert answer.message is not None
    parts = [answer.message["content"]]
    for embed in answer.message["embeds"]:
        parts += [embed.get("title", ""), embed.get("description", "")]
        parts += [one["value"] for one in embed.get("fields", ())]
    return "\n".join(parts)


def menu(answer: Answer) -> dict[str, Any]:
    assert answer.message is not None
    [row] = answer.message["components"]
    [found] = row["components"]
    return dict(found)


@pytest.fixture(scope="module")
def running(catalogue_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scene]:
    folder = tmp_path_factory.mktemp("announcing")
    with DiscordServer() as server:
        settings = environment(catalogue_path.parent, url_of(folder / "state.db"), server.api)
        teller = open_teller(config.load(settings, None))
        night = iter(as_declared(teller.catalogue, NIGHT).events)
        channels = iter(server.channels())
        with Running(settings, folder / "log"), closing(teller.catalogue):
            server.wait_for_bot()
            yield Scene(server, teller, settings, folder / "log", channels, night)


@pytest.fixture
def scene(running: Scene) -> Iterator[Scene]:
    yield running
    log = running.log.read_text()
    assert "Traceback" not in log
    assert " ERROR " not in log


def test_what_is_declared_is_told_within_two_seconds(scene: Scene) -> None:
    channel = next(scene.channels)
    subscribed = scene.ask("subscribe", channel, to="everything")

    [seat] = scene.declare()
    scene.wait_for(channel, [seat])

    assert "Subscribed to every constituency" in words(subscribed)
    [message] = scene.announcements(channel)
    [newest] = scene.teller.journal.since(scene.teller.journal.head() - 1)
    assert message.received - newest.recorded_at.timestamp() < SHORT
    assert message.payload["embeds"][0]["title"].startswith(f"{seat}: ")
    assert f"of 650 declared · general election, {NIGHT.day} December 2019" in str(message.payload)


def test_who_subscribes_in_the_middle_hears_the_rest_and_how_much_was_before(scene: Scene) -> None:
    early, late = next(scene.channels), next(scene.channels)
    scene.ask("subscribe", early, to="everything")
    first = scene.declare(2)
    before = scene.teller.journal.declared_on(NIGHT)

    subscribed = scene.ask("subscribe", late, to="everything")
    rest = scene.declare(2)

    assert f"{before} of 650 were declared before; you hear the rest." in words(subscribed)
    scene.wait_for(early, [*first, *rest])
    scene.wait_for(late, rest)


def test_what_is_subscribed_to_is_listed_and_can_be_ended(scene: Scene) -> None:
    channel, other = next(scene.channels), next(scene.channels)
    for one in (channel, other):
        scene.ask("subscribe", one, to="everything")
    [first] = scene.declare()
    scene.wait_for(channel, [first])
    until(lambda: "up to date" in words(scene.ask("subscriptions", channel)))

    listed = words(scene.ask("subscriptions", channel))
    offered = scene.ask("unsubscribe", channel)
    assert offered.message is not None
    [option] = menu(offered)["options"]
    ended = scene.answer(
        scene.server.choose(
            int(offered.message["id"]),
            menu(offered)["custom_id"],
            [option["value"]],
            channel,
            permissions=EDITOR,
        )
    )
    [second] = scene.declare()
    scene.wait_for(other, [first, second])
    time.sleep(0.5)

    assert "• every constituency: every declaration" in listed
    assert "Unsubscribed from every constituency" in words(ended)
    assert "will not be told of it any more" in words(ended)
    assert scene.heard(channel) == [first]
    assert "No subscriptions" in words(scene.ask("subscriptions", channel))


def test_a_board_stands_where_it_was_asked_for(scene: Scene) -> None:
    channel = next(scene.channels)

    agreed = scene.ask("board", channel, election="2019")
    until(lambda: scene.announcements(channel))

    assert "It shows the general election of 12 December 2019" in words(agreed)
    [board] = scene.announcements(channel)
    [embed] = board.payload["embeds"]
    assert embed["title"].startswith("General election, 12 December 2019")
    scene.ask("board", channel, stop=True)
    until(lambda: not scene.announcements(channel))


def test_in_a_direct_message_somebody_is_told_alone(scene: Scene) -> None:
    subscribed = scene.ask("subscribe", None, to="everything")
    direct = scene.server.direct_channel(ROSA)

    seats = scene.declare()
    scene.wait_for(direct, seats)

    assert "You will be told of every declaration, each as it comes." in words(subscribed)
    offered = scene.ask("unsubscribe", None)
    assert [one["label"] for one in menu(offered)["options"]] == ["every constituency"]


def test_a_server_that_wants_pictures_gets_them_with_its_declarations(scene: Scene) -> None:
    channel = next(scene.channels)
    scene.ask("subscribe", channel, to="everything")
    wished = [
        scene.answer(scene.server.command("pictures", {"show": show}, channel, permissions=WARDEN))
        for show in ("on a click", "always")
    ]

    seats = scene.declare()
    scene.wait_for(channel, seats)
    scene.server.command("pictures", {"show": "on a click"}, channel, permissions=WARDEN)

    assert "Pictures come with every answer that has one" in words(wished[1])
    [message] = scene.announcements(channel)
    [picture] = message.payload["attachments"]
    assert picture["description"].startswith(f"Bar chart of votes: {seats[0]} · ")


def test_a_digest_is_held_back(scene: Scene) -> None:
    channel, other = next(scene.channels), next(scene.channels)
    to_the_next = DIGEST - time.time() % DIGEST
    if to_the_next < CLEAR:
        time.sleep(to_the_next + 0.1)
    subscribed = scene.ask("subscribe", channel, to="everything", style=5)
    scene.ask("subscribe", other, to="everything")

    seats = scene.declare()
    scene.wait_for(other, seats)
    time.sleep(SHORT)

    assert "every declaration, in a digest every 5 minutes" in words(subscribed)
    assert scene.announcements(channel) == []
    assert "1 waiting" in words(scene.ask("subscriptions", channel))


def test_two_who_subscribe_a_channel_at_once_are_both_answered(scene: Scene) -> None:
    channel = next(scene.channels)
    asked = [
        scene.server.command(
            "subscribe", {"to": "everything"}, channel, user=user, permissions=EDITOR
        )
        for user in (ROSA, ROSA + 7)
    ]

    said = sorted(words(scene.answer(one)).splitlines()[1] for one in asked)
    seats = scene.declare()
    scene.wait_for(channel, seats)

    assert said == [
        "Subscribed to every constituency",
        "Subscribed to every constituency already",
    ]
    assert len(scene.teller.subscriptions.of_channel(channel)) == 1
    assert len(scene.announcements(channel)) == 1


def test_a_channel_that_was_closed_to_teller_goes_on_where_it_stopped(scene: Scene) -> None:
    channel, direct = next(scene.channels), scene.server.direct_channel(ROSA)
    scene.ask("subscribe", channel, to="everything")
    scene.server.fault("403", channel, code=50013)

    missed = scene.declare()
    until(lambda: f"<#{channel}>" in "".join(one.content for one in scene.announcements(direct)))
    listed = scene.ask("subscriptions", channel)
    scene.server.clear_faults(channel)
    again = scene.ask("subscribe", channel, to="everything")
    rest = scene.declare()

    scene.wait_for(channel, [*missed, *rest])
    assert "paused (Missing Permissions), 1 waiting" in words(listed)
    assert "Announcements there were paused; they go on now." in words(again)


def test_while_the_gateway_is_away_announcements_go_on(scene: Scene) -> None:
    channel = next(scene.channels)
    scene.ask("subscribe", channel, to="everything")

    scene.server.disconnect_gateway()
    scene.wait_for(channel, scene.declare())
    scene.server.wait_for_bot()

    assert "1 of at most 50." in words(scene.ask("subscriptions", channel))
