"""From what was typed to a Question."""

import re
import unicodedata

from bot.questions.elections import find_election, with_month_as_name
from bot.questions.question import Question, Refusal, Topic

LONGEST = 300  # letters that are read; no question about one contest needs more

_COMMAND = re.compile(
    r"^\s*/?(?P<command>results?|ask|help|about|declared)\b[:,]?\s*", re.IGNORECASE
)
_SUBSCRIBE = re.compile(r"^\s*/?(un)?subscri(be|ptions?)\b", re.IGNORECASE)
# With their slash: "board" is somebody's name.
_ONLY_IN_DISCORD = re.compile(r"^\s*/(boards?|pictures)\b", re.IGNORECASE)
# Only where nothing else is said: "who was declared in Bath" is a question about Bath.
_DECLARED = re.compile(
    r"/?((show|give|tell|list)( me)? )?("
    r"(what|who|which|how many)( seats| constituencies| results)?"
    r"(['’]s| is| are| was| were| has| have)?( been)? declared"
    r"|(the )?(latest |last |newest |recent )?declarations"
    r")( so far| yet| already| now| tonight| today)?(,? please)?[ ?!.]*",
    re.IGNORECASE,
)
_HELP = re.compile(
    r"\W*(what (can|do) (you|i|we|teller) (do|ask|know|answer)( you)?"
    r"|how (do|does) (i|this|it|you|teller) (use|work)( this| you| teller)?|commands?|menu)\W*",
    re.IGNORECASE,
)
_PLEASE = re.compile(r"\b(me|please)\b|[\s!?.]+", re.IGNORECASE)
# What Teller will not say: whom to vote for, and what has not happened yet.
_OPINION = re.compile(
    r"\b(should|shall|ought)\b.*\bvot(e|ing)\b|\b(who|which party|what party)\b.*\bwill win\b"
    r"|\bwho('s| is)? going to win\b|\bnext (general )?election\b|\bpredict|\bforecast|\bodds\b"
    r"|\b(best|worst) (party|candidate|mp|leader)\b",
    re.IGNORECASE,
)
_OPTION = re.compile(r"\b(?P<option>place|election):\s*", re.IGNORECASE)


def understand(text: str) -> Question:
    """The question in a text. Never fails; what is no question has an empty name."""
    clean = printable(text)[:LONGEST]
    command = _COMMAND.match(clean)
    rest = clean[command.end() :] if command else clean
    word = command.group("command").lower() if command else ""
    for begins, topic in ((_SUBSCRIBE, Topic.SUBSCRIBE), (_ONLY_IN_DISCORD, Topic.DISCORD)):
        if begins.match(clean):
            return Question(topic)
    if _DECLARED.fullmatch(" ".join(clean.split())):
        return Question(Topic.DECLARED)
    if _HELP.fullmatch(clean):
        return Question(Topic.HELP)
    if word in {"help", "about", "declared"} and not _PLEASE.sub("", rest):
        return Question(Topic(word))
    if _OPINION.search(rest):
        return Question(Topic.REFUSED, refusal=Refusal.OPINION)
    asked = _OPTION.sub(" ", rest)
    name, election = find_election(" ".join(asked.split()))
    # Only the names room can tell which reading is right.
    other = with_month_as_name(asked)
    otherwise = Question(Topic.RESULT, *other) if other else None
    return Question(Topic.RESULT, name, election, otherwise)


def printable(text: str) -> str:
    """Without control signs, and without the marks that turn text around on a screen."""
    text = unicodedata.normalize("NFKC", text)
    kept = (" " if unicodedata.category(sign) in {"Cc", "Zl", "Zp"} else sign for sign in text)
    return "".join(sign for sign in kept if unicodedata.category(sign) not in {"Cf", "Cs", "Co"})
