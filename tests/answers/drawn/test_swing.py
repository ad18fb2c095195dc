from datetime import date

import pytest

from bot.answers.drawn import swing as drawn
from bot.answers.national.swung import SwingOf
from bot.answers.service import Answers
from bot.catalogue.catalogue import Catalogue
from bot.pictures.charts import Swingometer

BATH = "E14001080.2024-07-04"
LAB_CON = ("labour", "conservative")
LONGEST = 58
"""Letters that a button has room for beside whose button it is."""


def chart(catalogue: Catalogue, of: str) -> Swingometer:
    made = drawn.chart(catalogue, of)
    assert made
    return made


def test_a_contest_s_swing_is_that_of_its_result(answers: Answers, catalogue: Catalogue) -> None:
    reply = answers.ask("swing in bath 2024")
    assert str(reply.sketch) == f"swing:{BATH}"
    made = chart(catalogue, BATH)
    assert made.text == "8.8 points from Liberal Democrat to Labour"
    assert made.text in reply.headline
    assert (made.left.short, made.right.short) == ("Lab", "LD")
    assert made.left_shares == ("12.5%", "18.0%")
    assert round(made.swing, 3) == -0.088
    assert "since December 2019 (notional result)" in made.face.unit


@pytest.mark.parametrize(
    "of",
    [
        "E14001305.2024-07-04",  # an independent won
        "E14001170.2024-07-04",  # the Speaker
        "E99999999.2024-07-04",
        "2024-07-05..labour.conservative",
        "2024-07-04.Narnia.labour.conservative",
        "2024-07-04..labour.nobody",
        "2024-07-04..labour",
        "2024-07-04..labour.scottish-national-party",
        "nonsense",
        "",
    ],
)
def test_what_has_no_swing_has_no_picture(catalogue: Catalogue, of: str) -> None:
    assert drawn.chart(catalogue, of) is None


@pytest.mark.parametrize(
    ("question", "of", "text"),
    [
        (
            "swing from con to lab in 2024",
            "2024-07-04..conservative.labour",
            "10.8 points from Conservative to Labour",
        ),
        (
            "swing from conservative to labour in scotland 2024",
            "2024-07-04.S.conservative.labour",
            "14.6 points from Conservative to Labour",
        ),
        (
            "lab con swing london 2019",
            "2019-12-12.L.labour.conservative",
            "2.6 points from Labour to Conservative",
        ),
        (
            "swing 2024 in northern ireland",
            "2024-07-04.NI.democratic-unionist-party.sinn-fein",
            "6.4 points from Democratic Unionist Party to Sinn Féin",
        ),
    ],
)
def test_the_picture_shows_the_swing_of_the_reply(
    answers: Answers, catalogue: Catalogue, question: str, of: str, text: str
) -> None:
    reply = answers.ask(question)
    assert str(reply.sketch) == f"swing:{of}"
    made = chart(catalogue, of)
    assert made.text == text
    assert text.partition(" from")[0] in reply.headline
    told = " ".join(fact.value for fact in reply.facts)
    assert all(share in told for share in (*made.left_shares, *made.right_shares))
    assert all(share in made.face.alt for share in (*made.left_shares, *made.right_shares))


def test_areas_are_written_shortly_and_read_in_full_too(catalogue: Catalogue) -> None:
    areas = tuple(catalogue.seats.by_area)
    day = date(2024, 7, 4)
    for area in areas:
        of = SwingOf(day, (area,), LAB_CON)
        assert SwingOf.parse(catalogue, str(of)) == of
        assert SwingOf.parse(catalogue, f"2024-07-04.{area}.labour.conservative") == of
    several = SwingOf(day, areas[:3], LAB_CON)
    assert SwingOf.parse(catalogue, str(several)) == several
    whole = SwingOf(day, (), LAB_CON)
    assert SwingOf.parse(catalogue, str(whole)) == whole


def test_what_a_button_has_to_remember_is_short(catalogue: Catalogue) -> None:
    parties = ("democratic-unionist-party", "scottish-national-party")
    area = ("Yorkshire and The Humber",)
    assert len(f"swing:{SwingOf(date(2024, 7, 4), area, LAB_CON)}") <= LONGEST
    assert len(str(SwingOf(date(2024, 7, 4), ("Scotland",), parties))) <= LONGEST + 6
