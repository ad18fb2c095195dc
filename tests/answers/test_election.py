"""What is said of a whole election; the figures were counted from data/ apart."""

from datetime import datetime

import pytest

from bot.answers import election
from bot.answers.reply import ReplyKind
from bot.catalogue.catalogue import Catalogue
from bot.questions.question import Measure, Topic
from tests.answers.wanted import Ask, asking, column, rows

M = Measure
IN_2024 = "at the general election of 4 July 2024"


@pytest.fixture
def ask(catalogue: Catalogue) -> Ask:
    return asking(election.answer, catalogue, Topic.ELECTION)


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
