"""Whole elections, read at once, are what each contest alone is."""

from datetime import date

import pytest

from bot.catalogue.catalogue import Catalogue
from bot.elections.result import ContestResult

DAYS = [date(2010, 5, 6), date(2015, 5, 7), date(2017, 6, 8), date(2019, 12, 12), date(2024, 7, 4)]


def alone(catalogue: Catalogue, one: ContestResult) -> ContestResult | None:
    contest = catalogue.contests.get(one.contest.id)
    return ContestResult(contest, catalogue.contests.baseline(contest)) if contest else None


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_a_general_election_has_650_results_each_as_it_is_alone(
    catalogue: Catalogue, day: date
) -> None:
    results = catalogue.elections.general(day)
    assert len(results) == 650
    assert [one for one in results[::7] if one != alone(catalogue, one)] == []


def test_by_elections_come_oldest_first_each_as_it_is_alone(catalogue: Catalogue) -> None:
    results = catalogue.elections.by_elections()
    assert len(results) == 65
    days = [one.contest.polled_on for one in results]
    assert days == sorted(days)
    assert [one for one in results if one != alone(catalogue, one)] == []


def test_a_day_without_an_election_has_no_results(catalogue: Catalogue) -> None:
    assert catalogue.elections.general(date(2024, 7, 5)) == ()
