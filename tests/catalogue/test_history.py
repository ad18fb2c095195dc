"""The elections before 2010, found by the names that a seat had in its time."""

import pytest

from bot.catalogue.catalogue import Catalogue
from bot.catalogue.history import History
from bot.catalogue.old_names import forms
from bot.elections.constituency import Constituency
from bot.elections.past import PartyGroup, PastContest, PastWinner


def seat(catalogue: Catalogue, name: str) -> Constituency:
    """The oldest of that name."""
    return min(catalogue.seats.called(name), key=lambda one: one.boundaries)


def contests(catalogue: Catalogue, name: str) -> list[PastContest]:
    return History(catalogue.connection).of_seats([seat(catalogue, name)], renamed=True)


def contest(catalogue: Catalogue, name: str, year: int) -> PastContest:
    [found] = [one for one in contests(catalogue, name) if one.polled_on.year == year]
    return found


def test_there_were_24_general_elections_from_1918_to_2005(catalogue: Catalogue) -> None:
    days = History(catalogue.connection).days()
    assert len(days) == 24
    assert [day.year for day in days[:3]] == [2005, 2001, 1997]
    assert [day.month for day in days if day.year == 1974] == [10, 2]


@pytest.mark.parametrize(
    ("name", "number", "first"),
    [
        ("Islington North", 24, 1918),
        # "Down North" until 1992, on the whole island's list in 1918; none from 1922 to 1945.
        ("North Down", 17, 1918),
        # "Durham Bishop Auckland" until 1951, and "Bishop Aukland" in February 1974.
        ("Bishop Auckland", 24, 1918),
        # "Orkney And Zetland" from 1955 to 1970.
        ("Orkney and Shetland", 24, 1918),
        # "Richmond" of Yorkshire only; the North Riding's division until 1951.
        ("Richmond (Yorks)", 24, 1918),
        ("Richmond Park", 3, 1997),
        # Counted in the East Midlands until 1970.
        ("Peterborough", 24, 1918),
        ("Ynys Môn", 24, 1918),
        ("Clacton", 0, None),
    ],
)
def test_a_seat_is_found_under_the_names_of_its_time(
    catalogue: Catalogue, name: str, number: int, first: int | None
) -> None:
    found = contests(catalogue, name)
    assert len(found) == number
    assert (found[-1].polled_on.year if found else None) == first


@pytest.mark.parametrize(
    ("name", "not_that"),
    [
        ("Richmond Park", "Richmond (Surrey)"),
        ("Louth and Horncastle", "Louth"),
        ("Bath", "Batley and Morley"),
        ("Reading West", "Reading South"),
        ("Derby North", "Derbyshire North Eastern"),
    ],
)
def test_a_like_name_is_another_seat(catalogue: Catalogue, name: str, not_that: str) -> None:
    assert not_that not in {one.name for one in contests(catalogue, name)}


def test_a_county_alone_with_a_point_of_the_compass_stays_whole() -> None:
    assert "north" not in forms("Derbyshire North Eastern")
    assert forms("Derbyshire North Eastern") == forms("North East Derbyshire")
    assert not forms("Kent Ashford").isdisjoint(forms("Ashford"))


def test_names_are_written_as_people_write_them(catalogue: Catalogue) -> None:
    assert contest(catalogue, "Orkney and Shetland", 1959).name == "Orkney and Zetland"
    assert contest(catalogue, "North West Norfolk", 1983).name == "Norfolk North West"


def test_shares_are_those_of_all_votes(catalogue: Catalogue) -> None:
    islington = contest(catalogue, "Islington North", 1979)
    # 12,317 of 12,317 + 7,861 + 2,079 + 1,156.
    assert islington.share(PartyGroup.LABOUR) == pytest.approx(12317 / 23413)
    assert islington.share(PartyGroup.NATIONALIST) is None
    assert islington.votes[0] == (PartyGroup.LABOUR, 12317)
    assert islington.won_by is PartyGroup.LABOUR


@pytest.mark.parametrize(
    ("name", "year"),
    [
        ("North Antrim", 1983),  # others pooled: 44,175 votes of several parties
        ("Preston", 1935),  # two members
    ],
)
def test_who_won_is_not_guessed(catalogue: Catalogue, name: str, year: int) -> None:
    assert contest(catalogue, name, year).won_by is None


def test_nobody_voted_where_nobody_was_opposed(catalogue: Catalogue) -> None:
    daventry = contest(catalogue, "Daventry", 1931)
    assert daventry.unopposed == (PartyGroup.CONSERVATIVE,)
    assert daventry.won_by is PartyGroup.CONSERVATIVE
    assert daventry.votes == ()
    assert daventry.share(PartyGroup.CONSERVATIVE) is None


def test_no_share_is_taken_of_votes_that_do_not_add_up(catalogue: Catalogue) -> None:
    belfast = contest(catalogue, "Belfast East", 1997)
    assert not belfast.adds_up
    assert belfast.share(PartyGroup.OTHERS) is None


@pytest.mark.parametrize(
    ("name", "winner"),
    [
        ("Islington North", PastWinner("Jeremy Corbyn", "Labour")),
        ("Belfast East", PastWinner("Peter Robinson", "Democratic Unionist Party")),
        ("North Down", PastWinner("Robert McCartney", "UK Unionist Party")),
        ("Na h-Eileanan an Iar", PastWinner("Calum MacDonald", "Labour")),
        ("East Renfrewshire", PastWinner("Jim Murphy", "Labour")),
        # The source has the Chairman of Ways and Means, not the party he was elected for.
        ("Saffron Walden", PastWinner("Alan Haselhurst", "")),
    ],
)
def test_from_1997_winners_have_names(catalogue: Catalogue, name: str, winner: PastWinner) -> None:
    assert contest(catalogue, name, 1997).winner == winner


def test_a_poll_that_was_put_off_has_no_winner_in_2005(catalogue: Catalogue) -> None:
    assert contest(catalogue, "South Staffordshire", 2005).winner is None


def test_before_1997_no_winner_has_a_name(catalogue: Catalogue) -> None:
    assert contest(catalogue, "Islington North", 1992).winner is None
