import asyncio
import json
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from sqlite3 import Connection

import pytest

from bot.catalogue.catalogue import Catalogue
from bot.declarations import dispatch
from bot.declarations.announcer import Announcer
from bot.declarations.clock import NightClock, SystemClock
from bot.declarations.declaration import Nominee
from bot.declarations.delivery import Forbidden, Gone, Later, Letter, Outcome, Refused
from bot.declarations.desk import Desk
from bot.declarations.dispatch import Dispatch
from bot.declarations.exclusive import Exclusive
from bot.declarations.journal import Journal
from bot.declarations.ledger import Ledger
from bot.declarations.newsroom import Newsroom
from bot.declarations.state import open_state
from bot.declarations.subscription import (
    EVERYTHING,
    Address,
    ChannelState,
    Events,
    Style,
    Target,
    TargetKind,
    Wish,
)
from bot.declarations.subscriptions import Subscriptions
from bot.elections.contest import ContestId
from tests.declarations.making import CLACTON, NOW, Plain, as_declared, candidate, declared, told
from tests.declarations.posting import Answer, Board, running, until

NIGHT = date(2024, 7, 4)
HERE, THERE, ELSEWHERE = 11, 12, 13
OWNER = 99
SERVER = 5


@pytest.fixture
def board() -> Board:
    return Board()


@pytest.fixture
def subscriptions(connection: Connection) -> Subscriptions:
    return Subscriptions(connection)


@pytest.fixture
def night(live_catalogue: Catalogue) -> list[Plain]:
    """The seats of Wales, as they were declared."""
    seats = [one for one in live_catalogue.seats.by_code.values() if one.country == "Wales"]
    contests = [live_catalogue.contests.settled(ContestId(one.code, NIGHT)) for one in seats]
    return [as_declared(one) for one in contests if one]


@pytest.fixture(autouse=True)
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dispatch, "LONGEST_DELAY", 0.05)


@pytest.fixture
def start(
    live_catalogue: Catalogue, journal: Journal, state_url: str, board: Board, tmp_path: Path
) -> Callable[..., Announcer]:
    def start(clock: NightClock | None = None, later: timedelta = timedelta()) -> Announcer:
        return Announcer(
            Newsroom(live_catalogue, journal),
            lambda: Ledger(open_state(state_url)),
            Dispatch(board, None, lambda: datetime.now(UTC) + later),
            clock or SystemClock(),
            Exclusive(tmp_path / "lock"),
        )

    return start


async def announced(announcer: Announcer) -> None:
    """Runs until nothing is left to be told."""
    async with running(announcer):
        await until(lambda: announcer.is_idle)


def wish(
    target: Target = EVERYTHING, events: Events = Events.EVERY, style: Style = Style.EACH
) -> Wish:
    return Wish(target, events, style)


def subscribe(subscriptions: Subscriptions, *channels: int, to: Wish | None = None) -> None:
    for channel in channels:
        subscriptions.add(Address(channel, SERVER), OWNER, to or wish(), NOW)


async def test_a_channel_hears_everything_once_and_in_order(
    start: Callable[..., Announcer],
    subscriptions: Subscriptions,
    desk: Desk,
    board: Board,
    night: list[Plain],
) -> None:
    subscribe(subscriptions, HERE)
    announcer = start()
    async with running(announcer):
        for one in night:
            told(desk, one)
            await asyncio.sleep(0)
        await until(lambda: announcer.is_idle)
    assert board.heard(HERE) == list(range(1, len(night) + 1))


async def test_what_is_due_at_once_comes_in_few_messages(
    start: Callable[..., Announcer],
    subscriptions: Subscriptions,
    desk: Desk,
    board: Board,
    night: list[Plain],
) -> None:
    subscribe(subscriptions, HERE)
    told(desk, *night)
    await announced(start())
    assert [len(message) for message in board.posted[HERE]] == [10, 10, 10, 2]


async def test_a_subscription_hears_only_what_came_after_it(
    start: Callable[..., Announcer],
    subscriptions: Subscriptions,
    desk: Desk,
    board: Board,
    night: list[Plain],
) -> None:
    subscribe(subscriptions, HERE)
    told(desk, *night[:3])
    subscribe(subscriptions, THERE)
    area = Target(TargetKind.AREA, "Wales", "Wales")
    subscribe(subscriptions, HERE, to=wish(area))
    told(desk, *night[3:6])
    await announced(start())
    assert (board.heard(HERE), board.heard(THERE)) == ([1, 2, 3, 4, 5, 6], [4, 5, 6])


async def test_a_correction_and_a_withdrawal_are_messages_of_their_own(
    start: Callable[..., Announcer], subscriptions: Subscriptions, desk: Desk, board: Board
) -> None:
    subscribe(subscriptions, HERE)
    right = [candidate("Ann Able", "Labour", 20_001), candidate("Ben Baker", "Conservative", 1)]
    told(desk, declared(), declared(candidates=right), declared(withdrawn=True), declared())
    await announced(start())
    assert board.posted[HERE] == [[1], [2], [3], [4]]


async def test_nothing_is_told_again_after_a_restart(
    start: Callable[..., Announcer],
    subscriptions: Subscriptions,
    desk: Desk,
    board: Board,
    night: list[Plain],
) -> None:
    subscribe(subscriptions, HERE)
    for number in range(0, 12, 3):
        told(desk, *night[number : number + 3])
        await announced(start())
    assert board.heard(HERE) == list(range(1, 13))


@pytest.mark.parametrize(
    "target",
    [
        Target(TargetKind.CONSTITUENCY, "E14001305", "Islington North"),
        Target(TargetKind.AREA, "London", "London"),
        Target(TargetKind.AREA, "England", "England"),
        Target(TargetKind.PARTY, "labour", "Labour"),
        Target(TargetKind.PARTY, "independent", "Independent"),
    ],
    ids=lambda target: str(target.name),
)
async def test_a_subscription_wants_what_is_about_its_target(
    target: Target,
    start: Callable[..., Announcer],
    subscriptions: Subscriptions,
    desk: Desk,
    board: Board,
    live_catalogue: Catalogue,
    night: list[Plain],
) -> None:
    """Islington North, which Labour lost to an independent, after all of Wales."""
    corbyn = live_catalogue.contests.settled(ContestId("E14001305", NIGHT))
    assert corbyn
    wales_changes = wish(target, Events.CHANGES)
    subscribe(subscriptions, HERE, to=wales_changes)
    told(desk, *[one for one in night if one["constituency"] == "W07000081"], as_declared(corbyn))
    await announced(start())
    assert board.heard(HERE)[-1:] == [2]


async def test_one_contest_is_told_once_however_many_subscriptions_want_it(
    start: Callable[..., Announcer],
    subscriptions: Subscriptions,
    desk: Desk,
    board: Board,
    night: list[Plain],
) -> None:
    for target in (EVERYTHING, Target(TargetKind.AREA, "Wales", "Wales")):
        subscribe(subscriptions, HERE, to=wish(target))
    told(desk, *night[:5])
    await announced(start())
    assert board.heard(HERE) == [1, 2, 3, 4, 5]


async def test_changes_of_hands_alone_if_only_they_are_wanted(
    start: Callable[..., Announcer],
    subscriptions: Subscriptions,
    desk: Desk,
    board: Board,
    live_catalogue: Catalogue,
    journal: Journal,
    night: list[Plain],
) -> None:
    subscribe(subscriptions, HERE, to=wish(events=Events.CHANGES))
    told(desk, *night)
    newsroom = Newsroom(live_catalogue, journal)
    gains = [
        one.entry.seq
        for one in newsroom.news(range(1, len(night) + 1))
        if one.now and one.now.changes_hands
    ]
    await announced(start())
    assert 0 < len(gains) < len(night)
    assert board.heard(HERE) == gains


async def test_a_channel_that_fails_holds_up_nobody_and_misses_nothing(
    start: Callable[..., Announcer],
    subscriptions: Subscriptions,
    desk: Desk,
    board: Board,
    night: list[Plain],
) -> None:
    subscribe(subscriptions, HERE, THERE)
    tries: list[int] = []

    def refuse_five_times(letter: Letter) -> Outcome | None:
        if letter.channel == HERE and len(tries) < 5:
            tries.append(len(board.heard(THERE)))
            return Later("503")
        return None

    board.before = refuse_five_times
    told(desk, *night)
    await announced(start())
    assert board.heard(HERE) == board.heard(THERE) == list(range(1, len(night) + 1))
    assert tries[-1] == len(night)


async def test_a_letter_is_sent_again_unchanged(
    start: Callable[..., Announcer],
    subscriptions: Subscriptions,
    desk: Desk,
    board: Board,
    night: list[Plain],
) -> None:
    subscribe(subscriptions, HERE)
    told(desk, night[0])

    def lose_two_answers(letter: Letter) -> Outcome | None:
        told(desk, *night[1:4])
        return Later("the answer was lost") if len(board.tried) < 3 else None

    board.after = lose_two_answers
    await announced(start())
    assert len({(one.nonce, one.payload) for one in board.tried[:3]}) == 1
    assert board.posted[HERE] == [[1], [2, 3, 4]]


@pytest.fixture
def names_and_results(desk: Desk, journal: Journal, night: list[Plain]) -> Callable[[], None]:
    """A name, a result elsewhere, another name, that it is no longer so, and the result."""
    able = Nominee("Ann Able", "ann-able.x", "Labour", "labour")
    baker = Nominee("Ben Baker", "ben-baker.x", "Conservative", "conservative")

    def happen() -> None:
        journal.name(CLACTON, able, "Democracy Club", NOW)
        told(desk, night[0])
        journal.name(CLACTON, baker, "Democracy Club", NOW)
        journal.name(CLACTON, None, "Democracy Club", NOW)
        told(desk, declared(), *night[1:3])

    return happen


async def test_names_between_results_are_told_in_order_to_those_who_asked_for_them(
    start: Callable[..., Announcer],
    subscriptions: Subscriptions,
    board: Board,
    names_and_results: Callable[[], None],
) -> None:
    subscribe(subscriptions, HERE, to=Wish(EVERYTHING, named=True))
    subscribe(subscriptions, THERE)
    names_and_results()
    await announced(start())
    assert board.posted[HERE] == [[1], [2], [3], [4], [5, 6, 7]]
    assert board.posted[THERE] == [[2, 5, 6, 7]]


async def test_names_are_told_once_whenever_it_crashes(
    start: Callable[..., Announcer],
    subscriptions: Subscriptions,
    board: Board,
    names_and_results: Callable[[], None],
) -> None:
    """Each message arrives, and the process ends before it hears of that."""
    subscribe(subscriptions, HERE, to=Wish(EVERYTHING, named=True))
    names_and_results()
    for arrived in range(5):
        board.after = _lost_unless(set(board.nonces))
        async with running(start()):
            await until(partial(_has_more_than, board, arrived))
    board.after = lambda _: None
    await announced(start())
    assert board.posted[HERE] == [[1], [2], [3], [4], [5, 6, 7]]


def _lost_unless(known: set[str]) -> Answer:
    """The answer to every message that was not there before is lost."""
    lost = Later("the answer was lost")
    return lambda letter: None if letter.nonce in known else lost


def _has_more_than(board: Board, messages: int) -> bool:
    return len(board.posted[HERE]) > messages


async def test_a_letter_that_is_old_is_looked_for_first(
    start: Callable[..., Announcer],
    subscriptions: Subscriptions,
    desk: Desk,
    board: Board,
    night: list[Plain],
) -> None:
    """The board has forgotten the nonce: sending again would repeat the message."""
    subscribe(subscriptions, HERE)
    told(desk, night[0])
    board.after = lambda _: Later("the answer was lost")
    async with running(start()):
        await until(lambda: board.posted[HERE])
    board.after, board.forgetful = (lambda _: None), True
    await announced(start(later=timedelta(minutes=5)))
    assert board.posted[HERE] == [[1]]
    assert [one.channel for one in board.looked] == [HERE]


async def test_a_channel_that_is_gone_is_dropped(
    start: Callable[..., Announcer],
    subscriptions: Subscriptions,
    desk: Desk,
    board: Board,
    night: list[Plain],
) -> None:
    subscribe(subscriptions, HERE, THERE)
    board.before = lambda letter: Gone("Unknown Channel") if letter.channel == HERE else None
    told(desk, *night[:2])
    await announced(start())
    assert (subscriptions.of_channel(HERE), board.heard(THERE)) == ([], [1, 2])


async def test_a_channel_without_permission_is_paused_and_its_owner_told_once(
    start: Callable[..., Announcer],
    subscriptions: Subscriptions,
    desk: Desk,
    board: Board,
    night: list[Plain],
) -> None:
    subscribe(subscriptions, HERE)
    board.before = lambda _: Forbidden("Missing Permissions")
    told(desk, *night[:2])
    await announced(start())
    told(desk, *night[2:4])
    await announced(start())
    standing = subscriptions.standing(HERE)
    assert standing
    assert (standing.state, standing.reason) == (ChannelState.PAUSED, "Missing Permissions")
    assert (len(board.tried), board.told) == (1, [(OWNER, HERE)])


async def test_a_paused_channel_goes_on_where_it_stopped(
    start: Callable[..., Announcer],
    subscriptions: Subscriptions,
    desk: Desk,
    board: Board,
    night: list[Plain],
) -> None:
    subscribe(subscriptions, HERE)
    board.before = lambda _: Forbidden("Missing Permissions")
    told(desk, *night[:2])
    await announced(start())
    board.before = lambda _: None
    subscribe(subscriptions, HERE)
    told(desk, night[2])
    await announced(start())
    assert board.heard(HERE) == [1, 2, 3]


async def test_what_is_not_taken_is_told_more_plainly(
    start: Callable[..., Announcer],
    subscriptions: Subscriptions,
    desk: Desk,
    board: Board,
    night: list[Plain],
) -> None:
    subscribe(subscriptions, HERE)

    def only_plain(letter: Letter) -> Outcome | None:
        return None if json.loads(letter.payload)["plain"] else Refused("Invalid Form Body")

    board.before = only_plain
    told(desk, *night[:5])
    await announced(start())
    assert board.posted[HERE] == [[1, 2], [3, 4], [5]]


async def test_embeds_are_tried_again_after_a_while(
    start: Callable[..., Announcer],
    subscriptions: Subscriptions,
    desk: Desk,
    board: Board,
    night: list[Plain],
) -> None:
    """A restart is such a while."""
    subscribe(subscriptions, HERE)
    board.before = lambda letter: (
        None if json.loads(letter.payload)["plain"] else Refused("Cannot send an empty message")
    )
    told(desk, *night[:3])
    await announced(start())
    board.before = lambda _: None
    told(desk, *night[3:9])
    await announced(start())
    assert board.posted[HERE] == [[1, 2], [3], [4, 5, 6, 7, 8, 9]]


async def test_a_digest_waits_for_its_time_and_a_restart_changes_nothing(
    start: Callable[..., Announcer],
    subscriptions: Subscriptions,
    desk: Desk,
    board: Board,
    night: list[Plain],
) -> None:
    """Recorded at 02:30; 02:44:50 comes first, then the quarter."""
    subscribe(subscriptions, HERE, to=wish(style=Style.QUARTER))
    told(desk, *night[:3])
    shortly_before = NOW.replace(minute=44, second=50)
    async with running(start(NightClock(shortly_before, 0.001, time.monotonic))):
        await asyncio.sleep(0.3)
    assert board.posted[HERE] == []
    announcer = start(NightClock(shortly_before, 50.0, time.monotonic))
    await announced(announcer)
    assert board.posted[HERE] == [[1, 2, 3]]


async def test_a_subscription_removed_while_its_message_is_being_sent(
    start: Callable[..., Announcer],
    subscriptions: Subscriptions,
    desk: Desk,
    board: Board,
    night: list[Plain],
) -> None:
    """That message arrives, nothing after it, and a new subscription starts from now."""
    subscribe(subscriptions, HERE)
    [one] = subscriptions.of_channel(HERE)
    board.gate = asyncio.Event()
    announcer = start()
    async with running(announcer):
        told(desk, night[0])
        await until(lambda: board.tried)
        subscriptions.remove(one.id, one.address)
        told(desk, night[1])
        subscribe(subscriptions, HERE)
        told(desk, night[2])
        board.gate.set()
        await until(lambda: announcer.is_idle and len(board.posted[HERE]) > 1)
    assert board.posted[HERE] == [[1], [3]]


async def test_a_refusal_that_comes_after_the_subscription_ended_says_nothing_of_the_next(
    start: Callable[..., Announcer],
    subscriptions: Subscriptions,
    desk: Desk,
    board: Board,
    night: list[Plain],
) -> None:
    subscribe(subscriptions, HERE)
    [one] = subscriptions.of_channel(HERE)
    board.gate = asyncio.Event()
    board.before = lambda letter: Forbidden("No") if letter.upto == 1 else None
    announcer = start()
    async with running(announcer):
        told(desk, night[0])
        await until(lambda: board.tried)
        subscriptions.remove(one.id, one.address)
        subscribe(subscriptions, HERE)
        told(desk, night[1])
        board.gate.set()
        await until(lambda: board.posted[HERE])
    assert (board.heard(HERE), board.told) == ([2], [])


async def test_whoever_wants_holds_too_hears_those_that_come_from_then_on(
    start: Callable[..., Announcer],
    subscriptions: Subscriptions,
    desk: Desk,
    board: Board,
    live_catalogue: Catalogue,
    journal: Journal,
    night: list[Plain],
) -> None:
    subscribe(subscriptions, HERE, to=wish(events=Events.CHANGES))
    told(desk, *night[:20])
    subscribe(subscriptions, HERE)
    told(desk, *night[20:])
    newsroom = Newsroom(live_catalogue, journal)
    changes = [
        one.entry.seq for one in newsroom.news(range(1, 21)) if one.now and one.now.changes_hands
    ]
    await announced(start())
    assert board.heard(HERE) == [*changes, *range(21, len(night) + 1)]


async def test_a_digest_that_had_to_be_sent_again_brings_forward_no_other(
    start: Callable[..., Announcer],
    subscriptions: Subscriptions,
    desk: Desk,
    board: Board,
    live_catalogue: Catalogue,
    journal: Journal,
    night: list[Plain],
) -> None:
    subscribe(subscriptions, HERE, to=wish(style=Style.QUARTER))
    told(desk, night[0])
    later = Desk(live_catalogue, journal, lambda: NOW + timedelta(minutes=16))

    def fail_once(_: Letter) -> Outcome | None:
        if len(board.tried) > 1:
            return None
        told(later, night[1])
        return Later("503")

    board.before = fail_once
    async with running(start(NightClock(NOW.replace(minute=46), 0.001, time.monotonic))):
        await until(lambda: board.posted[HERE])
        await asyncio.sleep(0.5)
    assert board.posted[HERE] == [[1]]


async def test_a_letter_for_a_subscription_that_is_gone_is_not_tried_again(
    start: Callable[..., Announcer],
    subscriptions: Subscriptions,
    desk: Desk,
    board: Board,
    night: list[Plain],
) -> None:
    subscribe(subscriptions, HERE)
    [one] = subscriptions.of_channel(HERE)
    told(desk, night[0])
    board.before = lambda _: Later("503")
    async with running(start()):
        await until(lambda: board.tried)
    subscriptions.remove(one.id, one.address)
    tries = len(board.tried)
    await announced(start())
    assert (len(board.tried), board.posted[HERE]) == (tries, [])


async def test_two_tellers_at_one_state_announce_one_after_the_other(
    start: Callable[..., Announcer],
    subscriptions: Subscriptions,
    desk: Desk,
    board: Board,
    night: list[Plain],
) -> None:
    subscribe(subscriptions, HERE)
    board.forgetful = True
    first, second = start(), start()
    async with running(second):
        async with running(first):
            told(desk, *night[:5])
            await until(lambda: first.is_idle or second.is_idle)
        told(desk, *night[5:8])
        await until(lambda: second.is_idle)
    assert board.heard(HERE) == [1, 2, 3, 4, 5, 6, 7, 8]


async def test_what_is_on_its_way_is_finished_before_the_end(
    start: Callable[..., Announcer],
    subscriptions: Subscriptions,
    desk: Desk,
    board: Board,
    night: list[Plain],
) -> None:
    subscribe(subscriptions, HERE, THERE, ELSEWHERE)
    board.gate = asyncio.Event()
    announcer = start()
    running_ = asyncio.create_task(announcer.run())
    told(desk, *night[:2])
    await until(lambda: len(board.tried) == 3)
    announcer.stop()
    board.gate.set()
    await running_
    board.gate = None
    await announced(start())
    assert [len(board.posted[one]) for one in (HERE, THERE, ELSEWHERE)] == [1, 1, 1]
    assert len(board.tried) == 3


async def test_a_fault_of_one_message_holds_up_no_other_channel(
    start: Callable[..., Announcer],
    subscriptions: Subscriptions,
    desk: Desk,
    board: Board,
    night: list[Plain],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    area = Target(TargetKind.AREA, "England", "England")
    subscribe(subscriptions, HERE, to=wish(area))
    subscribe(subscriptions, THERE)

    def fail(letter: Letter) -> Outcome | None:
        if letter.channel == HERE:
            raise ValueError("a fault")
        return None

    board.before = fail
    told(desk, declared(), *night[:3])
    announcer = start()
    async with running(announcer):
        await until(lambda: len(board.heard(THERE)) == 4)
    assert board.heard(HERE) == []
