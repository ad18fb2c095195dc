"""A catalogue of one seat, built in a moment, for what only concerns the file."""

import csv
import shutil
from pathlib import Path

import pytest

from bot.catalogue import schema, tables
from bot.catalogue.schema import Row, Table
from tests.conftest import DATA

ISLINGTON = {"E14000763", "E14001305"}


@pytest.fixture(scope="session")
def islington(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tables of data/ narrowed to Islington North, before and after 2024."""
    folder = tmp_path_factory.mktemp("islington")
    kept = {
        table: [row for row in tables.read(DATA, table) if inside(row)] for table in schema.TABLES
    }
    persons = {row["person_id"] for row in kept[schema.CANDIDACY]}
    for table, rows in kept.items():
        if table is schema.PERSON:
            rows = [row for row in rows if row["id"] in persons]  # noqa: PLW2901
        elif "person_id" in table.columns:
            rows = [row for row in rows if row["person_id"] in persons]  # noqa: PLW2901
        tables.write(folder, table, rows)
    return folder


def inside(row: Row) -> bool:
    columns = ("code", "old_code", "new_code")
    named = all(row[column] in ISLINGTON for column in columns if column in row)
    historic = str(row.get("historic_id") or (row["id"] if "leading_group" in row else ""))
    return named and (not historic or historic.endswith("/islington-north"))


@pytest.fixture
def data(islington: Path, tmp_path: Path) -> Path:
    """A copy of them that a test may change."""
    return Path(shutil.copytree(islington, tmp_path / "data"))


Edit = tuple[dict[str, str], dict[str, str]]
"""What describes one line, and the cells to write into it."""


def edit(folder: Path, table: Table, *edits: Edit) -> None:
    file = folder / table.file_name
    with file.open(encoding="utf-8", newline="") as handle:
        lines = list(csv.DictReader(handle))
    for where, values in edits:
        [line] = [one for one in lines if where.items() <= one.items()]
        line.update(values)
    with file.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(handle, list(table.columns), lineterminator="\n")
        writer.writeheader()
        writer.writerows(lines)
