"""Who a candidate is, by number, by name and party, or as somebody new."""

from dataclasses import replace

import pytest

from bot.catalogue.catalogue import Catalogue
from bot.declarations.declaration import DeclaredCandidate, Nominee, ReportedCandidate
from bot.declarations.refusal import Refusal
from bot.declarations.roll import Roll, told_apart
from tests.declarations.making import CLACTON, ISLINGTON, settled

ABLE = ReportedCandidate("Ann Able", "Labour", 5)


@pytest.fixture
def roll(catalogue: Catalogue) -> Roll:
    """Of a by-election that is still to come."""
    return Roll(catalogue, CLACTON, None)


@pytest.fixture
def stood(catalogue: Catalogue) -> Roll:
    return Roll(catalogue, ISLINGTON, settled(catalogue))


def told(roll: Roll, name: str, party: str, person: str = "", code: str = "") -> tuple[str, str]:
    found = roll.entry(ReportedCandidate(name, party, None, person=person, party_code=code))
    return found.person_id, found.party_id


def test_a_number_says_who_it_is_whatever_the_name(roll: Roll) -> None:
    assert told(roll, "N. P. Farage", "Reform UK", "mnis:5091")[0] == "nigel-farage"
    assert told(roll, "Nigel Farage", "Reform UK")[0] == "nigel-farage"


@pytest.mark.parametrize("person", ["mnis:0", "mnis:", ":5091", "5091", "mnis", "x:5091", "::"])
def test_a_number_that_nobody_has_says_nothing(roll: Roll, person: str) -> None:
    assert told(roll, "Ann Able", "Labour", person)[0] == f"ann-able.{CLACTON}"


@pytest.mark.parametrize(
    ("party", "code", "party_id"),
    [
        ("Labour", "", "labour"),
        ("Labour Party", "PP53", "labour"),
        ("whatever they call it", "PP53", "labour"),
        ("Reform UK", "PP0", "reform-uk"),
        ("Party of Clacton", "", "party-of-clacton"),
        ("国民党", "", "国民党"),
        ("国民 party", "", "国民 party"),
    ],
)
def test_a_party_is_known_by_its_number_before_its_name(
    roll: Roll, party: str, code: str, party_id: str
) -> None:
    assert told(roll, "Ann Able", party, code=code)[1] == party_id


def test_a_newcomer_has_the_same_id_from_every_feed(roll: Roll) -> None:
    spellings = ("Zoë Quick-Brown", "zoe quick-brown", "ZOË QUICK BROWN")
    assert {told(roll, one, "Green")[0] for one in spellings} == {f"zoe-quick-brown.{CLACTON}"}


def test_a_name_without_latin_letters_is_somebody_and_not_anybody(roll: Roll) -> None:
    first, second = (told(roll, one, "Green")[0] for one in ("王小明", "李四"))
    assert first.startswith("somebody-")
    assert first != second
    assert first == told(roll, "王小明", "Labour")[0]


def test_who_is_nominated_is_meant_by_name_and_party(roll: Roll) -> None:
    listed = Nominee("Ann Able", "ann-able-of-harwich", "Labour", "labour")
    nominated = replace(roll, nominated=(listed,))
    assert told(nominated, "ANN ABLE", "Labour")[0] == "ann-able-of-harwich"
    assert told(nominated, "Ann Able", "Green")[0] == f"ann-able.{CLACTON}"
    assert told(nominated, "Nigel Farage", "Reform UK", "mnis:5091")[0] == "nigel-farage"


def test_two_of_the_same_name_and_party_on_the_list_are_nobody_in_particular(roll: Roll) -> None:
    listed = Nominee("Ann Able", "ann-1", "Independent", "independent")
    twice = replace(roll, nominated=(listed, replace(listed, person_id="ann-2")))
    assert told(twice, "Ann Able", "Independent")[0] == f"ann-able.{CLACTON}"


def test_where_it_is_settled_only_those_who_stood_are_known(stood: Roll) -> None:
    assert told(stood, "JEREMY CORBYN", "Independent") == ("jeremy-corbyn", "independent")
    assert told(stood, "J Corbyn", "anything", "mnis:185") == ("jeremy-corbyn", "independent")
    with pytest.raises(Refusal, match=r"Ann Able \(Labour\) did not stand in this contest"):
        stood.entry(ABLE)
    with pytest.raises(Refusal, match=r"Jeremy Corbyn \(Labour\) did not stand"):
        told(stood, "Jeremy Corbyn", "Labour")


def test_two_who_might_be_the_same_known_person_do_not_become_a_third(
    catalogue: Catalogue,
) -> None:
    """Only one of them can be the one who stood here, and there is a peter-smith-2."""
    assert catalogue.persons.get("peter-smith-2")
    smith = Nominee("Peter Smith", "peter-smith", "Labour", "labour")
    first, second = told_apart([smith, replace(smith, party="Green", party_id="green")])
    assert first.person_id == "peter-smith"
    assert catalogue.persons.get(second.person_id) is None


def test_newcomers_of_one_name_are_told_apart_by_their_place() -> None:
    ann = DeclaredCandidate("Ann Able", "ann-able.x", "Labour", "labour", 5)
    ben = replace(ann, name="Ben", person_id="ben.x")
    apart = told_apart([ann, ben, ann, ann])
    assert [one.person_id for one in apart] == [
        *("ann-able.x", "ben.x"),
        *("ann-able.x-2", "ann-able.x-3"),
    ]
