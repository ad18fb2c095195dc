"""Asking back, and what is said of what is no question at all."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.answers.reply import ReplyKind
from bot.answers.service import Answers
from tests.answers.reading import choices, flowing, said, too_long

PLAIN = re.compile(
    "Try a constituency, a candidate, a party, a town or a postcode|Did you mean one of these?"
    "|You can ask: |No election Teller knows fits"
)
BAD = {
    "empty": "",
    "blanks": " \n\t ",
    "long": "x" * 4000,
    "long with spaces": "vote " * 800,
    "emoji": "🗳️🐝🎉",
    "right to left": "مرحبا بالعالم",
    "turned around": "\N{RIGHT-TO-LEFT OVERRIDE}gnihton",
    "sql": "'; DROP TABLE contest; --",
    "markdown": "**bold** [link](https://example.org) `code` ||spoiler||",
    "mention": "@everyone @here <@123456789012345678>",
    "null bytes": "\0\0null\0",
    "number": "12",
    "large number": "9" * 50,
    "decimal": "3.14",
    "day": "1999-01-01",
    "lone surrogate": "\ud800",
    "json": '{"a": [1, 2]}',
    "path": "../../etc/passwd",
}


@pytest.mark.parametrize("text", BAD.values(), ids=BAD.keys())
def test_what_is_no_question_gets_a_plain_sentence(answers: Answers, text: str) -> None:
    reply = answers.ask(text)
    told = said(answers, text)
    assert reply.kind is ReplyKind.NOTHING
    assert PLAIN.search(flowing(told))
    assert len(told) < 400
    assert not too_long(reply)
    for sign in "\0\N{RIGHT-TO-LEFT OVERRIDE}":
        assert sign not in told


@pytest.mark.parametrize("day", ["1999-01-01", "31 June 2019", "2031"])
def test_a_day_alone_that_was_no_election_is_said_to_be_none(answers: Answers, day: str) -> None:
    assert "No election" in flowing(said(answers, day))


@pytest.mark.parametrize(
    "question",
    [
        "who should I vote for?",
        "how should i vote in islington north",
        "who shall I vote for",
        "who will win the next election",
    ],
)
def test_teller_knows_results_only_and_says_so(answers: Answers, question: str) -> None:
    reply = answers.ask(question)
    assert reply.kind is not ReplyKind.PARTY
    assert "results" in said(answers, question)


@pytest.mark.parametrize("question", ["my mp", "who's my mp", "my constituency", "who is my MP?"])
def test_who_my_mp_is_cannot_be_told_without_a_place(answers: Answers, question: str) -> None:
    reply = answers.ask(question)
    assert reply.kind is ReplyKind.NOTHING
    assert "postcode" in flowing(said(answers, question))


def test_several_that_are_meant_are_listed_with_numbers(answers: Answers) -> None:
    assert said(answers, "manchester") == (
        "Which “manchester”?\n"
        "Choose one:\n"
        " 1. Manchester Central\n"
        " 2. Manchester Rusholme\n"
        " 3. Manchester Withington"
    )


def test_a_person_and_a_seat_of_one_name_can_be_told_apart(answers: Answers) -> None:
    assert choices(answers.ask("galloway")) == [
        "George Galloway (Rochdale)",
        "Dumfries and Galloway",
    ]


def test_an_election_leaves_only_those_who_had_to_do_with_it(answers: Answers) -> None:
    assert answers.ask("miliband 2019").title.startswith("Ed Miliband · Doncaster North")
    assert answers.ask("galloway 2012").title.startswith("George Galloway · Bradford West")


def test_a_place_is_no_rival_of_the_seat_that_was_there_at_that_election(answers: Answers) -> None:
    assert answers.ask("berwick 2019").title == (
        "Berwick-upon-Tweed · general election, 12 December 2019"
    )


def test_a_choice_of_a_past_election_opens_that_election(answers: Answers) -> None:
    first, *_ = answers.ask("hackney 2019").choices
    assert answers.open(first.kind, first.id).title.endswith("general election, 12 December 2019")


def test_a_district_shared_by_seats_asks_which(answers: Answers) -> None:
    reply = answers.ask("N1")
    assert reply.title == "N1 lies in 4 constituencies"
    assert choices(reply)[0] == "Islington South and Finsbury"


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("BT1 1AA", "Postcodes of Northern Ireland are not in Teller's data."),
        ("ZZ9", "Teller knows no such postcode district."),
    ],
)
def test_a_district_that_is_not_known_says_why(answers: Answers, question: str, words: str) -> None:
    assert words in flowing(said(answers, question))


def test_the_nearest_names_are_offered_where_any_is_near(answers: Answers) -> None:
    reply = answers.ask("paris")
    assert reply.headline == "Did you mean one of these?"
    assert "Neil Parish (Tiverton and Honiton)" in choices(reply)


@pytest.mark.parametrize("name", ["timbuktu", "asdfgh", "donald trump"])
def test_what_is_like_nothing_is_not_made_into_somebody(answers: Answers, name: str) -> None:
    reply = answers.ask(name)
    assert reply.title == f"Nothing found for “{name}”"
    assert reply.choices == ()


@pytest.mark.parametrize("name", ["England", "Scotland", "Wales", "Northern Ireland", "UK"])
def test_a_country_is_not_answered_with_a_party_or_a_village(answers: Answers, name: str) -> None:
    assert answers.ask(name).kind not in {ReplyKind.PARTY, ReplyKind.CONTEST}


@pytest.mark.parametrize(
    ("kind", "key"),
    [
        ("contest", "E14001305.1999-01-01"),
        ("contest", ""),
        ("constituency", "E1"),
        ("person", "nobody"),
        ("party", "'; --"),
        ("place", "\0"),
        ("nothing", ""),
    ],
)
def test_a_choice_that_is_not_known_any_more_asks_anew(
    answers: Answers, kind: str, key: str
) -> None:
    assert answers.open(kind, key).kind is ReplyKind.NOTHING


@settings(max_examples=120, deadline=None)
@given(
    st.one_of(
        st.text(max_size=80),
        st.lists(
            st.sampled_from(
                "islington north corbyn 2019 by-election who won n19 mp labour may in the st "
                "place: election: /result 1999 galloway kensington ynys môn & ?".split()
            ),
            max_size=8,
        ).map(" ".join),
    )
)
@example("place:")
@example("constituency:")
@example("\ud800 2019")
def test_whatever_is_asked_has_an_answer_that_fits_the_screen(answers: Answers, text: str) -> None:
    for reply in (answers.ask(text), answers.result(text, text)):
        assert reply.title.strip()
        assert not too_long(reply)
        for choice in reply.choices:
            assert answers.open(choice.kind, choice.id).kind is not ReplyKind.NOTHING
