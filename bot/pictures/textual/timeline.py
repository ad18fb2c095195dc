"""A seat's history: a row for each party, a column for each poll."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from rich.text import Text

from bot.pictures.charts import Line, Poll, Showing, Timeline
from bot.pictures.textual.sheet import GAP, cell, clean, flowed, ink, longest, said

_STEPS = "▁▂▃▄▅▆▇█"
_PARTY = 14  # the most columns of a name
_FIGURE, _LABEL = 5, 10  # columns of a share such as 49.2, and the most of what stands above it
_SHOWN_AS_NOUGHT = 0.0005
_BY_ELECTION, _REDRAWN, _ESTIMATED = "by-el.", "new", "○ est."
_MEANINGS = {
    _BY_ELECTION: "by-election",
    _REDRAWN: "first poll on new boundaries",
    _ESTIMATED: "notional, estimated on the boundaries that came next",
}


@dataclass(frozen=True, slots=True)
class _Column:
    """One poll, or what is estimated of that day on other boundaries."""

    day: date
    label: str
    mark: str
    estimated: bool


def lines(chart: Timeline, width: int) -> list[Text]:
    columns = _columns(chart)
    party = min(longest(line.ink.short for line in chart.lines), _PARTY)
    size = max(longest(text for one in columns for text in (one.label, one.mark)), _FIGURE)
    # Each takes its figure, the blanks before it and one step of the small chart.
    most = max((width - party - len(GAP)) // (size + len(GAP) + 1), 1)
    tables = [line for part in _parts(columns, most) for line in _table(chart, part, party, size)]
    marks = {one.mark for one in columns}
    meanings = (f"{mark}: {meaning}" for mark, meaning in _MEANINGS.items() if mark in marks)
    return [
        *tables,
        *flowed((Text(each, "dim") for each in meanings), width),
        *said(chart.remark, width, "dim"),
    ]


def _parts(columns: list[_Column], most: int) -> list[list[_Column]]:
    """As few tables as hold them, all about as wide."""
    tables = -(-len(columns) // most)
    size = -(-len(columns) // tables) if tables else 1
    return [columns[start : start + size] for start in range(0, len(columns), size)]


def _columns(chart: Timeline) -> list[_Column]:
    polls = {poll.day: poll for poll in chart.polls}
    shown = {(one.day, one.estimated) for line in chart.lines for one in _showings(line)}
    # Of the day before the first boundaries only estimates may be known.
    days = {(day, False) for day in polls if (day, True) not in shown}
    return [_column(day, polls.get(day), estimated=guess) for day, guess in sorted(days | shown)]


def _column(day: date, poll: Poll | None, *, estimated: bool) -> _Column:
    if estimated or poll is None:
        return _Column(day, str(day.year), _ESTIMATED if estimated else "", estimated)
    if poll.by_election:
        return _Column(day, f"{day:%b %Y}", _BY_ELECTION, estimated)
    return _Column(day, clean(poll.label)[:_LABEL], _REDRAWN if poll.redrawn else "", estimated)


def _table(chart: Timeline, columns: list[_Column], party: int, size: int) -> Iterator[Text]:
    blank = " " * (party + len(GAP) + len(columns))
    for row in ([one.label for one in columns], [one.mark for one in columns]):
        if any(row):
            text = Text(blank + "".join(GAP + cell(each, size, right=True) for each in row), "dim")
            text.rstrip()
            yield text
    most = max((one.share for line in chart.lines for one in _showings(line)), default=1.0)
    for line in chart.lines:
        if any(_share(line, one) is not None for one in columns):
            yield _row(line, columns, (party, size), most)


def _row(line: Line, columns: list[_Column], sizes: tuple[int, int], most: float) -> Text:
    party, size = sizes
    known = [_share(line, one) for one in columns]
    text = Text.assemble(
        cell(line.ink.short, party),
        GAP,
        ("".join(_step(share, most) for share in known), ink(line.ink.colour)),
        *(GAP + cell(_figure(share), size, right=True) for share in known),
    )
    text.rstrip()
    return text


def _share(line: Line, column: _Column) -> float | None:
    wanted = (column.day, column.estimated)
    found = (one.share for one in _showings(line) if (one.day, one.estimated) == wanted)
    return next(found, None)


def _showings(line: Line) -> Iterable[Showing]:
    return (showing for run in line.runs for showing in run)


def _step(share: float | None, most: float) -> str:
    if share is None:
        return " "
    return _STEPS[min(int(share / (most or 1.0) * len(_STEPS)), len(_STEPS) - 1)]


def _figure(share: float | None) -> str:
    """In per cent. Nothing that is more than nothing is shown as 0."""
    if share is None:
        return ""
    return "<0.1" if 0 < share < _SHOWN_AS_NOUGHT else f"{share:.1%}".rstrip("%")
