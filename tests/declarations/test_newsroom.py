"""Entries of the journal as something to tell: what is new, what was said, whom it is about."""

from datetime import date, timedelta

import pytest

from bot.catalogue.catalogue import Catalogue
from bot.declarations.declaration import EntryKind
from bot.declarations.desk import Desk
from bot.declarations.journal import Journal
from bot.declarations.news import Count, News, Subject
from bot.declarations.newsroom import Newsroom
from bot.declarations.subscription import TargetKind
from bot.elections.contest import ContestId, ContestKind
from bot.elections.result import ContestResult
from tests.declarations.making import (
    CLACTON,
    DAY,
    ISLINGTON,
    NOW,
    Plain,
    as_declared,
    candidate,
    declared,
    settled,
    standing,
    told,
)

WITHDRAWN = {"polled_on": "2029-05-03", "constituency": "Clacton", "withdrawn": True}
ABLE = "ann-able.E14001174.2029-05-03"
BAKER = "ben-baker.E14001174.2029-05-03"
COLE = "cat-cole.E14001174.2029-05-03"


@pytest.fixture
def newsroom(live_catalogue: Catalogue, journal: Journal) -> Newsroom:
    return Newsroom(live_catalogue, journal)


def after(newsroom: Newsroom, desk: Desk, *declarations: Plain) -> list[News]:
    """The news of everything in the journal after these declarations."""
    answers = told(desk, *declarations)
    assert not [one for one in answers if one.startswith(("refused", "unchanged"))]
    return newsroom.news(range(1, newsroom.head() + 1))


def winner(told: ContestResult | None) -> str:
    return told.contest.winner.standing_as if told else "nobody"


def about(newsroom: Newsroom, seq: int) -> dict[str, set[str]]:
    """The keys of an entry's subjects, by their kind."""
    [entry] = newsroom.entries_after(seq - 1, 1)
    keys: dict[str, set[str]] = {}
    for one in newsroom.subjects(entry):
        keys.setdefault(one.kind.value, set()).add(one.key)
    return keys


def of_able_and(votes: int) -> Plain:
    return standing(
        candidate("Ann Able", "Labour", 20_000), candidate("Nigel Farage", "Reform UK", votes)
    )


def test_what_is_declared_first_says_what_the_seat_was_before(
    newsroom: Newsroom, desk: Desk
) -> None:
    [news] = after(newsroom, desk, declared())

    assert (news.seat, news.kind, news.entry.kind) == (
        "Clacton",
        ContestKind.BY_ELECTION,
        EntryKind.DECLARED,
    )
    assert (winner(news.now), news.said, news.is_new) == ("Ann Able", None, True)
    assert news.now
    assert news.now.before
    assert news.now.before.held_by.id == "reform-uk"
    assert news.now.changes_hands


def test_every_later_entry_says_what_was_said_before(newsroom: Newsroom, desk: Desk) -> None:
    all_news = after(
        newsroom, desk, declared(), of_able_and(30_000), WITHDRAWN, declared(), WITHDRAWN
    )

    assert [(one.entry.kind, winner(one.said), winner(one.now)) for one in all_news] == [
        ("declared", "nobody", "Ann Able"),
        ("corrected", "Ann Able", "Nigel Farage"),
        ("withdrawn", "Nigel Farage", "nobody"),
        ("declared", "nobody", "Ann Able"),
        ("withdrawn", "Ann Able", "nobody"),
    ]
    assert [one.is_new for one in all_news] == [True, False, False, True, False]


def test_an_entry_is_superseded_as_soon_as_another_process_journals_a_later_one(
    newsroom: Newsroom, desk: Desk
) -> None:
    [alone] = after(newsroom, desk, declared())
    first, second = after(newsroom, desk, of_able_and(30_000))

    assert not alone.superseded
    assert (first.superseded, second.superseded) == (True, False)
    assert (first.entry, first.now) == (alone.entry, alone.now)
    assert [one.superseded for one in after(newsroom, desk, WITHDRAWN)] == [True, True, False]


def test_a_later_entry_of_another_contest_supersedes_nothing(
    newsroom: Newsroom, desk: Desk, live_catalogue: Catalogue
) -> None:
    both = after(newsroom, desk, declared(), as_declared(settled(live_catalogue)))
    assert [one.superseded for one in both] == [False, False]


def test_the_same_news_asked_for_again_is_the_same_object(newsroom: Newsroom, desk: Desk) -> None:
    """A thousand channels are told the same: it is put into words once."""
    after(newsroom, desk, declared(), of_able_and(30_000))
    again = zip(newsroom.news([1, 2]), newsroom.news([1, 2]), strict=True)
    assert all(one is other for one, other in again)


def test_news_come_in_the_order_in_which_they_were_asked_for(
    newsroom: Newsroom, desk: Desk
) -> None:
    after(newsroom, desk, declared(), of_able_and(30_000), WITHDRAWN)
    assert [one.entry.seq for one in newsroom.news([3, 1, 2, 1])] == [3, 1, 2, 1]
    with pytest.raises(LookupError):
        newsroom.news([4])


def test_each_entry_says_how_many_of_the_by_elections_stood_declared_after_it(
    newsroom: Newsroom, desk: Desk, journal: Journal
) -> None:
    journal.open(
        [ContestId("E14001305", DAY), ContestId("W07000081", DAY)], ContestKind.BY_ELECTION, NOW
    )
    north = declared(constituency="Islington North")
    news = after(newsroom, desk, declared(), north, of_able_and(30_000), WITHDRAWN, declared())

    assert [one.count for one in news] == [Count(number, 3) for number in (1, 2, 2, 1, 2)]
    assert newsroom.count(CLACTON) == Count(2, 3)


def test_an_open_general_election_has_650_to_come(newsroom: Newsroom, desk: Desk) -> None:
    desk.open_election(date(2030, 6, 6), None)
    by, general = after(newsroom, desk, declared(), declared(polled_on="2030-06-06"))

    assert (by.kind, by.count) == (ContestKind.BY_ELECTION, Count(1, 1))
    assert (general.kind, general.count) == (ContestKind.GENERAL, Count(1, 650))


@pytest.mark.parametrize(
    ("contest_id", "total"),
    [
        pytest.param(ISLINGTON, 650, id="a general election"),
        pytest.param(ContestId("E14000648", date(2012, 11, 15)), 3, id="three by-elections"),
    ],
)
def test_a_settled_day_that_is_played_again_has_as_many_as_it_had(
    newsroom: Newsroom,
    desk: Desk,
    live_catalogue: Catalogue,
    contest_id: ContestId,
    total: int,
) -> None:
    again = as_declared(settled(live_catalogue, contest_id))
    [news] = after(newsroom, desk, again)
    assert news.count == Count(1, total)


def test_an_entry_is_about_its_areas_its_seat_and_whoever_stood(
    newsroom: Newsroom, desk: Desk
) -> None:
    """E14000642 was called Clacton until the boundaries of 2024."""
    after(newsroom, desk, declared())
    assert about(newsroom, 1) == {
        "everything": {""},
        "area": {"England", "East of England"},
        "constituency": {"E14001174", "E14000642"},
        "person": {ABLE, BAKER, COLE},
        "party": {"labour", "reform-uk"},
    }


def test_a_nation_without_regions_is_one_area(newsroom: Newsroom, desk: Desk) -> None:
    desk.open_election(date(2030, 6, 6), None)
    after(newsroom, desk, declared(polled_on="2030-06-06", constituency="Ynys Môn"))
    assert about(newsroom, 1)["area"] == {"Wales"}


def test_a_party_is_what_an_entry_is_about_only_if_it_gained_or_lost(
    newsroom: Newsroom, desk: Desk
) -> None:
    held = standing(
        candidate("Nigel Farage", "Reform UK", 20_000), candidate("Ann Able", "Labour", 5_000)
    )
    after(newsroom, desk, held)
    assert "party" not in about(newsroom, 1)
    assert about(newsroom, 1)["person"] == {"nigel-farage", ABLE}


def test_a_correction_is_also_about_whatever_it_corrects(newsroom: Newsroom, desk: Desk) -> None:
    """Labour, Baker and Cole hear that what they were told does not hold."""
    green = standing(
        candidate("Ann Able", "Green", 9_000), candidate("Nigel Farage", "Reform UK", 3_000)
    )
    after(newsroom, desk, declared(), green)
    assert about(newsroom, 2)["person"] == {ABLE, BAKER, COLE, "nigel-farage"}
    assert about(newsroom, 2)["party"] == {"labour", "green", "reform-uk"}


def test_a_withdrawal_is_about_what_it_takes_back(newsroom: Newsroom, desk: Desk) -> None:
    after(newsroom, desk, declared(), WITHDRAWN)
    assert about(newsroom, 2) == about(newsroom, 1)


def test_what_is_declared_anew_is_not_about_what_was_taken_back(
    newsroom: Newsroom, desk: Desk
) -> None:
    after(newsroom, desk, declared(), WITHDRAWN, of_able_and(30_000))
    assert about(newsroom, 3)["person"] == {ABLE, "nigel-farage"}
    assert "party" not in about(newsroom, 3)


def test_whoever_wants_changes_hears_also_when_a_change_is_corrected_away(
    newsroom: Newsroom, desk: Desk
) -> None:
    after(newsroom, desk, declared(), of_able_and(30_000), of_able_and(30_001), WITHDRAWN)
    entries = newsroom.entries_after(0, 10)
    changes = [{one.changes for one in newsroom.subjects(entry)} for entry in entries]
    assert changes == [{True}, {True}, {False}, {False}]


def test_no_subject_is_named_twice(newsroom: Newsroom, desk: Desk) -> None:
    after(newsroom, desk, declared(), of_able_and(30_000))
    for entry in newsroom.entries_after(0, 10):
        subjects = newsroom.subjects(entry)
        assert len({(one.kind, one.key) for one in subjects}) == len(subjects)
        assert Subject(TargetKind.EVERYTHING, "", entry.seq, changes=True) in subjects


def test_the_latest_are_those_that_stand_newest_first(
    newsroom: Newsroom, desk: Desk, journal: Journal
) -> None:
    journal.open([ContestId("E14001305", DAY)], ContestKind.BY_ELECTION, NOW)
    after(newsroom, desk, declared(), declared(constituency="E14001305"), of_able_and(30_000))
    assert [one.entry.seq for one in newsroom.latest(DAY, 9)] == [3, 2]
    assert [one.entry.seq for one in newsroom.latest(DAY, 1)] == [3]
    told(desk, WITHDRAWN)
    assert [one.entry.seq for one in newsroom.latest(DAY, 9)] == [2]


def test_tonight_is_over_after_two_days(newsroom: Newsroom, desk: Desk) -> None:
    assert newsroom.tonight(NOW) is None
    after(newsroom, desk, declared())
    assert newsroom.tonight(NOW + timedelta(hours=47)) == Count(1, 1)
    assert newsroom.tonight(NOW + timedelta(hours=48)) is None


def test_a_day_that_is_open_names_the_seats_to_come(newsroom: Newsroom, desk: Desk) -> None:
    [day] = newsroom.days()
    assert (day.polled_on, day.kind, day.to_come) == (DAY, ContestKind.BY_ELECTION, ("Clacton",))
    told(desk, declared())
    [day] = newsroom.days()
    assert (day.count, day.to_come, day.replayed) == (Count(1, 1), (), False)


def test_without_an_open_day_the_one_that_is_played_again_counts(
    newsroom: Newsroom, live_catalogue: Catalogue, journal: Journal
) -> None:
    assert newsroom.days() == []
    desk = Desk(live_catalogue, journal, lambda: NOW)
    told(desk, as_declared(settled(live_catalogue)))
    [day] = newsroom.days()
    assert (day.polled_on, day.kind) == (ISLINGTON.polled_on, ContestKind.GENERAL)
    assert (day.count, day.replayed) == (Count(1, 650), True)


def test_a_night_that_is_about_to_be_played_has_everything_to_come(
    live_catalogue: Catalogue, journal: Journal
) -> None:
    rehearsed = Newsroom(live_catalogue, journal, date(2019, 12, 12))

    [day] = rehearsed.days()

    assert (day.kind, day.count) == (ContestKind.GENERAL, Count(0, 650))
    assert day.replayed


def test_the_results_of_a_day_are_those_that_stand_newest_first(
    newsroom: Newsroom, desk: Desk, live_catalogue: Catalogue
) -> None:
    told(desk, as_declared(settled(live_catalogue)), declared())
    before = newsroom.results(DAY)
    corrected = standing(candidate("Ben Baker", "Conservative", 9), candidate("Al", "Green", 1))

    told(desk, corrected)

    assert [winner(one) for one in before] == ["Ann Able"]
    assert [winner(one) for one in newsroom.results(DAY)] == ["Ben Baker"]
    assert newsroom.results(DAY)[0] is newsroom.results(DAY)[0]
    told(desk, WITHDRAWN)
    assert newsroom.results(DAY) == ()
