"""The raw facts, whole or narrowed to a few seats so that an import takes a moment."""

import csv
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.importing.facts import Line
from tests.importing.files import change

ROOT = Path(__file__).resolve().parents[2]
FACTS = ROOT.parent / "shared" / "facts"
# Islington North, Beaconsfield and Sheffield, Brightside and Hillsborough with all successors.
SEATS = {"E14000763", "E14000550", "E14000921"}
# The two Loughtons, which our own corrections put right.
CORRECTED = {"E14001226", "E14001493"}
LONG = {"historic_results_1918_2005.csv", "winners_1997_2005.csv", "first_parliament.csv"}


@dataclass(frozen=True)
class Folders:
    """What an import reads, and the folder it writes into."""

    facts: Path
    data: Path


@pytest.fixture(scope="session")
def facts() -> Path:
    if not FACTS.is_dir():
        pytest.skip("the raw facts are not beside the repository")
    return FACTS


@pytest.fixture(scope="session")
def narrowed(facts: Path, tmp_path_factory: pytest.TempPathFactory) -> Folders:
    folder = tmp_path_factory.mktemp("narrowed")
    kept = (
        SEATS
        | CORRECTED
        | {
            line["new_code"]
            for line in read(facts / "boundary_overlaps.csv")
            if line["old_code"] in SEATS
        }
    )
    (folder / "facts").mkdir()
    (folder / "data" / "curated").mkdir(parents=True)
    for file in facts.glob("*.csv"):
        narrow(file, folder / "facts" / file.name, kept)
    for file in (ROOT / "data" / "curated").glob("*.csv"):
        narrow(file, folder / "data" / "curated" / file.name, kept)
    return Folders(folder / "facts", folder / "data")


@pytest.fixture
def few(narrowed: Folders, tmp_path: Path) -> Folders:
    """A copy of the narrowed facts that a test may change."""
    shutil.copytree(narrowed.facts, tmp_path / "facts")
    shutil.copytree(narrowed.data, tmp_path / "data")
    return Folders(tmp_path / "facts", tmp_path / "data")


def read(file: Path) -> list[Line]:
    with file.open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def narrow(file: Path, into: Path, kept: set[str]) -> None:
    """Only the lines that name no seat or seats that are kept, and of the past only a little."""
    shutil.copy(file, into)
    lines = [line for line in read(file) if inside(line, kept)]
    change(into, lambda _: lines[:100] if file.name in LONG else lines)


def inside(line: Line, kept: set[str]) -> bool:
    columns = ("code", "old_code", "new_code", "same_as_code")
    return all(line[column] in kept for column in columns if column in line)
