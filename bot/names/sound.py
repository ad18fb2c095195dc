"""How an English word sounds, roughly: words that sound alike get the same key."""

import re

# In this order; each rule works on what the rules before it left.
_BEGINNINGS = (("kn", "n"), ("gn", "n"), ("wr", "r"), ("ps", "s"), ("wh", "w"), ("x", "s"))
_GROUPS = (
    ("ough", "o"),
    ("augh", "a"),
    ("eigh", "i"),
    ("igh", "i"),
    ("ph", "f"),
    ("tch", "x"),
    ("sch", "x"),
    ("sh", "x"),
    ("ch", "x"),
    ("dge", "j"),
    ("dg", "j"),
    ("ge", "je"),
    ("gi", "ji"),
    ("gy", "ji"),
    ("gh", "g"),
    ("ce", "se"),
    ("ci", "si"),
    ("cy", "si"),
    ("ck", "k"),
    ("c", "k"),
    ("q", "k"),
    ("z", "s"),
    ("v", "f"),
    ("y", "i"),
)
_SPOKEN_SHORT = "cester"
_SILENT = re.compile(r"(?<=[a-z])(?:h|w(?=[^aeiou]|$))|(?<=m)b(?=e?$)")
_VOWELS = re.compile(r"(?<=.)[aeiou]+")
_DOUBLED = re.compile(r"(.)\1+")


def sound(word: str) -> str:
    """The first letter's sound and the consonants after it: Wycombe and Wickham give "wkm"."""
    for spelled, spoken in _BEGINNINGS:
        if word.startswith(spelled):
            word = spoken + word[len(spelled) :]
            break
    if word.endswith(_SPOKEN_SHORT) and word != _SPOKEN_SHORT:
        word = word.removesuffix(_SPOKEN_SHORT) + "ster"
    for spelled, spoken in _GROUPS:
        word = word.replace(spelled, spoken)
    word = _VOWELS.sub("", _DOUBLED.sub(r"\1", _SILENT.sub("", word)))
    return _DOUBLED.sub(r"\1", word)
