"""By-elections within a limit, claims about them, years not known. Figures by hand from data/."""

from datetime import date
from typing import Any

import pytest

from bot.answers.reply import ReplyKind
from bot.catalogue.catalogue import Catalogue
from bot.questions.question import Limit, Measure, Span, WantedElection
from tests.answers.test_by_elections import ask, names, year

UNKNOWN = "By-elections before 2010 are not known to Teller."


@pytest.mark.parametrize(
    "more",
    [
        year(1962),
        {"span": Span("1990s", 1990, 1999)},
        {"span": Span("the 2005 Parliament", 2005, 2010, parliament=True)},
        {**year(2008), "measure": Measure.WON, "parties": ("labour",), "yes_or_no": True},
    ],
)
def test_of_years_before_2010_nothing_is_known(catalogue: Catalogue, more: dict[str, Any]) -> None:
    reply = ask(catalogue, **more)
    assert reply.kind is ReplyKind.NOTHING
    assert reply.headline.startswith(UNKNOWN)


def test_years_that_are_known_in_part_are_counted_from_2010(catalogue: Catalogue) -> None:
    reply = ask(catalogue, span=Span("since 2005", 2005))
    assert reply.headline.startswith("65 by-elections since 2010;")
    assert UNKNOWN in reply.preface


@pytest.mark.parametrize(
    ("limit", "start"),
    [
        (
            Limit(0.3, over=False, said="under 30 percent", is_share=True),
            "10 by-elections since 2010 with a turnout",
        ),
        # Clacton in 2026, the last, had 44.0%.
        (
            Limit(0.6, over=True, said="over 60 percent", is_share=True),
            "No by-election since 2010 with a turnout",
        ),
        (
            Limit(1000, over=False, said="under 1 000"),
            "5 by-elections since 2010 with a majority under 1,000",
        ),
    ],
)
def test_within_a_limit(catalogue: Catalogue, limit: Limit, start: str) -> None:
    assert ask(catalogue, limit=limit).headline.startswith(start)


def test_a_limit_is_one_of_what_is_counted_too(catalogue: Catalogue) -> None:
    limit = Limit(0.3, over=False, said="under 30 percent", is_share=True)
    assert ask(catalogue, Measure.CHANGES, limit=limit).headline == (
        "None of 10 by-elections since 2010 with a turnout under 30% changed hands."
    )


@pytest.mark.parametrize(
    ("question", "measure", "start"),
    [
        ("were there any by-elections in 2023", Measure.LIST, "Yes: 7 by-elections"),
        ("did labour win any by-election in 2023", Measure.WON, "Yes: Labour won 5 of 7"),
        ("did labour win all by-elections in 2023", Measure.WON, "No: Labour won 5 of 7"),
        # More than the others, or more than half: it is not said.
        ("did labour win most by-elections in 2023", Measure.WON, "Labour won 5 of 7"),
    ],
)
def test_a_claim_is_judged_only_as_it_is_made(
    catalogue: Catalogue, question: str, measure: Measure, start: str
) -> None:
    parties = ("labour",) if measure is Measure.WON else ()
    more = {"yes_or_no": True, "asked": question, "parties": parties, **year(2023)}
    assert ask(catalogue, measure, **more).headline.startswith(start)


def test_where_there_was_none_the_answer_is_no(catalogue: Catalogue) -> None:
    reply = ask(catalogue, yes_or_no=True, asked="were there by-elections in 2020", **year(2020))
    assert reply.headline == "No: there was no by-election in 2020."


def test_a_day_has_its_own_preposition(catalogue: Catalogue) -> None:
    day = WantedElection("15 November 2012", day=date(2012, 11, 15), by_election=True)
    reply = ask(catalogue, elections=(day,))
    assert reply.title == "By-elections on 15 November 2012"
    assert set(names(reply)) == {"Cardiff South and Penarth", "Corby", "Manchester Central"}
