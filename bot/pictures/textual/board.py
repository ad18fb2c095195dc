"""A night at a glance: how the House stands, and the map below."""

from rich.text import Text

from bot.pictures.charts import Board
from bot.pictures.textual import hexmap, house
from bot.pictures.textual.sheet import said


def lines(chart: Board, width: int) -> list[Text]:
    """What the House shows is what the board says of itself."""
    return [
        *house.lines(chart.house, width),
        Text(),
        *said(chart.map.face.unit, width, "dim"),
        *hexmap.lines(chart.map, width),
    ]
