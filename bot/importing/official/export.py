"""The candidacies export of electionresults.parliament.uk, in the shape of the raw facts."""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import groupby
from zoneinfo import ZoneInfo

from bot.errors import DataError
from bot.importing.contests import Poll, name
from bot.importing.facts import Line
from bot.text import alike

_BRITAIN = ZoneInfo("Europe/London")
_MOST = 1_000_000
COLUMNS_NEEDED = (
    "Candidate family name,Candidate given name,Candidate MNIS ID,Candidate is sitting MP,"
    "Candidate is former MP,Main party name,Main party abbreviation,"
    "Candidate is standing as Commons Speaker,Candidate is standing as independent,"
    "Candidate vote count,Candidate result position"
).split(",")
_CONTEST = (
    "Constituency geographic code,Election polling date,Election is by-election,Electorate,"
    "Election valid vote count,Election invalid vote count,Election result summary,Majority"
).split(",")
_SPEAKER, _INDEPENDENT = ("Speaker", "Spk"), ("Independent", "Ind")
_AGGREGATES = ("General election is notional", "Candidate is notional political party aggregate")
_TRUE = {"true", "t", "yes", "1"}


class Faulty(ValueError):
    """Why a contest is left out."""


@dataclass
class Export:
    """`polls` can be believed; `faults` says which contests cannot, and why. `estimates` counts
    lines of notional results, which are none."""

    polls: list[Poll] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    estimates: int = 0


@dataclass(frozen=True, slots=True)
class Heading:
    """What a list of one contest's candidates does not say itself."""

    code: str
    polled_on: date
    by_election: bool


def read_export(text: str, heading: Heading | None = None) -> Export:
    """All contests of an export; of the candidates of one contest alone with its `heading`.

    Raises DataError where it is no such export.
    """
    rows = [
        _told(row, heading) for row in _rows(text, COLUMNS_NEEDED + ([] if heading else _CONTEST))
    ]
    real = [row for row in rows if not any(_is_true(row.get(one, "")) for one in _AGGREGATES)]
    export = Export(estimates=len(rows) - len(real))
    ordered = sorted(real, key=_key)
    for key, together in groupby(ordered, _key):
        try:
            export.polls.append(_poll(list(together)))
        except Faulty as fault:
            export.faults.append(f"{' '.join(key)}: {fault}; the contest is left out.")
    return export


def read_table(text: str, needed: Iterable[str]) -> list[Line]:
    """A CSV table as dictionaries. Raises DataError that names the columns it lacks."""
    return list(_rows(text, list(needed)))


def _rows(text: str, needed: list[str]) -> Iterator[Line]:
    reader = csv.DictReader(io.StringIO(text.lstrip("\ufeff")), strict=True)
    try:
        lacking = [one for one in needed if one not in (reader.fieldnames or ())]
        if lacking:
            raise DataError(
                "That is no export of UK Parliament's election results: it lacks the "
                f"{'column' if len(lacking) == 1 else 'columns'} {', '.join(lacking[:4])}."
            )
        for row in reader:
            # A comma in a name that stands without quotes shifts every cell behind it.
            if None in row or None in row.values():
                raise DataError(f"Line {reader.line_num} has more or fewer cells than the header.")
            yield {column: cell.strip() for column, cell in row.items()}
    except csv.Error as broken:
        raise DataError(
            f"The CSV cannot be read on at line {reader.line_num}: {broken}."
        ) from broken


def _told(row: Line, heading: Heading | None) -> Line:
    if heading is None:
        return row
    known = {
        "Constituency geographic code": heading.code,
        "Election polling date": heading.polled_on.isoformat(),
        "Election is by-election": str(heading.by_election),
    }
    return {**dict.fromkeys(_CONTEST, ""), **row, **known}


def _key(row: Line) -> tuple[str, str]:
    return row["Constituency geographic code"], row["Election polling date"]


def _poll(rows: list[Line]) -> Poll:
    """The candidates with most votes first. Raises Faulty."""
    votes = [_votes(row) for row in rows]
    ranked = sorted(range(len(rows)), key=lambda place: (-votes[place], _position(rows[place])))
    candidates = [_candidate(rows[place], votes[place]) for place in ranked]
    _check(candidates, [_position(rows[place]) for place in ranked], sorted(votes, reverse=True))
    return Poll(_contest(rows, votes), candidates, sorted(votes, reverse=True))


def _check(candidates: list[Line], positions: list[int], votes: list[int]) -> None:
    names = [(alike(name(one)), one["party"]) for one in candidates]
    twice = next((one for one in names if names.count(one) > 1), None)
    if twice:
        raise Faulty(f"{twice[0]} ({twice[1]}) is given twice")
    if len(candidates) < len("AB"):
        raise Faulty("one candidate alone is no whole result")
    if not votes[0]:
        raise Faulty("nobody has any votes")
    told = any(positions)
    if told and (positions != sorted(positions) or positions.count(positions[0]) > 1):
        raise Faulty("the candidates' positions contradict their votes")


def _contest(rows: list[Line], votes: list[int]) -> Line:
    first = rows[0]
    declared_at = _local_time(first.get("Declaration time", ""))
    majorities = [row["Majority"] for row in rows if row["Majority"]]
    return {
        "polled_on": _day(first["Election polling date"]),
        "kind": "by" if _is_true(first["Election is by-election"]) else "general",
        "code": first["Constituency geographic code"],
        "constituency": first.get("Constituency name", ""),
        "country": first.get("Country name", ""),
        "declared_at": declared_at,
        "declared_source": "official" if declared_at else "",
        "result": first["Election result summary"],
        "electorate": _optional(first["Electorate"], "the electorate"),
        "valid_votes": _optional(first["Election valid vote count"], "valid votes")
        or str(sum(votes)),
        "rejected_votes": _optional(first["Election invalid vote count"], "invalid votes"),
        "majority_as_published": _optional(majorities[0] if majorities else "", "the majority")
        or str(_lead(votes)),
    }


def _lead(votes: list[int]) -> int:
    first, second, *_ = sorted((*votes, 0), reverse=True)
    return first - second


def _candidate(row: Line, votes: int) -> Line:
    party, short = row["Main party name"], row["Main party abbreviation"]
    if _is_true(row["Candidate is standing as Commons Speaker"]):
        party, short = _SPEAKER
    elif _is_true(row["Candidate is standing as independent"]) or not party:
        party, short = _INDEPENDENT
    if "co-operative" in row.get("Adjunct party name", "").lower():
        party = "Labour and Co-operative"
    if not (row["Candidate family name"] or row["Candidate given name"]):
        raise Faulty("a candidate has no name")
    return {
        "polled_on": _day(row["Election polling date"]),
        "code": row["Constituency geographic code"],
        "given_name": row["Candidate given name"],
        "family_name": row["Candidate family name"],
        "gender": "",
        "party": party,
        "party_abbr": short,
        "party_ec_id": row.get("Main party Electoral Commission ID", ""),
        "party_mnis_id": row.get("Main party MNIS ID", ""),
        "votes": str(votes),
        "share_change_as_published": _change(row.get("Candidate vote change", "")),
        "sitting_mp": _yes_or_no(row["Candidate is sitting MP"]),
        "former_mp": _yes_or_no(row["Candidate is former MP"]),
        "mnis_id": row["Candidate MNIS ID"],
        "democracy_club_id": "",
    }


def _change(text: str) -> str:
    try:
        return str(float(text)) if text else ""
    except ValueError:
        raise Faulty(f"a vote change is {text[:20]!r}") from None


def _votes(row: Line) -> int:
    number = _optional(row["Candidate vote count"], "votes")
    if not number:
        who = f"{row['Candidate given name']} {row['Candidate family name']}".strip()
        raise Faulty(f"votes of {who[:60]} are missing")
    return int(number)


def _position(row: Line) -> int:
    return int(_optional(row["Candidate result position"], "a position") or 0)


def _optional(text: str, what: str) -> str:
    """A whole number as text, empty where it is not known."""
    if not text:
        return ""
    if not (text.isascii() and text.isdecimal()) or len(text) > len(str(_MOST)):
        raise Faulty(f"{what} is {text[:20]!r}, which is no whole number of people")
    return str(int(text))


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise Faulty(f"its polling day is {text[:20]!r}") from None


def _local_time(text: str) -> str:
    """In British time, as the tables have it. Rails writes "2024-07-05 02:07:00 UTC"."""
    if not text:
        return ""
    try:
        told = datetime.fromisoformat(text.replace(" UTC", "+00:00").replace(" +", "+"))
    except ValueError:
        raise Faulty(f"its declaration time is {text[:30]!r}") from None
    local = told.astimezone(_BRITAIN) if told.tzinfo else told
    return local.replace(tzinfo=None).isoformat(timespec="minutes")


def _is_true(text: str) -> bool:
    return text.lower() in _TRUE


def _yes_or_no(text: str) -> str:
    return "" if not text else "Yes" if _is_true(text) else "No"
