"""Since when somebody has been elected, with what breaks, and whether they are now."""

import pytest

from bot.catalogue.catalogue import Catalogue
from bot.questions.question import Measure
from tests.answers.asking import BATH, CLACTON, career_of, code_of
from tests.answers.telling import Announce, facts, winning
from tests.declarations.making import standing

M = Measure


@pytest.mark.parametrize(
    ("person", "begins"),
    [
        (
            "rishi-sunak",
            "Yes: Rishi Sunak (Conservative) was elected in Richmond and Northallerton",
        ),
        ("hannah-spencer", "Yes: Hannah Spencer (Green) was elected in Gorton and Denton on 26"),
        ("andy-burnham", "Yes: Andy Burnham (Labour) was elected in Makerfield on 18 June 2026"),
        ("liz-truss", "No: Liz Truss last won South West Norfolk on 12 December 2019, and lost in"),
        ("boris-johnson", "No: Boris Johnson last won Uxbridge and South Ruislip"),
        ("caroline-lucas", "No: Caroline Lucas last won Brighton, Pavilion on 12 December 2019"),
        ("count-binface", "No: Count Binface won none of 5 contests since 2010"),
    ],
)
def test_whether_somebody_is_a_member_now(catalogue: Catalogue, person: str, begins: str) -> None:
    assert career_of(catalogue, person, M.MEMBER, yes_or_no=True).headline.startswith(begins)


def test_who_gave_up_a_seat_lost_it_to_the_by_election(catalogue: Catalogue) -> None:
    told = career_of(catalogue, "boris-johnson", M.MEMBER, yes_or_no=True)
    assert "Steve Tuckwell (Conservative) won the by-election in Uxbridge" in told.headline
    assert facts(told)["Uxbridge and South Ruislip, now"].startswith("Danny Beales (Labour)")


def test_whose_seat_was_abolished_is_told_who_won_most_of_it(catalogue: Catalogue) -> None:
    told = facts(career_of(catalogue, "ed-balls", M.MEMBER))
    assert told == {
        "Leeds South West and Morley, with most of Morley and Outwood, now": (
            "Mark Sewards (Labour) won the general election of 4 July 2024"
        )
    }


def test_a_member_for_one_seat_is_none_for_another(catalogue: Catalogue) -> None:
    told = career_of(catalogue, "nigel-farage", M.MEMBER, seats=(BATH,), yes_or_no=True)
    assert told.headline.startswith("No: Nigel Farage (Reform UK) was elected in Clacton")
    assert facts(told)["Bath, now"].startswith("Wera Hobhouse")
    here = career_of(catalogue, "nigel-farage", M.MEMBER, seats=(CLACTON,), yes_or_no=True)
    assert here.headline.startswith("Yes: ")


def test_a_member_of_one_party_is_none_of_another(catalogue: Catalogue) -> None:
    for party, begins in (("conservative", "No: "), ("reform-uk", "Yes: ")):
        told = career_of(catalogue, "lee-anderson", M.MEMBER, parties=(party,), yes_or_no=True)
        assert told.headline.startswith(f"{begins}Lee Anderson (Reform UK) was elected in Ashfield")


@pytest.mark.parametrize(
    ("person", "year", "begins"),
    [
        ("boris-johnson", 2016, "Yes: Boris Johnson had won Uxbridge and South Ruislip on 7 May"),
        ("boris-johnson", 2025, "No: Boris Johnson had won no contest that lasted into 2025"),
        ("george-galloway", 2014, "Yes: George Galloway had won Bradford West on 29 March 2012"),
        ("george-galloway", 2018, "No: "),
        ("george-galloway", 2024, "Yes: in Rochdale on 29 February 2024"),
        ("ed-balls", 2015, "No: in Morley and Outwood on 7 May 2015"),
        ("jeremy-corbyn", 1997, "No election Teller knows fits “1997”"),
    ],
)
def test_whether_somebody_was_a_member_in_a_year(
    catalogue: Catalogue, person: str, year: int, begins: str
) -> None:
    told = career_of(catalogue, person, M.MEMBER, year, yes_or_no=True)
    assert told.headline.startswith(begins)


SINCE = {
    "wes-streeting": "Wes Streeting was first elected on 7 May 2015, in Ilford North. Elected 4 "
    "times in all without a break; nobody else has been elected in Ilford North since",
    "hannah-spencer": "Hannah Spencer was first elected on 26 February 2026, in Gorton and "
    "Denton; nobody else has been elected in Gorton and Denton since",
    "jeremy-corbyn": "Jeremy Corbyn first spoke in the Parliament of 1983–87 (1 July 1983, for "
    "Islington North) and so had been elected by then. Since 2010 elected 5 times without a "
    "break, the first time on 6 May 2010; nobody else has been elected in Islington North since",
    "zac-goldsmith": "Zac Goldsmith was first elected on 6 May 2010, in Richmond Park. Elected 3 "
    "times in all with a break; lost in Richmond Park on 12 December 2019 to Sarah Olney "
    "(Liberal Democrat)",
    "gerry-adams": "Gerry Adams had been elected before the general election of 6 May 2010. Since "
    "2010 elected once, the first time on 6 May 2010; Paul Maskey (Sinn Féin) won the "
    "by-election in Belfast West on 9 June 2011",
}


@pytest.mark.parametrize("person", SINCE)
def test_since_when(catalogue: Catalogue, person: str) -> None:
    assert career_of(catalogue, person, M.SINCE).headline == SINCE[person]


def test_who_stood_down_to_stand_again_had_no_break(catalogue: Catalogue) -> None:
    told = facts(career_of(catalogue, "douglas-carswell", M.SINCE))
    assert told["From 6 May 2010"] == (
        "Clacton (2010, by-election of 9 October 2014, 2015); did not stand at the general "
        "election of 8 June 2017"
    )


def test_a_seat_that_was_not_the_first_has_a_beginning_of_its_own(catalogue: Catalogue) -> None:
    tatton = code_of(catalogue, "Tatton")
    told = career_of(catalogue, "esther-mcvey", M.SINCE, seats=(tatton,)).headline
    assert told.startswith("Esther McVey was first elected in Tatton on 8 June 2017")


def test_wins_before_the_records_are_told_where_the_name_is_clear(catalogue: Catalogue) -> None:
    corbyn = facts(career_of(catalogue, "jeremy-corbyn", M.SINCE))
    assert corbyn["Before 2010"].startswith("won Islington North (1997, 2001, 2005)")
    namesakes = [
        row["id"]
        for row in catalogue.connection.execute(
            "SELECT id FROM person WHERE name = 'Gareth Thomas' AND mnis_id IS NOT NULL"
        )
    ]
    assert len(namesakes) == 2
    for person in namesakes:
        assert "Before 2010" not in facts(career_of(catalogue, person, M.SINCE))


def test_a_live_by_election_ends_a_term(live_catalogue: Catalogue, announced: Announce) -> None:
    announced(standing(*winning("Ann Able", "Labour")))
    told = career_of(live_catalogue, "nigel-farage", M.MEMBER, yes_or_no=True)
    assert told.headline.startswith("No: Nigel Farage last won Clacton on 13 August 2026")
    assert "Ann Able (Labour) won the by-election in Clacton on 3 May 2029" in told.headline
