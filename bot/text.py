"""Letters: one spelling for what people write in many ways."""

import re
import unicodedata

# Letters that Unicode does not take apart into a plain letter and an accent.
_UNDECOMPOSED = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "þ": "th"}
)
_APOSTROPHES = str.maketrans({**dict.fromkeys("'’‘`ʼ", ""), "&": " and "})
_WORD = re.compile(r"[a-z0-9]+")


def fold(text: str) -> str:
    """Lower case, no accents or apostrophes, words of letters and digits one space apart."""
    plain = text.casefold()
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain.translate(_UNDECOMPOSED))
        plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return " ".join(_WORD.findall(plain.translate(_APOSTROPHES)))


def slug(text: str) -> str:
    """The folded words joined by hyphens, as Democracy Club's addresses write them."""
    return fold(text).replace(" ", "-")
