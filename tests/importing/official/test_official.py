"""The official export, onto a copy of the tables."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.catalogue import build
from bot.catalogue.catalogue import Catalogue
from bot.catalogue.checks import run_checks
from bot.errors import DataError
from bot.importing.official.export import COLUMNS_NEEDED, Export, Heading, read_export
from bot.importing.official.run import OfficialReport, import_export
from tests.conftest import DATA
from tests.declarations.feeds.fuzzing import fuzz
from tests.declarations.feeds.spoiling import WRONG
from tests.importing.official.making import Row, as_export, export_rows, keep, table

SINCE = "2024-07-04"
BATH = "E14001080"


def is_new(row: Row) -> bool:
    return row["polled_on"] >= SINCE


@pytest.fixture(scope="module")
def rows() -> list[Row]:
    """Everything since July 2024, as the site would export it."""
    return export_rows(DATA, is_new)


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tables as they were before July 2024."""
    folder = tmp_path_factory.mktemp("before") / "data"
    shutil.copytree(DATA, folder)
    for name in ("contest", "candidacy", "contest_note"):
        keep(folder, name, lambda row: not is_new(row))
    stood = {row["person_id"] for row in table(folder, "candidacy")}
    keep(folder, "person", lambda row: row["id"] in stood)
    for name in ("person_identifier", "person_alias"):
        keep(folder, name, lambda row: row["person_id"] in stood)
    return folder


@pytest.fixture
def data(before: Path, tmp_path: Path) -> Path:
    """A copy of the test's own."""
    folder = tmp_path / "data"
    shutil.copytree(before, folder)
    return folder


def imported(rows: list[Row], data: Path) -> OfficialReport:
    return import_export(read_export(as_export(rows)), data)


def of_seat(rows: list[Row], code: str) -> list[Row]:
    return [dict(row) for row in rows if row["Constituency geographic code"] == code]


def keyed(folder: Path, name: str, *columns: str) -> dict[tuple[str, ...], Row]:
    return {tuple(row[one] for one in columns): row for row in table(folder, name) if is_new(row)}


@pytest.fixture(scope="module")
def settled(
    before: Path, rows: list[Row], tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, OfficialReport]:
    folder = tmp_path_factory.mktemp("settled") / "data"
    shutil.copytree(before, folder)
    return folder, imported(rows, folder)


def test_the_tables_come_out_as_they_are(settled: tuple[Path, OfficialReport]) -> None:
    """In everything that the export holds, which has neither times of 2024 nor foreign ids."""
    folder, report = settled
    assert (len(report.added), report.replaced, report.left_out) == (656, [], [])
    key = ("code", "polled_on", "position")
    ours, theirs = keyed(DATA, "candidacy", *key), keyed(folder, "candidacy", *key)
    assert ours.keys() == theirs.keys()
    columns = ("standing_as", "party_id", "ballot_party", "votes", "published_change", "sitting")
    assert [
        (one, column)
        for one, row in ours.items()
        for column in columns
        if row[column] != theirs[one][column]
    ] == []
    same = sum(row["person_id"] == theirs[one]["person_id"] for one, row in ours.items())
    assert same / len(ours) > 0.985
    contests = keyed(DATA, "contest", "code", "polled_on")
    made = keyed(folder, "contest", "code", "polled_on")
    figures = ("kind", "electorate", "rejected_votes", "published_majority", "published_outcome")
    assert all(row[one] == made[key][one] for key, row in contests.items() for one in figures)


def test_what_was_there_before_is_untouched(settled: tuple[Path, OfficialReport]) -> None:
    folder, _ = settled
    for name in ("contest", "candidacy"):
        old = [row for row in table(DATA, name) if not is_new(row)]
        assert [row for row in table(folder, name) if not is_new(row)] == old


def test_every_member_is_who_they_were(settled: tuple[Path, OfficialReport]) -> None:
    folder, _ = settled
    known = {row["mnis_id"]: row["id"] for row in table(DATA, "person") if row["mnis_id"]}
    found = {row["mnis_id"]: row["id"] for row in table(folder, "person") if row["mnis_id"]}
    assert {number: person for number, person in found.items() if known[number] != person} == {}


def test_a_catalogue_that_is_built_of_them_holds_all_checks(
    settled: tuple[Path, OfficialReport], tmp_path: Path
) -> None:
    folder, _ = settled
    build.build(folder, tmp_path / "catalogue.db")
    catalogue = Catalogue.open(tmp_path / "catalogue.db")
    assert [line for one in run_checks(catalogue) for line in one.failures] == []
    catalogue.close()


def test_the_same_export_again_changes_no_byte(
    settled: tuple[Path, OfficialReport], rows: list[Row]
) -> None:
    folder, _ = settled
    before = {file.name: file.read_bytes() for file in folder.glob("*.csv")}
    again = imported(rows, folder)
    assert (again.added, again.replaced, again.unchanged) == ([], [], 656)
    assert {file.name: file.read_bytes() for file in folder.glob("*.csv")} == before


def test_an_official_figure_that_differs_replaces_ours(data: Path, rows: list[Row]) -> None:
    bath = of_seat(rows, BATH)
    imported(bath, data)
    changed = [{**row, "Electorate": "70000", "Election invalid vote count": ""} for row in bath]
    report = imported(changed, data)
    assert report.replaced == [(BATH, SINCE)]
    contest = keyed(data, "contest", "code", "polled_on")[BATH, SINCE]
    original = keyed(DATA, "contest", "code", "polled_on")[BATH, SINCE]
    assert contest["electorate"] == "70000"
    assert contest["rejected_votes"] == original["rejected_votes"]


def test_a_slip_that_two_figures_settle_is_mended_with_a_note(data: Path, rows: list[Row]) -> None:
    bath = of_seat(rows, BATH)
    bath[0]["Candidate vote count"] = str(int(bath[0]["Candidate vote count"]) + 900)
    report = imported(bath, data)
    assert "is used here." in report.report.mended[0]
    notes = [row["note"] for row in table(data, "contest_note") if row["code"] == BATH]
    assert "The published total" in notes[0]


def test_a_new_party_and_a_new_person_are_added(data: Path, rows: list[Row]) -> None:
    bath = of_seat(rows, BATH)
    bath[1] |= {
        "Candidate given name": "Zed",
        "Candidate family name": "Zzyzx",
        "Candidate MNIS ID": "",
        "Main party name": "Party of Bath",
        "Main party abbreviation": "Bath",
        "Main party Electoral Commission ID": "PP99123",
    }
    imported(bath, data)
    [stood] = [row for row in table(data, "candidacy") if row["standing_as"] == "Zed Zzyzx"]
    assert (stood["person_id"], stood["party_id"]) == ("zed-zzyzx", "party-of-bath")
    assert "PP99123" in [row["ec_id"] for row in table(data, "party_registration")]


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        ({"Candidate vote count": "-5"}, "votes is '-5', which is no whole number of people"),
        ({"Candidate vote count": "1,200"}, "votes is '1,200'"),
        ({"Candidate vote count": "99999999999"}, "votes is '99999999999'"),
        ({"Candidate vote count": ""}, "votes of Wera Hobhouse are missing"),
        ({"Candidate result position": "2"}, "positions contradict their votes"),
        ({"Electorate": "many"}, "the electorate is 'many'"),
        ({"Candidate given name": "", "Candidate family name": ""}, "a candidate has no name"),
        ({"Declaration time": "soon"}, "its declaration time is 'soon'"),
        ({"Constituency geographic code": "E99999999"}, "one candidate alone is no whole result"),
    ],
)
def test_a_contest_that_cannot_be_is_left_out_and_the_rest_goes_in(
    data: Path, rows: list[Row], spoil: Row, reason: str
) -> None:
    bath, ashfield = of_seat(rows, BATH), of_seat(rows, "E14001068")
    bath[0] |= spoil
    report = imported([*bath, *ashfield], data)
    assert reason in " ".join(report.left_out)
    assert ("E14001068", SINCE) in report.added


def test_a_constituency_that_nobody_knows_is_left_out(data: Path, rows: list[Row]) -> None:
    bath = [{**row, "Constituency geographic code": "E99999999"} for row in of_seat(rows, BATH)]
    report = imported(bath, data)
    assert "there is no constituency E99999999; the contest is left out." in report.left_out[0]
    assert report.added == []


def test_candidates_that_are_given_twice_are_refused(data: Path, rows: list[Row]) -> None:
    bath = of_seat(rows, BATH)
    assert "is given twice" in imported([*bath, bath[1]], data).left_out[0]


def test_notional_lines_are_no_results(data: Path, rows: list[Row]) -> None:
    notional = [{**row, "General election is notional": "true"} for row in of_seat(rows, BATH)]
    report = imported(notional, data)
    assert (report.added, report.estimates) == ([], len(notional))


def test_fewer_contests_than_the_house_has_seats_are_said_so(data: Path, rows: list[Row]) -> None:
    report = imported(of_seat(rows, BATH), data)
    assert report.report.doubtful == ["2024-07-04: 1 contests, but the House has 650 seats."]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "it lacks the columns Candidate family name, Candidate given name"),
        ("<html>", "it lacks the columns"),
        ("a,b\n1,2\n", "it lacks the columns"),
    ],
)
def test_what_is_no_export_is_said_so(text: str, reason: str) -> None:
    with pytest.raises(DataError, match=reason):
        read_export(text)


def test_a_comma_that_shifts_the_cells_is_refused(rows: list[Row]) -> None:
    text = as_export(of_seat(rows, BATH)).replace("Hobhouse,", "Hob,house,", 1)
    with pytest.raises(DataError, match="Line 2 has more or fewer cells than the header"):
        read_export(text)


def test_an_export_that_breaks_off_is_refused(rows: list[Row]) -> None:
    with pytest.raises(DataError, match="has more or fewer cells"):
        read_export(as_export(of_seat(rows, BATH))[:-60])


def test_the_candidates_of_one_contest_alone(rows: list[Row]) -> None:
    """As the site gives them for a by-election, without electorate or rejected ballots."""
    own = [one for one in COLUMNS_NEEDED if one.startswith(("Candidate", "Main"))]
    lines = [",".join(own)] + [",".join(row[one] for one in own) for row in of_seat(rows, BATH)]
    export = read_export("\n".join(lines), Heading(BATH, date(2026, 11, 26), by_election=True))
    [poll] = export.polls
    told = (poll.line["kind"], poll.line["electorate"], poll.line["rejected_votes"])
    assert told == ("by", "", "")
    assert poll.key == (BATH, "2026-11-26")


@fuzz
@given(data=st.data())
def test_fuzz_exports(data: st.DataObject, rows: list[Row]) -> None:
    spoiled = of_seat(rows, BATH)
    for _ in range(data.draw(st.integers(0, 4))):
        row = data.draw(st.sampled_from(spoiled))
        row[data.draw(st.sampled_from(list(row)))] = str(data.draw(WRONG))
    text = as_export(spoiled)
    end = data.draw(st.integers(0, len(text)) | st.just(len(text)))
    try:
        export = read_export(text[:end])
    except DataError:
        export = Export()
    sent = {row["Candidate vote count"].lstrip("0") for row in spoiled}
    for poll in export.polls:
        assert {str(votes) for votes in poll.votes} <= sent | {"0"}
        assert poll.votes == sorted(poll.votes, reverse=True)
