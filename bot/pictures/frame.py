"""What stands around every picture: what it shows above, where it is from below."""

from bot.pictures import lettering
from bot.pictures.canvas import WIDTH, Canvas, Drawing, Style
from bot.pictures.charts import Face

MARGIN = 20
INNER = WIDTH - 2 * MARGIN
TOP = 70
"""Where what is drawn may begin."""

_TITLES = (20, 18, 16, 14)  # sizes, of which the first that fits is taken
_UNIT, _SOURCE = 13, 11.5
_BOTTOM = 30
_DOT = " · "


def open_frame(canvas: Canvas, face: Face) -> None:
    theme = canvas.theme
    title, size = _fitting(face.title)
    canvas.text((MARGIN, 34), title, Style(size, theme.text, bold=True), INNER)
    canvas.text((MARGIN, 55), face.unit, Style(_UNIT, theme.muted), INNER)


def _fitting(title: str) -> tuple[str, float]:
    """What is cut, if anything, is the seat's name and never which election it is."""
    for size in _TITLES:
        if lettering.width(title, size, bold=True) <= INNER:
            return title, size
    size = _TITLES[-1]
    name, dot, election = title.rpartition(_DOT)
    room = INNER - lettering.width(dot + election, size, bold=True)
    return f"{lettering.fit(name, size, room, bold=True)}{dot}{election}", size


def close_frame(canvas: Canvas, face: Face, bottom: float, remark: str = "") -> Drawing:
    """`bottom` is where what is drawn ends; a `remark` stands in a line below it."""
    if remark:
        bottom += 20
        canvas.text((MARGIN, bottom), remark, Style(_SOURCE, canvas.theme.muted), INNER)
    bottom += 20
    canvas.text((MARGIN, bottom), face.source, Style(_SOURCE, canvas.theme.muted), INNER)
    return canvas.finish(bottom + _BOTTOM - 16, face.title)
