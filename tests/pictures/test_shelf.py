import os
from dataclasses import replace
from pathlib import Path

from bot.pictures.shelf import Shelf
from bot.pictures.theme import ThemeName
from tests.pictures.making import BAR, bars

DARK = ThemeName.DARK
PICTURE = b"\x89PNG a picture IEND\xaeB`\x82"


def test_what_was_put_there_is_there_for_whoever_comes_next(tmp_path: Path) -> None:
    path = Shelf(tmp_path / "new").path_of(bars("Ann"), DARK)
    Shelf(tmp_path / "new").put(path, PICTURE)
    assert Shelf(tmp_path / "new").take(path) == PICTURE


def test_half_a_picture_is_none(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    path = shelf.path_of(bars("Ann"), DARK)
    shelf.put(path, PICTURE)
    path.write_bytes(PICTURE[:10])
    assert shelf.take(path) is None


def test_what_was_never_drawn_is_not_there(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "none")
    assert shelf.take(shelf.path_of(bars("Ann"), DARK)) is None


def test_the_same_chart_has_the_same_place_and_another_figure_another(tmp_path: Path) -> None:
    shelf, chart = Shelf(tmp_path), bars("Ann", "Bo")
    assert shelf.path_of(bars("Ann", "Bo"), DARK) == shelf.path_of(chart, DARK)
    corrected = replace(chart, bars=(replace(BAR, votes="24,121"), chart.bars[1]))
    assert shelf.path_of(corrected, DARK) != shelf.path_of(chart, DARK)
    assert shelf.path_of(chart, ThemeName.LIGHT) != shelf.path_of(chart, DARK)


def test_what_was_not_looked_at_for_longest_makes_room(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, most_bytes=1000)
    paths = [shelf.path_of(bars(f"Ann {number}"), DARK) for number in range(4)]
    for age, path in enumerate(paths[:3]):
        shelf.put(path, b"x" * 292 + PICTURE[-8:])
        os.utime(path, (1000 + age, 1000 + age))
    shelf.take(paths[0])  # looked at just now
    shelf.put(paths[3], b"x" * 292 + PICTURE[-8:])
    left = [path for path in paths if path.exists()]
    assert left == [paths[0], paths[3]]


def test_it_never_grows_beyond_its_bounds(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, most_bytes=5000)
    for number in range(60):
        shelf.put(shelf.path_of(bars(f"Ann {number}"), DARK), b"x" * 400)
        assert sum(file.stat().st_size for file in tmp_path.iterdir()) <= 5000
    assert list(tmp_path.glob("*.part")) == []
