"""A thin bar of the seats as they were last time, in the same order of parties."""

from bot.pictures import lettering
from bot.pictures.canvas import Anchor, Canvas, Style
from bot.pictures.charts import Bench, House
from bot.pictures.frame import INNER, MARGIN
from bot.pictures.theme import UNKNOWN, edge

_HEIGHT, _TICK = 12, 5  # of the bar, and what the line of a majority stands out of it
_CAPTION, _NAME = 13, 12  # sizes of words
_DOWN = 26  # from the top to the bar
_NARROW = 4.0  # a narrower part has no room for an outline of its own
_APART = 2


def draw_into(canvas: Canvas, chart: House, seats: int, top: float) -> float:
    """As long as all `seats`, so that the line of a majority means the same; returns where it
    ends."""
    bar, theme = top + _DOWN, canvas.theme
    before = f"Before: {chart.before_label}"
    canvas.text((MARGIN, bar - 9), before, Style(_CAPTION, theme.muted), INNER / 2 - 20)
    canvas.rect((MARGIN, bar), (INNER, _HEIGHT), theme.track)
    left = float(MARGIN)
    for bench in chart.before:
        wide = INNER * bench.seats / seats
        _part(canvas, bench, (left, bar), wide)
        _name(canvas, bench, left + wide / 2, bar + _HEIGHT + 15, wide)
        left += wide
    if chart.needed is not None:
        _majority_line(canvas, chart.needed, bar)
    return bar + _HEIGHT + 22


def _part(canvas: Canvas, bench: Bench, at: tuple[float, float], wide: float) -> None:
    fill = bench.ink.colour or UNKNOWN
    stroke = edge(fill, canvas.theme)
    if wide < _NARROW:
        canvas.rect(at, (wide, _HEIGHT), stroke)
        return
    # The outline lies within the part, with a gap to the next.
    x, y = at[0] + 0.5, at[1] + 0.5
    canvas.rect((x, y), (wide - 1.5, _HEIGHT - 1), fill, stroke=stroke)


def _name(canvas: Canvas, bench: Bench, middle: float, base: float, wide: float) -> None:
    """Only below a part that is wide enough: the legend has the others."""
    name = f"{bench.ink.short} {bench.seats:,}"
    if lettering.width(name, _NAME) + _APART <= wide:
        style = Style(_NAME, canvas.theme.muted, anchor=Anchor.MIDDLE)
        canvas.text((middle, base), name, style)


def _majority_line(canvas: Canvas, needed: int, bar: float) -> None:
    x, theme = MARGIN + INNER / 2, canvas.theme
    canvas.line((x, bar - _TICK), (x, bar + _HEIGHT + 3), theme.text, stroke_width=1.5)
    style = Style(_NAME, theme.text, anchor=Anchor.MIDDLE)
    canvas.text((x, bar - _TICK - 4), f"{needed:,}", style)
