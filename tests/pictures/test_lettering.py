import io

import pytest
from PIL import Image

from bot.pictures import png
from bot.pictures.canvas import Canvas, Style
from bot.pictures.lettering import ELLIPSIS, files, fit, unwritable, width
from bot.pictures.theme import THEMES, ThemeName

THEME = THEMES[ThemeName.LIGHT]
TEXTS = [
    "Islington North",
    "AVAST: Tom Vâlé, 24,120 (49.2%) −29.9",
    "Ŵyn ap Llŷr Ó Ceallaigh",
    "Αλέξανδρος Жуков",
    "علی حسن",
    "דוד",
    "ਸਿੰਘ",
    "বাংলা",
    "தமிழ்",
    "王小明",
    "김철수",
    "አማርኛ",
    "සිංහල",
    "మాటలు",
    "Ann 王 علی Able",
    "Hopf̈ 🗳 x",
]


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("text", TEXTS)
def test_a_text_is_as_wide_as_it_is_drawn(text: str, *, bold: bool) -> None:
    size = 30.0
    canvas = Canvas(THEME)
    canvas.text((20, 60), text, Style(size, "#000000", bold=bold), room=2000)
    drawn = Image.open(io.BytesIO(png.render(canvas.finish(90, "")))).convert("L")
    left, _, right, _ = drawn.point(lambda grey: 255 if grey < 128 else 0).getbbox() or (0,) * 4
    wide = width(text, size, bold=bold)
    assert 20 + wide == pytest.approx(right, abs=0.12 * size)
    assert left == pytest.approx(20, abs=0.12 * size)


def test_what_fits_stays_and_what_does_not_is_cut_with_an_ellipsis() -> None:
    assert fit("Bath", 15, 100) == "Bath"
    cut = fit("Penistone and Stocksbridge", 15, 100)
    assert cut.endswith(ELLIPSIS)
    assert "Penistone and Stocksbridge".startswith(cut.removesuffix(ELLIPSIS))
    assert 70 < width(cut, 15) <= 100


def test_where_not_even_one_letter_fits_there_is_only_the_ellipsis() -> None:
    assert fit("Bath", 15, 14) == ELLIPSIS


def test_bold_is_wider() -> None:
    assert width("Islington North", 15, bold=True) > width("Islington North", 15)


def test_figures_are_all_as_wide_so_that_columns_stay_in_line() -> None:
    assert len({width(digit, 10) for digit in "0123456789"}) == 1


@pytest.mark.parametrize("text", [text for text in TEXTS if "🗳" not in text])
def test_a_name_in_letters_that_people_in_britain_write_is_no_row_of_boxes(text: str) -> None:
    assert unwritable(text) == ""


def test_a_sign_that_no_font_has_is_known_to_be_one() -> None:
    assert unwritable("Hop 🗳 x") == "🗳"


def test_only_the_fonts_that_it_takes_are_read() -> None:
    assert len(files("Ann Able")) == 2
    assert [path for path in files("علی") if "Arabic" in path] != []
