"""From text to words that compare: one form for each compass point and saint."""

import re

from bot.text import fold

COMPASS = {
    "n": ("north",),
    "nth": ("north",),
    "nrth": ("north",),
    "s": ("south",),
    "sth": ("south",),
    "e": ("east",),
    "w": ("west",),
    "ne": ("north", "east"),
    "nw": ("north", "west"),
    "se": ("south", "east"),
    "sw": ("south", "west"),
    "northeast": ("north", "east"),
    "northwest": ("north", "west"),
    "southeast": ("south", "east"),
    "southwest": ("south", "west"),
}
LIGHT = frozenset(
    "and of the in on upon under le by with cum y a ac an na h yr o i for at to".split()
)
POINTERS = frozenset(
    (
        "north south east west central mid inner outer upper lower greater great new old city "
        "gogledd de dwyrain gorllewin canol"
    ).split()
)
TITLES = frozenset(
    (
        "sir dame lord lady baroness baron dr doctor prof professor mr mrs ms miss mx rev "
        "reverend rt hon right honourable cllr councillor speaker"
    ).split()
)
_SPELLINGS = {"saint": "st", "ste": "st", "saints": "st"}
BORO = "boro"
BOROUGHS = ("borough", "brough", "burgh")  # what -boro at the end of a word is short for

# Whom or what a message addresses: @everyone, <@123>, <#123>, <:emoji:123>.
_MENTION = re.compile(r"<[@#:][^>]*>|@\w+")

LIGHT_WEIGHT = 0.08
POINTER_WEIGHT = 0.6


def words_of(text: str) -> tuple[str, ...]:
    """The folded words in one spelling each; the same for stored names and for what is typed."""
    if "@" in text or "<" in text:
        text = _MENTION.sub(" ", text)
    return tuple(_SPELLINGS.get(word, word) for word in fold(text).split())


def weight_of(word: str) -> float:
    """How much a word says about which name is meant, from 0 to 1."""
    if word in LIGHT:
        return LIGHT_WEIGHT
    if word in POINTERS:
        return POINTER_WEIGHT
    return 1.0


def without_titles(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words less the titles before a name and MP after it, unless nothing else is left."""
    start = 0
    while start < len(words) and words[start] in TITLES:
        start += 1
    end = len(words)
    while end > start and words[end - 1] == "mp":
        end -= 1
    return words[start:end] or words
