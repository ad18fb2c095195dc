"""Constituencies of both boundary sets, what became of each, and the names people write them by."""

from dataclasses import dataclass, field
from pathlib import Path

from bot.catalogue.schema import Row
from bot.importing.facts import Line, read, read_curated
from bot.text import fold

FIRST_POLL_OF_2024_BOUNDARIES = "2024-07-04"
UNCHANGED = 0.9999  # both shares of a seat whose boundaries stayed as they were


@dataclass
class ConstituencyBook:
    """The constituencies of an import.

    Five Scottish seats kept their boundaries and their codes: one row belongs to both sets. Five
    others have an old code in some files for the seat of 2024; `new_code` puts that right.
    """

    rows: dict[str, Row] = field(default_factory=dict)
    successions: list[Row] = field(default_factory=list)
    aliases: list[Row] = field(default_factory=list)
    recoded: dict[str, str] = field(default_factory=dict)

    def new_code(self, code: str) -> str:
        """The code of a 2024 seat, given what a file on 2024 boundaries calls it."""
        return self.recoded.get(code, code)


def build(source: Path, curated: Path, contests: list[Line]) -> ConstituencyBook:
    book = ConstituencyBook()
    aliases = read(source, "constituency_aliases.csv")
    book.recoded = {line["alias"]: line["code"] for line in aliases if line["kind"] == "old_code"}
    # In order of date, so that the newest way to write a name is the one that stays.
    for line in sorted(contests, key=lambda line: line["polled_on"]):
        _see(book, line)
    _place(book, read(source, "constituency_centroids.csv"))
    for line in read_curated(curated, "welsh_names.csv"):
        book.rows[line["code"]]["name_welsh"] = line["name_welsh"]
    book.successions = [_succession(book, line) for line in read(source, "boundary_overlaps.csv")]
    _estimate_old_centroids(book)
    _take_aliases(book, aliases + _our_aliases(book, curated))
    return book


def boundaries_on(polled_on: str) -> str:
    return "2024" if polled_on >= FIRST_POLL_OF_2024_BOUNDARIES else "2010"


def _see(book: ConstituencyBook, line: Line) -> None:
    """Take the newest form of the name; contests come in order of date."""
    boundaries = boundaries_on(line["polled_on"])
    known = book.rows.get(line["code"])
    book.rows[line["code"]] = {
        "code": line["code"],
        "name": _tidy(line["constituency"]),
        "name_welsh": None,
        "first_boundaries": known["first_boundaries"] if known else boundaries,
        "last_boundaries": boundaries,
        "country": line["country"],
        "region": line["region"],
        "kind": line["type"],
        "latitude": None,
        "longitude": None,
        "centroid_source": None,
    }


def _tidy(name: str) -> str:
    """Small words in lower case, as the orders that make the seats write them."""
    for word in ("Of", "On", "Upon", "An", "And", "Under", "Le"):
        name = name.replace(f" {word} ", f" {word.lower()} ")
        name = name.replace(f"-{word}-", f"-{word.lower()}-")
    return name


def _place(book: ConstituencyBook, centroids: list[Line]) -> None:
    for line in centroids:
        row = book.rows[book.new_code(line["code"])]
        row["latitude"], row["longitude"] = float(line["lat"]), float(line["lon"])
        row["centroid_source"] = "ONS"
        row["name_welsh"] = line["name_welsh"] or None


def _succession(book: ConstituencyBook, line: Line) -> Row:
    return {
        "old_code": line["old_code"],
        "new_code": book.new_code(line["new_code"]),
        "share_of_old": float(line["share_of_old_population"]),
        "share_of_new": float(line["share_of_new_population"]),
    }


def _estimate_old_centroids(book: ConstituencyBook) -> None:
    """An abolished seat's middle: those of its successors, weighted by where its people went."""
    parts: dict[str, list[tuple[float, Row]]] = {}
    for row in book.successions:
        parts.setdefault(str(row["old_code"]), []).append(
            (float(row["share_of_old"] or 0), book.rows[str(row["new_code"])])
        )
    for code, successors in parts.items():
        old = book.rows[code]
        if old["latitude"] is None:
            total = sum(share for share, _ in successors)
            for axis in ("latitude", "longitude"):
                weighted = sum(share * float(new[axis] or 0) for share, new in successors)
                old[axis] = round(weighted / total, 4)
            whole = max(share for share, _ in successors) >= UNCHANGED
            old["centroid_source"] = "successor" if whole else "estimated from successors"


def _our_aliases(book: ConstituencyBook, curated: Path) -> list[Line]:
    """Our own, for every seat of that name."""
    return [
        {"alias": line["alias"], "code": code, "kind": "name"}
        for line in read_curated(curated, "our_constituency_aliases.csv")
        for code, row in book.rows.items()
        if row["name"] == line["name"]
    ]


def _take_aliases(book: ConstituencyBook, lines: list[Line]) -> None:
    """Every other spelling once; codes of other files are no names."""
    seen: set[tuple[str, str]] = set()
    for line in lines:
        name = str(book.rows[line["code"]]["name"])
        # Old codes are kept apart; they mean another seat in files on the older boundaries.
        useless = line["kind"] == "old_code" or line["alias"] == name
        if useless or (line["code"], fold(line["alias"])) in seen:
            continue
        if line["kind"] != "slug" or fold(line["alias"]) != fold(name):
            seen.add((line["code"], fold(line["alias"])))
            book.aliases.append(
                {"code": line["code"], "alias": line["alias"], "kind": line["kind"]}
            )
