"""A line between two parties, with a pointer where the swing is."""

import math

from rich.text import Text

from bot.pictures.charts import Ink, Swingometer
from bot.pictures.textual.sheet import GAP, cell, ink, longest, said

_STEP = 10  # points by which the scale grows
_POINTER = "▲"


def lines(chart: Swingometer, width: int) -> list[Text]:
    side = min(longest([chart.left.short, chart.right.short]), width // 4)
    half = (width - 2 * side - 2 * len(GAP) - 1) // 2
    scale = max(_STEP, _STEP * math.ceil(abs(chart.swing) * 100 / _STEP))
    dial = "├" + "─" * (half - 1) + "┼" + "─" * (half - 1) + "┤"
    needle = half + round(chart.swing * 100 / scale * half)
    margin = " " * (side + len(GAP))
    return [
        *_standing(chart.left, chart.left_shares, width),
        *_standing(chart.right, chart.right_shares, width),
        Text(margin + _marks(scale, half), "dim"),
        Text.assemble(
            (cell(chart.left.short, side, right=True), ink(chart.left.colour)),
            GAP + dial + GAP,
            (cell(chart.right.short, side).rstrip(), ink(chart.right.colour)),
        ),
        Text(f"{margin}{' ' * needle}{_POINTER}", "bold"),
        *said(chart.text, width, "bold"),
    ]


def _standing(party: Ink, shares: tuple[str, str], width: int) -> list[Text]:
    before, now = shares
    return said(f"{party.short}: {before} before, {now} now", width)


def _marks(scale: int, half: int) -> str:
    """Points in either direction, over the ends and the middle of the dial."""
    end = str(scale)
    return end + "0".rjust(half - len(end) + 1) + end.rjust(half)
