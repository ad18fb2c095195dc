"""The names of lines: beside the plot of those that reach the newest poll, below it of others.

Beside it, the others would need leaders across years in which they had no share.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.pictures import lettering
from bot.pictures.canvas import Canvas, Point, Style
from bot.pictures.charts import Line
from bot.pictures.drawing import marker, spacing
from bot.pictures.frame import INNER, MARGIN

_END = MARGIN + INNER
_SIZE, _HEADING, _DOWN = 13, 11.5, 0.36  # the last from the middle of a line to its base, of size
_PITCH, _BETWEEN = 18, 20
_MARK, _WORDS = 4, 12  # where a key has the middle of its mark, and its words
_BEND, _SHORT = 5, 7  # where ties leave the level of the end, and how far they stay from a key
_EARLIER = "Lines that end earlier, with their last share:"


@dataclass(frozen=True, slots=True)
class Named:
    """A line, its number, which says its mark, and where it ends."""

    number: int
    line: Line
    end: Point


@dataclass(frozen=True, slots=True)
class Side:
    """Where the plot ends at the right, and where keys begin; the rest is its height."""

    plot: float
    keys: float
    top: float
    bottom: float


def draw_beside(canvas: Canvas, named: Sequence[Named], side: Side) -> None:
    """In the order in which the lines end, tied to their ends in the margin only: what bends is
    no share."""
    heights = spacing.dodged([one.end[1] for one in named], side.top, side.bottom, _PITCH)
    for one, y in zip(named, heights, strict=True):
        bent = (side.plot + _BEND, one.end[1]), (side.keys - _SHORT, y)
        canvas.polyline(((side.plot, one.end[1]), *bent), canvas.theme.muted, stroke_width=0.8)
        _key(canvas, one, (side.keys, y), _fitting(one.line, _END - side.keys - _WORDS))


def draw_below(canvas: Canvas, named: Sequence[Named], bottom: float) -> float:
    """In rows; returns how far down they go."""
    if not named:
        return bottom
    bottom += _PITCH + 4
    style = Style(_HEADING, canvas.theme.muted)
    canvas.text((MARGIN, bottom), _EARLIER, style, INNER)
    for row in _rows(named):
        bottom += _PITCH
        x: float = MARGIN
        for one, text in row:
            x += _key(canvas, one, (x, bottom - _SIZE * _DOWN), text) + _BETWEEN
    return bottom + 4


def _rows(named: Iterable[Named]) -> list[list[tuple[Named, str]]]:
    rows: list[list[tuple[Named, str]]] = []
    left = 0.0
    for one in named:
        text = _fitting(one.line, INNER - _WORDS)
        wide = _WORDS + lettering.width(text, _SIZE)
        if wide > left:
            rows.append([])
            left = INNER
        rows[-1].append((one, text))
        left -= wide + _BETWEEN
    return rows


def _key(canvas: Canvas, one: Named, at: Point, text: str) -> float:
    """From `at`, its left and middle, on; returns the width it took."""
    x, y = at
    shade = marker.shade(one.line.ink, canvas.theme)
    marker.draw_key(canvas, marker.of(one.number), (x + _MARK, y), shade)
    style = Style(_SIZE, canvas.theme.text)
    return _WORDS + canvas.text((x + _WORDS, y + _SIZE * _DOWN), text, style, INNER)


def _fitting(line: Line, room: float) -> str:
    """Of what is too long the party's name is cut, never the share."""
    share = f" {line.last_text}"
    left = room - lettering.width(share, _SIZE)
    return lettering.fit(line.ink.short, _SIZE, left) + share
