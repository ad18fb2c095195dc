"""Years before 2010: by-elections that are not known, and seats that are no more.

Figures are worked out from data/ by hand.
"""

from typing import Any

import pytest

from bot.answers import history
from bot.answers.plain import render
from bot.answers.reply import Reply, ReplyKind
from bot.catalogue.catalogue import Catalogue
from bot.questions.question import Measure, Question, Topic, WantedElection
from tests.answers.reading import flowing
from tests.answers.test_history import LIBRARY, ask, in_year, rows

UNKNOWN = "by-elections before 2010 are not known to Teller"


def old(catalogue: Catalogue, name: str, year: int | None = None, **more: Any) -> Reply:
    """Of a name that no seat of today has."""
    given = {"measure": Measure.GROUPS, **(in_year(year) if year else {}), **more}
    return history.answer(catalogue, Question(Topic.HISTORY, name=name, **given))


def typed(catalogue: Catalogue, words: str, seat: str, year: int) -> Reply:
    """The words that were typed, and the seat of today that they name."""
    codes = tuple(one.code for one in catalogue.seats.called(seat) if not one.abolished)
    return old(catalogue, words, year, seats=codes)


@pytest.mark.parametrize("measure", [Measure.GROUPS, Measure.HELD, Measure.CONTESTED])
@pytest.mark.parametrize(
    ("name", "year", "known"),
    [
        (
            "Orpington",
            1962,
            (
                "at the general election before, of 8 October 1959, Conservative won; at the next "
                "general election, of 15 October 1964, Liberal won."
            ),
        ),
        (
            "Brent East",
            2003,
            (
                "of 7 June 2001, Labour (Paul Daisley) won; at the next general election, of 5 May "
                "2005, Liberal Democrat (Sarah Teather) won."
            ),
        ),
        ("Norwich North", 2009, "of 6 May 2010, Conservative (Chloe Smith) won."),
    ],
)
def test_a_year_without_a_general_election_has_no_answer(
    catalogue: Catalogue, measure: Measure, name: str, year: int, known: str
) -> None:
    reply = ask(catalogue, name, measure, **in_year(year))
    assert reply.headline.startswith(f"There was no general election in {year}; {UNKNOWN}. {name}:")
    assert reply.headline.endswith(known)
    assert reply.title == f"{name} · {year}"
    assert len(rows(reply)) <= 10


def test_a_by_election_in_the_year_of_a_general_election_is_not_that(catalogue: Catalogue) -> None:
    wanted = WantedElection("1974 by-election", year=1974, by_election=True)
    reply = ask(catalogue, "Bath", Measure.CONTESTED, elections=(wanted,))
    assert reply.headline.startswith("By-elections before 2010 are not known to Teller. Bath:")
    assert "the general election of 28 February 1974, Conservative won" in reply.headline


def test_neither_yes_nor_no_of_a_year_that_is_not_known(catalogue: Catalogue) -> None:
    more = {"parties": ("labour",), "yes_or_no": True, **in_year(2003)}
    reply = ask(catalogue, "Brent East", Measure.HELD, **more)
    assert reply.headline.startswith("There was no general election in 2003")


def test_few_elections_are_shown_beside_the_one_asked_about(catalogue: Catalogue) -> None:
    reply = ask(catalogue, "Bath", Measure.GROUPS, **in_year(1992))
    assert reply.title == "Bath · general election of 9 April 1992"
    assert [row[0] for row in rows(reply)] == ["2001", "1997", "1992", "1987", "1983"]


def test_a_seat_that_ended_long_ago(catalogue: Catalogue) -> None:
    reply = old(catalogue, "finchley", 1979)
    assert reply.title == "Finchley · general election of 3 May 1979"
    assert reply.headline == (
        "Finchley, general election of 3 May 1979: Conservative won; votes by group: Conservative "
        "20,918 (52.5%), Labour 13,040 (32.7%), Liberal 5,254 (13.2%) and others 620 (1.6%)."
    )
    # Nothing of it is among the results since 2010.
    assert reply.sources[0] == LIBRARY
    assert reply.as_of is None


@pytest.mark.parametrize(
    ("name", "year", "says"),
    [
        ("grantham", 1945, "Grantham, general election of 5 July 1945: who won is not certain"),
        ("huyton", 1974, "general election of 28 February 1974: Labour won"),
        ("huyton", 1992, "No seat of the name Huyton is in the data for 1992; it was last contes"),
        ("finchley", 1959, "Finchley, general election of 8 October 1959: Conservative won"),
    ],
)
def test_old_names_in_their_years(catalogue: Catalogue, name: str, year: int, says: str) -> None:
    assert says in old(catalogue, name, year).headline


def test_without_a_year_all_of_its_elections(catalogue: Catalogue) -> None:
    reply = old(catalogue, "Huyton")
    # 1950, 1951, 1955, 1959, 1964, 1966, 1970, two of 1974, 1979.
    assert reply.headline == "Huyton at 10 general elections, 1950 to 1979, won by: Labour 10."
    held = old(catalogue, "Huyton", measure=Measure.HELD)
    assert held.headline.startswith(
        "Huyton, until 1979: Labour at every general election from 23 F"
    )
    gone = old(catalogue, "Huyton", measure=Measure.BECAME)
    assert gone.headline.startswith("Huyton was last contested at the general election of 3 May 19")


def test_a_name_that_was_never_on_the_list(catalogue: Catalogue) -> None:
    reply = old(catalogue, "atlantis", 1979)
    assert reply.kind is ReplyKind.NOTHING
    assert "No constituency of the name “atlantis” is in the data for 1918 to 2005." in (
        reply.headline
    )
    near = old(catalogue, "golders", 1979)
    assert near.kind is ReplyKind.NOTHING


def test_the_name_that_was_typed_comes_before_the_seat_of_today(catalogue: Catalogue) -> None:
    today = "Bermondsey and Old Southwark"
    then = typed(catalogue, "bermondsey", today, 1979)
    assert then.headline.startswith("Bermondsey, general election of 3 May 1979: Labour won")
    # There was none of just that name any more, and one that holds it.
    later = typed(catalogue, "bermondsey", today, 1983)
    assert later.headline.startswith("Southwark and Bermondsey, general election of 9 June 1983: L")
    assert "this is Southwark and Bermondsey" in later.preface[0]
    now = typed(catalogue, "bermondsey", today, 2010)
    assert "Simon Hughes won" in now.headline


def test_a_seat_of_today_that_was_there_then_is_meant(catalogue: Catalogue) -> None:
    reply = typed(catalogue, "bath", "Bath", 1979)
    assert "UK Parliament election results" in reply.sources


def test_liberals_of_all_names_are_one(catalogue: Catalogue) -> None:
    liberal = ask(catalogue, "Orkney and Shetland", parties=("liberal",))
    democrat = ask(catalogue, "Orkney and Shetland", parties=("liberal-democrat",))
    assert liberal.headline == democrat.headline
    assert "won every general election since 23 February 1950" in liberal.headline
    assert "Liberals, the Liberal–SDP Alliance" in flowing(render(liberal))
