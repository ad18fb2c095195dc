"""What is said about a seat through time. Figures are worked out from data/ by hand."""

from typing import Any

import pytest

from bot.answers import history
from bot.answers.plain import render
from bot.answers.reply import Cell, Reply, ReplyKind
from bot.catalogue.catalogue import Catalogue
from bot.declarations.desk import Desk
from bot.questions.question import Measure, Question, Span, Topic, WantedElection
from tests.answers.reading import flowing
from tests.declarations.making import DAY, candidate, declared, told

LIBRARY = "House of Commons Library CBP-8647"


def ask(catalogue: Catalogue, name: str, measure: Measure = Measure.HELD, **more: Any) -> Reply:
    """Of the newest seat of that name."""
    [seat, *_] = sorted(catalogue.seats.called(name), key=lambda one: one.abolished)
    question = Question(Topic.HISTORY, seats=(seat.code,), measure=measure, **more)
    return history.answer(catalogue, question)


def in_year(year: int) -> dict[str, Any]:
    return {"elections": (WantedElection(str(year), year=year),)}


def rows(reply: Reply) -> tuple[tuple[Cell, ...], ...]:
    assert reply.listing
    return reply.listing.rows


@pytest.mark.parametrize(
    ("name", "headline"),
    [
        (
            "Islington North",
            (
                "Islington North: Independent (Jeremy Corbyn) since 4 July 2024; before that "
                "Labour at every general election from 5 July 1945 to 12 December 2019."
            ),
        ),
        (
            "Gorton and Denton",
            (
                "Gorton and Denton: Green (Hannah Spencer) since 26 February 2026; before that "
                "Labour (Andrew Gwynne) at the general election of 4 July 2024."
            ),
        ),
        (
            # No seat of this name from 1950 to 1979.
            "Preston",
            (
                "Preston: Labour at every general election since 9 June 1983, the latest won by "
                "Mark Hendrick."
            ),
        ),
        (
            "Buckingham",
            (
                "Buckingham, until it was abolished in 2024: Conservative (Greg Smith) since 12 "
                "December 2019; before that Speaker (John Bercow) at every election from 6 May "
                "2010 to 8 June 2017."
            ),
        ),
    ],
)
def test_who_has_held_it_and_since_when(catalogue: Catalogue, name: str, headline: str) -> None:
    reply = ask(catalogue, name)
    assert reply.kind is ReplyKind.HISTORY
    assert reply.headline == headline


def test_runs_begin_anew_where_the_party_changed_or_the_seat_was_gone(
    catalogue: Catalogue,
) -> None:
    held = [(row[0], row[4]) for row in rows(ask(catalogue, "Islington North"))]
    assert held == [
        ("Independent", 1),
        ("Labour", 21),
        ("Conservative", 2),
        ("Labour", 1),
        ("Conservative", 4),
    ]
    spen_valley = rows(ask(catalogue, "Spen Valley"))
    assert [row[0] for row in spen_valley[:2]] == ["Labour", "Labour"]


def test_a_member_is_not_said_to_have_sat_before_names_are_known(catalogue: Catalogue) -> None:
    assert rows(ask(catalogue, "Islington North"))[1][1] == "Jeremy Corbyn 1997–2019"


def test_a_new_seat_is_said_to_be_new_with_who_had_its_parts(catalogue: Catalogue) -> None:
    text = flowing(render(ask(catalogue, "Gorton and Denton")))
    assert "was new in 2024" in text
    assert "Manchester, Gorton (58.5% of its people; Labour in 2019)" in text


def test_what_is_known_by_group_only_is_said_with_its_source(catalogue: Catalogue) -> None:
    reply = ask(catalogue, "Islington North")
    text = flowing(render(reply))
    assert "by group of parties" in text
    assert "By-elections before 2010 are not in the data." in text
    assert LIBRARY in reply.sources
    assert LIBRARY not in ask(catalogue, "Clacton").sources


def test_a_winner_that_is_not_certain_is_not_guessed(catalogue: Catalogue) -> None:
    reply = ask(catalogue, "North Antrim")
    assert ("Not certain", None) in [row[:2] for row in rows(reply)]
    text = flowing(render(reply))
    assert "Who won is not certain in 7 elections, June 1970 to April 1992" in text


@pytest.mark.parametrize(
    ("year", "name", "headline"),
    [
        (1997, "Bath", "Bath, general election of 1 May 1997: Liberal Democrat (Don Foster) won"),
        (2016, "Bath", "Bath in 2016: Conservative (Ben Howlett), elected at the general"),
        (1880, "Bath", "Bath in 1880 is not in the data, which begin in 1918."),
        (1992, "Spen Valley", "No seat of the name Spen Valley is in the data for 1992"),
        (2025, "Buckingham", "Buckingham was abolished in 2024"),
    ],
)
def test_who_held_it_in_a_year(catalogue: Catalogue, year: int, name: str, headline: str) -> None:
    assert ask(catalogue, name, **in_year(year)).headline.startswith(headline)


@pytest.mark.parametrize(
    ("party", "name", "sentences"),
    [
        (
            "labour",
            "Islington North",
            (
                "last won Islington North at the general election of 12 December 2019",
                "having won every general election since 5 July 1945",
                "Independent (Jeremy Corbyn) won the general election of 4 July 2024",
                "First win in the data: the general election of 30 May 1929",
            ),
        ),
        (
            "liberal-democrat",
            "Bath",
            (
                "won every election since 8 June 2017",
                "Conservative (Ben Howlett) won the general election of 7 May 2015",
                "First win in the data: the general election of 6 December 1923 (as Liberal)",
            ),
        ),
        ("labour", "Bath", ("Labour did not win Bath at any election in the data",)),
    ],
)
def test_when_a_party_last_won_it(
    catalogue: Catalogue, party: str, name: str, sentences: tuple[str, ...]
) -> None:
    headline = ask(catalogue, name, parties=(party,)).headline
    for sentence in sentences:
        assert sentence in headline


@pytest.mark.parametrize(
    ("question", "party", "start"),
    [
        ("has bath ever been conservative", "conservative", "Yes: the Conservatives last won"),
        ("has bath always been conservative", "conservative", "No: the Conservatives last won"),
        ("has bath ever been labour", "labour", "No: Labour did not win Bath"),
    ],
)
def test_ever_and_always(catalogue: Catalogue, question: str, party: str, start: str) -> None:
    reply = ask(catalogue, "Bath", parties=(party,), yes_or_no=True, asked=question)
    assert reply.headline.startswith(start)


def test_a_small_partys_wins_before_1997_would_not_be_seen(catalogue: Catalogue) -> None:
    text = flowing(render(ask(catalogue, "North Down", parties=("ulster-unionist-party",))))
    assert "the general election of 5 May 2005 (Lady Hermon)" in text
    assert "Before 1997 the data count the Ulster Unionist Party among the others" in text


def test_votes_by_group_go_back_to_1918(catalogue: Catalogue) -> None:
    reply = ask(catalogue, "Wrexham", Measure.GROUPS)
    assert reply.listing
    assert [one.name for one in reply.listing.columns[2:]] == [
        *("Con", "Lab", "Lib", "Plaid", "Others", "Member")
    ]
    [row] = [one for one in rows(reply) if one[0] == "1992"]
    # 18,114; 24,830; 7,074; 1,415 of 51,433.
    assert row[2:6] == pytest.approx((0.35219, 0.48276, 0.13754, 0.02751), abs=1e-5)
    assert row[1] == "Labour"


def test_the_two_elections_of_1974_are_told_apart(catalogue: Catalogue) -> None:
    elections = [row[0] for row in rows(ask(catalogue, "Bath", Measure.GROUPS))]
    assert len(elections) == 29
    assert {"1974 Feb", "1974 Oct"} <= set(elections)


def test_years_before_2010_are_answered_by_group(catalogue: Catalogue) -> None:
    since = ask(catalogue, "Bath", Measure.RESULTS, span=Span("since 1997", 1997))
    assert "won by: Liberal Democrat 7 and Conservative 1" in since.headline


def test_a_result_declared_live_counts_and_is_said_to_be_live(
    live_catalogue: Catalogue, desk: Desk
) -> None:
    desk.open_election(DAY, "Clacton")
    told(desk, declared(), source="the council")
    reply = ask(live_catalogue, "Clacton")
    assert reply.headline.startswith("Clacton: Labour (Ann Able) since 3 May 2029; before that")
    assert "Declared live, not yet among the settled results" in flowing(render(reply))
    assert "the council" in reply.sources


@pytest.mark.parametrize(
    ("first", "second"), [("Ann Able", "Ben Baker"), ("王小明", "김철수"), ("Мария", "Κώστας")]
)
def test_two_independents_hold_a_seat_one_after_the_other_in_any_script(
    live_catalogue: Catalogue, desk: Desk, first: str, second: str
) -> None:
    for day, name in ((DAY, first), (DAY.replace(month=6), second)):
        desk.open_election(day, "Clacton")
        stood = [candidate(name, "Independent", 9), candidate("Cat Cole", "Green", 5)]
        told(desk, declared(polled_on=str(day), candidates=stood))
    reply = ask(live_catalogue, "Clacton")
    assert reply.headline.startswith(f"Clacton: Independent ({second}) since 3 June 2029; before")
