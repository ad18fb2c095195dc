"""Text of any origin, shown in Discord as it was written."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from bot.discord_ui.markup import clip, escape, join_whole


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("St Ives", "St Ives"),
        ("24,120 · 49.2% · +3.1", "24,120 · 49.2% · +3.1"),
        ("Count Binface*", r"Count Binface\*"),
        ("_x_ ~~y~~ ||z|| `c`", r"\_x\_ \~\~y\~\~ \|\|z\|\| \`c\`"),
        ("[a](https://b.org) [c](d)", r"\[a\](https://b.org) \[c\](d)"),
        ("<@1> <#2> </result:3> <t:4>", r"\<@1\> \<#2\> \</result:3\> \<t:4\>"),
        ("@everyone @here", "@\u200beveryone @\u200bhere"),
        ("# big", r"\# big"),
        ("-# small", r"\-# small"),
        ("- point", r"\- point"),
        ("1. point", r"1\. point"),
        ("-3.1", "-3.1"),
        ("back\\slash", r"back\\slash"),
        ("https://example.org/a_b", "https://example.org/a_b"),
        ("two\nlines\0 and \u202emore", "two lines and more"),
    ],
)
def test_what_was_written_is_what_is_shown(written: str, shown: str) -> None:
    assert escape(written, 200) == shown


@given(text=some.text(), limit=some.integers(min_value=1, max_value=60))
def test_no_text_is_longer_than_its_limit(text: str, limit: int) -> None:
    assert len(escape(text, limit)) <= limit
    assert len(clip(text, limit)) <= limit


@given(text=some.text(alphabet="ab*_\\` ", min_size=1), limit=some.integers(2, 20))
def test_an_escape_is_never_cut_in_two(text: str, limit: int) -> None:
    shown = escape(text, limit).removesuffix("…")

    assert (len(shown) - len(shown.rstrip("\\"))) % 2 == 0


def test_only_whole_lines_are_kept() -> None:
    assert join_whole(["one", "two", "three"], 100) == "one\ntwo\nthree"
    assert join_whole(["one", "two", "three", "four"], 17) == "one\n… and 3 more"
    assert join_whole(["one", "two", "three", "four"], 5) == ""
    assert join_whole([], 5) == ""
