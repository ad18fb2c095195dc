"""The House as a half circle of dots, one a seat, above what the same seats were before."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from bot.pictures.canvas import WIDTH, Anchor, Canvas, Drawing, Point, Style
from bot.pictures.charts import House
from bot.pictures.drawing import bench_legend, seats_before
from bot.pictures.drawing.arc import Arc, Place, arc
from bot.pictures.frame import TOP, close_frame, open_frame
from bot.pictures.theme import UNKNOWN, Theme, edge

_MIDDLE = WIDTH / 2
_DOT = 0.42  # of the way from one row to the next
_ABOVE, _BELOW = 30, 8  # room over the half circle for words, and under it
_TOTAL, _UNIT, _NEEDED, _NAME = 40, 14, 13, 13  # sizes of words
_OVER = 0.3  # up to this cosine a name stands over the half circle, not beside it
_AWAY = 8


@dataclass(frozen=True, slots=True)
class _Chamber:
    """A half circle on the canvas; `base` is where its rows begin and end."""

    canvas: Canvas
    chart: House
    arc: Arc
    base: float

    @property
    def theme(self) -> Theme:
        return self.canvas.theme

    @property
    def dot(self) -> float:
        return self.arc.pitch * _DOT

    def at(self, place: Place, *, away: float = 0) -> Point:
        """To half a pixel: the fewer kinds of edges dots have, the smaller is the PNG."""
        (across, up), steps = place.beyond(away), 2 * self.canvas.scale
        return round((_MIDDLE + across) * steps) / steps, round((self.base - up) * steps) / steps


def draw(chart: House, theme: Theme) -> Drawing:
    canvas = Canvas(theme)
    open_frame(canvas, chart.face)
    return close_frame(canvas, chart.face, draw_into(canvas, chart, TOP))


def draw_into(canvas: Canvas, chart: House, top: float) -> float:
    """All but the frame; returns where it ends."""
    seats = sum(one.seats for one in chart.benches) + chart.undeclared
    places = arc(seats)
    dot = places.pitch * _DOT
    chamber = _Chamber(canvas, chart, places, top + _ABOVE + places.outer + dot)
    _majority_line(chamber)
    _dots(chamber)
    _total(chamber, seats)
    _names(chamber)
    bottom = chamber.base + dot + _BELOW
    if chart.before:
        bottom = seats_before.draw_into(canvas, chart, seats, bottom)
    return bench_legend.draw_into(canvas, chart, bottom)


def _majority_line(chamber: _Chamber) -> None:
    """Drawn first, so that it runs behind the dots."""
    canvas, needed = chamber.canvas, chamber.chart.needed
    if needed is None:
        return
    over = chamber.base - chamber.arc.outer - chamber.dot - _AWAY
    inside = chamber.base - chamber.arc.inner + chamber.dot + _AWAY
    canvas.line((_MIDDLE, over), (_MIDDLE, inside), chamber.theme.text, stroke_width=1.5)
    style = Style(_NEEDED, chamber.theme.text, anchor=Anchor.MIDDLE)
    canvas.text((_MIDDLE, over - 5), f"{needed:,} for a majority", style)


def _dots(chamber: _Chamber) -> None:
    theme, filled = chamber.theme, 0
    for bench in chamber.chart.benches:
        fill = bench.ink.colour or UNKNOWN
        stroke = edge(fill, theme)
        wedge = chamber.arc.places[filled : filled + bench.seats]
        filled += bench.seats
        if stroke == fill:
            # Outlines take the renderer longest.
            chamber.canvas.path(_circles(chamber, wedge, chamber.dot + 0.5), fill)
        else:
            chamber.canvas.path(_circles(chamber, wedge, chamber.dot), fill, stroke=stroke)
    undeclared = _circles(chamber, chamber.arc.places[filled:], chamber.dot - 0.5)
    chamber.canvas.path(undeclared, None, stroke=theme.muted)


def _circles(chamber: _Chamber, places: Sequence[Place], radius: float) -> str:
    """All in one path: the renderer takes several times as long for as many circles."""
    radius = round(radius, 1)
    half = f"a{radius} {radius} 0 1 0"
    return "".join(
        f"M{x - radius:g} {y:g}{half}{2 * radius:.1f} 0{half}{-2 * radius:.1f} 0z"
        for x, y in map(chamber.at, places)
    )


def _total(chamber: _Chamber, seats: int) -> None:
    canvas, undeclared = chamber.canvas, chamber.chart.undeclared
    many = Style(_TOTAL, chamber.theme.text, bold=True, anchor=Anchor.MIDDLE)
    unit = Style(_UNIT, chamber.theme.muted, anchor=Anchor.MIDDLE)
    canvas.text((_MIDDLE, chamber.base - 19), f"{seats - undeclared:,}", many)
    told = "seat" if seats == 1 else "seats"
    told = f"of {seats:,} declared" if undeclared else told
    canvas.text((_MIDDLE, chamber.base + 3), told, unit)


def _names(chamber: _Chamber) -> None:
    """Beside the wedges of the larger parties; the legend names those that have no room."""
    places, filled = chamber.arc.places, 0
    for bench in chamber.chart.benches:
        wedge = places[filled : filled + bench.seats]
        filled += bench.seats
        # With fewer than one in each row nobody could see whose they are.
        if wedge and len(wedge) >= chamber.arc.rows:
            middle = Place((wedge[0].angle + wedge[-1].angle) / 2, chamber.arc.outer)
            _name(chamber, f"{bench.ink.short} {bench.seats:,}", middle)


def _name(chamber: _Chamber, name: str, place: Place) -> None:
    (x, y), cosine = chamber.at(place, away=chamber.dot + _AWAY), math.cos(place.angle)
    if abs(cosine) < _OVER:
        at, anchor = (x, y - 1), Anchor.MIDDLE
    else:
        at, anchor = (x, y + _NAME / 3), Anchor.START if cosine > 0 else Anchor.END
    style = Style(_NAME, chamber.theme.text, anchor=anchor)
    if chamber.canvas.has_room(at, name, style):
        chamber.canvas.text(at, name, style)
