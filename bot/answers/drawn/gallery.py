"""The chart of any sketch."""

from importlib import import_module
from typing import TYPE_CHECKING

from bot.answers.sketch import Sketch, SketchKind
from bot.catalogue.catalogue import Catalogue

if TYPE_CHECKING:
    from bot.pictures.charts import Chart

# Loaded when the first picture of a kind is asked for: most replies are read, not looked at.
_MODULES = {
    SketchKind.BARS: "vote_bars",
}


def chart_of(catalogue: Catalogue, sketch: Sketch) -> "Chart | None":
    """None where what it is of is not known any more."""
    name = _MODULES.get(sketch.kind)
    if name is None:
        return None
    chart: Chart | None = import_module(f"bot.answers.drawn.{name}").chart(catalogue, sketch.of)
    return chart
