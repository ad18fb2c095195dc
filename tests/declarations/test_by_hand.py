"""What is declared or withdrawn by hand, and feeds that say otherwise before and after."""

import threading
from datetime import timedelta
from sqlite3 import Connection

import pytest

from bot.catalogue.catalogue import Catalogue
from bot.declarations.declaration import Declaration
from bot.declarations.desk import Desk
from bot.declarations.journal import Journal
from bot.declarations.state import open_state, writing
from tests.declarations.deciding import BAKER, VOTES, WAIT, Room, result, winner
from tests.declarations.making import CLACTON, NOW, declared, told

UPSET = {**VOTES, BAKER: 21_000}
MINUTES = timedelta(minutes=5)


@pytest.fixture
def room(desk: Desk, live_catalogue: Catalogue, connection: Connection) -> Room:
    return Room(live_catalogue, connection)


@pytest.fixture
def withdrawn(desk: Desk, room: Room) -> Room:
    """Feed a said something, somebody took it back by hand, and five minutes went by."""
    room.now = NOW - MINUTES
    room.hear("a", result(UPSET))
    assert told(desk, declared(withdrawn=True)) == ["withdrawn: Clacton, 2029-05-03"]
    room.now = NOW + MINUTES
    return room


def test_an_old_claim_stays_old_after_another_feed_has_declared_anew(withdrawn: Room) -> None:
    assert withdrawn.outcome("b", result()) == "accepted"
    assert withdrawn.outcome("b", result()) == "unchanged"
    assert withdrawn.outcome("a", result(UPSET)) == "overruled"
    assert withdrawn.later(60) == []
    assert withdrawn.told() == "B: Ann Able 20000"
    assert withdrawn.kinds() == ["declared", "withdrawn", "declared"]


def test_whoever_says_something_new_is_heard_again(withdrawn: Room) -> None:
    withdrawn.hear("b", result())
    assert withdrawn.outcome("a", result({**VOTES, BAKER: 21_001})) == "corrected"
    assert withdrawn.told() == "A: Ben Baker 21001"


def test_a_winner_named_before_a_withdrawal_by_hand_is_not_named_after_it(
    desk: Desk, room: Room
) -> None:
    room.now = NOW - MINUTES
    room.hear("unsure", winner())
    room.hear("a", result())
    told(desk, declared(withdrawn=True))
    room.now = NOW + MINUTES
    assert room.outcome("a", result()) == "unchanged"
    assert room.told() == "nothing"
    assert room.outcome("b", winner(BAKER)) == "accepted"
    assert room.told() == "B names Ben Baker"


def test_what_stands_by_hand_leaves_nothing_waiting(desk: Desk, room: Room) -> None:
    told(desk, declared())
    assert room.hear("unsure", result(UPSET)) == (
        "overruled: Clacton, 2029-05-03: the press says otherwise"
    )
    assert room.books.claims.waiting() == []
    assert room.disagreements() == [("unsure", False)]


def test_what_waited_when_it_was_declared_by_hand_never_ripens(desk: Desk, room: Room) -> None:
    room.hear("unsure", result(UPSET))
    told(desk, declared())
    assert room.later(30) == []
    assert room.told() == "the press: Ann Able 20000"
    assert room.desk.ripens_at() is None


def test_a_declaration_by_hand_against_what_a_feed_said_is_a_disagreement_at_once(
    desk: Desk, room: Room
) -> None:
    room.hear("a", result(UPSET))
    told(desk, declared())
    assert room.later(0) == []
    assert room.disagreements() == [("a", False)]
    told(desk, declared(withdrawn=True))
    assert room.later(0) == []
    assert room.disagreements() == [("a", True)]


def test_a_disagreement_with_what_stands_by_hand_is_settled_by_a_withdrawal(
    desk: Desk, room: Room
) -> None:
    told(desk, declared())
    room.hear("a", result(UPSET))
    told(desk, declared(withdrawn=True))
    room.now = NOW + MINUTES
    room.hear("b", winner())
    assert room.disagreements() == [("a", True)]


def test_a_feed_that_was_followed_once_is_not_taken_for_somebody_by_hand(room: Room) -> None:
    room.follow("old")
    room.hear("old", result(UPSET))
    room.follow("a")
    assert room.outcome("a", result()) == "corrected"


def test_a_hand_that_is_quicker_by_a_moment_is_not_overruled(room: Room, state_url: str) -> None:
    """The feed has read that nothing is declared, and waits for somebody else who writes."""
    room.hear("unsure", result(UPSET))
    locked, claimed = threading.Event(), room.books.claims.of(CLACTON)["unsure"].result
    assert claimed

    def declare() -> None:
        other = open_state(state_url)
        with writing(other) as state:
            state.execute(
                "INSERT INTO journal (code, polled_on, version, kind, payload, source, "
                "recorded_at) VALUES (?, ?, 1, 'declared', ?, 'the press', ?)",
                (
                    *(CLACTON.code, CLACTON.polled_on.isoformat()),
                    *(claimed.as_json().replace("21000", "21005"), NOW.isoformat()),
                ),
            )
            locked.set()
            threading.Event().wait(0.3)
        other.close()

    writer = threading.Thread(target=declare)
    writer.start()
    locked.wait(10)
    assert room.desk.ripen(room.now + WAIT) == []
    writer.join(10)
    assert room.told() == "the press: Ben Baker 21005"
    assert room.kinds() == ["declared"]


def test_an_entry_after_another_than_was_known_is_not_written(room: Room) -> None:
    room.hear("a", result())
    last = room.journal.last(CLACTON)
    assert last
    withdrawal = Declaration(CLACTON, None, None)
    for after in (0, last.seq + 1):
        assert room.journal.record(withdrawal, "x", NOW, after) is None
    assert room.journal.record(withdrawal, "x", NOW, last.seq)


def test_the_last_from_others_is_of_that_contest_and_no_name(
    desk: Desk, room: Room, connection: Connection
) -> None:
    journal = Journal(connection)
    assert journal.last_from_others(CLACTON, set()) is None
    room.hear("unsure", winner())
    assert journal.last_from_others(CLACTON, set()) is None
    told(desk, declared())
    by_hand = journal.last_from_others(CLACTON, {"A", "UNSURE"})
    assert by_hand
    assert by_hand.source == "the press"
    assert journal.last_from_others(CLACTON, {"A", "the press"}) is None
