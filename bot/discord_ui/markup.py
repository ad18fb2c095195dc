"""Text from ballot papers, feeds and people, made harmless for Discord's Markdown."""

import re
from collections.abc import Sequence

# Null bytes and the like, and the signs that turn the direction of everything after them.
_INVISIBLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
_SPECIAL = re.compile(
    r"(?P<link>https?://[\w./%?=&#:-]+)"
    r"|(?P<sign>[\\*_~|`<>\[\]])"
    r"|^(?P<start>\s*(?:#(?=[#\s])|-(?=[#\s])|\+(?=\s)|\d+(?=[.)]\s)))"
)
# Other mentions start with a sign that is escaped anyway.
_EVERYBODY = re.compile(r"@(?=everyone|here)")


def tidy(text: str) -> str:
    """One line, without anything that cannot be seen."""
    return " ".join(_INVISIBLE.sub(" ", text).split())


def clip(text: str, limit: int) -> str:
    """At most `limit` characters, for places that show text as it is: labels, choices, footers."""
    text = tidy(text)
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def escape(text: str, limit: int) -> str:
    """One line that Discord shows as it was written; `limit` counts the escapes too."""
    text = tidy(text)
    escaped = _escaped(text[: limit + 1])
    return escaped if len(escaped) <= limit else _shortened(text[:limit], limit)


def join_whole(lines: Sequence[str], limit: int) -> str:
    """As many of the lines as fit, and how many more there are. No line is cut in two."""
    text = "\n".join(lines)
    if len(text) <= limit:
        return text
    fitting = ""
    for kept in range(len(lines)):
        text = "\n".join([*lines[:kept], f"… and {len(lines) - kept} more"])
        if len(text) > limit:
            break
        fitting = text
    return fitting


def _escaped(text: str) -> str:
    return _EVERYBODY.sub("@\u200b", _SPECIAL.sub(_with_backslash, text))


def _shortened(text: str, limit: int) -> str:
    # Escapes only ever add, so leaving off as many signs as are too many is always enough.
    while (surplus := len(_escaped(text)) - limit + 1) > 0:
        text = text[:-surplus]
    return _escaped(text).rstrip() + "…"


def _with_backslash(found: re.Match[str]) -> str:
    if found["link"]:
        return found["link"]
    if found["sign"]:
        return "\\" + found["sign"]
    start = found["start"]
    return f"{start}\\" if start[-1].isdigit() else f"{start[:-1]}\\{start[-1]}"
