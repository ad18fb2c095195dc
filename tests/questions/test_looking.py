import pytest

from bot.questions.looking import question_shown


@pytest.mark.parametrize(
    ("typed", "question"),
    [
        ("picture of bath", "bath"),
        ("show me a bar chart of islington north 2019", "islington north 2019"),
        ("Please can you draw a graph for hull east?", "hull east"),
        ("can i see the diagram of the result in bath please", "the result in bath"),
        ("bath 2019 as a chart", "bath 2019"),
        ("history of clacton as a picture", "history of clacton"),
        ("/ask chart of bath", "bath"),
        ("hexmap 2019", "map 2019"),
        ("show me the hex map for 2015", "map for 2015"),
        ("cartogram of turnout", "map of turnout"),
        ("draw a map of turnout in wales", "map of turnout in wales"),
        ("swingometer scotland 2019", "swing in scotland 2019"),
        ("swing-o-meter", "national swing"),
        ("show me the swingometer for wales", "swing in wales"),
        ("draw me a map", "map"),
        ("can you show maps of gains", "maps of gains"),
        ("show hex map 2019", "map 2019"),
        ("hex map of constituencies", "map of constituencies"),
        ("parliament diagram 2017", "scoreboard 2017"),
        ("show me a hemicycle of 2010", "scoreboard 2010"),
    ],
)
def test_whoever_wants_to_look_asks_a_question_with_it(typed: str, question: str | None) -> None:
    assert question_shown(typed) == question


@pytest.mark.parametrize(
    "typed",
    [
        "bath",
        "charters",
        "luke charters",
        "chard",
        "picture",
        "who won the most votes in bath",
        "map 2019",
        "swing in bath",
        "charter of rights",
        "",
    ],
)
def test_a_name_or_a_plain_question_is_no_wish_to_look(typed: str) -> None:
    assert question_shown(typed) is None
