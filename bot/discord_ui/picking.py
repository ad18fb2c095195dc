"""What a choice opens, as its button or option keeps it: kind:id, or the question to ask."""

from bot.answers.reply import Choice, Reply
from bot.answers.service import Answers

_ASK = "ask"


def kept(choice: Choice, room: int) -> str:
    """The question where the choice has one and there is room for it, else what it names."""
    asked = f"{_ASK}:{' '.join(choice.question.split())}"
    return asked if choice.question and len(asked) <= room else f"{choice.kind}:{choice.id}"


def opened(answers: Answers, what: str) -> Reply:
    kind, _, rest = what.partition(":")
    return answers.ask(rest) if kind == _ASK else answers.open(kind, rest)
