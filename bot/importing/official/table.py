"""A CSV table as UK Parliament's site writes it, row by row."""

import csv
import io
from collections.abc import Iterable, Iterator

from bot.errors import DataError
from bot.importing.facts import Line

# Rails escapes for web pages, and some of its exports went through that.
_ESCAPED = {"&#39;": "'", "&quot;": '"', "&lt;": "<", "&gt;": ">", "&amp;": "&"}
_SHOWN = 60


def read_table(text: str, needed: Iterable[str]) -> Iterator[Line]:
    """The rows by name of column. Raises DataError that says what is wrong in which line."""
    reader = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")), strict=True)
    try:
        _check_header(list(reader.fieldnames or ()), list(needed))
        for row in reader:
            yield _whole(row, reader.line_num)
    except csv.Error as broken:
        raise DataError(
            f"The CSV cannot be read on at line {reader.line_num}: {broken}."
        ) from broken


def _check_header(header: list[str], needed: list[str]) -> None:
    lacking = [one for one in needed if one not in header]
    if lacking:
        raise DataError(
            "That is no export of UK Parliament's election results: it lacks the "
            f"{'column' if len(lacking) == 1 else 'columns'} {', '.join(lacking[:4])}."
        )
    twice = next((one for one in needed if header.count(one) > 1), None)
    if twice:
        raise DataError(f"The export has the column {twice} twice.")


def _whole(row: dict[str, str], number: int) -> Line:
    shown = "".join(filter(str.isprintable, ", ".join(map(str, row.values()))[:_SHOWN]))
    # A comma in a name that stands without quotes shifts every cell behind it.
    if None in row:
        raise DataError(
            f"Line {number} ({shown} …) has more cells than the header: "
            "a comma stands in it without quotes."
        )
    if None in row.values():
        raise DataError(
            f"Line {number} ({shown} …) has fewer cells than the header: the table breaks off."
        )
    return {column: _plain(cell).strip() for column, cell in row.items()}


def _plain(cell: str) -> str:
    for escaped, sign in _ESCAPED.items():
        cell = cell.replace(escaped, sign)
    return cell
