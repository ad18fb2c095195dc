"""Winners that are named before the votes are known: told to who asks, and never as a result."""

from dataclasses import replace
from sqlite3 import Connection

import pytest

from bot.answers.live.announced import render_announcement, render_list
from bot.answers.live.announcement import announce
from bot.catalogue.catalogue import Catalogue
from bot.declarations.declaration import Nominee
from bot.declarations.desk import Desk
from bot.declarations.journal import Journal
from bot.declarations.ledger import Ledger
from bot.declarations.news import Count, News, told_together
from bot.declarations.newsroom import Newsroom
from bot.declarations.subscription import EVERYTHING, Address, Events, Target, TargetKind, Wish
from bot.declarations.subscriptions import Subscriptions
from bot.elections.contest import ContestId, ContestKind
from tests.declarations.making import (
    CLACTON,
    DAY,
    ISLINGTON,
    NOW,
    as_declared,
    declared,
    settled,
    told,
)

ABLE = Nominee("Ann Able", "ann-able.x", "Labour", "labour")
BAKER = Nominee("Ben Baker", "ben-baker.x", "Conservative", "conservative")
SOURCE = "Democracy Club"
BOOTLE = ContestId("E14001113", DAY)


@pytest.fixture
def newsroom(desk: Desk, live_catalogue: Catalogue, journal: Journal) -> Newsroom:
    return Newsroom(live_catalogue, journal)


def news(newsroom: Newsroom, journal: Journal) -> list[News]:
    return newsroom.news([one.seq for one in journal.since(0)])


def test_the_same_name_again_adds_nothing_and_another_one_does(
    desk: Desk, journal: Journal
) -> None:
    assert journal.name(CLACTON, ABLE, SOURCE, NOW)
    assert journal.name(CLACTON, ABLE, SOURCE, NOW) is None
    assert journal.name(CLACTON, BAKER, SOURCE, NOW)
    assert journal.name(CLACTON, None, SOURCE, NOW)
    assert journal.name(CLACTON, None, SOURCE, NOW) is None
    assert [str(one.kind) for one in journal.since(0)] == ["named", "named", "unnamed"]
    assert [one.version for one in journal.since(0)] == [None] * 3


def test_where_there_is_a_result_nobody_is_named(desk: Desk, journal: Journal) -> None:
    told(desk, declared())
    assert journal.name(CLACTON, BAKER, SOURCE, NOW) is None


def test_no_count_takes_a_name_for_a_result(
    desk: Desk, journal: Journal, newsroom: Newsroom
) -> None:
    day = CLACTON.polled_on
    journal.name(CLACTON, ABLE, SOURCE, NOW)
    assert journal.declared_on(day) == 0
    assert journal.standing(day) == []
    assert journal.standing_numbers(day) == []
    assert journal.to_come(day) == [CLACTON.code]
    assert journal.last(CLACTON) is None
    assert (journal.head(), journal.results_head()) == (1, 0)
    assert journal.naming(ABLE.person_id) == []
    assert newsroom.results(day) == ()
    assert newsroom.latest(day, 5) == []
    assert newsroom.tonight(NOW) is None
    assert [one.count.declared for one in newsroom.days()] == [0]


def test_a_name_on_another_day_moves_no_night(
    desk: Desk, journal: Journal, newsroom: Newsroom, live_catalogue: Catalogue
) -> None:
    """A night of the past was replayed, and of that day is told until another one comes."""
    told(desk, as_declared(settled(live_catalogue)))
    journal.close(CLACTON.polled_on)
    before = (newsroom.tonight(NOW), newsroom.days())
    journal.open([CLACTON], ContestKind.BY_ELECTION, NOW)
    journal.name(CLACTON, ABLE, SOURCE, NOW)
    assert newsroom.tonight(NOW) == before[0] == Count(1, 650)
    assert [one.polled_on for one in newsroom.days()] == [CLACTON.polled_on]
    assert [one.polled_on for one in before[1]] == [ISLINGTON.polled_on]


def test_it_is_told_as_what_it_is(newsroom: Newsroom, journal: Journal) -> None:
    journal.name(CLACTON, ABLE, SOURCE, NOW)
    [one] = news(newsroom, journal)
    assert (one.now, one.said, one.superseded) == (None, None, False)
    assert render_announcement(announce(one)) == (
        "Clacton: winner named, votes to come\n"
        "Democracy Club names Ann Able (Labour) as the winner.\n"
        "No votes are known yet, so this is no result.\n"
        "by-election, 3 May 2029 · Source: Democracy Club"
    )
    assert render_list([announce(one)]).splitlines()[0] == (
        "Clacton: winner named, votes to come: Ann Able (Labour)"
    )


def test_the_party_is_called_as_in_results(newsroom: Newsroom, journal: Journal) -> None:
    able = replace(ABLE, party="Labour and Co-operative Party")
    journal.name(CLACTON, able, SOURCE, NOW)
    one = announce(news(newsroom, journal)[0])
    assert one.lines[0] == "Democracy Club names Ann Able (Labour Co-op) as the winner."
    assert one.terse == "winner named, votes to come: Ann Able (Lab)"


def test_taking_it_back_says_whom_it_had_named(newsroom: Newsroom, journal: Journal) -> None:
    journal.name(CLACTON, ABLE, SOURCE, NOW)
    journal.name(CLACTON, None, SOURCE, NOW)
    first, second = (announce(one) for one in news(newsroom, journal))
    assert first.title == "Clacton: winner named, votes to come (more has come since)"
    assert first.lines[1] == "More has come since; /result shows what stands now."
    assert render_announcement(second) == (
        "Clacton: no longer named\n"
        "Democracy Club no longer names Ann Able (Labour) as the winner.\n"
        "Nothing is declared here.\n"
        "by-election, 3 May 2029 · Source: Democracy Club"
    )
    assert second.brief == "no longer named: Ann Able (Labour)"
    assert second.alone


def test_another_name_says_in_whose_place_in_a_message_of_its_own(
    newsroom: Newsroom, journal: Journal
) -> None:
    journal.name(CLACTON, ABLE, SOURCE, NOW)
    journal.name(CLACTON, BAKER, SOURCE, NOW)
    found = news(newsroom, journal)
    second = announce(found[1])
    assert second.title == "Clacton: another winner named, votes to come"
    assert second.lines == (
        "Democracy Club names Ben Baker (Conservative) as the winner.",
        "Until now it was Ann Able (Labour).",
        "No votes are known yet, so this is no result.",
    )
    assert second.alone
    assert [len(told_together(found[place:])) for place in range(2)] == [1, 1]


def test_a_name_after_a_withdrawal_is_in_nobodys_place(
    desk: Desk, newsroom: Newsroom, journal: Journal
) -> None:
    journal.name(CLACTON, BAKER, SOURCE, NOW)
    told(desk, declared(), declared(withdrawn=True))
    journal.name(CLACTON, ABLE, SOURCE, NOW)
    journal.name(CLACTON, None, SOURCE, NOW)
    *_, named, unnamed = news(newsroom, journal)
    assert announce(named).title == ("Clacton: winner named, votes to come (more has come since)")
    assert "Ben Baker" not in render_announcement(announce(named))
    assert announce(unnamed).lines[0].startswith("Democracy Club no longer names Ann Able")
    assert (named.said, unnamed.said) == (None, None)


def test_names_are_not_told_among_results(desk: Desk, newsroom: Newsroom, journal: Journal) -> None:
    journal.open([BOOTLE], ContestKind.BY_ELECTION, NOW)
    journal.name(BOOTLE, ABLE, SOURCE, NOW)
    journal.name(CLACTON, BAKER, SOURCE, NOW)
    told(desk, declared())
    found = news(newsroom, journal)
    assert [one.entry.seq for one in told_together(found)] == [1, 2]
    assert [one.entry.seq for one in told_together(found[2:])] == [3]


def test_a_result_after_a_name_is_a_declaration_like_any_other(
    desk: Desk, newsroom: Newsroom, journal: Journal
) -> None:
    journal.name(CLACTON, BAKER, SOURCE, NOW)
    told(desk, declared())
    last = news(newsroom, journal)[-1]
    assert (last.entry.version, last.said, last.superseded) == (1, None, False)
    told(desk, declared(withdrawn=True))
    journal.name(CLACTON, BAKER, SOURCE, NOW)
    found = news(newsroom, journal)
    assert [one.superseded for one in found] == [True, True, False, False]
    withdrawn = found[2]
    assert withdrawn.said
    assert withdrawn.said.contest.winner.standing_as == "Ann Able"


class Listening:
    """Channels that want everything, with and without names, and what waits for them."""

    def __init__(self, connection: Connection, newsroom: Newsroom, journal: Journal) -> None:
        self._newsroom, self._journal = newsroom, journal
        self.subscriptions, self.ledger = Subscriptions(connection), Ledger(connection)

    def subscribe(self, channel: int, wish: Wish) -> None:
        self.subscriptions.add(Address(channel, 1), 1, wish, NOW)

    def heard(self, channel: int) -> list[int]:
        for entry in self._journal.since(0):
            self.ledger.note(self._newsroom.subjects(entry))
        return [seq for turn in self.ledger.turns([channel], 50) for seq in turn.seqs]


@pytest.fixture
def listening(connection: Connection, newsroom: Newsroom, journal: Journal) -> Listening:
    return Listening(connection, newsroom, journal)


def test_only_who_asks_hears_names_and_everybody_hears_results(
    listening: Listening, desk: Desk, journal: Journal
) -> None:
    listening.subscribe(1, Wish(EVERYTHING))
    listening.subscribe(2, Wish(EVERYTHING, named=True))
    listening.subscribe(3, Wish(EVERYTHING, Events.CHANGES, named=True))
    listening.subscribe(4, Wish(Target(TargetKind.AREA, "Scotland", "Scotland"), named=True))
    listening.subscribe(5, Wish(Target(TargetKind.PERSON, ABLE.person_id, ABLE.name), named=True))
    listening.subscribe(6, Wish(Target(TargetKind.PARTY, "labour", "Labour"), named=True))
    journal.name(CLACTON, ABLE, SOURCE, NOW)
    told(desk, declared())
    assert [listening.heard(channel) for channel in range(1, 7)] == [
        [2],
        [1, 2],
        [1, 2],
        [],
        [1],
        [2],
    ]


def test_who_asks_later_hears_only_later_names_and_who_ends_it_none(
    listening: Listening, desk: Desk, journal: Journal
) -> None:
    listening.subscribe(1, Wish(EVERYTHING))
    journal.name(CLACTON, ABLE, SOURCE, NOW)
    listening.subscribe(1, Wish(EVERYTHING, named=True))
    journal.name(CLACTON, BAKER, SOURCE, NOW)
    assert listening.heard(1) == [2]
    [one] = listening.subscriptions.of_channel(1)
    assert one.wish.named
    listening.subscribe(1, Wish(EVERYTHING))
    assert listening.heard(1) == []


def test_who_waits_for_a_person_hears_that_another_is_named(
    listening: Listening, journal: Journal
) -> None:
    able = Target(TargetKind.PERSON, ABLE.person_id, ABLE.name)
    listening.subscribe(1, Wish(able, named=True))
    for name in (ABLE, BAKER, None):
        journal.name(CLACTON, name, SOURCE, NOW)
    assert listening.heard(1) == [1, 2]


def test_names_do_not_count_as_waiting_where_nobody_asked_for_them(
    listening: Listening, journal: Journal
) -> None:
    listening.subscribe(1, Wish(EVERYTHING))
    listening.subscribe(2, Wish(EVERYTHING, named=True))
    journal.name(CLACTON, ABLE, SOURCE, NOW)
    for channel in (1, 2):
        listening.heard(channel)
    standing = [listening.subscriptions.standing(channel) for channel in (1, 2)]
    assert [one.waiting for one in standing if one] == [0, 1]
    wanted = listening.ledger.wanted(0, 1)
    assert wanted == listening.ledger.wanted_by([1, 2])
    assert [one.channel for one in wanted] == [2]
