"""Reports from text: JSON, one declaration a line, or CSV, one candidate a line."""

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Any

from bot.declarations.declaration import Report, ReportedCandidate
from bot.text import is_of_names, without_joiners

LONGEST_LINE = 100_000  # letters; the longest ballot paper needs a tenth of it
_LONGEST_NAME = 200
_ECHOED = 40  # letters of a wrong name, enough to find it by
_MOST = 1_000_000
_MOST_DIGITS = 12
_COLUMNS = {"polled_on", "constituency", "name", "party", "votes"}
_YES = {"1", "true", "yes", "y", "*"}
_NO = {"0", "false", "no", "n"}


class Unreadable(ValueError):
    """The message says what was wrong with the line."""


@dataclass(frozen=True, slots=True)
class Received:
    """What came, with its report or the reason why it is none."""

    text: str
    report: Report | None
    reason: str = ""


def read(lines: Iterator[str]) -> Iterator[Received]:
    """CSV where the first line is a header with any column we know, else JSON."""
    first = next((line for line in lines if line.strip("\ufeff \t\r\n")), None)
    if first is None:
        return
    first = first.lstrip("\ufeff")
    header = {cell.strip().strip('"') for cell in first.split(",")}
    rest = _with(first, lines)
    yield from (_csv(rest) if header & _COLUMNS else _json_lines(rest))


def _with(first: str, lines: Iterator[str]) -> Iterator[str]:
    yield first
    yield from lines


def _json_lines(lines: Iterator[str]) -> Iterator[Received]:
    for line in lines:
        text = line.strip()
        if text:
            yield _received(text[:LONGEST_LINE], lambda text=text: _from_json(text))


def _received(text: str, make: Any) -> Received:
    try:
        return Received(text, make())
    except Unreadable as wrong:
        return Received(text, None, str(wrong))


def _from_json(text: str) -> Report:
    if len(text) > LONGEST_LINE:
        raise Unreadable(f"the line is longer than {LONGEST_LINE:,} letters")
    try:
        # Numbers such as NaN are no JSON, although Python would read them.
        plain = json.loads(text, parse_constant=_no_number)
    except (ValueError, RecursionError) as wrong:
        raise Unreadable("the line is no JSON object") from wrong
    if not isinstance(plain, dict):
        raise Unreadable("the line is no JSON object")
    return report_of(plain)


def _no_number(text: str) -> None:
    raise ValueError(text)


def report_of(plain: dict[str, Any]) -> Report:
    """A report from the fields of a declaration. Raises Unreadable, which tells the seat."""
    try:
        return _report(plain)
    except Unreadable as wrong:
        raise Unreadable(f"{_about(plain)}{wrong}") from wrong


def _about(plain: dict[str, Any]) -> str:
    """ "Clacton: ", empty where the seat itself cannot be read."""
    try:
        return f"{checked_text(plain.get('constituency'), '')}: "
    except Unreadable:
        return ""


def _report(plain: dict[str, Any]) -> Report:
    withdrawn = plain.get("withdrawn", False)
    if not isinstance(withdrawn, bool):
        raise Unreadable("withdrawn must be true or false")
    candidates = plain.get("candidates", [])
    if not isinstance(candidates, list) or not all(isinstance(one, dict) for one in candidates):
        raise Unreadable("candidates must be a list of objects with name, party and votes")
    return Report(
        polled_on=_day(plain.get("polled_on")),
        constituency=checked_text(plain.get("constituency"), "constituency"),
        candidates=tuple(_candidate(one, place) for place, one in enumerate(candidates, 1)),
        declared_at=_time(plain.get("declared_at")),
        electorate=checked_count(plain.get("electorate"), "electorate"),
        rejected_votes=checked_count(plain.get("rejected_votes"), "rejected_votes"),
        withdrawn=withdrawn,
    )


def _candidate(plain: dict[str, Any], place: int) -> ReportedCandidate:
    """`place` counts the candidates from 1, as they were given."""
    name = checked_text(plain.get("name"), f"the name of candidate {place}")
    votes = checked_count(plain.get("votes"), f"votes of {name}")
    if votes is None:
        raise Unreadable(f"votes of {name} are missing")
    elected = plain.get("elected")
    if elected is not None and not isinstance(elected, bool):
        raise Unreadable(f"elected of {name} must be true or false")
    return ReportedCandidate(
        name, checked_text(plain.get("party"), f"party of {name}"), votes, elected
    )


def checked_text(value: object, what: str) -> str:
    """A name without control signs, one space between its words. Raises Unreadable."""
    if not isinstance(value, str) or not without_joiners(value).strip():
        raise Unreadable(f"{what} is missing")
    if len(value) > _LONGEST_NAME:
        raise Unreadable(f"{what}, {_echo(value)}, is longer than {_LONGEST_NAME} letters")
    strange = next((sign for sign in value.strip() if not is_of_names(sign)), None)
    if strange is not None:
        raise Unreadable(
            f"{what}, {_echo(value)}, holds a control sign or another that no name has: "
            f"U+{ord(strange):04X}"
        )
    return " ".join(value.split())


def _echo(value: str) -> str:
    """As much of it as can be shown."""
    shown = " ".join("".join(sign if is_of_names(sign) else " " for sign in value).split())
    return f"“{shown[:_ECHOED]}…”" if len(shown) > _ECHOED else f"“{shown}”"


def checked_count(value: object, what: str) -> int | None:
    """A whole number of people, None where it is not given. Raises Unreadable."""
    if value is None:
        return None
    # In Python true is a number, in a declaration it is a slip.
    if isinstance(value, bool) or not isinstance(value, int):
        raise Unreadable(f"{what} must be a whole number, not {str(value)[:20]!r}")
    if value < 0:
        raise Unreadable(f"{what} cannot be negative")
    if value > _MOST:
        raise Unreadable(f"{what} are more than any constituency has people")
    return value


def _day(value: object) -> date:
    try:
        return date.fromisoformat(value if isinstance(value, str) else "")
    except ValueError as wrong:
        raise Unreadable("polled_on must be a day such as 2029-05-03") from wrong


def _time(value: object) -> datetime | None:
    if value is None:
        return None
    try:
        return datetime.fromisoformat(value if isinstance(value, str) else "")
    except ValueError as wrong:
        raise Unreadable("declared_at must be a time such as 2029-05-04T02:15") from wrong


def _csv(lines: Iterator[str]) -> Iterator[Received]:
    """What comes after a line that is no CSV cannot be told apart from it, and is not read."""
    try:
        yield from _csv_rows(lines)
    except csv.Error as broken:
        yield Received("", None, f"the CSV cannot be read on: {broken}")


def _csv_rows(lines: Iterator[str]) -> Iterator[Received]:
    """Lines of one constituency that follow one another are one declaration."""
    reader = csv.DictReader(lines)
    lacking = _COLUMNS - set(reader.fieldnames or ())
    if lacking:
        header = ",".join(reader.fieldnames or ())
        yield Received(header, None, f"the CSV lacks the columns {', '.join(sorted(lacking))}")
        return
    # Not sorted first: a file may say the same contest twice, and the later one corrects.
    for _, rows in groupby(reader, lambda row: (row["polled_on"], row["constituency"])):
        together = list(rows)
        text = json.dumps(together, ensure_ascii=False)[:LONGEST_LINE]
        yield _received(text, lambda together=together: report_of(_plain(together)))


def _plain(rows: list[dict[str, Any]]) -> dict[str, Any]:
    """The rows of one contest as one object, numbers and yes or no read from their text."""
    first = rows[0]
    withdrawn = _yes_or_no(first.get("withdrawn")) or False
    return {
        "polled_on": first["polled_on"],
        "constituency": first["constituency"],
        "declared_at": first.get("declared_at") or None,
        "electorate": _number(first.get("electorate")),
        "rejected_votes": _number(first.get("rejected_votes")),
        "withdrawn": withdrawn,
        "candidates": []
        if withdrawn
        else [
            {
                "name": row["name"],
                "party": row["party"],
                "votes": _number(row["votes"]),
                "elected": _yes_or_no(row.get("elected")),
            }
            for row in rows
        ],
    }


def _number(text: object) -> int | str | None:
    """24120 and 24,120; anything else stays text and is refused as no number."""
    if text is None or not str(text).strip():
        return None
    plain = str(text).strip().replace(",", "")
    if len(plain) > _MOST_DIGITS:
        return plain
    return int(plain) if plain.removeprefix("-").isdecimal() and plain.isascii() else str(text)


def _yes_or_no(text: object) -> bool | str | None:
    plain = str(text or "").strip().lower()
    if not plain:
        return None
    return True if plain in _YES else False if plain in _NO else str(text)
