"""Everything since July 2024, taken out of a copy of the tables and imported again."""

import shutil
from collections import Counter
from pathlib import Path

from bot.catalogue import build
from bot.catalogue.catalogue import Catalogue
from bot.catalogue.checks import run_checks
from bot.importing.official.run import OfficialReport
from tests.conftest import DATA
from tests.importing.official.conftest import contents, imported, is_new
from tests.importing.official.making import Row, published_rows, table

Settled = tuple[Path, OfficialReport]


def keyed(folder: Path, name: str, *columns: str) -> dict[tuple[str, ...], Row]:
    return {tuple(row[one] for one in columns): row for row in table(folder, name) if is_new(row)}


def test_the_candidacies_come_out_as_they_were(settled: Settled) -> None:
    folder, report = settled
    assert (len(report.added), report.replaced, report.left_out) == (656, [], [])
    key = ("code", "polled_on", "position")
    ours, theirs = keyed(DATA, "candidacy", *key), keyed(folder, "candidacy", *key)
    assert ours.keys() == theirs.keys()
    differing = Counter(
        column for one, row in ours.items() for column in row if row[column] != theirs[one][column]
    )
    # Those whom Democracy Club's ids alone had joined: the export has none.
    assert differing == {"person_id": 49}


def test_the_contests_come_out_as_they_were(settled: Settled) -> None:
    """Times of 2024 were pieced together from elsewhere, and are not in the export."""
    folder, _ = settled
    ours, theirs = (keyed(one, "contest", "code", "polled_on") for one in (DATA, folder))
    columns = set(table(DATA, "contest")[0]) - {"declared_at", "certainty"}
    assert ours.keys() == theirs.keys()
    assert [
        one for one, row in ours.items() if any(row[c] != theirs[one][c] for c in columns)
    ] == []
    assert {row["declared_at"] for row in theirs.values()} == {""}
    assert keyed(DATA, "contest_note", "code", "polled_on", "number") == keyed(
        folder, "contest_note", "code", "polled_on", "number"
    )


def test_what_was_there_before_is_untouched(settled: Settled) -> None:
    folder, _ = settled
    for name in ("contest", "candidacy", "contest_note"):
        old = [row for row in table(DATA, name) if not is_new(row)]
        assert [row for row in table(folder, name) if not is_new(row)] == old


def test_every_person_stands_somewhere_and_every_member_is_who_they_were(settled: Settled) -> None:
    folder, _ = settled
    persons = table(folder, "person")
    stood = {row["person_id"] for row in table(folder, "candidacy")}
    assert {row["id"] for row in persons} == stood
    known = {row["mnis_id"]: row["id"] for row in table(DATA, "person") if row["mnis_id"]}
    found = {row["mnis_id"]: row["id"] for row in persons if row["mnis_id"]}
    assert found == known


def test_a_catalogue_that_is_built_of_them_holds_all_checks(
    settled: Settled, tmp_path: Path
) -> None:
    folder, _ = settled
    build.build(folder, tmp_path / "catalogue.db")
    catalogue = Catalogue.open(tmp_path / "catalogue.db")
    assert [line for one in run_checks(catalogue) for line in one.failures] == []
    catalogue.close()


def test_the_same_export_again_changes_no_byte(settled: Settled, rows: list[Row]) -> None:
    folder, _ = settled
    before = contents(folder)
    again = imported(rows, folder)
    assert (again.added, again.replaced, again.unchanged) == ([], [], 656)
    assert contents(folder) == before


def test_nothing_changes_where_every_contest_is_there_as_it_was_published(
    facts: Path, tmp_path: Path
) -> None:
    """With all that the source has wrong, and that our own corrections put right."""
    folder = tmp_path / "data"
    shutil.copytree(DATA, folder)
    report = imported(published_rows(facts), folder)
    assert (report.added, report.replaced, report.left_out) == ([], [], [])
    assert report.unchanged == 3315
    assert contents(folder) == contents(DATA)
