"""Letters: one spelling for what people write in many ways."""

import re
import unicodedata

# Letters that Unicode does not take apart into a plain letter and an accent.
_UNDECOMPOSED = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "þ": "th"}
)
_APOSTROPHES = str.maketrans({**dict.fromkeys("'’‘`ʼ", ""), "&": " and "})
_WORD = re.compile(r"[a-z0-9]+")
# Unseen: Persian and the scripts of India need them to join letters or hold them apart.
_JOINERS = str.maketrans({"\u200c": None, "\u200d": None})


def fold(text: str) -> str:
    """Lower case, no accents or apostrophes, words of letters and digits one space apart."""
    return " ".join(_WORD.findall(_unaccented(text)))


def _unaccented(text: str) -> str:
    plain = text.casefold()
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", without_joiners(plain).translate(_UNDECOMPOSED))
        plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return plain.translate(_APOSTROPHES)


def alike(text: str) -> str:
    """What all spellings of one name share: `fold`, unless that would lose a letter.

    Two names are one where this is the same; `fold` is nothing at all for 王小明.
    """
    folded = fold(text)
    lost = (sign for sign in _unaccented(text) if sign.isalnum() and not sign.isascii())
    if folded and next(lost, None) is None:
        return folded
    plain = unicodedata.normalize("NFKC", without_joiners(text))
    plain = unicodedata.normalize("NFKC", plain.casefold())
    # Accents stay: in many scripts they are vowels.
    bare = (sign if unicodedata.category(sign)[0] in "LMN" else " " for sign in plain)
    return " ".join("".join(bare).split()) or " ".join(plain.split())


def without_joiners(text: str) -> str:
    """Without the unseen signs that join letters or hold them apart."""
    return text.translate(_JOINERS)


def is_of_names(sign: str) -> bool:
    """Whether a name may hold it, which no control sign may."""
    # Web pages write spaces that do not break.
    return sign.isprintable() or unicodedata.category(sign) == "Zs" or not without_joiners(sign)


def slug(text: str) -> str:
    """The folded words joined by hyphens, as Democracy Club's addresses write them."""
    return fold(text).replace(" ", "-")


def storable(text: str) -> str:
    """Half a surrogate pair, which JSON can hold, is no text that can be written down."""
    return text.encode("utf-8", errors="replace").decode("utf-8")
