from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.catalogue import tables
from bot.catalogue.schema import TABLES, Cell, Row, Table
from bot.errors import DataError
from tests.conftest import DATA

POLL = Table(
    "poll",
    {"seat": str, "votes": int, "share": float, "remark": str},
    key=("seat",),
    optional=frozenset({"votes", "share", "remark"}),
)
HEADER = "seat,votes,share,remark\n"


def read(folder: Path, text: str) -> list[Row]:
    (folder / "poll.csv").write_text(text, encoding="utf-8")
    return list(tables.read(folder, POLL))


def test_cells_have_their_kind_and_an_empty_one_is_unknown_and_not_nought(tmp_path: Path) -> None:
    [known, unknown] = read(tmp_path, HEADER + "Ely,0,0.5,held\nEye,,,\n")
    assert known == {"seat": "Ely", "votes": 0, "share": 0.5, "remark": "held"}
    assert unknown == {"seat": "Eye", "votes": None, "share": None, "remark": None}


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", r"^poll\.csv should have the columns seat, votes, share, remark; it has none\.$"),
        ("seat,votes\nEly,1\n", r"should have the columns .*; it has seat, votes\.$"),
        (HEADER + "Ely,many,,\n", r"^poll\.csv, line 2: votes is 'many', which is no int\.$"),
        (HEADER + "Ely,1,,\n,2,,\n", r"^poll\.csv, line 3: seat is empty\.$"),
        (HEADER + "Ely\n", r"^poll\.csv, line 2: votes is empty\.$"),
        (HEADER + "Ely,1,0.5,held,more\n", r"^poll\.csv, line 2: "),
    ],
)
def test_what_is_wrong_with_a_table_is_told_with_its_line(
    tmp_path: Path, text: str, sentence: str
) -> None:
    with pytest.raises(DataError, match=sentence):
        read(tmp_path, text)


def test_a_table_that_is_no_text_is_named(tmp_path: Path) -> None:
    (tmp_path / "poll.csv").write_bytes(b"\xff\xfe\0")
    with pytest.raises(DataError, match=r"^poll\.csv is not UTF-8 text"):
        list(tables.read(tmp_path, POLL))


def test_a_table_is_written_in_order_of_its_key(tmp_path: Path) -> None:
    rows: list[Row] = [
        {"seat": seat, "votes": 1, "share": None, "remark": None} for seat in ("Eye", "Ely")
    ]
    assert tables.write(tmp_path, POLL, rows) == 2
    assert (tmp_path / "poll.csv").read_text("utf-8") == HEADER + "Ely,1,,\nEye,1,,\n"
    assert [file.name for file in tmp_path.iterdir()] == ["poll.csv"]


words = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1, max_size=20
)
rows_of_polls = st.lists(
    st.fixed_dictionaries(
        {
            "seat": words,
            "votes": st.none() | st.integers(0, 10**6),
            "share": st.none() | st.floats(0, 1),
            "remark": st.none() | words,
        }
    ),
    unique_by=lambda row: row["seat"],
)


@given(rows_of_polls)
def test_what_was_written_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, rows: list[dict[str, Cell]]
) -> None:
    folder = tmp_path_factory.mktemp("polls")
    tables.write(folder, POLL, rows)
    found = list(tables.read(folder, POLL))
    assert found == sorted(rows, key=lambda row: str(row["seat"]))


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_table_of_the_repository_is_as_it_would_be_written_again(
    table: Table, tmp_path: Path
) -> None:
    tables.write(tmp_path, table, tables.read(DATA, table))
    again = (tmp_path / table.file_name).read_bytes()
    assert again == (DATA / table.file_name).read_bytes()
