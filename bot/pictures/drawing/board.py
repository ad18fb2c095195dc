"""A night at a glance: the House above the map."""

from bot.pictures.canvas import Canvas, Drawing, Style
from bot.pictures.charts import Board
from bot.pictures.drawing import hexmap, house
from bot.pictures.frame import INNER, MARGIN, TOP, close_frame, open_frame
from bot.pictures.theme import Theme

_SCALE = 1.25  # the map's
_HEADING, _UP, _DOWN = 13, 32, 12  # the map's heading, and the room above and below it


def draw(chart: Board, theme: Theme) -> Drawing:
    canvas = Canvas(theme, scale=_SCALE)
    open_frame(canvas, chart.face)
    heading = house.draw_into(canvas, chart.house, TOP) + _UP
    canvas.text((MARGIN, heading), chart.map.face.unit, Style(_HEADING, theme.muted), INNER)
    return close_frame(canvas, chart.face, hexmap.draw_into(canvas, chart.map, heading + _DOWN))
