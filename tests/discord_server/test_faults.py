"""Each fault, by itself."""

import http.client
import time

import pytest

from tests.discord_server.caller import Caller
from tests.discord_server.client import DiscordServer
from tests.discord_server.faults import FaultKind

CUT = (http.client.RemoteDisconnected, ConnectionError)


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        (FaultKind.RATE_LIMITED, None),
        (FaultKind.SERVER_ERROR, 0),
        (FaultKind.BAD_GATEWAY, 0),
        (FaultKind.UNAVAILABLE, 0),
        (FaultKind.FORBIDDEN, 50001),
        (FaultKind.UNKNOWN, 10003),
    ],
)
def test_a_fault_answers_and_stores_nothing(
    discord_server: DiscordServer,
    caller: Caller,
    channel: int,
    kind: FaultKind,
    code: int | None,
) -> None:
    discord_server.fault(kind, channel, times=1)
    told = caller.post(channel, "x")

    assert told.status == int(kind)
    assert told.body.get("code") == code
    assert discord_server.messages() == []
    assert caller.post(channel, "x").status == 200


def test_a_code_may_be_another(discord_server: DiscordServer, caller: Caller, channel: int) -> None:
    discord_server.fault("403", channel, code=50013)
    told = caller.post(channel, "x").body
    assert told == {"message": "Missing Permissions", "code": 50013}


def test_a_429_says_how_long_to_wait(
    discord_server: DiscordServer, caller: Caller, channel: int
) -> None:
    discord_server.fault("429", channel, retry_after=0.3, everywhere=True)
    told = caller.post(channel, "x")

    assert (told.body["retry_after"], told.body["global"]) == (0.3, True)
    assert told.headers["Retry-After"] == "1"
    assert {"Via", "X-RateLimit-Global"} <= told.headers.keys()


def test_a_dropped_message_is_not_there(
    discord_server: DiscordServer, caller: Caller, channel: int
) -> None:
    discord_server.fault("drop", channel)
    with pytest.raises(CUT):
        caller.post(channel, "x")
    assert discord_server.messages() == []


def test_a_message_is_there_whose_answer_was_lost(
    discord_server: DiscordServer, caller: Caller, channel: int
) -> None:
    discord_server.fault("lost", channel, times=1)
    with pytest.raises(CUT):
        caller.post_once(channel, "x", "n")
    caller.post_once(channel, "x", "n")

    assert [message.resent for message in discord_server.messages()] == [1]
    assert discord_server.counts().unanswered == 1


def test_a_timeout_holds_the_connection_and_stores_nothing(
    discord_server: DiscordServer, channel: int
) -> None:
    discord_server.fault("timeout", channel)
    with pytest.raises(TimeoutError):
        Caller(discord_server.api, timeout=0.2).post(channel, "x")
    assert discord_server.messages() == []


def test_a_late_answer_is_of_a_message_that_is_there_already(
    discord_server: DiscordServer, caller: Caller, channel: int
) -> None:
    discord_server.fault("delay", channel, seconds=0.3)
    with pytest.raises(TimeoutError):
        Caller(discord_server.api, timeout=0.1).post(channel, "given up")
    began = time.monotonic()
    assert caller.post(channel, "waited for").status == 200

    assert time.monotonic() - began >= 0.3
    assert caller.contents(channel) == ["waited for", "given up"]


def test_a_fault_of_one_channel_leaves_the_others_alone(
    discord_server: DiscordServer, caller: Caller, channel: int
) -> None:
    discord_server.fault("503", channel)
    assert caller.post(discord_server.channels()[1], "x").status == 200
    assert caller.history(channel).status == 200  # faults are of posting, unless told

    discord_server.clear_faults(channel)
    assert caller.post(channel, "x").status == 200


def test_a_fault_may_be_of_reading_and_of_all_channels(
    discord_server: DiscordServer, caller: Caller, channel: int
) -> None:
    discord_server.fault("500", method="GET")
    assert caller.history(channel).status == 500
    assert caller.post(channel, "x").status == 200


def test_chance_is_the_same_for_the_same_seed(
    discord_server: DiscordServer, caller: Caller, channel: int
) -> None:
    def struck(seed: int) -> list[int]:
        discord_server.clear_faults()
        discord_server.fault("500", probability=0.5, seed=seed)
        return [caller.post(channel, "x").status for _ in range(20)]

    first = struck(1)
    assert 0 < discord_server.faults_hit() < 20
    assert set(first) == {200, 500}
    assert struck(1) == first
    assert struck(2) != first
