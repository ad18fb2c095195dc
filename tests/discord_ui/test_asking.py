"""The commands that ask, each with what was filled in and what was left out."""

from pathlib import Path
from typing import Any

import pytest
from simcord import ChannelHandle, Env, MemberActor

from bot.answers.reply import Choice, Reply, ReplyKind
from bot.discord_ui.client import TellerBot
from bot.names.finding import Kind
from tests.discord_ui.reading import answer, words

ELECTIONS = (
    Choice("contest", "2024-07-04", "General election, 4 July 2024"),
    Choice("contest", "2019-12-12", "General election, 12 December 2019"),
)
NAMES = (
    Choice("constituency", "E14001305", "Islington North"),
    Choice("person", "185", "Jeremy Corbyn (Islington North)"),
)


class Echo:
    """Answers with what it was asked; suggests what it was asked to suggest."""

    def ask(self, text: str) -> Reply:
        return _said("ask", text)

    def candidate(self, name: str, election: str | None = None) -> Reply:
        return _said("candidate", name, election)

    def party(self, party: str, area: str | None = None, election: str | None = None) -> Reply:
        return _said("party", party, area, election)

    def seats(self, election: str | None = None, area: str | None = None) -> Reply:
        return _said("seats", election, area)

    def top(
        self,
        measure: str,
        order: str | None = None,
        party: str | None = None,
        area: str | None = None,
        election: str | None = None,
        count: int | None = None,
    ) -> Reply:
        return _said("top", measure, order, party, area, election, count)

    def history(self, place: str) -> Reply:
        return _said("history", place)

    def compare(self, first: str, second: str, election: str | None = None) -> Reply:
        return _said("compare", first, second, election)

    def by_elections(self, year: str | None = None, party: str | None = None) -> Reply:
        return _said("by-elections", year, party)

    def suggest(
        self, typed: str, limit: int = 25, kinds: frozenset[Kind] | None = None
    ) -> tuple[Choice, ...]:
        return tuple(one for one in NAMES if kinds is None or one.kind in kinds)[:limit]

    def suggest_parties(self, typed: str) -> tuple[Choice, ...]:
        return (Choice("party", "labour", f"Labour, for {typed}"),)

    def suggest_areas(self, typed: str) -> tuple[Choice, ...]:
        return (Choice("area", "Wales", f"Wales, for {typed}"),)

    def suggest_elections(self, place: str, typed: str = "") -> tuple[Choice, ...]:
        return ELECTIONS[:1] if place == "person:185" else ELECTIONS


def _said(*said: object) -> Reply:
    return Reply(ReplyKind.FIGURE, str(said[0]), headline=" ".join(map(str, said[1:])))


@pytest.fixture
def simcord_bot(tmp_path: Path) -> TellerBot:
    echo: Any = Echo()
    return TellerBot(echo, tmp_path, "0.0", shard_count=1)


@pytest.mark.parametrize(
    ("name", "filled", "expected"),
    [
        ("ask", {"question": "safest seats"}, "ask\nsafest seats"),
        ("candidate", {"name": "corbyn"}, "candidate\ncorbyn None"),
        (
            "candidate",
            {"name": "person:185", "election": "2019-12-12"},
            "candidate\nperson:185 2019-12-12",
        ),
        ("party", {"party": "party:labour"}, "party\nparty:labour None None"),
        (
            "party",
            {"party": "labour", "area": "Wales", "election": "2024-07-04"},
            "party\nlabour Wales 2024-07-04",
        ),
        ("seats", {}, "seats\nNone None"),
        ("seats", {"election": "2019-12-12", "area": "London"}, "seats\n2019-12-12 London"),
        ("top", {"measure": "majority"}, "top\nmajority None None None None None"),
        (
            "top",
            {
                "measure": "turnout",
                "order": "lowest",
                "party": "labour",
                "area": "Wales",
                "election": "2024-07-04",
                "count": 5,
            },
            "top\nturnout lowest labour Wales 2024-07-04 5",
        ),
        ("history", {"place": "totnes"}, "history\ntotnes"),
        ("compare", {"first": "bath", "second": "wells"}, "compare\nbath wells None"),
        (
            "compare",
            {"first": "bath", "second": "wells", "election": "2019-12-12"},
            "compare\nbath wells 2019-12-12",
        ),
        ("byelections", {}, "by-elections\nNone None"),
        ("byelections", {"year": "2023", "party": "labour"}, "by-elections\n2023 labour"),
    ],
)
async def test_a_form_is_answered_with_what_was_filled_in(
    channel: ChannelHandle, rosa: MemberActor, name: str, filled: dict[str, Any], expected: str
) -> None:
    result = await rosa.slash(channel, name, **filled)

    assert words(answer(result)).strip() == expected.replace("_", r"\_")
    assert not result.ephemeral


@pytest.mark.parametrize(
    ("name", "option", "filled", "values"),
    [
        ("candidate", "name", {}, ["person:185"]),
        ("candidate", "election", {"name": "person:185"}, ["2024-07-04"]),
        ("candidate", "election", {}, ["2024-07-04", "2019-12-12"]),
        ("party", "party", {}, ["party:labour"]),
        ("party", "area", {}, ["Wales"]),
        ("party", "election", {}, ["2024-07-04", "2019-12-12"]),
        ("seats", "election", {}, ["2024-07-04", "2019-12-12"]),
        ("seats", "area", {}, ["Wales"]),
        ("top", "party", {}, ["party:labour"]),
        ("top", "area", {}, ["Wales"]),
        ("top", "election", {}, ["2024-07-04", "2019-12-12"]),
        ("history", "place", {}, ["constituency:E14001305"]),
        ("compare", "first", {}, ["constituency:E14001305", "person:185"]),
        ("compare", "second", {}, ["constituency:E14001305", "person:185"]),
        ("compare", "election", {}, ["2024-07-04", "2019-12-12"]),
        ("byelections", "party", {}, ["party:labour"]),
        ("result", "place", {}, ["constituency:E14001305", "person:185"]),
        ("result", "election", {"place": "person:185"}, ["2024-07-04"]),
    ],
)
async def test_what_is_offered_is_of_the_right_kind(
    channel: ChannelHandle,
    rosa: MemberActor,
    name: str,
    option: str,
    filled: dict[str, Any],
    values: list[str],
) -> None:
    offered = await rosa.autocomplete(channel, name, option, "w", **filled)

    assert [choice["value"] for choice in offered] == values


async def test_the_commands_are_these(simcord_env: Env) -> None:
    assert set(_sent(simcord_env)) == set(
        "ask candidate party seats top history compare byelections "
        "result declared help about board map pictures "
        "subscribe subscriptions unsubscribe".split()
    )


async def test_measures_and_orders_are_chosen_not_typed(simcord_env: Env) -> None:
    options = {one["name"]: one for one in _sent(simcord_env)["top"]["options"]}

    assert [one["value"] for one in options["measure"]["choices"]] == (
        "majority closest turnout share votes swing rise fall candidates electorate".split()
    )
    assert [one["value"] for one in options["order"]["choices"]] == ["highest", "lowest"]
    assert (options["count"]["min_value"], options["count"]["max_value"]) == (1, 650)
    assert [name for name, one in options.items() if one.get("required")] == ["measure"]


def _sent(env: Env) -> dict[str, dict[str, Any]]:
    (sent,) = (entry.json for entry in env.http_requests if entry.method == "PUT")
    commands: Any = sent
    return {one["name"]: one for one in commands}
