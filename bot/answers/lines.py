"""Text measured in the columns of a terminal, where wide letters take two."""

import textwrap
from collections.abc import Iterable

from rich.cells import cell_len

WIDTH = 80
SEPARATOR = " · "


def wrapped(text: str, width: int) -> str:
    # Most lines of a long list fit: they need not be taken apart.
    if text.isprintable() and cell_len(text) <= width:
        return text.rstrip()
    # textwrap counts letters.
    spare = max(0, cell_len(text) - len(text))
    return textwrap.fill(text, max(width - spare, width // 2), break_on_hyphens=False)


def fitted(text: str, size: int, *, right: bool = False) -> str:
    """The text cut or filled to so many columns."""
    while (taken := cell_len(text)) > size:
        text = f"{text[:-2]}…"
    blank = " " * (size - taken)
    return blank + text if right else text + blank


def flowed(pieces: Iterable[str], width: int) -> list[str]:
    """As many pieces a line as it holds; none is broken in two that one line would hold."""
    lines: list[str] = []
    for piece in pieces:
        if lines and cell_len(lines[-1]) + len(SEPARATOR) + cell_len(piece) <= width:
            lines[-1] += SEPARATOR + piece
        else:
            lines.append(piece)
    return [wrapped(line, width) for line in lines]
