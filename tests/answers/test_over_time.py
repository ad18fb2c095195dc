"""Parties and elections over several elections; the figures were counted from data/ apart."""

from datetime import date

import pytest

from bot.answers import election, party_tally
from bot.catalogue.catalogue import Catalogue
from bot.questions.question import Measure, Order, Topic, WantedElection
from tests.answers.wanted import SINCE_2010, Ask, asking, column, rows

M = Measure


@pytest.fixture
def party(catalogue: Catalogue) -> Ask:
    return asking(party_tally.answer, catalogue, Topic.PARTY)


@pytest.fixture
def whole(catalogue: Catalogue) -> Ask:
    return asking(election.answer, catalogue, Topic.ELECTION)


def test_all_elections_of_a_span_stand_one_below_the_other(party: Ask) -> None:
    reply = party(M.SEATS, "labour", span=SINCE_2010)
    assert reply.title == "Labour · general elections, 2010 to 2024"
    assert reply.headline == (
        "Labour, seats: 258 in 2010, 232 in 2015, 262 in 2017, 202 in 2019 and 411 in 2024."
    )
    assert column(reply, "Election")[0] == date(2010, 5, 6)
    assert column(reply, "Votes")[-1] == 9_708_716
    assert len(rows(party(M.WON, "labour", span=SINCE_2010))) == 258 + 232 + 262 + 202 + 411


def test_an_election_without_the_party_is_empty_in_a_span(party: Ask) -> None:
    reply = party(M.SEATS, "alba-party", span=SINCE_2010)
    assert "did not stand in 2019 and 0 in 2024" in reply.headline
    assert column(reply, "Votes") == [None, None, None, None, 11_784]


def test_gains_over_time_can_be_those_from_one_other_party(party: Ask) -> None:
    reply = party(M.GAINED, "labour", "conservative", span=SINCE_2010)
    assert reply.headline == (
        "Labour, seats gained from the Conservatives: "
        "0 in 2010, 10 in 2015, 28 in 2017, 1 in 2019 and 182 in 2024."
    )
    assert len(rows(reply)) == 221


def test_what_never_happened_is_not_taken_for_what_did(party: Ask) -> None:
    never = party(M.GAINED, "labour", "green", span=SINCE_2010, yes_or_no=True)
    assert never.headline == (
        "No: Labour, seats gained from the Greens: "
        "0 in 2010, 0 in 2015, 0 in 2017, 0 in 2019 and 0 in 2024."
    )
    ever = party(M.SEATS, "uk-independence-party", span=SINCE_2010, yes_or_no=True)
    assert ever.headline.startswith("Yes: the UK Independence Party, seats: 0 in 2010, 1 in 2015")


def test_at_which_elections_a_party_won(party: Ask) -> None:
    most = party(M.WINNER, "labour", span=SINCE_2010)
    assert most.headline == "Labour won the most seats at 1 of 5 general elections: in 2024."
    overall = party(M.OVERALL, "conservative", span=SINCE_2010)
    assert overall.headline.endswith(
        "an overall majority at 2 of 5 general elections: in 2015 and 2019."
    )
    assert party(M.WINNER, "green", span=SINCE_2010).headline.endswith("at none of them.")


@pytest.mark.parametrize(("order", "told"), [(Order.MOST, "Yes"), (Order.LEAST, "Yes")])
def test_whether_there_ever_was_a_majority_or_a_hung_parliament(
    whole: Ask, order: Order, told: str
) -> None:
    reply = whole(M.OVERALL, span=SINCE_2010, order=order, yes_or_no=True)
    assert reply.headline.startswith(f"{told}: overall majority: none in 2010, 10 in 2015")


def test_women_over_time(party: Ask) -> None:
    assert party(M.WOMEN, "labour", span=SINCE_2010).headline == (
        "Labour, women elected: 81 in 2010, 99 in 2015, 119 in 2017, 104 in 2019 and 190 in 2024."
    )


def test_only_the_elections_that_were_named_are_told(party: Ask) -> None:
    named = (WantedElection("2019", 2019), WantedElection("2015", 2015))
    reply = party(M.SEATS, "labour", elections=named)
    assert reply.title == "Labour · general elections, 2015 and 2019"
    assert column(reply, "Seats") == [232, 202]


@pytest.mark.parametrize(
    ("measure", "told"),
    [
        (M.TURNOUT, "Turnout: 65.1% in 2010, 66.2% in 2015, 68.8% in 2017, 67.3% in 2019 and"),
        (M.WOMEN, "Women elected: 143 in 2010, 191 in 2015, 208 in 2017, 220 in 2019 and 263"),
        (M.OVERALL, "Overall majority: none in 2010, 10 in 2015, none in 2017, 80 in 2019 and"),
        (M.CANDIDATES, "Candidates: 4,150 in 2010, 3,971 in 2015, 3,304 in 2017, 3,320 in 2019"),
        (M.GAINS, "Seats that changed hands: 117 in 2010, 111 in 2015, 70 in 2017, 81 in 2019"),
        (M.DEPOSITS, "Lost deposits: 1,893 in 2010, 1,570 in 2015, 1,568 in 2017, 1,275 in 2019"),
    ],
)
def test_several_elections_stand_one_below_the_other(
    whole: Ask, measure: Measure, told: str
) -> None:
    reply = whole(measure, span=SINCE_2010)
    assert reply.headline.startswith(told)
    assert len(rows(reply)) == 5
