"""When two spellings are one name, and when they are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.text import alike, fold


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ann O'Able", "ANN OABLE"),
        ("Ynys Môn", "ynys mon"),
        ("Łódź, Søren", "lodz soren"),
        ("Мария Иванова", "МАРИЯ  ИВАНОВА"),
        ("Ὀδυσσεύς", "ὈΔΥΣΣΕΎΣ"),
        ("نیک\u200cپی", "نیکپی"),
        ("ක්\u200dරිස්ටිනා", "ක්රිස්ටිනා"),
        ("Auf\u200clage", "Auflage"),
        ("Dr. 王小明", "dr 王小明"),
    ],
)
def test_spellings_of_one_name_are_alike(one: str, other: str) -> None:
    assert alike(one) == alike(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Κώστας", "Мария"),
        ("王小明", ""),
        ("王小明", "김철수"),
        ("Dr 王小明", "Dr 김철수"),
        ("Dr 王小明", "Dr"),
        ("किशन", "कशन"),
        ("???", "!!!"),
    ],
)
def test_other_names_are_not_alike(one: str, other: str) -> None:
    assert alike(one) != alike(other)


@given(st.text(st.characters(codec="ascii") | st.sampled_from("àéîøłŵ’")))
def test_names_in_latin_letters_are_alike_where_they_fold_alike(text: str) -> None:
    assert alike(text) == fold(text) or not fold(text)


@given(st.text())
def test_what_is_alike_stays_so(text: str) -> None:
    assert alike(alike(text)) == alike(text)


@given(st.text(st.characters(categories=("L", "Nd", "P", "S")), min_size=1))
def test_no_name_is_like_no_name_at_all(text: str) -> None:
    assert alike(text)


def test_an_unseen_joiner_hides_no_name_from_who_asks_for_it() -> None:
    assert fold("Jeremy Cor\u200cbyn\u200d") == "jeremy corbyn"
