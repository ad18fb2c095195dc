"""The whole import, over the real facts and over a few seats of them that somebody spoiled."""

import re
import shutil
import sqlite3
from functools import partial
from pathlib import Path

import pytest

from bot.catalogue import schema, store, tables
from bot.errors import DataError
from bot.importing.facts import REQUIRED, Line
from bot.importing.report import Report
from bot.importing.run import import_facts
from tests.importing.conftest import ROOT, Folders
from tests.importing.files import change

DATA = ROOT / "data"
SHEFFIELD = ("E14000921", "2016-05-05")


@pytest.fixture(scope="module")
def imported(facts: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Report]:
    folder = tmp_path_factory.mktemp("imported")
    shutil.copytree(DATA / "curated", folder / "curated")
    return folder, import_facts(facts, folder)


def tables_in(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in sorted(folder.glob("*.csv"))}


def test_an_import_of_the_facts_writes_the_repositorys_tables_byte_for_byte(
    imported: tuple[Path, Report],
) -> None:
    ours, theirs = tables_in(DATA), tables_in(imported[0])
    assert list(ours) == sorted(table.file_name for table in schema.TABLES)
    assert list(theirs) == sorted(table.file_name for table in schema.IMPORTED)
    assert [name for name in theirs if ours[name] != theirs[name]] == []


def test_an_import_leaves_nothing_but_tables(imported: tuple[Path, Report]) -> None:
    left = {file.suffix for file in imported[0].iterdir() if file.is_file()}
    assert left == {".csv"}


def test_an_import_counts_what_it_wrote(imported: tuple[Path, Report]) -> None:
    _, report = imported
    assert report.counts["contest"] == 3_315
    assert report.counts["candidacy"] == 19_928
    for name, count in report.counts.items():
        table = next(one for one in schema.TABLES if one.name == name)
        assert len(list(tables.read(imported[0], table))) == count, name


def test_an_import_tells_what_it_mended(imported: tuple[Path, Report]) -> None:
    mended = "\n".join(imported[1].mended)
    for fault in (
        "Sheffield, Brightside and Hillsborough, 2016-05-05: ",
        "Arbroath and Broughty Ferry, 2026-06-18: ",
        "Beaconsfield, 2019-12-12: Parliament's number for Dominic Grieve stood beside Adam Cleary",
        "Bury South, 2019-12-12: Parliament's number for Ivan Lewis stood beside Michael Boyle",
        "Scarborough and Whitby, 2024-07-04: ",
    ):
        assert fault in mended
    assert mended.count("Ulster Conservatives and Unionists") == 17


def test_an_import_tells_what_it_could_not_settle(imported: tuple[Path, Report]) -> None:
    doubtful = "\n".join(imported[1].doubtful)
    assert "Jim Clarke and Paul Coyne share the Democracy Club id 26371" in doubtful
    assert len(imported[1].doubtful) == 1


def test_the_tables_are_as_long_as_their_description_says(
    imported: tuple[Path, Report],
) -> None:
    told: dict[str, int] = {}
    for line in (DATA / "README.md").read_text("utf-8").splitlines():
        cells = [cell.strip() for cell in line.split("|")]
        if len(cells) > 4 and cells[2][:1].isdigit():
            counts = [
                int(count.replace(",", "")) for count in re.findall(r"\d[\d,]*\d|\d", cells[2])
            ]
            told |= dict(zip(cells[1].split(", "), counts, strict=True))
    assert told == imported[1].counts


def rows(folder: Path, table: schema.Table, **values: str) -> list[schema.Row]:
    return [
        row
        for row in tables.read(folder, table)
        if all(row[column] == value for column, value in values.items())
    ]


def test_a_few_seats_can_be_imported_alone(few: Folders) -> None:
    report = import_facts(few.facts, few.data)
    assert report.counts["contest"] == len(rows(few.data, schema.CONTEST)) > 15


def spoil_total(lines: list[Line]) -> list[Line]:
    """Seven votes too many in all at Islington North in 2024, and no other figure changed."""
    for line in lines:
        if line["code"] == "E14001305":
            line["valid_votes"] = str(int(line["valid_votes"]) + 7)
    return lines


def test_a_fault_that_nothing_settles_is_left_alone_reported_and_noted(few: Folders) -> None:
    change(few.facts / "contests.csv", spoil_total)
    report = import_facts(few.facts, few.data)
    [told] = [one for one in report.doubtful if one.startswith("Islington North, 2024-07-04: ")]
    assert "49,006" in told
    assert "49,013" in told
    votes = rows(few.data, schema.CANDIDACY, code="E14001305")
    assert sum(int(row["votes"] or 0) for row in votes) == 49_006
    assert all(row["votes"] == row["published_votes"] for row in votes)
    [note] = rows(few.data, schema.CONTEST_NOTE, code="E14001305")
    assert "49,013" in str(note["note"])


def test_a_second_import_of_the_same_facts_changes_nothing(few: Folders) -> None:
    import_facts(few.facts, few.data)
    first = tables_in(few.data)
    import_facts(few.facts, few.data)
    assert tables_in(few.data) == first


@pytest.mark.parametrize("name", sorted(REQUIRED))
def test_a_file_that_is_missing_is_named(few: Folders, name: str) -> None:
    (few.facts / name).unlink()
    with pytest.raises(DataError, match=rf"^{name} is not in .*\.$"):
        import_facts(few.facts, few.data)


def without(column: str, lines: list[Line]) -> list[Line]:
    return [{key: cell for key, cell in line.items() if key != column} for line in lines]


@pytest.mark.parametrize("name", sorted(REQUIRED))
def test_a_column_that_is_missing_is_named_or_was_not_needed(few: Folders, name: str) -> None:
    file = few.facts / name
    whole = file.read_bytes()
    broke = {}
    for column in whole.split(b"\n", 1)[0].decode().strip().split(","):
        change(file, partial(without, column))
        try:
            import_facts(few.facts, few.data)
        except Exception as error:  # noqa: BLE001 (whatever it is, a person has to read it)
            if not (isinstance(error, DataError) and name in str(error) and column in str(error)):
                broke[column] = repr(error)
        file.write_bytes(whole)
    assert broke == {}


@pytest.mark.parametrize(
    "garbage",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"hello\nworld\n", id="another-text"),
        pytest.param(b"\xff\xfe\x00\x01" * 50, id="bytes-that-are-no-text"),
        pytest.param(b'"' + b"x" * 200_000, id="a-quotation-that-never-ends"),
    ],
)
@pytest.mark.parametrize("name", ["contests.csv", "places.csv"])
def test_garbage_is_refused_in_a_sentence_that_names_the_file(
    few: Folders, name: str, garbage: bytes
) -> None:
    (few.facts / name).write_bytes(garbage)
    with pytest.raises(DataError, match=name):
        import_facts(few.facts, few.data)


def test_a_file_cut_short_in_the_middle_of_a_line_is_refused(few: Folders) -> None:
    file = few.facts / "candidacies.csv"
    file.write_bytes(file.read_bytes()[:-60])
    with pytest.raises(DataError, match=r"candidacies\.csv"):
        import_facts(few.facts, few.data)


def test_votes_that_are_no_number_are_refused(few: Folders) -> None:
    def spoil(lines: list[Line]) -> list[Line]:
        lines[0]["votes"] = "many"
        return lines

    change(few.facts / "candidacies.csv", spoil)
    with pytest.raises(DataError, match=r"candidacies\.csv.*many"):
        import_facts(few.facts, few.data)


def test_without_our_own_corrections_the_folder_that_lacks_them_is_named(few: Folders) -> None:
    shutil.rmtree(few.data / "curated")
    with pytest.raises(DataError) as refused:
        import_facts(few.facts, few.data)
    assert str(few.data / "curated") in str(refused.value)
    assert "raw facts" not in str(refused.value)  # they are not what is missing


def test_an_import_that_fails_writes_nothing(few: Folders) -> None:
    import_facts(few.facts, few.data)
    before = tables_in(few.data)
    change(few.facts / "contests.csv", spoil_total)
    (few.facts / "first_parliament.csv").unlink()
    with pytest.raises(DataError):
        import_facts(few.facts, few.data)
    assert tables_in(few.data) == before


def test_the_two_published_faults_are_mended_and_noted_on_their_contests(
    catalogue_path: Path,
) -> None:
    with store.reading(catalogue_path) as connection:
        assert candidate(connection, *SHEFFIELD, "Gill Furniss") == (14_087, 14_987)
        [total] = one(
            connection,
            "SELECT sum(votes) FROM candidacy WHERE code = ? AND polled_on = ?",
            *SHEFFIELD,
        )
        assert total == 22_581
        [sheffield] = notes(connection, *SHEFFIELD)
        for figure in ("23,481", "10,490", "22,581", "9,590", "14,087", "14,987"):
            assert figure in sheffield
        assert candidate(connection, "S14000066", "2026-06-18", "Lara Bird") == (9_802, 9_802)
        [arbroath] = notes(connection, "S14000066", "2026-06-18")
        assert "5,178" in arbroath
        assert "should be 5,278" in arbroath


def test_nobody_elses_votes_were_changed(catalogue_path: Path) -> None:
    with store.reading(catalogue_path) as connection:
        changed = connection.execute(
            "SELECT standing_as FROM candidacy WHERE votes <> published_votes"
        ).fetchall()
    assert [row["standing_as"] for row in changed] == ["Gill Furniss"]


def test_rejected_ballots_that_nobody_published_stay_unknown(catalogue_path: Path) -> None:
    with store.reading(catalogue_path) as connection:
        unknown = connection.execute(
            "SELECT name, polled_on FROM contest JOIN constituency USING (code)"
            " WHERE rejected_votes IS NULL ORDER BY polled_on"
        ).fetchall()
        nought = connection.execute("SELECT 1 FROM contest WHERE rejected_votes = 0").fetchall()
    assert [tuple(row) for row in unknown] == [
        ("Barnsley Central", "2011-03-03"),
        ("Leicester South", "2011-05-05"),
    ]
    assert nought == []


def one(connection: sqlite3.Connection, query: str, *values: str) -> tuple[object, ...]:
    return tuple(connection.execute(query, values).fetchone())


def candidate(
    connection: sqlite3.Connection, code: str, polled_on: str, name: str
) -> tuple[object, ...]:
    """The votes that are used and those that were published."""
    return one(
        connection,
        "SELECT votes, published_votes FROM candidacy"
        " WHERE code = ? AND polled_on = ? AND standing_as = ?",
        code,
        polled_on,
        name,
    )


def notes(connection: sqlite3.Connection, code: str, polled_on: str) -> list[str]:
    found = connection.execute(
        "SELECT note FROM contest_note WHERE code = ? AND polled_on = ?", (code, polled_on)
    )
    return [str(row["note"]) for row in found]
