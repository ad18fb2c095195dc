"""The persons that came of the facts: the hard ones, as the database holds them."""

import re

import pytest

from bot.catalogue.catalogue import Catalogue
from bot.importing.facts import Line
from bot.importing.persons import Cluster, PersonJoiner, Record
from bot.importing.report import Report
from tests.importing.conftest import ROOT


def years(catalogue: Catalogue, person_id: str) -> list[int]:
    return sorted(one.polled_on.year for one, _ in catalogue.contests.ids_of_person(person_id))


def who_stood(catalogue: Catalogue, name: str) -> list[str]:
    rows = catalogue.connection.execute(
        "SELECT DISTINCT person_id FROM candidacy WHERE standing_as = ? ORDER BY 1", (name,)
    )
    return [row["person_id"] for row in rows]


def holder(catalogue: Catalogue, scheme: str, identifier: str) -> str | None:
    row = catalogue.connection.execute(
        "SELECT person_id FROM person_identifier WHERE scheme = ? AND identifier = ?",
        (scheme, identifier),
    ).fetchone()
    return row["person_id"] if row else None


def test_there_are_as_many_persons_as_is_written_down(catalogue: Catalogue) -> None:
    [count] = catalogue.connection.execute("SELECT count(*) FROM person").fetchone()
    readme = (ROOT / "data" / "README.md").read_text("utf-8")
    assert f"{count:,} persons" in re.sub(r"[*\s]+", " ", readme)
    assert 13_500 < count < 13_800


def test_everybody_stood_and_nobody_stood_twice_on_a_day(catalogue: Catalogue) -> None:
    idle = catalogue.connection.execute(
        "SELECT id FROM person WHERE id NOT IN (SELECT person_id FROM candidacy)"
    )
    assert idle.fetchall() == []
    twice = catalogue.connection.execute(
        "SELECT person_id FROM candidacy GROUP BY person_id, polled_on HAVING count(*) > 1"
    )
    assert twice.fetchall() == []


@pytest.mark.parametrize(
    ("person_id", "name", "stood_as", "contests"),
    [
        ("ed-davey", "Ed Davey", {"Edward Davey", "Ed Davey"}, [2010, 2015, 2017, 2019, 2024]),
        (
            "liz-truss",
            "Liz Truss",
            {"Elizabeth Truss", "Liz Truss"},
            [2010, 2015, 2017, 2019, 2024],
        ),
        (
            "jeffrey-donaldson",
            "Jeffrey Donaldson",
            {"Jeffrey Donaldson", "Jeffrey M. Donaldson"},
            [2010, 2015, 2017, 2019],
        ),
        (
            "liz-saville-roberts",
            "Liz Saville Roberts",
            {"Liz Saville-Roberts", "Liz Saville Roberts"},
            [2015, 2017, 2019, 2024],
        ),
        ("sarah-pochin", "Sarah Pochin", {"Sarah Pochin", "Sarah Joanne Pochin"}, [2017, 2025]),
        (
            "kemi-badenoch",
            "Kemi Badenoch",
            {"Kemi Adegoke", "Kemi Badenoch"},
            [2010, 2017, 2019, 2024],
        ),
        (
            "george-galloway",
            "George Galloway",
            {"George Galloway"},
            [2010, 2012, 2015, 2017, 2019, 2021, 2024, 2024],
        ),
    ],
)
def test_a_person_is_one_however_they_were_written(
    catalogue: Catalogue, person_id: str, name: str, stood_as: set[str], contests: list[int]
) -> None:
    person = catalogue.persons.get(person_id)
    assert person
    assert person.name == name
    assert person.mnis_id
    assert years(catalogue, person_id) == contests
    written = catalogue.connection.execute(
        "SELECT DISTINCT standing_as FROM candidacy WHERE person_id = ?", (person_id,)
    )
    assert {row["standing_as"] for row in written} == stood_as
    assert {one for form in stood_as for one in who_stood(catalogue, form)} == {person_id}


def test_every_other_way_in_which_a_person_stood_is_an_alias(catalogue: Catalogue) -> None:
    lacking = catalogue.connection.execute(
        "SELECT DISTINCT standing_as FROM candidacy JOIN person ON id = person_id"
        " WHERE standing_as <> name AND NOT EXISTS (SELECT 1 FROM person_alias"
        " WHERE person_alias.person_id = id AND alias = standing_as)"
    )
    assert lacking.fetchall() == []


def test_the_three_david_joneses_stay_three(catalogue: Catalogue) -> None:
    joneses = who_stood(catalogue, "David Jones")
    stood = {
        one: {
            found.name
            for contest, _ in catalogue.contests.ids_of_person(one)
            if (found := catalogue.seats.get(contest.code))
        }
        for one in joneses
    }
    assert sorted(stood.values(), key=min) == [
        {"Blackley and Broughton", "Worsley and Eccles"},
        {"Blackpool South"},
        {"Clwyd West"},
    ]


@pytest.mark.parametrize(
    ("number", "member", "other"),
    [("16", "dominic-grieve", "Adam Cleary"), ("441", "ivan-lewis", "Michael Boyle")],
)
def test_a_members_number_that_stood_beside_another_candidate_is_the_members(
    catalogue: Catalogue, number: str, member: str, other: str
) -> None:
    assert holder(catalogue, "mnis", number) == member
    assert years(catalogue, member) == [2010, 2015, 2017, 2019]
    sitting = catalogue.connection.execute(
        "SELECT standing_as, sitting FROM candidacy WHERE polled_on = '2019-12-12' AND person_id"
        " IN (SELECT person_id FROM candidacy WHERE standing_as = ?) OR (person_id = ? AND"
        " polled_on = '2019-12-12') ORDER BY sitting",
        (other, member),
    ).fetchall()
    assert tuple(sitting[0]) == (other, 0)
    assert sitting[-1]["sitting"] == 1
    for namesake in who_stood(catalogue, other):
        person = catalogue.persons.get(namesake)
        assert person
        assert person.mnis_id is None


def test_an_id_that_two_candidates_of_one_contest_share_joins_nobody(catalogue: Catalogue) -> None:
    assert holder(catalogue, "democracy-club", "26371") is None
    [clarke] = who_stood(catalogue, "Jim Clarke")
    [coyne] = who_stood(catalogue, "Paul Coyne")
    assert clarke != coyne
    # Their names, seat and party say enough to know them again.
    assert years(catalogue, clarke) == years(catalogue, coyne) == [2016, 2017]


def test_two_members_of_one_name_and_party_are_two_and_who_was_never_one_is_a_third(
    catalogue: Catalogue,
) -> None:
    fosters = who_stood(catalogue, "Michael Foster")
    # The former members for Hastings and Worcester, Camborne's candidate of 2015, and an
    # independent of 2017 who may be any of them or none.
    assert len(fosters) in {3, 4}
    assert holder(catalogue, "mnis", "26") != holder(catalogue, "mnis", "271")
    [camborne] = catalogue.connection.execute(
        "SELECT person_id FROM candidacy WHERE code = 'E14000616' AND polled_on = '2015-05-07'"
        " AND standing_as = 'Michael Foster'"
    ).fetchone()
    assert camborne not in {
        holder(catalogue, "mnis", "26"),
        holder(catalogue, "mnis", "271"),
    }


@pytest.mark.parametrize(
    ("name", "code", "polls"),
    [
        ("Shasha Khan", "E14000655", 3),
        ("Tom McNeil", "E14000812", 2),
        ("Amila Y'mech", "E14000664", 2),
    ],
)
def test_one_name_of_one_party_in_one_seat_is_one_person_whatever_the_sources_gender(
    catalogue: Catalogue, name: str, code: str, polls: int
) -> None:
    stood = catalogue.connection.execute(
        "SELECT person_id FROM candidacy WHERE standing_as LIKE ? AND code = ?", (name, code)
    ).fetchall()
    assert len(stood) == polls
    assert len({row["person_id"] for row in stood}) == 1


def test_a_number_of_parliament_or_democracy_club_is_one_persons(catalogue: Catalogue) -> None:
    for column in ("mnis_id", "id"):
        shared = catalogue.connection.execute(
            f"SELECT {column} FROM person WHERE {column} IS NOT NULL"  # noqa: S608
            f" GROUP BY {column} HAVING count(*) > 1"
        )
        assert shared.fetchall() == []


def stood(polled_on: str, code: str, party: str, *, won: bool = False, **cells: str) -> Record:
    line: Line = {
        "given_name": "Jane",
        "family_name": "Doe",
        "gender": "Female",
        "sitting_mp": "No",
        "former_mp": "No",
        "mnis_id": "",
        "polled_on": polled_on,
        "code": code,
    } | cells
    return Record(line, party, won=won, dc_id=cells.get("dc_id", ""))


def joined(
    *records: Record, neighbours: dict[str, set[str]] | None = None, report: Report | None = None
) -> list[Cluster]:
    for number, record in enumerate(records):
        record.number = number
    joiner = PersonJoiner(neighbours or {}, report or Report())
    return joiner.join(list(records), {"77": "4097"}, [])


def test_one_name_and_one_party_are_one_person() -> None:
    found = joined(stood("2015-05-07", "E1", "labour"), stood("2017-06-08", "E2", "labour"))
    assert len(found) == 1


def test_names_in_other_scripts_are_one_person_only_where_they_are_one_name() -> None:
    wang = stood("2015-05-07", "E1", "labour", given_name="小明", family_name="王")
    kim = stood("2017-06-08", "E1", "labour", given_name="철수", family_name="김")
    again = stood("2017-06-08", "E1", "labour", given_name="小明", family_name="王")
    assert len(joined(wang, kim)) == 2
    assert len(joined(wang, again)) == 1


def test_one_name_and_one_seat_are_one_person() -> None:
    found = joined(stood("2015-05-07", "E1", "labour"), stood("2017-06-08", "E1", "green"))
    assert len(found) == 1


def test_one_name_and_seats_that_share_people_are_one_person() -> None:
    both = stood("2019-12-12", "E1", "labour"), stood("2024-07-04", "E9", "green")
    assert len(joined(*both, neighbours={"E1": {"E9"}, "E9": {"E1"}})) == 1
    assert len(joined(*both)) == 2


def test_one_name_alone_is_two_persons() -> None:
    found = joined(stood("2015-05-07", "E1", "labour"), stood("2017-06-08", "E2", "green"))
    assert len(found) == 2


def test_two_independents_of_one_name_are_two_persons_unless_the_place_agrees() -> None:
    first = stood("2015-05-07", "E1", "independent")
    assert len(joined(first, stood("2017-06-08", "E2", "independent"))) == 2
    assert len(joined(first, stood("2017-06-08", "E1", "independent"))) == 1


def test_nobody_stands_in_two_seats_on_one_day() -> None:
    found = joined(stood("2015-05-07", "E1", "labour"), stood("2015-05-07", "E2", "labour"))
    assert len(found) == 2


def test_who_was_a_member_is_not_who_is_said_never_to_have_been_one() -> None:
    member = stood("2010-05-06", "E1", "labour", sitting_mp="Yes", former_mp="Yes")
    assert len(joined(member, stood("2015-05-07", "E1", "labour"))) == 2
    again = stood("2015-05-07", "E1", "labour", former_mp="Yes")
    assert len(joined(member, again)) == 1


def test_who_won_has_been_a_member_from_then_on() -> None:
    winner = stood("2010-05-06", "E1", "labour", won=True)
    assert len(joined(winner, stood("2015-05-07", "E1", "labour"))) == 2


def test_who_became_a_member_later_had_not_been_one_before() -> None:
    member = stood("2015-05-07", "E1", "labour", sitting_mp="Yes", former_mp="Yes")
    assert len(joined(stood("2010-05-06", "E1", "labour"), member)) == 1


def test_two_numbers_of_parliament_are_two_persons_and_one_is_one() -> None:
    first = stood("2010-05-06", "E1", "labour", mnis_id="1")
    assert len(joined(first, stood("2015-05-07", "E1", "labour", mnis_id="2"))) == 2
    elsewhere = stood("2015-05-07", "E2", "green", mnis_id="1", family_name="Roe")
    assert len(joined(first, elsewhere)) == 1


def test_a_number_of_democracy_club_leads_to_the_member_who_has_it() -> None:
    member = stood("2010-05-06", "E1", "labour", mnis_id="4097")
    later = stood("2024-07-04", "E2", "green", family_name="Roe", dc_id="77")
    assert len(joined(member, later)) == 1


def test_a_number_that_two_candidates_of_a_day_share_is_told_and_joins_neither() -> None:
    report = Report()
    found = joined(
        stood("2024-07-04", "E1", "labour", dc_id="5"),
        stood("2024-07-04", "E1", "green", dc_id="5", given_name="John", gender="Male"),
        report=report,
    )
    assert len(found) == 2
    assert "Jane Doe and John Doe share the Democracy Club id 5" in report.doubtful[0]


def test_a_middle_name_does_not_make_another_person_in_one_seat_and_party() -> None:
    longer = stood("2017-06-08", "E1", "labour", given_name="Jane M.")
    assert len(joined(stood("2015-05-07", "E1", "labour"), longer)) == 1
    assert len(joined(stood("2015-05-07", "E2", "labour"), longer)) == 2
