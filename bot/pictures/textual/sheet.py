"""What charts in text are made of: columns, bars and lines that never exceed a width."""

import unicodedata
from collections.abc import Iterable

from rich.cells import cell_len
from rich.style import Style
from rich.text import Text

from bot.text import without_joiners

NARROWEST = 40
"""Columns that every chart may take; nothing is laid out for fewer."""

MARK, LINE = "│", "┊"
GAP = "  "
_EIGHTHS = " ▏▎▍▌▋▊▉█"
_LEGIBLE = range(60, 201)  # mean brightness, of 255

_IN_ASCII = str.maketrans("▏▎▍▌▋▊▉█▁▂▃▄▅▆▇░│┊├─┼┤▲○✓·…−–’≈×", "...:####........||+-++^o*..--'~x")


def clean(text: str) -> str:
    """In one line, without the signs that steer a terminal or turn text around."""
    if not text.isprintable():
        text = "".join(sign if _is_plain(sign) else _instead(sign) for sign in text)
    return " ".join(text.split())


def _is_plain(sign: str) -> bool:
    return sign.isprintable() or not without_joiners(sign)


def _instead(sign: str) -> str:
    return " " if unicodedata.category(sign)[0] == "Z" or sign.isspace() else ""


def cell(text: str, size: int, *, right: bool = False) -> str:
    """The text in exactly so many columns, cut with an ellipsis where it is longer."""
    fitting = clean(text)
    if cell_len(fitting) > size:
        cut = Text(fitting)
        cut.truncate(size, overflow="ellipsis")
        fitting = cut.plain
    blank = " " * (size - cell_len(fitting))
    return blank + fitting if right else fitting + blank


def longest(texts: Iterable[str]) -> int:
    """The columns of the widest, 0 without any."""
    return max((cell_len(clean(text)) for text in texts), default=0)


def bar(part: float, room: int) -> str:
    """A bar of a `part`, from 0 to 1, of the room; what is not nothing can be seen."""
    eighths = max(round(part * room * 8), 1 if part else 0)
    whole, rest = divmod(eighths, 8)
    return "█" * whole + (_EIGHTHS[rest] if rest else "")


def barred(filled: str, room: int, style: Style, marks: dict[int, str]) -> Text:
    """A bar over its whole room, with marks in the columns that are named."""
    text = Text(
        "".join(marks.get(column, sign) for column, sign in enumerate(filled.ljust(room))), style
    )
    for column in marks:
        text.stylize("default", column, column + 1)
    return text


def column_of(part: float, room: int) -> int:
    """Where a bar of that part ends."""
    return min(int(part * room), room - 1)


def ink(colour: str | None) -> Style:
    """The party's colour, none where black or near white would vanish on some backgrounds."""
    if colour is None:
        return Style.null()
    light = sum(int(colour[place : place + 2], 16) for place in (1, 3, 5)) // 3
    return Style(color=colour) if light in _LEGIBLE else Style.null()


def said(text: str, width: int, style: str = "") -> list[Text]:
    """Words in as many lines as they need."""
    plain = clean(text)
    if cell_len(plain) <= width:
        return [Text(plain, style)] if plain else []
    return flowed((Text(word, style) for word in plain.split()), width, " ")


def flowed(pieces: Iterable[Text], width: int, between: str = " · ") -> list[Text]:
    """As many pieces a line as it holds."""
    lines: list[Text] = []
    for piece in pieces:
        piece.truncate(width, overflow="ellipsis")
        if lines and lines[-1].cell_len + cell_len(between) + piece.cell_len <= width:
            lines[-1] = Text.assemble(lines[-1], between, piece)
        else:
            lines.append(piece)
    return lines


def in_ascii(text: Text) -> Text:
    """The same for a terminal that has no block signs; letters stay as they are."""
    text.plain = text.plain.translate(_IN_ASCII)
    return text
