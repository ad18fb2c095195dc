"""Declarations as `teller declare` reads them, as bulletins."""

import json
from collections.abc import Iterable, Iterator

from bot.declarations import reading
from bot.declarations.feeds.feed import Bulletin, Misread, Word
from bot.text import fold

_LONGEST_TEXT = 2000  # letters that are kept of what came


def spoken(text: str, order: int = 0) -> Iterator[Bulletin | Misread]:
    """Everything that JSON lines, one JSON object or list of them, or CSV says, in order."""
    for received in reading.read(iter(_lines(text))):
        kept_text = received.text[:_LONGEST_TEXT]
        if received.report is None:
            yield Misread(kept_text, received.reason)
        else:
            word = Word.RETRACTED if received.report.withdrawn else Word.RESULT
            yield Bulletin(word, received.report, kept_text, order)


def _lines(text: str) -> list[str]:
    """One object a line, also of a list, or of one object that is written over several lines."""
    lines = text.splitlines(keepends=True)
    first = next((line for line in lines if line.strip()), "").lstrip()
    if first.startswith("[") or (first.startswith("{") and not _is_json(first)):
        try:
            whole = json.loads(text)
        except (ValueError, RecursionError):
            return lines
        objects = whole if isinstance(whole, list) else [whole]
        return [json.dumps(one, ensure_ascii=False) for one in objects]
    return lines


def _is_json(line: str) -> bool:
    try:
        json.loads(line)
    except (ValueError, RecursionError):
        return False
    return True


def told_last(
    items: Iterable[Bulletin | Misread],
) -> Iterator[tuple[str, Bulletin | Misread]]:
    """The last word on each contest, with a key of it, and every Misread with an empty one."""
    last: dict[str, Bulletin] = {}
    for item in items:
        if isinstance(item, Misread):
            yield "", item
        else:
            key = f"{item.report.polled_on} {fold(item.report.constituency)}"
            last.pop(key, None)
            last[key] = item
    yield from last.items()


def kept(item: Bulletin | Misread) -> str:
    """All that it says, which its text may not hold to the end."""
    return repr(item.report) if isinstance(item, Bulletin) else item.text
