"""How much is taken at once, and what is counted."""

import time

from tests.discord_server.caller import Caller
from tests.discord_server.client import DiscordServer


def test_without_a_limit_there_are_no_headers_of_one(caller: Caller, channel: int) -> None:
    headers = caller.post(channel, "x").headers
    assert not any(name.startswith("X-RateLimit") for name in headers)


def test_a_channel_takes_so_many_and_says_when_it_takes_more(
    discord_server: DiscordServer, caller: Caller, channel: int
) -> None:
    discord_server.limit(per_channel=2, channel_seconds=1)
    told = [caller.post(channel, "x") for _ in range(3)]

    assert [one.headers["X-RateLimit-Remaining"] for one in told] == ["1", "0", "0"]
    assert [one.status for one in told] == [200, 200, 429]
    assert told[2].body["global"] is False
    assert caller.post(discord_server.channels()[1], "x").status == 200
    time.sleep(told[2].body["retry_after"] + 0.01)
    assert caller.post(channel, "x").status == 200


def test_all_requests_together_have_a_limit(
    discord_server: DiscordServer, caller: Caller, channel: int
) -> None:
    discord_server.limit(per_second=5)
    told = [caller.history(channel) for _ in range(50)]
    refused = next(one for one in told if one.status == 429)

    assert [one.status for one in told[:5]] == [200] * 5
    assert refused.body["global"] is True
    assert refused.headers["X-RateLimit-Global"] == "true"
    time.sleep(refused.body["retry_after"] + 0.01)
    assert caller.history(channel).status == 200


def test_interactions_are_exempt(discord_server: DiscordServer, caller: Caller) -> None:
    discord_server.limit(per_second=1)
    told = [caller.ask("POST", "/interactions/1/t/callback", {"type": 5}) for _ in range(3)]

    assert [one.code for one in told] == [10062] * 3
    assert discord_server.counts().busiest_second == 0


def test_requests_are_counted(discord_server: DiscordServer, caller: Caller, channel: int) -> None:
    for _ in range(3):
        caller.post(channel, "x")
    caller.ask("GET", "/nowhere")
    counts = discord_server.counts()

    assert (counts.requests, counts.succeeded, counts.limited) == (4, 3, 0)
    assert counts.statuses == {"200": 3, "404": 1}
    assert counts.routes == {"POST /channels/{id}/messages": 3, "other": 1}
    assert counts.busiest_second == 4
