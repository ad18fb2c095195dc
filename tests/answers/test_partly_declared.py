"""Parties, elections and rankings while an election is being declared."""

from datetime import date

import pytest

from bot.answers import election, party_tally, ranking
from bot.answers.reply import Reply, ReplyKind
from bot.catalogue.catalogue import Catalogue
from bot.declarations.desk import Desk
from bot.questions.question import Measure, Span, Topic
from tests.answers.wanted import Ask, asking, column, facts, rows
from tests.declarations.making import Plain, candidate, declared, told

M = Measure
DAY = date(2030, 6, 6)
LIVE = "Declared live; not yet among the settled results."
PROGRESS = "The general election of 6 June 2030: 3 of 650 declared."


def elected(code: str, winner: str, second: str, **more: object) -> Plain:
    """The winner has 600 of 1,000 votes."""
    two = [candidate("Ann Able", winner, 600), candidate("Ben Baker", second, 400)]
    return declared(
        **{"electorate": 2_000, "rejected_votes": 5} | more,
        polled_on=DAY.isoformat(),
        constituency=code,
        candidates=two,
    )


@pytest.fixture
def night(live_catalogue: Catalogue, desk: Desk) -> Catalogue:
    """Two seats that were Labour's, and one in Wales that was Plaid Cymru's."""
    desk.open_election(DAY, None)
    told(
        desk,
        elected("Bootle", "Labour", "Green", declared_at="2030-06-06T23:10"),
        elected("Hendon", "Conservative", "Labour", electorate=None, rejected_votes=None),
        elected("Ynys Môn", "Plaid Cymru", "Labour"),
        source="the press",
    )
    return live_catalogue


@pytest.fixture
def party(night: Catalogue) -> Ask:
    return asking(party_tally.answer, night, Topic.PARTY)


@pytest.fixture
def whole(night: Catalogue) -> Ask:
    return asking(election.answer, night, Topic.ELECTION)


@pytest.fixture
def ranked(night: Catalogue) -> Ask:
    return asking(ranking.answer, night, Topic.RANKING)


def is_live(reply: Reply) -> bool:
    return (
        reply.preface == (PROGRESS, LIVE)
        and reply.sources == ("the press",)
        and reply.as_of is None
    )


def test_a_party_is_counted_as_far_as_it_is_declared(party: Ask) -> None:
    reply = party(M.SEATS, "labour")
    assert is_live(reply)
    assert reply.headline == (
        "Labour won 1 of the 3 seats declared so far at the general election of 6 June 2030, "
        "a net loss of 1 on 2024 (2 of these seats)."
    )
    assert not [label for label in facts(reply) if "in 2024" in label]
    none = party(M.SEATS, "green").headline
    assert none.startswith("The Greens won none of the 3 seats declared so far")


def test_shares_are_compared_with_the_same_seats(party: Ask) -> None:
    reply = party(M.SHARE, "labour")
    # 26,729 of 38,880, 15,855 of 41,256 and 7,619 of 32,628 votes in 2024.
    assert "46.7% of the votes" in reply.headline
    assert "+2.1 points on 44.5% in 2024" in reply.headline
    assert any("in the same seats" in note for note in reply.notes)


def test_who_has_no_candidate_yet_is_not_said_to_stand_nowhere(party: Ask) -> None:
    assert party(M.SEATS, "alliance").headline == (
        "Alliance did not stand in the 3 seats declared at the general election of 6 June 2030."
    )


def test_nobody_has_won_yet(whole: Ask, party: Ask) -> None:
    reply = whole(M.WINNER)
    assert is_live(reply)
    assert reply.headline == (
        "3 of 650 declared at the general election of 6 June 2030; not decided yet: Labour, the "
        "Conservatives and Plaid Cymru have the most seats so far, 1 each."
    )
    assert "Overall majority" not in " ".join(facts(reply))
    assert party(M.WINNER, "green", yes_or_no=True).headline == (
        "Not decided yet: Labour, the Conservatives and Plaid Cymru have the most seats so far, "
        "1 each of 3 declared, at the general election of 6 June 2030; the Greens won 0."
    )
    assert party(M.OVERALL, "labour", yes_or_no=True).headline.startswith("No, not so far:")
    assert "; not decided yet: " in whole(M.OVERALL, yes_or_no=True).headline


def test_turnout_counts_what_is_known(whole: Ask) -> None:
    reply = whole(M.TURNOUT)
    assert "so far was 50.0% of the electorate by valid votes, 50.2% with" in reply.headline
    assert "The electorate of 1 seat is not known and not counted." in reply.notes
    assert whole(M.BALLOTS).headline.startswith("3,000 valid votes were cast")


def test_gains_and_times_are_those_so_far(whole: Ask) -> None:
    assert whole(M.GAINS).headline == (
        "1 of 3 seats changed hands at the general election of 6 June 2030 so far: "
        "the Conservatives gained 1 from Labour."
    )
    first = whole(M.FIRST)
    assert "Bootle, about 23:10 (Labour hold: Ann Able by 200)" in first.headline
    assert "No time is known for 2 seats: Hendon and Ynys Môn." in first.notes
    assert not any("pieced together" in note for note in first.notes)
    assert whole(M.DECLARED).headline.startswith("3 of 650 seats declared")


def test_those_whom_nobody_knows_have_no_known_gender(whole: Ask) -> None:
    assert "No gender is recorded for 3 people elected" in whole(M.WOMEN).notes[0]


def test_a_nation_tells_its_own_progress(whole: Ask) -> None:
    wales = whole(M.WINNER, areas=("Wales",))
    assert wales.preface[0] == "The general election of 6 June 2030: 1 of 32 declared in Wales."
    assert wales.headline == (
        "1 of 32 declared in Wales at the general election of 6 June 2030; not decided yet: "
        "Plaid Cymru has the most seats so far, 1."
    )
    scotland = whole(M.WINNER, areas=("Scotland",))
    assert scotland.kind is ReplyKind.NOTHING
    assert scotland.headline == (
        "Nothing is declared in Scotland yet for the general election of 6 June 2030."
    )


def test_rankings_rest_on_what_is_declared(ranked: Ask) -> None:
    reply = ranked(M.TURNOUT)
    assert is_live(reply)
    assert column(reply, "Constituency") == ["Bootle", "Ynys Môn"]
    assert any(note.startswith("Left out: 1 seat without") for note in reply.notes)
    both = ranked(M.MAJORITY, span=Span("since 2024", 2024), number=1)
    assert both.sources == ("UK Parliament election results", "the press")
    assert both.as_of
    assert "Partly declared live" in " ".join(both.preface)


def test_an_older_election_is_settled_all_the_same(whole: Ask) -> None:
    reply = whole(M.WINNER, year=2024)
    assert reply.preface == ()
    assert reply.headline.startswith("Labour won the general election of 4 July 2024")


def test_an_election_without_any_result_is_said_to_have_none(
    live_catalogue: Catalogue, desk: Desk
) -> None:
    desk.open_election(DAY, None)
    ask = asking(election.answer, live_catalogue, Topic.ELECTION)
    sentence = "Nothing is declared yet for the general election of 6 June 2030."
    named = ask(M.WINNER, year=2030)
    assert (named.kind, named.headline) == (ReplyKind.NOTHING, sentence)
    latest = ask(M.WINNER)
    assert latest.preface == (sentence,)
    assert latest.headline.startswith("Labour won the general election of 4 July 2024")


def test_more_than_half_of_the_house_is_a_majority_before_the_last_seat_declares(
    live_catalogue: Catalogue, desk: Desk
) -> None:
    desk.open_election(DAY, None)
    codes = [seat.code for seat in live_catalogue.seats.by_code.values() if not seat.abolished]
    told(desk, *(elected(code, "Green", "Labour") for code in codes[:325]))
    ask = asking(election.answer, live_catalogue, Topic.ELECTION)
    assert ask(M.OVERALL).headline.endswith(
        "; not decided yet: the Greens have the most seats so far, 325."
    )
    told(desk, elected(codes[325], "Green", "Labour"))
    assert ask(M.OVERALL, yes_or_no=True).headline == (
        "Yes: the Greens won an overall majority at the general election of 6 June 2030: "
        "326 seats already."
    )
    assert len(rows(ask(M.WON))) == 326
