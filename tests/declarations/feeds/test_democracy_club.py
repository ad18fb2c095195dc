"""Democracy Club as a feed, over real sockets where it is about HTTP."""

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from sqlite3 import Connection
from typing import Any

import pytest
from aiohttp import web
from aiolimiter import AsyncLimiter

from bot.catalogue.catalogue import Catalogue
from bot.declarations.feeds.democracy_club.ballots import Election
from bot.declarations.feeds.democracy_club.feed import DemocracyClub
from bot.declarations.feeds.feed import Bulletin, Haul, Misread, Word
from bot.declarations.feeds.tape import TapeWire
from bot.declarations.feeds.web_wire import WebWire
from bot.declarations.feeds.wire import Unanswered
from bot.declarations.journal import Journal
from bot.declarations.validation import Validator, fitting_seats
from tests.nights import democracy_club as dc
from tests.nights import rounds, site
from tests.nights.changes import as_declared, contests
from tests.nights.site import Site

DAY = date(2024, 7, 4)
NIGHT = datetime(2024, 7, 5, 1, 0, tzinfo=UTC)
NAMES = ("Islington North", "Bath", "Ynys Môn")


@dataclass
class Watch:
    """The site with three ballots, and the feed that asks it."""

    store: dc.Store
    site: Site
    wire: WebWire
    feed: DemocracyClub = field(default_factory=lambda: DemocracyClub(f"parl.{DAY}"))
    memory: dict[str, str] = field(default_factory=dict)
    now: datetime = NIGHT

    def ballot(self, name: str) -> dc.Ballot:
        return next(one for one in self.store.ballots.values() if one.post == name)

    def type(self, name: str, *votes: int | None, spread: int = 1) -> None:
        """So many votes for the first candidates, one each for all others."""
        ballot = self.ballot(name)
        rest = [spread] * (len(ballot.people) - len(votes))
        self.store.type(ballot, (*votes, *rest), self.now)

    def name(self, name: str, place: int) -> None:
        ballot = self.ballot(name)
        self.store.name(ballot, ballot.people[place], self.now)

    async def poll(self, seconds: float = 30) -> Haul:
        self.now += timedelta(seconds=seconds)
        haul = await self.feed.poll(self.wire, self.memory, self.now)
        self.memory = {k: v for k, v in (self.memory | dict(haul.memory)).items() if v}
        return haul

    async def words(self, seconds: float = 30) -> list[str]:
        """ "result bath", and why something was not read; nominations are left out."""
        haul = await self.poll(seconds)
        return [
            one.reason if isinstance(one, Misread) else f"{one.word} {one.report.constituency}"
            for one in haul.items
            if isinstance(one, Misread) or one.word is not Word.STANDING
        ]


@pytest.fixture
async def watch(catalogue: Catalogue) -> AsyncIterator[Watch]:
    polled = [one for one in contests(catalogue, DAY) if one.constituency.name in NAMES]
    store, _ = dc.store_of(catalogue, polled)
    clock: list[Watch] = []
    async with Site(store, lambda: clock[0].now) as opened:
        agent = {"User-Agent": "Teller/0 (UK election results; results@example.org)"}
        async with WebWire(opened.address, AsyncLimiter(1000, 1), agent) as wire:
            clock.append(Watch(store, opened, wire))
            yield clock[0]


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
    await watch.poll()
    watch.type("Bath", 500, 400)
    ballot = watch.ballot("Bath")
    left_out = ballot.people.pop()
    assert await watch.words() == []
    ballot.people.append(left_out)
    watch.type("Bath", 500, 400)
    assert await watch.words() == ["result bath"]


async def test_blanks_are_nothing_at_all(watch: Watch) -> None:
    await watch.poll()
    watch.store.type(watch.ballot("Bath"), (None,) * 9, watch.now)
    assert await watch.words() == []


async def test_who_was_there_before_anybody_looked_has_no_time(watch: Watch) -> None:
    watch.type("Bath", 500, 400)
    haul = await watch.poll()
    [told] = [one for one in haul.items if isinstance(one, Bulletin) and one.word is Word.RESULT]
    assert told.report.declared_at is None


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


async def test_nominations_come_first_and_again_when_they_change(watch: Watch) -> None:
    watch.now = datetime(2024, 6, 20, 12, tzinfo=UTC)
    haul = await watch.poll()
    assert [one.word for one in haul.items if isinstance(one, Bulletin)] == [Word.STANDING] * 3
    assert (await watch.poll(1900)).items == ()
    left = watch.ballot("Bath").people.pop()
    [changed] = (await watch.poll(1900)).items
    assert isinstance(changed, Bulletin)
    assert left.name not in [one.name for one in changed.report.candidates]


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


@pytest.mark.parametrize("place", ["parl.2024-13-04", "parl", "mayor.2024-05-02", "parl.x.by."])
def test_what_is_no_election(place: str) -> None:
    with pytest.raises(ValueError, match=r"no election|month must be"):
        Election.of(place)


async def test_of_a_by_election_only_its_own_ballot_counts(catalogue: Catalogue) -> None:
    day = date(2026, 6, 18)
    store, ballots = dc.store_of(catalogue, contests(catalogue, day))
    feed = DemocracyClub(f"parl.makerfield.by.{day}")
    now = datetime(2026, 6, 19, 1, tzinfo=UTC)
    async with Site(store, lambda: now) as opened:
        agent = {"User-Agent": "Teller/0"}
        async with WebWire(opened.address, AsyncLimiter(100, 1), agent) as wire:
            first = await feed.poll(wire, {}, now)
            for ballot in ballots.values():
                store.name(ballot, ballot.people[0], now)
            second = await feed.poll(wire, first.memory, now + timedelta(seconds=30))
    assert [
        (one.word, one.report.constituency)
        for one in (*first.items, *second.items)
        if isinstance(one, Bulletin)
    ] == [(Word.STANDING, "makerfield"), (Word.WINNER, "makerfield")]


def test_every_seat_is_known_by_its_slug(catalogue: Catalogue) -> None:
    seats = [one.constituency for one in contests(catalogue, DAY)]
    found = {
        seat.code: [one.code for one in fitting_seats(catalogue.seats, dc.slug(seat.name), DAY)]
        for seat in seats
    }
    assert found == {seat.code: [seat.code] for seat in seats}


async def test_the_whole_night_of_2019_is_read_right(
    catalogue: Catalogue, connection: Connection
) -> None:
    day = date(2019, 12, 12)
    validator = Validator(catalogue, Journal(connection))
    night = as_declared(catalogue, day)
    memory: dict[str, str] = {}
    feed, results = DemocracyClub(f"parl.{day}"), {}
    for one in rounds.of_democracy_club(catalogue, day, night):
        haul = await feed.poll(TapeWire(one.exchanges), memory, one.at)
        memory = {**memory, **haul.memory}
        for item in haul.items:
            if isinstance(item, Bulletin) and item.word is Word.RESULT:
                told = validator.check(item.report)
                assert told.result
                results[told.contest] = told.result.candidates[0]
    assert {key: (one.person_id, one.votes) for key, one in results.items()} == {
        one.contest.id: (one.winner.person.id, one.winner.votes) for one in night
    }
    assert len(results) == 650
