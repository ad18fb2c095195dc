import pytest

from bot.names.lexicon import Lexicon, similarity

WORDS = "islington ipswich north south wrekin wycombe leicester ash exe kerr starmer stamford"


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon(sorted(set(WORDS.split())))


def best(lexicon: Lexicon, typed: str) -> str | None:
    found = lexicon.similar(typed)
    return lexicon.words[max(found, key=found.__getitem__)] if found else None


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("islington", "islington"),
        ("islngton", "islington"),
        ("isilngton", "islington"),
        ("islinggton", "islington"),
        ("islingtan", "islington"),
        ("izlington", "islington"),
        ("nroth", "north"),
        ("starmar", "starmer"),
        ("lester", "leicester"),
    ],
)
def test_a_slip_leads_to_the_word_that_was_meant(lexicon: Lexicon, typed: str, meant: str) -> None:
    assert best(lexicon, typed) == meant


@pytest.mark.parametrize(
    "typed", ["asdfgh", "timbuktu", "zzzzz", "as", "axe", "e", "123", "n0rth1"]
)
def test_what_is_like_no_word_leads_to_none(lexicon: Lexicon, typed: str) -> None:
    assert best(lexicon, typed) is None


def test_the_right_spelling_is_certain_and_a_slip_is_not(lexicon: Lexicon) -> None:
    assert max(lexicon.similar("starmer").values()) == 1.0
    assert 0.66 <= max(lexicon.similar("starmr").values()) < 1.0


def test_a_beginning_leads_to_all_words_that_go_on_from_it(lexicon: Lexicon) -> None:
    found = lexicon.beginning_with("sta")
    assert {lexicon.words[number] for number in found} == {"starmer", "stamford"}
    assert all(0.86 <= likeness <= 1.0 for likeness in found.values())


def test_the_more_of_a_word_is_typed_the_surer_it_is(lexicon: Lexicon) -> None:
    number = lexicon.number["islington"]
    typed = ["isl", "isling", "islingto"]
    likenesses = [lexicon.beginning_with(start)[number] for start in typed]
    assert likenesses == sorted(likenesses)


def test_of_three_letters_only_their_order_may_be_wrong() -> None:
    assert similarity("ahs", "ash") > 0
    assert similarity("asp", "ash") == 0


def test_a_long_word_may_have_more_slips_than_a_short_one() -> None:
    assert similarity("hlul", "hull") > 0
    assert similarity("hxlx", "hull") == 0
    assert similarity("middlesborugh", "middlesbrough") > 0
