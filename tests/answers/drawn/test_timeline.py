import re

import pytest

from bot.answers.drawn import timeline as drawn
from bot.answers.service import Answers
from bot.answers.sketch import Sketch, SketchKind
from bot.catalogue.catalogue import Catalogue
from bot.pictures.charts import Line, Timeline

CLACTON, ISLINGTON_NORTH, GORTON, YNYS_MON = "E14001174", "E14001305", "E14001251", "W07000112"
CHORLEY, BELFAST_NORTH, BATLEY, ORKNEY = "E14001170", "N05000002", "E14000548", "S14000051"
ROCHDALE = "E14001446"


def chart(catalogue: Catalogue, code: str) -> Timeline:
    made = drawn.chart(catalogue, code)
    assert made
    return made


def line(of: Timeline, short: str) -> Line:
    [found] = [one for one in of.lines if one.ink.short == short]
    return found


def years(one: Line) -> list[list[str]]:
    """Of each run, with a ? for an estimate."""
    return [[f"{at.day.year}{'?' if at.estimated else ''}" for at in run] for run in one.runs]


def test_a_seat_of_the_same_name_has_one_history_cut_where_boundaries_changed(
    catalogue: Catalogue,
) -> None:
    clacton = chart(catalogue, CLACTON)
    assert years(line(clacton, "Con")) == [
        ["2005?", "2010", "2014", "2015", "2017", "2019"],
        ["2019?", "2024"],
    ]
    assert [one.label for one in clacton.polls if one.redrawn] == ["2010", "2024"]
    assert "Boundaries were new in 2010 and 2024; notional results are estimates" in clacton.remark
    assert "hollow" not in clacton.remark  # which is a word of the drawing alone
    assert clacton.face.title == "Clacton · 2005 to 2026"


def test_by_elections_are_marked(catalogue: Catalogue) -> None:
    batley = chart(catalogue, BATLEY)
    marked = [one.label for one in batley.polls if one.by_election]
    assert marked == ["By-election, Oct 2016", "By-election, Jul 2021"]
    assert "By-elections in October 2016 and July 2021." in batley.face.alt


def test_a_party_that_did_not_stand_has_a_gap_and_not_a_zero(catalogue: Catalogue) -> None:
    conservatives = line(chart(catalogue, BATLEY), "Con")
    assert years(conservatives) == [["2005?", "2010", "2015"], ["2017", "2019", "2021"]]
    assert all(at.share > 0 for run in conservatives.runs for at in run)


def test_boundaries_that_stayed_join_seats_of_two_codes(catalogue: Catalogue) -> None:
    island = chart(catalogue, YNYS_MON)
    assert years(line(island, "Lab")) == [["2005?", "2010", "2015", "2017", "2019", "2024"]]
    assert "2024;" not in island.remark


def test_a_scottish_seat_begins_with_what_was_really_counted_in_2005(catalogue: Catalogue) -> None:
    orkney = chart(catalogue, ORKNEY)
    assert years(line(orkney, "LD")) == [["2005", "2010", "2015", "2017", "2019", "2024"]]
    assert not any(one.redrawn for one in orkney.polls)
    assert "oundaries" not in orkney.remark + orkney.face.alt


def test_a_seat_with_one_general_election_has_the_estimate_before(catalogue: Catalogue) -> None:
    gorton = chart(catalogue, GORTON)
    assert years(line(gorton, "Green")) == [["2019?", "2024", "2026"]]
    assert line(gorton, "Green").last_text == "40.7%"
    assert line(gorton, "WPB").last_text == "10.3% in 2024"


def test_an_independent_has_a_line_of_their_own(catalogue: Catalogue) -> None:
    islington = chart(catalogue, ISLINGTON_NORTH)
    assert [one.ink.short for one in islington.lines[:2]] == ["Ind Corbyn", "Lab"]
    assert "Independents are no party: each is shown alone." in islington.remark


def test_the_speaker_is_no_party_either(catalogue: Catalogue) -> None:
    chorley = chart(catalogue, CHORLEY)
    assert line(chorley, "Speaker").last_text == "74.3%"
    assert line(chorley, "Lab").last_text == "55.3% in 2017"
    assert "The Speaker stands without opposition" in chorley.remark


def test_in_northern_ireland_its_own_parties_are_shown(catalogue: Catalogue) -> None:
    belfast = chart(catalogue, BELFAST_NORTH)
    assert [one.ink.short for one in belfast.lines[:3]] == ["SF", "DUP", "APNI"]


def test_a_share_of_a_by_election_is_told_from_that_year_s_general_election(
    catalogue: Catalogue,
) -> None:
    rochdale = chart(catalogue, ROCHDALE)
    assert [one.label for one in rochdale.polls[-2:]] == ["By-election, Feb 2024", "2024"]
    assert line(rochdale, "Ind Tully").last_text == "21.3% in Feb 2024"


def test_a_last_share_that_is_an_estimate_says_so(catalogue: Catalogue) -> None:
    belfast = chart(catalogue, BELFAST_NORTH)
    assert line(belfast, "UUP").last_text == "0.3% in 2019 (notional)"
    assert line(belfast, "UCUNF").last_text == "7.7% in 2010"
    assert "notional results are estimates" in belfast.remark


def test_who_is_left_out_is_said(catalogue: Catalogue) -> None:
    assert "Whoever never had 5% is left out." in chart(catalogue, CLACTON).remark
    assert "The 7 with the largest shares are shown." in chart(catalogue, CHORLEY).remark


@pytest.mark.parametrize("code", [CLACTON, ISLINGTON_NORTH, GORTON, CHORLEY, BELFAST_NORTH])
def test_the_alt_text_has_the_figures_that_are_drawn(catalogue: Catalogue, code: str) -> None:
    made = chart(catalogue, code)
    shares = [at.share for one in made.lines for run in one.runs for at in run]
    told = [float(one) for one in re.findall(r"([\d.]+)% in", made.face.alt)]
    assert told == [round(share * 100, 1) for share in shares]


def test_what_is_no_seat_has_no_picture(catalogue: Catalogue) -> None:
    assert drawn.chart(catalogue, "E99999999") is None


@pytest.mark.parametrize(
    ("question", "code"),
    [
        ("history of islington north", ISLINGTON_NORTH),
        ("by-elections in clacton", CLACTON),
        ("who has held ynys mon", YNYS_MON),
    ],
)
def test_a_reply_about_a_seat_s_past_has_its_picture(
    answers: Answers, question: str, code: str
) -> None:
    assert answers.ask(question).sketch == Sketch(SketchKind.TIMELINE, code)


@pytest.mark.parametrize(
    "question", ["what became of totnes", "islington north by group of parties since 1945"]
)
def test_what_the_picture_would_not_show_has_none(answers: Answers, question: str) -> None:
    assert answers.ask(question).sketch is None
