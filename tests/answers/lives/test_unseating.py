"""Whether somebody lost a seat that they held; worked out from the tables."""

import pytest

from bot.catalogue.catalogue import Catalogue
from bot.questions.question import Measure
from tests.answers.asking import career_of
from tests.answers.telling import Announce, facts, winning
from tests.declarations.making import candidate, standing

M = Measure


@pytest.mark.parametrize(
    ("person", "when", "begins"),
    [
        (
            "ed-balls",
            None,
            (
                "Yes: Ed Balls (Labour Co-op) lost Morley and Outwood on 7 May 2015 to Andrea "
                "Jenkyns (Conservative) by 422 votes (0.9 points)"
            ),
        ),
        ("ed-balls", 2010, "No: Ed Balls lost no seat in “2010”. In Morley and Outwood on 6 May"),
        ("ed-balls", 2019, "No: Ed Balls did not stand in “2019”"),
        ("nigel-farage", None, "No: Nigel Farage lost no seat since 2010. In Clacton on 13 Aug"),
        ("nigel-farage", 2015, "No: Nigel Farage, who held no seat until then, in South Thanet"),
        ("liz-truss", None, "Yes: Liz Truss (Conservative) lost South West Norfolk on 4 July 2024"),
        ("george-galloway", None, "Yes: George Galloway (Workers Party of Britain) lost Rochdale"),
        ("george-galloway", 2015, "Yes: George Galloway (Respect) lost Bradford West on 7 May"),
        ("zac-goldsmith", 2016, "Yes: Zac Goldsmith (Independent) lost Richmond Park on 1 Dec"),
        ("count-binface", None, "No: Count Binface won none of 5 contests since 2010, and so held"),
        ("charles-clarke", None, "Yes: Charles Clarke (Labour) lost Norwich South on 6 May 2010"),
    ],
)
def test_whether_a_seat_was_lost(
    catalogue: Catalogue, person: str, when: int | None, begins: str
) -> None:
    reply = career_of(catalogue, person, M.UNSEATED, when, yes_or_no=True)
    assert reply.headline.startswith(begins)


def test_a_redrawn_seat_is_lost_like_the_one_that_it_was(catalogue: Catalogue) -> None:
    reply = career_of(catalogue, "jacob-rees-mogg", M.UNSEATED, yes_or_no=True)
    assert reply.headline.startswith("Yes: Jacob Rees-Mogg (Conservative) lost North East Somerset")
    held = "North East Somerset on 12 December 2019, by 14,729 (26.2 points)"
    assert facts(reply)["Held since winning"] == held
    assert reply.title.endswith("North East Somerset and Hanham · general election, 4 July 2024")


def test_who_stood_elsewhere_did_not_lose_the_seat_they_left(catalogue: Catalogue) -> None:
    told = career_of(catalogue, "luciana-berger", M.UNSEATED, yes_or_no=True).headline
    assert told.startswith("No: Luciana Berger, who had held Liverpool, Wavertree, stood in Finch")
    assert "lost to Mike Freer (Conservative) by 6,562 votes" in told


def test_who_left_is_told_with_what_came_after(catalogue: Catalogue) -> None:
    told = career_of(catalogue, "douglas-carswell", M.UNSEATED, yes_or_no=True).headline
    assert told == (
        "No: Douglas Carswell lost no seat since 2010. Douglas Carswell last won Clacton on 7 May "
        "2015, and did not stand at the general election of 8 June 2017"
    )


def test_of_a_time_before_the_records_nothing_is_denied(catalogue: Catalogue) -> None:
    """Boris Johnson had been a member before and was none in May 2010."""
    told = career_of(catalogue, "boris-johnson", M.UNSEATED, yes_or_no=True).headline
    assert told.startswith("Boris Johnson lost no seat since 2010. ")
    galloway = career_of(catalogue, "george-galloway", M.UNSEATED, 2010, yes_or_no=True).headline
    assert galloway.startswith("George Galloway, who had won Bethnal Green and Bow in 2005, stood")


def test_every_seat_that_was_lost_is_told(catalogue: Catalogue) -> None:
    told = facts(career_of(catalogue, "george-galloway", M.UNSEATED))
    assert told["Also in 2015"].startswith("lost Bradford West on 7 May 2015 to Naz Shah (Labour)")


def test_to_which_party_it_was_lost(catalogue: Catalogue) -> None:
    for party, begins in (("conservative", "Yes: "), ("reform-uk", "No: ")):
        told = career_of(catalogue, "ed-balls", M.UNSEATED, parties=(party,), yes_or_no=True)
        assert told.headline.startswith(f"{begins}Ed Balls (Labour Co-op) lost Morley and Outwood")


def test_a_live_defeat_counts(live_catalogue: Catalogue, announced: Announce) -> None:
    farage = candidate("Nigel Farage", "Reform UK", 20_000)
    announced(standing(farage, candidate("Ann Able", "Labour", 21_000)), source="the press")
    reply = career_of(live_catalogue, "nigel-farage", M.UNSEATED, yes_or_no=True)
    assert reply.headline.startswith("Yes: Nigel Farage (Reform UK) lost Clacton on 3 May 2029")
    assert reply.sources[-1] == "the press"


def test_a_seat_left_to_a_live_by_election_was_not_lost(
    live_catalogue: Catalogue, announced: Announce
) -> None:
    announced(standing(*winning("Ann Able", "Labour")))
    told = career_of(live_catalogue, "nigel-farage", M.UNSEATED, yes_or_no=True).headline
    assert told.startswith("No: Nigel Farage lost no seat since 2010. ")
    assert told.endswith("Ann Able (Labour) won the by-election in Clacton on 3 May 2029")
