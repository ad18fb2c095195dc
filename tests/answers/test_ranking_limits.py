"""What is under or over a figure; the figures were counted from data/ apart."""

import pytest

from bot.answers import ranking
from bot.answers.reply import ReplyKind
from bot.catalogue.catalogue import Catalogue
from bot.questions.question import Limit, Measure, Order, Topic
from tests.answers.wanted import SINCE_2010, Ask, asking, column, rows

M, LEAST = Measure, Order.LEAST


@pytest.fixture
def ask(catalogue: Catalogue) -> Ask:
    return asking(ranking.answer, catalogue, Topic.RANKING)


def under(figure: float, *, is_share: bool = False) -> Limit:
    return Limit(figure, over=False, said="", is_share=is_share)


def over(figure: float, *, is_share: bool = False) -> Limit:
    return Limit(figure, over=True, said="", is_share=is_share)


def test_all_majorities_under_a_limit_are_listed_the_smallest_first(ask: Ask) -> None:
    reply = ask(M.MAJORITY, year=2017, limit=under(100))
    assert reply.title == "Majorities under 100 votes · general election, 8 June 2017"
    assert reply.headline == (
        "11 of 650 majorities were under 100 votes at the general election of 8 June 2017; "
        "the smallest majority was in North East Fife: "
        "Stephen Gethins (Scottish National Party) won by 2 votes (less than 0.1 points)."
    )
    assert reply.listing
    assert reply.listing.numbered
    assert reply.listing.name == "majorities-under-100-votes-2017"
    majorities = [int(str(one)) for one in column(reply, "Majority")]
    assert len(majorities) == 11
    assert majorities == sorted(majorities)
    assert majorities[-1] < 100


@pytest.mark.parametrize(
    ("year", "figure", "number"),
    [(2024, 100, 7), (2024, 50, 4), (2019, 100, 1), (2015, 1_000, 30), (2010, 1_000, 41)],
)
def test_the_limit_itself_is_not_under_it(ask: Ask, year: int, figure: int, number: int) -> None:
    assert len(rows(ask(M.MAJORITY, year=year, limit=under(figure)))) == number


def test_where_there_is_none_it_is_said_what_comes_nearest(ask: Ask) -> None:
    reply = ask(M.MAJORITY, year=2019, limit=under(50))
    assert reply.headline.startswith("None of 650 majorities was under 50 votes")
    assert "the smallest majority was in Fermanagh and South Tyrone" in reply.headline
    assert reply.listing is None


@pytest.mark.parametrize(
    ("year", "told"),
    [
        (2017, "Yes: 1 of 650 majorities was under 10 votes"),
        (2019, "No: none of 650 majorities was"),
    ],
)
def test_yes_or_no_is_whether_there_is_any(ask: Ask, year: int, told: str) -> None:
    reply = ask(M.MAJORITY, year=year, limit=under(10), yes_or_no=True)
    assert reply.headline.startswith(told)


def test_a_yes_or_no_lists_only_ten(ask: Ask) -> None:
    reply = ask(M.MAJORITY, limit=under(1_000), yes_or_no=True)
    assert len(rows(reply)) == 10
    assert "The first 10 of 51 are listed." in reply.notes


@pytest.mark.parametrize(
    ("measure", "limit", "told", "number"),
    [
        (M.MAJORITY, over(20_000), "8 of 650 majorities were over 20,000 votes", 8),
        (M.CLOSENESS, under(1_000), "51 of 650 majorities were under 1,000 votes", 51),
        (M.TURNOUT, over(0.7, is_share=True), "30 of 650 turnouts were over 70%", 30),
        (M.TURNOUT, under(50), "58 of 650 turnouts were under 50%", 58),
        (M.SHARE, over(0.6, is_share=True), "9 of 650 winning shares were over 60%", 9),
        (M.SHARE, under(0.3, is_share=True), "10 of 650 winning shares were under 30%", 10),
        (M.VOTES, under(50), "16 of 4,515 candidates' votes were under 50 votes", 16),
        (M.ELECTORATE, under(60_000), "5 of 650 electorates were under 60,000", 5),
        (M.CANDIDATES, over(12), "1 of 650 numbers of candidates was over 12", 1),
    ],
)
def test_everything_ranked_can_be_limited(
    ask: Ask, measure: Measure, limit: Limit, told: str, number: int
) -> None:
    reply = ask(measure, limit=limit)
    assert reply.headline.startswith(told)
    assert len(rows(reply)) == number


def test_a_majority_in_points_is_a_lead(ask: Ask) -> None:
    reply = ask(M.MAJORITY, limit=under(0.001, is_share=True))
    assert reply.title.startswith("Leads under 0.1 points")
    assert column(reply, "Constituency")[0] == "Hendon"


def test_a_limit_in_a_partys_seats(ask: Ask) -> None:
    reply = ask(M.MAJORITY, "labour", limit=under(1_000))
    assert reply.headline.startswith("26 of 411 majorities in seats won by Labour were under 1,000")
    assert set(column(reply, "Party")) <= {"Labour", "Labour Co-op"}


def test_falls_are_limited_by_their_size(ask: Ask) -> None:
    falls = ask(M.CHANGE, "conservative", limit=over(0.4, is_share=True), order=LEAST)
    assert "were falls of over 40 points" in falls.headline
    assert all(float(str(change)) < -0.4 for change in column(falls, "Change"))
    rises = ask(M.CHANGE, "labour", limit=over(0.2, is_share=True))
    assert all(float(str(change)) > 0.2 for change in column(rises, "Change"))


def test_over_all_elections_a_limit_counts_all_of_them(ask: Ask) -> None:
    reply = ask(M.MAJORITY, span=SINCE_2010, limit=under(100))
    assert reply.headline.startswith("28 of 3,250 majorities were under 100 votes")
    assert column(reply, "Majority")[:3] == [2, 4, 15]


def test_parties_can_be_limited_by_their_seats(ask: Ask) -> None:
    reply = ask(M.SEATS, limit=over(10))
    assert reply.headline == (
        "3 parties won over 10 seats at the general election of 4 July 2024: "
        "Labour 411, the Conservatives 121 and the Liberal Democrats 72."
    )
    assert ask(M.SEATS, limit=over(500), yes_or_no=True).headline.startswith("No: no party won")
    assert ask(M.SEATS, limit=over(400), yes_or_no=True).headline.startswith("Yes: 1 party won")


@pytest.mark.parametrize(
    ("measure", "limit"), [(M.DECLARED, under(5)), (M.ELECTORATE, under(0.1, is_share=True))]
)
def test_a_limit_of_another_kind_is_refused(ask: Ask, measure: Measure, limit: Limit) -> None:
    reply = ask(measure, limit=limit)
    assert reply.kind is ReplyKind.NOTHING
    assert "a limit has to be a figure of the same kind" in reply.headline


def test_a_party_is_called_what_it_was_called_then(ask: Ask) -> None:
    headline = ask(M.SHARE, "reform-uk", year=2019, number=1).headline
    assert headline.startswith("The highest share for the Brexit Party (now Reform UK) at")
