"""What the tables say of one polling day and of its night."""

from collections import Counter
from datetime import date
from itertools import pairwise

from bot.catalogue.catalogue import Catalogue
from bot.catalogue.nights import contests_on, nights_as_entered, slips

NIGHT = date(2024, 7, 4)


def test_the_contests_of_a_day_are_all_of_that_day(catalogue: Catalogue) -> None:
    found = contests_on(catalogue.connection, NIGHT)
    assert len(set(found)) == len(found) == 650
    assert {one.polled_on for one in found} == {NIGHT}
    assert contests_on(catalogue.connection, date(2018, 1, 1)) == []


def test_one_night_is_recorded_as_it_was_entered(catalogue: Catalogue) -> None:
    assert nights_as_entered(catalogue.connection) == [NIGHT]
    assert slips(catalogue.connection, date(2019, 12, 12)) == []


def test_the_first_slips_are_as_they_were_typed(catalogue: Catalogue) -> None:
    first, second, *_ = slips(catalogue.connection, NIGHT)
    assert first.observed_at.isoformat() == "2024-07-04T23:18:35+01:00"
    assert (first.contest.code, first.leader_id) == ("E14001295", "bridget-phillipson")
    assert (first.party, first.leader_votes, first.total_votes) == ("Labour Party", 18_883, 40_078)
    assert (first.candidates_with_votes, first.candidates, first.complete) == (5, 5, True)
    assert (second.leader_votes, second.total_votes, second.complete) == (1, 1, False)


def test_slips_come_in_order_and_from_every_seat(catalogue: Catalogue) -> None:
    found = slips(catalogue.connection, NIGHT)
    assert len(found) == 1_248
    assert all(one.observed_at <= later.observed_at for one, later in pairwise(found))
    assert Counter(Counter(one.contest for one in found).values()) == {1: 55, 2: 592, 3: 3}


def test_who_leads_a_slip_stood_there_with_as_many_others(catalogue: Catalogue) -> None:
    for slip in slips(catalogue.connection, NIGHT):
        contest = catalogue.contests.settled(slip.contest)
        assert contest
        assert slip.leader_id in {one.person.id for one in contest.candidacies}
        assert slip.candidates == len(contest.candidacies)
        assert slip.leader_votes <= slip.total_votes
