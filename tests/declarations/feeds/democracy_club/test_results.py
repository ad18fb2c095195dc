"""What is a result, and when it was declared."""

from datetime import timedelta
from typing import Any

import pytest
from aiohttp import web

from bot.declarations.feeds.feed import Bulletin, Misread, Word
from bot.declarations.feeds.wire import Unanswered
from tests.declarations.feeds.democracy_club.watching import DAY, NIGHT, Watch, told
from tests.nights import democracy_club as dc
from tests.nights import site


async def test_a_ballot_is_a_result_when_everybodys_votes_are_typed(watch: Watch) -> None:
    await watch.poll()
    watch.type("Bath", 500, None)
    assert await watch.words() == []
    watch.type("Bath", 500, 400)
    [item] = (await watch.poll()).items
    assert isinstance(item, Bulletin)
    report = item.report
    assert (item.word, report.constituency, report.polled_on) == (Word.RESULT, "bath", DAY)
    assert report.declared_at == watch.now
    first = report.candidates[0]
    assert (first.name, first.votes) == ("Wera Hobhouse", 500)
    assert first.person.startswith("democracy-club:")
    assert first.party_code == "PP90"
    assert await watch.words() == []


async def test_fewer_candidates_than_are_nominated_are_no_result(watch: Watch) -> None:
    """The site leaves out whoever has no votes yet."""
    await watch.poll()
    watch.type("Bath", 500, 400)

    def without_the_last(request: web.BaseRequest) -> web.Response:
        plain: dict[str, Any] = watch.store.results(NIGHT)
        [result] = plain["results"]
        del result["candidate_results"][-1]
        return web.json_response(plain if request.path == dc.RESULTS else result)

    watch.site.fault[dc.RESULTS] = without_the_last
    assert await watch.words() == []
    assert await watch.words() == []
    watch.site.fault.clear()
    assert await watch.words() == ["result bath"]


async def test_blanks_are_nothing_at_all(watch: Watch) -> None:
    await watch.poll()
    watch.store.type(watch.ballot("Bath"), (None,) * 9, watch.now)
    assert await watch.words() == []


async def test_who_was_there_before_anybody_looked_has_no_time(watch: Watch) -> None:
    watch.type("Bath", 500, 400)
    haul = await watch.poll()
    [result] = told(haul, Word.RESULT)
    assert result.report.declared_at is None


async def test_a_correction_keeps_the_time_at_which_the_first_was_seen(watch: Watch) -> None:
    await watch.poll()
    watch.type("Bath", 500, 400)
    [first] = (await watch.poll()).items
    watch.type("Bath", 510, 400)
    [second] = (await watch.poll(3600)).items
    assert isinstance(first, Bulletin)
    assert isinstance(second, Bulletin)
    assert second.report.declared_at == first.report.declared_at
    assert second.report.candidates[0].votes == 510


async def test_no_question_is_asked_twice_so_that_no_answer_is_an_old_one(watch: Watch) -> None:
    await watch.poll()
    watch.type("Bath", 500, 400)
    assert await watch.words(1) == ["result bath"]
    assert len(watch.site.asked) == len(set(watch.site.asked))
    assert "httpx" not in "".join(watch.site.agents)


@pytest.mark.parametrize("hours", [-1, 1])
async def test_a_clock_that_is_wrong_loses_nothing(watch: Watch, hours: int) -> None:
    """Ours is: the site says what time it is."""
    await watch.poll()
    watch.type("Bath", 500, 400)
    right = watch.now
    haul = await watch.feed.poll(watch.wire, watch.memory, right + timedelta(hours=hours))
    assert [one.word for one in haul.items if isinstance(one, Bulletin)] == [Word.RESULT]
    watch.memory |= haul.memory
    watch.type("Ynys Môn", 500, 400)
    haul = await watch.feed.poll(watch.wire, watch.memory, right + timedelta(hours=hours))
    assert [one.word for one in haul.items if isinstance(one, Bulletin)] == [Word.RESULT]


async def test_an_old_version_after_a_newer_one_is_refused(watch: Watch) -> None:
    await watch.poll()
    watch.type("Bath", 500, 400)
    await watch.poll()
    watch.type("Bath", 510, 400)
    await watch.poll()
    ballot = watch.ballot("Bath")
    newest = dict(ballot.votes)
    # A cache gives the first version once more, while the site's list of versions knows better.
    ballot.votes = {**newest, ballot.people[0].id: 500}
    ballot.modified = watch.now
    [reason] = await watch.words()
    assert "an older version came after a newer one, which is kept" in reason
    # Somebody really typed it back: then it counts.
    watch.type("Bath", 500, 400)
    assert await watch.words() == ["result bath"]


async def test_somebody_who_does_not_stand_any_more_is_waited_for_no_longer(watch: Watch) -> None:
    """Who stands is not asked for after the polls close, except where it would hold up a result."""
    await watch.poll()
    watch.ballot("Bath").people.pop()
    watch.type("Bath", 500, 400)
    haul = await watch.poll()
    assert [one.word for one in haul.items if isinstance(one, Bulletin)] == [
        Word.STANDING,
        Word.RESULT,
    ]
    assert await watch.words() == []


async def test_a_ballot_that_was_cancelled_and_is_held_after_all(watch: Watch) -> None:
    ballot = watch.store.ballots.pop("parl.bath.2024-07-04")
    await watch.poll()
    watch.store.ballots[ballot.id] = ballot
    watch.type("Bath", 500, 400)
    assert await watch.words() == ["result bath"]


async def test_where_nobody_knows_who_stands_there_is_no_result(watch: Watch) -> None:
    await watch.poll()
    del watch.memory["standing:bath.2024-07-04"]
    watch.type("Bath", 500, 400)
    watch.name("Bath", 0)
    watch.site.fault["/api/next/ballots/parl.bath"] = lambda _: web.json_response({})
    winner, reason = await watch.words()
    assert winner == "winner bath"
    assert reason.startswith("parl.bath.2024-07-04: who stands there is not known")


async def test_a_ballot_that_cannot_be_looked_up_is_tried_again(watch: Watch) -> None:
    await watch.poll()
    watch.ballot("Bath").people.pop()
    watch.type("Bath", 500, 400)
    watch.site.fault["/api/next/ballots/parl.bath"] = site.broken
    assert (await watch.poll()).trouble == "it is out of order (503)."
    watch.site.fault.clear()
    assert await watch.words(1000) == ["result bath"]


async def test_a_ballot_that_can_never_be_looked_up_is_given_up(watch: Watch) -> None:
    await watch.poll()
    watch.ballot("Bath").people.pop()
    watch.type("Bath", 500, 400)
    watch.site.fault["/api/next/ballots/parl.bath"] = site.broken
    await watch.poll()
    troubles = [(await watch.poll(1000)).trouble for _ in range(25)]
    assert troubles[0] == "it is out of order (503)."
    assert troubles[-1] == ""


async def test_after_a_poll_that_failed_the_question_is_another_one(watch: Watch) -> None:
    await watch.poll()
    watch.site.fault[dc.RESULTS] = site.broken
    for _ in range(3):
        with pytest.raises(Unanswered):
            await watch.poll()
    assert len(watch.site.asked) == len(set(watch.site.asked))


@pytest.mark.parametrize(
    "date",
    [
        "Mon, 01 Jan 99999999999999999999 00:00:00 GMT",
        "Fri, 31 Dec 9999 23:59:59 GMT",
        "Mon, 01 Jan 0100 00:00:00 GMT",
        "yesterday",
    ],
)
async def test_a_clock_that_is_absurd_loses_nothing(watch: Watch, date: str) -> None:
    empty: dict[str, Any] = {"results": [], "next": None}
    await watch.poll()
    watch.site.fault[dc.RESULTS] = lambda _: web.json_response(empty, headers={"Date": date})
    await watch.poll()
    watch.type("Bath", 500, 400)
    watch.site.fault.clear()
    assert await watch.words() == ["result bath"]


async def test_what_is_typed_days_later_was_not_declared_then(watch: Watch) -> None:
    await watch.poll()
    watch.now += timedelta(days=4)
    await watch.poll()
    watch.type("Bath", 500, 400)
    [result] = told(await watch.poll(), Word.RESULT)
    assert result.report.declared_at is None


async def test_what_came_can_be_kept_whatever_it_holds(watch: Watch) -> None:
    await watch.poll()
    watch.type("Bath", 500, 400)

    def half_a_letter(_request: web.BaseRequest) -> web.Response:
        plain = watch.store.results(NIGHT)
        plain["results"][0]["total_electorate"] = "\ud800"
        return web.json_response(plain)

    watch.site.fault[dc.RESULTS] = half_a_letter
    [misread] = (await watch.poll()).items
    assert isinstance(misread, Misread)
    assert "parl.bath.2024-07-04" in misread.text.encode().decode()
    misread.reason.encode()
