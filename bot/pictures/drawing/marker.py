"""Signs that tell lines apart by their shape, whatever their colours."""

from enum import Enum

from bot.pictures.canvas import Canvas, Point
from bot.pictures.charts import Ink
from bot.pictures.theme import UNKNOWN, Colour, Theme, edge

_RADIUS, _KEY_RADIUS = 4.2, 2.9
_STROKE = 1.6


class Marker(Enum):
    """Corners around the middle, in units of the radius; a circle has none."""

    CIRCLE = ()
    SQUARE = ((-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9))
    DIAMOND = ((0, -1.3), (1.3, 0), (0, 1.3), (-1.3, 0))
    UP = ((0, -1.2), (1.2, 0.9), (-1.2, 0.9))
    DOWN = ((0, 1.2), (1.2, -0.9), (-1.2, -0.9))
    RIGHT = ((1.2, 0), (-0.9, -1.2), (-0.9, 1.2))
    LEFT = ((-1.2, 0), (0.9, -1.2), (0.9, 1.2))


_ALL = tuple(Marker)


def of(number: int) -> Marker:
    """Of the line of that number; they begin anew after the seventh."""
    return _ALL[number % len(_ALL)]


def shade(ink: Ink, theme: Theme) -> Colour:
    """A point that is as pale as the ground would look like the hollow one of an estimate."""
    return edge(ink.colour or UNKNOWN, theme)


def draw(canvas: Canvas, sign: Marker, at: Point, fill: Colour, stroke: Colour) -> None:
    _draw(canvas, sign, at, (fill, stroke), _RADIUS)


def draw_key(canvas: Canvas, sign: Marker, at: Point, fill: Colour) -> None:
    """Smaller, beside a name, so that nobody takes it for a point."""
    _draw(canvas, sign, at, (fill, fill), _KEY_RADIUS)


def _draw(
    canvas: Canvas, sign: Marker, at: Point, colours: tuple[Colour, Colour], radius: float
) -> None:
    fill, stroke = colours
    if not sign.value:
        canvas.circle(at, radius, fill, stroke=stroke, stroke_width=_STROKE)
        return
    corners = [(at[0] + x * radius, at[1] + y * radius) for x, y in sign.value]
    canvas.polygon(corners, fill, stroke=stroke, stroke_width=_STROKE)
