"""From what was typed to a Question."""

import re
import unicodedata

from bot.questions.elections import find_election
from bot.questions.question import Question, Topic

LONGEST = 300  # letters that are read; no question about one contest needs more

_COMMAND = re.compile(r"^\s*/?(?P<command>results?|ask|help|about)\b[:,]?\s*", re.IGNORECASE)
_OPTION = re.compile(r"\b(?P<option>place|election):\s*", re.IGNORECASE)


def understand(text: str) -> Question:
    """The question in a text. Never fails; what is no question has an empty name."""
    clean = _printable(text)[:LONGEST]
    command = _COMMAND.match(clean)
    rest = clean[command.end() :] if command else clean
    word = command.group("command").lower() if command else ""
    if word in {"help", "about"} and not rest.strip():
        return Question(Topic(word))
    name, election = find_election(_OPTION.sub(" ", rest))
    return Question(Topic.RESULT, name, election)


def _printable(text: str) -> str:
    """Without control signs, and without the marks that turn text around on a screen."""
    kept = (" " if unicodedata.category(sign) in {"Cc", "Zl", "Zp"} else sign for sign in text)
    return "".join(sign for sign in kept if unicodedata.category(sign) not in {"Cf", "Cs", "Co"})
