"""Candidates below each other, each with a bar of the share and a mark for the last one."""

from dataclasses import dataclass

from rich.text import Text

from bot.pictures.charts import VoteBar, VoteBars
from bot.pictures.textual.sheet import (
    GAP,
    MARK,
    bar,
    barred,
    cell,
    column_of,
    ink,
    longest,
    said,
)

_WON, _NOT_WON = "✓ ", "  "
_NAME, _PARTY = 0.42, 0.23  # the most of what the figures leave
_FEWEST = 4


@dataclass(frozen=True, slots=True)
class _Columns:
    """How wide each is; `scale` is the share that fills the bars' room."""

    name: int
    party: int
    bar: int
    votes: int
    share: int
    rise: int
    scale: float


def lines(chart: VoteBars, width: int) -> list[Text]:
    columns = _columns(chart, width)
    rows = [_row(one, columns) for one in chart.bars]
    remark = f"{MARK} {chart.before}" if chart.before else ""
    return [*rows, *said(remark, width, "dim")]


def _columns(chart: VoteBars, width: int) -> _Columns:
    votes = longest(one.votes for one in chart.bars)
    share = longest(one.share_text for one in chart.bars)
    rise = longest(one.rise_text for one in chart.bars)
    figures = sum(wide + len(GAP) for wide in (votes, share, rise) if wide)
    room = max(width - figures - len(_WON) - 2 * len(GAP), 3 * _FEWEST)
    name = min(longest(one.name for one in chart.bars), max(int(room * _NAME), _FEWEST))
    party = min(longest(one.ink.short for one in chart.bars), max(int(room * _PARTY), _FEWEST))
    shares = (each for one in chart.bars for each in (one.share, one.before) if each)
    scale = max(shares, default=1.0)
    return _Columns(name, party, room - name - party, votes, share, rise, scale)


def _row(one: VoteBar, columns: _Columns) -> Text:
    style = "bold" if one.won else ""
    text = Text.assemble(
        _WON if one.won else _NOT_WON,
        (cell(one.name, columns.name), style),
        GAP,
        cell(one.ink.short, columns.party),
        GAP,
        _bar(one, columns),
    )
    for figure, size in (
        (one.votes, columns.votes),
        (one.share_text, columns.share),
        (one.rise_text, columns.rise),
    ):
        if size:
            text.append(GAP + cell(figure, size, right=True), style)
    text.rstrip()
    return text


def _bar(one: VoteBar, columns: _Columns) -> Text:
    filled = bar(one.share / columns.scale, columns.bar) if one.share else ""
    marks = {column_of(one.before / columns.scale, columns.bar): MARK} if one.before else {}
    return barred(filled, columns.bar, ink(one.ink.colour), marks)
