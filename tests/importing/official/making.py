"""The official export of contests, written from the tables with the csv module alone."""

import csv
import io
import shutil
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

Row = dict[str, str]

COLUMNS = (
    "Parliament number,General election polling date,General election is notional,Country name,"
    "English region name,Constituency name,Constituency geographic code,Constituency designation,"
    "Electorate,Election polling date,Election is by-election,Declaration time,"
    "Election valid vote count,Election invalid vote count,Election result summary,"
    "Candidate family name,Candidate given name,Candidate MNIS ID,Candidate is sitting MP,"
    "Candidate is former MP,Main party name,Main party abbreviation,"
    "Main party Electoral Commission ID,Main party MNIS ID,Adjunct party name,"
    "Candidate is standing as Commons Speaker,Candidate is standing as independent,"
    "Candidate is notional political party aggregate,Candidate vote count,Candidate vote share,"
    "Candidate vote change,Majority,Candidate result position"
).split(",")


def table(folder: Path, name: str) -> list[Row]:
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def keep(folder: Path, name: str, wanted: Callable[[Row], bool]) -> None:
    """The table without the rows that are not wanted."""
    rows = table(folder, name)
    if all(map(wanted, rows)):
        return
    with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(handle, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(row for row in rows if wanted(row))


def as_export(rows: Iterable[Row]) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def export_rows(folder: Path, wanted: Callable[[Row], bool]) -> list[Row]:
    """A line for each candidacy of the contests that are wanted."""
    contests = {
        (row["code"], row["polled_on"]): row for row in table(folder, "contest") if wanted(row)
    }
    persons = {row["id"]: row for row in table(folder, "person")}
    seats = {row["code"]: row for row in table(folder, "constituency")}
    numbers: Row = {}
    for row in table(folder, "party_registration"):
        numbers.setdefault(row["party_id"], row["ec_id"])
    shorts = {row["id"]: row["short"] for row in table(folder, "party")}
    return [
        _row(row, contest, persons[row["person_id"]], seats[row["code"]], numbers, shorts)
        for row in table(folder, "candidacy")
        if (contest := contests.get((row["code"], row["polled_on"])))
    ]


def _row(row: Row, contest: Row, person: Row, seat: Row, numbers: Row, shorts: Row) -> Row:
    party = row["party_id"]
    alone = party in ("independent", "speaker")
    coop = "Co-operative" in row["ballot_party"]
    family = person["family_name"]
    known = row["standing_as"].endswith(f" {family}")
    given = row["standing_as"].removesuffix(family).strip() if known else ""
    family = family if known else row["standing_as"]
    first = row["position"] == "1"
    return {
        "General election polling date": row["polled_on"],
        "General election is notional": "false",
        "Country name": seat["country"],
        "Constituency name": seat["name"],
        "Constituency geographic code": row["code"],
        "Electorate": contest["electorate"],
        "Election polling date": row["polled_on"],
        "Election is by-election": str(contest["kind"] == "by").lower(),
        "Declaration time": contest["declared_at"] if contest["certainty"] == "official" else "",
        "Election valid vote count": contest["published_valid_votes"],
        "Election invalid vote count": contest["rejected_votes"],
        "Election result summary": contest["published_outcome"],
        "Candidate family name": family,
        "Candidate given name": given,
        "Candidate MNIS ID": person["mnis_id"],
        "Candidate is sitting MP": {"1": "true", "0": "false"}.get(row["sitting"], ""),
        "Candidate is former MP": "",
        "Main party name": "" if alone else "Labour" if coop else row["ballot_party"],
        "Main party abbreviation": "" if alone else shorts[party],
        "Main party Electoral Commission ID": "" if alone else numbers.get(party, ""),
        "Adjunct party name": "Co-operative Party" if coop else "",
        "Candidate is standing as Commons Speaker": str(party == "speaker").lower(),
        "Candidate is standing as independent": str(party == "independent").lower(),
        "Candidate is notional political party aggregate": "false",
        "Candidate vote count": row["published_votes"],
        "Candidate vote share": _share(row, contest),
        "Candidate vote change": row["published_change"],
        "Majority": contest["published_majority"] if first else "",
        "Candidate result position": row["position"],
    }


def _share(row: Row, contest: Row) -> str:
    return f"{int(row['published_votes']) / int(contest['published_valid_votes']):.6f}"


def candidate_results(rows: Iterable[Row]) -> str:
    """The list of one contest's candidates alone, as the site writes it: without quotes."""
    columns = [one for one in COLUMNS if one.startswith(("Candidate", "Main", "Adjunct"))]
    columns.remove("Main party Electoral Commission ID")
    lines = [",".join(columns), *(",".join(row.get(one, "") for one in columns) for row in rows)]
    return "\n".join(lines) + "\n\n"


_OF_SEATS = ("constituency", "contest", "candidacy", "contest_note", "night_as_entered")
_OF_PERSONS = ("person_identifier", "person_alias")
_OTHERS = ("person", "party", "party_registration", "party_alias", "succession")


def narrow(folder: Path, into: Path, codes: set[str]) -> None:
    """A copy of what an export may change, with these seats alone: imports take a moment."""
    into.mkdir()
    for name in (*_OF_SEATS, *_OF_PERSONS, *_OTHERS):
        shutil.copy(folder / f"{name}.csv", into)
    for name in _OF_SEATS:
        keep(into, name, lambda row: row["code"] in codes)
    keep(into, "succession", lambda row: {row["old_code"], row["new_code"]} <= codes)
    stood = {row["person_id"] for row in table(into, "candidacy")}
    keep(into, "person", lambda row: row["id"] in stood)
    for name in _OF_PERSONS:
        keep(into, name, lambda row: row["person_id"] in stood)


_ANSWERS = {"Yes": "true", "No": "false"}


def published_rows(facts: Path) -> list[Row]:
    """A line for each candidacy as the site has it, from the raw facts: none of it is mended."""
    contests = {(row["code"], row["polled_on"]): row for row in table(facts, "contests")}
    ranked = sorted(table(facts, "candidacies"), key=lambda row: -int(row["votes"]))
    places: Counter[tuple[str, str]] = Counter()
    rows = []
    for row in ranked:
        key = row["code"], row["polled_on"]
        places[key] += 1
        rows.append(_published(row, contests[key], places[key]))
    return rows


def _published(row: Row, contest: Row, place: int) -> Row:
    speaker, independent = (row["party_abbr"] == one for one in ("Spk", "Ind"))
    alone = speaker or independent
    official = contest["declared_source"] == "official"
    return {
        "Constituency name": contest["constituency"],
        "Constituency geographic code": row["code"],
        "Electorate": contest["electorate"],
        "Election polling date": row["polled_on"],
        "Election is by-election": str(contest["kind"] == "by").lower(),
        "Declaration time": contest["declared_at"].replace("T", " ") if official else "",
        "Election valid vote count": contest["valid_votes"],
        "Election invalid vote count": contest["rejected_votes"],
        "Election result summary": contest["result"],
        "Candidate family name": row["family_name"],
        "Candidate given name": row["given_name"],
        "Candidate MNIS ID": row["mnis_id"],
        "Candidate is sitting MP": _ANSWERS.get(row["sitting_mp"], ""),
        "Candidate is former MP": _ANSWERS.get(row["former_mp"], ""),
        "Main party name": "" if alone else row["party"],
        "Main party abbreviation": "" if alone else row["party_abbr"],
        "Main party Electoral Commission ID": row["party_ec_id"],
        "Candidate is standing as Commons Speaker": str(speaker).lower(),
        "Candidate is standing as independent": str(independent).lower(),
        "Candidate vote count": row["votes"],
        "Candidate vote change": row["share_change_as_published"],
        "Majority": contest["majority_as_published"] if place == 1 else "",
        "Candidate result position": str(place),
    }
