"""A bar of seats for each party, with the line of a majority and marks for the last time."""

from collections.abc import Iterable
from dataclasses import dataclass

from rich.text import Text

from bot.pictures.charts import Bench, House
from bot.pictures.textual.sheet import (
    GAP,
    LINE,
    MARK,
    bar,
    barred,
    cell,
    column_of,
    ink,
    longest,
    said,
)

_PARTY = 0.3  # the most of what the figures leave
_AT_LEAST = 3


@dataclass(frozen=True, slots=True)
class _Columns:
    """How wide each is; `scale` are the seats that fill the bars' room."""

    party: int
    bar: int
    seats: int
    net: int
    scale: int

    def column_of(self, seats: int) -> int:
        return column_of(seats / self.scale, self.bar)


def lines(chart: House, width: int) -> list[Text]:
    benches = _with_those_before(chart)
    before = {bench.ink.short: bench.seats for bench in chart.before}
    columns = _columns(chart, benches, width)
    rows = [_row(one, before.get(one.ink.short, 0), chart.needed, columns) for one in benches]
    yet = f"{chart.undeclared:,} of {_total(chart):,} yet to declare" if chart.undeclared else ""
    remark = f"{MARK} before: {chart.before_label}" if before and chart.before_label else ""
    return [
        *_heading(chart.needed, columns),
        *rows,
        *said(yet, width),
        *said(remark, width, "dim"),
    ]


def _with_those_before(chart: House) -> tuple[Bench, ...]:
    """A party that has no seat any more has its line too."""
    now = {bench.ink.short for bench in chart.benches}
    gone = (bench for bench in chart.before if bench.ink.short not in now)
    return (*chart.benches, *(Bench(one.ink, one.name, 0) for one in gone))


def _total(chart: House) -> int:
    return sum(bench.seats for bench in chart.benches) + chart.undeclared


def _columns(chart: House, benches: Iterable[Bench], width: int) -> _Columns:
    scale = max([*(one.seats for one in (*chart.benches, *chart.before)), chart.needed or 1])
    seats = max(longest(f"{one.seats:,}" for one in chart.benches), _AT_LEAST)
    net = longest(one.net for one in chart.benches)
    room = width - len(GAP) * (3 if net else 2) - seats - net
    party = min(longest(one.ink.short for one in benches), int(room * _PARTY))
    return _Columns(party, room - party, seats, net, scale)


def _heading(needed: int | None, columns: _Columns) -> list[Text]:
    if needed is None:
        return []
    place = columns.party + len(GAP) + columns.column_of(needed)
    label = f"{needed:,} for a majority {LINE}"
    return [Text(label.rjust(place + 1), "dim")]


def _row(one: Bench, before: int, needed: int | None, columns: _Columns) -> Text:
    marks = {columns.column_of(needed): LINE} if needed else {}
    if before:
        marks[columns.column_of(before)] = MARK
    filled = bar(one.seats / columns.scale, columns.bar)
    text = Text.assemble(
        cell(one.ink.short, columns.party),
        GAP,
        barred(filled, columns.bar, ink(one.ink.colour), marks),
        GAP,
        cell(f"{one.seats:,}", columns.seats, right=True),
    )
    if columns.net:
        text.append(GAP + cell(one.net, columns.net, right=True))
    text.rstrip()
    return text
