"""What a person reads."""

from rich.cells import cell_len

from bot.answers.lines import WIDTH
from bot.answers.plain import render
from bot.answers.reply import Reply
from bot.answers.service import Answers


def said(answers: Answers, question: str) -> str:
    return render(answers.ask(question))


def flowing(text: str) -> str:
    """As one line, where it does not matter how the lines were broken."""
    return " ".join(text.split())


def too_long(reply: Reply, width: int = WIDTH) -> list[str]:
    """Lines that do not fit, but for those that are one word."""
    return [
        line
        for line in render(reply, width).splitlines()
        if cell_len(line) > width and len(line.split()) > 1
    ]


def choices(reply: Reply) -> list[str]:
    return [choice.label for choice in reply.choices]
