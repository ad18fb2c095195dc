"""Lines of shares over the years."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from bot.pictures import lettering
from bot.pictures.canvas import Anchor, Canvas, Drawing, Point, Style
from bot.pictures.charts import Line, Poll, Showing, Timeline
from bot.pictures.drawing import line_names, marker, spacing
from bot.pictures.drawing.line_names import Named, Side
from bot.pictures.frame import INNER, MARGIN, TOP, close_frame, open_frame
from bot.pictures.theme import Theme

_LEFT, _RIGHT = 62, 440  # of the plot
_BEFORE, _AFTER = 18, 10  # between its sides and the first and last poll
_HEIGHT = 230
_CLOSEST = 20  # two polls
_KEYS = 464  # where the names beside it begin
_END = MARGIN + INNER
_AXIS, _NOTE = 12, 11.5
_ROW, _NOTE_PITCH = 15, 16
_APART, _YEARS_APART = 6, 4  # words in one row
_PERCENT, _FINE, _COARSE, _HALF = 100, 10, 20, 50
_REDRAWN = "new boundaries"
_HOLLOW = "Hollow points are notional."


@dataclass(frozen=True, slots=True)
class _Plot:
    """`places` are the polls' places from the left, `most` the share in percent at the top."""

    canvas: Canvas
    places: dict[date, float]
    top: float
    most: int

    @property
    def theme(self) -> Theme:
        return self.canvas.theme

    @property
    def bottom(self) -> float:
        return self.top + _HEIGHT

    def height_of(self, share: float) -> float:
        return self.bottom - share * _PERCENT / self.most * _HEIGHT

    def point(self, showing: Showing) -> Point:
        return self.places[showing.day], self.height_of(showing.share)


def draw(chart: Timeline, theme: Theme) -> Drawing:
    canvas = Canvas(theme)
    open_frame(canvas, chart.face)
    days = [one.day for one in chart.polls]
    places = spacing.spread(days, _LEFT + _BEFORE, _RIGHT - _AFTER, _CLOSEST)
    flags = _flags(chart.polls, places)
    top = TOP + _ROW * spacing.rows_of(flags) + 8
    plot = _Plot(canvas, places, top, _most(chart.lines))
    _grid(plot)
    _by_elections(plot, flags)
    # The largest of today lies on top of the others.
    for number, line in reversed(list(enumerate(chart.lines))):
        _line(plot, line, number)
    bottom = _names(plot, chart, _axis(plot, chart.polls))
    *notes, remark = _wrapped(_remark(chart)) or [""]
    for note in notes:
        bottom += _NOTE_PITCH
        canvas.text((MARGIN, bottom + 4), note, Style(_NOTE, theme.muted), INNER)
    return close_frame(canvas, chart.face, bottom, remark)


def _most(lines: Iterable[Line]) -> int:
    """A round number of percent that no share exceeds."""
    highest = max((one.share for line in lines for run in line.runs for one in run), default=0)
    percent = highest * _PERCENT
    step = _FINE if percent <= _HALF else _COARSE
    return max(step, -int(-percent // step) * step)


def _grid(plot: _Plot) -> None:
    style = Style(_AXIS, plot.theme.muted, anchor=Anchor.END)
    for percent in range(0, plot.most + 1, _FINE if plot.most <= _HALF else _COARSE):
        y = plot.height_of(percent / _PERCENT)
        plot.canvas.line((_LEFT, y), (_RIGHT, y), plot.theme.rule, stroke_width=0.6)
        plot.canvas.text((_LEFT - 6, y + 4), f"{percent}%", style)


def _flags(polls: Sequence[Poll], places: dict[date, float]) -> list[spacing.Flag]:
    """The names of the by-elections, which stand right of their lines above the plot."""
    told = [(places[one.day], one.label) for one in polls if one.by_election]
    wide = [(x, text, lettering.width(text, _NOTE)) for x, text in told]
    return spacing.flags(wide, _APART)


def _by_elections(plot: _Plot, flags: Sequence[spacing.Flag]) -> None:
    for flag in flags:
        y = plot.top - 6 - _ROW * flag.row
        plot.canvas.line(
            (flag.x, y - 9),
            (flag.x, plot.bottom),
            plot.theme.muted,
            stroke_width=1,
            stroke_dasharray="4 3",
        )
        style = Style(_NOTE, plot.theme.muted)
        plot.canvas.text((flag.x + 4, y), flag.text, style, _END - flag.x - 4)


def _line(plot: _Plot, line: Line, number: int) -> None:
    shade = marker.shade(line.ink, plot.theme)
    for run in line.runs:
        for earlier, later in pairwise(run):
            # From an estimate on: the real result of that day ends the run before.
            dashes = {"stroke_dasharray": "6 3"} if earlier.estimated else {}
            ends = plot.point(earlier), plot.point(later)
            plot.canvas.polyline(ends, shade, stroke_width=2.2, **dashes)
    showings = [one for run in line.runs for one in run]
    for one in sorted(showings, key=lambda one: not one.estimated):
        inside = plot.theme.ground if one.estimated else shade
        marker.draw(plot.canvas, marker.of(number), plot.point(one), inside, shade)


def _names(plot: _Plot, chart: Timeline, below: float) -> float:
    """Returns how far down they go."""
    newest = plot.places[chart.polls[-1].day]
    every = [
        Named(number, line, plot.point(line.runs[-1][-1]))
        for number, line in enumerate(chart.lines)
    ]
    side = Side(_RIGHT, _KEYS, plot.top + 4, plot.bottom)
    line_names.draw_beside(plot.canvas, [one for one in every if one.end[0] == newest], side)
    earlier = [one for one in every if one.end[0] != newest]
    return line_names.draw_below(plot.canvas, earlier, below)


def _axis(plot: _Plot, polls: Sequence[Poll]) -> float:
    """The years, and below them where boundaries were new; returns how far down it goes."""
    general = [one for one in polls if not one.by_election]
    for one in general:
        x = plot.places[one.day]
        plot.canvas.line((x, plot.bottom), (x, plot.bottom + 5), plot.theme.muted, stroke_width=1)
    style = Style(_AXIS, plot.theme.text, anchor=Anchor.MIDDLE)
    years = [(plot.places[one.day], one.label) for one in general]
    base = _row(plot.canvas, years, plot.bottom + 18, style)
    redrawn = [(plot.places[one.day], _REDRAWN) for one in general if one.redrawn]
    style = Style(_NOTE, plot.theme.muted, anchor=Anchor.MIDDLE)
    return _row(plot.canvas, redrawn, base, style) - 4


def _row(canvas: Canvas, words: Iterable[tuple[float, str]], base: float, style: Style) -> float:
    """Words in a row, or in several where they would touch; returns where the next row begins."""
    ends: list[float] = []
    for x, text in words:
        half = lettering.width(text, style.size) / 2
        middle = max(x, MARGIN + half)
        row = next((row for row, end in enumerate(ends) if middle - half > end), len(ends))
        ends[row:] = [middle + half + _YEARS_APART, *ends[row + 1 :]]
        canvas.text((middle, base + row * _ROW), text, style)
    return base + len(ends) * _ROW


def _remark(chart: Timeline) -> str:
    showings = (one for line in chart.lines for run in line.runs for one in run)
    hollow = _HOLLOW if any(one.estimated for one in showings) else ""
    return f"{hollow} {chart.remark}"


def _wrapped(text: str) -> list[str]:
    """In lines that fit."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and lettering.width(longer, _NOTE) <= INNER:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
