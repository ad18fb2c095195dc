"""Whole elections, read at once, are what each contest alone is."""

from datetime import date

import pytest

from bot.catalogue.catalogue import Catalogue
from bot.catalogue.elections import inside
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


@pytest.mark.parametrize("areas", [(), ("Wales",), ("East Midlands", "West Midlands")], ids=str)
def test_a_settled_election_is_counted_once_for_the_same_areas(
    catalogue: Catalogue, areas: tuple[str, ...]
) -> None:
    count = catalogue.elections.counted(DAYS[0], areas)
    assert catalogue.elections.counted(DAYS[0], areas[::-1]) is count
    assert catalogue.elections.counted(DAYS[1], areas) is not count
    assert count.results == inside(catalogue.elections.general(DAYS[0]), areas)


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_before_and_net_change_make_the_seats_of_every_party(
    catalogue: Catalogue, day: date
) -> None:
    tallies = catalogue.elections.counted(day).by_party
    assert [one for one in tallies if one.before + one.net != one.seats] == []
    assert sum(one.before for one in tallies) == sum(one.seats for one in tallies) == 650


@pytest.mark.parametrize(
    ("day", "party", "before", "net"),
    [
        (DAYS[4], "labour", 200, 211),
        (DAYS[4], "conservative", 372, -251),
        (DAYS[4], "liberal-democrat", 8, 64),
        (DAYS[4], "scottish-national-party", 48, -39),
        (DAYS[4], "plaid-cymru", 2, 2),
        (DAYS[4], "reform-uk", 0, 5),
        (DAYS[3], "labour", 262, -60),
        (DAYS[3], "independent", 1, -1),
        (DAYS[0], "labour", 348, -90),
        (DAYS[0], "conservative", 210, 96),
        (DAYS[0], "liberal-democrat", 62, -5),
    ],
)
def test_what_they_held_is_the_notional_number_where_boundaries_changed(
    catalogue: Catalogue, day: date, party: str, before: int, net: int
) -> None:
    own = catalogue.elections.counted(day).of(catalogue.parties.by_id[party])
    assert own
    assert (own.before, own.net) == (before, net)


@pytest.mark.parametrize(
    ("day", "areas", "seats"),
    [
        (0, (), 650),
        (4, (), 650),
        (0, ("Scotland",), 59),
        (4, ("Scotland",), 57),
        (3, ("Wales",), 40),
    ],
)
def test_seats_are_those_of_the_boundaries_of_the_day(
    catalogue: Catalogue, day: int, areas: tuple[str, ...], seats: int
) -> None:
    assert catalogue.elections.seats_at(DAYS[day], areas) == seats
