"""Any chart as SVG."""

from collections.abc import Callable
from typing import Any

from bot.pictures.canvas import Drawing
from bot.pictures.charts import Board, Chart, HexMap, House, Swingometer, Timeline, VoteBars
from bot.pictures.drawing import board, hexmap, house, swingometer, timeline, vote_bars
from bot.pictures.theme import THEMES, Theme, ThemeName

_DRAWN: dict[type[Any], Callable[[Any, Theme], Drawing]] = {
    VoteBars: vote_bars.draw,
    HexMap: hexmap.draw,
    Timeline: timeline.draw,
    Swingometer: swingometer.draw,
    House: house.draw,
    Board: board.draw,
}


def draw(chart: Chart, theme: ThemeName = ThemeName.DARK) -> Drawing:
    return _DRAWN[type(chart)](chart, THEMES[theme])
