"""What stands around every picture: what it shows above, where it is from below."""

from bot.pictures.canvas import WIDTH, Canvas, Drawing, Style
from bot.pictures.charts import Face

MARGIN = 20
INNER = WIDTH - 2 * MARGIN
TOP = 70
"""Where what is drawn may begin."""

_TITLE, _UNIT, _SOURCE = 20, 13, 11.5
_BOTTOM = 30


def open_frame(canvas: Canvas, face: Face) -> None:
    theme = canvas.theme
    canvas.text((MARGIN, 34), face.title, Style(_TITLE, theme.text, bold=True), INNER)
    canvas.text((MARGIN, 55), face.unit, Style(_UNIT, theme.muted), INNER)


def close_frame(canvas: Canvas, face: Face, bottom: float, remark: str = "") -> Drawing:
    """`bottom` is where what is drawn ends; a `remark` stands in a line below it."""
    if remark:
        bottom += 20
        canvas.text((MARGIN, bottom), remark, Style(_SOURCE, canvas.theme.muted), INNER)
    bottom += 20
    canvas.text((MARGIN, bottom), face.source, Style(_SOURCE, canvas.theme.muted), INNER)
    return canvas.finish(bottom + _BOTTOM - 16, face.title)
