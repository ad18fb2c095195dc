"""Who wants to hear about what, as it is written down."""

import threading
from collections.abc import Callable
from datetime import timedelta
from sqlite3 import Connection

import pytest

from bot.declarations.declaration import Declaration, DeclaredCandidate, Result
from bot.declarations.delivery import Forbidden, Later, Letter
from bot.declarations.journal import Journal
from bot.declarations.ledger import Ledger
from bot.declarations.news import Subject
from bot.declarations.state import open_state
from bot.declarations.subscription import (
    EVERYTHING,
    MOST_FOR_A_PERSON,
    MOST_FOR_A_SERVER,
    Address,
    ChannelState,
    Events,
    Style,
    Target,
    TargetKind,
    Wish,
)
from bot.declarations.subscriptions import Subscriptions, TooMany
from tests.declarations.making import CLACTON, NOW

ROSA, IDRIS = 11, 12
NIGHT, DAY, ABROAD, DIRECT = Address(100, 1), Address(101, 1), Address(200, 2), Address(300)
SCOTLAND = Target(TargetKind.AREA, "Scotland", "Scotland")
LATER = NOW + timedelta(hours=1)


def wish(number: int, events: Events = Events.EVERY) -> Wish:
    return Wish(Target(TargetKind.CONSTITUENCY, f"E{number:08}", f"Seat {number}"), events)


@pytest.fixture
def subscriptions(connection: Connection) -> Subscriptions:
    return Subscriptions(connection)


@pytest.fixture
def ledger(connection: Connection) -> Ledger:
    return Ledger(connection)


@pytest.fixture
def declare(journal: Journal, ledger: Ledger) -> Callable[..., int]:
    """An entry, and whom the announcer found it to be about."""

    def declare(votes: int, *about: Target, changes: bool = False) -> int:
        able = DeclaredCandidate("Ann Able", "ann-able", "Labour", "labour", votes)
        result = Result((able,), None, None)
        entry = journal.record(Declaration(CLACTON, result, None), "the press", NOW)
        assert entry
        ledger.note(Subject(one.kind, one.key, entry.seq, changes) for one in about)
        return entry.seq

    return declare


def letter(upto: int) -> Letter:
    return Letter(NIGHT.channel, "a nonce", "{}", upto, NOW)


def test_a_subscription_is_kept_as_it_was_wished(subscriptions: Subscriptions) -> None:
    wished = Wish(SCOTLAND, Events.CHANGES, Style.QUARTER)

    kept = subscriptions.add(NIGHT, ROSA, wished, NOW)

    assert (kept.address, kept.owner, kept.wish) == (NIGHT, ROSA, wished)
    assert (kept.since, kept.created_at) == (0, NOW)
    assert subscriptions.at(NIGHT) == subscriptions.of_channel(NIGHT.channel) == [kept]


def test_a_channel_has_one_for_each_target(subscriptions: Subscriptions) -> None:
    first = subscriptions.add(NIGHT, ROSA, Wish(SCOTLAND), NOW)

    again = subscriptions.add(NIGHT, IDRIS, Wish(SCOTLAND, Events.CHANGES, Style.HOUR), LATER)

    assert (again.id, again.owner, again.created_at) == (first.id, ROSA, NOW)
    assert again.wish == Wish(SCOTLAND, Events.CHANGES, Style.HOUR)
    assert subscriptions.at(NIGHT) == [again]


def test_another_channel_may_have_the_same_target(subscriptions: Subscriptions) -> None:
    for address in (NIGHT, DAY, ABROAD, DIRECT):
        subscriptions.add(address, ROSA, Wish(SCOTLAND), NOW)

    assert [one.address for one in subscriptions.at(NIGHT)] == [NIGHT, DAY]
    assert [one.address for one in subscriptions.at(ABROAD)] == [ABROAD]
    assert [one.address for one in subscriptions.at(DIRECT)] == [DIRECT]


def test_it_hears_what_is_declared_from_now_on(
    subscriptions: Subscriptions, declare: Callable[..., int]
) -> None:
    first = subscriptions.add(NIGHT, ROSA, Wish(EVERYTHING), NOW)
    head = declare(1, EVERYTHING, SCOTLAND)

    second = subscriptions.add(NIGHT, ROSA, Wish(SCOTLAND), NOW)
    changed = subscriptions.add(NIGHT, ROSA, Wish(EVERYTHING, Events.CHANGES), NOW)

    assert (first.since, second.since) == (0, head)
    assert changed.since == first.since


@pytest.mark.parametrize(
    ("address", "most", "sentence"),
    [
        (NIGHT, MOST_FOR_A_SERVER, "This server has 50 subscriptions"),
        (DIRECT, MOST_FOR_A_PERSON, "You have 10 subscriptions"),
    ],
)
def test_there_are_only_so_many(
    subscriptions: Subscriptions, address: Address, most: int, sentence: str
) -> None:
    for number in range(most):
        subscriptions.add(address, ROSA, wish(number), NOW)

    with pytest.raises(TooMany, match=f"{sentence}, which is the most there can be"):
        subscriptions.add(address, ROSA, wish(most), NOW)

    assert len(subscriptions.at(address)) == most
    changed = subscriptions.add(address, ROSA, wish(0, Events.CHANGES), NOW)
    assert changed.wish.events is Events.CHANGES


def test_all_channels_of_a_server_count_together_and_no_other(
    subscriptions: Subscriptions,
) -> None:
    for number in range(MOST_FOR_A_SERVER):
        subscriptions.add(NIGHT if number % 2 else DAY, ROSA, wish(number), NOW)

    with pytest.raises(TooMany):
        subscriptions.add(Address(102, 1), ROSA, Wish(EVERYTHING), NOW)
    subscriptions.add(ABROAD, ROSA, Wish(EVERYTHING), NOW)

    assert subscriptions.standing(102) is None


def test_two_processes_at_once_do_not_pass_the_limit_together(state_url: str) -> None:
    added, refused, begin = [], [], threading.Barrier(2)

    def add(process: int) -> None:
        connection = open_state(state_url)
        begin.wait(10)
        for number in range(40):
            try:
                one = Subscriptions(connection).add(NIGHT, ROSA, wish(100 * process + number), NOW)
                added.append(one.id)
            except TooMany:
                refused.append(number)
        connection.close()

    threads = [threading.Thread(target=add, args=(process,)) for process in (1, 2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    connection = open_state(state_url)
    assert len(Subscriptions(connection).at(NIGHT)) == len(added) == MOST_FOR_A_SERVER
    assert len(refused) == 30
    connection.close()


def test_what_is_removed_is_told_and_gone(subscriptions: Subscriptions) -> None:
    kept = subscriptions.add(NIGHT, ROSA, Wish(EVERYTHING), NOW)
    ended = subscriptions.add(NIGHT, ROSA, Wish(SCOTLAND), NOW)

    assert subscriptions.remove(ended.id, DAY) == ended
    assert subscriptions.remove(ended.id, NIGHT) is None
    assert subscriptions.at(NIGHT) == [kept]


@pytest.mark.parametrize("address", [ABROAD, DIRECT, Address(NIGHT.channel)])
def test_nobody_removes_what_is_somebody_elses(
    subscriptions: Subscriptions, address: Address
) -> None:
    kept = subscriptions.add(NIGHT, ROSA, Wish(EVERYTHING), NOW)

    assert subscriptions.remove(kept.id, address) is None
    assert subscriptions.at(NIGHT) == [kept]


def test_with_the_last_subscription_goes_what_was_to_be_sent(
    subscriptions: Subscriptions, ledger: Ledger, declare: Callable[..., int]
) -> None:
    one = subscriptions.add(NIGHT, ROSA, Wish(EVERYTHING), NOW)
    other = subscriptions.add(NIGHT, ROSA, Wish(SCOTLAND), NOW)
    ledger.write_down([letter(declare(1, EVERYTHING))])

    subscriptions.remove(other.id, NIGHT)
    assert len(ledger.letters([NIGHT.channel])) == 1
    subscriptions.remove(one.id, NIGHT)

    assert ledger.letters([NIGHT.channel]) == []
    assert subscriptions.standing(NIGHT.channel) is None


def test_a_server_or_channel_that_is_gone_takes_its_subscriptions_along(
    subscriptions: Subscriptions,
) -> None:
    for address in (NIGHT, DAY, ABROAD, DIRECT):
        subscriptions.add(address, ROSA, Wish(EVERYTHING), NOW)

    subscriptions.remove_channel(NIGHT.channel)
    assert [one.address for one in subscriptions.at(NIGHT)] == [DAY]
    subscriptions.remove_server(1)
    assert subscriptions.at(NIGHT) == []

    assert len(subscriptions.at(ABROAD)) == len(subscriptions.at(DIRECT)) == 1


def test_an_entry_waits_once_however_many_subscriptions_want_it(
    subscriptions: Subscriptions, declare: Callable[..., int]
) -> None:
    subscriptions.add(NIGHT, ROSA, Wish(EVERYTHING), NOW)
    subscriptions.add(NIGHT, ROSA, Wish(SCOTLAND, Events.CHANGES), NOW)
    subscriptions.add(DAY, ROSA, Wish(SCOTLAND, Events.CHANGES), NOW)

    declare(1, EVERYTHING, SCOTLAND)
    declare(2, EVERYTHING, SCOTLAND, changes=True)

    waiting = [subscriptions.standing(one.channel) for one in (NIGHT, DAY)]
    assert [one.waiting for one in waiting if one] == [2, 1]


def test_a_channel_that_fails_is_seen_to_be_retried(
    subscriptions: Subscriptions, ledger: Ledger, declare: Callable[..., int]
) -> None:
    subscriptions.add(NIGHT, ROSA, Wish(EVERYTHING), NOW)
    sent = letter(declare(1, EVERYTHING))
    ledger.write_down([sent])
    ledger.settle([(sent, Later("no answer"))])

    standing = subscriptions.standing(NIGHT.channel)

    assert standing
    assert (standing.state, standing.attempts, standing.waiting) == (ChannelState.ACTIVE, 1, 1)


def test_a_paused_channel_goes_on_when_somebody_subscribes_again(
    subscriptions: Subscriptions, ledger: Ledger, declare: Callable[..., int]
) -> None:
    subscriptions.add(NIGHT, ROSA, Wish(EVERYTHING), NOW)
    sent = letter(declare(1, EVERYTHING))
    ledger.write_down([sent])
    ledger.settle([(sent, Forbidden("Missing Permissions"))])
    paused = subscriptions.standing(NIGHT.channel)

    subscriptions.add(NIGHT, IDRIS, Wish(SCOTLAND), NOW)
    standing = subscriptions.standing(NIGHT.channel)

    assert paused
    assert (paused.state, paused.reason) == (ChannelState.PAUSED, "Missing Permissions")
    assert standing
    assert (standing.state, standing.reason, standing.waiting) == (ChannelState.ACTIVE, "", 1)


def test_whoever_may_have_no_more_does_not_start_a_paused_channel(
    subscriptions: Subscriptions, ledger: Ledger, declare: Callable[..., int]
) -> None:
    for number in range(MOST_FOR_A_SERVER):
        subscriptions.add(NIGHT, ROSA, wish(number), NOW)
    sent = letter(declare(1, EVERYTHING))
    ledger.write_down([sent])
    ledger.settle([(sent, Forbidden("Missing Access"))])

    with pytest.raises(TooMany):
        subscriptions.add(NIGHT, ROSA, Wish(EVERYTHING), NOW)

    standing = subscriptions.standing(NIGHT.channel)
    assert standing
    assert standing.state is ChannelState.PAUSED


@pytest.mark.parametrize(
    "ask",
    [
        pytest.param(lambda s: s.at(NIGHT), id="of-a-server"),
        pytest.param(lambda s: s.at(DIRECT), id="of-a-person"),
        pytest.param(lambda s: s.of_channel(NIGHT.channel), id="of-a-channel"),
        pytest.param(lambda s: s.standing(NIGHT.channel), id="standing"),
        pytest.param(lambda s: s.remove(1, NIGHT), id="remove"),
        pytest.param(lambda s: [s.remove_server(1)], id="remove-a-server"),
        pytest.param(lambda s: [s.remove_channel(1)], id="remove-a-channel"),
        pytest.param(lambda s: s.add(NIGHT, ROSA, wish(1), NOW), id="add"),
    ],
)
def test_everything_is_found_by_an_index(
    subscriptions: Subscriptions,
    connection: Connection,
    ask: Callable[[Subscriptions], object],
) -> None:
    for address in (NIGHT, DIRECT):
        subscriptions.add(address, ROSA, wish(0), NOW)
    queries: list[str] = []
    connection.set_trace_callback(queries.append)
    assert ask(subscriptions)
    connection.set_trace_callback(None)

    planned = [one for one in queries if one.startswith(("SELECT", "DELETE", "\nSELECT"))]
    assert planned
    for query in planned:
        steps = [row["detail"] for row in connection.execute(f"EXPLAIN QUERY PLAN {query}")]
        assert [step for step in steps if step.startswith("SCAN")] == [], query
