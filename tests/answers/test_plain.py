"""A reply as plain text."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from bot.answers.plain import render, source_line, wrapped_source
from bot.answers.reply import Choice, Fact, Reply, ReplyKind, Standing
from tests.answers.reading import too_long

CONTEST = Reply(
    kind=ReplyKind.CONTEST,
    title="Somewhere · by-election, 1 May 2025",
    headline="Labour hold: Ann Other won by 2 votes",
    standings=(
        Standing("Ann Other", "Labour", "3", "75.0%", "+1.0", won=True),
        Standing(
            "王小明", "The Party of Very Long and Winding Descriptions of Itself", "1", "25.0%"
        ),
    ),
    facts=(Fact("Majority", "2"), Fact("Before", "Labour majority 1 in 2024")),
    choices=(Choice("contest", "x", "Somewhere, 4 July 2024", short="2024"),),
    as_of=date(2026, 8, 20),
    sources=("A source",),
)


def test_a_contest_reads_from_top_to_bottom() -> None:
    lines = render(CONTEST).splitlines()
    assert lines[0] == CONTEST.title
    assert lines[1] == CONTEST.headline
    assert lines[2].startswith("Ann Other")
    assert lines[-3:] == [
        "majority 2 · before: Labour majority 1 in 2024",
        "More: 1 2024",
        "Source: A source, as of 20 August 2026",
    ]


def test_columns_stay_in_line_whatever_the_width_of_letters() -> None:
    first, second = (line for line in render(CONTEST).splitlines() if "%" in line)
    assert cell_len(first.split("75.0%")[0]) == cell_len(second.split("25.0%")[0])


def test_questions_are_numbered_one_a_line() -> None:
    asking = Reply(
        ReplyKind.CHOICES,
        "Which?",
        choices=(Choice("party", "a", "A (party)"), Choice("party", "b", "B (party)")),
        asking=True,
    )
    assert render(asking) == "Which?\n 1. A (party)\n 2. B (party)"


def test_what_has_no_source_names_none() -> None:
    assert "Source" not in render(replace(CONTEST, sources=(), as_of=None))


def test_many_sources_are_broken_and_lose_nothing() -> None:
    titles = ("UK Parliament election results", "House of Commons Library CBP-8647", "parlparse")
    reply = replace(CONTEST, sources=(*titles, "the council of the place itself"))
    assert not too_long(reply, 60)
    assert "\n".join(render(reply, 60).splitlines()[-3:]) == wrapped_source(reply, 60)
    assert wrapped_source(reply, 60).replace("\n", " ") == source_line(reply)
    assert "\n" not in source_line(reply)


@pytest.mark.parametrize("width", [60, 80, 100])
def test_lines_keep_to_the_width_of_the_screen(width: int) -> None:
    assert not too_long(CONTEST, width)


@given(st.text(max_size=120), st.text(max_size=120), st.integers(0, 10**7))
def test_no_name_breaks_the_columns(name: str, party: str, votes: int) -> None:
    name, party = name.replace("\n", " "), party.replace("\n", " ")
    row = Standing(name, party, f"{votes:,}", "100.0%", "−100.0")
    assert render(replace(CONTEST, standings=(row,)))
