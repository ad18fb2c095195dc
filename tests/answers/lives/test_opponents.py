"""Whom somebody beat and who beat them; the numbers were worked out from the tables."""

import pytest

from bot.answers.reply import Reply
from bot.catalogue.catalogue import Catalogue
from bot.questions.question import Measure
from tests.answers.asking import career_of

M = Measure


def rows(reply: Reply) -> list[tuple[object, ...]]:
    assert reply.listing is not None
    return [tuple(row) for row in reply.listing.rows]


def test_of_several_wins_the_latest_is_told_and_all_are_listed(catalogue: Catalogue) -> None:
    reply = career_of(catalogue, "wes-streeting", M.BEAT)
    assert "beat Leanne Mohamad (Independent) by 528 votes" in reply.headline
    assert [row[2:5] for row in rows(reply)] == [
        ("Leanne Mohamad", "Independent", 528),
        ("Howard Berlin", "Conservative", 5_218),
        ("Lee Scott", "Conservative", 9_639),
        ("Lee Scott", "Conservative", 589),
    ]


def test_two_who_met_are_told_with_who_was_ahead_and_when(catalogue: Catalogue) -> None:
    both = "zac-goldsmith sarah-olney"
    beat = career_of(catalogue, both, M.BEAT, yes_or_no=True)
    assert beat.headline.startswith("Yes: in Richmond Park on 8 June 2017 Zac Goldsmith")
    assert "45 votes ahead of Sarah Olney" in beat.headline
    assert "They met in 3 contests: Zac Goldsmith was ahead in 1, Sarah Olney in 2" in beat.headline
    lost = career_of(catalogue, both, M.LOST_TO, 2019, yes_or_no=True)
    assert "7,766 votes ahead of Zac Goldsmith" in lost.headline
    assert career_of(catalogue, both, M.BEAT, 2019, yes_or_no=True).headline.startswith("No: ")


def test_two_who_never_met_did_not_beat_each_other(catalogue: Catalogue) -> None:
    reply = career_of(catalogue, "jeremy-corbyn liz-truss", M.BEAT, yes_or_no=True)
    assert reply.headline == (
        "No: Jeremy Corbyn and Liz Truss stood in no contest together since 2010"
    )


def test_one_may_be_ahead_of_another_without_winning(catalogue: Catalogue) -> None:
    reply = career_of(catalogue, "george-galloway simon-danczuk", M.BEAT, 2017, yes_or_no=True)
    assert reply.headline.startswith("No: ")
    both = "praful-nargund sheridan-kates"
    told = career_of(catalogue, both, M.BEAT, yes_or_no=True).headline
    assert told.startswith("Yes: in Islington North")
    assert told.endswith("Jeremy Corbyn (Independent) won")


def test_everybody_in_the_contest_is_listed(catalogue: Catalogue) -> None:
    reply = career_of(catalogue, "keir-starmer", M.BEAT)
    assert "beat Andrew Feinstein (Independent) by 11,572 votes (30.0 points)" in reply.headline
    assert [one.name for one in reply.standings[:3]] == [
        "Keir Starmer",
        "Andrew Feinstein",
        "David Stansell",
    ]
    assert len(reply.standings) == 12


def test_who_stood_against_somebody_is_told_of_a_contest_that_was_lost(
    catalogue: Catalogue,
) -> None:
    reply = career_of(catalogue, "liz-truss", M.CANDIDATES)
    assert reply.title == "Liz Truss · South West Norfolk · general election, 4 July 2024"
    assert "8 other candidates stood against Liz Truss (Conservative), who came 2nd of 9" in (
        reply.headline
    )
    assert len(reply.standings) == 9


@pytest.mark.parametrize(
    ("person", "when", "begins"),
    [
        ("jeremy-corbyn", 2024, "No: in Islington North on 4 July 2024 Jeremy Corbyn"),
        ("jeremy-corbyn", None, "No: in Islington North on 4 July 2024 Jeremy Corbyn"),
        ("liz-truss", None, "Yes: in South West Norfolk on 4 July 2024 Liz Truss (Conservative)"),
        ("liz-truss", 2019, "No: in South West Norfolk on 12 December 2019 Elizabeth Truss"),
        ("george-galloway", 2024, "Yes: in Rochdale on 4 July 2024 George Galloway"),
    ],
)
def test_whether_anybody_beat_somebody_is_asked_of_that_contest_or_the_latest(
    catalogue: Catalogue, person: str, when: int | None, begins: str
) -> None:
    reply = career_of(catalogue, person, M.LOST_TO, when, yes_or_no=True)
    assert reply.headline.startswith(begins)


def test_a_win_hides_no_earlier_defeat(catalogue: Catalogue) -> None:
    told = career_of(catalogue, "ed-davey", M.LOST_TO, yes_or_no=True).headline
    assert told.startswith("No: in Kingston and Surbiton on 4 July 2024")
    assert told.endswith("Lost before: Kingston and Surbiton (2015)")


@pytest.mark.parametrize(
    ("person", "measure", "when", "party", "begins"),
    [
        ("jeremy-corbyn", M.BEAT, 2024, "labour", "Yes: in Islington North on 4 July 2024"),
        ("liz-truss", M.LOST_TO, None, "labour", "Yes: in South West Norfolk on 4 July 2024"),
        ("liz-truss", M.LOST_TO, None, "green", "No: in South West Norfolk on 4 July 2024"),
        ("liz-truss", M.BEAT, 2024, "labour", "No: in South West Norfolk on 4 July 2024"),
        ("liz-truss", M.BEAT, None, "plaid-cymru", "No: Liz Truss and a candidate of Plaid"),
    ],
)
def test_a_party_that_is_not_their_own_is_that_of_the_others(
    catalogue: Catalogue,
    person: str,
    measure: Measure,
    when: int | None,
    party: str,
    begins: str,
) -> None:
    reply = career_of(catalogue, person, measure, when, parties=(party,), yes_or_no=True)
    assert reply.headline.startswith(begins)
