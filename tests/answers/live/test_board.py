"""What the live board says."""

from datetime import date

import pytest

from bot.answers.live.board import board_reply
from bot.answers.plain import render
from bot.answers.reply import Reply, ReplyKind
from bot.catalogue.catalogue import Catalogue
from bot.declarations.desk import Desk
from bot.declarations.newsroom import Newsroom
from tests.answers.telling import WITHDRAWN, facts
from tests.declarations.making import (
    DAY,
    Plain,
    as_declared,
    candidate,
    declared,
    settled,
    told,
)

GENERAL, POLL = date(2030, 6, 6), date(2024, 7, 4)
SEATS = "Seats (change since 2024)"


@pytest.fixture
def night(live_catalogue: Catalogue, desk: Desk) -> Catalogue:
    desk.open_election(GENERAL, None)
    return live_catalogue


def result(seat: str, winner: str, second: str, **more: object) -> Plain:
    two = [candidate("Ann Able", winner, 600), candidate("Ben Baker", second, 400)]
    return declared(
        **{"polled_on": GENERAL.isoformat(), "constituency": seat, "candidates": two} | more
    )


def latest(reply: Reply) -> list[str]:
    return [one.label.removeprefix("Latest: ") for one in reply.facts if "Latest" in one.label]


def test_a_general_election_half_an_hour_in(
    night: Catalogue, newsroom: Newsroom, desk: Desk
) -> None:
    told(
        desk,
        result("Bootle", "Labour", "Green", declared_at="2030-06-06T23:10"),
        result("Hendon", "Conservative", "Labour", declared_at="2030-06-06T23:25"),
        source="the press",
    )
    assert (
        render(board_reply(night, newsroom, GENERAL))
        == """\
General election, 6 June 2030 · live board
2 of 650 declared
Seats (change since 2024): Labour 1 (−1) · Conservative 1 (+1)
Needed for an overall majority: 326 of 650 seats
Changed hands: 1 seat: Conservative 1 from Labour
Latest: Hendon: Conservative gain from Labour: Ann Able by 200 · declared about
23:25
Latest: Bootle: Labour hold: Ann Able by 200 · declared about 23:10
More: 1 Hendon · 2 Bootle
Source: the press"""
    )


def test_before_anything_is_declared(night: Catalogue, newsroom: Newsroom) -> None:
    reply = board_reply(night, newsroom, GENERAL)
    assert reply.kind is ReplyKind.DECLARED
    assert reply.headline == "None of 650 declared yet"
    assert facts(reply) == {"Needed for an overall majority": "326 of 650 seats"}
    assert (reply.choices, reply.sources, reply.as_of) == ((), (), None)


def test_the_latest_five_come_newest_first(
    night: Catalogue, newsroom: Newsroom, desk: Desk
) -> None:
    seats = ["Bootle", "Hendon", "Clacton", "Ynys Môn", "Bath", "Arundel and South Downs"]
    told(desk, *(result(seat, "Green", "Labour") for seat in seats))
    reply = board_reply(night, newsroom, GENERAL)
    assert latest(reply) == seats[:0:-1]
    assert [choice.short for choice in reply.choices] == seats[:0:-1]


def test_equal_boards_are_equal_until_something_is_declared(
    night: Catalogue, newsroom: Newsroom, desk: Desk
) -> None:
    told(desk, result("Bootle", "Labour", "Green"))
    before = board_reply(night, newsroom, GENERAL)
    told(desk, result("Bootle", "Labour", "Green"))
    assert board_reply(night, newsroom, GENERAL) == before
    told(desk, result("Bootle", "Green", "Labour"))
    corrected = board_reply(night, newsroom, GENERAL)
    assert corrected != before
    assert facts(corrected)["Latest: Bootle"].endswith(" · corrected")
    assert facts(corrected)[SEATS] == "Green 1 (+1) · Labour 0 (−1)"
    told(desk, result("Bootle", "Green", "Labour", withdrawn=True))
    assert board_reply(night, newsroom, GENERAL).headline == "None of 650 declared yet"


def test_most_gains_are_named_and_the_others_counted(
    night: Catalogue, newsroom: Newsroom, desk: Desk
) -> None:
    winners = [
        "Green",
        "Reform UK",
        "Conservative",
        "Independent",
        "Liberal Democrat",
        "Your Party",
    ]
    labour = [
        one.contest.constituency.code
        for one in night.elections.general(POLL)
        if one.outcome.winner.id == "labour"
    ]
    told(
        desk,
        *(result(code, winner, "Labour") for code, winner in zip(labour, winners, strict=False)),
    )
    told(desk, result(labour[6], "Green", "Labour"))
    changed = facts(board_reply(night, newsroom, GENERAL))["Changed hands"]
    assert changed.startswith("7 seats: Green 2 from Labour · ")
    assert changed.endswith(" · and 1 more")


def test_whoever_reaches_a_majority_is_named(
    night: Catalogue, newsroom: Newsroom, desk: Desk
) -> None:
    codes = [one.code for one in night.seats.by_code.values() if not one.abolished]
    told(desk, *(result(code, "Green", "Labour") for code in codes[:325]))
    needed = "Needed for an overall majority"
    assert facts(board_reply(night, newsroom, GENERAL))[needed] == "326 of 650 seats"
    told(desk, result(codes[325], "Green", "Labour"))
    assert facts(board_reply(night, newsroom, GENERAL))[needed] == (
        "326 of 650 seats; reached by the Greens"
    )


def test_a_by_election_has_a_board_without_a_majority(
    live_catalogue: Catalogue, newsroom: Newsroom, desk: Desk
) -> None:
    desk.open_election(DAY, "Clacton")
    empty = board_reply(live_catalogue, newsroom, DAY)
    assert empty.title == "By-election, 3 May 2029 · live board"
    assert (empty.headline, empty.facts) == ("Nothing declared yet", ())
    told(desk, declared(declared_at="2029-05-04T02:15"), source="the council")
    reply = board_reply(live_catalogue, newsroom, DAY)
    assert reply.headline == "Declared"
    assert facts(reply) == {
        SEATS: "Labour 1 (+1) · Reform UK 0 (−1)",
        "Changed hands": "1 seat: Labour 1 from Reform UK",
        "Latest: Clacton": "Labour gain from Reform UK: Ann Able by 5,000 · declared about 02:15",
    }
    told(desk, WITHDRAWN)
    assert board_reply(live_catalogue, newsroom, DAY) == empty


def test_several_by_elections_of_one_day_are_one_board(
    live_catalogue: Catalogue, newsroom: Newsroom, desk: Desk
) -> None:
    desk.open_election(DAY, "Clacton")
    desk.open_election(DAY, "Bootle")
    told(desk, declared())
    reply = board_reply(live_catalogue, newsroom, DAY)
    assert reply.title == "By-elections, 3 May 2029 · live board"
    assert reply.headline == "1 of 2 declared"


def test_a_settled_election_has_a_board_that_is_not_live(
    live_catalogue: Catalogue, newsroom: Newsroom
) -> None:
    reply = board_reply(live_catalogue, newsroom, POLL)
    assert reply.title == "General election, 4 July 2024 · board"
    assert reply.headline == "All 650 declared"
    told_ = facts(reply)
    assert told_["Seats (change since 2019)"].startswith(
        "Labour 411 (+211) · Conservative 121 (−251)"
    )
    assert told_["Needed for an overall majority"] == "326 of 650 seats; reached by Labour"
    assert len(latest(reply)) == 5
    assert reply.sources == ("UK Parliament election results",)
    assert reply.as_of


def test_a_past_night_is_counted_as_it_is_declared_again(
    live_catalogue: Catalogue, newsroom: Newsroom, desk: Desk
) -> None:
    told(desk, as_declared(settled(live_catalogue)), source="a rehearsal")
    reply = board_reply(live_catalogue, newsroom, POLL)
    assert reply.title == "General election, 4 July 2024 · live board"
    assert reply.headline == "1 of 650 declared"
    assert reply.preface[0].startswith("This is a past night, declared over again.")
    assert latest(reply) == ["Islington North"]
    assert reply.sources == ("a rehearsal",)
