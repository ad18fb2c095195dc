import shutil
import sqlite3
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.catalogue import build, schema, store
from bot.errors import CatalogueError
from tests.catalogue.conftest import edit


@pytest.fixture(scope="module")
def built(islington: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The home of a good catalogue of Islington North, for looking only."""
    home = tmp_path_factory.mktemp("built")
    store.ensure(islington, home)
    return home


@pytest.fixture
def home(built: Path, tmp_path: Path) -> Path:
    """A copy of it that a test may damage."""
    return Path(shutil.copytree(built, tmp_path / "home"))


def contests(path: Path) -> int:
    with store.reading(path) as connection:
        [count] = connection.execute("SELECT count(*) FROM contest").fetchone()
    return int(count)


def test_a_catalogue_is_built_where_there_is_none(data: Path, tmp_path: Path) -> None:
    path = store.ensure(data, tmp_path / "new" / "home")
    assert path == tmp_path / "new" / "home" / "catalogue.db"
    assert contests(path) == 5


def test_a_good_catalogue_is_not_built_again(islington: Path, home: Path) -> None:
    before = (home / "catalogue.db").stat()
    told: list[int] = []
    store.ensure(islington, home, lambda done, _: told.append(done))
    after = (home / "catalogue.db").stat()
    assert (after.st_mtime_ns, after.st_ino) == (before.st_mtime_ns, before.st_ino)
    assert told == []


def test_a_catalogue_of_other_tables_is_built_again(data: Path, home: Path) -> None:
    before = (home / "catalogue.db").stat().st_ino
    edit(data, schema.CONTEST, ({"polled_on": "2024-07-04"}, {"electorate": "72853"}))
    path = store.ensure(data, home)
    assert path.stat().st_ino != before
    with store.reading(path) as connection:
        assert connection.execute("SELECT 1 FROM contest WHERE electorate = 72853").fetchone()
    assert store.is_current(data, path)


def test_tables_that_were_only_touched_are_the_same_tables(data: Path, home: Path) -> None:
    before = (home / "catalogue.db").stat().st_mtime_ns
    for file in data.glob("*.csv"):
        file.touch()
    assert store.ensure(data, home).stat().st_mtime_ns == before


def cut_short(home: Path) -> None:
    file = home / "catalogue.db"
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def empty(home: Path) -> None:
    (home / "catalogue.db").write_bytes(b"")


def garbage(home: Path) -> None:
    (home / "catalogue.db").write_bytes(b"\0garbage\xff" * 10_000)


def another_database(home: Path) -> None:
    """Whole and of the right checksum, but no catalogue."""
    file = home / "catalogue.db"
    file.unlink()
    connection = sqlite3.connect(file)
    connection.execute("CREATE TABLE contest (code TEXT)")
    connection.commit()
    connection.close()
    build.checksum_path(file).write_text(build.checksum(file), encoding="ascii")


def garbage_with_its_checksum(home: Path) -> None:
    garbage(home)
    file = home / "catalogue.db"
    build.checksum_path(file).write_text(build.checksum(file), encoding="ascii")


def half_built(home: Path) -> None:
    """As a build that was killed leaves it."""
    (home / "catalogue.db").rename(home / "catalogue.0a1b2c3d.part")
    (home / "catalogue.sha256").unlink()


def no_checksum(home: Path) -> None:
    (home / "catalogue.sha256").unlink()


def checksum_of_another(home: Path) -> None:
    (home / "catalogue.sha256").write_text("0" * 64, encoding="ascii")


def checksum_of_garbage(home: Path) -> None:
    (home / "catalogue.sha256").write_bytes(b"\xff\xfe\0")


def longer(home: Path) -> None:
    with (home / "catalogue.db").open("ab") as handle:
        handle.write(b"\0")


@pytest.mark.parametrize(
    "damage",
    [
        cut_short,
        empty,
        garbage,
        another_database,
        garbage_with_its_checksum,
        half_built,
        no_checksum,
        checksum_of_another,
        checksum_of_garbage,
        longer,
    ],
    ids=lambda damage: damage.__name__,
)
def test_a_damaged_catalogue_is_replaced(
    islington: Path, home: Path, damage: Callable[[Path], None]
) -> None:
    good = (home / "catalogue.db").read_bytes()
    damage(home)
    assert not store.is_current(islington, home / "catalogue.db")
    path = store.ensure(islington, home)
    assert path.read_bytes() == good
    assert store.is_current(islington, path)
    assert contests(path) == 5


@given(st.floats(0, 1, exclude_max=True), st.integers(0, 7))
def test_one_flipped_bit_anywhere_is_noticed(
    islington: Path, built: Path, place: float, bit: int
) -> None:
    bytes_of_it = bytearray((built / "catalogue.db").read_bytes())
    bytes_of_it[int(place * len(bytes_of_it))] ^= 1 << bit
    with tempfile.TemporaryDirectory() as folder:
        damaged = Path(folder) / "catalogue.db"
        damaged.write_bytes(bytes_of_it)
        shutil.copy(built / "catalogue.sha256", folder)
        assert not store.is_current(islington, damaged)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE candidacy SET votes = 0",
        "DELETE FROM contest",
        "DROP TABLE person",
        "CREATE TABLE mine (a)",
        "PRAGMA user_version = 7",
    ],
)
def test_a_catalogue_cannot_be_written(home: Path, statement: str) -> None:
    before = (home / "catalogue.db").read_bytes()
    with (
        store.reading(home / "catalogue.db") as connection,
        pytest.raises(sqlite3.OperationalError, match="readonly"),
    ):
        connection.execute(statement)
    assert (home / "catalogue.db").read_bytes() == before
    assert {file.name for file in home.iterdir()} == {"catalogue.db", "catalogue.sha256"}


def test_connecting_makes_no_file_and_says_what_cannot_be_opened(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match=r"nowhere\.db cannot be opened: .*\.$"):
        store.connect(tmp_path / "nowhere.db")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["with space", "what?mode=rw", "50%25", "Ynys Môn", "a#b"])
def test_a_home_may_be_called_anything(data: Path, tmp_path: Path, name: str) -> None:
    path = store.ensure(data, tmp_path / name)
    assert contests(path) == 5
    assert store.is_current(data, path)


def test_rows_can_be_read_by_name(built: Path) -> None:
    with store.reading(built / "catalogue.db") as connection:
        row = connection.execute(
            "SELECT name FROM constituency WHERE code = 'E14001305'"
        ).fetchone()
    assert row["name"] == "Islington North"
