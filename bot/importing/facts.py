"""The raw facts, as other people publish them: one CSV file a subject."""

import csv
from pathlib import Path

from bot.errors import DataError

Line = dict[str, str]

REQUIRED = {
    "contests.csv": {"polled_on", "kind", "code", "constituency", "result", "valid_votes"},
    "candidacies.csv": {"polled_on", "code", "given_name", "family_name", "party", "votes"},
    "notional_results.csv": {"election", "boundaries", "code", "party", "votes", "total_votes"},
    "boundary_overlaps.csv": {"old_code", "new_code", "share_of_old_population"},
    "constituency_centroids.csv": {"code", "name_welsh", "lat", "lon"},
    "constituency_aliases.csv": {"alias", "code", "boundaries", "kind"},
    "places.csv": {"place", "code", "population", "metres_from_boundary"},
    "postcode_districts.csv": {"district", "code", "share_of_area", "places_inside"},
    "mp_aliases.csv": {"alias", "mnis_id"},
    "mps_since_2010.csv": {"mnis_id", "name", "democracy_club_ids"},
    "parties.csv": {"name", "ec_id", "mnis_id", "abbr", "pa_abbr", "colour"},
    "historic_results_1918_2005.csv": {"election", "date", "constituency", "leading_group"},
    "winners_1997_2005.csv": {"date", "constituency", "winner", "party", "votes"},
    "first_parliament.csv": {"mnis_id", "parliament", "maiden_speech_date"},
}


def read(folder: Path, name: str) -> list[Line]:
    """All lines of one file. Raises DataError when it is missing or lacks a column."""
    path = folder / name
    try:
        with path.open(encoding="utf-8", newline="") as handle:
            lines = list(csv.DictReader(handle))
    except FileNotFoundError as missing:
        message = f"{name} is not in {folder}; give the folder that holds the raw facts."
        raise DataError(message) from missing
    lacking = REQUIRED.get(name, set()) - set(lines[0] if lines else ())
    if lacking:
        raise DataError(f"{name} lacks the columns {', '.join(sorted(lacking))}.")
    return lines


def read_curated(folder: Path, name: str) -> list[Line]:
    """Our own additions and corrections, kept beside the tables in data/curated."""
    return read(folder / "curated", name)
