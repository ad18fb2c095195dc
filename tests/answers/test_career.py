"""What is said of a person's elections; the numbers were worked out from the tables."""

from datetime import date

import pytest

from bot.answers.plain import render
from bot.answers.reply import Reply, ReplyKind
from bot.catalogue.catalogue import Catalogue
from bot.questions.question import Measure, Span, WantedElection
from tests.answers.asking import BY, ROCHDALE, career_of
from tests.answers.reading import flowing
from tests.answers.telling import Announce
from tests.declarations.making import candidate, standing

M = Measure


def rows(reply: Reply) -> list[tuple[object, ...]]:
    assert reply.listing is not None
    return [tuple(row) for row in reply.listing.rows]


def test_every_contest_is_listed_newest_first(catalogue: Catalogue) -> None:
    reply = career_of(catalogue, "zac-goldsmith", M.RESULTS)
    assert reply.kind is ReplyKind.CAREER
    assert reply.title == "Zac Goldsmith · contests from 6 May 2010 to 12 December 2019"
    assert reply.headline == (
        "Zac Goldsmith stood in 5 contests since 2010: won 3, in Richmond Park (2010, 2015, 2017), "
        "and lost 2, in Richmond Park (by-election of 1 December 2016, 2019)"
    )
    listed = rows(reply)
    assert [row[1] for row in listed][:2] == [date(2019, 12, 12), date(2017, 6, 8)]
    assert listed[1][2:7] == ("Conservative", 1, 4, 28_588, 28_588 / 63_330)
    assert [row[7] for row in listed] == ["lost", "won", "lost, by-election", "won", "won"]


@pytest.mark.parametrize(
    ("person", "measure", "headline"),
    [
        (
            "george-galloway",
            M.WINS,
            "George Galloway won 2 of 8 contests since 2010: Bradford West (by-election of 29",
        ),
        ("liz-truss", M.DEFEATS, "Liz Truss lost 1 of 5 contests since 2010: South West Norfolk"),
        ("count-binface", M.WINS, "Count Binface won none of 5 contests since 2010"),
        (
            "liz-truss",
            M.LOST_TO,
            "In South West Norfolk on 4 July 2024 Liz Truss (Conservative) lost to Terry Jermy",
        ),
        (
            "hannah-spencer",
            M.BEAT,
            "In Gorton and Denton on 26 February 2026 Hannah Spencer (Green) beat Matt Goodwin",
        ),
        (
            "liz-truss",
            M.MAJORITY,
            "In South West Norfolk on 12 December 2019 Elizabeth Truss (Conservative) had a major",
        ),
    ],
)
def test_the_first_sentence_answers(
    catalogue: Catalogue, person: str, measure: Measure, headline: str
) -> None:
    assert career_of(catalogue, person, measure).headline.startswith(headline)


def test_who_lost_had_no_majority_then_but_before(catalogue: Catalogue) -> None:
    assert career_of(catalogue, "liz-truss", M.MAJORITY).headline.endswith(
        "had a majority of 26,195 votes (50.9 points) over Emily Blake (Labour), the largest of 4 "
        "since 2010. At the last contest there was none: lost to Terry Jermy (Labour) by 630 votes "
        "(1.4 points)"
    )


@pytest.mark.parametrize(
    ("person", "measure", "when", "begins"),
    [
        ("jeremy-corbyn", M.STOOD, 2024, "Yes: in Islington North on 4 July 2024 Jeremy Corbyn"),
        ("jeremy-corbyn", M.STOOD, 2013, "No: Jeremy Corbyn did not stand in “2013”"),
        ("jeremy-corbyn", M.STOOD, 1997, "No election Teller knows fits “1997”"),
        ("jeremy-corbyn", M.DEFEATS, None, "Jeremy Corbyn lost none of 5 contests since 2010"),
        ("wes-streeting", M.DEFEATS, None, "No: Wes Streeting lost none of 4 contests since 2010"),
        ("wes-streeting", M.RESULTS, None, "Wes Streeting stood in 4 contests since 2010: won all"),
        ("liz-truss", M.WINS, 2024, "No: in South West Norfolk on 4 July 2024 Liz Truss"),
        ("liz-truss", M.BEAT, 2024, "No: Liz Truss won no contest in “2024”"),
        ("liz-truss", M.LOST_TO, 2019, "No: in South West Norfolk on 12 December 2019"),
        ("george-galloway", M.WINS, BY, "Yes: George Galloway won 2 of 3 contests"),
        ("count-binface", M.MAJORITY, None, "No: Count Binface won no contest since 2010"),
    ],
)
def test_a_question_for_yes_or_no_gets_one_unless_the_records_do_not_reach(
    catalogue: Catalogue, person: str, measure: Measure, when: int | str | None, begins: str
) -> None:
    reply = career_of(catalogue, person, measure, when, yes_or_no=True)
    assert reply.headline.startswith(begins)


def test_an_election_back_from_the_latest_can_be_wanted(catalogue: Catalogue) -> None:
    before = WantedElection("the election before", back=1)
    reply = career_of(catalogue, "liz-truss", M.MAJORITY, election=before)
    assert reply.title == "Liz Truss · South West Norfolk · general election, 12 December 2019"


def test_a_seat_a_party_and_years_narrow_the_contests(catalogue: Catalogue) -> None:
    galloway = "george-galloway"
    in_rochdale = career_of(catalogue, galloway, M.WINS, seats=(ROCHDALE,))
    assert "won 1 of 2 contests in Rochdale" in in_rochdale.headline
    for_respect = career_of(catalogue, galloway, M.STOOD, parties=("respect",))
    assert "stood in 3 contests for Respect" in for_respect.headline
    later = career_of(catalogue, galloway, M.STOOD, span=Span("since 2019", 2019))
    assert len(rows(later)) == 4
    parliament = Span("the last Parliament", -2, None, parliament=True)
    assert len(rows(career_of(catalogue, galloway, M.STOOD, span=parliament))) == 3


def test_namesakes_stay_apart(catalogue: Catalogue) -> None:
    found = [
        career_of(catalogue, row["id"], M.STOOD)
        for row in catalogue.connection.execute(
            "SELECT id FROM person WHERE name = 'David Jones' ORDER BY id"
        )
    ]
    assert len(found) > 2
    assert len({reply.headline for reply in found}) == len(found)


def test_who_sat_before_2010_is_not_counted_as_if_they_had_not(catalogue: Catalogue) -> None:
    reply = career_of(catalogue, "jeremy-corbyn", M.WINS)
    assert "Jeremy Corbyn first spoke on 1 July 1983." in reply.notes[0]
    assert career_of(catalogue, "wes-streeting", M.WINS).notes == ()


def test_a_seat_is_named_on_buttons_only_where_there_are_several(catalogue: Catalogue) -> None:
    truss = career_of(catalogue, "liz-truss", M.STOOD)
    assert [one.short for one in truss.choices] == ["2024", "2019", "2017", "2015", "2010"]
    galloway = career_of(catalogue, "george-galloway", M.STOOD)
    assert galloway.choices[0].short == "2024 · Rochdale"


def test_what_is_only_declared_counts_and_says_by_whom(
    live_catalogue: Catalogue, announced: Announce
) -> None:
    farage = candidate("Nigel Farage", "Reform UK", 20_000)
    announced(standing(farage, candidate("Ann Able", "Labour", 21_000)), source="the press")
    reply = career_of(live_catalogue, "nigel-farage", M.LOST_TO)
    assert "lost to Ann Able (Labour) by 1,000 votes" in reply.headline
    assert reply.sources[-1] == "the press"
    assert "declared live" in reply.preface[0]


def test_every_measure_answers_for_a_few_of_every_kind(catalogue: Catalogue) -> None:
    for person in ("jeremy-corbyn", "count-binface", "gerry-adams", "ann-widdecombe"):
        for measure in M:
            reply = career_of(catalogue, person, measure, yes_or_no=True)
            assert "None" not in flowing(render(reply))
