"""What volunteers typed on a night, as it comes into the tables."""

import pytest

from bot.errors import DataError
from bot.importing import nights
from bot.importing.contests import Poll
from bot.importing.facts import Line
from bot.importing.people import People
from bot.importing.report import Report
from bot.importing.run import import_facts
from tests.importing.conftest import Folders
from tests.importing.files import change

ANN: Line = {"given_name": "Ann", "family_name": "Able"}
BEN: Line = {"given_name": "Ben", "family_name": "Baker"}


@pytest.fixture
def poll() -> Poll:
    contest = {"code": "E1", "polled_on": "2024-07-04", "constituency": "Barchester"}
    return Poll(contest, [ANN, BEN], [2, 1])


@pytest.fixture
def people() -> People:
    found = People()
    found.of_line = {id(ANN): "ann-able", id(BEN): "ben-baker"}
    found.identifiers = [
        {"scheme": "democracy-club", "identifier": "7", "person_id": "ann-able"},
        {"scheme": "democracy-club", "identifier": "8", "person_id": "somebody-elsewhere"},
        {"scheme": "mnis", "identifier": "9", "person_id": "ann-able"},
    ]
    return found


def typed(**cells: str) -> Line:
    return {
        "observed_at": "2024-07-04T23:18:35+01:00",
        "code": "E1",
        "leader_democracy_club_id": "7",
        "leader": "Ann Able",
        "leader_party": "Labour Party",
        "leader_votes": "2",
        "total_votes_entered": "3",
        "candidates_with_votes": "2",
        "candidates": "2",
    } | cells


@pytest.mark.parametrize(
    ("dc_id", "leader", "person"),
    [
        pytest.param("7", "Anne Abel", "ann-able", id="id-before-name"),
        pytest.param("", "ben BAKER", "ben-baker", id="name-without-id"),
        pytest.param("99", "Ben Baker", "ben-baker", id="unknown-id"),
        pytest.param("8", "Ben Baker", "ben-baker", id="id-of-somebody-elsewhere"),
        pytest.param("9", "Ben Baker", "ben-baker", id="number-of-another-scheme"),
    ],
)
def test_a_leader_is_known_by_id_or_else_by_name(
    poll: Poll, people: People, dc_id: str, leader: str, person: str
) -> None:
    line = typed(leader_democracy_club_id=dc_id, leader=leader)
    [row] = nights.rows([line], [poll], people, Report())
    assert row["person_id"] == person


@pytest.mark.parametrize(
    "cells",
    [
        pytest.param({"leader_democracy_club_id": "8", "leader": "Cat Cole"}, id="nobody-there"),
        pytest.param({"code": "E2"}, id="no-such-contest"),
    ],
)
def test_a_leader_who_did_not_stand_there_is_reported_and_left_out(
    poll: Poll, people: People, cells: dict[str, str]
) -> None:
    report = Report()
    lines = [typed(**cells), typed()]
    [row] = nights.rows(lines, [poll], people, report)
    assert (row["number"], row["person_id"]) == (1, "ann-able")
    [doubt] = report.doubtful
    assert doubt.endswith("the line is left out.")


def test_lines_are_numbered_in_order_of_time_whatever_their_zone(
    poll: Poll, people: People
) -> None:
    times = [
        "2024-07-05T00:10:00+01:00",
        "2024-07-04T23:05:00+00:00",
        "2024-07-04T23:59:00+01:00",
    ]
    lines = [typed(observed_at=one) for one in times]
    rows = nights.rows(lines, [poll], people, Report())
    assert [(row["number"], row["observed_at"]) for row in rows] == [
        (1, times[2]),
        (2, times[1]),
        (3, times[0]),
    ]


@pytest.mark.parametrize("time", ["", "yesterday", "2024-07-04T23:18:35"])
def test_a_time_that_is_no_moment_is_refused(poll: Poll, people: People, time: str) -> None:
    with pytest.raises(DataError, match=r"election_night_2024_as_entered\.csv has the time"):
        nights.rows([typed(observed_at=time)], [poll], people, Report())


def test_votes_that_are_no_number_are_refused(few: Folders) -> None:
    def spoil(lines: list[Line]) -> list[Line]:
        return [line | {"leader_votes": "many"} for line in lines]

    change(few.facts / "election_night_2024_as_entered.csv", spoil)
    with pytest.raises(DataError, match=r"election_night_2024_as_entered\.csv, line 2: leader_v"):
        import_facts(few.facts, few.data)
