"""Who stands, as several feeds know it."""

from dataclasses import replace
from datetime import timedelta
from sqlite3 import Connection

import pytest

from bot.catalogue.catalogue import Catalogue
from bot.declarations.declaration import Nominee
from bot.declarations.desk import Desk
from bot.declarations.nominations import Nominations
from tests.declarations.deciding import ABLE, BAKER, COLE, Room, standing
from tests.declarations.making import CLACTON, ISLINGTON, NOW

LATER = NOW + timedelta(minutes=1)
ANN = Nominee("Ann Able", "ann-able", "Labour", "labour")
BEN = Nominee("Ben Baker", "ben-baker", "Conservative", "conservative")


@pytest.fixture
def nominations(connection: Connection) -> Nominations:
    return Nominations(connection)


@pytest.fixture
def room(desk: Desk, live_catalogue: Catalogue, connection: Connection) -> Room:
    return Room(live_catalogue, connection)


def test_nobody_stands_where_nothing_is_known(nominations: Nominations) -> None:
    assert nominations.of(CLACTON) == ()
    assert nominations.told(CLACTON) == ((), "")


def test_the_newest_list_counts_and_the_same_again_is_no_news(nominations: Nominations) -> None:
    assert nominations.keep("a", CLACTON, [ANN], NOW)
    assert nominations.keep("b", CLACTON, [ANN, BEN], LATER)
    assert nominations.of(CLACTON) == (ANN, BEN)
    assert not nominations.keep("a", CLACTON, [ANN], LATER + timedelta(minutes=1))
    assert nominations.told(CLACTON) == ((ANN, BEN), "b")
    assert nominations.of(ISLINGTON) == ()


def test_a_source_is_named_as_people_know_it(room: Room) -> None:
    room.hear("b", standing(ABLE, BAKER))
    assert room.books.nominations.told(CLACTON)[1] == "B"


def test_they_stand_by_family_name_whatever_order_they_come_in(room: Room) -> None:
    assert room.outcome("a", standing(COLE, ABLE, BAKER)) == "accepted"
    assert [one.name for one in room.books.nominations.of(CLACTON)] == [ABLE, BAKER, COLE]
    assert room.outcome("a", standing(BAKER, COLE, ABLE)) == "unchanged"


@pytest.mark.parametrize(
    ("names", "reason"),
    [((), "no candidates are given"), ((ABLE, ABLE), "Ann Able (Labour) is given twice")],
)
def test_a_list_that_cannot_be_leaves_the_one_before(
    room: Room, names: tuple[str, ...], reason: str
) -> None:
    room.hear("a", standing(ABLE, BAKER))
    bad = standing(ABLE)
    people = bad.report.candidates * len(names)
    said = room.hear("a", replace(bad, report=replace(bad.report, candidates=people)))
    assert reason in said
    assert [one.name for one in room.books.nominations.of(CLACTON)] == [ABLE, BAKER]
