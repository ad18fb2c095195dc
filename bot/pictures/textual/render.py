"""Any chart as text, with what stands around every picture."""

from collections.abc import Callable
from typing import Any

from rich.text import Text

from bot.pictures.charts import Board, Chart, HexMap, House, Swingometer, Timeline, VoteBars
from bot.pictures.textual import board, hexmap, house, swingometer, timeline, vote_bars
from bot.pictures.textual.sheet import NARROWEST, said

_LINES: dict[type[Any], Callable[[Any, int], list[Text]]] = {
    VoteBars: vote_bars.lines,
    Timeline: timeline.lines,
    House: house.lines,
    HexMap: hexmap.lines,
    Swingometer: swingometer.lines,
    Board: board.lines,
}
WIDTH = 80


def render(chart: Chart, width: int = WIDTH) -> Text:
    """No line takes more columns than `width`, or than 40 where that is less."""
    width = max(width, NARROWEST)
    face = chart.face
    return Text("\n").join(
        [
            *said(face.title, width, "bold"),
            *said(face.unit, width, "dim"),
            *_LINES[type(chart)](chart, width),
            *said(face.source, width, "dim"),
        ]
    )
