"""Elections that an operator opens, and closes again."""

from collections import Counter
from datetime import date

import pytest

from bot.declarations.desk import Desk
from bot.declarations.journal import Journal
from bot.elections.contest import ContestId, ContestKind
from bot.errors import TellerError
from tests.declarations.making import CLACTON, declared, told

LATER = date(2030, 6, 6)


def test_a_general_election_opens_todays_650_seats_once(desk: Desk, journal: Journal) -> None:
    day = date(2030, 6, 6)
    assert desk.open_election(day, None) == (650, 650)
    assert desk.open_election(day, None) == (0, 650)
    opened = [one for one, kind in journal.opened().items() if kind is ContestKind.GENERAL]
    assert len(opened) == len({one.code for one in opened}) == 650
    assert {one.polled_on for one in opened} == {day}
    assert Counter(one.code[0] for one in opened) == {"E": 543, "S": 57, "W": 32, "N": 18}


@pytest.mark.parametrize(
    ("by", "code"),
    [
        ("E14001174", "E14001174"),
        ("Clacton", "E14001174"),
        ("islington NORTH", "E14001305"),
        ("Ynys Mon", "W07000112"),
        ("Caerffili", "W07000088"),
        ("Pen-y-bont", "W07000086"),
    ],
)
def test_a_by_election_is_opened_by_code_or_name(
    desk: Desk, journal: Journal, by: str, code: str
) -> None:
    day = date(2026, 12, 10)
    assert desk.open_election(day, by) == (1, 1)
    assert desk.open_election(day, code) == (0, 1)
    assert journal.opened(code)[ContestId(code, day)] is ContestKind.BY_ELECTION


@pytest.mark.parametrize(
    "by",
    [
        "Atlantis",
        "Clactn",
        "E14000763",
        "Wentworth and Dearne",
        "London",
        "",
        " ",
    ],
)
def test_a_by_election_is_opened_only_in_a_seat_of_today(
    desk: Desk, journal: Journal, by: str
) -> None:
    with pytest.raises(TellerError, match=f"There is no one constituency “{by}” today: write its"):
        desk.open_election(date(2026, 12, 10), by)
    assert list(journal.opened()) == [CLACTON]


@pytest.mark.parametrize("day", [date(2026, 8, 13), date(2024, 7, 4), date.min])
def test_a_day_that_the_results_reach_cannot_be_opened(
    desk: Desk, journal: Journal, day: date
) -> None:
    with pytest.raises(TellerError, match="reach to 2026-08-13: only a later day can be opened"):
        desk.open_election(day, None)
    assert list(journal.opened()) == [CLACTON]


def test_what_was_opened_by_mistake_is_closed(desk: Desk, journal: Journal) -> None:
    desk.open_election(LATER, None)
    assert desk.close_election(LATER, None) == 650
    assert list(journal.opened()) == [CLACTON]


def test_one_seat_is_closed_by_its_name(desk: Desk, journal: Journal) -> None:
    desk.open_election(LATER, "Clacton")
    desk.open_election(LATER, "Bath")
    assert desk.close_election(LATER, "Bath") == 1
    assert [one.code for one in journal.opened() if one.polled_on == LATER] == [CLACTON.code]


def test_what_was_declared_stays_open_also_if_it_was_taken_back(
    desk: Desk, journal: Journal
) -> None:
    told(desk, declared(), declared(withdrawn=True))
    assert desk.close_election(CLACTON.polled_on, None) == 0
    assert list(journal.opened()) == [CLACTON]


def test_nothing_is_closed_where_nothing_was_open(desk: Desk) -> None:
    assert desk.close_election(LATER, None) == 0


def test_a_seat_that_cannot_be_meant_is_refused(desk: Desk) -> None:
    with pytest.raises(TellerError, match="There is no one constituency “Nowhere”"):
        desk.close_election(LATER, "Nowhere")
