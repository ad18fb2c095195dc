"""Claims that wait, and what may have happened when their time comes."""

from collections.abc import Callable
from datetime import timedelta
from sqlite3 import Connection

import pytest

from bot.catalogue.catalogue import Catalogue
from bot.declarations.claims import Claim, Waits
from bot.declarations.declaration import DeclaredCandidate, Result
from bot.declarations.desk import Desk
from bot.declarations.feeds.feed import Bulletin, Word
from bot.elections.contest import ContestId, ContestKind
from bot.errors import StateError
from tests.declarations.deciding import (
    ABLE,
    BAKER,
    RECOUNT,
    RETRACTED,
    VOTES,
    WAIT,
    Room,
    result,
    standing,
    winner,
)
from tests.declarations.making import CLACTON, DAY, ISLINGTON, NOW

BATH = ContestId("E14001080", DAY)
UPSET = {**VOTES, BAKER: 21_000}


@pytest.fixture
def room(desk: Desk, live_catalogue: Catalogue, connection: Connection) -> Room:
    return Room(live_catalogue, connection)


def claimed(contest: ContestId, seconds: int = 0) -> Claim:
    """Of an unsure feed, since that many seconds after the beginning."""
    able = DeclaredCandidate(ABLE, "ann-able", "Labour", "labour", 20_000)
    baker = DeclaredCandidate(BAKER, "ben-baker", "Conservative", "conservative", 15_000)
    since = NOW + timedelta(seconds=seconds)
    told = Result((able, baker), None, None)
    return Claim("unsure", contest, Word.RESULT, since, since, told, waits=Waits.FOR_TIME)


def test_a_contest_that_was_closed_meanwhile_holds_up_no_other(desk: Desk, room: Room) -> None:
    room.hear("unsure", result())
    room.journal.open([BATH], ContestKind.BY_ELECTION, NOW)
    room.books.claims.keep(claimed(BATH, 1))
    assert desk.close_election(DAY, "Clacton") == 1
    assert room.later(11) == ["accepted"]
    assert [one.contest for one in room.journal.since(0)] == [BATH]
    assert room.desk.ripens_at() is None


def test_a_contest_that_is_opened_again_is_declared_when_it_is_said_again(
    desk: Desk, room: Room
) -> None:
    room.hear("unsure", result())
    desk.close_election(DAY, "Clacton")
    room.later(11)
    room.journal.open([CLACTON], ContestKind.BY_ELECTION, room.now)
    assert room.outcome("unsure", result()) == "accepted"


def test_a_contest_that_was_settled_meanwhile_is_left_alone(room: Room) -> None:
    room.books.claims.keep(claimed(ISLINGTON))
    assert room.later(11) == []
    assert room.journal.since(0) == []
    assert room.desk.ripens_at() is None


def test_they_ripen_each_at_its_own_time(room: Room) -> None:
    room.journal.open([BATH], ContestKind.BY_ELECTION, NOW)
    room.books.claims.keep(claimed(BATH, 30))
    room.hear("unsure", result())
    assert room.desk.ripens_at() == NOW + WAIT
    assert room.later(10) == ["accepted"]
    assert room.desk.ripens_at() == NOW + WAIT + timedelta(seconds=30)
    assert room.later(0.5) == ["accepted"]
    assert [one.contest for one in room.journal.since(0)] == [CLACTON, BATH]


def test_a_feed_that_was_dropped_ripens_nothing(room: Room) -> None:
    room.hear("unsure", result())
    room.follow("a", "b")
    assert room.later(11) == []
    assert room.told() == "nothing"
    assert room.desk.ripens_at() is None


def test_what_is_taken_back_before_an_older_message_arrives_stays_so(room: Room) -> None:
    assert room.outcome("a", RETRACTED) == "unchanged"
    later = Bulletin(Word.RETRACTED, RETRACTED.report, "", order=5)
    assert room.outcome("a", later) == "unchanged"
    assert room.outcome("a", result(order=4)) == "refused"
    assert room.told() == "nothing"
    assert room.outcome("a", result(order=6)) == "accepted"


def test_the_same_order_again_is_no_older_one(room: Room) -> None:
    room.hear("a", result(order=3))
    assert room.outcome("a", result(order=3)) == "unchanged"
    assert room.outcome("a", result(UPSET, order=3)) == "corrected"


def fail_once(room: Room, patch: pytest.MonkeyPatch, method: str) -> None:
    """The next time that the journal is written it cannot be."""
    write: Callable[..., object] = getattr(room.journal, method)

    def fail(*_given: object) -> object:
        patch.setattr(room.journal, method, write)
        raise StateError("disk full.")

    patch.setattr(room.journal, method, fail)


@pytest.mark.parametrize(
    ("before", "bulletin", "method", "outcome"),
    [
        ([], result(), "record", "accepted"),
        ([result()], result(UPSET), "record", "corrected"),
        ([result()], RETRACTED, "record", "withdrawn"),
        ([], winner(), "name", "accepted"),
        ([winner()], RECOUNT, "name", "withdrawn"),
    ],
)
def test_what_was_claimed_and_not_journalled_is_when_it_comes_again(
    room: Room,
    monkeypatch: pytest.MonkeyPatch,
    before: list[Bulletin],
    bulletin: Bulletin,
    method: str,
    outcome: str,
) -> None:
    for one in before:
        room.hear("a", one)
    fail_once(room, monkeypatch, method)
    with pytest.raises(StateError):
        room.hear("a", bulletin)
    room.now += timedelta(minutes=1)
    assert room.outcome("a", bulletin) == outcome
    assert room.outcome("a", bulletin) == "unchanged"
    assert len(room.kinds()) == len(before) + 1


def test_what_ripened_and_was_not_journalled_ripens_again(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    room.hear("unsure", result())
    fail_once(room, monkeypatch, "record")
    with pytest.raises(StateError):
        room.later(10)
    assert room.later(0) == ["accepted"]
    assert room.kinds() == ["declared"]


def test_a_partial_result_of_an_unsure_feed_leaves_what_it_said_before(room: Room) -> None:
    room.hear("a", standing(*VOTES))
    room.hear("unsure", result())
    room.later(10)
    partial = {name: votes for name, votes in VOTES.items() if name != BAKER}
    assert room.outcome("unsure", result(partial)) == "refused"
    assert room.later(30) == []
    assert room.told() == "UNSURE: Ann Able 20000"
