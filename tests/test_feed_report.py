"""What `teller feeds` shows an operator."""

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from sqlite3 import Connection

import pytest

from bot import config
from bot.catalogue.catalogue import Catalogue
from bot.declarations.claims import Waits
from bot.declarations.desk import Desk
from bot.declarations.feeds.feed import Misread
from bot.declarations.journal import Journal
from bot.feed_report import as_plain, report, show, state_of
from tests.declarations.conftest import (  # noqa: F401 (fixtures)
    another_catalogue,
    connection,
    desk,
    journal,
    live_catalogue,
    state_url,
)
from tests.declarations.deciding import ABLE, VOTES, Room, Said, result
from tests.declarations.making import CLACTON, NOW


@pytest.fixture
def room(desk: Desk, live_catalogue: Catalogue, connection: Connection) -> Room:  # noqa: F811
    return Room(live_catalogue, connection)


def shown(room: Room, catalogue: Catalogue, capsys: pytest.CaptureFixture[str]) -> str:
    settings = config.load({"TELLER_HOME": str(Path.cwd())}, None)
    show(report(settings, catalogue, room.journal), room.now)
    return capsys.readouterr().out


def test_where_no_feed_was_ever_followed_it_says_how_to_begin(
    journal: Journal,  # noqa: F811
    catalogue: Catalogue,
    capsys: pytest.CaptureFixture[str],
) -> None:
    show(report(config.load({}, None), catalogue, journal), NOW)
    assert "No feed was ever followed: name one in TELLER_FEEDS" in capsys.readouterr().out


def test_each_feed_with_its_state_its_lag_and_its_counts(
    room: Room, catalogue: Catalogue, capsys: pytest.CaptureFixture[str]
) -> None:
    room.hear("b", result())
    room.office.succeeded("b", {}, "", room.now)
    room.office.changed("b", room.now)
    room.now += timedelta(seconds=90)
    room.hear("a", result({**VOTES, ABLE: 20_010}))
    room.desk.hear("a", Misread("<\x1b[31mhtml>", "that is no \x1b[31mJSON"), room.now)
    room.office.succeeded("a", {}, "", room.now)
    for _ in range(3):
        room.office.failed("unsure", "it is out of order (503).", room.now)
    said = shown(room, catalogue, capsys)
    assert said == (
        "a (A; number 1 in trust)\n"
        "   working\n"
        "   last success 0 s ago · last news – · lag 90 s behind the first\n"
        "   1 results · 1 refused · 0 disagreements\n"
        "b (B; number 2 in trust)\n"
        "   not followed now: is Teller running?\n"
        "   last success 90 s ago · last news 90 s ago · lag 0 s behind the first\n"
        "   1 results · 0 refused · 1 disagreements\n"
        "unsure (UNSURE; number 3 in trust, needs a second source or time)\n"
        "   failing, 3 times in a row: it is out of order (503).\n"
        "   last success – · last news – · lag –\n"
        "   0 results · 0 refused · 0 disagreements\n"
        "doubtful (DOUBTFUL; number 4 in trust, needs a second source or time)\n"
        "   not asked yet\n"
        "   last success – · last news – · lag –\n"
        "   0 results · 0 refused · 0 disagreements\n"
        "Disagreement: Clacton, 2029-05-03: b says Ann Able (Labour) 20,000, Ben Baker "
        "(Conservative) 15,000, Cat Cole (Green) 5,000; electorate 70,000; A says, and that is "
        "told, Ann Able (Labour) 20,010, Ben Baker (Conservative) 15,000, Cat Cole (Green) 5,000; "
        "electorate 70,000.\n"
        "What was refused, and why: teller refused\n"
    )


def test_what_waits_is_said_with_the_time_that_is_left(
    room: Room, catalogue: Catalogue, capsys: pytest.CaptureFixture[str]
) -> None:
    room.hear("unsure", result())
    room.now += timedelta(minutes=4)
    said = shown(room, catalogue, capsys)
    assert "Waiting: Clacton, 2029-05-03: unsure says Ann Able (Labour) 20,000" in said
    assert "told in 6 min, or when a second feed says so." in said


def test_the_lag_of_a_feed_that_tells_times_is_counted_from_them(
    room: Room, catalogue: Catalogue, capsys: pytest.CaptureFixture[str]
) -> None:
    declared = (NOW - timedelta(minutes=12)).replace(tzinfo=None) + timedelta(hours=1)
    room.hear("a", result(declared_at=declared))
    assert "lag 12 min after" in shown(room, catalogue, capsys)


def test_a_feed_that_is_followed_no_longer_is_said_to_be_so(room: Room) -> None:
    room.follow("b")
    states = {one.name: state_of(one, room.now) for one in room.office.healths()}
    assert states["a"] == "not followed any more"
    assert states["b"] == "not asked yet"
    assert room.office.healths()[0].name == "b"


def test_it_can_be_had_as_json(room: Room, catalogue: Catalogue) -> None:
    room.hear("unsure", result())
    plain = as_plain(report(config.load({}, None), catalogue, room.journal))
    told = json.loads(json.dumps(plain))
    assert [one["name"] for one in told["feeds"]] == ["a", "b", "unsure", "doubtful"]
    assert told["waiting"][0]["contest"] == "E14001174.2029-05-03"
    assert told["disagreements"] == []


def test_every_state_of_a_feed_in_a_few_words(room: Room) -> None:
    [health] = [one for one in room.office.healths() if one.name == "a"]
    later = NOW + timedelta(seconds=59)
    for changes, said in (
        ({"interval": 0.0}, "listening"),
        ({}, "not asked yet"),
        ({"tried_at": NOW}, "working"),
        ({"tried_at": NOW, "interval": 0.0}, "working"),
        ({"tried_at": NOW, "trouble": "page 2 is missing."}, "working, but page 2 is missing."),
        (
            {"tried_at": NOW, "trouble": "it is down.", "failures": 1},
            "failing, once: it is down.",
        ),
        (
            {"tried_at": NOW, "trouble": "it is down.", "failures": 12},
            "failing, 12 times in a row: it is down.",
        ),
        ({"tried_at": NOW - timedelta(minutes=2)}, "not followed now: is Teller running?"),
        ({"tried_at": NOW - timedelta(minutes=2), "interval": 60.0}, "working"),
        ({"tried_at": NOW - timedelta(days=2), "interval": 0.0}, "working"),
        ({"tried_at": NOW, "place": None, "failures": 3}, "not followed any more"),
    ):
        assert state_of(replace(health, **changes), later) == said


def test_what_others_wrote_never_reaches_the_terminal_as_a_control_sign(
    room: Room, catalogue: Catalogue, capsys: pytest.CaptureFixture[str]
) -> None:
    evil = "\x1b[2J\x07\r\n\u202eevil\x9b31m [red][/]"
    room.office.register([Said(f"folder:/srv/{evil}"), Said("b")], frozenset({"b"}), NOW)
    room.office.failed("b", f"{evil}\ud800", NOW)
    named = replace(result().report.candidates[0], name=f"Ann {evil}")
    people = (named, *result().report.candidates[1:])
    told = replace(result(), report=replace(result().report, candidates=people))
    room.hear("b", told)
    said = shown(room, catalogue, capsys)
    assert all(sign.isprintable() or sign == "\n" for sign in said)
    assert "[red]" in said
    assert len(said.splitlines()) == len(said.split("\n")) - 1


def test_what_feeds_said_that_are_not_followed_any_more_needs_no_eye(
    room: Room, catalogue: Catalogue, capsys: pytest.CaptureFixture[str]
) -> None:
    room.hear("unsure", result())
    room.hear("b", result({**VOTES, ABLE: 20_010}))
    room.hear("a", result())
    room.hear("doubtful", result({**VOTES, ABLE: 20_020}))
    room.follow("a")
    said = shown(room, catalogue, capsys)
    assert "Waiting" not in said
    assert "Disagreement" not in said
    assert "1 results · 0 refused · 1 disagreements" in said


def test_an_unlikely_result_is_said_to_need_a_second_feed(
    room: Room, catalogue: Catalogue, capsys: pytest.CaptureFixture[str]
) -> None:
    room.hear("unsure", result())
    room.books.claims.put_off(CLACTON, {"unsure": Waits.FOR_A_SECOND})
    said = shown(room, catalogue, capsys)
    assert "unlikely, so it is told when a second feed says so, or teller declare does." in said


def test_whoever_is_ahead_of_the_clock_lags_by_nothing(
    room: Room, catalogue: Catalogue, capsys: pytest.CaptureFixture[str]
) -> None:
    ahead = (NOW + timedelta(minutes=4)).replace(tzinfo=None) + timedelta(hours=1)
    room.hear("a", result(declared_at=ahead))
    assert "lag –" in shown(room, catalogue, capsys)
    room.now += timedelta(minutes=3)
    room.hear("b", result())
    said = shown(room, catalogue, capsys)
    assert "lag 0 s behind the first" in said
    assert "lag 3 min behind the first" in said


def test_everything_that_can_be_kept_can_be_had_as_json(room: Room, catalogue: Catalogue) -> None:
    room.hear("a", result())
    room.hear("b", result({**VOTES, ABLE: 20_010}))
    room.office.failed("b", "it says “\ud800”\x1b.", NOW)
    room.follow("b", "a")
    plain = as_plain(report(config.load({}, None), catalogue, room.journal))
    told = json.loads(json.dumps(plain))
    assert [one["place"] for one in told["feeds"]] == [0, 1, None, None]
    [one] = told["disagreements"]
    assert (one["feed"], one["contest"]) == ("b", "E14001174.2029-05-03")
    assert one["settled_at"] is None
    assert one["noticed_at"] == NOW.isoformat()
