"""What is kept of who said something else, and when that ended."""

from datetime import timedelta
from sqlite3 import Connection

import pytest

from bot.declarations.disagreements import Disagreement, Disagreements
from bot.elections.contest import ContestId
from tests.declarations.making import CLACTON, DAY, NOW

BATH = ContestId("E14001080", DAY)
LATER = NOW + timedelta(minutes=5)


def between(feed: str, says: str = "X 2", contest: ContestId = CLACTON) -> Disagreement:
    return Disagreement(feed, contest, says, "X 1", "PA Media", NOW)


@pytest.fixture
def kept(connection: Connection) -> Disagreements:
    return Disagreements(connection)


def told(kept: Disagreements, contest: ContestId = CLACTON) -> list[tuple[str, str, bool]]:
    found = kept.of(contest)
    return [(one.feed, one.says, one.settled_at is not None) for one in found]


def test_it_is_kept_once_while_it_stands_and_still_known_when_it_ends(
    kept: Disagreements,
) -> None:
    for _ in range(3):
        kept.keep(CLACTON, [between("a"), between("b")], NOW)
    assert told(kept) == [("a", "X 2", False), ("b", "X 2", False)]
    kept.keep(CLACTON, [between("b")], LATER)
    assert told(kept) == [("a", "X 2", True), ("b", "X 2", False)]
    ended, stands = kept.of(CLACTON)
    assert (ended.noticed_at, ended.settled_at) == (NOW, LATER)
    assert stands == between("b")


def test_another_word_of_the_same_feed_is_another_disagreement(kept: Disagreements) -> None:
    kept.keep(CLACTON, [between("a")], NOW)
    kept.keep(CLACTON, [between("a", "X 3")], LATER)
    kept.keep(CLACTON, [between("a")], LATER)
    assert told(kept) == [("a", "X 2", True), ("a", "X 3", True), ("a", "X 2", False)]


def test_each_contest_has_its_own(kept: Disagreements) -> None:
    kept.keep(CLACTON, [between("a")], NOW)
    kept.keep(BATH, [between("a", contest=BATH)], NOW)
    kept.keep(BATH, [], LATER)
    assert told(kept) == [("a", "X 2", False)]
    assert told(kept, BATH) == [("a", "X 2", True)]
    assert [one.contest for one in kept.all()] == [CLACTON, BATH]
