import sqlite3
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from bot.catalogue import build, schema, store
from bot.errors import CatalogueError, DataError
from tests.catalogue.conftest import edit
from tests.conftest import DATA

ROOT = DATA.parent


def files(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def test_every_table_is_strict_and_has_a_key(catalogue_path: Path) -> None:
    with store.reading(catalogue_path) as connection:
        tables = {
            row["name"]: row["strict"]
            for row in connection.execute("SELECT name, strict FROM pragma_table_list")
            if not row["name"].startswith("sqlite_")
        }
        for table in schema.TABLES:
            assert tables[table.name] == 1, table.name
            key = connection.execute(
                "SELECT name FROM pragma_table_info(?) WHERE pk ORDER BY pk", (table.name,)
            )
            assert tuple(row["name"] for row in key) == table.key


def test_a_table_takes_no_text_for_a_number(catalogue_path: Path) -> None:
    with closing(sqlite3.connect(":memory:")) as copy, store.reading(catalogue_path) as connection:
        connection.backup(copy)
        with pytest.raises(sqlite3.IntegrityError, match="cannot store TEXT value in INTEGER"):
            copy.execute("UPDATE candidacy SET votes = 'many'")


def test_every_reference_is_declared_and_holds(catalogue_path: Path) -> None:
    with store.reading(catalogue_path) as connection:
        for table in schema.TABLES:
            declared = connection.execute(
                "SELECT count(DISTINCT id) FROM pragma_foreign_key_list(?)", (table.name,)
            ).fetchone()
            assert declared[0] == len(table.references), table.name
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"


def test_what_must_be_known_cannot_be_null(catalogue_path: Path) -> None:
    with store.reading(catalogue_path) as connection:
        for table in schema.TABLES:
            columns = connection.execute(
                'SELECT name FROM pragma_table_info(?) WHERE "notnull"', (table.name,)
            )
            assert {row["name"] for row in columns} >= table.required - set(table.key), table.name


def test_every_row_of_the_tables_is_in_the_catalogue(catalogue_path: Path) -> None:
    with store.reading(catalogue_path) as connection:
        for name, rows in (("contest", 3_315), ("candidacy", 19_928), ("constituency", 1_295)):
            query = f"SELECT count(*) FROM {name}"  # noqa: S608
            assert connection.execute(query).fetchone()[0] == rows


def test_a_build_takes_less_than_ten_seconds(tmp_path: Path) -> None:
    began = time.perf_counter()
    build.build(DATA, tmp_path / store.FILE_NAME)
    assert time.perf_counter() - began < 10


def test_a_build_tells_how_far_it_is(data: Path, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    build.build(data, tmp_path / "home" / "c.db", lambda done, of: told.append((done, of)))
    of = len(schema.TABLES)
    assert told == [(done, of) for done in range(of + 1)]


def test_a_build_leaves_the_catalogue_and_its_checksum_and_nothing_else(
    data: Path, tmp_path: Path
) -> None:
    home = tmp_path / "not" / "yet"
    build.build(data, home / "catalogue.db")
    assert set(files(home)) == {"catalogue.db", "catalogue.sha256"}


def test_the_same_tables_make_the_same_file(data: Path, tmp_path: Path) -> None:
    for name in ("one", "other"):
        build.build(data, tmp_path / name / "catalogue.db")
    assert files(tmp_path / "one") == files(tmp_path / "other")


def spoil_last_table(data: Path) -> None:
    with (data / schema.TABLES[-1].file_name).open("a", encoding="utf-8") as handle:
        handle.write("7\n")


def lose_a_seat(data: Path) -> None:
    edit(data, schema.CONTEST, ({"polled_on": "2024-07-04"}, {"code": "E99999999"}))


def lose_a_table(data: Path) -> None:
    (data / "succession.csv").unlink()


def repeat_a_row(data: Path) -> None:
    file = data / "place.csv"
    lines = file.read_text("utf-8").splitlines(keepends=True)
    file.write_text("".join([*lines, lines[-1]]), encoding="utf-8")


def stray_quotation(data: Path) -> None:
    file = data / "place.csv"
    file.write_text(file.read_text("utf-8") + '"' + "x" * 200_000, encoding="utf-8")


@pytest.mark.parametrize(
    ("spoil", "error", "sentence"),
    [
        (spoil_last_table, DataError, r"^hexagon\.csv, line \d+: code is empty\.$"),
        (lose_a_table, DataError, r"^The table succession\.csv is missing from .*\.$"),
        (lose_a_seat, CatalogueError, r"^\d+ rows of data/ refer to rows that do not exist.*\.$"),
        (repeat_a_row, DataError, "place"),
        (stray_quotation, DataError, r"place\.csv"),
    ],
)
def test_a_build_that_fails_half_way_says_why_and_leaves_the_old_catalogue_as_it_was(
    data: Path, tmp_path: Path, spoil: object, error: type[Exception], sentence: str
) -> None:
    home = tmp_path / "home"
    build.build(data, home / "catalogue.db")
    before = files(home)
    assert callable(spoil)
    spoil(data)
    try:
        with pytest.raises(error, match=sentence):
            build.build(data, home / "catalogue.db")
    finally:
        assert files(home) == before


def test_a_home_that_cannot_be_written_is_told_in_a_sentence(data: Path, tmp_path: Path) -> None:
    (tmp_path / "a-file").touch()
    home = tmp_path / "a-file" / "home"
    with pytest.raises(CatalogueError) as told:
        store.ensure(data, home)
    assert str(told.value).startswith(
        f"The catalogue {home / 'catalogue.db'} could not be written: "
    )
    assert str(told.value).endswith(".")


def test_a_folder_where_the_catalogue_belongs_is_told_in_a_sentence(
    data: Path, tmp_path: Path
) -> None:
    (tmp_path / "home" / "catalogue.db").mkdir(parents=True)
    with pytest.raises(CatalogueError, match="could not be written"):
        store.ensure(data, tmp_path / "home")
    assert [file.name for file in (tmp_path / "home").iterdir()] == ["catalogue.db"]


BUILDER = """
import sys
from pathlib import Path
from bot.catalogue import build, store

data, home = map(Path, sys.argv[1:])
for _ in range(8):
    build.build(data, home / store.FILE_NAME)
    with store.reading(store.ensure(data, home)) as connection:
        [contests] = connection.execute("SELECT count(*) FROM contest").fetchone()
        assert contests == 5, contests
"""


def test_processes_that_build_at_once_always_see_and_leave_a_good_file(
    data: Path, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    command = [sys.executable, "-c", BUILDER, str(data), str(home)]

    def run(_: int) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command, check=False, cwd=ROOT, capture_output=True, text=True, timeout=50
        )

    with ThreadPoolExecutor(3) as at_once:
        ended = list(at_once.map(run, range(3)))
    assert [one.stderr for one in ended] == [""] * 3
    assert set(files(home)) == {"catalogue.db", "catalogue.sha256"}
    assert store.is_current(data, home / "catalogue.db")
