"""The tables as they were before July 2024, whole or for three seats, and what came since."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from bot.importing.official.export import read_export
from bot.importing.official.run import OfficialReport, import_export
from tests.conftest import DATA
from tests.importing.official.making import Row, as_export, export_rows, keep, narrow, table

SINCE = "2024-07-04"
TODAY = date(2026, 9, 1)
BATH, ASHFIELD = "E14001080", "E14001068"
# With the seats of Bath and Ashfield before 2024, and one that curated/ corrects.
SEATS = {BATH, ASHFIELD, "E14000547", "E14000535", "E14000913", "E14001461"}


def is_new(row: Row) -> bool:
    return row["polled_on"] >= SINCE


def imported(rows: list[Row], data: Path) -> OfficialReport:
    return import_export(read_export(as_export(rows)), data, TODAY)


def of_seat(rows: list[Row], code: str = BATH) -> list[Row]:
    return [dict(row) for row in rows if row["Constituency geographic code"] == code]


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()}


@pytest.fixture(scope="session")
def rows() -> list[Row]:
    """Everything since July 2024, as the site would export it."""
    return export_rows(DATA, is_new)


@pytest.fixture(scope="session")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("before") / "data"
    shutil.copytree(DATA, folder)
    for name in ("contest", "candidacy", "contest_note", "night_as_entered"):
        keep(folder, name, lambda row: not is_new(row))
    stood = {row["person_id"] for row in table(folder, "candidacy")}
    keep(folder, "person", lambda row: row["id"] in stood)
    for name in ("person_identifier", "person_alias"):
        keep(folder, name, lambda row: row["person_id"] in stood)
    return folder


@pytest.fixture(scope="session")
def settled(
    before: Path, rows: list[Row], tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, OfficialReport]:
    """All of it imported; tests must leave it as it is."""
    folder = tmp_path_factory.mktemp("settled") / "data"
    shutil.copytree(before, folder)
    return folder, imported(rows, folder)


@pytest.fixture(scope="session")
def narrowed(before: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("narrowed") / "data"
    narrow(before, folder, SEATS)
    return folder


@pytest.fixture
def data(narrowed: Path, tmp_path: Path) -> Path:
    """The tables of a few seats, a test's own."""
    folder = tmp_path / "data"
    shutil.copytree(narrowed, folder)
    return folder
