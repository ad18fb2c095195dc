"""Contests that the tables have already, imported with other figures, names or parties."""

import os
from pathlib import Path

import pytest

from bot.errors import DataError
from bot.importing.official.tabled import Tables
from tests.importing.official.conftest import BATH, SINCE, contents, imported, of_seat
from tests.importing.official.making import Row, table

CORRECTED = "E14001461"
FOSTER = "Thomas Foster"


@pytest.fixture
def bath(data: Path, rows: list[Row]) -> list[Row]:
    """Of Bath, which the tables have."""
    imported(of_seat(rows), data)
    return of_seat(rows)


def of_bath(data: Path) -> dict[str, Row]:
    """By name, as they stood in July 2024."""
    rows = [
        row for row in table(data, "candidacy") if (row["code"], row["polled_on"]) == (BATH, SINCE)
    ]
    return {row["standing_as"]: row for row in rows}


def contest(data: Path) -> Row:
    [found] = [row for row in table(data, "contest") if row["code"] == BATH]
    return found


def ids(data: Path) -> set[str]:
    return {row["id"] for row in table(data, "person")}


def test_a_figure_that_differs_replaces_ours_and_one_left_out_does_not(
    data: Path, bath: list[Row]
) -> None:
    before = contest(data)
    changed = [{**row, "Electorate": "70000", "Election invalid vote count": ""} for row in bath]
    report = imported(changed, data)
    assert report.changes == {(BATH, SINCE): "Bath, 2024-07-04: electorate"}
    assert contest(data) == {**before, "electorate": "70000"}


def test_other_votes_replace_ours_and_everybody_stays_who_they_were(
    data: Path, bath: list[Row]
) -> None:
    before, persons = of_bath(data), ids(data)
    bath[8]["Candidate vote count"] = "26"
    figures = {"Election valid vote count": "48131"}
    report = imported([{**row, **figures} for row in bath], data)
    assert report.changes[BATH, SINCE] == "Bath, 2024-07-04: published valid votes, A ON"
    assert of_bath(data)["A ON"]["votes"] == "26"
    assert {one: row["person_id"] for one, row in of_bath(data).items()} == {
        one: row["person_id"] for one, row in before.items()
    }
    assert ids(data) == persons


@pytest.mark.parametrize(
    "spelled",
    [
        {"Candidate given name": "Daniel"},
        {"Candidate family name": "BEWLEY"},
        {"Main party name": "Labour", "Main party Electoral Commission ID": "PP53"},
    ],
)
def test_who_is_spelled_otherwise_or_stands_for_another_party_is_the_same_person(
    data: Path, bath: list[Row], spelled: Row
) -> None:
    before = of_bath(data)["Dan Bewley"]["person_id"]
    persons = ids(data)
    bath[1] |= {"Candidate MNIS ID": ""} | spelled
    imported(bath, data)
    [found] = [row for row in of_bath(data).values() if row["position"] == "2"]
    assert found["person_id"] == before
    assert ids(data) == persons


@pytest.mark.parametrize(("place", "stays"), [(6, False), (7, True)])
def test_who_turns_out_not_to_have_stood_is_forgotten_unless_they_stood_elsewhere(
    data: Path,
    bath: list[Row],
    place: int,
    stays: bool,  # noqa: FBT001
) -> None:
    name = f"{bath[place]['Candidate given name']} {bath[place]['Candidate family name']}"
    person = of_bath(data)[name]["person_id"]
    bath[place] |= {"Candidate given name": "Zed", "Candidate family name": "Zzyzx"}
    bath[place] |= {"Main party name": "Party of Bath", "Main party Electoral Commission ID": ""}
    imported(bath, data)
    assert (person in ids(data)) is stays
    assert "zed-zzyzx" in ids(data)
    for name in ("person_alias", "person_identifier"):
        assert {row["person_id"] for row in table(data, name)} <= ids(data)


def test_a_number_that_parliament_gives_later_is_noted(data: Path, rows: list[Row]) -> None:
    """A new member has none before taking the seat."""
    bath = of_seat(rows)
    number = bath[0]["Candidate MNIS ID"]
    bath[0] |= {"Candidate given name": "Zed", "Candidate family name": "Zzyzx"}
    imported([{**row, "Candidate MNIS ID": ""} for row in bath], data)
    bath[0]["Candidate MNIS ID"] = "9999"
    report = imported(bath, data)
    assert (report.unchanged, report.numbered) == (1, True)
    assert ("mnis", "9999", "zed-zzyzx") in {
        (row["scheme"], row["identifier"], row["person_id"])
        for row in table(data, "person_identifier")
    }
    bath[0]["Candidate MNIS ID"] = number
    again = imported(bath, data)
    assert f"Zed Zzyzx has Parliament's number {number}, but is known" in " ".join(
        again.report.doubtful
    )
    assert (again.unchanged, again.numbered) == (1, False)


def test_our_corrections_hold_against_the_export(data: Path, rows: list[Row]) -> None:
    """The source gives one candidate of 2024 another party's number."""
    seat = of_seat(rows, CORRECTED)
    [foster] = [row for row in seat if row["Candidate family name"] == "Foster"]
    foster["Main party Electoral Commission ID"] = "PP2486"
    correction = (
        "polled_on,code,given_name,family_name,party_ec_id,party_abbr,party,why\n"
        f"{SINCE},{CORRECTED},Thomas,Foster,PP243,SDP,Social Democratic Party,It is another's.\n"
    )
    (data / "curated").mkdir()
    (data / "curated" / "candidacy_corrections.csv").write_text(correction)
    (data / "curated" / "contest_notes.csv").write_text("code,polled_on,about,note\n")
    imported(seat, data)
    imported(seat, data)
    [stood] = [row for row in table(data, "candidacy") if row["standing_as"] == FOSTER]
    assert stood["party_id"] == "social-democratic-party"
    notes = [row["note"] for row in table(data, "contest_note") if row["code"] == CORRECTED]
    assert notes == ["It is another's."]


def test_a_slip_that_two_figures_settle_is_mended_with_a_note(data: Path, rows: list[Row]) -> None:
    bath = of_seat(rows)
    bath[0]["Candidate vote count"] = str(int(bath[0]["Candidate vote count"]) + 900)
    for expected in ("added", "unchanged"):
        report = imported(bath, data)
        assert "is used here." in report.report.mended[0]
        assert bool(report.added) == (expected == "added")
    notes = [row["note"] for row in table(data, "contest_note") if row["code"] == BATH]
    assert len(notes) == 1
    assert "The published total" in notes[0]
    assert of_bath(data)["Wera Hobhouse"]["votes"] == "19883"
    imported(of_seat(rows), data)
    assert [row for row in table(data, "contest_note") if row["code"] == BATH] == []


@pytest.mark.parametrize(
    ("party", "number", "short", "found", "known_as"),
    [
        ("Party of Bath", "PP99123", "Bath", "party-of-bath", [("PP99123", "Bath")]),
        ("Party of Bath", "not a number", "", "party-of-bath", []),
        ("Labour 王", "", "Lab", "labour-2", [("", "Lab")]),
        ("The Labour Party", "", "Lab", "labour", []),
        ("Whatever it is called", "PP53", "Lab", "labour", []),
        ("", "", "", "independent", []),
    ],
)
def test_parties_are_known_by_number_then_name_and_else_are_new(
    data: Path,
    rows: list[Row],
    party: str,
    number: str,
    short: str,
    found: str,
    known_as: list[tuple[str, str]],
) -> None:
    bath = of_seat(rows)
    bath[1] |= {"Main party name": party, "Main party abbreviation": short}
    bath[1]["Main party Electoral Commission ID"] = number
    imported(bath, data)
    assert of_bath(data)["Dan Bewley"]["party_id"] == found
    assert len({row["id"] for row in table(data, "party")}) == len(table(data, "party"))
    registered = [row["ec_id"] for row in table(data, "party_registration")]
    aliases = [(row["party_id"], row["alias"]) for row in table(data, "party_alias")]
    for ec_id, alias in known_as:
        assert not ec_id or ec_id in registered
        assert (found, alias) in aliases


def test_a_number_that_is_another_partys_is_doubted(data: Path, rows: list[Row]) -> None:
    bath = of_seat(rows)
    bath[1] |= {"Main party name": "Green Party", "Main party Electoral Commission ID": "PP53"}
    assert (
        "Dan Bewley stands for “Green Party” under the number of Labour; the number counts."
        in imported(bath, data).report.doubtful[-1]
    )


@pytest.mark.parametrize("cut", range(9))
def test_an_import_that_is_cut_off_is_healed_by_the_next(
    data: Path, rows: list[Row], cut: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No contest is ever there without its candidates."""
    moved = 0
    move = Path.replace

    def cut_off(path: Path, target: Path) -> Path:
        nonlocal moved
        moved += 1
        if moved > cut:
            raise KeyboardInterrupt
        return move(path, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", cut_off)
        with pytest.raises(KeyboardInterrupt):
            imported(of_seat(rows), data)
    half = Tables.read(data)
    assert half.contests.keys() <= half.candidacies.keys()
    imported(of_seat(rows), data)
    assert not list(data.glob("*.part"))
    whole = contents(data)
    imported(of_seat(rows), data)
    assert contents(data) == whole
    assert len(of_bath(data)) == 9


def test_a_folder_that_cannot_be_written_says_what_to_do(data: Path, rows: list[Row]) -> None:
    before = contents(data)
    (data / f"contest.{os.getpid()}.part").mkdir()
    with pytest.raises(DataError, match="give another folder with --into, or run this where"):
        imported(of_seat(rows), data)
    assert contents(data) == before
