"""Whether a seat exists, how often it changed hands, who first won it. Figures are by hand."""

from datetime import date
from typing import Any

import pytest

from bot.catalogue.catalogue import Catalogue
from bot.questions.question import Measure, Order, Span
from tests.answers.test_history import ask, in_year, rows


def whether(question: str, **more: Any) -> dict[str, Any]:
    return {"yes_or_no": True, "asked": question, **more}


@pytest.mark.parametrize(
    ("question", "name", "start"),
    [
        (
            "is kensington still a constituency",
            "Kensington",
            "No: Kensington was abolished in 2024",
        ),
        ("does the seat of stone still exist", "Stone", "No: Stone was abolished in 2024"),
        ("is meon valley still a constituency", "Meon Valley", "No: Meon Valley was abolished"),
        ("does bath still exist", "Bath", "Yes: Bath still exists"),
        ("is there a seat called waveney valley", "Waveney Valley", "Yes: Waveney Valley was new"),
        ("does hove exist", "Hove", "Yes: Hove still exists as Hove and Portslade"),
        # A yes to this would be a no to the other.
        ("is stone no longer a constituency", "Stone", "Stone was abolished in 2024"),
    ],
)
def test_whether_it_exists(catalogue: Catalogue, question: str, name: str, start: str) -> None:
    assert ask(catalogue, name, Measure.EXISTS, **whether(question)).headline.startswith(start)


@pytest.mark.parametrize(
    ("question", "name", "start"),
    [
        ("is waveney valley a new seat", "Waveney Valley", "Yes: Waveney Valley was new in 2024"),
        ("is kensington a new seat", "Kensington", "No: Kensington was abolished in 2024"),
        ("did the boundaries of bath change", "Bath", "Yes: Bath has other boundaries since 2024"),
        (
            "did islington north's boundaries change",
            "Islington North",
            "No: Islington North is the seat",
        ),
        ("was bath made of anything else", "Bath", "Bath has other boundaries since 2024"),
    ],
)
def test_what_a_seat_is_made_of(catalogue: Catalogue, question: str, name: str, start: str) -> None:
    assert ask(catalogue, name, Measure.MADE_OF, **whether(question)).headline.startswith(start)


@pytest.mark.parametrize(
    ("name", "days"),
    [
        ("Cheltenham", [date(2024, 7, 4), date(2015, 5, 7)]),
        # Held by a by-election's winner in between, whom no outcome counts.
        ("Rochdale", [date(2024, 7, 4), date(2024, 2, 29)]),
        ("Clacton", [date(2024, 7, 4), date(2017, 6, 8), date(2014, 10, 9)]),
        ("Brecon and Radnorshire", [date(2019, 12, 12), date(2019, 8, 1), date(2015, 5, 7)]),
        ("Redcar", [date(2024, 7, 4), date(2019, 12, 12), date(2015, 5, 7), date(2010, 5, 6)]),
        ("Bootle", []),
    ],
)
def test_how_often_it_changed_hands(catalogue: Catalogue, name: str, days: list[date]) -> None:
    reply = ask(catalogue, name, Measure.HANDS)
    assert [row[0] for row in reply.listing.rows] == days if reply.listing else not days


@pytest.mark.parametrize(
    ("name", "more", "headline"),
    [
        (
            "Cheltenham",
            {},
            (
                "Cheltenham changed hands twice at elections from 2010 on: 7 May 2015 "
                "(Conservative gain from Liberal Democrat, Alex Chalk) and 4 July 2024 (Liberal "
                "Democrat gain from Conservative, Max Wilkinson)."
            ),
        ),
        (
            "Bootle",
            whether("has bootle ever changed hands"),
            "No: Bootle did not change hands at elections from 2010 on.",
        ),
        (
            "Cheltenham",
            {"span": Span("1990 to 2005", 1990, 2005)},
            (
                "Cheltenham changed hands once at elections from 1990 to 2005: 9 April 1992 "
                "(Liberal Democrat gain from Conservative)."
            ),
        ),
    ],
)
def test_changes_of_hands_are_told(
    catalogue: Catalogue, name: str, more: dict[str, Any], headline: str
) -> None:
    assert ask(catalogue, name, Measure.HANDS, **more).headline == headline


def test_when_a_party_first_won_it(catalogue: Catalogue) -> None:
    reply = ask(catalogue, "Bath", Measure.FIRST_WON, parties=("liberal-democrat",))
    assert reply.headline == (
        "The Liberal Democrats first won Bath at the general election of 6 December 1923 (as "
        "Liberal). First win under the name of Liberal Democrat: the general election of 9 April "
        "1992."
    )
    never = ask(catalogue, "Bath", Measure.FIRST_WON, parties=("labour",))
    assert never.headline.startswith("Labour did not win Bath at any election in the data")
    first = ask(catalogue, "Bath", Measure.FIRST_WON, parties=("conservative",))
    assert "14 December 1918, the first election of the seat in the data" in first.headline


@pytest.mark.parametrize(
    ("question", "party", "span", "start"),
    [
        ("has bath been lib dem since 2017", "liberal-democrat", 2017, "Yes: the Liberal Dem"),
        ("has bath been lib dem since 2010", "liberal-democrat", 2010, "No: the Liberal Dem"),
        ("have the tories won bath since 2010", "conservative", 2010, "Yes: the Conservatives"),
        ("have the tories won bath since 2017", "conservative", 2017, "No: the Conservatives"),
        ("has bath always been lib dem since 2017", "liberal-democrat", 2017, "Yes: the Liberal"),
        ("did the tories ever lose bath", "conservative", None, "The Conservatives last won"),
        ("have the tories never won bath", "conservative", None, "The Conservatives last won"),
    ],
)
def test_claims_about_years(
    catalogue: Catalogue, question: str, party: str, span: int | None, start: str
) -> None:
    since = Span(f"since {span}", span) if span else None
    reply = ask(catalogue, "Bath", **whether(question, parties=(party,), span=since))
    assert reply.headline.startswith(start)


def test_what_the_data_do_not_tell_apart_is_no_no(catalogue: Catalogue) -> None:
    # Others won North Antrim from 1970 on: the Democratic Unionists, but no data say so.
    more = whether("have ulster unionists ever won it", parties=("ulster-unionist-party",))
    assert ask(catalogue, "North Antrim", **more).headline.startswith("The Ulster Unionist Party")
    named = whether("has reform ever won it", parties=("reform-uk",))
    assert ask(catalogue, "Bath", **named).headline.startswith("No: Reform UK did not win Bath")


def test_who_held_it_between_elections(catalogue: Catalogue) -> None:
    reply = ask(catalogue, "Rochdale", **in_year(2020))
    assert reply.title == "Rochdale · 2020"
    assert reply.headline == (
        "Rochdale in 2020: Labour (Tony Lloyd), elected at the general election of 12 December "
        "2019."
    )
    assert len(rows(reply)) < 10


@pytest.mark.parametrize(
    ("order", "says"),
    [
        (Order.LEAST, "Labour in Bath: lowest vote 3,251 votes, 6.9%, on 6 May 2010; highest vote"),
        (Order.MOST, "Labour in Bath: highest vote 8,665 votes, 18.0%, on 4 July 2024; lowest"),
    ],
)
def test_the_best_and_the_worst_of_a_party(catalogue: Catalogue, order: Order, says: str) -> None:
    reply = ask(catalogue, "Bath", Measure.RESULTS, parties=("labour",), order=order)
    assert reply.headline.startswith(says)


def test_a_year_without_a_by_election_is_not_all_years(catalogue: Catalogue) -> None:
    more = {"yes_or_no": True, **in_year(2016)}
    reply = ask(catalogue, "Clacton", Measure.CONTESTED, **more)
    assert reply.headline == "No: Clacton has had no by-election in 2016."
    since = {"yes_or_no": True, "span": Span("since 1990", 1990)}
    assert ask(catalogue, "Bath", Measure.CONTESTED, **since).headline == (
        "Bath has had no by-election since 2010."
    )
