import pytest

from bot.names.lexicon import Lexicon
from bot.names.nicknames import Nicknames
from bot.names.typed import Reader, TypedWord

WORDS = (
    "north south east west milton keynes islington peterborough edgbaston birmingham isle of "
    "wight edward davey robert hull st albans"
)
SHORT_FORMS = {"brum": ["birmingham"], "mk": ["milton keynes"], "iow": ["isle of wight"]}


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(Lexicon(sorted(set(WORDS.split()))), SHORT_FORMS, Nicknames())


def spellings(reader: Reader, text: str) -> list[str]:
    return [" ".join(word.text for word in variant) for variant in reader.variants(text)]


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("islington n", "islington n"),
        ("hull nw", "hull north west"),
        ("n.e. hull", "n e hull"),
        ("islington nth", "islington north"),
        ("mk north", "milton keynes north"),
        ("brum edgbaston", "birmingham edgbaston"),
        ("i o w", "isle of wight"),
        ("peterboro", "peterborough"),
        ("miltonkeynes north", "milton keynes north"),
        ("isling ton north", "islington north"),
        ("sir edward davey mp", "edward davey"),
        ("Saint Albans", "st albans"),
    ],
)
def test_a_text_is_also_read_as_what_it_is_short_for(reader: Reader, typed: str, read: str) -> None:
    assert read in spellings(reader, typed)


@pytest.mark.parametrize("typed", ["", "  ", "!?", "🗳️", "@everyone"])
def test_what_holds_no_word_is_read_in_no_way(reader: Reader, typed: str) -> None:
    assert spellings(reader, typed) == []


def test_a_nickname_counts_for_a_given_name_only(reader: Reader) -> None:
    def given(word: TypedWord) -> set[int]:
        return set(word.given)

    readings = [given(word) for variant in reader.variants("bob") for word in variant]
    lexicon = Lexicon(sorted(set(WORDS.split())))
    assert {lexicon.number["robert"]} in readings
    assert all(lexicon.number["hull"] not in one for one in readings)


def test_a_very_long_text_is_read_in_few_ways(reader: Reader) -> None:
    variants = list(reader.variants("north south " * 500))
    assert len(variants) <= 24
    assert max(len(variant) for variant in variants) <= 24
