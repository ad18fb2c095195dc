"""Postcodes, whole or half. They are read, never kept."""

import re

# Royal Mail's format: an outward code of two to four signs, then a digit and two letters.
_WHOLE = re.compile(r"^([a-z]{1,2}\d[a-z\d]?)\s*\d[a-z]{2}$")
_HALF = re.compile(r"^([a-z]{1,2}\d{1,2}[a-z]?)(?:\s*\d)?$")


def district_of(text: str) -> str | None:
    """The district, N19 for "n19 5qq", or None if the text is no postcode."""
    compact = " ".join(text.split()).lower()
    for pattern in (_WHOLE, _HALF):
        found = pattern.match(compact)
        if found:
            return found.group(1).upper()
    return None
