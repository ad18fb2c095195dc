"""Exports that are spoiled: what is refused whole, what is left out, and what is left open."""

from datetime import date
from pathlib import Path

import pytest

from bot.errors import DataError
from bot.importing.official.export import Heading, read_export
from bot.importing.official.run import import_export
from tests.importing.official.conftest import ASHFIELD, BATH, SINCE, TODAY, imported, of_seat
from tests.importing.official.making import Row, as_export, candidate_results, table

HEADING = Heading(BATH, "Bath", date(2026, 8, 20))


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        ({"Candidate vote count": "-5"}, "votes is '-5', which is no whole number of people"),
        ({"Candidate vote count": "1,200"}, "votes is '1,200'"),
        ({"Candidate vote count": "many"}, "votes is 'many'"),
        ({"Candidate vote count": "1000001"}, "more than any constituency has people"),
        ({"Candidate vote count": "9" * 5000}, "more than any constituency has people"),
        ({"Candidate vote count": ""}, "votes of Wera Hobhouse are missing"),
        ({"Candidate vote count": "8000"}, "no one candidate is at position 1"),
        ({"Candidate result position": ""}, "position of Wera Hobhouse are missing"),
        ({"Candidate result position": "2"}, "no one candidate is at position 1"),
        ({"Electorate": "many"}, "its lines disagree about “Electorate”"),
        ({"Candidate given name": "", "Candidate family name": ""}, "a candidate has no name"),
        ({"Candidate family name": "Hob\x1b[31m"}, "holds a sign that no name has: U+001B"),
        ({"Candidate family name": "x" * 300}, "a candidate's name is longer than 200 letters"),
        ({"Main party name": "x\u202e"}, "a party's name holds a sign that no name has: U+202E"),
        ({"Candidate MNIS ID": "4,602"}, "has '4,602' for a Parliament number"),
        ({"Candidate vote change": "nan"}, "a change of the share is 'nan', which is no share"),
        ({"Candidate is sitting MP": "perhaps"}, "is 'perhaps', which is neither true nor false"),
    ],
)
def test_a_contest_that_cannot_be_is_left_out_and_the_rest_goes_in(
    data: Path, rows: list[Row], spoil: Row, reason: str
) -> None:
    bath = of_seat(rows)
    bath[0] |= spoil
    report = imported([*bath, *of_seat(rows, ASHFIELD)], data)
    [left_out] = report.left_out
    assert left_out.startswith("Bath, 2024-07-04: ")
    assert reason in left_out
    assert report.added == [(ASHFIELD, SINCE)]
    assert votes_in(data) == []


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        ({"Electorate": "many"}, "the electorate is 'many'"),
        ({"Electorate": "40000"}, "48,322 ballots are more than the electorate of 40,000"),
        ({"Declaration time": "soon"}, "its declaration time is 'soon'"),
        ({"Declaration time": "0001-01-01 00:00:00 UTC"}, "its declaration time is"),
        ({"Election polling date": "2024-02-30"}, "its polling day is '2024-02-30'"),
        ({"Election polling date": "20240704"}, "its polling day is '20240704'"),
        ({"Election polling date": "2027-05-06"}, "its polling day is still to come"),
        ({"Election polling date": "2015-05-07"}, "is no constituency of that day's boundaries"),
        ({"Election polling date": "2005-05-05"}, "the tables begin with 2010-05-06"),
        ({"Election is by-election": ""}, "it is not said whether it is a by-election"),
        ({"Election is by-election": "maybe"}, "is 'maybe', which is neither true nor false"),
        ({"Constituency geographic code": "E99999999"}, "there is no constituency E99999999"),
        ({"Candidate vote count": ""}, "no votes are published yet"),
        ({"Election valid vote count": "48131"}, "nothing published settles which is right"),
    ],
)
def test_what_all_lines_of_a_contest_say_is_checked(
    data: Path, rows: list[Row], spoil: Row, reason: str
) -> None:
    report = imported([{**row, **spoil} for row in of_seat(rows)], data)
    [left_out] = report.left_out
    assert reason in left_out
    assert report.added == []


@pytest.mark.parametrize("missing", range(9))
def test_a_contest_without_one_of_its_candidates_is_left_out(
    data: Path, rows: list[Row], missing: int
) -> None:
    bath = of_seat(rows)
    assert len(bath) == 9
    report = imported(bath[:missing] + bath[missing + 1 :], data)
    assert (report.added, len(report.left_out)) == ([], 1)


@pytest.mark.parametrize("missing", [0, 4, 7])
def test_shares_tell_that_one_is_missing_where_no_total_is_published(
    rows: list[Row], missing: int
) -> None:
    bath = of_seat(rows)
    export = read_export(candidate_results(bath[:missing] + bath[missing + 1 :]), HEADING)
    assert export.polls == []
    assert "Bath, 2026-08-20: the candidates' shares do not go with" in export.faults[0]


def test_a_winner_whose_line_is_of_another_seat_makes_nobody_else_the_winner(
    data: Path, rows: list[Row]
) -> None:
    bath = of_seat(rows)
    bath[0] |= {"Constituency geographic code": ASHFIELD}
    report = imported([*bath, *of_seat(rows, ASHFIELD)], data)
    assert (report.added, len(report.left_out)) == ([], 2)


def test_candidates_that_are_given_twice_are_refused(data: Path, rows: list[Row]) -> None:
    bath = of_seat(rows)
    assert "is given twice" in imported([*bath, bath[1]], data).left_out[0]
    bath[1]["Candidate MNIS ID"] = bath[0]["Candidate MNIS ID"]
    assert "Wera Hobhouse (Liberal Democrat) is given twice" in imported(bath, data).left_out[0]


def test_equal_votes_may_share_a_position_but_not_the_first(data: Path, rows: list[Row]) -> None:
    bath = of_seat(rows)
    total = sum(int(row["Candidate vote count"]) for row in bath[1:]) + 50_000
    for row, votes in zip(bath[-2:], ("100", "100"), strict=True):
        total += int(votes) - int(row["Candidate vote count"])
        row |= {"Candidate vote count": votes, "Candidate result position": "8"}
    bath[0]["Candidate vote count"] = "50000"
    figures = {"Election valid vote count": str(total), "Electorate": "99999", "Majority": ""}
    assert imported([{**row, **figures} for row in bath], data).left_out == []
    bath[1] |= {"Candidate vote count": "50000", "Candidate result position": "1"}
    assert "no one candidate is at position 1" in imported(bath, data).left_out[0]


def test_notional_lines_are_no_results(data: Path, rows: list[Row]) -> None:
    for column in (
        "General election is notional",
        "Candidate is notional political party aggregate",
    ):
        notional = [{**row, column: "True"} for row in of_seat(rows)]
        report = imported(notional, data)
        assert (report.added, report.estimates) == ([], len(notional))


def test_fewer_contests_than_the_house_has_seats_are_said_so(data: Path, rows: list[Row]) -> None:
    report = imported(of_seat(rows), data)
    assert report.report.doubtful == ["2024-07-04: 1 contest, but the House has 650 seats."]


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        ("2024-07-05 02:07:00 UTC", "2024-07-05T03:07"),
        ("2024-07-05T03:07:00+01:00", "2024-07-05T03:07"),
        ("2024-07-05 02:07:00 +0000", "2024-07-05T03:07"),
        ("2024-07-05T03:07", "2024-07-05T03:07"),
        ("", ""),
    ],
)
def test_times_are_local(data: Path, rows: list[Row], told: str, kept: str) -> None:
    imported([{**row, "Declaration time": told} for row in of_seat(rows)], data)
    [contest] = [row for row in table(data, "contest") if row["code"] == BATH]
    assert (contest["declared_at"], contest["certainty"]) == (kept, "official" if kept else "")


@pytest.mark.parametrize("told", ["2024-07-04 12:00:00 UTC", "2024-07-28 00:00:00 UTC"])
def test_a_time_that_is_not_of_the_night_is_left_open(
    data: Path, rows: list[Row], told: str
) -> None:
    report = imported([{**row, "Declaration time": told} for row in of_seat(rows)], data)
    assert "when it was declared is left open" in report.report.doubtful[0]
    [contest] = [row for row in table(data, "contest") if row["code"] == BATH]
    assert contest["declared_at"] == ""


def test_figures_that_are_not_published_are_not_known(data: Path, rows: list[Row]) -> None:
    unknown = {"Electorate": "", "Election invalid vote count": "", "Election result summary": ""}
    imported([{**row, **unknown} for row in of_seat(rows)], data)
    [contest] = [row for row in table(data, "contest") if row["code"] == BATH]
    assert [contest[one] for one in ("electorate", "rejected_votes", "published_outcome")] == [
        ""
    ] * 3


def test_what_a_page_escaped_is_read_as_it_was_written(data: Path, rows: list[Row]) -> None:
    bath = of_seat(rows)
    bath[1] |= {
        "Candidate family name": "O&#39;Bewley",
        "Main party name": "Fish &amp; Chips Party",
    }
    imported(bath, data)
    [stood] = [row for row in table(data, "candidacy") if row["standing_as"] == "Dan O'Bewley"]
    assert stood["ballot_party"] == "Fish & Chips Party"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "it lacks the columns Candidate family name, Candidate given name"),
        ("\ufeff", "it lacks the columns"),
        ("<html>", "it lacks the columns"),
        ("a,b\n1,2\n", "it lacks the columns"),
        ("\x00\x01", "it lacks the columns"),
    ],
)
def test_what_is_no_export_is_said_so(text: str, reason: str) -> None:
    with pytest.raises(DataError, match=reason):
        read_export(text)


def test_columns_may_come_in_any_order_and_others_are_passed_over(rows: list[Row]) -> None:
    lines = [line.split(",") for line in as_export(of_seat(rows)).splitlines()]
    turned = "\n".join(",".join(["x", *reversed(line)]) for line in lines)
    assert read_export(f"\ufeff{turned}").polls == read_export(as_export(of_seat(rows))).polls


@pytest.mark.parametrize("column", ["Candidate vote count", "Majority", "Electorate"])
def test_a_column_that_is_missing_or_there_twice_is_named(rows: list[Row], column: str) -> None:
    text = as_export(of_seat(rows))
    with pytest.raises(DataError, match=f"it lacks the column {column}"):
        read_export(text.replace(column, "Something", 1))
    with pytest.raises(DataError, match=f"has the column {column} twice"):
        read_export(text.replace("Parliament number", column, 1))


def test_a_header_alone_is_no_election(rows: list[Row]) -> None:
    with pytest.raises(DataError, match="There is no candidacy in it"):
        read_export(as_export([]))
    with pytest.raises(DataError, match="There is no candidacy in it"):
        read_export(candidate_results([]), HEADING)


def test_a_comma_without_quotes_is_refused_by_name(rows: list[Row]) -> None:
    text = candidate_results(of_seat(rows)).replace("Hobhouse,", "Hob,house,", 1)
    with pytest.raises(DataError, match=r"Line 2 \(Hob, house, Wera.*has more cells than the"):
        read_export(text, HEADING)


def test_an_export_that_breaks_off_is_refused(rows: list[Row]) -> None:
    with pytest.raises(DataError, match="has fewer cells than the header: the table breaks off"):
        read_export(as_export(of_seat(rows))[:-60])


def test_an_export_that_breaks_off_anywhere_brings_no_part_of_a_contest(
    data: Path, rows: list[Row]
) -> None:
    text = as_export(of_seat(rows))
    whole = read_export(text).polls[0].votes
    ends = {*range(0, len(text), 97), *(end for end, sign in enumerate(text) if sign == "\n")}
    for end in ends:
        try:
            report = import_export(read_export(text[:end]), data, TODAY)
        except DataError:
            continue
        assert report.added == [] or sum(whole) == sum(votes_in(data))


def votes_in(data: Path) -> list[int]:
    return [int(row["votes"]) for row in table(data, "candidacy") if row["code"] == BATH]


def test_the_candidates_of_one_contest_alone(rows: list[Row]) -> None:
    """As the site gives them for a by-election, without electorate or rejected ballots."""
    [poll] = read_export(candidate_results(of_seat(rows)), HEADING).polls
    told = (poll.line["kind"], poll.line["electorate"], poll.line["rejected_votes"])
    assert told == ("by", "", "")
    assert poll.label == "Bath, 2026-08-20"
    assert poll.lead == 11_218
