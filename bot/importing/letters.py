"""Letters that a source garbled: UTF-8 that somebody read as Latin-1 and wrote out again."""

from bot.importing.facts import Line
from bot.importing.report import Report

_SOFT_HYPHEN = "\N{SOFT HYPHEN}"  # nobody has one in their name
_COLUMNS = ("given_name", "family_name")


def mend_letters(lines: list[Line], report: Report) -> None:
    """Ã¼ is ü again wherever a whole name can be read that way."""
    for line in lines:
        for column in _COLUMNS:
            mended = _read_again(line[column])
            if mended != line[column]:
                report.mended.append(f"{line['polled_on']}: {line[column]} is {mended}.")
                line[column] = mended


def _read_again(text: str) -> str:
    text = text.replace(_SOFT_HYPHEN, "")
    try:
        return text.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return text
