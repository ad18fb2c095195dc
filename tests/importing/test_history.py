from pathlib import Path

from bot.catalogue.catalogue import Catalogue
from bot.importing import history
from bot.importing.facts import Line, read
from bot.importing.report import Report


def line(**cells: str) -> Line:
    return (
        {
            "election": "1918",
            "date": "1918-12-14",
            "constituency": "Barchester",
            "region": "Eastern",
            "boundaries": "1918-1935",
            "seats": "1",
            "electorate": "30000",
            "total_votes": "",
            "leading_group": "Con",
            "flags": "",
        }
        | {group: cells.pop(group, "") for group in history.GROUPS}
        | cells
    )


def test_a_group_that_nobody_opposed_has_no_votes() -> None:
    flags = "unopposed_or_no_total;unopposed:Con"
    contests, votes = history.contest_rows([line(con="-1", total_votes="-1", flags=flags)])
    assert votes == []
    assert contests[0]["total_votes"] is None
    assert contests[0]["unopposed_group"] == "Con"
    assert contests[0]["remark"] == "unopposed_or_no_total"


def test_a_group_that_stood_has_its_votes_and_one_that_did_not_has_none() -> None:
    _, votes = history.contest_rows([line(con="900", lab="800", total_votes="1700")])
    assert {row["party_group"]: row["votes"] for row in votes} == {"con": 900, "lab": 800}


def test_two_seats_of_one_name_at_one_election_stay_two() -> None:
    contests, _ = history.contest_rows([line(con="1"), line(con="2")])
    assert [row["id"] for row in contests] == ["1918/barchester", "1918/barchester-2"]


def test_a_region_is_called_what_it_is_called_today() -> None:
    contests, _ = history.contest_rows([line()])
    assert contests[0]["region"] == "East of England"


def test_a_maiden_speech_has_its_day_and_a_seat_or_none() -> None:
    speech = {"mnis_id": "1", "name": "A", "parliament": "1924-24", "constituency": ""}
    speech["maiden_speech_date"] = "07/03/1924"
    [row] = history.maiden_speech_rows([speech], {}, Report())
    assert row["delivered_on"] == "1924-03-07"
    assert row["constituency"] is None


def test_no_contest_that_was_unopposed_has_votes(catalogue: Catalogue) -> None:
    with_votes = catalogue.connection.execute(
        "SELECT historic_id, party_group, votes FROM historic_vote"
        " JOIN historic_contest ON id = historic_id WHERE unopposed_group IS NOT NULL"
    ).fetchall()
    assert [tuple(row) for row in with_votes] == []


def test_every_contest_and_every_vote_of_the_source_is_kept(
    facts: Path, catalogue: Catalogue
) -> None:
    lines = read(facts, "historic_results_1918_2005.csv")
    [contests] = catalogue.connection.execute("SELECT count(*) FROM historic_contest").fetchone()
    [votes] = catalogue.connection.execute("SELECT sum(votes) FROM historic_vote").fetchone()
    assert contests == len(lines) == 15_098
    assert votes == sum(max(int(line[group] or 0), 0) for line in lines for group in history.GROUPS)
