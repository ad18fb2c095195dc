"""A hexagon for every constituency, and beside them what their colours and letters mean."""

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.elections import hexagon as grid
from bot.pictures import lettering
from bot.pictures.canvas import Anchor, Canvas, Drawing, Point, Style
from bot.pictures.charts import Hexagon, HexMap, Key, Spot
from bot.pictures.frame import MARGIN, TOP, close_frame, open_frame
from bot.pictures.theme import Colour, Theme, contrast, edge, mix

_SCALE = 1.1
_WIDEST, _HIGHEST = 428, 580  # that the map may be
_LARGEST = 18.0  # width of a hexagon
_GAP, _EDGE = 0.9, 1.6  # between two of them, and how thick an outline is
_FAINT = 0.72  # of the ground in what is not highlighted
_LEGEND, _LEGEND_END = 462, 620
_PITCH, _SWATCH, _WORDS = 22, 15.0, 13
_LEGEND_WORDS = _LEGEND + _SWATCH + 7
_LINE = 17  # of words that take several
_BREAK = re.compile(r"[^ -]+-?(?: |$)?|-")  # between words, and within "Newcastle-under-Lyme"
_LETTER = 0.62  # of a hexagon's width
_BLACK, _WHITE = "#000000", "#FFFFFF"


@dataclass(frozen=True, slots=True)
class _Look:
    """Of hexagons that are alike; `outline` is None where the fill stands out by itself."""

    fill: Colour
    outline: Colour | None
    letter: str = ""


@dataclass(frozen=True, slots=True)
class _Place:
    left: float
    top: float
    wide: float  # of a hexagon

    def middle(self, column: int, row: int) -> Point:
        x, y = grid.centre(grid.Hexagon(column, row))
        return self.left + x * self.wide, self.top + y * self.wide


def draw(chart: HexMap, theme: Theme) -> Drawing:
    canvas = Canvas(theme, scale=_SCALE)
    open_frame(canvas, chart.face)
    return close_frame(canvas, chart.face, draw_into(canvas, chart, TOP))


def draw_into(canvas: Canvas, chart: HexMap, top: float) -> float:
    """From `top` down; returns where map and legend end."""
    place, bottom = _placed(chart.hexagons, top)
    alike: dict[tuple[int | None, bool], list[Point]] = defaultdict(list)
    for one in chart.hexagons:
        alike[one.key, one.faint].append(place.middle(one.column, one.row))
    for (number, faint), middles in alike.items():
        key = chart.keys[number] if number is not None else None
        look = _of_key(key, canvas.theme)
        _draw_alike(canvas, _faded(look, canvas.theme) if faint else look, middles, place.wide)
    y = top + 6
    if chart.spot:
        _draw_ring(canvas, place.middle(chart.spot.column, chart.spot.row), place.wide)
        y = _draw_spot(canvas, y, chart, chart.spot)
    return max(bottom, _draw_legend(canvas, chart, y))


def _placed(hexagons: Sequence[Hexagon], top: float) -> tuple[_Place, float]:
    """As large as there is room for, and where the map ends."""
    centres = [grid.centre(grid.Hexagon(one.column, one.row)) for one in hexagons] or [(0.0, 0.0)]
    across, down = [x for x, _ in centres], [y for _, y in centres]
    high = max(down) - min(down) + 1 / grid.ROW_PITCH
    wide = min(_WIDEST / (max(across) - min(across) + 1), _HIGHEST / high, _LARGEST)
    half, tall = wide / 2, wide / 2 / grid.ROW_PITCH
    place = _Place(MARGIN + half - min(across) * wide, top + tall - min(down) * wide, wide)
    return place, top + high * wide


def _faded(look: _Look, theme: Theme) -> _Look:
    outline = mix(look.outline, theme.ground, _FAINT) if look.outline else None
    return _Look(mix(look.fill, theme.ground, _FAINT), outline)


def _of_key(key: Key | None, theme: Theme) -> _Look:
    """None is undeclared."""
    if key is None or key.strength <= 0:
        return _Look(theme.ground, edge(theme.rule, theme), key.mark if key else "")
    fill = key.colour if key.strength >= 1 else _step(key, theme)
    around = edge(fill, theme)
    return _Look(fill, around if around != fill else None, key.mark)


def _step(key: Key, theme: Theme) -> Colour:
    """The further up the scale, the further from the ground: from there to the colour, and on to
    the text's, in steps that differ about as much from each other."""
    base = edge(key.colour, theme)
    turn = math.log(contrast(base, theme.ground)) / math.log(contrast(theme.text, theme.ground))
    if key.strength <= turn:
        return mix(theme.ground, base, key.strength / turn)
    return mix(base, theme.text, (key.strength - turn) / (1 - turn))


def _draw_alike(canvas: Canvas, look: _Look, middles: Sequence[Point], wide: float) -> None:
    size = wide - _GAP
    if look.outline:
        # Two areas, one on the other, are drawn in half the time that lines take.
        canvas.path(_outlines(middles, size), look.outline)
        size -= _EDGE
    canvas.path(_outlines(middles, size), look.fill)
    if look.letter:
        canvas.letters(middles, look.letter, _lettered(look.fill, wide, canvas.theme))


def _lettered(fill: Colour, wide: float, theme: Theme) -> Style:
    """Black or white stands out from any colour by 4.5 at least."""
    if fill == theme.ground:
        return Style(wide * _LETTER, theme.muted, bold=True)
    ink = max(_BLACK, _WHITE, key=lambda one: contrast(one, fill))
    return Style(wide * _LETTER, ink, bold=True, on=fill)


def _outlines(middles: Iterable[Point], wide: float) -> str:
    half, side = wide / 2, wide / math.sqrt(3)
    # The corners are the same for all, so that they are written only once.
    around = (
        f"l{half:.2f} {side / 2:.2f}v{side:.2f}l{-half:.2f} {side / 2:.2f}"
        f"l{-half:.2f} {-side / 2:.2f}v{-side:.2f}z"
    )
    return "".join(f"M{x:.2f} {y - side:.2f}{around}" for x, y in middles)


def _draw_ring(canvas: Canvas, at: Point, wide: float) -> None:
    """Round a hexagon; the ground beside it makes it stand out from any colour."""
    ring = _outlines([at], wide + 1)
    for colour, width in ((canvas.theme.ground, 5.0), (canvas.theme.text, 3.0)):
        canvas.path(ring, None, stroke=colour, stroke_width=width)


def _draw_spot(canvas: Canvas, top: float, chart: HexMap, spot: Spot) -> float:
    """Above the legend, where it hides no hexagon as words on the map might."""
    own = next((one for one in chart.hexagons if _is_at(spot, one)), None)
    key = chart.keys[own.key] if own and own.key is not None else None
    middle = (_LEGEND + _SWATCH / 2, top + _PITCH / 2)
    _draw_alike(canvas, _of_key(key, canvas.theme), [middle], _SWATCH)
    _draw_ring(canvas, middle, _SWATCH)
    style = Style(_WORDS, canvas.theme.text, bold=True)
    base = middle[1] + _WORDS * 0.36
    for line in _wrapped(spot.label, style):
        canvas.text((_LEGEND_WORDS, base), line, style)
        base += _LINE
    return base + _PITCH - _LINE


def _is_at(spot: Spot, one: Hexagon) -> bool:
    return (one.column, one.row) == (spot.column, spot.row)


def _wrapped(text: str, style: Style) -> list[str]:
    """In lines no longer than there is room, a new one after a colon; a word that is longer is
    cut."""
    room = _LEGEND_END - _LEGEND_WORDS
    lines: list[str] = []
    for word in _BREAK.findall(text):
        longer = f"{lines[-1]}{word}" if lines and not lines[-1].endswith(": ") else ""
        if longer and lettering.width(longer.rstrip(), style.size, bold=True) <= room:
            lines[-1] = longer
        else:
            fitting = lettering.fit(word.rstrip(), style.size, room, bold=True)
            lines.append(word if fitting == word.rstrip() else f"{fitting} ")
    return [line.rstrip() for line in lines]


def _draw_legend(canvas: Canvas, chart: HexMap, top: float) -> float:
    y = top
    for key in chart.keys:
        if key.count:
            _draw_entry(canvas, y, _of_key(key, canvas.theme), key.label, key.count)
            y += _PITCH
    if chart.undeclared:
        _draw_entry(canvas, y, _of_key(None, canvas.theme), "Undeclared", chart.undeclared)
        y += _PITCH
    return y


def _draw_entry(canvas: Canvas, y: float, look: _Look, label: str, count: int) -> None:
    theme = canvas.theme
    _draw_alike(canvas, look, [(_LEGEND + _SWATCH / 2, y + _PITCH / 2)], _SWATCH)
    base = y + _PITCH / 2 + _WORDS * 0.36
    figure = Style(_WORDS, theme.text, bold=True, anchor=Anchor.END)
    wide = canvas.text((_LEGEND_END, base), f"{count:,}", figure)
    room = _LEGEND_END - wide - 8 - _LEGEND_WORDS
    canvas.text((_LEGEND_WORDS, base), label, Style(_WORDS, theme.text), room)
