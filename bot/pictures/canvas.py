"""What a picture is drawn on: shapes and words, with the place that every word takes."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from xml.etree import ElementTree as ET

from bot.pictures import lettering
from bot.pictures.theme import Colour, Theme

WIDTH = 640
"""Of every picture, in units. Discord shows pictures some 400 to 550 dots wide."""

ABOVE, BELOW = 0.78, 0.24
"""What letters take above and below their line, of their size."""

_CAPITAL = 0.714
"""The height of a capital of the bundled fonts, of its size."""

# Whatever XML has no room for: control signs, halves of surrogate pairs.
_UNDRAWABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BLANKS = re.compile(r"\s+")

Point = tuple[float, float]


class Anchor(StrEnum):
    START = "start"
    MIDDLE = "middle"
    END = "end"


@dataclass(frozen=True, slots=True)
class Style:
    """How words look; `on` is what they stand on where that is not the ground."""

    size: float
    fill: Colour
    bold: bool = False
    anchor: Anchor = Anchor.START
    on: Colour | None = None


@dataclass(frozen=True, slots=True)
class Label:
    """Words as drawn, the box they take and their colours."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    fill: Colour
    on: Colour

    def overlaps(self, other: "Label") -> bool:
        beside = self.right <= other.left or other.right <= self.left
        return not beside and self.top < other.bottom and other.top < self.bottom


@dataclass(frozen=True, slots=True)
class Drawing:
    """A finished picture; `width` and `height` in units, `scale` the pixels of each in a PNG."""

    svg: str
    width: int
    height: int
    labels: tuple[Label, ...]
    scale: float


class Canvas:
    """Grows from the top; whoever draws says at the end how high it is."""

    def __init__(self, theme: Theme, width: int = WIDTH, scale: float = 1.0) -> None:
        self.theme = theme
        self.width = width
        self.scale = scale
        self._body = ET.Element("g")
        self._labels: list[Label] = []

    def text(self, at: Point, text: str, style: Style, room: float = WIDTH) -> float:
        """Draws what fits into `room`, from its base line on; returns the width it took."""
        fitting = lettering.fit(_drawable(text), style.size, room, bold=style.bold)
        if not fitting:
            return 0.0
        element = ET.SubElement(
            self._body,
            "text",
            {"x": _number(at[0]), "y": _number(at[1]), "font-size": _number(style.size)},
            fill=style.fill,
        )
        if style.bold:
            element.set("font-weight", "700")
        if style.anchor is not Anchor.START:
            element.set("text-anchor", style.anchor)
        element.text = fitting
        wide = lettering.width(fitting, style.size, bold=style.bold)
        self._labels.append(self._label(at, fitting, style, wide))
        return wide

    def letters(self, middles: Sequence[Point], letter: str, style: Style) -> None:
        """The same in the middle of every place; one element, since hundreds take long to draw."""
        below = _CAPITAL / 2 * style.size
        wide = lettering.width(letter, style.size, bold=style.bold)
        element = ET.SubElement(
            self._body,
            "text",
            {
                "x": " ".join(_number(x) for x, _ in middles),
                "y": " ".join(_number(y + below) for _, y in middles),
                "font-size": _number(style.size),
                "text-anchor": Anchor.MIDDLE,
            },
            fill=style.fill,
        )
        if style.bold:
            element.set("font-weight", "700")
        element.text = letter * len(middles)
        centred = replace(style, anchor=Anchor.MIDDLE)
        self._labels += [self._label((x, y + below), letter, centred, wide) for x, y in middles]

    def has_room(self, at: Point, text: str, style: Style) -> bool:
        """Whether words there would overlap none that are drawn, nor leave the picture."""
        wide = lettering.width(_drawable(text), style.size, bold=style.bold)
        label = self._label(at, text, style, wide)
        inside = label.left >= 0 and label.right <= self.width
        return inside and not any(label.overlaps(one) for one in self._labels)

    def rect(self, at: Point, size: Point, fill: Colour | None, **given: str | float) -> None:
        """What else is `given` is SVG's own, with _ for its hyphens: stroke, stroke_width, rx."""
        (x, y), (width, height) = at, size
        self._shape("rect", fill, {"x": x, "y": y, "width": width, "height": height, **given})

    def circle(self, at: Point, radius: float, fill: Colour | None, **given: str | float) -> None:
        self._shape("circle", fill, {"cx": at[0], "cy": at[1], "r": radius, **given})

    def line(self, start: Point, end: Point, stroke: Colour, **given: str | float) -> None:
        ends = {"x1": start[0], "y1": start[1], "x2": end[0], "y2": end[1]}
        self._shape("line", None, {**ends, "stroke": stroke, **given})

    def polygon(self, points: Iterable[Point], fill: Colour | None, **given: str | float) -> None:
        self._shape("polygon", fill, {"points": _points(points), **given})

    def polyline(self, points: Iterable[Point], stroke: Colour, **given: str | float) -> None:
        self._shape("polyline", None, {"points": _points(points), "stroke": stroke, **given})

    def path(self, path: str, fill: Colour | None, **given: str | float) -> None:
        self._shape("path", fill, {"d": path, **given})

    def finish(self, height: float, title: str) -> Drawing:
        whole = round(height)
        root = ET.Element(
            "svg",
            {
                "xmlns": "http://www.w3.org/2000/svg",
                "width": str(self.width),
                "height": str(whole),
                "viewBox": f"0 0 {self.width} {whole}",
                "font-family": lettering.FAMILY,
            },
        )
        ET.SubElement(root, "title").text = _drawable(title)
        ground = {"width": str(self.width), "height": str(whole), "fill": self.theme.ground}
        ET.SubElement(root, "rect", ground)
        root.append(self._body)
        svg = ET.tostring(root, encoding="unicode")
        return Drawing(svg, self.width, whole, tuple(self._labels), self.scale)

    def _shape(self, name: str, fill: Colour | None, given: dict[str, str | float]) -> None:
        element = ET.SubElement(self._body, name, fill=fill or "none")
        for key, value in given.items():
            told = value if isinstance(value, str) else _number(value)
            element.set(key.replace("_", "-"), told)

    def _label(self, at: Point, text: str, style: Style, wide: float) -> Label:
        left = at[0] - {Anchor.START: 0.0, Anchor.MIDDLE: wide / 2, Anchor.END: wide}[style.anchor]
        top, bottom = at[1] - ABOVE * style.size, at[1] + BELOW * style.size
        on = style.on or self.theme.ground
        return Label(text, left, top, left + wide, bottom, style.fill, on)


def _drawable(text: str) -> str:
    """In one line: SVG makes one blank of many, and so must whoever measures."""
    return _BLANKS.sub(" ", _UNDRAWABLE.sub("", text)).strip()


def _points(points: Iterable[Point]) -> str:
    return " ".join(f"{_number(x)},{_number(y)}" for x, y in points)


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
