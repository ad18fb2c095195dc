"""What a person sees of a chart in a terminal."""

from rich.cells import cell_len

from bot.pictures.charts import Chart
from bot.pictures.textual.render import WIDTH, render


def shown(chart: Chart, width: int = WIDTH) -> list[str]:
    """The lines of a chart without the title and the unit above it and the source below."""
    return render(chart, width).plain.split("\n")[2:-1]


def too_wide(chart: Chart, width: int = WIDTH) -> list[str]:
    lines = render(chart, width).plain.split("\n")
    return [line for line in lines if cell_len(line) > width]
