"""What waits, what it waits for, and what a less trusted feed can do meanwhile."""

from sqlite3 import Connection

import pytest

from bot.catalogue.catalogue import Catalogue
from bot.declarations.claims import Claim, Waits
from bot.declarations.desk import Desk
from bot.declarations.feeds.feed import Word
from bot.declarations.trust import Trust
from tests.declarations.deciding import (
    ABLE,
    BAKER,
    COLE,
    RECOUNT,
    RETRACTED,
    VOTES,
    WAIT,
    Room,
    result,
    winner,
)
from tests.declarations.making import CLACTON, NOW

OTHER = {**VOTES, ABLE: 20_010}
UPSET = {**VOTES, BAKER: 21_000}
THIRD = {**VOTES, COLE: 25_000}


@pytest.fixture
def room(desk: Desk, live_catalogue: Catalogue, connection: Connection) -> Room:
    return Room(live_catalogue, connection)


def waiting(room: Room) -> list[str]:
    return [one.feed for one in room.books.claims.waiting()]


def test_while_a_correction_waits_no_less_trusted_feed_comes_between(room: Room) -> None:
    room.hear("unsure", result())
    room.hear("doubtful", result(UPSET))
    room.later(10)
    assert room.told() == "UNSURE: Ann Able 20000"
    room.later(10)
    assert room.outcome("unsure", result(OTHER)) == "waiting"
    assert room.told() == "UNSURE: Ann Able 20000"
    assert room.outcome("doubtful", result(THIRD)) == "overruled"
    assert room.later(10) == ["corrected"]
    assert room.told() == "UNSURE: Ann Able 20010"
    assert room.kinds() == ["declared", "corrected"]


def test_a_correction_that_another_feed_says_too_need_not_wait(room: Room) -> None:
    room.hear("unsure", result())
    room.later(10)
    room.hear("doubtful", result(UPSET))
    assert room.outcome("unsure", result(UPSET)) == "corrected"
    assert room.told() == "UNSURE: Ben Baker 21000"


def test_a_more_trusted_feed_comes_before_a_correction_that_waits(room: Room) -> None:
    room.hear("unsure", result())
    room.later(10)
    room.hear("unsure", result(UPSET))
    assert room.outcome("b", result(THIRD)) == "corrected"
    assert room.told() == "B: Cat Cole 25000"
    assert room.later(60) == []
    assert room.kinds() == ["declared", "corrected"]


def test_who_takes_back_what_waits_leaves_it_to_the_next(room: Room) -> None:
    room.hear("unsure", result())
    room.hear("doubtful", result(UPSET))
    room.later(10)
    room.hear("unsure", result(OTHER))
    assert room.outcome("unsure", RETRACTED) == "corrected"
    assert room.told() == "DOUBTFUL: Ben Baker 21000"


def test_what_is_overruled_waits_for_nothing(room: Room) -> None:
    room.hear("a", result())
    assert room.hear("unsure", result(UPSET)) == (
        "overruled: Clacton, 2029-05-03: A says otherwise"
    )
    assert waiting(room) == []
    assert room.desk.ripens_at() is None
    assert room.disagreements() == [("unsure", False)]


def test_what_was_overruled_waits_again_once_the_other_is_taken_back(room: Room) -> None:
    room.hear("a", result())
    room.hear("unsure", result(UPSET))
    room.now += WAIT / 2
    assert room.outcome("a", RETRACTED) == "withdrawn"
    assert waiting(room) == ["unsure"]
    assert room.later(5) == ["accepted"]
    assert room.told() == "UNSURE: Ben Baker 21000"


def test_what_waits_and_is_told_by_a_more_trusted_feed_meanwhile_waits_no_more(room: Room) -> None:
    room.hear("unsure", result())
    assert waiting(room) == ["unsure"]
    assert room.outcome("a", result()) == "accepted"
    assert waiting(room) == []
    assert room.told() == "A: Ann Able 20000"


def test_a_name_gives_way_to_a_recount_although_a_result_with_it_waits(room: Room) -> None:
    room.hear("unsure", winner())
    room.hear("unsure", result())
    assert room.told() == "UNSURE names Ann Able"
    assert room.outcome("a", RECOUNT) == "withdrawn"
    assert room.told() == "nothing"


def test_a_recount_that_a_less_trusted_feed_reports_changes_no_name(room: Room) -> None:
    room.hear("a", winner())
    assert room.outcome("b", RECOUNT) == "unchanged"
    assert room.told() == "A names Ann Able"


@pytest.mark.parametrize("bulletin", [RECOUNT, winner(BAKER)])
def test_a_result_stands_whatever_is_said_that_is_none(room: Room, bulletin: object) -> None:
    room.hear("b", result())
    for feed in ("a", "b", "unsure"):
        assert room.outcome(feed, bulletin) == "unchanged"  # type: ignore[arg-type]
    assert room.told() == "B: Ann Able 20000"
    assert room.kinds() == ["declared"]


def test_only_feeds_that_are_followed_are_ranked() -> None:
    trust = Trust(("a", "b"), frozenset({"b"}), WAIT)
    said = {
        name: Claim(name, CLACTON, Word.RECOUNT, NOW, NOW, waits=Waits.NO)
        for name in ("gone", "b", "a")
    }
    assert [one.feed for one in trust.ranked(said)] == ["a", "b"]
    assert trust.result(said, NOW) is None
    assert trust.winner(said) is None
