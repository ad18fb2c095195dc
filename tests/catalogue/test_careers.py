"""What other records tell of members from before 2010, and which notes are about what."""

from datetime import date

import pytest

from bot.catalogue.careers import earlier_wins, maiden_speech, sat_when_records_begin
from bot.catalogue.catalogue import Catalogue
from bot.catalogue.contest_notes import notes_about
from bot.elections.contest import ContestId
from bot.elections.person import Person


def person(catalogue: Catalogue, person_id: str) -> Person:
    found = catalogue.persons.get(person_id)
    assert found
    return found


def test_a_maiden_speech_is_found_by_parliaments_number(catalogue: Catalogue) -> None:
    found = maiden_speech(catalogue.connection, person(catalogue, "margaret-beckett"))
    assert found
    assert (found.name, found.parliament, found.constituency) == (
        "Margaret Jackson",
        "1974-79",
        "Lincoln",
    )
    assert found.before_records


def test_one_since_2010_is_not_from_before_the_records(catalogue: Catalogue) -> None:
    found = maiden_speech(catalogue.connection, person(catalogue, "liz-truss"))
    assert found
    assert not found.before_records


@pytest.mark.parametrize("person_id", ["count-binface", "gerry-adams"])
def test_who_was_no_member_or_never_spoke_has_none(catalogue: Catalogue, person_id: str) -> None:
    assert maiden_speech(catalogue.connection, person(catalogue, person_id)) is None


@pytest.mark.parametrize(
    ("person_id", "won"),
    [
        ("jeremy-corbyn", ["1997 Islington North", "2001 Islington North", "2005 Islington North"]),
        (
            "george-galloway",
            ["1997 Glasgow, Kelvin", "2001 Glasgow, Kelvin", "2005 Bethnal Green and Bow"],
        ),
        ("boris-johnson", ["2001 Henley", "2005 Henley"]),
    ],
)
def test_earlier_wins_are_those_of_the_name(
    catalogue: Catalogue, person_id: str, won: list[str]
) -> None:
    found = person(catalogue, person_id)
    speech = maiden_speech(catalogue.connection, found)
    assert speech
    wins = earlier_wins(catalogue.connection, found, speech)
    assert [f"{one.polled_on.year} {one.constituency}" for one in wins] == won


def test_who_sat_when_the_records_begin_is_known_from_the_first_election(
    catalogue: Catalogue,
) -> None:
    assert sat_when_records_begin(catalogue.connection, "gerry-adams")
    assert not sat_when_records_begin(catalogue.connection, "liz-truss")


def test_notes_are_chosen_by_what_they_are_about(catalogue: Catalogue) -> None:
    contest_id = ContestId("E14000993", date(2010, 5, 6))
    assert "27 May 2010" in notes_about(catalogue.connection, contest_id, {"day"})[0]
    assert notes_about(catalogue.connection, contest_id, {"change"}) == ()
