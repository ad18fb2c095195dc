"""What was announced beside what became official, and how that is told."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from sqlite3 import Connection

import pytest

from bot.catalogue.catalogue import Catalogue
from bot.declarations.announcer import Announcer
from bot.declarations.clock import SystemClock
from bot.declarations.declaration import Declaration, DeclaredCandidate, Entry, EntryKind, Result
from bot.declarations.desk import Desk
from bot.declarations.dispatch import Dispatch
from bot.declarations.exclusive import Exclusive
from bot.declarations.journal import Journal
from bot.declarations.ledger import Ledger
from bot.declarations.newsroom import Newsroom
from bot.declarations.settlement import (
    OFFICIAL,
    Settled,
    official_declaration,
    settlements,
)
from bot.declarations.state import open_state
from bot.declarations.subscription import EVERYTHING, Address, Events, Style, Wish
from bot.declarations.subscriptions import Subscriptions
from bot.elections.contest import Contest, ContestId, ContestKind
from tests.declarations.deciding import BAKER, VOTES, Room, result
from tests.declarations.making import CLACTON, ISLINGTON, NOW, settled
from tests.declarations.posting import Board, running, until

BATH = ContestId("E14001080", date(2024, 7, 4))
HOBHOUSE = "Wera Hobhouse (Liberal Democrat)"
CHANNEL, SERVER, OWNER = 11, 5, 99

UPSET = {**VOTES, BAKER: 21_000}

Change = Callable[[Result], Result]


@pytest.fixture
def bath(live_catalogue: Catalogue) -> Contest:
    return settled(live_catalogue, BATH)


def announce(journal: Journal, contest: Contest, change: Change = lambda result: result) -> None:
    told = official_declaration(contest)
    assert told.result
    journal.record(replace(told, result=change(told.result)), "PA Media", NOW)


def with_first(result: Result, **changes: object) -> Result:
    first, *others = result.candidates
    return replace(result, candidates=(replace(first, **changes), *others))  # type: ignore[arg-type]


def with_votes(result: Result, votes: int) -> Result:
    return with_first(result, votes=votes)


def other_winner(result: Result) -> Result:
    first, second, *others = result.candidates
    turned = replace(second, votes=first.votes), replace(first, votes=second.votes)
    return replace(result, candidates=(*turned, *others))


def found(journal: Journal, catalogue: Catalogue) -> Settled:
    [one] = settlements(journal, catalogue)
    return one


@pytest.mark.parametrize(
    ("change", "differences", "votes_differ"),
    [
        (lambda one: one, (), False),
        (lambda one: replace(one, electorate=None, rejected_votes=None), (), False),
        (
            lambda one: with_votes(one, 19_873),
            (
                "Wera Hobhouse had 19,873 votes as announced, officially 19,883",
                "majority 11,208 as announced, officially 11,218",
            ),
            True,
        ),
        (
            lambda one: replace(one, electorate=70_000, rejected_votes=1),
            (
                "electorate 70,000 as announced, officially 69,662",
                "rejected votes 1 as announced, officially 192",
            ),
            False,
        ),
        (
            other_winner,
            (
                f"the winner announced was Dan Bewley (Labour), officially it is {HOBHOUSE}",
                "Dan Bewley had 19,883 votes as announced, officially 8,665",
                "Wera Hobhouse had 8,665 votes as announced, officially 19,883",
            ),
            True,
        ),
        (
            lambda one: replace(one, candidates=one.candidates[:-1]),
            ("A ON (Independent) was not announced, officially with 25",),
            True,
        ),
        (
            lambda one: replace(
                one,
                candidates=(
                    *one.candidates,
                    DeclaredCandidate("Zed Zzyzx", "zed", "Green", "green", 1),
                ),
            ),
            ("Zed Zzyzx (Green) was announced with 1, officially not at all",),
            True,
        ),
        (lambda one: with_first(one, name="WERA HOBHOUSE", person_id="wera.here"), (), False),
        (lambda one: with_first(one, name="W. Hobhouse", party="Lib Dem"), (), False),
        (lambda one: with_first(one, person_id="wera.here", party_id="a-new-party"), (), False),
    ],
)
def test_every_difference_is_told_and_nothing_else(
    journal: Journal,
    live_catalogue: Catalogue,
    bath: Contest,
    change: Change,
    differences: tuple[str, ...],
    votes_differ: bool,  # noqa: FBT001
) -> None:
    announce(journal, bath, change)
    one = found(journal, live_catalogue)
    assert (one.differences, one.votes_differ) == (differences, votes_differ)


def test_of_two_with_one_name_each_is_compared_with_themselves(
    journal: Journal, live_catalogue: Catalogue
) -> None:
    """Two called Greg Smith stood in Mid Buckinghamshire, for two parties."""
    contest = settled(live_catalogue, ContestId("E14001360", date(2024, 7, 4)))
    announce(journal, contest, lambda one: replace(one, candidates=one.candidates[::-1]))
    told = found(journal, live_catalogue).differences
    assert [one for one in told if " had " in one or "not at all" in one] == []


def test_contests_that_are_still_open_or_taken_back_are_not_compared(
    journal: Journal, live_catalogue: Catalogue, bath: Contest, desk: Desk
) -> None:
    announce(journal, bath)
    announce(journal, settled(live_catalogue, ISLINGTON))
    journal.record(Declaration(BATH, None, None), "PA Media", NOW)
    assert [one.entry.contest for one in settlements(journal, live_catalogue)] == [ISLINGTON]


def correct(journal: Journal, one: Settled) -> Entry | None:
    return journal.record(official_declaration(one.contest), OFFICIAL, NOW, after=one.entry.seq)


@pytest.mark.parametrize("opened", [True, False])
def test_a_correction_says_what_was_said_and_what_is_official(
    journal: Journal,
    live_catalogue: Catalogue,
    bath: Contest,
    opened: bool,  # noqa: FBT001
) -> None:
    """Whether it was opened for the night, or had been settled all along."""
    if opened:
        journal.open([BATH], ContestKind.GENERAL, NOW)
    announce(journal, bath, other_winner)
    entry = correct(journal, found(journal, live_catalogue))
    assert entry
    newsroom = Newsroom(live_catalogue, journal)
    [first, news] = newsroom.news([1, entry.seq])
    assert (news.entry.kind, news.entry.source, news.kind) == (
        EntryKind.CORRECTED,
        OFFICIAL,
        ContestKind.GENERAL,
    )
    assert news.said
    assert news.now
    assert news.said.contest.winner.standing_as == "Dan Bewley"
    assert news.now.contest.winner.standing_as == "Wera Hobhouse"
    assert first.superseded
    assert {one.key for one in newsroom.subjects(entry)} >= {"", "wera-hobhouse", "dan-bewley"}
    assert found(journal, live_catalogue).differences == ()
    assert correct(journal, found(journal, live_catalogue)) is None


def test_whoever_declares_meanwhile_is_not_overwritten(
    journal: Journal, live_catalogue: Catalogue, bath: Contest
) -> None:
    announce(journal, bath, other_winner)
    one = found(journal, live_catalogue)
    announce(journal, bath, lambda result: with_votes(result, 20_000))
    assert correct(journal, one) is None


def test_no_feed_overrules_what_is_official(
    journal: Journal, live_catalogue: Catalogue, connection: Connection, desk: Desk
) -> None:
    room = Room(live_catalogue, connection)
    assert room.outcome("a", result(UPSET)) == "accepted"
    told = journal.last(CLACTON)
    assert told
    assert told.result
    official = replace(told.result, candidates=told.result.candidates[::-1])
    room.now += timedelta(days=7)
    journal.record(Declaration(CLACTON, official, None), OFFICIAL, room.now)
    assert room.outcome("a", result(UPSET)) == "overruled"
    assert room.outcome("b", result({**UPSET, BAKER: 22_000})) == "overruled"
    assert room.told().startswith(OFFICIAL)


async def test_a_channel_is_told_of_the_correction(
    journal: Journal,
    live_catalogue: Catalogue,
    bath: Contest,
    connection: Connection,
    state_url: str,
    tmp_path: Path,
) -> None:
    wish = Wish(EVERYTHING, Events.EVERY, Style.EACH)
    Subscriptions(connection).add(Address(CHANNEL, SERVER), OWNER, wish, NOW)
    announce(journal, bath, other_winner)
    correct(journal, found(journal, live_catalogue))
    board = Board()
    announcer = Announcer(
        Newsroom(live_catalogue, journal),
        lambda: Ledger(open_state(state_url)),
        Dispatch(board, None, lambda: datetime.now(NOW.tzinfo)),
        SystemClock(),
        Exclusive(tmp_path / "lock"),
    )
    async with running(announcer):
        await until(lambda: announcer.is_idle)
    assert board.posted[CHANNEL] == [[1], [2]]
