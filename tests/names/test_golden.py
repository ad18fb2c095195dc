"""What people type, and what they mean by it: tests/golden says what is right."""

import csv
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import pytest
from rapidfuzz import fuzz, process, utils

from bot.catalogue.catalogue import Catalogue
from bot.names.finding import Finding, Verdict
from bot.names.room import NamesRoom

TABLE = Path(__file__).parents[1] / "golden" / "names.csv"
NOT_REGISTERED = {"PP119": "labour", "independent": "independent", "speaker": "speaker"}
ONE_IN = 6  # of the table is enough to compare with a scan of every name

Meant = tuple[str, str]
Resolve = Callable[[str], str | None]


@dataclass(frozen=True)
class Row:
    """One line of the table, with the ids of what may be meant."""

    query: str
    verdicts: frozenset[str]
    meant: frozenset[Meant]
    category: str


@dataclass(frozen=True)
class Tried:
    row: Row
    finding: Finding
    seconds: float

    @property
    def top(self) -> Meant | None:
        best = self.finding.best
        return (best.kind.value, best.id) if best else None

    @property
    def right(self) -> bool:
        if self.finding.verdict is Verdict.NONE:
            return "none" in self.row.verdicts
        return self.top in self.row.meant

    @property
    def confidently_wrong(self) -> bool:
        return self.finding.verdict is Verdict.MATCH and self.top not in self.row.meant

    def __str__(self) -> str:
        nearest = [f"{one.name} ({one.kind}, {one.score})" for one in self.finding.matches[:3]]
        return f"{self.row.query!r} ({self.row.category}): {self.finding.verdict}, {nearest}"


def resolvers(catalogue: Catalogue) -> dict[str, Resolve]:
    """From the table's own identifiers to the catalogue's, for each kind of thing."""
    query = catalogue.connection.execute
    registered = dict(query("SELECT ec_id, party_id FROM party_registration").fetchall())
    numbers = {
        (scheme, number): person
        for scheme, number, person in query(
            "SELECT scheme, identifier, person_id FROM person_identifier"
        )
    }
    stood = {
        (name, code): person
        for name, code, person in query("SELECT standing_as, code, person_id FROM candidacy")
    }
    places = {
        (name, code): place for name, code, place in query("SELECT name, code, id FROM place")
    }

    def person(written: str) -> str | None:
        for prefix, scheme in (("mnis:", "mnis"), ("dc:", "democracy-club")):
            if written.startswith(prefix):
                return numbers.get((scheme, written.removeprefix(prefix)))
        return stood.get(_name_and_code(written))

    return {
        "constituency": lambda code: code if code in catalogue.seats.by_code else None,
        "party": lambda ec_id: NOT_REGISTERED.get(ec_id) or registered.get(ec_id),
        "person": person,
        "place": lambda written: places.get(_name_and_code(written.replace("’", "'"))),
    }


def _name_and_code(written: str) -> tuple[str, str]:
    name, _, code = written.rpartition("@")
    return name, code


@pytest.fixture(scope="module")
def rows(catalogue: Catalogue) -> list[Row]:
    resolve = resolvers(catalogue)
    found = []
    with TABLE.open(encoding="utf-8", newline="") as file:
        for line in csv.DictReader(file):
            pairs = zip(line["kind"].split("|"), line["expect"].split("|"), strict=True)
            meant = {(kind, resolve[kind](written)) for kind, written in pairs if kind}
            unknown = [kind for kind, key in meant if key is None]
            assert not unknown, f"{line['query']!r} expects a {unknown[0]} that is not there"
            found.append(
                Row(
                    line["query"],
                    frozenset(line["verdict"].split("|")),
                    frozenset((kind, key) for kind, key in meant if key),
                    line["category"],
                )
            )
    return found


@pytest.fixture(scope="module")
def tried(names: NamesRoom, rows: list[Row]) -> list[Tried]:
    """Each with the processor's own time, so that a busy machine does not count."""
    return [_try(names, row) for row in rows]


def _try(names: NamesRoom, row: Row) -> Tried:
    before = time.thread_time()
    finding = names.find(row.query)
    return Tried(row, finding, time.thread_time() - before)


def _listed(misses: Iterable[Tried]) -> str:
    return "\n" + "\n".join(map(str, misses))


def test_the_table_is_whole(rows: list[Row]) -> None:
    assert len(rows) >= 300
    for row in rows:
        assert row.verdicts <= set(Verdict)
        assert row.meant or row.verdicts == {"none"}, row.query


def test_the_top_answer_is_right_at_least_98_times_in_100(tried: list[Tried]) -> None:
    misses = [one for one in tried if not one.right]
    print(_listed(misses))  # noqa: T201
    assert len(misses) <= 0.02 * len(tried), _listed(misses)


def test_a_wrong_answer_is_given_as_sure_at_most_once_in_100(tried: list[Tried]) -> None:
    wrong = [one for one in tried if one.confidently_wrong]
    print(_listed(wrong))  # noqa: T201
    assert len(wrong) <= 0.01 * len(tried), _listed(wrong)


def test_what_must_be_refused_is_refused(tried: list[Tried]) -> None:
    taken = [
        one
        for one in tried
        if one.row.verdicts == {"none"} and one.finding.verdict is not Verdict.NONE
    ]
    assert len(taken) <= 1, _listed(taken)


def test_no_sort_of_difficulty_is_left_behind(tried: list[Tried]) -> None:
    by_category = defaultdict(list)
    for one in tried:
        by_category[one.row.category].append(one)
    for category, all_of_it in by_category.items():
        misses = [one for one in all_of_it if not one.right]
        assert len(misses) <= max(1, 0.1 * len(all_of_it)), f"{category}:{_listed(misses)}"


def test_99_of_100_names_are_found_within_10_milliseconds(tried: list[Tried]) -> None:
    seconds = sorted(one.seconds for one in tried)
    assert seconds[int(len(seconds) * 0.99)] < 0.010


def test_a_plain_scan_of_all_names_does_clearly_worse(
    catalogue: Catalogue, tried: list[Tried]
) -> None:
    """Only what has an answer counts, since a scan always finds something."""
    known = catalogue.known_names()
    spelled = [utils.default_process(one.name) for one in known]
    sample = [one for one in tried if one.row.meant][::ONE_IN]
    scanned = 0
    for one in sample:
        typed = utils.default_process(one.row.query)
        _, _, place = process.extractOne(typed, spelled, scorer=fuzz.WRatio)
        scanned += (known[place].kind, known[place].id) in one.row.meant
    ours = sum(one.right for one in sample)
    assert ours - scanned >= 0.10 * len(sample), f"{ours} against {scanned} of {len(sample)}"
