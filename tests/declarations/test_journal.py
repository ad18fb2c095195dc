"""The journal only grows, and finds what it is asked for without reading all of it."""

import sqlite3
from collections.abc import Callable
from datetime import date
from sqlite3 import Connection

import pytest

from bot.catalogue.catalogue import Catalogue
from bot.declarations.declaration import Declaration, DeclaredCandidate, Result
from bot.declarations.journal import Journal
from bot.declarations.live import LiveContests
from bot.declarations.state import open_state
from bot.elections.contest import ContestId, ContestKind
from tests.declarations.making import CLACTON, DAY, NOW, history

RESULT = Result(
    (DeclaredCandidate("Ann Able", "jeremy-corbyn", "Labour", "labour", 9),), 70_000, None
)
SEATS = [f"E{14_000_530 + number}" for number in range(100)]


def declaration(contest: ContestId = CLACTON, result: Result | None = RESULT) -> Declaration:
    return Declaration(contest, result, None)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal SET payload = '{}'",
        "UPDATE journal SET version = 7 WHERE seq = 1",
        "UPDATE OR REPLACE journal SET seq = 2 WHERE seq = 1",
        "DELETE FROM journal",
        "DELETE FROM journal WHERE seq = 2",
    ],
)
def test_no_entry_can_be_changed_or_taken_out(
    journal: Journal, state_url: str, statement: str
) -> None:
    journal.record(declaration(), "the press", NOW)
    journal.record(declaration(result=None), "the press", NOW)
    before = journal.since(0)
    another = open_state(state_url)
    with pytest.raises(sqlite3.IntegrityError, match="the journal only grows"):
        another.execute(statement)
    another.close()
    assert journal.since(0) == before


@pytest.mark.parametrize("column", ["seq", "version"])
def test_no_entry_can_be_replaced(journal: Journal, state_url: str, column: str) -> None:
    journal.record(declaration(), "the press", NOW)
    before = journal.since(0)
    another = open_state(state_url)
    seq = {"seq": "1", "version": "NULL"}[column]
    try:
        with pytest.raises(sqlite3.IntegrityError):
            another.execute(
                "INSERT OR REPLACE INTO journal SELECT "  # noqa: S608 (a number or NULL)
                f"{seq}, code, polled_on, version, 'withdrawn', '{{}}', 'nobody', NULL, "
                "recorded_at FROM journal"
            )
    finally:
        another.close()
    assert journal.since(0) == before


@pytest.mark.parametrize(
    "values",
    [
        "'E14001174', '2029-05-03', 1, 'declared', '{}', 's', NULL, 'now'",
        "'E14001174', '2029-05-03', 0, 'declared', '{}', 's', NULL, 'now'",
        "'E14001174', '2029-05-03', 2, 'guessed', '{}', 's', NULL, 'now'",
        "'E14001174', '2029-05-03', 2, 'declared', NULL, 's', NULL, 'now'",
        "'E14001174', '2029-05-03', 2, 'declared', '{}', NULL, NULL, 'now'",
        "'E14001174', '2029-05-03', 'two', 'declared', '{}', 's', NULL, 'now'",
        "NULL, '2029-05-03', 2, 'declared', '{}', 's', NULL, 'now'",
    ],
)
def test_no_entry_can_be_made_that_makes_no_sense(
    journal: Journal, connection: Connection, values: str
) -> None:
    journal.record(declaration(), "the press", NOW)
    with pytest.raises(sqlite3.IntegrityError):
        connection.execute(
            "INSERT INTO journal (code, polled_on, version, kind, payload, source, declared_at, "  # noqa: S608
            f"recorded_at) VALUES ({values})"
        )
    assert history(journal) == [(1, "declared")]


def test_entries_are_read_in_their_order_from_where_one_stands(journal: Journal) -> None:
    for code in SEATS[:30]:
        journal.record(declaration(ContestId(code, DAY)), "the press", NOW)
    assert [one.seq for one in journal.since(0)] == list(range(1, 31))
    assert [one.seq for one in journal.since(27)] == [28, 29, 30]
    assert [one.contest.code for one in journal.since(3, most=2)] == SEATS[3:5]
    assert journal.since(30) == []


def test_what_stands_is_the_newest_of_each_contest_that_is_not_taken_back(
    journal: Journal,
) -> None:
    later = ContestId(SEATS[0], date(2030, 1, 3))
    for code in SEATS[:3]:
        journal.record(declaration(ContestId(code, DAY)), "the press", NOW)
    journal.record(declaration(later), "the press", NOW)
    journal.record(declaration(ContestId(SEATS[1], DAY), None), "the press", NOW)
    corrected = Result(RESULT.candidates, 1_000, 4)
    journal.record(declaration(ContestId(SEATS[0], DAY), corrected), "the press", NOW)
    assert [(one.seq, one.contest.code, one.version) for one in journal.standing()] == [
        (6, SEATS[0], 2),
        (4, SEATS[0], 1),
        (3, SEATS[2], 1),
    ]
    assert [one.seq for one in journal.standing(DAY)] == [6, 3]
    assert journal.standing()[0].result == corrected


def test_the_last_entry_of_a_contest_may_be_a_withdrawal(journal: Journal) -> None:
    assert journal.last(CLACTON) is None
    journal.record(declaration(), "the press", NOW)
    journal.record(declaration(result=None), "the press", NOW)
    last = journal.last(CLACTON)
    assert last
    assert (last.version, last.kind, last.result) == (2, "withdrawn", None)


def test_contests_opened_twice_keep_what_they_were_opened_as(journal: Journal) -> None:
    assert journal.open([CLACTON], ContestKind.BY_ELECTION, NOW) == 1
    both = [CLACTON, ContestId("E14001305", DAY)]
    assert journal.open(both, ContestKind.BY_ELECTION, NOW) == 1
    assert journal.open(both, ContestKind.BY_ELECTION, NOW) == 0
    assert list(journal.opened()) == both
    assert list(journal.opened(CLACTON.code)) == [CLACTON]
    assert journal.opened("E14001306") == {}


def test_what_was_refused_is_listed_newest_first(journal: Journal) -> None:
    for number in range(5):
        journal.refuse(f"line {number}", "no reason", "the press", NOW)
    assert [received for *_, received in journal.refused(most=3)] == ["line 4", "line 3", "line 2"]
    assert journal.refused()[-1] == (NOW.isoformat(), "the press", "no reason", "line 0")


def steps(connection: Connection, ask: Callable[[], object]) -> int:
    """How many instructions SQLite's machine runs for an answer: a measure that no load moves."""
    count = 0

    def one_more() -> int:
        nonlocal count
        count += 1
        return 0

    connection.set_progress_handler(one_more, 1)
    ask()
    connection.set_progress_handler(None, 0)
    return count


def fill(journal: Journal, days: range) -> None:
    """A declared election of a hundred seats on each day."""
    for day in days:
        contests = [ContestId(code, date(2030, 1, day)) for code in SEATS]
        journal.open(contests, ContestKind.GENERAL, NOW)
        for contest in contests:
            journal.record(declaration(contest), "the press", NOW)


FIRST = ContestId(SEATS[0], date(2030, 1, 1))


@pytest.mark.parametrize(
    "ask",
    [
        pytest.param(lambda journal, _: journal.last(FIRST), id="last"),
        pytest.param(lambda journal, _: journal.since(98, most=2), id="since"),
        pytest.param(
            lambda journal, _: journal.opened(CLACTON.code),
            id="opened-in-a-seat",
        ),
        pytest.param(
            lambda _, live: live.contest(FIRST),
            id="live-contest",
        ),
        pytest.param(
            lambda _, live: live.of_person("nigel-farage"),
            id="live-contests-of-a-person",
        ),
    ],
)
def test_what_is_asked_often_costs_no_more_when_much_was_declared(
    journal: Journal,
    connection: Connection,
    catalogue: Catalogue,
    ask: Callable[[Journal, LiveContests], object],
) -> None:
    live = LiveContests(journal, catalogue)
    connection.execute("PRAGMA synchronous = OFF")
    journal.open([CLACTON], ContestKind.GENERAL, NOW)
    fill(journal, range(1, 2))
    before = steps(connection, lambda: ask(journal, live))
    fill(journal, range(2, 4))
    after = steps(connection, lambda: ask(journal, live))
    assert after <= before * 1.2 + 20


@pytest.mark.parametrize(
    ("query", "values"),
    [
        (
            "SELECT * FROM journal WHERE code = ? AND polled_on = ? ORDER BY version DESC LIMIT 1",
            ("E14001174", "2029-05-03"),
        ),
        ("SELECT * FROM journal WHERE seq > ? ORDER BY seq LIMIT ?", (1, 10)),
    ],
)
def test_the_plan_of_a_look_up_is_a_search(
    connection: Connection, query: str, values: tuple[object, ...]
) -> None:
    steps = connection.execute(f"EXPLAIN QUERY PLAN {query}", values)
    details = [row["detail"] for row in steps]
    assert details
    assert all(one.startswith("SEARCH journal USING") for one in details)
