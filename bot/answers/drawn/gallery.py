"""The chart of any sketch."""

from importlib import import_module
from typing import TYPE_CHECKING

from bot.answers.sketch import Sketch, SketchKind
from bot.catalogue.catalogue import Catalogue
from bot.declarations.news import News

if TYPE_CHECKING:
    from bot.pictures.charts import Chart

# Loaded when the first picture of a kind is asked for: most replies are read, not looked at.
_MODULES = {
    SketchKind.BARS: "bot.answers.drawn.vote_bars",
    SketchKind.TIMELINE: "bot.answers.drawn.timeline",
    SketchKind.SWING: "bot.answers.drawn.swing",
    SketchKind.HOUSE: "bot.answers.drawn.house",
    SketchKind.MAP: "bot.answers.drawn.hexmap",
}
_DECLARED = "bot.answers.drawn.declared"


def load() -> None:
    """All kinds now, so that nobody has to wait for one later."""
    for name in (*_MODULES.values(), _DECLARED):
        import_module(name)


def chart_of(catalogue: Catalogue, sketch: Sketch) -> "Chart | None":
    """None where what it is of is not known any more."""
    name = _MODULES.get(sketch.kind)
    if name is None:
        return None
    chart: Chart | None = import_module(name).chart(catalogue, sketch.of)
    return chart


def chart_of_news(catalogue: Catalogue, news: News) -> "Chart | None":
    """None where it is not to be shown."""
    chart: Chart | None = import_module(_DECLARED).chart(catalogue, news)
    return chart
