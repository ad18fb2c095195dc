"""The checks find nothing in data/, and find what was planted in a copy of it."""

import shutil
from collections.abc import Iterator

import pytest

from bot.catalogue import build, schema
from bot.catalogue.catalogue import Catalogue
from bot.catalogue.checks import Check, run_checks
from bot.catalogue.schema import Table
from tests.catalogue.conftest import Edit, edit
from tests.conftest import DATA

TOTAL = "Candidates' votes make the published total"
MAJORITY = "Majority as published"
VOTES = "Votes shown are those published"
ELECTORATE = "Ballots within the electorate"
HISTORY = "1918 to 2005: groups make the total"
MAP = "The map: a hexagon for every seat, regions in one piece"


@pytest.fixture(scope="module")
def passed(catalogue: Catalogue) -> list[Check]:
    return run_checks(catalogue)


def key(code: str, polled_on: str, position: int | None = None) -> dict[str, str]:
    where = {"code": code, "polled_on": polled_on}
    return where if position is None else where | {"position": str(position)}


# Check, table, line, what is written into it, what the check must say about it.
PLANTED: list[tuple[str, Table, dict[str, str], dict[str, str], str]] = [
    (
        TOTAL,
        schema.CONTEST,
        key("E14000530", "2015-05-07"),
        {"published_valid_votes": "46192"},
        "Aldershot, 2015-05-07: published 46,192, derived 46,191",
    ),
    (
        MAJORITY,
        schema.CONTEST,
        key("E14000531", "2015-05-07"),
        {"published_majority": "1"},
        "Aldridge-Brownhills, 2015-05-07: published 1,",
    ),
    (
        VOTES,
        schema.CANDIDACY,
        key("E14000541", "2015-05-07", 2),
        {"votes": "1"},
        "Barnsley Central, 2015-05-07: published",
    ),
    (
        "Hold or gain as published",
        schema.CONTEST,
        key("E14000763", "2015-05-07"),
        {"published_outcome": "Lab gain from Con"},
        "Islington North, 2015-05-07: Lab gain from Con",
    ),
    (
        "Change of share as published",
        schema.CANDIDACY,
        key("E14000530", "2019-12-12", 1),
        {"published_change": "0.5"},
        "Aldershot, 2019-12-12, candidate 1: published +0.500, derived +0.0",
    ),
    (
        "650 contests at every general election",
        schema.CONTEST,
        key("E14000535", "2010-05-06"),
        {"kind": "by"},
        "2010-05-06 has 649 contests, not 650",
    ),
    (
        "Seats by party, 2019 and 2024",
        schema.CANDIDACY,
        key("E14001063", "2024-07-04", 1),
        {"party_id": "green"},
        "2024-07-04: green has 5 seats, not 4",
    ),
    (
        "Votes by party, 2024",
        schema.CANDIDACY,
        key("E14001305", "2024-07-04", 4),
        {"votes": "1949"},
        "all have 28,809,339 votes, not 28,809,340",
    ),
    (
        ELECTORATE,
        schema.CONTEST,
        key("E14000536", "2017-06-08"),
        {"electorate": "100"},
        "E14000536 2017-06-08",
    ),
    (
        "Nobody stands twice on a day",
        schema.CANDIDACY,
        key("E14000537", "2017-06-08", 2),
        {"person_id": "jeremy-corbyn"},
        "jeremy-corbyn 2017-06-08",
    ),
    (
        "Positions follow votes",
        schema.CANDIDACY,
        key("E14000538", "2017-06-08", 2),
        {"votes": "70000"},
        "E14000538 2017-06-08",
    ),
    (
        "Every winner has a Parliament number",
        schema.PERSON,
        {"id": "ed-davey"},
        {"mnis_id": ""},
        "Ed Davey",
    ),
    (
        "Declared within three days of the poll",
        schema.CONTEST,
        key("E14000539", "2017-06-08"),
        {"declared_at": "2017-06-08T21:59"},
        "E14000539 2017-06-08T21:59",
    ),
    (
        "Old seats' people all went somewhere",
        schema.SUCCESSION,
        {"old_code": "E14000530"},
        {"share_of_old": "0.9"},
        "E14000530",
    ),
    (
        "New seats' people all came from somewhere",
        schema.SUCCESSION,
        {"old_code": "E14000763", "new_code": "E14001305"},
        {"share_of_new": "0.9"},
        "E14001305",
    ),
    (
        "650 seats on each set of boundaries",
        schema.CONSTITUENCY,
        {"code": "E14000540"},
        {"last_boundaries": "2024"},
        "2024",
    ),
    (
        "Notional votes within their total",
        schema.NOTIONAL_VOTE,
        {"code": "W07000081", "party_id": "labour"},
        {"votes": "99999"},
        "W07000081",
    ),
    (
        "Postcode districts no larger than whole",
        schema.POSTCODE_DISTRICT,
        {"district": "AB10", "code": "S14000061"},
        {"share_of_area": "1.5"},
        "AB10",
    ),
    (
        HISTORY,
        schema.HISTORIC_VOTE,
        {"historic_id": "1918/aberdeen-south", "party_group": "con"},
        {"votes": "1"},
        "1918/aberdeen-south",
    ),
    (
        MAP,
        schema.HEXAGON,
        {"boundaries": "2010", "code": "E14000763"},
        {"column": "0", "row": "0"},
        "London is in 2 pieces on the map of 2010",
    ),
]
# What nobody published twice and no rule above would notice.
VOTE_OF_NOBODY = key("E14000541", "2015-05-07", 2)
# A contest whose note is about changes of share.
CHARNWOOD = key("E14000625", "2010-05-06")


@pytest.fixture(scope="module")
def spoiled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Check]]:
    folder = tmp_path_factory.mktemp("spoiled")
    shutil.copytree(DATA, folder / "data")
    edits: dict[Table, list[Edit]] = {}
    for _, table, where, values, _ in PLANTED:
        edits.setdefault(table, []).append((where, values))
    edits[schema.CANDIDACY].append((VOTE_OF_NOBODY, {"votes": "6001"}))
    edits[schema.CONTEST].append((CHARNWOOD, {"published_valid_votes": "1"}))
    for table, planted in edits.items():
        edit(folder / "data", table, *planted)
    build.build(folder / "data", folder / "catalogue.db")
    catalogue = Catalogue.open(folder / "catalogue.db")
    yield {check.name: check for check in run_checks(catalogue)}
    catalogue.close()


def test_nothing_fails_on_the_repositorys_tables(passed: list[Check]) -> None:
    assert {check.name: check.failures for check in passed if check.failures} == {}


def test_every_check_looked_at_something(passed: list[Check]) -> None:
    assert {check.name for check in passed if check.examined < 2} == set()
    assert len({check.name for check in passed}) == len(passed)


def test_every_check_has_a_fault_planted_for_it(passed: list[Check]) -> None:
    assert {check.name for check in passed} == {name for name, *_ in PLANTED}


def test_what_was_mended_is_explained_and_not_hidden(passed: list[Check]) -> None:
    found = {check.name: " ".join(check.explained) for check in passed}
    assert "published 22,581, derived 23,481" in found[TOTAL]
    assert "published 23,481, derived 22,581" in found[VOTES]
    assert "published 9,590, derived 10,490" in found[MAJORITY]
    assert "published 5,178, derived 5,278" in found[MAJORITY]


@pytest.mark.parametrize(
    ("name", "told"),
    [(name, told) for name, _, _, _, told in PLANTED],
    ids=[name for name, *_ in PLANTED],
)
def test_a_planted_fault_fails_its_check_and_is_named(
    spoiled: dict[str, Check], name: str, told: str
) -> None:
    assert [failure for failure in spoiled[name].failures if told in failure]


def test_a_vote_that_people_see_is_laid_beside_the_published_total(
    spoiled: dict[str, Check],
) -> None:
    failures = [failure for check in spoiled.values() for failure in check.failures]
    assert [failure for failure in failures if "Barnsley Central" in failure]


def test_a_note_on_one_matter_explains_no_fault_of_another(spoiled: dict[str, Check]) -> None:
    assert [failure for failure in spoiled[TOTAL].failures if "Charnwood" in failure]
