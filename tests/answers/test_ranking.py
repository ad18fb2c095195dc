"""The most and the least; the figures were counted from data/ apart."""

from datetime import date

import pytest

from bot.answers import ranking
from bot.answers.reply import ReplyKind
from bot.catalogue.catalogue import Catalogue
from bot.questions.question import Measure, Order, Span, Topic, WantedElection
from tests.answers.wanted import BY_ELECTIONS, SINCE_2010, Ask, asking, column, rows

M, LEAST = Measure, Order.LEAST
IN_2024 = "at the general election of 4 July 2024"


@pytest.fixture
def ask(catalogue: Catalogue) -> Ask:
    return asking(ranking.answer, catalogue, Topic.RANKING)


def test_the_largest_majorities(ask: Ask) -> None:
    reply = ask(M.MAJORITY)
    assert reply.kind is ReplyKind.RANKING
    assert reply.title == "Largest majorities · general election, 4 July 2024"
    assert reply.headline == (
        f"The largest majority {IN_2024} was in Bootle: "
        "Peter Dowd (Labour) won by 21,983 votes (56.5 points)."
    )
    assert reply.listing
    assert reply.listing.numbered
    assert reply.listing.name == "largest-majorities-2024"
    assert len(rows(reply)) == 10
    assert column(reply, "Majority")[:4] == [21983, 21475, 21472, 21457]
    assert reply.choices[0].id == "E14001113.2024-07-04"
    assert reply.sources == ("UK Parliament election results",)


def test_the_closest_seats(ask: Ask) -> None:
    reply = ask(M.MAJORITY, order=LEAST, number=3)
    assert "Hendon: David Pinto-Duschinsky (Labour) won by 15 votes" in reply.headline
    assert column(reply, "Majority") == [15, 18, 20]


def test_votes_and_points_may_name_different_seats(ask: Ask) -> None:
    votes = ask(M.MAJORITY)
    assert votes.notes[0] == "Ranked by the majority in votes."
    assert any(note.startswith("By points the first is Chorley") for note in votes.notes)
    points = ask(M.CLOSENESS)
    assert "Chorley: Lindsay Hoyle (Speaker) won by 20,575 votes (60.6 points)" in points.headline
    assert any(note.startswith("By votes the first is Bootle") for note in points.notes)
    assert not any("the first is" in note for note in ask(M.MAJORITY, order=LEAST).notes)


def test_the_speakers_figures_are_explained_where_they_are_listed(ask: Ask) -> None:
    assert any("Speaker" in note for note in ask(M.SHARE).notes)
    assert not any("Speaker" in note for note in ask(M.SHARE, order=LEAST).notes)


@pytest.mark.parametrize(
    ("order", "seats"),
    [
        (Order.MOST, ["Blaenau Gwent and Rhymney", "Cardiff South and Penarth", "Gower"]),
        (LEAST, ["Clwyd North", "Llanelli", "Mid and South Pembrokeshire"]),
    ],
)
def test_a_partys_seats_in_a_nation(ask: Ask, order: Order, seats: list[str]) -> None:
    reply = ask(M.MAJORITY, "labour", areas=("Wales",), order=order, number=3)
    assert "in a seat won by Labour in Wales" in reply.headline
    assert column(reply, "Constituency") == seats


def test_whom_they_beat_can_be_named(ask: Ask) -> None:
    reply = ask(M.MAJORITY, "labour", "reform-uk", order=LEAST, number=1)
    assert reply.title.startswith("Smallest majorities in seats won by Labour over Reform UK")
    assert column(reply, "Constituency") == ["Llanelli"]


@pytest.mark.parametrize(
    ("measure", "order", "told"),
    [
        (M.TURNOUT, Order.MOST, "Harpenden and Berkhamsted: 75.2% of valid votes, 75.5% with"),
        (M.TURNOUT, LEAST, "Manchester Rusholme: 40.0% of valid votes, 40.3% with"),
        (M.VOTES, Order.MOST, "Tim Farron (Liberal Democrat) with 31,061 votes (62.7%)"),
        (M.VOTES, LEAST, "Holborn and St Pancras: Bobby Smith (Independent) with 19 votes"),
        (M.SHARE, LEAST, "South West Norfolk: Terry Jermy (Labour) with 26.7% (11,847 votes)"),
        (M.CANDIDATES, Order.MOST, "Richmond and Northallerton: 13 candidates"),
        (M.ELECTORATE, LEAST, "Na h-Eileanan an Iar: 21,325 electors"),
        (M.REJECTED, Order.MOST, "Chorley: 1,198 rejected ballots"),
        (M.DEPOSITS, Order.MOST, "Richmond and Northallerton: 9 lost deposits"),
        (M.DECLARED, LEAST, "first declaration"),
        (M.DECLARED, Order.MOST, "Inverness, Skye and West Ross-shire: about 18:00 on 6 July"),
        (M.SEATS, Order.MOST, "Labour won the most seats"),
        (M.GAINED, Order.MOST, "Labour gained the most seats"),
        (M.LOST, Order.MOST, "The Conservatives lost the most seats"),
    ],
)
def test_the_headline_names_the_first(ask: Ask, measure: Measure, order: Order, told: str) -> None:
    assert told in ask(measure, order=order).headline


def test_rises_and_falls_of_share_are_those_of_candidates(ask: Ask) -> None:
    rise = ask(M.CHANGE, year=2019, number=3)
    assert "North Down: Stephen Farry (Alliance), +35.9 points" in rise.headline
    fall = ask(M.CHANGE, "labour", year=2019, order=LEAST, number=2)
    assert fall.headline.startswith("The biggest fall in share for Labour at")
    assert column(fall, "Candidate") == ["Keir Morrison", "John Healey"]
    assert column(fall, "Change")[0] == pytest.approx(-0.24904, abs=1e-5)


def test_what_fell_everywhere_did_not_rise(ask: Ask) -> None:
    reply = ask(M.CHANGE, "conservative")
    assert reply.headline.startswith("The smallest fall in share for the Conservatives")
    assert any("notional" in note for note in reply.notes)


def test_the_biggest_swing_says_from_whom_to_whom_and_what_was_left_out(ask: Ask) -> None:
    reply = ask(M.SWING, year=2019)
    assert (
        "Belfast South: 18.5 points from Democratic Unionist Party to "
        "Social Democratic and Labour Party"
    ) in reply.headline
    assert any(note.startswith("Left out: 9 seats") for note in reply.notes)


def test_a_swing_to_or_from_a_party_needs_it_among_the_first_two(ask: Ask) -> None:
    away = ask(M.SWING, "labour", "conservative", year=2019, order=LEAST, number=1)
    assert away.headline.startswith("The biggest swing from Labour to the Conservatives at")
    assert "Bassetlaw: 18.4 points from Labour to Conservative" in away.headline
    to = ask(M.SWING, "conservative", year=2019, number=1)
    assert column(to, "To") == ["Conservative"]


def test_a_partys_shares_are_those_of_its_own_candidates(ask: Ask) -> None:
    reply = ask(M.SHARE, "reform-uk", number=3)
    assert column(reply, "Candidate") == ["Nigel Farage", "Lee Anderson", "Richard Tice"]
    lowest = ask(M.SHARE, "reform-uk", order=LEAST, number=1)
    assert column(lowest, "Place") != [1]


def test_what_is_level_at_the_end_is_kept_and_said(ask: Ask) -> None:
    reply = ask(M.CANDIDATES, number=5)
    assert column(reply, "Candidates") == [13, 12, 12, 12, 11, 11, 11, 11, 11]
    assert "5 are level at the last place; all of them are listed." in reply.notes
    few = ask(M.CANDIDATES, order=LEAST, number=1)
    assert "and 85 others (level): 5 candidates" in few.headline


def test_the_second_can_be_asked_for(ask: Ask) -> None:
    reply = ask(M.MAJORITY, place=2)
    assert reply.headline.startswith(f"The second largest majority {IN_2024} was in Hornsey")


@pytest.mark.parametrize(("seat", "told"), [("E14001113", "Yes: the"), ("E14001305", "No: the")])
def test_whether_a_seat_is_the_first_can_be_asked(ask: Ask, seat: str, told: str) -> None:
    reply = ask(M.MAJORITY, seats=(seat,), yes_or_no=True)
    assert reply.headline.startswith(f"{told} largest majority {IN_2024} was in Bootle")


def test_over_all_elections_rows_carry_the_election(ask: Ask) -> None:
    reply = ask(M.MAJORITY, span=SINCE_2010, order=LEAST, number=4)
    assert "North East Fife (June 2017): Stephen Gethins" in reply.headline
    assert column(reply, "Majority") == [2, 4, 15, 18]
    assert column(reply, "Election")[:2] == [date(2017, 6, 8), date(2010, 5, 6)]
    largest = ask(M.MAJORITY, span=SINCE_2010, number=3)
    assert column(largest, "Majority") == [42214, 39942, 39883]


def test_by_elections_are_ranked_by_themselves(ask: Ask) -> None:
    closest = ask(M.MAJORITY, elections=(BY_ELECTIONS,), order=LEAST, number=3)
    assert column(closest, "Constituency") == [
        "Runcorn and Helsby",
        "Batley and Spen",
        "Uxbridge and South Ruislip",
    ]
    turnout = ask(M.TURNOUT, elections=(BY_ELECTIONS,), order=LEAST, number=1)
    assert "Manchester Central (November 2012): 18.2% of valid votes" in turnout.headline
    assert len(rows(ask(M.MAJORITY, elections=(BY_ELECTIONS,), number=100))) == 65


def test_by_elections_of_a_parliament_lie_between_its_elections(ask: Ask) -> None:
    parliament = Span("the last Parliament", 2019, 2024, parliament=True)
    reply = ask(M.MAJORITY, elections=(BY_ELECTIONS,), span=parliament, number=100)
    days = [day for day in column(reply, "Election") if isinstance(day, date)]
    assert len(days) == len(rows(reply)) == 23
    assert date(2019, 12, 12) < min(days) < max(days) < date(2024, 7, 4)


def test_a_party_without_seats_there_has_nothing_to_rank(ask: Ask) -> None:
    reply = ask(M.MAJORITY, "reform-uk", areas=("Wales",))
    assert reply.headline == f"Reform UK won no seat in Wales {IN_2024}."
    assert reply.listing is None


@pytest.mark.parametrize(
    ("measure", "elections", "told"),
    [
        (M.SINCE, (), "It ranks them by majority"),
        (M.MAJORITY, (WantedElection("1992", 1992),), "No election Teller knows fits “1992”"),
        (M.MAJORITY, (WantedElection("x", 2001, by_election=True),), "No by-election fits"),
    ],
)
def test_what_cannot_be_ranked_is_said(
    ask: Ask, measure: Measure, elections: tuple[WantedElection, ...], told: str
) -> None:
    reply = ask(measure, elections=elections)
    assert reply.kind is ReplyKind.NOTHING
    assert reply.headline.startswith(told)
