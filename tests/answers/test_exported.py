"""Replies and findings as JSON and as text, as the command line gives them."""

import json

import pytest

from bot.answers.exported import Shown, finding_as_json, finding_as_text, reply_as_json
from bot.answers.plain import render
from bot.answers.service import Answers


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("islington north", "contest"),
        ("corbyn", "person"),
        ("labour", "party"),
        ("manchester", "choices"),
        ("asdfgh", "nothing"),
        ("help", "help"),
        ("about", "about"),
        ("", "nothing"),
    ],
)
def test_a_reply_has_the_promised_parts(answers: Answers, question: str, kind: str) -> None:
    reply = answers.ask(question)
    said = reply_as_json(reply)
    assert list(said) == ["kind", "title", "text", "choices", "picture", "as_of", "sources"]
    assert said["kind"] == kind
    assert said["title"]
    assert said["text"] == render(reply)
    assert said["picture"] is None
    assert json.loads(json.dumps(said)) == said


def test_a_picture_is_told_with_its_words_and_its_place(answers: Answers) -> None:
    said = reply_as_json(answers.ask("bath"), Shown("Bar chart of votes.", "bath.png"))
    assert said["picture"] == {"alt": "Bar chart of votes.", "path": "bath.png"}


def test_a_contest_tells_its_choices_and_how_fresh_it_is(answers: Answers) -> None:
    said = reply_as_json(answers.ask("islington north"))
    assert said["as_of"] == "2026-08-20"
    assert said["sources"] == ["UK Parliament election results"]
    choices = said["choices"]
    assert isinstance(choices, list)
    first = choices[0]
    assert (first["label"], first["kind"]) == ("Islington North, 12 December 2019", "contest")
    assert answers.open(first["kind"], first["id"]).title.startswith("Islington North")


@pytest.mark.parametrize(
    ("name", "verdict"),
    [("islington nth", "match"), ("miliband", "ambiguous"), ("asdfgh", "none"), ("n19", "match")],
)
def test_a_finding_has_the_promised_parts(answers: Answers, name: str, verdict: str) -> None:
    found = finding_as_json(answers.find(name, None, 5))
    assert list(found) == ["query", "verdict", "matches"]
    assert found["query"] == name
    assert found["verdict"] == verdict
    matches = found["matches"]
    assert isinstance(matches, list)
    assert len(matches) <= 5
    for match in matches:
        assert list(match) == ["kind", "id", "name", "score", "why"]
        assert match["kind"] in {"constituency", "person", "party", "place"}


def test_a_finding_reads_as_a_list(answers: Answers) -> None:
    heading, first, *_ = finding_as_text(answers.find("islington nth", None, 3)).splitlines()
    assert heading == "Match:"
    assert first == "100.0  constituency  Islington North (name) E14001305"


def test_a_finding_of_nothing_says_so(answers: Answers) -> None:
    assert finding_as_text(answers.find("asdfgh", None, 3)) == "Nothing is surely meant."
