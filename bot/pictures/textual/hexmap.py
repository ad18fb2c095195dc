"""Two columns a hexagon: a letter says what it is, and every other row lies one further right."""

from collections.abc import Sequence
from string import ascii_letters, digits

from rich.style import Style
from rich.text import Text

from bot.pictures.charts import Hexagon, HexMap, Key, Spot
from bot.pictures.textual.sheet import NARROWEST, clean, flowed, ink, said

_UNDECLARED, _FAINT = "··", "- "
_POINTED = "[", "]"
_ALONE = "too wide for this terminal: here is what it counts."
_POINTS, _LAST_RESORT = ".,:;", "?"


def lines(chart: HexMap, width: int) -> list[Text]:
    marks = marks_of(chart.keys)
    drawn = [*_rows(chart, marks), Text()] if _wide(chart) <= width else []
    shown = drawn or said(f"The map is {_ALONE}", width)
    return [*shown, *flowed(_legend(chart, marks), width)]


def marks_of(keys: Sequence[Key]) -> list[str]:
    """A sign for each key, all different: its own mark if it has one, the number of a class, a
    point where nothing stands out, or else a letter of its name."""
    given = {key.mark for key in keys}
    taken: list[str] = []
    for key in keys:
        free = (sign for sign in _signs(key) if sign not in given and sign not in taken)
        taken.append(key.mark if len(key.mark) == 1 else next(free, _LAST_RESORT))
    return taken


def _signs(key: Key) -> str:
    """What may stand for it, best first."""
    label = clean(key.label)
    if any(sign.isdigit() for sign in label):
        return digits[1:] + ascii_letters
    if key.strength < 1:
        return _POINTS + ascii_letters
    initials = "".join(word[0] for word in label.split())
    letters = (initials + label).upper() + label.lower() + ascii_letters + digits
    return "".join(sign for sign in letters if sign.isascii() and sign.isalnum())


def _wide(chart: HexMap) -> int:
    columns = [one.column for one in chart.hexagons]
    return 2 * (max(columns) - min(columns)) + 4 if columns else NARROWEST


def _rows(chart: HexMap, marks: list[str]) -> list[Text]:
    """One column is left free at the left, for the bracket before a hexagon there."""
    if not chart.hexagons:
        return []
    left = min(one.column for one in chart.hexagons)
    places = {(one.row, one.column): one for one in chart.hexagons}
    top, bottom = min(places)[0], max(places)[0]
    rows = []
    for row in range(top, bottom + 1):
        columns = [column for there, column in places if there == row]
        cells = (places.get((row, each)) for each in range(left, max(columns, default=left) + 1))
        drawn = [_cell(one, chart.keys, marks) for one in cells]
        rows.append(_pointed(Text.assemble(" " * (1 + row % 2), *drawn), row, left, chart.spot))
    return rows


def _cell(one: Hexagon | None, keys: tuple[Key, ...], marks: list[str]) -> tuple[str, Style]:
    if one is None:
        return "  ", Style.null()
    if one.faint:
        return _FAINT, Style(dim=True)
    if one.key is None:
        return _UNDECLARED, Style.null()
    return f"{marks[one.key]} ", ink(keys[one.key].colour)


def _pointed(text: Text, row: int, left: int, spot: Spot | None) -> Text:
    """With brackets round the seat that was asked for."""
    text.rstrip()
    if spot is None or spot.row != row:
        return text
    place = 1 + row % 2 + 2 * (spot.column - left)
    text.pad_right(place + 2 - len(text))
    before, after = _POINTED
    return Text.assemble(
        text[: place - 1],
        (before, "bold"),
        text[place : place + 1],
        (after, "bold"),
        text[place + 2 :],
    )


def _legend(chart: HexMap, marks: list[str]) -> list[Text]:
    entries = [
        Text.assemble((mark, ink(key.colour)), f" {clean(key.label)} {key.count:,}")
        for key, mark in zip(chart.keys, marks, strict=True)
        if key.count
    ]
    if chart.undeclared:
        entries.append(Text(f"{_UNDECLARED} not declared {chart.undeclared:,}"))
    if any(one.faint for one in chart.hexagons):
        entries.append(Text("- not highlighted"))
    if chart.spot:
        entries.append(Text(f"[ ] {clean(chart.spot.label)}"))
    return entries
