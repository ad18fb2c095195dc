"""Elections as wholes: who stands, which ballots belong to one, and a night of one."""

from datetime import UTC, date, datetime, timedelta
from sqlite3 import Connection

import pytest
from aiolimiter import AsyncLimiter

from bot.catalogue.catalogue import Catalogue
from bot.declarations.feeds.democracy_club.ballots import Election
from bot.declarations.feeds.democracy_club.feed import DemocracyClub
from bot.declarations.feeds.feed import Bulletin, Word
from bot.declarations.feeds.tape import TapeWire
from bot.declarations.feeds.web_wire import WebWire
from bot.declarations.feeds.wire import Unanswered
from bot.declarations.journal import Journal
from bot.declarations.validation import Validator, fitting_seats
from tests.declarations.feeds.democracy_club.watching import DAY, Watch
from tests.nights import democracy_club as dc
from tests.nights import rounds, site
from tests.nights.changes import as_declared, contests
from tests.nights.site import Site


async def test_nominations_come_first_and_again_when_they_change(watch: Watch) -> None:
    watch.now = datetime(2024, 6, 20, 12, tzinfo=UTC)
    haul = await watch.poll()
    assert [one.word for one in haul.items if isinstance(one, Bulletin)] == [Word.STANDING] * 3
    assert (await watch.poll(1900)).items == ()
    left = watch.ballot("Bath").people.pop()
    [changed] = (await watch.poll(1900)).items
    assert isinstance(changed, Bulletin)
    assert left.name not in [one.name for one in changed.report.candidates]


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


async def test_nominations_that_fail_hold_up_results_only_while_none_are_known(
    watch: Watch,
) -> None:
    watch.now = datetime(2024, 7, 4, 12, tzinfo=UTC)
    watch.site.fault[dc.BALLOTS] = site.broken
    with pytest.raises(Unanswered, match="out of order"):
        await watch.poll()
    watch.site.fault.clear()
    await watch.poll()
    watch.site.fault[dc.BALLOTS] = site.broken
    watch.type("Bath", 500, 400)
    haul = await watch.poll(1900)
    assert haul.trouble == "it is out of order (503)."
    assert [one.word for one in haul.items if isinstance(one, Bulletin)] == [Word.RESULT]
