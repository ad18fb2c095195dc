"""What is subscribed to, and what is said of it."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from bot.answers.live.subscribing import Subscriber, SubscriptionOffice
from bot.answers.plain import render
from bot.answers.reply import Reply, ReplyKind
from bot.catalogue.catalogue import Catalogue
from bot.declarations.declaration import Declaration, DeclaredCandidate, Nominee, Result
from bot.declarations.delivery import Forbidden, Later, Letter
from bot.declarations.journal import Journal
from bot.declarations.ledger import Ledger
from bot.declarations.news import Subject
from bot.declarations.newsroom import Newsroom
from bot.declarations.state import open_state, url_of
from bot.declarations.subscription import Address, Events, Style, TargetKind
from bot.declarations.subscriptions import Subscriptions, TooMany
from bot.elections.contest import ContestId, ContestKind
from bot.names.index import NameIndex
from bot.names.room import NamesRoom
from tests.declarations.making import CLACTON, NOW

NIGHT = date(2024, 7, 4)
RESULTS = Subscriber(Address(100, 1), 11, "#results")
EXIT_POLL = Subscriber(Address(101, 1), 11, "#exit-poll")
ROSA = Subscriber(Address(300), 11)


@pytest.fixture(scope="module")
def names(catalogue: Catalogue) -> NamesRoom:
    return NamesRoom(catalogue, NameIndex.of(catalogue.known_names()))


class Night:
    """An office over a state of its own, and what happens in it."""

    def __init__(self, catalogue: Catalogue, names: NamesRoom, path: Path) -> None:
        self.connection = open_state(url_of(path))
        self.journal, self.ledger = Journal(self.connection), Ledger(self.connection)
        self.subscriptions = Subscriptions(self.connection)
        self.now = NOW
        newsroom = Newsroom(catalogue, self.journal)
        self.office = SubscriptionOffice(
            catalogue, names, self.subscriptions, newsroom, lambda: self.now
        )

    def declare(self, code: str = "E14001305", polled_on: date = NIGHT) -> int:
        able = DeclaredCandidate("Ann Able", "ann-able", "Labour", "labour", 20_000)
        declaration = Declaration(ContestId(code, polled_on), Result((able,), None, None), None)
        entry = self.journal.record(declaration, "the press", self.now)
        assert entry
        self.ledger.note([Subject(TargetKind.EVERYTHING, "", entry.seq, changes=False)])
        return entry.seq

    def subscribe(
        self,
        to: str,
        who: Subscriber = RESULTS,
        events: Events = Events.EVERY,
        style: Style = Style.EACH,
        *,
        winners: bool = False,
    ) -> Reply:
        return self.office.subscribe(who, to, events, style, named=winners)

    def send(self, outcome: Later | Forbidden) -> None:
        letter = Letter(RESULTS.address.channel, "a nonce", "{}", self.declare(), self.now)
        self.ledger.write_down([letter])
        self.ledger.settle([(letter, outcome)])


@pytest.fixture
def night(catalogue: Catalogue, names: NamesRoom, tmp_path: Path) -> Iterator[Night]:
    night = Night(catalogue, names, tmp_path / "state.db")
    yield night
    night.connection.close()


def called(*hidden: int) -> Callable[[int], str | None]:
    known = {one.address.channel: one.name for one in (RESULTS, EXIT_POLL)}
    return lambda channel: None if channel in hidden else known.get(channel, "Here")


def test_what_was_agreed_is_said(night: Night) -> None:
    reply = night.subscribe("scotland", events=Events.CHANGES, style=Style.QUARTER)

    assert render(reply).splitlines() == [
        "Subscribed to Scotland",
        "#results will be told of changes of hands only, in a digest every 15 minutes.",
    ]
    [kept] = night.subscriptions.at(RESULTS.address)
    assert (kept.wish.events, kept.wish.style) == (Events.CHANGES, Style.QUARTER)


def test_a_party_means_its_gains_and_losses(night: Night) -> None:
    reply = night.subscribe("labour", ROSA)

    assert reply.headline == "You will be told of gains and losses, each as it comes."


def test_subscribing_again_changes_what_was_wished(night: Night) -> None:
    night.subscribe("scotland")
    changed = night.subscribe("Scotland", events=Events.CHANGES)
    same = night.subscribe("area:Scotland", events=Events.CHANGES)

    assert changed.title == "Changed: Scotland"
    assert changed.notes == ("Until now it was every declaration, each as it comes.",)
    assert (same.title, same.notes) == ("Subscribed to Scotland already", ())
    assert len(night.subscriptions.at(RESULTS.address)) == 1


def test_winners_named_before_the_votes_are_told_to_who_asks_until_they_ask_without(
    night: Night,
) -> None:
    first = night.subscribe("scotland", style=Style.QUARTER, winners=True)
    listed = night.office.show(RESULTS.address, called())
    same = night.subscribe("scotland", style=Style.QUARTER, winners=True)
    without = night.subscribe("scotland", style=Style.QUARTER)

    wished = "every declaration and winners named before the votes"
    assert first.headline == f"#results will be told of {wished}, in a digest every 15 minutes."
    assert listed.preface[1] == f"• Scotland: {wished}, every 15 minutes"
    assert (same.title, same.notes) == ("Subscribed to Scotland already", ())
    assert without.title == "Changed: Scotland"
    assert without.headline == (
        "#results will be told of every declaration, in a digest every 15 minutes."
    )
    assert without.notes == (f"Until now it was {wished}, in a digest every 15 minutes.",)
    assert night.office.show(RESULTS.address, called()).preface[1] == (
        "• Scotland: every declaration, every 15 minutes"
    )


def test_who_is_named_is_not_told_by_party_and_that_is_said(night: Night) -> None:
    reply = night.subscribe("labour", ROSA, winners=True)

    assert reply.headline == "You will be told of gains and losses, each as it comes."
    assert reply.notes[0].startswith(
        "Who is named the winner before the votes are known is not told by party: "
    )
    [kept] = night.subscriptions.at(ROSA.address)
    assert not kept.wish.named


def test_a_name_alone_is_nothing_declared_before(night: Night) -> None:
    able = Nominee("Ann Able", "ann-able", "Labour", "labour")
    night.journal.open([CLACTON], ContestKind.BY_ELECTION, NOW)
    night.journal.name(CLACTON, able, "Democracy Club", NOW)

    assert night.subscribe("everything", winners=True).notes == ()


def test_a_question_subscribes_to_nothing(night: Night) -> None:
    assert night.subscribe("newport").asking
    assert night.subscribe("wansbeck").asking
    assert night.subscribe("asdfghjkl").kind is ReplyKind.NOTHING

    assert night.subscriptions.at(RESULTS.address) == []


@pytest.mark.parametrize(
    ("to", "note"),
    [
        ("everything", "2 of 650 were declared before; you hear the rest."),
        (
            "scotland",
            "2 of 650 were declared before; you hear what is declared from now on.",
        ),
    ],
)
def test_in_the_middle_of_a_night_it_is_said_how_far_it_is(
    night: Night, to: str, note: str
) -> None:
    night.declare("E14001305")
    night.declare("E14001306")
    night.now += timedelta(hours=47)

    assert night.subscribe(to).notes == (note,)
    assert night.subscribe(to).notes == ()


def test_when_all_is_declared_only_corrections_are_left_to_hear(night: Night) -> None:
    night.journal.open([CLACTON], ContestKind.BY_ELECTION, NOW)
    night.declare(CLACTON.code, CLACTON.polled_on)

    assert night.subscribe("clacton").notes == (
        "1 of 1 was declared before; you hear corrections, and the next election.",
    )


@pytest.mark.parametrize("age", [timedelta(days=2), timedelta(days=900)])
def test_a_night_of_long_ago_is_not_spoken_of(night: Night, age: timedelta) -> None:
    night.declare()
    night.now += age

    assert night.subscribe("everything").notes == ()


def test_before_anything_is_declared_nothing_is_said_of_it(night: Night) -> None:
    assert night.subscribe("everything").notes == ()


def test_a_paused_channel_is_said_to_go_on(night: Night) -> None:
    night.subscribe("everything")
    night.send(Forbidden("Missing Permissions"))
    paused = night.office.show(RESULTS.address, called())

    again = night.subscribe("everything")

    assert paused.preface[0] == "#results: paused (Missing Permissions), 1 waiting"
    assert again.notes == ("Announcements there were paused; they go on now.",)
    assert night.office.show(RESULTS.address, called()).preface[0] == "#results: 1 waiting"


def test_advice_is_part_of_the_answer(night: Night) -> None:
    who = Subscriber(RESULTS.address, 11, "#results", "Allow more.")

    assert night.office.subscribe(who, "ni", Events.EVERY, Style.EACH).notes == ("Allow more.",)


def test_the_list_says_where_each_channel_stands(night: Night) -> None:
    night.subscribe("everything", style=Style.FIVE)
    night.subscribe("labour")
    night.subscribe("scotland", EXIT_POLL, events=Events.CHANGES)
    night.send(Later("no answer"))

    reply = night.office.show(RESULTS.address, called())

    assert reply.headline == "3 of at most 50."
    assert reply.preface == (
        "#results: being retried, 1 waiting",
        "• every constituency: every declaration, every 5 minutes",
        "• Labour: gains and losses",
        "#exit-poll: up to date",
        "• Scotland: changes of hands only",
    )


def test_a_person_sees_only_what_is_theirs_to_see(night: Night) -> None:
    night.subscribe("everything")
    night.subscribe("scotland", EXIT_POLL)
    night.subscribe("labour", ROSA)

    shown = night.office.show(RESULTS.address, called(RESULTS.address.channel))
    own = night.office.show(ROSA.address, called())

    assert shown.preface == ("#exit-poll: up to date", "• Scotland: every declaration")
    assert own.headline == "1 of at most 10."
    assert own.preface == ("Here: up to date", "• Labour: gains and losses")


def test_without_any_the_list_says_how_to_begin(night: Night) -> None:
    for reply in (night.office.show(ROSA.address, called()), night.office.offer(ROSA.address, str)):
        assert reply.title == "No subscriptions"
        assert "/subscribe" in reply.headline


def test_one_is_ended_and_the_rest_is_offered(night: Night) -> None:
    night.subscribe("everything")
    night.subscribe("scotland")
    everything, scotland = night.office.offer(RESULTS.address, called()).choices

    reply = night.office.unsubscribe(int(everything.id), RESULTS.address, called())

    assert reply.title == "Unsubscribed from every constituency"
    assert reply.headline == "#results will not be told of it any more."
    assert reply.choices == (scotland,)
    assert scotland.detail == "#results: every declaration"


def test_what_is_gone_already_or_not_ones_own_is_not_ended(night: Night) -> None:
    night.subscribe("everything")
    [only] = night.office.offer(RESULTS.address, called()).choices

    stranger = night.office.unsubscribe(int(only.id), ROSA.address, called())
    unentitled = night.office.unsubscribe(
        int(only.id), RESULTS.address, called(RESULTS.address.channel)
    )
    night.office.unsubscribe(int(only.id), RESULTS.address, called())
    again = night.office.unsubscribe(int(only.id), RESULTS.address, called())

    assert stranger.title == again.title == "That subscription is gone already"
    assert unentitled.headline == "You do not manage the channel it is for."
    assert night.office.show(RESULTS.address, called()).title == "No subscriptions"


def test_too_many_is_said_in_one_sentence(night: Night) -> None:
    for number in ("labour", "green", "reform", "snp", "plaid", "dup", "sdlp", "tories"):
        night.subscribe(number, ROSA)
    night.subscribe("scotland", ROSA)
    night.subscribe("wales", ROSA)

    with pytest.raises(TooMany) as said:
        night.subscribe("england", ROSA)

    assert str(said.value) == (
        "You have 10 subscriptions, which is the most there can be: /unsubscribe from one first."
    )
    assert night.subscribe("wales", ROSA).title == "Subscribed to Wales already"


def test_what_is_gone_from_discord_is_forgotten(night: Night) -> None:
    night.subscribe("everything")
    night.subscribe("everything", EXIT_POLL)

    night.office.forget_channel(EXIT_POLL.address.channel)
    assert len(night.subscriptions.at(RESULTS.address)) == 1
    night.office.forget_server(1)
    assert night.subscriptions.at(RESULTS.address) == []
