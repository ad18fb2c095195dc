import pytest

from bot.names.sound import sound


@pytest.mark.parametrize(
    ("spelled", "misspelt"),
    [
        ("wycombe", "wickham"),
        ("leicester", "lester"),
        ("gloucester", "gloster"),
        ("philip", "filip"),
        ("wright", "rite"),
        ("knight", "night"),
        ("peterborough", "peterboro"),
        ("whitby", "witby"),
        ("catherine", "katherine"),
        ("geoffrey", "jeffrey"),
        ("stephen", "stefen"),
    ],
)
def test_words_that_sound_alike_have_one_key(spelled: str, misspelt: str) -> None:
    assert sound(spelled) == sound(misspelt)


@pytest.mark.parametrize(
    ("one", "other"),
    [("luton", "bolton"), ("hove", "hull"), ("derby", "dover"), ("bath", "perth")],
)
def test_words_that_sound_different_have_different_keys(one: str, other: str) -> None:
    assert sound(one) != sound(other)


@pytest.mark.parametrize("word", ["", "a", "h", "ough", "cester", "ghghgh", "mb"])
def test_short_and_silent_words_have_a_key_too(word: str) -> None:
    assert isinstance(sound(word), str)
