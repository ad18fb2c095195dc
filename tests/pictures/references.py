"""Pictures that somebody has looked at and found right: `python -m tests.pictures.references`
draws them anew into the folder beside this file, to be looked at again before they are kept."""

import sys
import tempfile
from datetime import date
from pathlib import Path

from bot.answers.drawn import night
from bot.answers.drawn.gallery import chart_of
from bot.answers.sketch import Sketch
from bot.catalogue import build
from bot.catalogue.catalogue import Catalogue
from bot.pictures import png
from bot.pictures.canvas import Drawing
from bot.pictures.charts import Chart
from bot.pictures.drawing.draw import draw
from bot.pictures.theme import ThemeName

FOLDER = Path(__file__).parent / "references"
DATA = Path(__file__).parents[2] / "data"
SKETCHES = {
    "bars-islington-north-2024": "bars:E14001305.2024-07-04",
    "bars-uxbridge-2023": "bars:E14001007.2023-07-20",
    "timeline-clacton": "timeline:E14001174",
    "timeline-belfast-north": "timeline:N05000002",
    "house-2024": "house:2024-07-04",
    "house-scotland-2015": "house:2015-05-07.Scotland",
    "map-winners-2024": "map:2024-07-04/winner",
    "map-turnout-2019": "map:2019-12-12/turnout",
    "swing-scotland-2024": "swing:2024-07-04.S.conservative.labour",
}
BOARD = "board-2024"
BOARD_DAY = date(2024, 7, 4)
NAMES = (*SKETCHES, BOARD)


def drawing_of(catalogue: Catalogue, name: str, theme: ThemeName) -> Drawing:
    return draw(_chart(catalogue, name), theme)


def _chart(catalogue: Catalogue, name: str) -> Chart:
    if name == BOARD:
        return night.board(catalogue, BOARD_DAY)
    sketch = Sketch.parse(SKETCHES[name])
    assert sketch is not None
    chart = chart_of(catalogue, sketch)
    assert chart is not None
    return chart


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "catalogue.db"
        build.build(DATA, path)
        catalogue = Catalogue.open(path)
        for name in sys.argv[1:] or NAMES:
            for theme in ThemeName:
                drawing = drawing_of(catalogue, name, theme)
                FOLDER.joinpath(f"{name}-{theme}.svg").write_text(drawing.svg, "utf-8")
                FOLDER.joinpath(f"{name}-{theme}.png").write_bytes(png.render(drawing))
        catalogue.close()


if __name__ == "__main__":
    main()
