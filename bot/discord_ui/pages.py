"""A listing a page at a time, in lines that are short enough for a phone."""

from collections.abc import Sequence
from itertools import islice, pairwise, takewhile

from bot.answers.listing import shown
from bot.answers.reply import Cell, Column, Listing, Unit
from bot.discord_ui.markup import escape

PER_PAGE = 10
_ONE_PAGE = 12  # rows: another page for one or two more is not worth a click

_SEPARATOR = " · "
_NAME, _VALUE = 120, 150
_LEAST_NAME = 10
_BESIDE_NAME = 2  # words on the first line
_WORDS = frozenset({Unit.TEXT, Unit.DAY, Unit.TIME})
# Columns whose words say themselves what they are.
_PLAIN_WORDS = frozenset(
    "party candidate person name winner mp constituency seat area region nation country election "
    "result outcome place day date member".split()
)


def page_count(listing: Listing) -> int:
    return -(-len(listing.rows) // _rows_of_page(listing))


def page_text(listing: Listing, page: int, room: int) -> str:
    """The rows of the page, each in two lines, and which rows those are."""
    first = page * _rows_of_page(listing)
    rows = listing.rows[first : first + _rows_of_page(listing)]
    if not rows:
        return ""
    last, all_rows = first + len(rows), len(listing.rows)
    where = f"\n\nRows {first + 1}–{last} of {all_rows:,}" if len(rows) < all_rows else ""
    # No row is left off: it would stand on no page.
    each = (room - len(where)) // len(rows) - 1
    told = (_row(listing, rank, row, each) for rank, row in enumerate(rows, start=first + 1))
    return "\n".join(told) + where


def _rows_of_page(listing: Listing) -> int:
    return _ONE_PAGE if len(listing.rows) <= _ONE_PAGE else PER_PAGE


def _row(listing: Listing, rank: int, row: Sequence[Cell], room: int) -> str:
    name = shown(row[0], listing.columns[0].unit) or "…"
    before = f"{rank}. " if listing.numbered else ""
    line = f"**{before}{escape(name, max(_LEAST_NAME, min(_NAME, room // 2)))}**"
    beside, below = _values(listing, row)
    line = _joined(line, beside, _SEPARATOR, room)
    return _joined(line, below, "\n", room)


def _joined(line: str, values: Sequence[str], separator: str, room: int) -> str:
    """With as many of the values as there is room for."""
    for value in values:
        longer = f"{line}{separator}{escape(value, _VALUE)}"
        # A figure is left out rather than cut: half a number is another number.
        if len(longer) <= room:
            line, separator = longer, _SEPARATOR
    return line


def _values(listing: Listing, row: Sequence[Cell]) -> tuple[list[str], list[str]]:
    """What stands beside the name, and what below it."""
    told = [
        (column.unit in _WORDS and _is_plain(column, before), _said(column, before, cell))
        for (before, column), cell in zip(pairwise(listing.columns), row[1:], strict=True)
        if cell is not None and cell != ""
    ]
    words = takewhile(lambda one: one[0], told)
    beside = [value for _, value in islice(words, _BESIDE_NAME)]
    return beside, [value for _, value in told[len(beside) :]]


def _said(column: Column, before: Column, cell: Cell) -> str:
    """The cell with the name of its column, unless it can be understood alone."""
    value, name = shown(cell, column.unit), column.name
    if column.unit is Unit.COUNT and name.lower() == "votes":
        return f"{value} vote" if value == "1" else f"{value} votes"
    if _is_plain(column, before):
        return value
    # "2019 12,345" would be one thing and not two.
    colon = ":" if column.unit in _WORDS or name[-1:].isdigit() else ""
    return f"{name}{colon} {value}"


def _is_plain(column: Column, before: Column) -> bool:
    """Whether it says by itself what it is, or follows from the column before."""
    name = column.name.lower()
    if column.unit in _WORDS:
        return name in _PLAIN_WORDS
    if column.unit is Unit.SHARE:
        return name == "share"
    if column.unit is Unit.CHANGE:
        return name == "change" and before.unit is Unit.SHARE
    return column.unit is Unit.POINTS and before.unit is Unit.COUNT
