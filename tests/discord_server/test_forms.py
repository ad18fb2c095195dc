"""The measures of a message, each at its bound and beyond it."""

from typing import Any

import pytest

from tests.discord_server.caller import Caller

Made = dict[str, Any]


def embed(**parts: object) -> Made:
    return {"embeds": [parts]}


def fields(number: int, name: int = 1, value: int = 1) -> Made:
    return embed(fields=[{"name": "n" * name, "value": "v" * value}] * number)


def buttons(*custom_ids: str, label: int = 1, rows: int = 1) -> Made:
    def button(custom_id: str) -> Made:
        return {"type": 2, "style": 1, "label": "l" * label, "custom_id": custom_id}

    def row(number: int) -> Made:
        inside = [button(f"{number}{custom_id}"[-len(custom_id) :]) for custom_id in custom_ids]
        return {"type": 1, "components": inside}

    return {"content": "x", "components": [row(number) for number in range(rows)]}


def rows(number: int) -> Made:
    made = [buttons(f"button {place}")["components"][0] for place in range(number)]
    return {"content": "x", "components": made}


def menu(options: int, label: int = 1) -> Made:
    made = [{"label": "l" * label, "value": str(place)} for place in range(options)]
    select = {"type": 3, "custom_id": "menu", "options": made}
    return {"content": "x", "components": [{"type": 1, "components": [select]}]}


def all_embeds(characters: int) -> Made:
    """Of all the parts that count together."""
    parts = {
        "title": "t",
        "footer": {"text": "f"},
        "author": {"name": "a"},
        "fields": [{"name": "n", "value": "v"}],
    }
    rest = characters - 5 - 4_000
    return {"embeds": [{"description": "d" * 4_000}, {"description": "d" * rest, **parts}]}


BOUNDS = {
    "content": ({"content": "c" * 2_000}, {"content": "c" * 2_001}),
    "embeds": ({"embeds": [{"title": "t"}] * 10}, {"embeds": [{"title": "t"}] * 11}),
    "title": (embed(title="t" * 256), embed(title="t" * 257)),
    "description": (embed(description="d" * 4_096), embed(description="d" * 4_097)),
    "footer": (embed(footer={"text": "f" * 2_048}), embed(footer={"text": "f" * 2_049})),
    "author": (embed(author={"name": "a" * 256}), embed(author={"name": "a" * 257})),
    "fields": (fields(25), fields(26)),
    "field name": (fields(1, name=256), fields(1, name=257)),
    "field value": (fields(1, value=1_024), fields(1, value=1_025)),
    "empty field": (fields(1), fields(1, value=0)),
    "all embeds": (all_embeds(6_000), all_embeds(6_001)),
    "rows": (rows(5), rows(6)),
    "buttons": (buttons(*"abcde"), buttons(*"abcdef")),
    "label": (buttons("a", label=80), buttons("a", label=81)),
    "custom_id": (buttons("c" * 100), buttons("c" * 101)),
    "unique": (buttons("a", "b"), buttons("a", "a")),
    "options": (menu(25), menu(26)),
    "no option": (menu(1), menu(0)),
    "option label": (menu(1, label=100), menu(1, label=101)),
}


@pytest.mark.parametrize(("taken", "refused"), BOUNDS.values(), ids=BOUNDS)
def test_what_is_too_much_is_refused(
    caller: Caller, channel: int, taken: Made, refused: Made
) -> None:
    assert caller.post(channel, **taken).status == 200

    told = caller.post(channel, **refused)
    assert (told.status, told.code) == (400, 50035)


def test_a_refusal_says_where_the_fault_is(caller: Caller, channel: int) -> None:
    told = caller.post(channel, **embed(title="t" * 257))
    (error,) = told.body["errors"]["embeds"]["0"]["title"]["_errors"]
    assert error["message"] == "Must be 256 or fewer in length."


@pytest.mark.parametrize("payload", [{}, {"content": " \n"}, {"embeds": []}])
def test_an_empty_message_is_refused(caller: Caller, channel: int, payload: Made) -> None:
    assert caller.post(channel, **payload).code == 50006


def test_what_is_no_json_is_refused(caller: Caller, channel: int) -> None:
    assert caller.ask("POST", f"/channels/{channel}/messages", ["x"]).code == 50109
