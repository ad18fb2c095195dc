"""The decision desk, whatever is said in whatever order, and whatever crashes in between."""

from dataclasses import replace
from datetime import timedelta
from sqlite3 import Connection

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.catalogue.catalogue import Catalogue
from bot.declarations.claims import Claim
from bot.declarations.desk import Desk
from bot.declarations.feeds.feed import Bulletin, Word
from bot.declarations.journal import Journal
from bot.declarations.live import LiveContests
from bot.declarations.state import open_state
from bot.elections.contest import ContestKind
from bot.errors import StateError
from tests.declarations.deciding import (
    ABLE,
    BAKER,
    RECOUNT,
    RETRACTED,
    VOTES,
    Room,
    result,
    standing,
    winner,
)
from tests.declarations.feeds.fuzzing import fuzz
from tests.declarations.making import CLACTON, NOW, candidate, declared, told

FEEDS = ("a", "b", "unsure", "doubtful")
SAID = (
    result(),
    result({**VOTES, ABLE: 20_010}),
    result({**VOTES, BAKER: 21_000}),
    replace(result(), report=replace(result().report, electorate=None)),
    result({ABLE: 20_000, BAKER: 15_000}),
    winner(),
    winner(BAKER),
    RETRACTED,
    RECOUNT,
    standing(*VOTES),
)
BY_HAND = (
    declared(),
    declared(candidates=[candidate(BAKER, "Conservative", 9), candidate(ABLE, "Labour", 8)]),
    declared(withdrawn=True),
)

HEARD = st.tuples(st.sampled_from(FEEDS), st.sampled_from(SAID), st.integers(0, 2))
STEPS = st.lists(
    HEARD | st.integers(1, 15) | st.sampled_from(["crash"]) | st.sampled_from(BY_HAND),
    min_size=1,
    max_size=14,
)


class Night:
    """Somebody declares by hand, and feeds speak; a crash cuts off what is journalled next."""

    def __init__(self, catalogue: Catalogue, connection: Connection) -> None:
        journal = Journal(connection)
        journal.open([CLACTON], ContestKind.BY_ELECTION, NOW)
        catalogue.contests.live = LiveContests(journal, catalogue)
        self.room = Room(catalogue, connection)
        self.desk = Desk(catalogue, journal, lambda: self.room.now)
        self.by_hand = ""
        self._touched = False
        self._crashes = False

    def take(self, step: object) -> None:
        self.room.now += timedelta(seconds=1)
        if isinstance(step, tuple):
            feed, bulletin, order = step
            self.hear(feed, replace(bulletin, order=order))
        elif isinstance(step, int):
            self.room.later(step)
        elif isinstance(step, dict):
            [answer] = told(self.desk, step)
            if "unchanged" not in answer:
                self._touched = True
                self.by_hand = "" if step.get("withdrawn") else self.room.told()
        else:
            self._crashes = True

    def hear(self, feed: str, bulletin: Bulletin) -> None:
        with pytest.MonkeyPatch.context() as patch:
            for method in ("record", "name"):
                patch.setattr(self.room.journal, method, self._crashing(method))
            try:
                self.room.hear(feed, bulletin)
            except StateError:
                self._crashes = False
        self.room.hear(feed, bulletin)
        before = self.room.kinds(), self.room.refusals()
        self.room.hear(feed, bulletin)
        assert (self.room.kinds(), self.room.refusals()) == before

    def _crashing(self, method: str) -> object:
        write = getattr(self.room.journal, method)

        def crash(*given: object) -> object:
            if self._crashes:
                raise StateError("killed.")
            return write(*given)

        return crash

    def check(self) -> None:
        self.room.later(0)
        stands = self.room.journal.last(CLACTON)
        claims = self.room.books.claims.of(CLACTON)
        if self.by_hand:
            assert self.room.told() == self.by_hand
        disagreeing = {
            one.feed
            for one in claims.values()
            if one.result
            and stands
            and stands.result
            and not one.result.says_the_same(stands.result)
        }
        assert {feed for feed, settled in self.room.disagreements() if not settled} == disagreeing
        trusted = next((claims[one].result for one in ("a", "b") if has_result(claims, one)), None)
        if trusted and not self._touched:
            assert stands
            assert stands.result
            assert trusted.says_the_same(stands.result)


def has_result(claims: dict[str, Claim], feed: str) -> bool:
    return feed in claims and claims[feed].word is Word.RESULT


@fuzz
@given(STEPS)
def test_fuzz_the_journal_holds_what_it_must_whatever_is_said(
    another_catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory, steps: list[object]
) -> None:
    url = f"sqlite:///{tmp_path_factory.mktemp('night') / 'state.db'}"
    connection = open_state(url)
    connection.execute("PRAGMA synchronous = OFF")
    night = Night(another_catalogue, connection)
    try:
        for step in steps:
            night.take(step)
            night.check()
        night.room.later(60)
        assert night.room.desk.ripens_at() is None
        assert night.room.books.claims.waiting() == []
    finally:
        another_catalogue.contests.live = None
        connection.close()
