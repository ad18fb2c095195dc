"""What is said of a whole election; the figures were counted from data/ apart."""

from datetime import datetime

import pytest

from bot.answers import election
from bot.answers.reply import ReplyKind, Unit
from bot.catalogue.catalogue import Catalogue
from bot.questions.question import Measure, Order, Topic
from tests.answers.wanted import Ask, asking, column, facts, rows

M = Measure
IN_2024 = "at the general election of 4 July 2024"


@pytest.fixture
def ask(catalogue: Catalogue) -> Ask:
    return asking(election.answer, catalogue, Topic.ELECTION)


def test_the_scoreboard_has_every_party_most_seats_first(ask: Ask) -> None:
    reply = ask(M.SCOREBOARD)
    assert reply.kind is ReplyKind.ELECTION
    assert reply.title == "General election, 4 July 2024"
    assert column(reply, "Party")[:3] == ["Labour", "Conservative", "Liberal Democrat"]
    assert rows(reply)[0][:5] == ("Labour", 411, 211, 200, 9_708_716)
    assert sum(int(str(seats)) for seats in column(reply, "Seats")) == 650
    assert sum(int(str(net)) for net in column(reply, "Net")) == 0
    assert any("notional" in note for note in reply.notes)


def test_a_party_without_candidates_last_time_has_nothing_before_not_nought(ask: Ask) -> None:
    reply = ask(M.SCOREBOARD)
    place = column(reply, "Party").index("Workers Party of Britain")
    assert (column(reply, "Notional 2019")[place], column(reply, "Change")[place]) == (None, None)


@pytest.mark.parametrize(
    ("year", "before"),
    [(2010, "Notional 2005"), (2015, "In 2010"), (2019, "In 2017"), (2024, "Notional 2019")],
)
def test_seats_before_and_net_change_add_up_and_are_called_what_they_are(
    ask: Ask, year: int, before: str
) -> None:
    reply = ask(M.SCOREBOARD, year=year)
    sums = zip(
        *(column(reply, name) for name in (before, "Net", "Seats")), column(reply, "Party"), strict=True
    )
    wrong = [party for was, net, seats, party in sums if int(was or 0) + int(net or 0) != seats]
    assert wrong == []
    assert {one.name: one.unit for one in reply.listing.columns}["Net"] is Unit.NET


def test_who_was_called_something_else_then_is_listed_under_both_names(ask: Ask) -> None:
    assert "Brexit Party (now Reform UK)" in column(ask(M.SCOREBOARD, year=2019), "Party")
    assert "Reform UK" in column(ask(M.SCOREBOARD, year=2024), "Party")


@pytest.mark.parametrize(
    ("year", "told"),
    [
        (2024, "Labour won the general election of 4 July 2024: 411 of 650 seats, an overall"),
        (2019, "The Conservatives won the general election of 12 December 2019: 365 of 650"),
        (2017, "No party won an overall majority at the general election of 8 June 2017: the"),
        (2010, "No party won an overall majority at the general election of 6 May 2010: the"),
    ],
)
def test_who_won(ask: Ask, year: int, told: str) -> None:
    reply = ask(M.WINNER, year=year)
    assert reply.headline.startswith(told)
    assert all(row[1] for row in rows(reply)[:9])


def test_a_hung_parliament_tells_what_was_missing(ask: Ask) -> None:
    reply = ask(M.OVERALL, year=2017)
    assert "317 of 650, 9 fewer than the 326 needed" in reply.headline
    assert facts(reply)["Sinn Féin (do not take their seats)"] == "7 seats"
    assert facts(reply)["Working majority, of the 642 who vote"] == (
        "none (317 against 325; 5 short of 322)"
    )


def test_an_overall_majority_is_told_with_what_it_is(ask: Ask) -> None:
    reply = ask(M.OVERALL)
    assert reply.headline == (
        f"Labour won an overall majority of 172 {IN_2024}: 411 of 650 seats, with 326 needed."
    )
    assert facts(reply)["Overall majority of Labour"] == "172 (411 against 239; 326 needed)"
    assert facts(reply)["Working majority, of the 642 who vote"] == (
        "180 (411 against 231; 322 needed)"
    )
    assert any("more seats than all others" in note for note in reply.notes)


@pytest.mark.parametrize(
    ("year", "order", "told"),
    [
        (2019, Order.MOST, "Yes: the Conservatives won an overall majority of 80"),
        (2010, Order.MOST, "No: no party won"),
        (2010, Order.LEAST, "Yes: no party won"),
        (2024, Order.LEAST, "No: Labour won an overall majority"),
    ],
)
def test_whether_there_was_a_majority_or_a_hung_parliament(
    ask: Ask, year: int, order: Order, told: str
) -> None:
    reply = ask(M.OVERALL, year=year, order=order, yes_or_no=True)
    assert reply.headline.startswith(told)


def test_yes_or_no_and_who_won_list_only_who_has_seats(ask: Ask) -> None:
    hung = ask(M.OVERALL, year=2017, order=Order.LEAST, yes_or_no=True)
    assert len(rows(hung)) == 10
    assert 0 not in column(hung, "Seats")
    won = ask(M.WINNER)
    assert len(rows(won)) == 12
    assert "Others with seats: Ulster Unionist Party 1, Traditional Unionist Voice 1, Speaker 1." in (
        won.notes
    )
    assert len(rows(ask(M.GAINS, yes_or_no=True))) == 10
    assert len(rows(ask(M.SCOREBOARD))) > 90


def test_a_yes_is_said_only_to_what_was_reckoned(ask: Ask) -> None:
    assert ask(M.WINNER, yes_or_no=True).headline.startswith("Yes: Labour won")
    for measure in (M.SCOREBOARD, M.RESULT, M.TURNOUT, M.SHARE, M.CANDIDATES, M.DEPOSITS):
        assert not ask(measure, yes_or_no=True).headline.startswith(("Yes", "No:"))


def test_most_votes_in_an_area_are_told_with_their_number(ask: Ask) -> None:
    assert ask(M.SHARE, areas=("Wales",)).headline.startswith(
        f"Labour won the most votes in Wales {IN_2024}: 487,636 (37.0%). "
        "Then the Conservatives 18.2%, Reform UK 16.9%, Plaid Cymru 14.8%"
    )


def test_in_an_area_most_seats_win(ask: Ask) -> None:
    reply = ask(M.WINNER, areas=("Northern Ireland",))
    assert reply.headline.startswith("Sinn Féin won the most seats, 7 of 18, in Northern Ireland")
    assert "Needed for an overall majority" not in facts(reply)
    level = ask(M.WINNER, areas=("Scotland",), year=2010).headline
    assert level.startswith("Labour won the most seats, 41 of 59, in Scotland")


@pytest.mark.parametrize(
    ("measure", "told"),
    [
        (M.TURNOUT, "was 59.7% of the electorate by valid votes, 59.9% with rejected ballots."),
        (M.VOTES, "28,809,340 valid votes were cast"),
        (M.BALLOTS, "28,925,593 people voted"),
        (M.ELECTORATE, "48,253,193 people were entitled to vote"),
        (M.REJECTED, "116,253 ballots were rejected"),
        (M.CANDIDATES, "4,515 candidates stood"),
        (M.DEPOSITS, "1,673 of 4,515 candidates lost their deposit"),
        (M.DEPOSITS, "Of the parties the Greens lost the most: 258 of 629 deposits."),
        (M.SHARE, "Labour won the most votes at the general election of 4 July 2024: 9,708,716"),
        (M.SHARE, "9,708,716 (33.7%). Then the Conservatives 23.7%, Reform UK 14.3%, the Liberal"),
        (M.CHANGE, "Reform UK, +12.3 points; the biggest fall that of the Conservatives, −19.9"),
        (M.SWING, "was 10.8 points from the Conservatives to Labour"),
        (M.MAJORITY, "an overall majority of 172"),
        (M.SECONDS, "The Conservatives came second in the most seats"),
    ],
)
def test_the_headline_has_the_figure_that_was_asked_for(
    ask: Ask, measure: Measure, told: str
) -> None:
    assert told in ask(measure).headline


def test_turnout_is_told_by_nation_and_region(ask: Ask) -> None:
    reply = ask(M.TURNOUT)
    assert column(reply, "Area")[:5] == [
        "England",
        "Northern Ireland",
        "Scotland",
        "Wales",
        "East Midlands",
    ]
    assert column(reply, "Turnout")[2] == pytest.approx(0.59211, abs=1e-5)
    assert ask(M.TURNOUT, areas=("Wales",)).listing is None


def test_gains_are_told_by_whom_and_from_whom(ask: Ask) -> None:
    reply = ask(M.GAINS)
    assert reply.headline.startswith("303 of 650 seats changed hands")
    assert rows(reply)[:2] == (
        ("Labour", "Conservative", 182),
        ("Liberal Democrat", "Conservative", 60),
    )
    assert sum(int(str(seats)) for seats in column(reply, "Seats")) == 303
    labour = ask(M.GAINS, "labour")
    assert labour.headline == f"Labour gained 218 seats and lost 7 {IN_2024}."
    assert all("Labour" in row for row in rows(labour))


def test_a_change_of_speaker_is_explained(ask: Ask) -> None:
    assert any("Speaker" in note for note in ask(M.GAINS, year=2019).notes)
    assert not any("Speaker" in note for note in ask(M.GAINS, year=2017).notes)


def test_first_and_last_to_declare(ask: Ask) -> None:
    first = ask(M.FIRST, year=2019)
    assert "Newcastle upon Tyne Central, at 23:27 (Labour hold" in first.headline
    assert first.notes == ()
    assert column(first, "Declared")[0] == datetime(2019, 12, 12, 23, 27)  # noqa: DTZ001
    assert "St Ives, at 14:52" in ask(M.LAST, year=2019).headline
    assert column(ask(M.LAST, year=2019), "Constituency")[0] == "St Ives"
    assert len(rows(first)) == len(rows(ask(M.LAST, year=2019))) == 10
    assert len(rows(ask(M.DECLARED, year=2019))) == 650


def test_times_that_nobody_published_are_said_to_be_pieced_together(ask: Ask) -> None:
    first = ask(M.FIRST)
    assert "Houghton and Sunderland South, about 23:17" in first.headline
    assert "27 of them are not sure" in first.notes[0]
    assert "about 18:00 on 6 July (not sure)" in ask(M.LAST).headline


def test_a_seat_without_a_time_is_named(ask: Ask) -> None:
    reply = ask(M.LAST, year=2010)
    assert "Torridge and West Devon, at 17:06" in reply.headline
    assert len(rows(ask(M.DECLARED, year=2010))) == 649
    assert "No time is known for 1 seat: Thirsk and Malton." in reply.notes


def test_only_a_partys_own_seats_declare_where_one_is_named(ask: Ask) -> None:
    headline = ask(M.FIRST, "conservative", year=2019).headline
    assert headline.startswith("First of the seats won by the Conservatives to declare at")
    assert "Blyth Valley, at 23:32 (Conservative gain from Labour" in headline


def test_asked_of_a_party_the_party_answers(ask: Ask) -> None:
    reply = ask(M.SHARE, "green")
    assert reply.kind is ReplyKind.PARTY
    assert reply.headline.startswith("The Greens won 6.7% of the votes")


def test_an_election_before_the_records_is_not_known(ask: Ask) -> None:
    reply = ask(M.TURNOUT, year=1997)
    assert reply.kind is ReplyKind.NOTHING
    assert "Its results begin in 2010" in reply.headline
