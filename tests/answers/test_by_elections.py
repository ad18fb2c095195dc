"""What is said about by-elections.

The numbers are those of Parliament's own column of outcomes in data/contest.csv.
"""

from typing import Any

import pytest

from bot.answers import by_elections
from bot.answers.plain import render
from bot.answers.reply import Reply, ReplyKind
from bot.catalogue.catalogue import Catalogue
from bot.declarations.desk import Desk
from bot.questions.question import Measure, Question, Span, Topic, WantedElection
from tests.answers.reading import choices, flowing
from tests.answers.telling import facts
from tests.declarations.making import DAY, declared, told

ALL = 65


def ask(catalogue: Catalogue, measure: Measure = Measure.LIST, **more: Any) -> Reply:
    return by_elections.answer(catalogue, Question(Topic.BY_ELECTIONS, measure=measure, **more))


def year(number: int) -> dict[str, Any]:
    return {"elections": (WantedElection(str(number), year=number, by_election=True),)}


def names(reply: Reply) -> list[object]:
    return [row[0] for row in reply.listing.rows] if reply.listing else []


def test_all_of_them_newest_first(catalogue: Catalogue) -> None:
    reply = ask(catalogue)
    assert reply.kind is ReplyKind.BY_ELECTIONS
    assert reply.headline.startswith(
        "65 by-elections since 2010; 24 changed hands; won by Labour (37), the Conservatives (9), "
        "the Liberal Democrats (7)"
    )
    assert len(names(reply)) == ALL
    assert names(reply)[0] == "Clacton"
    assert names(reply)[-1] == "Oldham East and Saddleworth"
    assert "By-elections before 2010 are not in the data." in reply.notes


@pytest.mark.parametrize(
    ("span", "headline"),
    [
        (
            Span("2019 to 2024", 2019, 2024, parliament=True),
            "23 by-elections in the Parliament of 2019 to 2024; 14 changed hands.",
        ),
        (
            Span("the 2015 Parliament", 2015, None, parliament=True),
            "10 by-elections in the Parliament of 2015 to 2017; 2 changed hands.",
        ),
        (
            Span("this Parliament", 2024, None, parliament=True),
            "6 by-elections since the general election of 4 July 2024; 3 changed hands.",
        ),
        (
            Span("this Parliament", -1, None, parliament=True),
            "6 by-elections since the general election of 4 July 2024; 3 changed hands.",
        ),
        # Four of 2024 were before its general election.
        (Span("2024", 2024, 2024), "4 by-elections in 2024; 4 changed hands."),
        (Span("2024 to 2025", 2024, 2025), "5 by-elections from 2024 to 2025; 5 changed hands."),
        (Span("2020", 2020, 2020), "No by-election in 2020."),
    ],
)
def test_of_some_years_or_of_a_parliament(catalogue: Catalogue, span: Span, headline: str) -> None:
    # Who won them follows.
    said = ask(catalogue, span=span).headline
    assert f"{said.partition('; won by')[0].removesuffix('.')}." == headline


def test_of_a_year(catalogue: Catalogue) -> None:
    assert ask(catalogue, **year(2025)).headline == (
        "1 by-election in 2025; it changed hands; won by Reform UK."
    )
    assert len(names(ask(catalogue, **year(2016)))) == 7


@pytest.mark.parametrize(
    ("areas", "number"),
    [(("Wales",), 4), (("North East",), 3), (("Scotland", "Northern Ireland"), 8)],
)
def test_in_a_nation_or_region(catalogue: Catalogue, areas: tuple[str, ...], number: int) -> None:
    assert len(names(ask(catalogue, areas=areas))) == number


@pytest.mark.parametrize(
    ("measure", "more", "headline"),
    [
        (
            Measure.CHANGES,
            year(2023),
            (
                "5 of 7 by-elections in 2023 changed hands; gained by Labour (4) and the Liberal "
                "Democrats (1)."
            ),
        ),
        (
            Measure.GAINED,
            {"parties": ("labour", "conservative")},
            "Labour gained 8 seats from the Conservatives at by-elections since 2010.",
        ),
        (
            Measure.GAINED,
            {"parties": ("green",), "yes_or_no": True},
            "Yes: the Greens gained 1 seat at by-elections since 2010, from Labour.",
        ),
        (
            Measure.GAINED,
            {"parties": ("plaid-cymru",), "yes_or_no": True},
            "No: Plaid Cymru gained no seat at by-elections since 2010.",
        ),
        (
            Measure.LOST,
            {"parties": ("conservative",)},
            (
                "The Conservatives lost 16 seats at by-elections since 2010, to Labour (8), "
                "the Liberal Democrats (6) and the UK Independence Party (2)."
            ),
        ),
        (
            Measure.WON,
            {"parties": ("labour",), **year(2023)},
            "Labour won 5 of 7 by-elections in 2023; 4 of them gained from others.",
        ),
        (
            # A seat won at a by-election and held there is no gain from the general election.
            Measure.CHANGES,
            {"span": Span("2017 to 2019", 2017, 2019, parliament=True)},
            (
                "1 of 5 by-elections in the Parliament of 2017 to 2019 changed hands; gained by "
                "the Liberal Democrats."
            ),
        ),
    ],
)
def test_changes_of_hands(
    catalogue: Catalogue, measure: Measure, more: dict[str, Any], headline: str
) -> None:
    reply = ask(catalogue, measure, **more)
    assert reply.headline == headline
    if names(reply):
        assert "count against the general election before" in flowing(render(reply))


def test_a_number_that_is_asked_about_is_not_one_to_stop_at(catalogue: Catalogue) -> None:
    reply = ask(catalogue, Measure.GAINED, parties=("labour",), number=4, yes_or_no=True)
    assert reply.headline.startswith("Labour gained 9 seats")


def test_the_latest_few(catalogue: Catalogue) -> None:
    reply = ask(catalogue, Measure.LATEST, number=5)
    assert len(names(reply)) == 5
    assert reply.headline.startswith("The latest 5 by-elections since 2010; 2 changed hands;")


def test_the_latest(catalogue: Catalogue) -> None:
    reply = ask(catalogue, Measure.LATEST)
    assert reply.title == "The latest by-election · Clacton · by-election, 13 August 2026"
    assert reply.headline == (
        "The latest by-election was in Clacton on 13 August 2026. Reform UK hold: Nigel Farage won "
        "by 12,784 votes (36.4 points)."
    )
    assert [(one.name, one.votes) for one in reply.standings] == [
        ("Nigel Farage", "22,239"),
        ("Count Binface", "9,455"),
        ("John Stevens", "492"),
    ]
    assert facts(reply)["Before"] == "Reform UK majority 8,405 in 2024"
    assert "31 other candidates stood." in reply.notes
    assert choices(reply) == ["Clacton, 13 August 2026"]


def test_others_of_the_same_day_are_told(catalogue: Catalogue) -> None:
    reply = ask(catalogue, Measure.LATEST, areas=("Scotland",))
    assert "On the same day also: Aberdeen South." in reply.notes


def test_a_change_to_or_from_a_party(catalogue: Catalogue) -> None:
    reply = ask(catalogue, Measure.CHANGES, parties=("scottish-national-party",))
    assert set(names(reply)) == {"Aberdeen South", "Rutherglen and Hamilton West"}


def test_a_live_one_is_there_and_said_to_be_live(live_catalogue: Catalogue, desk: Desk) -> None:
    desk.open_election(DAY, "Clacton")
    assert len(names(ask(live_catalogue))) == ALL
    told(desk, declared(), source="the council")
    reply = ask(live_catalogue, Measure.LATEST)
    assert "was in Clacton on 3 May 2029. Labour gain from Reform UK" in reply.headline
    text = flowing(render(reply))
    assert "Declared live, not yet among the settled results: Clacton (3 May 2029)." in text
    assert "the council" in reply.sources
    assert len(names(ask(live_catalogue))) == ALL + 1
