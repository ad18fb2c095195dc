"""Winners that are named before the votes are known: told to who asks, and never as a result."""

from sqlite3 import Connection

import pytest

from bot.answers.live.announced import render_announcement, render_list
from bot.answers.live.announcement import announce
from bot.answers.plain import render
from bot.answers.service import Answers
from bot.catalogue.catalogue import Catalogue
from bot.declarations.declaration import Nominee
from bot.declarations.desk import Desk
from bot.declarations.journal import Journal
from bot.declarations.ledger import Ledger
from bot.declarations.news import News, told_together
from bot.declarations.newsroom import Newsroom
from bot.declarations.subscription import EVERYTHING, Address, Events, Target, TargetKind, Wish
from bot.declarations.subscriptions import Subscriptions
from tests.declarations.making import CLACTON, NOW, declared, told

ABLE = Nominee("Ann Able", "ann-able.x", "Labour", "labour")
BAKER = Nominee("Ben Baker", "ben-baker.x", "Conservative", "conservative")
SOURCE = "Democracy Club"


def flat(text: str) -> str:
    return " ".join(text.split())


def ask(answers: Answers, question: str) -> str:
    return render(answers.ask(question))


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


def test_no_count_and_no_answer_takes_a_name_for_a_result(
    desk: Desk, journal: Journal, newsroom: Newsroom, answers: Answers
) -> None:
    questions = ("/declared", "who won clacton", "clacton 2024", "how many have declared")
    before = [ask(answers, one) for one in questions]
    day = CLACTON.polled_on
    journal.name(CLACTON, ABLE, SOURCE, NOW)
    assert journal.declared_on(day) == 0
    assert journal.standing(day) == []
    assert journal.standing_numbers(day) == []
    assert journal.to_come(day) == [CLACTON.code]
    assert journal.last(CLACTON) is None
    assert newsroom.results(day) == ()
    assert newsroom.latest(day, 5) == []
    assert [one.count.declared for one in newsroom.days()] == [0]
    after = [ask(answers, one) for one in questions]
    assert (before[0], before[2:]) == (after[0], after[2:])
    assert "Ann Able (Labour) as the winner; no votes are known: no result yet." in flat(after[1])
    assert "Nothing is declared yet." in after[1]


def test_it_is_told_as_what_it_is(newsroom: Newsroom, journal: Journal) -> None:
    journal.name(CLACTON, ABLE, SOURCE, NOW)
    [one] = news(newsroom, journal)
    assert render_announcement(announce(one)) == (
        "Clacton: winner named, votes to come\n"
        "Democracy Club names Ann Able (Labour) as the winner.\n"
        "No votes are known: this is no result.\n"
        "by-election, 3 May 2029 · Source: Democracy Club"
    )
    assert render_list([announce(one)]).splitlines()[0] == (
        "Clacton: Ann Able (Labour) named the winner, votes to come"
    )


def test_taking_it_back_says_whom_it_had_named(newsroom: Newsroom, journal: Journal) -> None:
    journal.name(CLACTON, ABLE, SOURCE, NOW)
    journal.name(CLACTON, None, SOURCE, NOW)
    first, second = (announce(one) for one in news(newsroom, journal))
    assert first.lines[1] == "More has come since; /result shows what stands now."
    assert second.title == "Clacton: no longer named"
    assert second.lines[0] == "Democracy Club no longer names Ann Able (Labour) as the winner."
    assert second.alone


def test_names_are_not_told_among_results(desk: Desk, newsroom: Newsroom, journal: Journal) -> None:
    journal.name(CLACTON, ABLE, SOURCE, NOW)
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
    named, result, withdrawn, again = news(newsroom, journal)
    assert [one.superseded for one in (named, result, withdrawn, again)] == [
        True,
        True,
        False,
        False,
    ]
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
