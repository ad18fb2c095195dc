"""What an election adds up to is kept, and yet a declaration shows at once."""

from datetime import date

import pytest

from bot.answers import election, party_tally, ranking
from bot.catalogue.catalogue import Catalogue
from bot.declarations.desk import Desk
from bot.questions.question import Limit, Measure, Topic
from tests.answers.wanted import Ask, asking, column
from tests.declarations.making import Plain, candidate, declared, told

M = Measure
DAY = date(2030, 6, 6)


def result(code: str, *votes: tuple[str, int], **more: object) -> Plain:
    standing = [candidate(f"Someone {place}", *one) for place, one in enumerate(votes)]
    return declared(
        polled_on=DAY.isoformat(), constituency=code, candidates=standing, electorate=2_000, **more
    )


@pytest.fixture
def night(live_catalogue: Catalogue, desk: Desk) -> Catalogue:
    desk.open_election(DAY, None)
    told(desk, result("Bootle", ("Labour", 600), ("Green", 400)))
    return live_catalogue


@pytest.fixture
def party(night: Catalogue) -> Ask:
    return asking(party_tally.answer, night, Topic.PARTY)


@pytest.fixture
def whole(night: Catalogue) -> Ask:
    return asking(election.answer, night, Topic.ELECTION)


def test_each_declaration_correction_and_withdrawal_counts_at_once(
    night: Catalogue, desk: Desk, party: Ask
) -> None:
    ranked = asking(ranking.answer, night, Topic.RANKING)
    assert "1 of the 1 seats declared so far" in party(M.SEATS, "labour").headline
    assert column(ranked(M.MAJORITY), "Majority") == [200]
    told(desk, result("Hendon", ("Labour", 700), ("Green", 100)))
    assert "2 of the 2 seats declared so far" in party(M.SEATS, "labour").headline
    assert column(ranked(M.MAJORITY), "Majority") == [600, 200]
    told(desk, result("Hendon", ("Green", 700), ("Labour", 100)))
    assert "1 of the 2 seats declared so far" in party(M.SEATS, "labour").headline
    told(desk, declared(polled_on=DAY.isoformat(), constituency="Hendon", withdrawn=True))
    assert "1 of the 1 seats declared so far" in party(M.SEATS, "labour").headline


def test_a_settled_election_is_the_same_before_during_and_after_a_night(
    night: Catalogue, desk: Desk, whole: Ask
) -> None:
    before = whole(M.SCOREBOARD, year=2024)
    told(desk, result("Hendon", ("Labour", 700), ("Green", 100)))
    assert whole(M.SCOREBOARD, year=2024) == before


def test_a_live_count_stands_until_something_is_declared(night: Catalogue, desk: Desk) -> None:
    counted = night.elections.counted(DAY)
    assert night.elections.counted(DAY) is counted
    told(desk, result("Hendon", ("Labour", 700), ("Green", 100)))
    later = night.elections.counted(DAY)
    assert [one.seats for one in counted.by_party] == [1, 0]
    assert [one.seats for one in later.by_party] == [2, 0]
    told(desk, declared(polled_on=DAY.isoformat(), constituency="Hendon", withdrawn=True))
    assert night.elections.counted(DAY).by_party == counted.by_party


def test_a_limit_is_passed_for_good_only_from_below(party: Ask) -> None:
    def asked(figure: int, *, over: bool) -> str:
        limit = Limit(figure, over, "")
        return party(M.SEATS, "labour", limit=limit, yes_or_no=True).headline

    assert asked(0, over=True).startswith("Yes: Labour won 1 of the 1 seats")
    assert asked(1, over=False).startswith("No: Labour won 1 of the 1 seats")
    assert asked(100, over=True).startswith("Labour won 1 of the 1 seats")
    assert asked(100, over=False).startswith("Labour won 1 of the 1 seats")


def test_whether_anything_rose_is_not_known_before_the_end(party: Ask, whole: Ask) -> None:
    rose = {"compared": True, "yes_or_no": True}
    for measure in (M.SEATS, M.VOTES, M.SHARE):
        assert not party(measure, "labour", **rose).headline.startswith(("Yes", "No:"))
    turnout = whole(M.TURNOUT, **rose)
    # Of Bootle itself in 2024: 38,880 valid votes.
    assert turnout.headline == (
        "Turnout, by valid votes, at the general election of 6 June 2030 was 50.0% so far, "
        "against 53.2% in 2024 (−3.2 points)."
    )
    assert turnout.sources == ("UK Parliament election results", "the press")


def test_a_board_so_far_has_what_was_held_of_the_same_seats(whole: Ask) -> None:
    board = whole(M.SCOREBOARD)
    assert column(board, "Party") == ["Labour", "Green"]
    assert (column(board, "Seats"), column(board, "Net")) == ([1, 0], [0, 0])
    assert column(board, "Before") == [1, 0]


def test_places_so_far_are_not_final(party: Ask, whole: Ask) -> None:
    assert not party(M.PLACE, "green", place=2, yes_or_no=True).headline.startswith(("Yes", "No:"))
    assert " so far" in whole(M.PLACE, place=2).headline
