"""Lines of shares over the years, with the parties' names at their right ends."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from bot.pictures import lettering
from bot.pictures.canvas import Anchor, Canvas, Drawing, Point, Style
from bot.pictures.charts import Line, Poll, Showing, Timeline
from bot.pictures.drawing import marker, spacing
from bot.pictures.frame import INNER, MARGIN, TOP, close_frame, open_frame
from bot.pictures.theme import UNKNOWN, Colour, Theme, edge

_LEFT, _RIGHT = 62, 430  # of the plot
_PAD = 18  # between its sides and the first and last poll
_HEIGHT = 230
_CLOSEST = 20  # two polls
_MARKS, _NAMES = 452, 464  # where the labels of the lines have their marks and words
_END = MARGIN + INNER
_LABEL, _AXIS, _NOTE = 13, 12, 11.5
_LABEL_PITCH, _ROW, _NOTE_PITCH = 18, 15, 16
_APART, _YEARS_APART = 6, 4  # words in one row
_PERCENT, _FINE, _COARSE, _HALF = 100, 10, 20, 50
_REDRAWN = "new boundaries"


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
    places = spacing.spread([one.day for one in chart.polls], _LEFT + _PAD, _RIGHT - _PAD, _CLOSEST)
    flags = _flags(chart.polls, places)
    top = TOP + _ROW * spacing.rows_of(flags) + 8
    plot = _Plot(canvas, places, top, _most(chart.lines))
    _grid(plot)
    _by_elections(plot, flags)
    # The largest of today lies on top of the others.
    for number, line in reversed(list(enumerate(chart.lines))):
        _line(plot, line, number)
    _names(plot, chart)
    bottom = _axis(plot, chart.polls)
    *notes, remark = _wrapped(chart.remark) or [""]
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
    shade = _shade(plot, line)
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


def _shade(plot: _Plot, line: Line) -> Colour:
    """A point that is as pale as the ground would look like the hollow one of an estimate."""
    return edge(line.ink.colour or UNKNOWN, plot.theme)


def _names(plot: _Plot, chart: Timeline) -> None:
    """Beside the plot, in the order in which the lines end; what ended earlier is tied to its
    end by dots."""
    newest = chart.polls[-1].day
    ends = [plot.point(line.runs[-1][-1]) for line in chart.lines]
    heights = spacing.dodged([y for _, y in ends], plot.top + 4, plot.bottom, _LABEL_PITCH)
    for number, (line, end, y) in enumerate(zip(chart.lines, ends, heights, strict=True)):
        current = line.runs[-1][-1].day == newest
        shade = _shade(plot, line)
        _tie(plot, end, y, shade, current=current)
        marker.draw(plot.canvas, marker.of(number), (_MARKS, y), shade, shade)
        style = Style(_LABEL, plot.theme.text if current else plot.theme.muted)
        _name(plot.canvas, line, y + _LABEL * 0.36, style)


def _tie(plot: _Plot, end: Point, y: float, stroke: Colour, *, current: bool) -> None:
    start, stop = (end[0] + 7, end[1]), (_MARKS - 8, y)
    dots = {} if current else {"stroke_dasharray": "1.5 3.5"}
    plot.canvas.polyline((start, stop), stroke, stroke_width=1, **dots)


def _name(canvas: Canvas, line: Line, base: float, style: Style) -> None:
    """Of what is too long the party's name is cut, never the share."""
    share = lettering.width(f" {line.last_text}", style.size)
    name = lettering.fit(line.ink.short, style.size, _END - _NAMES - share)
    canvas.text((_NAMES, base), f"{name} {line.last_text}", style, _END - _NAMES + 1)


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
