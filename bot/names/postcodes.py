"""Postcodes, whole or half. They are read, never kept and never said back."""

import re

from bot.names.words import AFTER, BEFORE

# Royal Mail's format: an outward code of two to four signs, then a digit and two letters.
_OUTWARD = r"[a-z]{1,2}\d[a-z\d]?"
_WHOLE = re.compile(rf"(?<![a-z\d])({_OUTWARD})\s*\d[a-z]{{2}}(?![a-z\d])")
# The outward code, perhaps with as much of the rest as was typed so far.
_HALF = re.compile(rf"^({_OUTWARD})(?:\s+\d[a-z]?)?$")
_ABOUT_IT = frozenset({"postcode", "postal", "code", "district", "area", "and", "near"})


def district_of(text: str) -> str | None:
    """The district, N19 for "mp for n19 5qq", or None where there is no postcode.

    A whole postcode counts anywhere in the text, a half one only where no other name stands.
    """
    lowered = text.lower()
    whole = _WHOLE.search(lowered)
    if whole:
        return whole.group(1).upper()
    words = re.findall(r"[a-z\d]+", lowered)
    rest = [word for word in words if word not in BEFORE | AFTER | _ABOUT_IT]
    half = _HALF.match(" ".join(rest))
    return half.group(1).upper() if half else None
