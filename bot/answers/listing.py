"""The rows of a listing: their cells in words, the columns of a terminal, a CSV file."""

import csv
import io
import re
import textwrap
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import zip_longest

from rich.cells import cell_len

from bot.answers import figures, wording
from bot.answers.lines import fitted, flowed, wrapped
from bot.answers.reply import Cell, Column, Listing, Unit

_GAP = 2
_NARROWEST = 16  # that the first column can be
_FIGURES: dict[Unit, Callable[[float], str]] = {
    Unit.COUNT: lambda number: f"{number:,}".replace("-", figures.MINUS),
    Unit.NET: lambda number: wording.signed(int(number)),
    Unit.SHARE: figures.percent,
    Unit.CHANGE: figures.change,
    Unit.POINTS: figures.points,
}
_POINTS = re.compile(r" points?$")
# What begins a formula in a spreadsheet: https://owasp.org/www-community/attacks/CSV_Injection
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def shown(cell: Cell, unit: Unit) -> str:
    """The cell as it stands in a sentence, in one line; nothing where it is not known."""
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return f"{figures.day(cell)}, {cell:%H:%M}"
    if isinstance(cell, date):
        return figures.day(cell)
    if isinstance(cell, str) or unit not in _FIGURES:
        return " ".join(str(cell).split())
    return _FIGURES[unit](cell)


def table(listing: Listing, width: int) -> list[str]:
    """All rows in columns under their headings; in lines of their own where those are too wide.

    Nothing is cut: a name is looked for in one piece.
    """
    if not listing.rows:
        return []
    texts = [
        [shown(row[place], column.unit) for row in listing.rows]
        for place, column in enumerate(listing.columns)
    ]
    columns = _columns(listing, texts)
    widths = _widths(columns, width)
    if widths is None:
        return _in_lines(listing, texts, width)
    sized = list(zip(columns, widths, strict=True))
    headings = [_wrapped(column.heading, size) for column, size in sized]
    # Headings of one line stand beside the last line of the others.
    upwards = list(zip_longest(*(reversed(lines) for lines in headings), fillvalue=""))
    above = [_row(sized, cells) for cells in reversed(upwards)]
    rows = zip(*(column.cells for column in columns), strict=True)
    return above + [line for cells in rows for line in _told(sized, cells, width)]


def as_csv(listing: Listing) -> bytes:
    """The file, with the byte order mark by which Excel knows UTF-8.

    Shares and differences are percentages and points with two decimals, as the headings say.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(_harmless(_heading(column)) for column in listing.columns)
    units = [column.unit for column in listing.columns]
    for row in listing.rows:
        writer.writerow(_raw(cell, unit) for cell, unit in zip(row, units, strict=True))
    return text.getvalue().encode("utf-8-sig", errors="replace")


@dataclass(frozen=True, slots=True)
class _Column:
    """`wide` and `narrow` are what it takes to show all of it, and what it can shrink to."""

    heading: str
    cells: list[str]
    right: bool
    wide: int
    narrow: int


def _columns(listing: Listing, texts: Sequence[list[str]]) -> list[_Column]:
    columns = [
        _column(_said_over(column), _below(column, told), right=column.unit is not Unit.TEXT)
        for column, told in zip(listing.columns, texts, strict=True)
    ]
    # What a row is about can have a line of its own.
    columns[0] = replace(columns[0], narrow=min(columns[0].wide, _NARROWEST))
    if listing.numbered:
        ranks = [f"{rank}." for rank in range(1, len(listing.rows) + 1)]
        columns.insert(0, _column("", ranks, right=True))
    return columns


def _column(heading: str, cells: list[str], *, right: bool) -> _Column:
    widest = max(map(cell_len, cells))
    # A heading can be broken between its words.
    narrow = max([widest, *map(cell_len, heading.split())])
    return _Column(heading, cells, right, max(widest, cell_len(heading)), narrow)


def _said_over(column: Column) -> str:
    """The heading; a lead has no sign by which points could be told from percentages."""
    return _heading(column) if column.unit is Unit.POINTS else column.name


def _below(column: Column, texts: list[str]) -> list[str]:
    """What is said over a column need not be said in every cell."""
    if column.unit is not Unit.POINTS:
        return texts
    return [_POINTS.sub("", text).replace("less than ", "<") for text in texts]


def _widths(columns: Sequence[_Column], width: int) -> list[int] | None:
    """How wide each column gets, or None where they cannot stand side by side."""
    room = width - _GAP * (len(columns) - 1)
    over = sum(column.wide for column in columns) - room
    widths = [column.wide for column in columns]
    # From the right: what a row is about is the last to give way.
    for place in reversed(range(len(columns))):
        given = min(max(over, 0), widths[place] - columns[place].narrow)
        widths[place] -= given
        over -= given
    return widths if over <= 0 else None


def _wrapped(heading: str, size: int) -> list[str]:
    if cell_len(heading) <= size:
        return [heading]
    return textwrap.wrap(heading, size, break_long_words=False)


def _row(sized: Sequence[tuple[_Column, int]], cells: Sequence[str]) -> str:
    told = (
        fitted(cell, size, right=column.right)
        for (column, size), cell in zip(sized, cells, strict=True)
    )
    return (" " * _GAP).join(told).rstrip()


def _told(sized: Sequence[tuple[_Column, int]], cells: Sequence[str], width: int) -> list[str]:
    """One line; what is too long for its column has a line of its own before the rest."""
    long = [cell_len(cell) > size for (_, size), cell in zip(sized, cells, strict=True)]
    if not any(long):
        return [_row(sized, cells)]
    place = long.index(True)
    rank = [fitted(cells[at], sized[at][1], right=True) for at in range(place)]
    above = (" " * _GAP).join([*rank, cells[place]])
    rest = [""] * (place + 1) + [*cells[place + 1 :]]
    return [wrapped(above, width), _row(sized, rest)]


def _in_lines(listing: Listing, texts: Sequence[list[str]], width: int) -> list[str]:
    """What each row is about, and below it what is known of that."""
    lines: list[str] = []
    names = [column.name for column in listing.columns[1:]]
    for rank, (first, *others) in enumerate(zip(*texts, strict=True), start=1):
        lines.append(wrapped(f"{rank}. {first}" if listing.numbered else first, width))
        told = [f"{name}: {text}" for name, text in zip(names, others, strict=True) if text]
        below = "\n".join(flowed(told, width - _GAP))
        lines += [" " * _GAP + line for line in below.splitlines()]
    return lines


def _heading(column: Column) -> str:
    """The name with the unit of its figures, where it does not say so itself."""
    if column.unit is Unit.SHARE and "%" not in column.name:
        return f"{column.name} (%)"
    if column.unit in {Unit.CHANGE, Unit.POINTS} and "point" not in column.name.lower():
        return f"{column.name} (points)"
    return column.name


def _raw(cell: Cell, unit: Unit) -> str:
    if isinstance(cell, datetime):
        return cell.isoformat(sep=" ", timespec="minutes")
    if isinstance(cell, str):
        return _harmless(cell)
    if isinstance(cell, int | float) and unit in {Unit.SHARE, Unit.CHANGE, Unit.POINTS}:
        # Zero is added because what rounds to nothing would be -0.00 otherwise.
        return f"{round(cell * 100, 2) + 0:.2f}"
    return "" if cell is None else str(cell)


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text
