"""The rows of a listing in columns, and as a file."""

import csv
import io
from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from bot.answers.listing import as_csv, shown, table
from bot.answers.plain import render
from bot.answers.reply import Cell, Column, Listing, Unit
from tests.answers.listings import LISTING, SAFEST


def listing(*columns: Column, rows: list[tuple[Cell, ...]], numbered: bool = False) -> Listing:
    return Listing("a-list", columns, tuple(rows), numbered)


def read(listed: Listing) -> list[list[str]]:
    return list(csv.reader(io.StringIO(as_csv(listed).decode("utf-8-sig"), newline="")))


def one(cell: Cell, unit: Unit = Unit.TEXT) -> str:
    """The cell as it is written to a file, between others."""
    return read(listing(Column("a"), Column("b", unit), Column("c"), rows=[("x", cell, "y")]))[1][1]


@pytest.mark.parametrize(
    ("cell", "unit", "expected"),
    [
        (24120, Unit.COUNT, "24,120"),
        (-3, Unit.COUNT, "−3"),
        (0, Unit.COUNT, "0"),
        (211, Unit.NET, "+211"),
        (-1251, Unit.NET, "−1,251"),
        (0, Unit.NET, "0"),
        (0.492, Unit.SHARE, "49.2%"),
        (0, Unit.SHARE, "0.0%"),
        (0.0001, Unit.SHARE, "<0.1%"),
        (0.031, Unit.CHANGE, "+3.1"),
        (-0.299, Unit.CHANGE, "−29.9"),
        (0.148, Unit.POINTS, "14.8 points"),
        (0.01, Unit.POINTS, "1.0 point"),
        (date(2024, 7, 4), Unit.DAY, "4 July 2024"),
        (datetime(2024, 7, 5, 2, 5), Unit.TIME, "5 July 2024, 02:05"),  # noqa: DTZ001
        (2019, Unit.TEXT, "2019"),
        ("two\n lines", Unit.TEXT, "two lines"),
        ("uncontested", Unit.COUNT, "uncontested"),
        (None, Unit.COUNT, ""),
        (None, Unit.TEXT, ""),
    ],
)
def test_a_cell_is_told_as_its_unit_says(cell: Cell, unit: Unit, expected: str) -> None:
    assert shown(cell, unit) == expected


def test_all_rows_stand_in_columns_with_figures_to_the_right() -> None:
    lines = table(LISTING, 100)
    assert len(lines) == 1 + 37
    assert lines[:3] == [
        "     Constituency  Party         Majority  Lead (points)  Turnout  Change    Polled on",
        " 1.  Seat 1        Labour          29,999            1.0    51.0%    −1.0  4 July 2024",
        " 2.  Seat 2        Conservative    29,998            2.0    52.0%    −2.0  4 July 2024",
    ]
    assert lines[-1] == "37.  Seat 37                           37"


def test_a_heading_of_figures_is_broken_before_anything_else() -> None:
    assert table(LISTING, 81)[:3] == [
        "                                               Lead",
        "     Constituency  Party         Majority  (points)  Turnout  Change    Polled on",
        " 1.  Seat 1        Labour          29,999       1.0    51.0%    −1.0  4 July 2024",
    ]


def test_a_name_too_long_for_its_column_has_a_line_of_its_own() -> None:
    seat = "Inverness, Nairn, Badenoch and Strathspey"
    listed = listing(
        Column("Constituency"),
        Column("Party"),
        Column("Majority", Unit.COUNT),
        rows=[(seat, "Scottish National Party", 1_234), ("Bath", "Labour", 11_218)],
        numbered=True,
    )
    assert table(listed, 60) == [
        "    Constituency           Party                    Majority",
        "1.  Inverness, Nairn, Badenoch and Strathspey",
        "                           Scottish National Party     1,234",
        "2.  Bath                   Labour                     11,218",
    ]


def test_what_does_not_fit_side_by_side_stands_in_lines() -> None:
    lines = table(LISTING, 50)
    assert lines[:4] == [
        "1. Seat 1",
        "  Party: Labour · Majority: 29,999",
        "  Lead: 1.0 point · Turnout: 51.0% · Change: −1.0",
        "  Polled on: 4 July 2024",
    ]
    assert lines[-2:] == ["37. Seat 37", "  Majority: 37"]


def test_columns_stay_in_line_whatever_the_width_of_letters() -> None:
    listed = listing(
        Column("Name"), Column("Votes", Unit.COUNT), rows=[("王小明", 1), ("Ann Other", 24_120)]
    )
    assert len({cell_len(line) for line in table(listed, 80)}) == 1


def test_a_reply_tells_its_list_whole_after_the_headline() -> None:
    lines = render(SAFEST).splitlines()
    assert lines[1] == SAFEST.headline
    assert sum("Seat " in line for line in lines[2:]) == 37
    assert lines[-3].startswith("The majority is over")


def test_no_rows_are_no_lines() -> None:
    assert table(replace(LISTING, rows=()), 80) == []
    assert read(replace(LISTING, rows=())) == [read(LISTING)[0]]


def test_a_file_has_all_rows_with_raw_figures_and_says_their_units() -> None:
    rows = read(LISTING)
    assert rows[0] == [
        "Constituency",
        "Party",
        "Majority",
        "Lead (points)",
        "Turnout (%)",
        "Change (points)",
        "Polled on",
    ]
    assert rows[1] == ["Seat 1", "Labour", "29999", "1.00", "51.00", "-1.00", "2024-07-04"]
    assert rows[37] == ["Seat 37", "", "37", "", "", "", ""]
    assert len(rows) == 38


def test_a_heading_that_says_its_unit_does_not_say_it_twice() -> None:
    listed = listing(
        Column("Seat"),
        Column("Majority (points)", Unit.POINTS),
        Column("Majority, %", Unit.SHARE),
        rows=[("a", 0.1, 0.1)],
    )
    assert read(listed)[0] == ["Seat", "Majority (points)", "Majority, %"]


def test_a_file_is_utf8_that_excel_knows() -> None:
    raw = as_csv(listing(Column("Name"), rows=[("Siân Gwenllïan 王",)]))
    assert raw == b"\xef\xbb\xbf" + "Name\r\nSiân Gwenllïan 王\r\n".encode()


@pytest.mark.parametrize("name", ["=1+1", "+44", "-1", "@SUM(A1)", "\tx", "\r=1", "\n=1"])
def test_no_text_is_run_by_a_spreadsheet(name: str) -> None:
    assert one(name) == f"'{name}"


@pytest.mark.parametrize(
    "name", ["Plaid Cymru - The Party of Wales", 'The "Real" One, Ltd', "a\nb"]
)
def test_other_text_is_written_as_it_is(name: str) -> None:
    assert one(name) == name


@pytest.mark.parametrize(
    ("cell", "unit", "expected"),
    [
        (-3, Unit.COUNT, "-3"),
        (24120, Unit.COUNT, "24120"),
        (0.49244, Unit.SHARE, "49.24"),
        (-0.000001, Unit.CHANGE, "0.00"),
        (0.0001, Unit.POINTS, "0.01"),
        (datetime(2024, 7, 5, 2, 5), Unit.TIME, "2024-07-05 02:05"),  # noqa: DTZ001
    ],
)
def test_figures_in_a_file_are_numbers(cell: Cell, unit: Unit, expected: str) -> None:
    assert one(cell, unit) == expected


ROW = st.tuples(st.text(), st.text(), st.integers(0, 10**7))


@pytest.mark.parametrize("numbered", [True, False])
@given(st.lists(ROW, min_size=1))
def test_no_text_breaks_the_columns_or_the_file(
    numbered: bool,  # noqa: FBT001
    rows: list[tuple[str, str, int]],
) -> None:
    columns = (Column("Name"), Column("Party"), Column("Votes", Unit.COUNT))
    listed = listing(*columns, rows=[*rows], numbered=numbered)
    for width in (20, 40, 80):
        assert len(table(listed, width)) > len(rows)
    assert len(read(listed)) == len(rows) + 1
