"""Candidates below each other, each with a bar of the share and the outline of the last one."""

from dataclasses import dataclass

from bot.pictures import lettering
from bot.pictures.canvas import Anchor, Canvas, Drawing, Style
from bot.pictures.charts import VoteBar, VoteBars
from bot.pictures.frame import INNER, MARGIN, TOP, close_frame, open_frame
from bot.pictures.theme import UNKNOWN, Theme, edge, visible

_FEW, _MANY = 8, 20  # candidates
_PITCHES = (39, 35, 32)  # of a row with few, more and many of them
_NAME, _FIGURE = 15, 14
_BAR, _BAR_BELOW = 10, 6  # its height, and how far below the base line of the name
_VOTES, _SHARE, _RISE = 464, 540, 620  # where the figures end
_PARTY_ROOM = 130
_GAP, _TICK = 8, 18


@dataclass(frozen=True, slots=True)
class _Row:
    canvas: Canvas
    bar: VoteBar
    base: float
    scale: float  # units of a whole share

    @property
    def theme(self) -> Theme:
        return self.canvas.theme

    def style(self, size: float, anchor: Anchor = Anchor.START, *, muted: bool = False) -> Style:
        fill = self.theme.muted if muted else self.theme.text
        return Style(size, fill, bold=self.bar.won and not muted, anchor=anchor)


def draw(chart: VoteBars, theme: Theme) -> Drawing:
    canvas = Canvas(theme)
    open_frame(canvas, chart.face)
    pitch = _pitch(len(chart.bars))
    scale = INNER / _longest(chart)
    for place, bar in enumerate(chart.bars):
        row = _Row(canvas, bar, TOP + 14 + place * pitch, scale)
        _words(row)
        _figures(row)
        _bars(row)
    remark = f"Outline: {chart.before}" if chart.before else ""
    return close_frame(canvas, chart.face, TOP + len(chart.bars) * pitch - 4, remark)


def _pitch(candidates: int) -> int:
    return _PITCHES[(candidates > _FEW) + (candidates > _MANY)]


def _longest(chart: VoteBars) -> float:
    shares = (share for one in chart.bars for share in (one.share, one.before) if share)
    return max(shares, default=1.0)


def _words(row: _Row) -> None:
    """The party's short name is cut last: without it a bar is only a colour."""
    bar, x = row.bar, float(MARGIN)
    if bar.won:
        _tick(row, x)
        x += _TICK
    room = _VOTES - lettering.width(bar.votes, _FIGURE, bold=bar.won) - 2 * _GAP - x
    party = min(lettering.width(bar.ink.short, _FIGURE), _PARTY_ROOM) + 1
    x += row.canvas.text((x, row.base), bar.name, row.style(_NAME), room - party)
    row.canvas.text((x + _GAP, row.base), bar.ink.short, row.style(_FIGURE, muted=True), party)


def _tick(row: _Row, x: float) -> None:
    """Says who was elected, drawn since not every font has the sign."""
    points = [(x, row.base - 5), (x + 4, row.base - 1), (x + 12, row.base - 11)]
    row.canvas.polyline(points, row.theme.text, stroke_width=2.5)


def _figures(row: _Row) -> None:
    bar, canvas, end = row.bar, row.canvas, row.style(_FIGURE, Anchor.END)
    canvas.text((_VOTES, row.base), bar.votes, end)
    canvas.text((_SHARE, row.base), bar.share_text, end)
    if bar.rise is None:
        return
    wide = canvas.text((_RISE, row.base), bar.rise_text, row.style(_FIGURE, Anchor.END, muted=True))
    _arrow(row, _RISE - wide - 12)


def _arrow(row: _Row, x: float) -> None:
    """Up or down; none where the figure beside it shows no difference."""
    rise = row.bar.rise_text
    if rise[:1] not in {"+", "\N{MINUS SIGN}"}:
        return
    low, high = row.base - 1, row.base - 9
    tip, foot = (high, low) if rise[0] == "+" else (low, high)
    row.canvas.polygon([(x, foot), (x + 8, foot), (x + 4, tip)], row.theme.muted)


def _bars(row: _Row) -> None:
    bar, theme, y = row.bar, row.theme, row.base + _BAR_BELOW
    fill = visible(bar.ink.colour or UNKNOWN, theme)
    if bar.share:
        wide = max(bar.share * row.scale, 1.5)
        row.canvas.rect((MARGIN, y), (wide, _BAR), fill, stroke=edge(fill, theme))
    if bar.before:
        wide = max(bar.before * row.scale, 1.5)
        row.canvas.rect(
            (MARGIN, y - 1), (wide, _BAR + 2), None, stroke=theme.text, stroke_dasharray="3 2"
        )
