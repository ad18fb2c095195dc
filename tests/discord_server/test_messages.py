"""Posting, posting again, and reading what is there."""

import time
from datetime import UTC, datetime, timedelta

import discord
import pytest

from tests.discord_server.caller import Caller
from tests.discord_server.client import DiscordServer
from tests.discord_server.shapes import BOT_ID, ROSA


def test_a_message_is_stored_and_told_in_full(
    discord_server: DiscordServer, caller: Caller, channel: int
) -> None:
    told = caller.post(channel, "Leeds", embeds=[{"title": "Held"}], nonce="n")
    stored = discord_server.messages(channel)[0]

    assert told.status == 200
    assert told.headers["Content-Type"] == "application/json"
    assert told.body["embeds"] == [{"type": "rich", "title": "Held"}]
    assert (told.body["id"], told.body["channel_id"]) == (str(stored.id), str(channel))
    assert told.body["author"]["id"] == str(BOT_ID)
    assert told.body["nonce"] == stored.nonce == "n"
    assert stored.payload == {"content": "Leeds", "embeds": [{"title": "Held"}], "nonce": "n"}


def test_an_id_carries_the_time(caller: Caller, channel: int) -> None:
    made = discord.utils.snowflake_time(int(caller.post(channel, "now").body["id"]))
    assert abs(datetime.now(UTC) - made) < timedelta(seconds=5)


def test_components_are_numbered(caller: Caller, channel: int) -> None:
    button = {"type": 2, "style": 1, "label": "A", "custom_id": "a"}
    row = {"type": 1, "components": [button]}
    told = caller.post(channel, "choose", components=[row]).body["components"]

    assert told == [{"type": 1, "id": 1, "components": [{**button, "id": 2}]}]


def test_an_enforced_nonce_gives_the_first_message_again(
    discord_server: DiscordServer, caller: Caller, channel: int
) -> None:
    first = caller.post_once(channel, "first", "n")
    assert caller.post_once(channel, "again", "n").body == first.body

    (stored,) = discord_server.messages()
    assert (stored.content, stored.resent) == ("first", 1)


def test_a_nonce_counts_in_every_channel(
    discord_server: DiscordServer, caller: Caller, channel: int
) -> None:
    other = discord_server.channels()[1]
    first = caller.post_once(channel, "first", 7)

    assert caller.post_once(other, "other", "7").body["id"] == first.body["id"]
    assert discord_server.messages(other) == []


def test_a_nonce_that_is_not_enforced_changes_nothing(
    discord_server: DiscordServer, caller: Caller, channel: int
) -> None:
    for _ in range(2):
        caller.post(channel, "twice", nonce="n")
    assert [message.resent for message in discord_server.messages()] == [0, 0]


def test_a_nonce_is_forgotten_after_a_while(
    discord_server: DiscordServer, caller: Caller, channel: int
) -> None:
    discord_server.limit(nonce_seconds=1)
    caller.post_once(channel, "first", "n")
    caller.post_once(channel, "within", "n")
    time.sleep(1.05)
    caller.post_once(channel, "after", "n")

    assert caller.contents(channel) == ["after", "first"]


@pytest.mark.parametrize("nonce", ["n" * 26, 10**25, True, ["n"]])
def test_a_nonce_has_at_most_25_characters(caller: Caller, channel: int, nonce: object) -> None:
    assert caller.post(channel, "x", nonce="n" * 25).status == 200
    told = caller.post(channel, "x", nonce=nonce)
    assert (told.status, told.code) == (400, 50035)


def test_the_history_has_no_nonces(caller: Caller, channel: int) -> None:
    caller.post_once(channel, "x", "n")
    assert "nonce" not in caller.history(channel).body[0]


def test_the_history_is_newest_first_in_pages(caller: Caller, channel: int) -> None:
    ids = [caller.post(channel, str(number)).body["id"] for number in range(60)]

    assert caller.contents(channel) == [str(number) for number in range(59, 9, -1)]
    assert caller.contents(channel, "limit=2") == ["59", "58"]
    assert caller.contents(channel, f"limit=2&before={ids[5]}") == ["4", "3"]
    assert caller.contents(channel, f"limit=2&after={ids[5]}") == ["7", "6"]
    assert caller.contents(channel, f"limit=3&around={ids[5]}") == ["6", "5", "4"]
    assert caller.contents(channel, f"before={ids[0]}") == []
    assert caller.contents(channel, f"after={ids[59]}") == []
    assert len(caller.contents(channel, "limit=100")) == 60


@pytest.mark.parametrize("query", ["limit=0", "limit=101", "limit=many", "after=x"])
def test_a_page_that_discord_does_not_give_is_refused(
    caller: Caller, channel: int, query: str
) -> None:
    told = caller.history(channel, query)
    assert (told.status, told.code) == (400, 50035)


def test_others_write_too_and_only_what_the_bot_may_read_is_shown(
    discord_server: DiscordServer, caller: Caller, channel: int
) -> None:
    direct = discord_server.direct_channel()
    discord_server.say(channel, "hello all")
    discord_server.say(channel, f"<@{BOT_ID}> Leeds")
    discord_server.say(direct, "York")

    assert caller.contents(channel) == [f"<@{BOT_ID}> Leeds", ""]
    assert caller.contents(direct) == ["York"]
    assert caller.history(direct).body[0]["author"]["id"] == str(ROSA)


def test_a_person_has_one_direct_channel(discord_server: DiscordServer, caller: Caller) -> None:
    opened = caller.ask("POST", "/users/@me/channels", {"recipient_id": str(ROSA)}).body
    again = caller.ask("POST", "/users/@me/channels", {"recipient_id": str(ROSA)}).body

    assert opened == again
    assert opened["type"] == 1
    assert opened["recipients"][0]["id"] == str(ROSA)
    assert int(opened["id"]) == discord_server.direct_channel(ROSA)
    assert caller.post(int(opened["id"]), "hello").status == 200


def test_a_channel_without_embed_links_drops_embeds(
    discord_server: DiscordServer, caller: Caller, channel: int
) -> None:
    discord_server.allow_embeds(channel, allowed=False)
    embeds = [{"title": "Held"}]

    assert caller.post(channel, "plain", embeds=embeds).body["embeds"] == []
    assert caller.post(channel, embeds=embeds).code == 50006


def test_an_edit_changes_what_it_names(
    discord_server: DiscordServer, caller: Caller, channel: int
) -> None:
    posted = caller.post(channel, "Leeds", embeds=[{"title": "To come"}]).body["id"]
    path = f"/channels/{channel}/messages/{posted}"

    told = caller.ask("PATCH", path, {"embeds": [{"title": "Held"}]})
    pinned = caller.ask("PUT", f"/channels/{channel}/messages/pins/{posted}")

    [stored] = discord_server.messages(channel)
    assert (told.status, pinned.status, stored.edits) == (200, 204, 1)
    assert caller.ask("GET", path).body == stored.shape
    assert (stored.shape["content"], stored.shape["pinned"]) == ("Leeds", True)
    assert stored.shape["embeds"] == [{"type": "rich", "title": "Held"}]


@pytest.mark.parametrize("method", ["GET", "PATCH", "DELETE"])
def test_what_was_deleted_is_not_known(
    discord_server: DiscordServer, caller: Caller, channel: int, method: str
) -> None:
    first, second = (caller.post(channel, text).body["id"] for text in "ab")
    path = f"/channels/{channel}/messages"

    assert caller.ask("DELETE", f"{path}/{first}").status == 204
    discord_server.delete(channel, int(second))

    for message in (first, second):
        assert caller.ask(method, f"{path}/{message}", {"content": "c"}).code == 10008
    assert discord_server.messages(channel) == []


def test_an_old_message_is_not_edited_so_often(
    discord_server: DiscordServer, caller: Caller, channel: int
) -> None:
    posted = caller.post(channel, "Leeds").body["id"]
    discord_server.fault("30046", channel, method="PATCH")

    told = caller.ask("PATCH", f"/channels/{channel}/messages/{posted}", {"content": "York"})

    assert (told.status, told.code) == (429, 30046)
