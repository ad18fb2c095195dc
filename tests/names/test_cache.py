"""The index kept as a file: used only if it is whole and made from this very catalogue."""

from pathlib import Path

import pytest

from bot.catalogue.known_names import KnownName
from bot.names.cache import FILE_NAME, kept_index
from bot.names.index import NameIndex

KNOWN = [
    KnownName("constituency", "E1", "Barchester North", 1.0),
    KnownName("constituency", "E1", "N Barchester", 1.0, official=False),
    KnownName("person", "ann-bee", "Ann Bee", 600.0, family_words=1),
]


class Maker:
    """Makes the index and counts how often it had to."""

    def __init__(self) -> None:
        self.made = 0

    def __call__(self) -> NameIndex:
        self.made += 1
        return NameIndex.of(KNOWN)


@pytest.fixture
def maker() -> Maker:
    return Maker()


def test_an_index_is_made_once_and_then_read(tmp_path: Path, maker: Maker) -> None:
    first = kept_index(tmp_path, "one catalogue", maker)
    second = kept_index(tmp_path, "one catalogue", maker)
    assert maker.made == 1
    assert second.as_plain() == first.as_plain()


def test_another_catalogue_has_another_index(tmp_path: Path, maker: Maker) -> None:
    kept_index(tmp_path, "one catalogue", maker)
    kept_index(tmp_path, "another catalogue", maker)
    assert maker.made == 2


@pytest.mark.parametrize("share", [0.0, 0.3, 0.9])
def test_a_file_cut_short_is_made_anew(tmp_path: Path, maker: Maker, share: float) -> None:
    kept_index(tmp_path, "one catalogue", maker)
    whole = (tmp_path / FILE_NAME).read_bytes()
    (tmp_path / FILE_NAME).write_bytes(whole[: int(len(whole) * share)])
    kept_index(tmp_path, "one catalogue", maker)
    assert maker.made == 2
    assert (tmp_path / FILE_NAME).read_bytes() == whole


def test_a_file_with_one_wrong_bit_is_made_anew(tmp_path: Path, maker: Maker) -> None:
    kept_index(tmp_path, "one catalogue", maker)
    damaged = bytearray((tmp_path / FILE_NAME).read_bytes())
    damaged[len(damaged) // 2] ^= 1
    (tmp_path / FILE_NAME).write_bytes(damaged)
    kept_index(tmp_path, "one catalogue", maker)
    assert maker.made == 2


def test_a_home_that_cannot_be_written_costs_time_only(tmp_path: Path, maker: Maker) -> None:
    (tmp_path / "file").write_text("no folder")
    index = kept_index(tmp_path / "file", "one catalogue", maker)
    assert [name.called for name in index.names] == ["Barchester North"] * 2 + ["Ann Bee"]
    assert list(tmp_path.iterdir()) == [tmp_path / "file"]
