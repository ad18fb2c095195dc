import io
from pathlib import Path

import pytest
from PIL import Image
from pixelmatch.contrib.PIL import pixelmatch

from bot.catalogue.catalogue import Catalogue
from bot.pictures import png
from bot.pictures.canvas import Drawing
from bot.pictures.theme import ThemeName
from tests.pictures.references import FOLDER, NAMES, drawing_of

PICTURES = [(name, theme) for name in NAMES for theme in ThemeName]
# Of all pixels, how many may look different: another release of the renderer rounds otherwise.
FEW = 0.0002


@pytest.mark.parametrize(("name", "theme"), PICTURES)
def test_a_picture_is_drawn_as_the_one_that_was_looked_at(
    catalogue: Catalogue, name: str, theme: ThemeName
) -> None:
    drawing = drawing_of(catalogue, name, theme)
    assert drawing.svg == FOLDER.joinpath(f"{name}-{theme}.svg").read_text("utf-8")
    assert looks_like(drawing, FOLDER / f"{name}-{theme}.png")


def test_a_bar_of_another_length_is_seen(catalogue: Catalogue) -> None:
    """What the comparison is worth: one party's bar ten units shorter."""
    [name, *_], theme = NAMES, ThemeName.DARK
    drawing = drawing_of(catalogue, name, theme)
    assert looks_like(drawing, FOLDER / f"{name}-{theme}.png")
    bar = drawing.svg.index('fill="#E4003B"')
    wide = drawing.svg.index('width="', bar) + len('width="')
    shorter = drawing.svg[:wide] + str(float(drawing.svg[wide : drawing.svg.index('"', wide)]) - 10)
    svg = shorter + drawing.svg[drawing.svg.index('"', wide) :]
    changed = Drawing(svg, drawing.width, drawing.height, drawing.labels, drawing.scale)
    assert not looks_like(changed, FOLDER / f"{name}-{theme}.png")


def test_every_reference_is_compared() -> None:
    kept = {path.name for path in FOLDER.iterdir()}
    assert kept == {f"{name}-{theme}.{end}" for name, theme in PICTURES for end in ("svg", "png")}


def looks_like(drawing: Drawing, reference: Path) -> bool:
    """To the eye; the same bytes need no look, and a look takes seconds."""
    data = png.render(drawing)
    if data == reference.read_bytes():
        return True
    ours, theirs = (Image.open(io.BytesIO(one)) for one in (data, reference.read_bytes()))
    if ours.size != theirs.size:
        return False
    differing = pixelmatch(ours, theirs, threshold=0.1)
    return differing <= FEW * ours.width * ours.height
