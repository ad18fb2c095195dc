"""Signs that tell lines apart by their shape, whatever their colours."""

from enum import Enum

from bot.pictures.canvas import Canvas, Point
from bot.pictures.theme import Colour

_RADIUS = 4.2


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


def draw(canvas: Canvas, sign: Marker, at: Point, fill: Colour, stroke: Colour) -> None:
    if not sign.value:
        canvas.circle(at, _RADIUS, fill, stroke=stroke, stroke_width=1.6)
        return
    corners = [(at[0] + x * _RADIUS, at[1] + y * _RADIUS) for x, y in sign.value]
    canvas.polygon(corners, fill, stroke=stroke, stroke_width=1.6)
