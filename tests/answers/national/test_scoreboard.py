"""Who won, and the parties one below the other; the figures were counted from data/ apart."""

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
        *(column(reply, name) for name in (before, "Net", "Seats")),
        column(reply, "Party"),
        strict=True,
    )
    wrong = [party for was, net, seats, party in sums if int(was or 0) + int(net or 0) != seats]
    assert wrong == []
    assert reply.listing
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
    assert (
        "Others with seats: Ulster Unionist Party 1, Traditional Unionist Voice 1, Speaker 1."
        in (won.notes)
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
