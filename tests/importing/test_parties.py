"""One row for one party, as the database holds them."""

import pytest

from bot.catalogue.catalogue import Catalogue


def written_as(catalogue: Catalogue, party_id: str) -> set[str]:
    rows = catalogue.connection.execute(
        "SELECT DISTINCT ballot_party FROM candidacy WHERE party_id = ?", (party_id,)
    )
    return {row["ballot_party"] for row in rows}


def registered_as(catalogue: Catalogue, party_id: str) -> set[str]:
    rows = catalogue.connection.execute(
        "SELECT ec_id FROM party_registration WHERE party_id = ?", (party_id,)
    )
    return {row["ec_id"] for row in rows}


def parties_written(catalogue: Catalogue, ballot_party: str) -> set[str]:
    rows = catalogue.connection.execute(
        "SELECT DISTINCT party_id FROM candidacy WHERE ballot_party = ?", (ballot_party,)
    )
    return {row["party_id"] for row in rows}


@pytest.mark.parametrize(
    ("party_id", "written", "registered"),
    [
        (
            "labour",
            {"Labour", "Labour and Co-operative"},
            {"PP53", "joint-party:53-119"},
        ),
        ("reform-uk", {"Reform UK", "The Brexit Party"}, {"PP7931"}),
        (
            "green",
            {"Green", "Green Party", "Scottish Green Party", "Green Party Northern Ireland"},
            {"PP63", "PP130", "PP305"},
        ),
        ("conservative", {"Conservative"}, {"PP52", "PP51"}),
    ],
)
def test_a_party_is_one_however_it_was_written_and_wherever_it_registered(
    catalogue: Catalogue, party_id: str, written: set[str], registered: set[str]
) -> None:
    assert written_as(catalogue, party_id) == written
    assert registered_as(catalogue, party_id) == registered
    assert {one for name in written for one in parties_written(catalogue, name)} == {party_id}


def test_conservatives_of_northern_ireland_are_conservatives(catalogue: Catalogue) -> None:
    [stood] = catalogue.connection.execute(
        "SELECT count(*) FROM candidacy JOIN constituency USING (code)"
        " WHERE country = 'Northern Ireland' AND party_id = 'conservative'"
    ).fetchone()
    assert stood == 32


def test_the_joint_candidates_of_2010_are_no_independents(catalogue: Catalogue) -> None:
    joint = "ulster-conservatives-and-unionists"
    rows = catalogue.connection.execute(
        "SELECT polled_on, country, votes FROM candidacy JOIN constituency USING (code)"
        " WHERE party_id = ?",
        (joint,),
    ).fetchall()
    assert len(rows) == 17
    assert {(row["polled_on"], row["country"]) for row in rows} == {
        ("2010-05-06", "Northern Ireland")
    }
    # BBC and Commons Library: 102,361 votes in 17 of 18 seats.
    assert sum(row["votes"] for row in rows) == 102_361
    assert registered_as(catalogue, joint) == set()


def test_each_joint_candidacy_is_noted_on_its_contest(catalogue: Catalogue) -> None:
    [noted] = catalogue.connection.execute(
        "SELECT count(*) FROM candidacy JOIN contest_note USING (code, polled_on)"
        " WHERE party_id = 'ulster-conservatives-and-unionists'"
        " AND note LIKE '%' || standing_as || '%'"
    ).fetchone()
    assert noted == 17


def test_a_party_of_a_similar_name_stays_another(catalogue: Catalogue) -> None:
    others = {
        "sdp": parties_written(catalogue, "Social Democratic Party"),
        "sdlp": parties_written(catalogue, "Social Democratic and Labour Party"),
        "alliance": parties_written(catalogue, "Alliance"),
    }
    assert others["sdp"].isdisjoint(others["sdlp"])
    assert "labour" not in set().union(*others.values())
    assert "conservative" not in parties_written(catalogue, "Ulster Unionist Party")


def test_independents_and_the_speaker_are_no_parties(catalogue: Catalogue) -> None:
    for party_id in ("independent", "speaker"):
        party = catalogue.parties.get(party_id)
        assert party
        assert not party.comparable
        assert registered_as(catalogue, party_id) == set()
    speakers = catalogue.connection.execute(
        "SELECT DISTINCT standing_as FROM candidacy WHERE party_id = 'speaker' ORDER BY 1"
    )
    assert [row["standing_as"] for row in speakers] == ["John Bercow", "Lindsay Hoyle"]


def test_every_party_has_a_name_of_its_own(catalogue: Catalogue) -> None:
    parties = list(catalogue.parties.by_id.values())
    assert len({party.name.casefold() for party in parties}) == len(parties)
    assert all(party.name and party.short for party in parties)


def test_colours_are_as_the_press_gives_them_or_unknown(catalogue: Catalogue) -> None:
    colours = {party.id: party.colour for party in catalogue.parties.by_id.values()}
    assert colours["labour"] == "#E4003B"
    assert colours["conservative"] == "#0087DC"
    assert all(colour is None or len(colour) == 7 for colour in colours.values())
    assert sum(colour is not None for colour in colours.values()) > 70


@pytest.mark.parametrize(
    ("party_id", "votes"),
    [
        ("labour", 9_708_716),
        ("conservative", 6_828_925),
        ("reform-uk", 4_117_610),
        ("liberal-democrat", 3_519_143),
        ("green", 1_944_501),
    ],
)
def test_a_partys_votes_in_2024_are_those_of_all_its_registrations(
    catalogue: Catalogue, party_id: str, votes: int
) -> None:
    newest, *_ = catalogue.parties.showings(party_id)
    assert (newest.polled_on.year, newest.votes) == (2024, votes)
    assert (newest.total, newest.contests) == (28_809_340, 650)
