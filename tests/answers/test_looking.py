import pytest

from bot.answers.reply import ReplyKind
from bot.answers.service import Answers
from bot.answers.sketch import SketchKind


@pytest.mark.parametrize(
    ("typed", "title", "kind"),
    [
        ("picture of bath", "Bath · general election, 4 July 2024", SketchKind.BARS),
        ("chart of the history of clacton", "Clacton · ", SketchKind.TIMELINE),
        ("parliament diagram 2017", "General election, 8 June 2017", SketchKind.HOUSE),
        ("hexmap 2019", "Map · Winners · general election, 12 December 2019", SketchKind.MAP),
        ("swingometer scotland 2019", "Swing · Scotland", SketchKind.SWING),
    ],
)
def test_whoever_asks_for_a_picture_gets_it_with_the_answer(
    answers: Answers, typed: str, title: str, kind: SketchKind
) -> None:
    reply = answers.ask(typed)
    assert reply.title.startswith(title)
    assert reply.sketch is not None
    assert reply.sketch.kind is kind
    assert reply.drawn


def test_whoever_asks_for_none_is_offered_it(answers: Answers) -> None:
    reply = answers.ask("bath")
    assert reply.sketch is not None
    assert not reply.drawn


def test_an_answer_that_cannot_be_drawn_says_so(answers: Answers) -> None:
    reply = answers.ask("graph of by-elections in 2023")
    assert "There is no picture of this." in reply.preface


def test_it_is_said_once_however_often_a_picture_is_asked_for(answers: Answers) -> None:
    reply = answers.ask("chart of graph of by-elections in 2023")
    assert reply.preface.count("There is no picture of this.") == 1


def test_what_is_not_known_is_said_to_be_so(answers: Answers) -> None:
    reply = answers.ask("chart of nowhere at all")
    assert reply.kind is ReplyKind.NOTHING
    assert "There is no picture of this." not in reply.preface


@pytest.mark.parametrize("typed", ["/board", "/board 2024", "/pictures always"])
def test_what_only_discord_can_do_is_said_to_be_there(answers: Answers, typed: str) -> None:
    reply = answers.ask(typed)
    assert reply.kind is ReplyKind.HELP
    assert "slash commands in Discord" in reply.headline


def test_somebody_called_board_is_still_found(answers: Answers) -> None:
    assert answers.ask("susan board").title.startswith("Susan Board")
