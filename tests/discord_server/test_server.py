"""The process, and what it says before anything happens."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.discord_server.caller import Caller
from tests.discord_server.client import DiscordServer
from tests.discord_server.process import NotDone
from tests.discord_server.shapes import APPLICATION_ID, BOT_ID

ROOT = Path(__file__).parents[2]
SLEEPING_STARTER = """
import sys, time
from tests.discord_server.client import DiscordServer
server = DiscordServer().__enter__()
sys.stdout.write(server.api + "\\n")
sys.stdout.flush()
time.sleep(60)
"""


def program() -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", "tests.discord_server.server"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def is_served(api: str) -> bool:
    try:
        return Caller(api).ask("GET", "/gateway").status == 200
    except ConnectionError:
        return False


def test_it_ends_when_its_input_ends() -> None:
    with program() as process:
        assert process.stdout
        assert process.stdout.readline().startswith("http://127.0.0.1:")
        assert process.stdin
        process.stdin.close()
        assert process.wait(timeout=10) == 0


def test_it_ends_on_a_signal_though_a_request_hangs() -> None:
    with program() as process:
        assert process.stdout
        server = DiscordServer()
        server.api = process.stdout.readline().strip()
        channel = server.channels()[0]
        server.fault("timeout")
        with pytest.raises(TimeoutError):
            Caller(server.api, timeout=0.1).post(channel, "x")
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=10) == 0


def test_it_does_not_outlive_a_test_that_was_killed() -> None:
    starter = subprocess.Popen(
        [sys.executable, "-c", SLEEPING_STARTER], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    with starter:
        assert starter.stdout
        api = starter.stdout.readline().strip()
        assert is_served(api)
        starter.kill()

    end = time.monotonic() + 10
    while is_served(api) and time.monotonic() < end:
        time.sleep(0.02)
    assert not is_served(api)


def test_a_test_that_fails_leaves_no_process() -> None:
    server = DiscordServer()

    def fail() -> None:
        with server:
            assert is_served(server.api)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert not is_served(server.api)


def test_who_the_bot_is(caller: Caller) -> None:
    assert caller.ask("GET", "/users/@me").body["id"] == str(BOT_ID)
    assert caller.ask("GET", "/oauth2/applications/@me").body["id"] == str(APPLICATION_ID)


def test_where_the_gateway_is(discord_server: DiscordServer, caller: Caller) -> None:
    discord_server.arrange_guilds(shards=3)
    address = f"{discord_server.api.removesuffix('/api/v10').replace('http', 'ws')}/gateway"

    assert caller.ask("GET", "/gateway").body == {"url": address}
    told = caller.ask("GET", "/gateway/bot").body
    assert (told["url"], told["shards"]) == (address, 3)


def test_guilds_and_their_ids(discord_server: DiscordServer, caller: Caller) -> None:
    assert len(discord_server.channels()) == 200
    second = discord_server.arrange_guilds(guilds=2, channels=7)[1100002000000000000]

    assert second[-1] == 1100002000000000007
    assert caller.ask("GET", f"/channels/{second[-1]}").body["guild_id"] == "1100002000000000000"


def test_an_unknown_channel(caller: Caller) -> None:
    assert caller.post(1, "x").code == 10003
    assert caller.ask("GET", "/channels/1").code == 10003


def test_commands_keep_their_ids(discord_server: DiscordServer, caller: Caller) -> None:
    path = f"/applications/{APPLICATION_ID}/commands"
    first = caller.ask("PUT", path, [{"name": "result", "description": "d"}]).body
    caller.ask("PUT", path, [{"name": "help", "description": "d"}, *first])

    assert [one["name"] for one in discord_server.commands()] == ["help", "result"]
    assert discord_server.commands()[1]["id"] == first[0]["id"]


def test_what_is_not_there_is_not_found(caller: Caller) -> None:
    told = caller.ask("DELETE", "/guilds/1")
    assert (told.status, told.body) == (404, {"message": "404: Not Found", "code": 0})


def test_control_says_what_it_cannot_do(discord_server: DiscordServer) -> None:
    with pytest.raises(NotDone, match="no-such-kind"):
        discord_server.fault("no-such-kind")
    with pytest.raises(NotDone, match="not connected"):
        discord_server.command("help")


def test_a_reset_forgets_everything(
    discord_server: DiscordServer, caller: Caller, channel: int
) -> None:
    caller.post_once(channel, "x", "n")
    discord_server.fault("500")
    discord_server.limit(per_second=1)
    discord_server.reset()

    assert discord_server.messages() == []
    assert discord_server.counts().requests == 0
    assert [caller.post_once(channel, "x", "n").status for _ in range(2)] == [200, 200]
