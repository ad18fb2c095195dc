"""How wide a text is in the bundled fonts, and what of it fits.

HarfBuzz measures it, of which the renderer's own shaping is a port.
"""

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import groupby
from pathlib import Path

import uharfbuzz as hb

FAMILY = "Noto Sans"
ELLIPSIS = "…"
_FOLDER = Path(__file__).parent / "fonts"
_REGULAR, _BOLD = "NotoSans-Regular.ttf", "NotoSans-Bold.ttf"
# Looked through in this order for letters that the first two lack.
_SCRIPTS = (
    "Arabic Armenian Bengali Devanagari Ethiopic Georgian Gujarati Gurmukhi Hebrew Kannada Khmer "
    "Lao Malayalam Myanmar Oriya Sinhala Tamil Telugu Thaana Thai"
).split()
_OTHERS = (
    *(f"NotoSans{script}-Regular.ttf" for script in _SCRIPTS),
    "DroidSansFallbackFull.ttf",
    "NanumSquareR.ttf",  # last: it has empty places for Chinese characters
)


def width(text: str, size: float, *, bold: bool = False) -> float:
    """In the unit of `size`."""
    return _width_of_one(text, bold) * size


def fit(text: str, size: float, room: float, *, bold: bool = False) -> str:
    """The text, or as much of it as fits with an ellipsis."""
    if width(text, size, bold=bold) <= room:
        return text
    fewest, most = 0, len(text)
    while fewest < most:
        middle = (fewest + most + 1) // 2
        if width(_cut(text, middle), size, bold=bold) <= room:
            fewest = middle
        else:
            most = middle - 1
    return _cut(text, fewest)


def files(text: str) -> list[str]:
    """The paths of the fonts that it takes to draw the text."""
    needed = {name for name, _ in _runs(text, bold=False)}
    return [str(_FOLDER / name) for name in sorted({_REGULAR, _BOLD} | needed)]


def unwritable(text: str) -> str:
    """The signs of the text that no font here has: each is drawn as a box."""
    return "".join(sign for sign in text if not _has(_font_with(sign, False), sign))  # noqa: FBT003


def _has(name: str, sign: str) -> bool:
    return bool(_font(name).get_nominal_glyph(ord(sign)))


def _cut(text: str, length: int) -> str:
    return text[:length].rstrip() + ELLIPSIS


@lru_cache(8192)
def _width_of_one(text: str, bold: bool) -> float:  # noqa: FBT001
    """At a size of 1."""
    return sum(_advance(name, run) for name, run in _runs(text, bold=bold))


def _runs(text: str, *, bold: bool) -> Iterator[tuple[str, str]]:
    """The font of each stretch of the text, by its file."""
    for name, signs in groupby(text, key=lambda sign: _font_with(sign, bold)):
        yield name, "".join(signs)


@lru_cache(4096)
def _font_with(sign: str, bold: bool) -> str:  # noqa: FBT001
    """A sign that none of them has is drawn as the first font's box for it."""
    first = _BOLD if bold else _REGULAR
    names = (first, *_OTHERS)
    return next((name for name in names if _has(name, sign)), first)


def _advance(name: str, run: str) -> float:
    buffer = hb.Buffer()
    buffer.add_str(run)
    buffer.guess_segment_properties()
    font = _font(name)
    hb.shape(font, buffer)
    advance: int = sum(one.x_advance for one in buffer.glyph_positions or ())
    return advance / int(font.face.upem)


@cache
def _font(name: str) -> hb.Font:
    return hb.Font(hb.Face(hb.Blob.from_file_path(str(_FOLDER / name))))
