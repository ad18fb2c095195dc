"""Embeds, and the text that stands in for them, within Discord's limits."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import discord
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers.reply import (
    Cell,
    Column,
    Fact,
    Listing,
    Reply,
    ReplyKind,
    Standing,
    Unit,
)
from bot.answers.service import Answers
from bot.app import Teller
from bot.discord_ui.embeds import build_embed, build_text
from bot.discord_ui.pages import page_text
from tests.answers.listings import SAFEST

HOSTILE = "**@everyone** <@123456789012345678> [x](https://example.org) `\0` \u202e" * 40
STANDING = Standing("Ada Lovelace", "Independent", "24,120", "49.2%", "+3.1", won=True)
REPLY = Reply(
    ReplyKind.CONTEST,
    "Islington North · general election, 4 July 2024",
    headline="Independent gain from Labour",
    preface=("This is the latest contest here.",),
    standings=(STANDING,),
    facts=(Fact("Majority", "7,247"),),
    notes=("Changes are against the notional result.",),
    colour="#E4003B",
    as_of=date(2026, 8, 20),
    sources=("UK Parliament election results",),
)
CROWDED = Listing(
    HOSTILE,
    (*(Column(HOSTILE),) * 3, *(Column(HOSTILE, Unit.COUNT),) * 9),
    ((*(HOSTILE,) * 3, *(10**7,) * 9),) * 37,
    numbered=True,
)
OVERFULL = replace(
    REPLY,
    title=HOSTILE,
    headline=HOSTILE,
    preface=(HOSTILE,) * 5,
    standings=(replace(STANDING, name=HOSTILE, party=HOSTILE, votes=HOSTILE),) * 300,
    facts=(Fact(HOSTILE, HOSTILE),) * 60,
    notes=(HOSTILE,) * 30,
    sources=(HOSTILE,),
)


def test_every_contest_of_the_last_two_elections_keeps_discords_limits(teller: Teller) -> None:
    ids = teller.catalogue.contests.latest(1400)

    assert len(ids) == 1400
    _check_limits(teller.answers.open("contest", str(id_)) for id_ in ids)


@pytest.mark.parametrize(
    "asked", ["help", "about", "labour", "corbyn", "newport", "totnes", "smith", "", "N19 5QQ"]
)
def test_every_kind_of_answer_keeps_discords_limits(answers: Answers, asked: str) -> None:
    _check_limits([answers.ask(asked)])


@pytest.mark.parametrize(
    "reply",
    [
        OVERFULL,
        replace(OVERFULL, listing=CROWDED),
        replace(OVERFULL, listing=CROWDED, standings=()),
        replace(SAFEST, listing=CROWDED),
        replace(REPLY, standings=(STANDING,) * 300),
        replace(REPLY, facts=(Fact("Majority", "7,247"),) * 60),
        replace(REPLY, facts=(Fact("", ""),)),
        Reply(ReplyKind.NOTHING, "Nothing found"),
    ],
)
def test_no_answer_is_too_much_for_discord(reply: Reply) -> None:
    _check_limits([reply])


LONG = ("_" * 390,) * 3
CELLS = st.one_of(st.none(), st.text(), st.integers(), st.floats(0, 1), st.dates())


@given(
    st.lists(st.tuples(st.text(), st.sampled_from(Unit)), min_size=1, max_size=8),
    st.lists(st.lists(CELLS, min_size=8, max_size=8), min_size=1, max_size=12),
)
def test_no_list_is_too_much_for_discord(
    columns: list[tuple[str, Unit]], rows: list[list[Cell]]
) -> None:
    cut = tuple(tuple(row[: len(columns)]) for row in rows)
    listing = Listing("a-list", tuple(Column(*column) for column in columns), cut)

    _check_limits([replace(REPLY, listing=listing), replace(REPLY, listing=listing, notes=LONG)])


@pytest.mark.parametrize("reply", [SAFEST, replace(OVERFULL, listing=CROWDED)])
@pytest.mark.parametrize(("page", "first", "last"), [(0, 1, 10), (3, 31, 37)])
def test_every_row_of_a_page_is_on_it(reply: Reply, page: int, first: int, last: int) -> None:
    for said in (build_embed(reply, page).description or "", build_text(reply, page)):
        ranks = [int(rank) for rank in re.findall(r"^\*\*(\d+)\. ", said, re.MULTILINE)]
        assert ranks == list(range(first, last + 1))
        assert f"Rows {first}–{last} of 37" in said


def test_a_row_has_its_words_on_one_line_and_its_figures_on_the_next() -> None:
    columns = (
        Column("Day", Unit.DAY),
        Column("Constituency"),
        Column("MP"),
        Column("Party"),
        Column("Gained from"),
        Column("Votes", Unit.COUNT),
        Column("Share", Unit.SHARE),
        Column("Change", Unit.CHANGE),
        Column("Majority", Unit.COUNT),
        Column("Lead", Unit.POINTS),
        Column("2019", Unit.COUNT),
        Column("Labour", Unit.SHARE),
    )
    row = (date(2024, 7, 4), "Bath", "A_B", "Green", "Labour", 1, 0.5, None, 9, 0.1, 1_234, 0.2)

    assert page_text(Listing("a-list", columns, (row,)), 0, 1000) == (
        "**4 July 2024** · Bath · A\\_B\n"
        "Green · Gained from: Labour · 1 vote · 50.0% · Majority 9 · 10.0 points · 2019: 1,234"
        " · Labour 20.0%"
    )


def test_a_figure_is_left_out_rather_than_cut() -> None:
    columns = (Column("Seat"), Column("Votes", Unit.COUNT), Column("Turnout", Unit.SHARE))
    listing = Listing("a-list", columns, (("Bath", 24_120, 0.5),))

    assert page_text(listing, 0, 24) == "**Bath**\n24,120 votes"


def test_what_is_left_out_is_counted() -> None:
    embed = build_embed(replace(REPLY, standings=(STANDING,) * 300))

    description = embed.description or ""
    shown = description.count("**Ada Lovelace** · Independent\n24,120 · 49.2% · +3.1")
    assert f"… and {300 - shown} more" in description


def test_facts_that_are_left_out_are_counted() -> None:
    embed = build_embed(replace(REPLY, facts=(Fact("Majority", "7,247"),) * 60, notes=()))

    assert embed.fields[-1].value == f"and {60 - len(embed.fields) + 1} more"


def test_an_embed_says_everything_in_order() -> None:
    embed = build_embed(REPLY)

    assert embed.description == (
        "Independent gain from Labour\n"
        "This is the latest contest here.\n\n"
        "**Ada Lovelace** · Independent\n24,120 · 49.2% · +3.1"
    )
    assert [(field.name, field.value) for field in embed.fields] == [
        ("Majority", "7,247"),
        ("Notes", "Changes are against the notional result."),
    ]
    assert embed.colour == discord.Colour(0xE4003B)
    assert embed.footer.text == "Source: UK Parliament election results, as of 20 August 2026"


def test_text_says_the_same_as_an_embed() -> None:
    assert build_text(REPLY) == (
        "**Islington North · general election, 4 July 2024**\n"
        "Independent gain from Labour\n"
        "This is the latest contest here.\n\n"
        "**Ada Lovelace** · Independent\n24,120 · 49.2% · +3.1\n\n"
        "Majority: 7,247\n"
        "Changes are against the notional result.\n"
        "*Source: UK Parliament election results, as of 20 August 2026*"
    )


def test_nothing_that_was_written_can_mention_or_format() -> None:
    embed = build_embed(OVERFULL)
    fields = [f"{field.name} {field.value}" for field in embed.fields]
    shown = " ".join([str(embed.title), str(embed.description), *fields, build_text(OVERFULL)])

    for harm in ("@everyone", " <@", " [x](", "\0", "\u202e"):
        assert harm not in shown


def _check_limits(replies: Iterable[Reply]) -> None:
    for reply in replies:
        embed = build_embed(reply)
        assert 0 < len(embed.title or "") <= 256, reply.title
        assert len(embed.description or "") <= 4096, reply.title
        assert len(embed.fields) <= 25, reply.title
        assert all(0 < len(field.name or "") <= 256 for field in embed.fields), reply.title
        assert all(0 < len(field.value or "") <= 1024 for field in embed.fields), reply.title
        assert len(embed.footer.text or "") <= 2048, reply.title
        assert len(embed) <= 6000, reply.title
        assert 0 < len(build_text(reply)) <= 2000, reply.title
