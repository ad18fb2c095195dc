"""Answers that make no sense, one by one."""

from collections.abc import Callable
from sqlite3 import Connection
from typing import Any

import pytest
from aiohttp import web
from aiolimiter import AsyncLimiter

from bot.catalogue.catalogue import Catalogue
from bot.declarations.feeds.feed import Word
from bot.declarations.feeds.web_wire import WebWire
from bot.declarations.feeds.wire import Unanswered
from bot.declarations.journal import Journal
from bot.declarations.refusal import Refusal
from bot.declarations.validation import Validator
from tests.declarations.feeds.democracy_club.watching import NIGHT, Watch, told
from tests.nights import democracy_club as dc
from tests.nights import site


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        (site.page_of_html, "it answered with text/html, which is no whole JSON."),
        (site.cut_off, "which is no whole JSON."),
        (
            site.redirect,
            "it leads elsewhere (https://elsewhere.example/api), which",
        ),
        (site.bomb, "the answer is longer than 20,000,000 bytes."),
        (site.endless, "is an endless list: it has more than 20 pages."),
        (site.broken, "it is out of order (503)."),
        (lambda _: web.json_response([1, 2]), "/api/next/results/ has no list of results."),
        (lambda _: web.json_response({"results": {}}), "has no list of results."),
        (lambda _: web.json_response({"results": [], "next": "https://x.example/"}), "goes on at"),
        (lambda _: web.Response(text="[" * 100_000), "which is no whole JSON."),
        (lambda _: web.Response(status=403), "it refuses the question (403)."),
    ],
)
async def test_an_answer_that_makes_no_sense_is_refused_and_nothing_is_lost(
    watch: Watch, fault: Callable[[web.BaseRequest], web.Response], reason: str
) -> None:
    await watch.poll()
    watch.type("Bath", 500, 400)
    watch.site.fault[dc.RESULTS] = fault
    with pytest.raises(Unanswered) as silent:
        await watch.poll()
    assert reason in str(silent.value)
    watch.site.fault.clear()
    assert await watch.words() == ["result bath"]


async def test_a_site_that_is_asked_too_often_says_how_long_to_wait(watch: Watch) -> None:
    watch.site.per_minute = 3
    await watch.poll()
    with pytest.raises(Unanswered, match=r"asked too often \(429\)") as silent:
        await watch.poll()
    assert silent.value.wait == 7


async def test_without_a_name_of_our_own_the_site_is_a_teapot(watch: Watch) -> None:
    async with WebWire(watch.site.address, AsyncLimiter(100, 1), {}) as nameless:
        with pytest.raises(Unanswered, match="refuses our User-Agent"):
            await watch.feed.poll(nameless, {}, watch.now)


def _change(result: dict[str, Any], **changes: object) -> None:
    result["candidate_results"][0].update(changes)


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (lambda one: one.update(candidate_results="many"), "its candidates are no list"),
        (lambda one: one["candidate_results"].append("x"), "its candidates are no list"),
        (lambda one: _change(one, num_ballots="1,234"), "must be a whole number, not '1,234'"),
        (lambda one: _change(one, num_ballots=-5), "cannot be negative"),
        (lambda one: _change(one, num_ballots=10**9), "more than any constituency"),
        (lambda one: _change(one, num_ballots=True), "must be a whole number"),
        (lambda one: _change(one, elected="yes"), "must be true or false"),
        (lambda one: _change(one, person=None), "a candidate has no person or no party"),
        (lambda one: _change(one, person={"id": 1}), "a candidate’s name is missing"),
        (lambda one: _change(one, party={"name": "X"}), "the party’s number of"),
        (lambda one: one.update(total_electorate=-1), "total_electorate cannot be negative"),
        (lambda one: one["candidate_results"].extend([{}] * 80), "has more than 60 candidates"),
    ],
)
async def test_a_result_that_makes_no_sense_is_refused_and_the_others_are_read(
    watch: Watch, spoil: Callable[[dict[str, Any]], None], reason: str
) -> None:
    await watch.poll()
    watch.type("Bath", 500, 400)
    watch.type("Ynys Môn", 500, 400)

    def spoiled(_request: web.BaseRequest) -> web.Response:
        plain = watch.store.results(NIGHT)
        spoil(plain["results"][0])
        return web.json_response(plain)

    watch.site.fault[dc.RESULTS] = spoiled
    said, result = await watch.words()
    assert said.startswith("parl.bath.2024-07-04: ")
    assert reason in said
    assert result == "result ynys-mon"


async def test_ballots_that_are_not_of_this_election_are_passed_over(watch: Watch) -> None:
    await watch.poll()

    def others(_request: web.BaseRequest) -> web.Response:
        results = [
            {"ballot": {"ballot_paper_id": "local.bath.2024-07-04"}},
            {"ballot": {"ballot_paper_id": "parl.bath.2019-12-12"}},
            {"ballot": {"ballot_paper_id": 7}},
            {"ballot": "bath"},
            "bath",
        ]
        return web.json_response({"next": None, "results": results})

    watch.site.fault[dc.RESULTS] = others
    assert await watch.words() == ["a result has no ballot"] * 2


def _elect(result: dict[str, Any], *places: int) -> None:
    for place, one in enumerate(result["candidate_results"]):
        one["elected"] = place in places


def _of_nowhere(result: dict[str, Any]) -> None:
    result["ballot"]["ballot_paper_id"] = "parl.atlantis-north.2024-07-04"


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (_of_nowhere, "there is no constituency 'atlantis-north'"),
        (
            lambda one: one["candidate_results"].append(one["candidate_results"][-1]),
            "is given twice",
        ),
        (lambda one: _elect(one, 0, 1), "more than one candidate is said to be elected"),
        (lambda one: _elect(one, 1), "is said to be elected, but Wera Hobhouse has more votes"),
        (lambda one: _change(one, num_ballots=900_000), "are more than the electorate of"),
        (
            lambda one: _change(one, person={"id": 1, "name": "Nemo"}),
            "did not stand in this contest",
        ),
    ],
)
async def test_a_result_that_cannot_be_is_refused_by_whoever_checks_it(
    watch: Watch,
    catalogue: Catalogue,
    connection: Connection,
    spoil: Callable[[dict[str, Any]], None],
    reason: str,
) -> None:
    await watch.poll()
    watch.memory["standing:atlantis-north.2024-07-04"] = "3 x"
    watch.type("Bath", 500, 400)

    def spoiled(_request: web.BaseRequest) -> web.Response:
        plain = watch.store.results(NIGHT)
        spoil(plain["results"][0])
        return web.json_response(plain)

    watch.site.fault[dc.RESULTS] = spoiled
    [result] = told(await watch.poll(), Word.RESULT)
    with pytest.raises(Refusal, match=reason):
        Validator(catalogue, Journal(connection)).check(result.report)


async def test_a_winner_without_votes_is_no_result(watch: Watch) -> None:
    await watch.poll()
    watch.type("Bath", *[0] * 9)
    watch.name("Bath", 0)
    haul = await watch.poll()
    assert told(haul, Word.RESULT) == []
    [named] = told(haul, Word.WINNER)
    assert [one.name for one in named.report.candidates if one.elected] == ["Wera Hobhouse"]


async def test_a_site_that_is_asked_too_often_is_heard_again_later(watch: Watch) -> None:
    watch.site.per_minute = 4
    await watch.poll()
    watch.type("Bath", 500, 400)
    with pytest.raises(Unanswered, match="429"):
        await watch.poll()
    assert await watch.words(60) == ["result bath"]


async def test_whoever_has_a_key_may_ask_more_often(watch: Watch) -> None:
    watch.site.per_minute = 0
    agent = {"User-Agent": "Teller/0", "Authorization": "Token abc"}
    async with WebWire(watch.site.address, AsyncLimiter(100, 1), agent) as keyed:
        haul = await watch.feed.poll(keyed, {}, watch.now)
    assert haul.trouble == ""
    assert len(told(haul, Word.STANDING)) == 3
