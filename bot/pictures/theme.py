"""The colours of a picture, and whether they can be told from each other.

A picture has a ground of its own, since nobody knows on which of Discord's themes it is seen.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

Colour = str
"""As #RRGGBB."""

LEAST_FOR_TEXT, LEAST_FOR_SHAPES = 4.5, 3.0
"""Ratios of the Web Content Accessibility Guidelines 2.2, criteria 1.4.3 and 1.4.11."""

UNKNOWN = "#8A8F98"
"""Of a party without a colour by convention."""

_STEPS = 20
_SEEN = 1.35  # from which a surface differs from the ground at a glance; its edge marks it anyway
_DARKEST = 0.04045  # where sRGB's curve begins to bend


class ThemeName(StrEnum):
    DARK = "dark"
    LIGHT = "light"


@dataclass(frozen=True, slots=True)
class Theme:
    """`ground` is behind everything, `track` behind bars, `rule` for lines that only order."""

    name: ThemeName
    ground: Colour
    track: Colour
    rule: Colour
    text: Colour
    muted: Colour


THEMES = {
    ThemeName.DARK: Theme(ThemeName.DARK, "#1E1F22", "#2B2D31", "#5C5F66", "#F2F3F5", "#B5BAC1"),
    ThemeName.LIGHT: Theme(ThemeName.LIGHT, "#FFFFFF", "#EFF1F3", "#A9ADB3", "#1B1C1F", "#4E5058"),
}


def contrast(one: Colour, other: Colour) -> float:
    """From 1 to 21, by the formula of the same guidelines ("contrast ratio")."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@lru_cache(1024)
def edge(fill: Colour, theme: Theme) -> Colour:
    """The fill itself, or for one that the ground swallows the nearest shade that stands out."""
    for step in range(_STEPS):
        shade = mix(fill, theme.text, step / _STEPS)
        if min(contrast(shade, theme.ground), contrast(shade, theme.track)) >= LEAST_FOR_SHAPES:
            return shade
    return theme.text


def visible(fill: Colour, theme: Theme) -> Colour:
    """The fill itself, or its edge for one that the ground swallows: it would look empty."""
    return fill if contrast(fill, theme.ground) >= _SEEN else edge(fill, theme)


def mix(one: Colour, other: Colour, part: float) -> Colour:
    """The first with a `part`, from 0 to 1, of the other."""
    mixed = (
        round(a + (b - a) * part) for a, b in zip(_channels(one), _channels(other), strict=True)
    )
    return "#" + "".join(f"{channel:02X}" for channel in mixed)


def _luminance(colour: Colour) -> float:
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= _DARKEST else ((channel + 0.055) / 1.055) ** 2.4


def _channels(colour: Colour) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
