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
# English and Welsh: Na h-Eileanan an Iar and Merthyr Tudful ac Aberdâre have them too.
LIGHT = frozenset(
    "and of the in on upon under le by with cum y a ac an na h yr o i for at to".split()
)
POINTERS = frozenset(
    (
        "north south east west central mid inner outer upper lower greater great new old city "
        "gogledd de dwyrain gorllewin canol"
    ).split()
)
# Ballot papers leave titles out, people in a chat do not.
TITLES = frozenset(
    (
        "sir dame lord lady baroness baron dr doctor prof professor mr mrs ms miss mx rev "
        "reverend rt hon right honourable cllr councillor speaker"
    ).split()
)
HONOURS = frozenset("mp obe mbe cbe kbe dbe kcb kc qc pc ch".split())
# Around a name in a message, but no part of it: "mp for … please".
BEFORE = frozenset(
    (
        "who whos my our your i do what whats was is are did does show give tell me us please "
        "the a result results won win wins got get for in of at about mp mps seat "
        "constituency candidate member parliament on how went vote votes to pwy enillodd yn "
        "canlyniad"
    ).split()
)
AFTER = frozenset(
    (
        "please thanks thank you last latest result results constituency seat election mp go "
        "vote won win do does did fare"
    ).split()
)
_JOINING = frozenset("and of the in on by with for at to a".split())
# What people say to a bot before they ask; some of it is also somebody's surname.
CHAT = frozenset(
    (
        "hi hey hello hiya yo morning evening night good bye cheers ok okay yes no lol love you it "
        "test testing ping bot teller"
    ).split()
)
_ARTICLES = frozenset({"the", "a"})
_SPELLINGS = {"saint": "st", "ste": "st", "saints": "st", "middle": "mid"}
PARTY = "party"
BORO = "boro"
BOROUGHS = ("borough", "brough", "burgh")  # what -boro at the end of a word is short for

# Whom or what a message addresses: @everyone, <@123>, <#123>, <:emoji:123>.
_MENTION = re.compile(r"<[@#:][^>]*>|@\w+")

LIGHT_WEIGHT = 0.04
POINTER_WEIGHT = 0.6
PARTY_WEIGHT = 0.15


def words_of(text: str) -> tuple[str, ...]:
    """The folded words in one spelling each; the same for stored names and for what is typed."""
    if "@" in text or "<" in text:
        text = _MENTION.sub(" ", text)
    return tuple(_SPELLINGS.get(word, word) for word in fold(text).split())


def weight_of(word: str) -> float:
    """How much a word says about which name is meant, from 0 to 1."""
    if word in LIGHT:
        return LIGHT_WEIGHT
    if word == PARTY:
        return PARTY_WEIGHT  # "Reform UK party" is Reform UK
    if word in POINTERS:
        return POINTER_WEIGHT
    return 1.0


def without_noise(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words less those around a name; none where there is nothing else.

    An article right before a name may be part of it: The Wrekin, and no MP called Moon is meant
    by "the moon".
    """
    start, end = 0, len(words)
    while start < end and words[start] in BEFORE:
        start += 1
    if 0 < start < end and words[start - 1] in _ARTICLES:
        start -= 1
    while end > start and words[end - 1] in AFTER:
        end -= 1
    return words[start:end]


def without_titles(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words less the titles before a name and MP after it, unless nothing else is left."""
    start = 0
    while start < len(words) and words[start] in TITLES:
        start += 1
    end = len(words)
    while end > start and words[end - 1] in HONOURS:
        end -= 1
    return words[start:end] or words[-1:]


def only_joins(words: tuple[str, ...]) -> bool:
    """Whether there is nothing but words that stand between others, or chat."""
    return not set(words) - _JOINING - CHAT


def says_nothing(text: str) -> bool:
    """Whether all of the words only stand around names: "who is my mp"."""
    return only_joins(without_noise(words_of(text)))
