"""The elections of 1918 to 2005, when only votes by group of parties are known for every seat."""

from collections import Counter
from datetime import datetime

from bot.catalogue.schema import Row
from bot.errors import DataError
from bot.importing.facts import Line
from bot.importing.report import Report
from bot.text import slug

GROUPS = ("con", "lab", "lib", "nat", "oth")
_REGIONS = {"Yorkshire & The Humber": "Yorkshire and The Humber", "Eastern": "East of England"}
_REGIONS["Yorkshire and the Humber"] = "Yorkshire and The Humber"
_UNOPPOSED = "unopposed:"


def contest_rows(lines: list[Line]) -> tuple[list[Row], list[Row]]:
    """One row a contest and one a group that stood; an unopposed group has no votes."""
    contests: list[Row] = []
    votes: list[Row] = []
    seen: Counter[str] = Counter()
    for line in lines:
        base = f"{line['election']}/{slug(line['constituency'])}"
        seen[base] += 1
        key = base if seen[base] == 1 else f"{base}-{seen[base]}"
        contests.append(_contest(line, key))
        votes += [
            {"historic_id": key, "party_group": group, "votes": int(line[group])}
            for group in GROUPS
            if line[group] and int(line[group]) >= 0 and not _was_unopposed(line)
        ]
    return contests, votes


def _was_unopposed(line: Line) -> bool:
    """Nobody voted; the 0 that the source gives some groups is none that was counted."""
    return _UNOPPOSED in line["flags"] or line["total_votes"] == "-1"


def _contest(line: Line, key: str) -> Row:
    flags = [flag for flag in line["flags"].split(";") if flag]
    unopposed = [flag.removeprefix(_UNOPPOSED) for flag in flags if flag.startswith(_UNOPPOSED)]
    remarks = [flag for flag in flags if not flag.startswith(_UNOPPOSED)]
    return {
        "id": key,
        "election": line["election"],
        "polled_on": line["date"],
        "constituency": line["constituency"],
        "region": _REGIONS.get(line["region"], line["region"]),
        "boundaries": line["boundaries"],
        "seats": int(line["seats"]),
        "electorate": _known(line["electorate"]),
        "total_votes": _known(line["total_votes"]),
        "leading_group": line["leading_group"] or None,
        "unopposed_group": unopposed[0] if unopposed else None,
        "remark": "; ".join(remarks) or None,
    }


def _known(text: str) -> int | None:
    """The source writes -1 for what was not counted, as where nobody opposed."""
    return int(text) if text and int(text) >= 0 else None


def winner_rows(lines: list[Line]) -> list[Row]:
    return [
        {
            "polled_on": line["date"],
            "constituency": line["constituency"],
            "winner": line["winner"],
            "party": line["party"],
            "votes": int(line["votes"]) if line["votes"] else None,
        }
        for line in lines
    ]


def maiden_speech_rows(lines: list[Line], members: dict[str, str], report: Report) -> list[Row]:
    """`members` is Parliament's name for each number since 2010.

    A number that stands beside another member's name is put right where that name has just one.
    """
    return [
        {
            "mnis_id": _number_of(line, members, report),
            "name": line["name"],
            "parliament": line["parliament"],
            "delivered_on": _iso(line["maiden_speech_date"]),
            "constituency": line["constituency"] or None,
        }
        for line in lines
    ]


def _number_of(line: Line, members: dict[str, str], report: Report) -> str:
    given = line["mnis_id"]
    if members.get(given, line["name"]) == line["name"]:
        return given
    right = [number for number, name in members.items() if name == line["name"]]
    if len(right) != 1:
        return given
    report.mended.append(f"Maiden speech of {line['name']}: number {given} is {members[given]}'s.")
    return right[0]


def _iso(british: str) -> str:
    """A date written dd/mm/yyyy."""
    try:
        return datetime.strptime(british, "%d/%m/%Y").date().isoformat()  # noqa: DTZ007 (a day)
    except ValueError as wrong:
        raise DataError(
            f"first_parliament.csv has the date {british!r}, not dd/mm/yyyy."
        ) from wrong
