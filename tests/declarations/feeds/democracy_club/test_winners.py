"""Who is named the winner before the votes are known, and is taken back."""

from typing import Any

import pytest
from aiohttp import web

from bot.declarations.feeds.feed import Bulletin, Misread, Word
from tests.declarations.feeds.democracy_club.watching import Watch, told
from tests.nights import democracy_club as dc
from tests.nights import site


async def test_a_winner_is_named_once_and_a_retraction_takes_it_back(watch: Watch) -> None:
    await watch.poll()
    watch.name("Bath", 1)
    assert await watch.words() == ["winner bath"]
    assert await watch.words() == []
    watch.store.retract(watch.ballot("Bath"), watch.now)
    assert await watch.words() == ["retracted bath"]
    watch.name("Bath", 0)
    watch.name("Ynys Môn", 2)
    assert await watch.words() == ["winner bath", "winner ynys-mon"]


async def test_another_winner_in_the_same_minute_is_the_one_that_is_named(watch: Watch) -> None:
    await watch.poll()
    watch.name("Bath", 1)
    await watch.poll()
    watch.name("Bath", 0)
    haul = await watch.poll()
    last = haul.items[-1]
    assert isinstance(last, Bulletin)
    assert (last.word, last.report.candidates[0].name) == (Word.WINNER, "Wera Hobhouse")


async def test_a_result_that_is_retracted_is_not_told_again_as_it_was(watch: Watch) -> None:
    await watch.poll()
    watch.type("Bath", 500, 400)
    watch.name("Bath", 0)
    assert await watch.words() == ["result bath"]
    watch.store.retract(watch.ballot("Bath"), watch.now)
    assert (await watch.words())[-1] == "retracted bath"
    assert await watch.words() == []
    watch.type("Bath", 400, 500)
    assert await watch.words() == ["result bath"]


async def test_the_winner_of_an_earlier_result_does_not_take_back_a_newer_one(
    watch: Watch,
) -> None:
    await watch.poll()
    watch.name("Bath", 1)
    await watch.poll()
    # The votes come, and with them another winner is flagged.
    watch.type("Bath", 500, 400)
    watch.name("Bath", 0)
    assert await watch.words() == ["result bath"]


async def test_winners_that_the_feed_of_events_does_not_have_are_found_page_by_page(
    watch: Watch,
) -> None:
    watch.site.fault[dc.ATOM] = site.broken
    watch.name("Bath", 1)
    haul = await watch.poll()
    assert haul.trouble == "it is out of order (503)."
    assert [one.word for one in haul.items if isinstance(one, Bulletin)].count(Word.WINNER) == 1


@pytest.mark.parametrize(
    "body",
    [
        "<html>no</html>",
        "<feed><entry>",
        '<!DOCTYPE x [<!ENTITY a "a">]><feed>&a;</feed>',
        "<feed>" + "<entry/>" * 600 + "</feed>",
    ],
)
async def test_a_feed_of_events_that_makes_no_sense_is_trouble_and_no_more(
    watch: Watch, body: str
) -> None:
    await watch.poll()
    watch.type("Bath", 500, 400)
    watch.site.fault[dc.ATOM] = lambda _: web.Response(text=body)
    haul = await watch.poll()
    assert "its feed of winners is no" in haul.trouble
    assert len(haul.items) == 1


async def test_a_slip_that_is_over_when_it_is_seen_is_not_told(watch: Watch) -> None:
    watch.name("Bath", 1)
    watch.name("Bath", 0)
    [named] = told(await watch.poll(), Word.WINNER)
    assert named.report.candidates[0].name == "Wera Hobhouse"


async def test_an_old_retraction_does_not_take_back_a_result(watch: Watch) -> None:
    """A Teller that starts late hears all of it at once, and the result before it."""
    watch.type("Bath", 500, 400)
    watch.name("Bath", 0)
    watch.store.retract(watch.ballot("Bath"), watch.now)
    watch.name("Bath", 0)
    assert await watch.words() == ["result bath"]
    assert await watch.words() == []


async def test_a_winner_who_is_named_again_has_the_result_back(watch: Watch) -> None:
    await watch.poll()
    ballot = watch.ballot("Bath")
    watch.type("Bath", 500, 400)
    watch.name("Bath", 0)
    await watch.poll()
    typed_at = ballot.modified
    watch.store.retract(ballot, watch.now)
    assert (await watch.words())[-1] == "retracted bath"
    await watch.poll(1000)
    watch.name("Bath", 0)
    # To the site the result is not modified by that: only the ballot itself has it.
    ballot.modified = typed_at
    assert await watch.words() == ["winner bath", "result bath"]
    assert await watch.words() == []


async def test_a_winner_without_most_votes_can_be_taken_back(watch: Watch) -> None:
    await watch.poll()
    ballot = watch.ballot("Bath")
    watch.type("Bath", 500, 400)
    watch.name("Bath", 1)
    assert await watch.words() == ["result bath"]
    typed_at = ballot.modified
    await watch.poll(1000)
    watch.name("Bath", 0)
    ballot.modified = typed_at
    haul = await watch.poll()
    words = [one.word for one in haul.items if isinstance(one, Bulletin)]
    assert words == [Word.RETRACTED, Word.WINNER, Word.RESULT]
    [result] = told(haul, Word.RESULT)
    assert [one.name for one in result.report.candidates if one.elected] == ["Wera Hobhouse"]


def _entered(watch: Watch, **fields: str) -> None:
    """The feed of events with other texts in some fields of its only entry."""
    body = watch.store.atom()
    for name, text in fields.items():
        begin, end = body.index(f"<{name}>"), body.index(f"</{name}>")
        body = body[:begin] + f"<{name}>{text}" + body[end:]
    watch.site.fault[dc.ATOM] = lambda _: web.Response(text=body)
    watch.site.fault[dc.ELECTED] = lambda _: web.json_response({"results": [], "next": None})


@pytest.mark.parametrize(
    ("post", "seat"),
    [
        ("bath", "bath"),
        ("WMC:E14001078", "E14001078"),
        ("gss:E14001078", "E14001078"),
        ("E14001078", "E14001078"),
        ("65808", "bath"),
    ],
)
async def test_posts_are_numbered_in_many_ways(watch: Watch, post: str, seat: str) -> None:
    await watch.poll()
    watch.name("Bath", 0)
    _entered(watch, post_id=post, winner_party_id="party:90")
    [named] = told(await watch.poll(), Word.WINNER)
    assert named.report.constituency == seat
    assert named.report.candidates[0].party_code == "PP90"


async def test_a_ward_of_the_same_name_is_no_constituency(watch: Watch) -> None:
    await watch.poll()
    watch.name("Bath", 0)
    _entered(watch, election_slug="local.bath.2024-07-04", post_id="DIW:E05005004")
    assert await watch.words() == []


@pytest.mark.parametrize(
    ("field", "text", "reason"),
    [
        ("retraction", "perhaps", "retraction must be 0 or 1"),
        ("retraction", "", "retraction must be 0 or 1"),
        ("winner_person_id", "somebody", "the number of Wera Hobhouse is missing"),
        ("winner_person_name", "", "a candidate’s name is missing"),
        ("winner_party_id", "", "the party’s number of Wera Hobhouse is missing"),
    ],
)
async def test_an_event_that_makes_no_sense_is_refused(
    watch: Watch, field: str, text: str, reason: str
) -> None:
    await watch.poll()
    watch.name("Bath", 0)
    _entered(watch, **{field: text})
    [misread] = (await watch.poll()).items
    assert isinstance(misread, Misread)
    assert misread.reason == f"parl.bath.2024-07-04: {reason}"


async def test_events_on_a_page_that_fails_are_not_lost(watch: Watch) -> None:
    await watch.poll()
    watch.name("Ynys Môn", 0)
    await watch.poll()
    watch.name("Bath", 1)
    watch.store.retract(watch.ballot("Bath"), watch.now)
    for _ in range(dc.ATOM_SIZE):  # the retraction goes to the second page
        watch.name("Ynys Môn", 1)
        watch.name("Ynys Môn", 0)
    first = watch.store.atom(1)

    def half(request: web.BaseRequest) -> web.Response:
        return web.Response(text=first) if request.query["page"] == "1" else site.broken(request)

    watch.memory["named:bath.2024-07-04"] = f"democracy-club:{watch.ballot('Bath').people[1].id}"
    watch.site.fault[dc.ATOM] = half
    haul = await watch.poll()
    assert haul.trouble == "it is out of order (503)."
    assert told(haul, Word.RETRACTED) == []
    watch.site.fault.clear()
    assert "retracted bath" in await watch.words()


async def test_the_last_page_of_events_is_not_asked_for_again_and_again(watch: Watch) -> None:
    watch.name("Bath", 0)
    await watch.poll()
    asked = [one for one in watch.site.asked if one.startswith(dc.ATOM)]
    assert len(asked) == 2


async def test_only_this_elections_winners_are_paged_through(watch: Watch) -> None:
    await watch.poll()
    [asked] = [one for one in watch.site.asked if one.startswith(dc.ELECTED)]
    assert "election_date=2024-07-04" in asked
    assert "election_id=parl.2024-07-04" in asked


async def test_a_list_that_has_become_shorter_is_begun_again(watch: Watch) -> None:
    await watch.poll()
    watch.memory["page"] = "2"
    watch.name("Bath", 0)
    watch.site.fault[dc.ATOM] = lambda _: web.Response(text="<feed/>")

    def shorter(request: web.BaseRequest) -> web.Response:
        if request.query["page"] != "1":
            return web.Response(status=404)
        return web.json_response(watch.store.elected())

    watch.site.fault[dc.ELECTED] = shorter
    assert (await watch.poll()).trouble == "it refuses the question (404)."
    assert await watch.words() == ["winner bath"]


async def test_of_two_who_are_both_listed_as_elected_nobody_is_named(watch: Watch) -> None:
    await watch.poll()
    watch.name("Bath", 0)
    page: dict[str, Any] = watch.store.elected()
    watch.name("Bath", 1)
    page["results"] += watch.store.elected()["results"]
    watch.site.fault[dc.ATOM] = lambda _: web.Response(text="<feed/>")
    watch.site.fault[dc.ELECTED] = lambda _: web.json_response(page)
    assert await watch.words() == []


async def test_a_site_that_wants_to_be_left_alone_is_asked_nothing_more(watch: Watch) -> None:
    await watch.poll()
    watch.type("Bath", 500, 400)
    watch.site.asked.clear()
    watch.site.fault[dc.ATOM] = lambda _: web.json_response(
        {}, status=429, headers={"Retry-After": "70"}
    )
    haul = await watch.poll()
    assert haul.wait == 70
    assert haul.trouble == "it was asked too often (429)."
    assert [one.word for one in haul.items if isinstance(one, Bulletin)] == [Word.RESULT]
    assert not any(one.startswith(dc.ELECTED) for one in watch.site.asked)
    watch.site.fault.clear()
    assert (await watch.poll()).trouble == ""
