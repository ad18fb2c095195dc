"""Where things along a line go, so that none lies upon another."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

_STEPS = 40  # halvings, after which nobody sees what is left


@dataclass(frozen=True, slots=True)
class Flag:
    """Words that stand right of a line at `x`; rows are counted upwards from 0."""

    x: float
    text: str
    row: int


def spread(days: Sequence[date], start: float, end: float, closest: float) -> dict[date, float]:
    """Places between start and end, as far apart as the days are, but no two closer than that.

    Where there is no room for so much, all are equally far apart.
    """
    if len(days) == 1:
        return {days[0]: (start + end) / 2}
    gaps = [(later - earlier).days for earlier, later in pairwise(days)]
    closest = min(closest, (end - start) / len(gaps))
    unit = _unit(gaps, end - start, closest)
    places, x = {days[0]: start}, start
    for day, gap in zip(days[1:], gaps, strict=True):
        x += max(closest, gap * unit)
        places[day] = x
    return places


def _unit(gaps: Sequence[int], room: float, closest: float) -> float:
    """How wide a day is, so that everything takes just the room."""
    low, high = 0.0, room / max(sum(gaps), 1)
    for _ in range(_STEPS):
        middle = (low + high) / 2
        fits = sum(max(closest, gap * middle) for gap in gaps) <= room
        low, high = (middle, high) if fits else (low, middle)
    return low


def flags(words: Sequence[tuple[float, str, float]], apart: float) -> list[Flag]:
    """From (x, words, width), left to right.

    One that would touch the next stands a row higher: so no line crosses another's words.
    """
    placed: list[Flag] = []
    starts: list[float] = []  # by row, where the words in it begin that are placed already
    for x, text, wide in reversed(words):
        row = max((row + 1 for row, at in enumerate(starts) if x + wide + apart > at), default=0)
        starts[row:] = [x, *starts[row + 1 :]]
        placed.append(Flag(x, text, row))
    return placed[::-1]


def rows_of(placed: Sequence[Flag]) -> int:
    return max((one.row + 1 for one in placed), default=0)


def dodged(wanted: Sequence[float], top: float, bottom: float, pitch: float) -> list[float]:
    """The same heights moved apart by at least `pitch`, as little as that takes, in their order.

    There has to be room for all of them.
    """
    order = sorted(range(len(wanted)), key=lambda one: wanted[one])
    heights = [max(top, min(bottom, wanted[one])) for one in order]
    for place in range(1, len(heights)):
        heights[place] = max(heights[place], heights[place - 1] + pitch)
    below = bottom
    for place in reversed(range(len(heights))):
        heights[place] = min(heights[place], below)
        below = heights[place] - pitch
    return [heights[order.index(one)] for one in range(len(wanted))]
