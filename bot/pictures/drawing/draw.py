"""Any chart as SVG."""

from collections.abc import Callable
from typing import Any

from bot.pictures.canvas import Drawing
from bot.pictures.charts import Chart, VoteBars
from bot.pictures.drawing import vote_bars
from bot.pictures.theme import THEMES, Theme, ThemeName

_DRAWN: dict[type[Any], Callable[[Any, Theme], Drawing]] = {
    VoteBars: vote_bars.draw,
}


def draw(chart: Chart, theme: ThemeName = ThemeName.DARK) -> Drawing:
    return _DRAWN[type(chart)](chart, THEMES[theme])
