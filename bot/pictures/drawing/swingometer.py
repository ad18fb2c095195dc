"""A dial between two parties, with a needle that points to where votes swung."""

from math import cos, pi, sin

from bot.pictures import lettering
from bot.pictures.canvas import WIDTH, Anchor, Canvas, Drawing, Point, Style
from bot.pictures.charts import Ink, Swingometer
from bot.pictures.frame import INNER, MARGIN, TOP, close_frame, open_frame
from bot.pictures.theme import UNKNOWN, Theme, edge, mix

_MIDDLE, _HUB = WIDTH / 2, TOP + 212  # of the dial
_OUTER, _INNER, _NEEDLE = 172, 128, 150  # radii
_TICK, _NUMBERS = 8, 14  # beyond the outer radius
_SCALES = (10, 20, 30, 40, 50, 100)  # points from the middle to either end
_TICKS = 5  # on either side
_PERCENT = 100
_TEXT, _NAME, _FIGURE, _NUMBER = 18, 16, 14, 12
_LEAST_TEXT = 13  # of the swing in words, where parties' names are long
_SIDE = 185  # room of a party's figures
_FAINT = 0.45  # of the dial's colours, on which the needle has to stand out


def draw(chart: Swingometer, theme: Theme) -> Drawing:
    canvas = Canvas(theme)
    open_frame(canvas, chart.face)
    points = chart.swing * _PERCENT
    most = next((one for one in _SCALES if one >= abs(points)), _SCALES[-1])
    _half(canvas, chart.left, left=True)
    _half(canvas, chart.right, left=False)
    _scale(canvas, most)
    _needle(canvas, points / most)
    below = _HUB + 34
    _side(canvas, chart.left, chart.left_shares, (MARGIN, below), Anchor.START)
    _side(canvas, chart.right, chart.right_shares, (MARGIN + INNER, below), Anchor.END)
    wide = lettering.width(chart.text, _TEXT, bold=True)
    size = max(_TEXT * min(1, INNER / wide), _LEAST_TEXT)
    said = Style(size, theme.text, bold=True, anchor=Anchor.MIDDLE)
    canvas.text((_MIDDLE, below + 56), chart.text, said, INNER + 1)
    remark = f"The dial ends at {most} points on either side."
    return close_frame(canvas, chart.face, below + 66, remark)


def _at(part: float, radius: float) -> Point:
    """A place on the dial: -1 is its left end, 0 the top, 1 the right end."""
    angle = pi / 2 * (1 - part)
    return _MIDDLE + radius * cos(angle), _HUB - radius * sin(angle)


def _half(canvas: Canvas, ink: Ink, *, left: bool) -> None:
    fill = ink.colour or UNKNOWN
    part = -1 if left else 1
    (x1, y1), (x2, y2) = _at(0, _OUTER), _at(part, _OUTER)
    (x3, y3), (x4, y4) = _at(part, _INNER), _at(0, _INNER)
    there, back = (0, 1) if left else (1, 0)
    canvas.path(
        f"M {x1:.1f} {y1:.1f} A {_OUTER} {_OUTER} 0 0 {there} {x2:.1f} {y2:.1f} "
        f"L {x3:.1f} {y3:.1f} A {_INNER} {_INNER} 0 0 {back} {x4:.1f} {y4:.1f} Z",
        mix(fill, canvas.theme.ground, _FAINT),
        stroke=edge(fill, canvas.theme),
        stroke_width=1.5,
    )


def _scale(canvas: Canvas, most: int) -> None:
    theme, style = canvas.theme, Style(_NUMBER, canvas.theme.muted, anchor=Anchor.MIDDLE)
    for number in range(-_TICKS, _TICKS + 1):
        part = number / _TICKS
        canvas.line(_at(part, _OUTER), _at(part, _OUTER + _TICK - 2), theme.muted, stroke_width=1.2)
        x, y = _at(part, _OUTER + _TICK + _NUMBERS)
        canvas.text((x, y + 4), f"{abs(number) * most // _TICKS}", style)


def _needle(canvas: Canvas, part: float) -> None:
    theme = canvas.theme
    (x, y), (tip_x, tip_y) = (_MIDDLE, _HUB), _at(part, _NEEDLE)
    across_x, across_y = (tip_y - y) / _NEEDLE * 5, -(tip_x - x) / _NEEDLE * 5
    foot = [(x + across_x, y + across_y), (tip_x, tip_y), (x - across_x, y - across_y)]
    canvas.polygon(foot, theme.text)
    canvas.circle((x, y), 9, theme.text)


def _side(canvas: Canvas, ink: Ink, shares: tuple[str, str], at: Point, anchor: Anchor) -> None:
    """The party below its half, with its shares before and now."""
    x, y = at
    fill, theme = ink.colour or UNKNOWN, canvas.theme
    sign = x if anchor is Anchor.START else x - 12
    canvas.rect((sign, y - 11), (12, 12), fill, stroke=edge(fill, theme))
    inwards = 18 if anchor is Anchor.START else -18
    canvas.text(
        (x + inwards, y), ink.short, Style(_NAME, theme.text, bold=True, anchor=anchor), _SIDE
    )
    before, now = shares
    canvas.text(
        (x, y + 22), f"{before} before, {now} now", Style(_FIGURE, theme.text, anchor=anchor), _SIDE
    )
