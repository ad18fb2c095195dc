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
        _about(
            r"majorit\w+ | maj | margins? | <safe> | <close> | marginals? | (?:safe | close) seats"
        ),
        "",
        _NONE_OF,
    ),
    Rule(
        T.MAP,
        M.GAINS,
        _about("gains? | <gained> | losses | <lost> | <hands> | changes?"),
        "",
        _NONE_OF,
    ),
    Rule(T.MAP, M.SHARE, _about(r"shares? | per ?cent\w* | votes?"), "", _NONE_OF),
    Rule(T.MAP, M.WINNER, _about(_WON), "PARTY", _NONE_OF),
    Rule(T.MAP, M.SHARE, "maps?", "PARTY", _NONE_OF),
    Rule(T.MAP, M.WINNER, "maps?", "", _NONE_OF),
)
