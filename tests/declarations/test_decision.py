"""Whom the decision desk believes, and when."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from sqlite3 import Connection

import pytest

from bot.catalogue.catalogue import Catalogue
from bot.declarations.declaration import Report, ReportedCandidate
from bot.declarations.desk import Desk
from bot.declarations.feeds.feed import Bulletin, Misread, Word
from bot.elections.contest import ContestId, ContestKind
from tests.declarations.deciding import (
    ABLE,
    BAKER,
    COLE,
    RECOUNT,
    RETRACTED,
    VOTES,
    Room,
    result,
    standing,
    winner,
)
from tests.declarations.making import CLACTON, NOW, declared, told

OTHER = {**VOTES, ABLE: 20_010}
UPSET = {**VOTES, BAKER: 21_000}


@pytest.fixture
def room(desk: Desk, live_catalogue: Catalogue, connection: Connection) -> Room:
    return Room(live_catalogue, connection)


def test_a_trusted_feed_is_believed_at_once_and_the_same_again_adds_nothing(room: Room) -> None:
    assert room.hear("a", result()) == "accepted: Clacton, 2029-05-03"
    assert room.outcome("a", result()) == "unchanged"
    assert room.outcome("b", result()) == "unchanged"
    assert room.told() == "A: Ann Able 20000"
    assert room.kinds() == ["declared"]


def test_where_two_disagree_the_more_trusted_one_wins_whichever_came_first(room: Room) -> None:
    room.hear("b", result(OTHER))
    assert room.told() == "B: Ann Able 20010"
    assert room.outcome("a", result()) == "corrected"
    assert room.told() == "A: Ann Able 20000"
    assert room.hear("b", result(UPSET)) == "overruled: Clacton, 2029-05-03: A says otherwise"
    assert room.told() == "A: Ann Able 20000"
    assert room.disagreements() == [("b", True), ("b", False)]


def test_a_disagreement_is_settled_when_it_ends(room: Room) -> None:
    room.hear("a", result())
    room.hear("b", result(OTHER))
    assert room.disagreements() == [("b", False)]
    room.hear("b", result())
    assert room.disagreements() == [("b", True)]


def test_other_spellings_of_a_name_are_no_disagreement_and_no_correction(room: Room) -> None:
    room.hear("b", result())
    renamed = result()
    people = (
        replace(renamed.report.candidates[0], name="Anne Able"),
        *renamed.report.candidates[1:],
    )
    again = replace(renamed, report=replace(renamed.report, candidates=people))
    assert room.outcome("a", again) == "unchanged"
    assert room.disagreements() == []
    assert room.kinds() == ["declared"]


def test_another_electorate_from_a_more_trusted_feed_is_a_correction(room: Room) -> None:
    room.hear("b", result())
    report = replace(result().report, electorate=71_000)
    assert room.outcome("a", replace(result(), report=report)) == "corrected"


def test_an_unsure_feed_alone_waits_for_the_time(room: Room) -> None:
    assert room.outcome("unsure", result()) == "waiting"
    assert room.told() == "nothing"
    assert room.later(9.9) == []
    assert room.later(0.1) == ["accepted"]
    assert room.told() == "UNSURE: Ann Able 20000"
    assert room.later(60) == []


def test_the_time_begins_anew_with_every_change(room: Room) -> None:
    room.hear("unsure", result(OTHER))
    room.later(8)
    room.hear("unsure", result())
    assert room.later(8) == []
    assert room.told() == "nothing"
    assert room.later(2) == ["accepted"]
    assert room.told() == "UNSURE: Ann Able 20000"


def test_a_second_feed_that_says_the_same_bears_it_out(room: Room) -> None:
    room.hear("unsure", result())
    assert room.outcome("doubtful", result()) == "accepted"
    assert room.told() == "UNSURE: Ann Able 20000"


def test_a_second_feed_that_says_something_else_does_not(room: Room) -> None:
    room.hear("unsure", result())
    assert room.outcome("doubtful", result(UPSET)) == "waiting"
    assert room.told() == "nothing"


def test_a_correction_of_an_unsure_feed_waits_and_meanwhile_what_was_told_stands(
    room: Room,
) -> None:
    room.hear("unsure", result())
    room.later(10)
    assert room.outcome("unsure", result(UPSET)) == "waiting"
    assert room.told() == "UNSURE: Ann Able 20000"
    assert room.outcome("unsure", result()) == "unchanged"
    assert room.later(30) == []
    assert room.kinds() == ["declared"]


def test_whoever_told_a_result_can_take_it_back_at_once(room: Room) -> None:
    room.hear("unsure", result())
    room.later(10)
    assert room.outcome("unsure", RETRACTED) == "withdrawn"
    assert room.told() == "nothing"
    assert room.later(60) == []


def test_what_another_feed_says_too_is_not_taken_back(room: Room) -> None:
    room.hear("a", result())
    room.hear("b", result())
    assert room.outcome("a", RETRACTED) == "unchanged"
    assert room.told() == "A: Ann Able 20000"


def test_nobody_takes_back_what_another_feed_told(room: Room) -> None:
    room.hear("a", result())
    assert room.outcome("b", RETRACTED) == "unchanged"
    assert room.told() == "A: Ann Able 20000"


def test_when_the_more_trusted_one_takes_back_the_next_one_counts(room: Room) -> None:
    room.hear("a", result())
    room.hear("b", result(OTHER))
    assert room.outcome("a", RETRACTED) == "corrected"
    assert room.told() == "B: Ann Able 20010"


def test_what_was_declared_by_hand_stands_against_every_feed(desk: Desk, room: Room) -> None:
    assert told(desk, declared()) == ["accepted: Clacton, 2029-05-03"]
    assert room.outcome("a", result(UPSET)) == "overruled"
    assert room.later(60) == []
    assert room.told() == "the press: Ann Able 20000"
    assert room.disagreements() == [("a", False)]


def test_what_was_withdrawn_by_hand_is_only_declared_again_by_something_newer(
    desk: Desk, room: Room
) -> None:
    room.now = NOW - timedelta(minutes=5)
    room.hear("a", result(UPSET))
    assert told(desk, declared(withdrawn=True)) == ["withdrawn: Clacton, 2029-05-03"]
    room.now = NOW + timedelta(minutes=5)
    assert room.outcome("a", result(UPSET)) == "unchanged"
    assert room.told() == "nothing"
    assert room.outcome("a", result()) == "accepted"


def test_a_feed_that_is_followed_no_longer_locks_nothing(room: Room) -> None:
    room.hear("a", result(UPSET))
    room.follow("b")
    assert room.outcome("b", result()) == "corrected"
    assert room.told() == "B: Ann Able 20000"


def test_an_old_revision_after_a_newer_one_is_refused(room: Room) -> None:
    room.hear("a", result(order=3))
    assert room.hear("a", result(UPSET, order=2)) == (
        "refused: Clacton: something newer about this contest came before it, and is kept"
    )
    assert room.told() == "A: Ann Able 20000"
    assert room.outcome("a", result(OTHER, order=4)) == "corrected"


def test_the_same_refusal_again_is_kept_once(room: Room) -> None:
    misread = Misread("<html>", "that is no JSON")
    for _ in range(3):
        room.desk.hear("a", misread, room.now)
    assert room.refusals() == ["that is no JSON"]


def test_a_winner_named_before_the_votes_is_told_as_that_and_gives_way_to_the_result(
    room: Room,
) -> None:
    assert room.outcome("unsure", winner()) == "accepted"
    assert room.told() == "UNSURE names Ann Able"
    assert room.outcome("unsure", result()) == "waiting"
    assert room.told() == "UNSURE names Ann Able"
    room.later(10)
    assert room.told() == "UNSURE: Ann Able 20000"
    assert room.kinds() == ["named", "declared"]
    assert room.outcome("a", winner(BAKER)) == "unchanged"
    assert room.outcome("unsure", winner()) == "unchanged"
    assert room.told() == "UNSURE: Ann Able 20000"


def test_a_name_that_is_taken_back_or_overtaken_by_a_recount_is_told_so(room: Room) -> None:
    room.hear("unsure", winner())
    assert room.outcome("unsure", RETRACTED) == "withdrawn"
    assert room.told() == "nothing"
    room.hear("unsure", winner(BAKER))
    assert room.outcome("a", RECOUNT) == "withdrawn"
    assert room.kinds() == ["named", "unnamed", "named", "unnamed"]


def test_of_two_names_the_more_trusted_feeds_counts(room: Room) -> None:
    room.hear("unsure", winner(BAKER))
    room.hear("a", winner(ABLE))
    assert room.told() == "A names Ann Able"
    assert room.outcome("unsure", winner(BAKER)) == "unchanged"


def test_a_partial_ballot_is_refused_where_more_are_nominated(room: Room) -> None:
    assert room.hear("unsure", standing(ABLE, BAKER, COLE)) == (
        "accepted: Clacton, 2029-05-03: 3 candidates"
    )
    two = {name: VOTES[name] for name in (ABLE, BAKER)}
    assert room.hear("unsure", result(two)) == (
        "refused: Clacton: 2 of 3 candidates have votes: a partial result is none"
    )
    # The nominations may be out of date: a feed that is trusted knows better.
    assert room.outcome("a", result(two)) == "accepted"


def test_a_time_that_is_still_to_come_or_before_the_poll_is_left_out(room: Room) -> None:
    ahead = result(declared_at=datetime(2029, 5, 4, 4, 30))  # noqa: DTZ001 (local, as feeds have it)
    assert room.outcome("a", ahead) == "accepted"
    last = room.journal.last(CLACTON)
    assert last
    assert last.declared_at is None
    early = result(OTHER, declared_at=datetime(2029, 5, 3, 21, 30))  # noqa: DTZ001
    assert room.outcome("a", early) == "corrected"
    first, second = room.refusals()
    assert "is not in the days after the poll: a clock is wrong somewhere" in first
    assert "declared_at 2029-05-04 04:30 is still to come: a clock is wrong somewhere" in second


def test_a_settled_contest_is_left_alone(room: Room) -> None:
    report = Report(date(2024, 7, 4), "Islington North", (ReportedCandidate("X Y", "Labour", 5),))
    assert room.hear("a", Bulletin(Word.RESULT, report, "")) == (
        "unchanged: Islington North, 2024-07-04: settled already"
    )


def test_what_was_claimed_before_a_crash_is_declared_when_it_comes_again(room: Room) -> None:
    """The claim was kept and the process killed before the journal was written."""
    room.hear("unsure", result())
    room.now += timedelta(minutes=30)
    assert room.outcome("unsure", result()) == "accepted"


def test_votes_that_fell_by_more_than_ever_wait_for_a_second_feed_whatever_the_time(
    live_catalogue: Catalogue, connection: Connection
) -> None:
    room = Room(live_catalogue, connection)
    bath = ContestId("E14001080", date(2029, 5, 3))
    room.journal.open([bath], ContestKind.GENERAL, NOW)
    few = (ReportedCandidate(ABLE, "Labour", 9_000), ReportedCandidate(BAKER, "Green", 8_000))
    seat = live_catalogue.seats.by_code[bath.code].name
    doubtful = Bulletin(Word.RESULT, Report(bath.polled_on, seat, few), "")
    assert room.outcome("unsure", doubtful) == "waiting"
    assert room.later(600) == []
    assert room.outcome("a", doubtful) == "accepted"


@pytest.mark.parametrize(
    ("bulletin", "reason"),
    [
        (result({ABLE: 40_001, BAKER: 40_000}), "80,001 votes are more than the electorate"),
        (result({ABLE: 5}), "one candidate alone is no whole result"),
        (result({}), "no candidates are given"),
        (winner("Nobody"), "none of the candidates named as the winner"),
        (
            replace(result(), report=replace(result().report, constituency="Atlantis")),
            "there is no",
        ),
        (
            replace(result(), report=replace(result().report, polled_on=date(2030, 1, 1))),
            "no contest in Clacton on 2030-01-01 is known; open it first",
        ),
    ],
)
def test_what_cannot_be_is_refused_with_the_reason_and_tells_nobody(
    room: Room, bulletin: Bulletin, reason: str
) -> None:
    assert reason in room.hear("a", bulletin)
    assert room.kinds() == []
    assert reason in room.refusals()[0]
