"""Women elected and women who stood; the figures were counted from data/ apart."""

import pytest

from bot.answers import election, party_tally
from bot.catalogue.catalogue import Catalogue
from bot.questions.question import Measure, Topic
from tests.answers.wanted import SINCE_2010, Ask, asking, column, rows

WOMEN = Measure.WOMEN
IN_2024 = "at the general election of 4 July 2024"


@pytest.fixture
def whole(catalogue: Catalogue) -> Ask:
    return asking(election.answer, catalogue, Topic.ELECTION)


@pytest.fixture
def party(catalogue: Catalogue) -> Ask:
    return asking(party_tally.answer, catalogue, Topic.PARTY)


@pytest.mark.parametrize(
    ("year", "women"), [(2010, 143), (2015, 191), (2017, 208), (2019, 220), (2024, 263)]
)
def test_women_elected(whole: Ask, year: int, women: int) -> None:
    reply = whole(WOMEN, year=year)
    assert reply.headline.startswith(f"{women} of the 650 elected at")
    assert sum(int(str(number)) for number in column(reply, "Women")) == women
    assert bool(reply.notes) == (year == 2024)


def test_whose_gender_is_not_recorded_is_said(whole: Ask) -> None:
    (note,) = whole(WOMEN).notes
    assert note.startswith("No gender is recorded for 1 person elected: Neil Shastri-Hurst")


@pytest.mark.parametrize(
    ("year", "women", "candidates", "unknown"),
    [(2010, 872, 4150, 3), (2015, 1033, 3971, 4), (2019, 1120, 3320, 4), (2024, 1384, 4515, 8)],
)
def test_women_who_stood(whole: Ask, year: int, women: int, candidates: int, unknown: int) -> None:
    reply = whole(WOMEN, standing=True, year=year)
    assert reply.headline.startswith(f"{women:,} of the {candidates:,} candidates at")
    assert sum(int(str(number)) for number in column(reply, "Women")) == women
    assert sum(int(str(number)) for number in column(reply, "Candidates")) == candidates
    assert reply.notes[0].startswith(f"No gender is recorded for {unknown} people who stood")


def test_a_partys_women_who_stood(party: Ask) -> None:
    reply = party(WOMEN, "labour", standing=True, year=2019)
    assert reply.title == "Labour · Women who stood · general election, 12 December 2019"
    assert reply.headline.startswith("335 of the 631 candidates for Labour at")
    assert rows(reply)[0][:3] == ("Labour", 335, 631)
    assert party(WOMEN, "labour", standing=True).headline.startswith("296 of the 631 candidates")


def test_a_partys_women_elected_are_named(party: Ask) -> None:
    assert len(rows(party(WOMEN, "labour"))) == 190
    assert len(rows(party(WOMEN, "labour", yes_or_no=True))) == 10


def test_women_then_and_now(whole: Ask, party: Ask) -> None:
    elected = whole(WOMEN, compared=True, yes_or_no=True).headline
    assert (
        elected == f"Yes: 263 of the 650 elected {IN_2024} were women (40.5%), against 220 in 2019."
    )
    stood = party(WOMEN, "labour", compared=True, standing=True, yes_or_no=True).headline
    assert stood.startswith("No: 296 of the 631 candidates for Labour")
    first = whole(WOMEN, year=2010, compared=True, yes_or_no=True).headline
    assert first.endswith("(22.0%); there is nothing earlier to compare with.")


def test_women_who_stood_over_time(whole: Ask, party: Ask) -> None:
    assert whole(WOMEN, span=SINCE_2010, standing=True).headline == (
        "Women who stood: 872 in 2010, 1,033 in 2015, 972 in 2017, 1,120 in 2019 and 1,384 in 2024."
    )
    assert party(WOMEN, "labour", span=SINCE_2010, standing=True).headline == (
        "Labour, women who stood: 192 in 2010, 214 in 2015, 255 in 2017, 335 in 2019 "
        "and 296 in 2024."
    )
