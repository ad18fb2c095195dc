"""What somebody wants to look at rather than read: "a chart of bath", "bath as a picture"."""

import re

_PICTURE = (
    r"(?:(?:bar|line|vote|votes|pie|seat|seats|share|result|results) )?"
    r"(?:pictures?|charts?|graphs?|graphics?|diagrams?|plots?|images?|infographics?)"
)
_WORDS = r"(?:please )?(?:(?:can|could) (?:you|i) )?"
_VERB = r"(?:show|draw|give|post|make|get|see|have|plot|send)(?: me| us)?"
_ASKING = re.compile(rf"{_WORDS}(?:{_VERB} )?(?:an? |the )?", re.IGNORECASE)
_BEFORE = re.compile(
    rf"{_WORDS}(?:{_VERB} )?(?:an? |the )?{_PICTURE} (?:of|for|showing|with|about) (?P<rest>.+)",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    rf"{_WORDS}(?:{_VERB} )?(?P<rest>.+?) (?:as|in) (?:an? )?{_PICTURE}", re.IGNORECASE
)
# Pictures that have a name of their own, and the question that they show.
_NAMED = (
    (re.compile(r"(?:hex(?:agon)? ?map|cartogram)s?\b", re.IGNORECASE), "map"),
    (re.compile(r"^swing[ -]?o[ -]?meters?$", re.IGNORECASE), "national swing"),
    (re.compile(r"swing[ -]?o[ -]?meters?(?: (?:of|for|in))?\b", re.IGNORECASE), "swing in"),
    (
        re.compile(
            r"(?:(?:parliament|commons|house|house of commons) (?:arc|diagram|chart|picture)"
            r"|hemicycles?)(?: (?:of|for|in))?\b",
            re.IGNORECASE,
        ),
        "scoreboard",
    ),
)


def question_shown(text: str) -> str | None:
    """The question that the picture is to answer; None where nobody asks for one."""
    clean = " ".join(text.split()).rstrip("?!. ").removesuffix(" please").removeprefix("/ask ")
    bare = _bare(clean)
    for named, question in _NAMED:
        if named.search(bare):
            return named.sub(question, bare, count=1)
    if bare != clean and re.match(r"maps?\b", bare, re.IGNORECASE):
        return bare
    asked = _BEFORE.fullmatch(clean) or _BEHIND.fullmatch(clean)
    return asked["rest"] if asked else None


def _bare(text: str) -> str:
    """Without "show me a"."""
    asking = _ASKING.match(text)
    return text[asking.end() :] if asking else text
