"""What is said of a whole election; the figures were counted from data/ apart."""

from datetime import datetime

import pytest

from bot.answers import election
from bot.answers.reply import ReplyKind
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
    assert rows(reply)[0][:5] == ("Labour", 411, 211, 202, 9_708_716)
    assert sum(int(str(seats)) for seats in column(reply, "Seats")) == 650
    assert sum(int(str(net)) for net in column(reply, "Net")) == 0
    assert any("notional" in note for note in reply.notes)


def test_a_party_without_candidates_last_time_has_nothing_before_not_nought(ask: Ask) -> None:
    reply = ask(M.SCOREBOARD)
    place = column(reply, "Party").index("Workers Party of Britain")
    assert (column(reply, "In 2019")[place], column(reply, "Change")[place]) == (None, None)


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
        (M.SHARE, "Labour 33.7%, the Conservatives 23.7%, Reform UK 14.3%"),
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


@pytest.mark.parametrize(
    ("year", "women"), [(2010, 143), (2015, 191), (2017, 208), (2019, 220), (2024, 263)]
)
def test_women_elected(ask: Ask, year: int, women: int) -> None:
    reply = ask(M.WOMEN, year=year)
    assert reply.headline.startswith(f"{women} of the 650 elected at")
    assert sum(int(str(number)) for number in column(reply, "Women")) == women
    assert bool(reply.notes) == (year == 2024)


def test_whose_gender_is_not_recorded_is_said(ask: Ask) -> None:
    (note,) = ask(M.WOMEN).notes
    assert note.startswith("No gender is recorded for 1 person elected: Neil Shastri-Hurst")


def test_first_and_last_to_declare(ask: Ask) -> None:
    first = ask(M.FIRST, year=2019)
    assert "Newcastle upon Tyne Central, at 23:27 (Labour hold" in first.headline
    assert first.notes == ()
    assert column(first, "Declared")[0] == datetime(2019, 12, 12, 23, 27)  # noqa: DTZ001
    assert "St Ives, at 14:52" in ask(M.LAST, year=2019).headline
    assert column(ask(M.LAST, year=2019), "Constituency")[0] == "St Ives"


def test_times_that_nobody_published_are_said_to_be_pieced_together(ask: Ask) -> None:
    first = ask(M.FIRST)
    assert "Houghton and Sunderland South, about 23:17" in first.headline
    assert "27 of them are not sure" in first.notes[0]
    assert "about 18:00 on 6 July (not sure)" in ask(M.LAST).headline


def test_a_seat_without_a_time_is_named(ask: Ask) -> None:
    reply = ask(M.LAST, year=2010)
    assert "Torridge and West Devon, at 17:06" in reply.headline
    assert len(rows(reply)) == 649
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
