import pytest

from bot.names.words import weight_of, without_noise, without_titles, words_of


@pytest.mark.parametrize(
    ("written", "also_written"),
    [
        ("Ynys Môn", "YNYS MON"),
        ("Saint Albans", "St. Albans"),
        ("Hackney South & Shoreditch", "Hackney South and Shoreditch"),
        ("Regent's Park", "Regents Park"),
        ("Regent’s Park", "regent's park"),
        ("Berwick-upon-Tweed", "berwick upon tweed"),
        ("  Hull,  East ", "hull east"),
        ("Sinn Féin", "sinn fein"),
    ],
)
def test_what_is_written_in_two_ways_is_the_same_words(written: str, also_written: str) -> None:
    assert words_of(written) == words_of(also_written) != ()


@pytest.mark.parametrize("text", ["", " ", "?!…", "🗳️", "مرحبا", "@everyone", "<@123456>", "<#1>"])
def test_signs_mentions_and_other_scripts_are_no_words(text: str) -> None:
    assert words_of(text) == ()


def test_a_mention_beside_a_name_is_left_out() -> None:
    assert words_of("<@!123> islington @here north") == ("islington", "north")


def test_small_words_and_compass_points_say_less_than_names() -> None:
    assert weight_of("and") < weight_of("north") < weight_of("islington") == 1.0


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("rt hon sir keir starmer mp", "keir starmer"),
        ("Dame Diana Johnson", "diana johnson"),
        ("dr rosena allin khan", "rosena allin khan"),
        ("speaker", "speaker"),
        ("mp", "mp"),
        ("sir mp", "mp"),
        ("ed davey", "ed davey"),
    ],
)
def test_titles_are_dropped_unless_nothing_else_is_there(typed: str, left: str) -> None:
    assert " ".join(without_titles(words_of(typed))) == left


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("who won in clacton", "clacton"),
        ("mp for hull east please", "hull east"),
        ("what was the result in hull east", "hull east"),
        ("how did labour do", "labour"),
        ("who is the mp for the wrekin", "the wrekin"),
        ("the wrekin", "the wrekin"),
        ("will quince", "will quince"),
        ("who won", ""),
        ("who", ""),
    ],
)
def test_the_words_around_a_name_are_dropped_and_none_of_the_name(typed: str, left: str) -> None:
    assert " ".join(without_noise(words_of(typed))) == left
