from pathlib import Path

import pytest

from bot.errors import DataError
from bot.importing.facts import read


def test_lines_are_read_by_their_columns(tmp_path: Path) -> None:
    (tmp_path / "anything.csv").write_text("name,seat\nRosa,Ynys Môn\n", encoding="utf-8")
    assert read(tmp_path, "anything.csv") == [{"name": "Rosa", "seat": "Ynys Môn"}]


def test_a_file_that_lacks_columns_is_refused_with_their_names(tmp_path: Path) -> None:
    (tmp_path / "mp_aliases.csv").write_text("alias\nRosa\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"^mp_aliases\.csv lacks the columns? mnis_id\.$"):
        read(tmp_path, "mp_aliases.csv")


def test_a_file_with_all_its_columns_and_no_lines_lacks_no_column(tmp_path: Path) -> None:
    (tmp_path / "mp_aliases.csv").write_text("alias,mnis_id\n", encoding="utf-8")
    assert read(tmp_path, "mp_aliases.csv") == []


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="nowhere"):
        read(tmp_path / "nowhere", "mp_aliases.csv")
