"""What is asked, as far as the words go."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.questions.question import Topic
from bot.questions.understanding import LONGEST, understand


@pytest.mark.parametrize(
    ("text", "name", "year"),
    [
        ("/result islington north", "islington north", None),
        ("result islington north", "islington north", None),
        ("Results: Islington North", "Islington North", None),
        ("islington north", "islington north", None),
        ("/result place:islington north", "islington north", None),
        ("/result place: islington north election:2019", "islington north", 2019),
        ("/result election:2019 place:islington north", "islington north", 2019),
        ("/ask clacton 2015", "clacton", 2015),
        ("islington north in 2017", "islington north", 2017),
        ("islington\0north", "islington north", None),
        ("\N{RIGHT-TO-LEFT OVERRIDE}islington north", "islington north", None),
        ("N19 5QQ", "N19 5QQ", None),
        ("12", "12", None),
        ("1066", "1066", None),
    ],
)
def test_the_name_and_the_year_are_taken_out_of_a_question(
    text: str, name: str, year: int | None
) -> None:
    question = understand(text)
    assert question.topic is Topic.RESULT
    assert question.name == name
    assert (question.election.year if question.election else None) == year


@pytest.mark.parametrize(
    "text", ["2019", "election:2019", "by-election", "GE2019", "2019 general election"]
)
def test_an_election_alone_names_nobody(text: str) -> None:
    question = understand(text)
    assert question.name == ""
    assert question.election is not None


@pytest.mark.parametrize(
    "name",
    [
        "The Wrekin",
        "Who",
        "In",
        "Mr Speaker",
        "At",
        "Mark Lancaster",
        "How",
        "Will Quince",
        "Grant Shapps",
        "Peter Grant",
        "Tell",
    ],
)
def test_a_filler_never_eats_a_whole_name(name: str) -> None:
    assert understand(name).name
    assert understand(name).name.split()[-1] == name.rsplit(maxsplit=1)[-1]


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("/help", Topic.HELP),
        ("help", Topic.HELP),
        ("HELP", Topic.HELP),
        ("/about", Topic.ABOUT),
        ("about", Topic.ABOUT),
        ("help ", Topic.HELP),
    ],
)
def test_help_and_about_are_topics_of_their_own(text: str, topic: Topic) -> None:
    assert understand(text).topic is topic


@pytest.mark.parametrize(
    "text",
    [
        "/declared",
        "declared",
        "Declared?",
        "declared please",
        "what has been declared",
        "What has been declared so far?",
        "what's been declared",
        "what’s declared",
        "who has declared yet",
        "which seats have declared tonight",
        "how many constituencies have declared",
        "how many have declared?",
        "latest declarations",
        "the latest declarations, please",
        "show me the latest  declarations!",
        "declarations",
        "/declarations",
        "who was declared",
    ],
)
def test_what_was_declared_can_be_asked_in_words(text: str) -> None:
    assert understand(text).topic is Topic.DECLARED


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("/declared islington north", "islington north"),
        ("declared: clacton", "clacton"),
        ("has clacton declared", "clacton"),
        ("what was declared in bath", "bath"),
        ("who has been declared in islington north", "islington north"),
        ("latest declarations in wales", "wales"),
        ("who won", "who won"),
        ("the latest", "the latest"),
        ("Declan Clare", "Declan Clare"),
        ("Clare", "Clare"),
    ],
)
def test_a_name_beside_it_is_what_is_asked_for(text: str, words: str) -> None:
    question = understand(text)
    assert question.topic is Topic.RESULT
    assert words in question.name


@pytest.mark.parametrize(
    "text",
    [
        "/subscribe",
        "/subscribe islington north",
        "/subscribe what:labour who should I vote for",
        "subscribe labour gains",
        "/subscriptions",
        "subscription",
        "/unsubscribe",
        "unsubscribe clacton",
        " /UNSUBSCRIBE ",
    ],
)
def test_subscriptions_are_a_topic_of_their_own(text: str) -> None:
    assert understand(text).topic is Topic.SUBSCRIBE


@pytest.mark.parametrize("text", ["clacton subscribe", "Scribe", "subscriber", "subscribed"])
def test_only_the_command_itself_is_about_subscriptions(text: str) -> None:
    assert understand(text).topic is Topic.RESULT


@pytest.mark.parametrize("text", ["", " ", "\n\t", "\0\0", "\u200b\u202e", "/result", "results"])
def test_nothing_said_is_an_empty_name(text: str) -> None:
    assert understand(text).name == ""


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=400))
@example("x" * 4000)
@example("/result " * 500)
@example("\ud800")
def test_anything_can_be_typed(text: str) -> None:
    question = understand(text)
    assert len(question.name) <= LONGEST
    assert "\0" not in question.name
    assert "\u202e" not in question.name
