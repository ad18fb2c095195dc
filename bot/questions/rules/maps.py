"""Questions for a map of a general election."""

from bot.questions.question import Measure, Topic
from bot.questions.rules.rule import Rule, compiled

M, T = Measure, Topic

MAPPED = compiled("maps?")
_NONE_OF = "PERSON BY SPAN"
_WON = r"seats? | <won> | <held> | mps? | constituenc\w+"


def _about(words: str) -> str:
    """The words before or after that of a map."""
    return f"maps? .*(?:{words}) | (?:{words}) .*maps?"


MAPS = (
    Rule(T.MAP, M.TURNOUT, _about("turnouts? | turned out"), "", _NONE_OF),
    Rule(
        T.MAP,
        M.MAJORITY,
        _about(r"majorit\w+ | maj | margins? | <safe> | <close> | marginals? | safe | close"),
        "",
        _NONE_OF,
    ),
    # What one party lost to the other that is named, it is the other's gain.
    Rule(T.MAP, M.GAINS, _about("(?:<lost>) to (?:the )?PARTY"), "PARTY", _NONE_OF),
    Rule(T.MAP, M.LOST, _about("(?:<gained>) .*from (?:the )?PARTY"), "PARTY", _NONE_OF),
    Rule(T.MAP, M.LOST, _about("<lost>"), "", _NONE_OF),
    # "Changes" are of hands, "vote changes" are not.
    Rule(
        T.MAP,
        M.GAINS,
        _about(
            "gains? | <gained> | <hands> | (?<!vote )(?<!votes )(?<!share )changes(?! in (?:the )?"
            "(?:votes? | shares?))"
        ),
        "",
        _NONE_OF,
    ),
    Rule(T.MAP, M.SHARE, _about(r"shares? | per ?cent\w* | votes?"), "", _NONE_OF),
    Rule(T.MAP, M.WINNER, _about(_WON), "PARTY", _NONE_OF),
    Rule(T.MAP, M.SHARE, "maps?", "PARTY", _NONE_OF),
    Rule(T.MAP, M.WINNER, "maps?", "", _NONE_OF),
)
