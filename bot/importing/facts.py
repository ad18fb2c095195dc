"""The raw facts, as other people publish them: one CSV file a subject."""

import csv
from pathlib import Path

from bot.errors import DataError

Line = dict[str, str]

REQUIRED = {
    "contests.csv": (
        "polled_on kind code constituency country region type declared_at declared_source result "
        "electorate valid_votes rejected_votes majority_as_published"
    ),
    "candidacies.csv": (
        "polled_on code given_name family_name gender party party_abbr party_ec_id votes "
        "share_change_as_published sitting_mp former_mp mnis_id democracy_club_id"
    ),
    "notional_results.csv": (
        "election boundaries code party mnis_party_id votes total_votes electorate"
    ),
    "boundary_overlaps.csv": "old_code new_code share_of_old_population share_of_new_population",
    "constituency_centroids.csv": "code name_welsh lat lon",
    "constituency_aliases.csv": "alias code boundaries kind",
    "places.csv": "place code population metres_from_boundary",
    "postcode_districts.csv": "district code share_of_area places_inside",
    "mp_aliases.csv": "alias mnis_id",
    "mps_since_2010.csv": "mnis_id name democracy_club_ids",
    "parties.csv": "name ec_id mnis_id abbr pa_abbr colour",
    "historic_results_1918_2005.csv": (
        "election date constituency region boundaries seats electorate con lab lib nat oth "
        "total_votes leading_group flags"
    ),
    "winners_1997_2005.csv": "date constituency winner party votes",
    "first_parliament.csv": "mnis_id name parliament maiden_speech_date constituency",
    "election_night_2024_as_entered.csv": (
        "observed_at code leader_democracy_club_id leader leader_party leader_votes "
        "total_votes_entered candidates_with_votes candidates"
    ),
}
_NUMBERS = frozenset(
    "votes valid_votes majority_as_published total_votes "
    "leader_votes total_votes_entered candidates_with_votes candidates".split()
)


def read(folder: Path, name: str) -> list[Line]:
    """All lines of one file of raw facts. Raises DataError that names what is wrong where."""
    advice = "give the folder that holds the raw facts"
    return _lines(folder / name, REQUIRED.get(name, "").split(), advice)


def read_curated(folder: Path, name: str) -> list[Line]:
    """Our own additions and corrections, kept beside the tables in data/curated."""
    return _lines(folder / "curated" / name, [], "restore data/curated from the repository")


def _lines(path: Path, required: list[str], advice: str) -> list[Line]:
    try:
        with path.open(encoding="utf-8", newline="") as handle:
            reader = csv.DictReader(handle, strict=True)
            lacking = [name for name in required if name not in (reader.fieldnames or ())]
            if lacking:
                raise DataError(f"{path.name} lacks the columns {', '.join(lacking)}.")
            return [_whole(line, f"{path.name}, line {reader.line_num}") for line in reader]
    except FileNotFoundError as missing:
        message = f"{path.name} is not in {path.parent}; {advice}."
        raise DataError(message) from missing
    except OSError as failed:
        raise DataError(f"{path} cannot be read: {failed.strerror}.") from failed
    except UnicodeDecodeError as broken:
        raise DataError(f"{path.name} is not UTF-8 text; {advice}.") from broken
    except csv.Error as broken:
        raise DataError(f"{path.name} is no CSV file: {broken}.") from broken


def _whole(line: dict[str, str], where: str) -> Line:
    """The line, if it has just as many cells as the header and numbers where they belong."""
    if None in line or None in line.values():
        raise DataError(f"{where} has more or fewer cells than the header.")
    for column in _NUMBERS & line.keys():
        if line[column] and not line[column].removeprefix("-").isdecimal():
            raise DataError(f"{where}: {column} is {line[column]!r}, which is no whole number.")
    return line
