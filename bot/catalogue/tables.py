"""Reading and writing the CSV tables of data/."""

import contextlib
import csv
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from bot.catalogue.schema import Cell, Row, Table
from bot.errors import DataError


def read(folder: Path, table: Table) -> Iterator[Row]:
    """The rows of one table, typed. Raises DataError naming the file and line that is wrong."""
    path = folder / table.file_name
    try:
        with path.open(encoding="utf-8", newline="") as handle:
            reader = csv.DictReader(handle, strict=True)
            header = list(reader.fieldnames or ())
            if header != list(table.columns):
                raise DataError(
                    f"{path.name} should have the columns {', '.join(table.columns)}; "
                    f"it has {', '.join(header) or 'none'}."
                )
            for line in reader:
                yield _typed(table, line, f"{path.name}, line {reader.line_num}")
    except FileNotFoundError as missing:
        message = f"The table {path.name} is missing from {folder}; restore it from the repository."
        raise DataError(message) from missing
    except UnicodeDecodeError as broken:
        raise DataError(f"{path.name} is not UTF-8 text; restore it.") from broken
    except csv.Error as broken:
        raise DataError(f"{path.name} is no CSV file: {broken}; restore it.") from broken


def _typed(table: Table, line: dict[str, str | None], where: str) -> Row:
    if None in line:
        raise DataError(f"{where}: there are more cells than columns.")
    row: Row = {}
    for column, kind in table.columns.items():
        text = line[column]
        if text is None or (text == "" and column not in table.optional):
            raise DataError(f"{where}: {column} is empty.")
        try:
            row[column] = None if text == "" else kind(text)
        except ValueError as wrong:
            message = f"{where}: {column} is {text!r}, which is no {kind.__name__}."
            raise DataError(message) from wrong
    return row


def write(folder: Path, table: Table, rows: Iterable[Row]) -> int:
    """Replace one table, sorted by its key, in one step. Returns the number of rows."""
    return write_all(folder, {table: rows})[table]


def write_all(folder: Path, rows: Mapping[Table, Iterable[Row]]) -> dict[Table, int]:
    """Replace tables, in this order, once all of them are on the disk. Returns the numbers of
    rows."""
    unfinished = {table: _unfinished(folder, table) for table in rows}
    try:
        numbers = {table: _write(unfinished[table], table, its) for table, its in rows.items()}
        for table, path in unfinished.items():
            path.replace(folder / table.file_name)
    finally:
        for path in unfinished.values():
            with contextlib.suppress(OSError):
                path.unlink(missing_ok=True)
    return numbers


def _unfinished(folder: Path, table: Table) -> Path:
    return (folder / table.file_name).with_suffix(f".{os.getpid()}.part")


def _write(unfinished: Path, table: Table, rows: Iterable[Row]) -> int:
    ordered = sorted(rows, key=lambda row: [_sortable(row[column]) for column in table.key])
    with unfinished.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(handle, list(table.columns), lineterminator="\n")
        writer.writeheader()
        writer.writerows({name: _text(row[name]) for name in table.columns} for row in ordered)
        handle.flush()
        # A name that moves before what it stands for is on the disk could be empty after a crash.
        os.fsync(handle.fileno())
    return len(ordered)


def _sortable(cell: Cell) -> str | int | float:
    return "" if cell is None else cell


def _text(cell: Cell) -> str:
    return "" if cell is None else str(cell)
