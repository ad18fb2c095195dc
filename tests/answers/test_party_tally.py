"""What is said of a party at general elections; the figures were counted from data/ apart."""

import pytest

from bot.answers import party_tally
from bot.answers.reply import ReplyKind
from bot.catalogue.catalogue import Catalogue
from bot.questions.question import Measure, Topic, WantedElection
from tests.answers.wanted import BY_ELECTIONS, Ask, asking, column, facts, rows

M = Measure
IN_2024 = "at the general election of 4 July 2024"


@pytest.fixture
def ask(catalogue: Catalogue) -> Ask:
    return asking(party_tally.answer, catalogue, Topic.PARTY)


def test_a_tally_tells_seats_votes_and_what_they_are_against(ask: Ask) -> None:
    reply = ask(M.TALLY, "labour")
    assert reply.kind is ReplyKind.PARTY
    assert reply.title == "Labour · general election, 4 July 2024"
    assert reply.headline == (
        f"Labour won 411 of 650 seats {IN_2024}, a net gain of 211 on the notional result of 2019 "
        "(200 seats), with 9,708,716 votes, 33.7% of all (+1.6)."
    )
    assert facts(reply)["Net change"] == "+211 (gained 218, lost 7)"
    assert facts(reply)["Second places"] == "105"
    assert facts(reply)["Notional seats in 2019"] == "200 (202 were won, on the old boundaries)"
    assert any("notional result" in note and "by-elections" in note for note in reply.notes)
    assert reply.sources == ("UK Parliament election results",)
    assert reply.as_of


@pytest.mark.parametrize(
    ("measure", "told"),
    [
        (M.SEATS, "Reform UK won 5 of 650 seats"),
        (M.VOTES, f"Reform UK won 4,117,610 votes {IN_2024}, 14.3% of all."),
        (M.SHARE, f"Reform UK won 14.3% of the votes {IN_2024}, +12.3 points on 2.0% in 2019"),
        (M.CANDIDATES, f"Reform UK had 609 candidates for 650 seats {IN_2024}."),
        (M.SECONDS, f"Reform UK came second in 98 of 650 seats {IN_2024}."),
        (M.DEPOSITS, f"Reform UK lost 32 of 609 deposits {IN_2024}."),
        (M.GAINED, f"Reform UK gained 5 seats {IN_2024}: 5 from the Conservatives."),
        (M.LOST, f"Reform UK lost no seats {IN_2024}."),
        (M.OUTCOME, f"Reform UK held 0, gained 5 and lost 0 seats {IN_2024}"),
    ],
)
def test_the_headline_has_the_figure_that_was_asked_for(
    ask: Ask, measure: Measure, told: str
) -> None:
    assert ask(measure, "reform-uk").headline.startswith(told)


def test_a_change_of_share_has_its_sign_and_both_shares(ask: Ask) -> None:
    assert ask(M.CHANGE, "conservative").headline == (
        f"The Conservatives' share of the votes fell by 19.9 points (−19.9) {IN_2024}: "
        "43.6% in 2019, 23.7% in 2024."
    )


def test_before_the_first_election_shares_are_those_of_the_same_seats(ask: Ask) -> None:
    reply = ask(M.CHANGE, "labour", year=2010)
    assert "35.2% in 2005, 29.0% in 2010" in reply.headline
    assert any("notional where boundaries changed" in note for note in reply.notes)


@pytest.mark.parametrize(
    ("measure", "length"),
    [(M.WON, 72), (M.SECONDS, 27), (M.DEPOSITS, 229), (M.GAINED, 64)],
)
def test_lists_are_complete(ask: Ask, measure: Measure, length: int) -> None:
    assert len(rows(ask(measure, "liberal-democrat"))) == length


def test_a_list_of_seats_tells_the_result_of_each(ask: Ask) -> None:
    reply = ask(M.WON, "reform-uk")
    assert column(reply, "Constituency") == [
        "Ashfield",
        "Boston and Skegness",
        "Clacton",
        "Great Yarmouth",
        "South Basildon and East Thurrock",
    ]
    assert rows(reply)[2][1:3] == ("Nigel Farage", 21225)
    assert column(reply, "Outcome") == ["Reform UK gain from Conservative"] * 5


def test_gains_and_losses_can_be_those_from_or_to_one_other_party(ask: Ask) -> None:
    gained = ask(M.GAINED, "labour", "scottish-national-party")
    assert gained.headline == f"Labour gained 36 seats from the Scottish National Party {IN_2024}."
    assert set(column(gained, "Gained from")) == {"Scottish National Party"}
    lost = ask(M.LOST, "conservative", "liberal-democrat")
    assert lost.headline == f"The Conservatives lost 60 seats to the Liberal Democrats {IN_2024}."
    assert len(rows(lost)) == 60
    assert ask(M.GAINED, "labour", "green").headline.startswith("Labour gained no seats from")


def test_areas_are_added_together(ask: Ask) -> None:
    assert ask(M.SEATS, "conservative", areas=("Scotland",)).headline.startswith(
        f"The Conservatives won 5 of 57 seats in Scotland {IN_2024}"
    )
    midlands = ask(M.GAINED, "labour", "conservative", areas=("East Midlands", "West Midlands"))
    assert "48 seats from the Conservatives in the East Midlands and the West" in midlands.headline
    assert ask(M.SEATS, "labour", areas=("North East",), year=2019).headline.startswith(
        "Labour won 19 of 29 seats in the North East"
    )


def test_none_is_said_of_a_party_that_stood_and_won_nothing(ask: Ask) -> None:
    reply = ask(M.SEATS, "green", areas=("Scotland",))
    assert reply.headline == f"The Greens won none of the 57 seats in Scotland {IN_2024}."
    assert any("counted together" in note for note in reply.notes)
    england = ask(M.SEATS, "green", areas=("England",))
    assert not any("counted together" in note for note in england.notes)


def test_who_did_not_stand_is_said_not_to_have(ask: Ask) -> None:
    reply = ask(M.SEATS, "alba-party", year=2019)
    assert reply.headline == (
        "The Alba Party did not stand at the general election of 12 December 2019."
    )
    assert "4 July 2024" in reply.notes[0]
    assert ask(M.VOTES, "plaid-cymru", areas=("Scotland",), yes_or_no=True).headline.startswith(
        "No: Plaid Cymru did not stand in Scotland"
    )


def test_women_are_those_elected_for_the_party(ask: Ask) -> None:
    reply = ask(M.WOMEN, "labour")
    assert reply.headline == f"190 of the 411 elected for Labour {IN_2024} were women (46.2%)."
    assert len(rows(reply)) == 190
    conservative = ask(M.WOMEN, "conservative")
    assert conservative.headline.startswith("29 of the 121")
    assert "Neil Shastri-Hurst" in conservative.notes[0]


def test_its_majority_is_that_in_the_house_and_in_its_seats(ask: Ask) -> None:
    reply = ask(M.MAJORITY, "labour")
    assert reply.headline.startswith("Labour won an overall majority of 172")
    assert "Bootle: Peter Dowd (Labour) won by 21,983 votes" in reply.headline
    assert "overall" not in ask(M.MAJORITY, "liberal-democrat").headline


def test_independents_are_not_a_party(ask: Ask) -> None:
    reply = ask(M.TALLY, "independent")
    assert reply.headline.startswith("Independents won 6 of 650 seats")
    assert any("not a party" in note for note in reply.notes)
    assert "Net change" not in facts(reply)


@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        (WantedElection("1997", 1997), "No election Teller knows fits “1997”"),
        (WantedElection("2016", 2016), "No general election fits “2016”"),
        (BY_ELECTIONS, "By-elections are not added up here"),
    ],
)
def test_an_election_that_does_not_fit_is_said_not_to(
    ask: Ask, wanted: WantedElection, told: str
) -> None:
    reply = ask(M.SEATS, "labour", elections=(wanted,))
    assert reply.kind is ReplyKind.NOTHING
    assert reply.headline.startswith(told)


def test_the_election_before_the_last_can_be_asked_for(ask: Ask) -> None:
    before = WantedElection("the election before", back=1)
    assert "202 of 650" in ask(M.SEATS, "labour", elections=(before,)).headline


def test_how_a_name_was_understood_comes_first(ask: Ask) -> None:
    assert ask(M.SEATS, "labour", notes=("N1 is in London.",)).preface == ("N1 is in London.",)
