"""A conversation in the terminal."""

import io

import pytest
from rich.cells import cell_len
from rich.console import Console

from bot.answers.plain import render
from bot.answers.reply import Choice, ReplyKind
from bot.answers.service import Answers
from bot.catalogue.catalogue import Catalogue
from bot.names.index import NameIndex
from bot.names.room import NamesRoom
from bot.terminal import Conversation, chat, show
from tests.answers.listings import SAFEST


@pytest.fixture(scope="module")
def answers(catalogue: Catalogue) -> Answers:
    return Answers(catalogue, NamesRoom(catalogue, NameIndex.of(catalogue.known_names())), "0.0")


@pytest.fixture
def talk(
    answers: Answers, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> "Talk":
    return Talk(answers, monkeypatch, capsys)


class Talk:
    """What stands on the screen after some lines were piped in."""

    def __init__(
        self,
        answers: Answers,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        self.answers = answers
        self.monkeypatch = monkeypatch
        self.capsys = capsys

    def __call__(self, *lines: str, remark: str = "") -> str:
        self.monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
        chat(self.answers, remark)
        return self.capsys.readouterr().out


def test_a_chat_greets_and_shows_the_question_before_its_answer(
    answers: Answers, talk: Talk
) -> None:
    shown = talk("/result islington north", remark="a remark")
    banner, prompt, rest = shown.split("\n", 2)
    assert banner == "Teller · results 2010 to August 2026 · a remark"
    assert prompt == "> /result islington north"
    assert rest.rstrip("\n") == render(answers.ask("islington north"))


def test_a_number_picks_one_of_the_choices(talk: Talk) -> None:
    shown = talk("manchester", "2")
    assert " 2. Manchester Rusholme" in shown
    assert "\nManchester Rusholme · general election, 4 July 2024\n" in shown


def test_a_number_picks_what_is_offered_beside_an_answer(talk: Talk) -> None:
    shown = talk("islington north", "1", "1")
    titles = [line for line in shown.splitlines() if line.startswith("Islington North ·")]
    assert titles == [
        "Islington North · general election, 4 July 2024",
        "Islington North · general election, 12 December 2019",
        "Islington North · general election, 4 July 2024",
    ]


@pytest.mark.parametrize("number", ["0", "4", "99", "-1", "²", "٢", "1.0"])
def test_a_number_that_picks_nothing_is_a_question_like_any_other(
    answers: Answers, number: str
) -> None:
    conversation = Conversation(answers)
    assert len(conversation.reply("manchester").choices) == 3
    assert conversation.reply(number).kind is ReplyKind.NOTHING


def test_a_number_before_any_choice_is_a_question(answers: Answers) -> None:
    assert Conversation(answers).reply("1").kind is ReplyKind.NOTHING


def test_a_number_picks_from_the_last_answer_only(answers: Answers) -> None:
    conversation = Conversation(answers)
    conversation.reply("manchester")
    conversation.reply("asdfgh")
    assert conversation.reply("2").kind is ReplyKind.NOTHING


def test_a_number_asks_the_question_that_belongs_to_the_choice(answers: Answers) -> None:
    conversation = Conversation(answers)
    conversation.choices = (
        Choice("constituency", "no code", "Clacton", question="clacton 2019"),
        Choice("constituency", "E14001305", "Islington North"),
    )
    offered = conversation.choices
    assert conversation.reply("1").title == "Clacton · general election, 12 December 2019"
    conversation.choices = offered
    assert conversation.reply("2").title.startswith("Islington North ·")


def test_a_list_is_shown_whole(capsys: pytest.CaptureFixture[str]) -> None:
    show(SAFEST, Console(highlight=False, soft_wrap=True))
    lines = capsys.readouterr().out.splitlines()
    assert [line for line in lines if "Seat 37" in line] == ["37. Seat 37"]
    assert max(map(len, lines)) <= 80


@pytest.mark.parametrize("word", ["picture", "/picture", " Picture "])
def test_the_picture_of_the_last_answer_is_drawn_as_text(talk: Talk, word: str) -> None:
    shown = talk("islington north", word).split(f"> {word.rstrip()}\n")[1]
    title, _, winner, *_ = shown.splitlines()
    assert title == "Islington North · general election, 4 July 2024"
    assert winner.startswith("✓ Jeremy Corbyn   Ind    ████")
    assert max(map(cell_len, shown.splitlines())) <= 80


def test_a_picture_before_any_answer_or_of_one_without_is_said_not_to_be(talk: Talk) -> None:
    shown = talk("picture", "asdfgh", "picture")
    assert "\nAsk something first: picture shows what was answered last.\n" in shown
    assert shown.rstrip().endswith("> picture\nThat answer has no picture.")


def test_a_number_still_picks_after_a_picture(talk: Talk) -> None:
    shown = talk("islington north", "picture", "1")
    assert "\nIslington North · general election, 12 December 2019\n" in shown


def test_a_map_is_drawn_at_once(talk: Talk) -> None:
    shown = talk("map 2019")
    assert shown.count("General election, 12 December 2019") == 1
    assert "C Conservative 365" in shown
    assert max(map(cell_len, shown.splitlines())) <= 80


def test_help_says_how_to_see_a_picture_but_only_here(answers: Answers, talk: Talk) -> None:
    assert "Here, picture shows what was answered last" in talk("help")
    assert "Here, picture" not in render(answers.help())


@pytest.mark.parametrize("farewell", ["exit", "quit", "bye", "q", "/exit", " QUIT "])
def test_a_farewell_ends_the_chat(talk: Talk, farewell: str) -> None:
    assert "Jeremy Corbyn" not in talk(farewell, "corbyn")


def test_a_blank_line_is_no_question(talk: Talk) -> None:
    assert "Which constituency" not in talk("", "   ", "corbyn")


def test_nothing_typed_is_taken_for_markup(talk: Talk) -> None:
    shown = talk("[bold]corbyn[/bold]", "[/]")
    assert "> [bold]corbyn[/bold]" in shown
    assert "> [/]" in shown


def test_a_pipe_gets_no_colours(talk: Talk) -> None:
    assert "\x1b" not in talk("corbyn")


@pytest.mark.parametrize(
    "question", ["islington north", "clacton", "chorley", "labour", "miliband"]
)
def test_in_a_terminal_the_words_are_the_same_and_the_title_is_bold(
    answers: Answers, question: str
) -> None:
    reply = answers.ask(question)
    screen = io.StringIO()
    console = Console(file=screen, force_terminal=True, width=80, highlight=False, soft_wrap=True)
    with console.capture() as captured:
        show(reply, console)
    coloured = captured.get()
    assert coloured.startswith("\x1b[1")
    plain = "".join(part.split("m", 1)[-1] for part in coloured.split("\x1b["))
    assert plain.rstrip("\n") == render(reply, 80)
