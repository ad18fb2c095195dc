"""SVG as PNG, with no font but the bundled ones."""

import resvg_py

from bot.pictures import lettering
from bot.pictures.canvas import Drawing


def render(drawing: Drawing) -> bytes:
    text = " ".join(label.text for label in drawing.labels)
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=drawing.svg,
            width=round(drawing.width * drawing.scale),
            skip_system_fonts=True,
            font_files=lettering.files(text),
            font_family=lettering.FAMILY,
        )
    )
