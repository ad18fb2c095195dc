"""Who came second or third, by seats and by votes; the figures were counted from data/ apart."""

import pytest

from bot.answers import election, party_tally
from bot.catalogue.catalogue import Catalogue
from bot.questions.question import Measure, Topic
from tests.answers.wanted import SINCE_2010, Ask, asking, column, rows

M = Measure
IN_2024 = "at the general election of 4 July 2024"


@pytest.fixture
def whole(catalogue: Catalogue) -> Ask:
    return asking(election.answer, catalogue, Topic.ELECTION)


@pytest.fixture
def party(catalogue: Catalogue) -> Ask:
    return asking(party_tally.answer, catalogue, Topic.PARTY)


def test_seats_and_votes_may_agree_on_the_second(whole: Ask) -> None:
    reply = whole(M.PLACE)
    assert reply.headline == (
        f"Second {IN_2024}, by seats and by votes: the Conservatives, "
        "with 121 of 650 seats and 6,828,925 votes (23.7%)."
    )
    assert whole(M.PLACE, place=2).headline == reply.headline
    assert len(rows(reply)) == 12


@pytest.mark.parametrize(
    ("place", "year", "told"),
    [
        (
            3,
            2024,
            "by seats the Liberal Democrats, with 72 seats; by votes Reform UK, with 4,117,610",
        ),
        (
            3,
            2015,
            "by seats the Scottish National Party, with 56 seats; by votes the UK Independence",
        ),
        (8, 2024, "by seats the Greens and Plaid Cymru, with 4 seats each; by votes Workers Party"),
        (
            7,
            2024,
            "by seats Reform UK and the Democratic Unionist Party, level at sixth with 5 each;",
        ),
        (
            6,
            2019,
            "by seats Sinn Féin, with 7 seats; by votes the Brexit Party (now Reform UK), with",
        ),
        (60, 2024, "by seats no party; by votes"),
    ],
)
def test_or_they_may_name_different_parties(whole: Ask, place: int, year: int, told: str) -> None:
    assert told in whole(M.PLACE, place=place, year=year).headline


def test_a_nation_has_its_own_second(whole: Ask) -> None:
    headline = whole(M.PLACE, areas=("Scotland",), place=2).headline
    assert headline.startswith(f"Second in Scotland {IN_2024}, by seats and by votes: the Scottish")


def test_who_came_last_is_not_told(whole: Ask) -> None:
    assert whole(M.PLACE, place=-1).headline.startswith("Labour won the general election")


@pytest.mark.parametrize(
    ("name", "place", "told"),
    [
        ("conservative", 2, "Yes: the Conservatives came second by votes, with 6,828,925 (23.7%);"),
        ("labour", 2, "No: Labour came first by votes, with 9,708,716 (33.7%); first by seats,"),
        (
            "reform-uk",
            3,
            "Reform UK came third by votes, with 4,117,610 (14.3%); sixth by seats, w",
        ),
        ("alba-party", 3, "No: the Alba Party came 19th by votes, with 11,784 (<0.1%); without a"),
        ("independent", 3, "Independents came to no place, since each of them stood alone,"),
    ],
)
def test_yes_or_no_is_said_where_seats_and_votes_agree(
    party: Ask, name: str, place: int, told: str
) -> None:
    reply = party(M.PLACE, name, place=place, yes_or_no=True)
    assert reply.headline.startswith(told)
    assert reply.listing is None


def test_a_partys_third_places_are_counted_and_listed(party: Ask) -> None:
    reply = party(M.PLACE, "liberal-democrat", place=3)
    assert reply.headline == (
        f"The Liberal Democrats came third in 46 of 650 seats {IN_2024}. "
        "In all: fourth by votes, with 3,519,143 (12.2%); third by seats, with 72."
    )
    assert len(rows(reply)) == 46


def test_second_to_another_party(party: Ask) -> None:
    reply = party(M.SECONDS, "reform-uk", "labour")
    assert reply.headline == f"Reform UK came second to Labour in 89 seats {IN_2024}."
    assert len(rows(reply)) == 89
    assert {str(won_by).removesuffix(" Co-op") for won_by in column(reply, "Won by")} == {"Labour"}
    none = party(M.SECONDS, "reform-uk", "green", yes_or_no=True)
    assert none.headline.startswith("No: Reform UK came second to the Greens in no seats")
    over_time = party(M.SECONDS, "reform-uk", "labour", span=SINCE_2010)
    assert over_time.headline.endswith(
        "to Labour: 0 in 2010, 0 in 2015, 0 in 2017, 3 in 2019 and 89 in 2024."
    )
    assert len(rows(over_time)) == 92


def test_coming_second_may_mean_in_a_seat_or_in_all(party: Ask) -> None:
    both = party(M.SECONDS, "conservative", yes_or_no=True).headline
    assert both.startswith("Yes: the Conservatives came second in 293 of 650 seats")
    either = party(M.SECONDS, "reform-uk", yes_or_no=True).headline
    assert either.startswith("Reform UK came second in 98 of 650 seats")
    assert either.endswith(
        "In all: third by votes, with 4,117,610 (14.3%); sixth by seats, with 5 (level)."
    )
