"""Every party of a House with its seats and what it won or lost, in columns."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.pictures.canvas import Anchor, Canvas, Point, Style
from bot.pictures.charts import House
from bot.pictures.frame import INNER, MARGIN
from bot.pictures.theme import UNKNOWN, Colour, edge

_COLUMNS, _PITCH, _DOWN = 3, 22, 22
_SIZE, _DOT = 14, 5.5
_NAME, _SEATS, _NET, _GAP = 18, 134, 182, 8  # from a column's left; the last two are where they end
_UNDECLARED = "Undeclared"


@dataclass(frozen=True, slots=True)
class _Entry:
    """`colour` is None for seats that nobody has yet."""

    name: str
    colour: Colour | None
    seats: str
    net: str = ""


def draw_into(canvas: Canvas, chart: House, top: float) -> float:
    """Down the first column, then the next; returns where it ends."""
    entries = list(_entries(chart))
    rows = -(-len(entries) // _COLUMNS)
    for place, entry in enumerate(entries):
        left = MARGIN + place // rows * INNER / _COLUMNS
        _draw(canvas, entry, (left, top + _DOWN + place % rows * _PITCH))
    return top + _DOWN + (rows - 1) * _PITCH + 8


def _entries(chart: House) -> Iterator[_Entry]:
    for one in chart.benches:
        yield _Entry(one.ink.short, one.ink.colour or UNKNOWN, f"{one.seats:,}", one.net)
    if chart.undeclared:
        yield _Entry(_UNDECLARED, None, f"{chart.undeclared:,}")


def _draw(canvas: Canvas, entry: _Entry, at: Point) -> None:
    (left, base), theme = at, canvas.theme
    stroke = edge(entry.colour, theme) if entry.colour else theme.muted
    canvas.circle((left + _DOT + 1, base - 5), _DOT, entry.colour, stroke=stroke)
    seats = Style(_SIZE, theme.text, bold=True, anchor=Anchor.END)
    wide = canvas.text((left + _SEATS, base), entry.seats, seats)
    canvas.text(
        (left + _NAME, base), entry.name, Style(_SIZE, theme.text), _SEATS - _NAME - wide - _GAP
    )
    canvas.text(
        (left + _NET, base), entry.net, Style(_SIZE, theme.muted, anchor=Anchor.END), _NET - _SEATS
    )
