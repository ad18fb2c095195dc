"""The official export of contests, written from the tables with the csv module alone."""

import csv
import io
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
        "Candidate vote change": row["published_change"],
        "Majority": contest["published_majority"] if first else "",
        "Candidate result position": row["position"],
    }
