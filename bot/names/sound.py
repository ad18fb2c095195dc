"""How an English word sounds, roughly: words that sound alike get the same key."""

import re

# In this order; each rule works on what the rules before it left.
_RULES = [
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"^(kn|gn)", "n"),
        (r"^wr", "r"),
        (r"^ps", "s"),
        (r"^wh", "w"),
        (r"^x", "s"),
        (r"ough", "o"),
        (r"augh", "a"),
        (r"[ei]gh", "i"),
        (r"(?<=[a-z])cester$", "ster"),
        (r"mb(?=e?$)", "m"),
        (r"ph", "f"),
        (r"(sch|sh|ch|tch)", "x"),
        (r"dge|dg", "j"),
        (r"g(?=[eiy])", "j"),
        (r"gh", "g"),
        (r"c(?=[eiy])", "s"),
        (r"ck|c|q", "k"),
        (r"th", "t"),
        (r"z", "s"),
        (r"v", "f"),
        (r"(?<=[a-z])h", ""),
        (r"(?<=[a-z])w(?=[^aeiou]|$)", ""),
        (r"y", "i"),
        (r"(.)\1+", r"\1"),
        (r"(?<=.)[aeiou]+", ""),
        (r"(.)\1+", r"\1"),
    )
]


def sound(word: str) -> str:
    """The first letter's sound and the consonants after it: Wycombe and Wickham give "wkm"."""
    for pattern, replacement in _RULES:
        word = pattern.sub(replacement, word)
    return word
