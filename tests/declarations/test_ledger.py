"""What each channel still has to hear, as the announcer finds it written down."""

import re
from collections.abc import Callable
from pathlib import Path
from sqlite3 import Connection

import pytest

from bot.declarations.delivery import Forbidden, Gone, Later, Outcome, Refused, Sent
from bot.declarations.ledger import Ledger, Turn, Wanted
from bot.declarations.news import Subject
from bot.declarations.state import open_state
from bot.declarations.subscription import EVERYTHING, Events, Style
from tests.declarations.keeping import (
    ELSEWHERE,
    HERE,
    IDRIS,
    LATER,
    PLAID,
    ROSA,
    THERE,
    WALES,
    State,
    letter,
)
from tests.declarations.making import NOW


@pytest.fixture
def state(connection: Connection) -> State:
    return State(connection)


def channels(wanted: list[Wanted]) -> list[int]:
    return sorted(one.channel for one in wanted)


def seqs(turns: list[Turn]) -> dict[int, tuple[int, ...]]:
    return {one.channel: one.seqs for one in turns}


def test_an_entry_is_wanted_where_somebody_subscribed_to_what_it_is_about(state: State) -> None:
    state.subscribe(HERE, to=WALES)
    state.subscribe(THERE, to=PLAID)
    state.subscribe(ELSEWHERE)

    state.declare(WALES)

    assert channels(state.ledger.wanted(0, 1)) == [HERE, ELSEWHERE]


def test_a_channel_is_wanted_once_for_each_style_since_its_oldest_entry(state: State) -> None:
    state.subscribe(HERE, to=WALES)
    state.subscribe(HERE, to=PLAID, style=Style.HOUR)
    state.subscribe(HERE, style=Style.HOUR)

    state.declare(at=NOW)
    state.declare(WALES, PLAID, at=LATER)

    wanted = sorted(state.ledger.wanted(0, 2), key=lambda one: one.style)
    assert wanted == [Wanted(HERE, Style.EACH, LATER), Wanted(HERE, Style.HOUR, NOW)]


def test_only_the_entries_that_are_asked_about_make_a_channel_wanted(state: State) -> None:
    state.subscribe(HERE, to=WALES)
    state.declare(WALES)
    state.declare()
    state.declare(WALES, at=LATER)
    state.declare(WALES)

    assert state.ledger.wanted(1, 2) == []
    assert state.ledger.wanted(1, 3) == [Wanted(HERE, Style.EACH, LATER)]


def test_nobody_is_wanted_for_what_they_heard_or_never_asked_for(state: State) -> None:
    state.subscribe(HERE, THERE)
    state.declare(WALES)
    state.heard(HERE, 1)
    state.subscribe(HERE, to=WALES)
    state.subscribe(ELSEWHERE, to=WALES)

    assert channels(state.ledger.wanted(0, 1)) == [THERE]


def test_a_subscription_makes_no_channel_wanted_for_what_came_before_it(state: State) -> None:
    state.subscribe(HERE, to=PLAID)
    state.declare(WALES)
    state.subscribe(HERE, to=WALES)
    assert (state.ledger.wanted(0, 1), state.ledger.behind()) == ([], [])


def test_who_wants_changes_of_hands_alone_is_wanted_for_no_hold(state: State) -> None:
    state.subscribe(HERE, events=Events.CHANGES)
    state.declare(WALES)
    assert state.ledger.wanted(0, 1) == []
    state.declare(WALES, changes=True)
    assert channels(state.ledger.wanted(1, 2)) == [HERE]


def test_a_paused_channel_is_not_wanted_and_has_no_turn(state: State) -> None:
    state.subscribe(HERE)
    state.declare()
    state.ledger.write_down([one := letter(HERE, 1)])
    state.settle(one, Forbidden("Missing Access"))
    state.declare()

    assert state.ledger.wanted(0, 2) == []
    assert state.ledger.behind() == []
    assert state.ledger.turns([HERE], 10) == []
    assert state.ledger.letters([HERE]) == []


def test_what_was_overlooked_is_found_and_idle_channels_move_on(state: State) -> None:
    state.subscribe(HERE, to=WALES)
    state.subscribe(THERE, to=PLAID)
    state.declare(WALES, at=LATER)
    state.declare()

    assert state.ledger.behind() == [Wanted(HERE, Style.EACH, LATER)]
    assert (state.cursor(HERE), state.cursor(THERE)) == (0, 2)


def test_a_channel_with_a_letter_on_its_way_stays_where_it_is_and_is_due_at_once(
    state: State,
) -> None:
    state.subscribe(HERE, to=WALES, style=Style.HOUR)
    state.declare(WALES)
    state.ledger.write_down([letter(HERE, 1)])
    state.connection.execute("UPDATE subscription SET kind = 'party', key = 'plaid-cymru'")
    state.declare()

    assert state.ledger.behind() == [Wanted(HERE, Style.EACH, NOW)]
    assert state.cursor(HERE) == 0


def test_a_paused_channel_stays_where_it_is(state: State) -> None:
    state.subscribe(HERE, THERE, to=PLAID)
    state.connection.execute("UPDATE channel SET state = 'paused', reason = 'x' WHERE id = 11")
    state.declare(WALES)

    assert state.ledger.behind() == []
    assert (state.cursor(HERE), state.cursor(THERE)) == (0, 1)


def test_no_channel_moves_past_an_entry_that_nobody_has_looked_at(state: State) -> None:
    state.subscribe(HERE, to=WALES)
    state.declare()
    seq = state.journal()
    state.subscribe(THERE, to=WALES)

    assert state.ledger.behind() == []
    assert (state.cursor(HERE), state.cursor(THERE)) == (1, 2)

    state.ledger.note([Subject(WALES.kind, WALES.key, seq, changes=False)])
    assert channels(state.ledger.behind()) == [HERE]


def test_before_the_first_entry_nobody_has_anything_to_hear(state: State) -> None:
    assert (state.ledger.noted(), state.ledger.behind()) == (0, [])
    state.subscribe(HERE)
    assert (state.ledger.behind(), state.ledger.turns([HERE], 10)) == ([], [])


def test_an_entry_may_be_noted_again_after_a_crash(state: State) -> None:
    state.subscribe(HERE)
    seq = state.declare()
    state.ledger.note([Subject(EVERYTHING.kind, "", seq, changes=False)])
    assert state.ledger.noted() == seq
    assert seqs(state.ledger.turns([HERE], 10)) == {HERE: (seq,)}


def test_a_turn_has_the_oldest_entries_in_order_up_to_the_limit_of_each_channel(
    state: State,
) -> None:
    state.subscribe(HERE, THERE)
    state.subscribe(ELSEWHERE, to=WALES)
    for number in range(7):
        state.declare(*[WALES] * (number % 3 == 0))

    turns = state.ledger.turns([THERE, ELSEWHERE, HERE], 5)

    first = (1, 2, 3, 4, 5)
    assert seqs(turns) == {HERE: first, THERE: first, ELSEWHERE: (1, 4, 7)}
    assert seqs(state.ledger.turns([HERE], 100)) == {HERE: (*first, 6, 7)}


def test_a_turn_goes_on_after_what_the_channel_heard(state: State) -> None:
    state.subscribe(HERE)
    for _ in range(4):
        state.declare()
    state.heard(HERE, 2)

    assert state.ledger.turns([HERE], 10) == [Turn(HERE, (3, 4), plain=False, last_message=1002)]
    state.heard(HERE, 4)
    assert state.ledger.turns([HERE], 10) == []


def test_each_subscription_of_a_channel_hears_what_came_after_it(state: State) -> None:
    state.subscribe(HERE, to=PLAID)
    state.declare(WALES)
    state.declare(PLAID)
    state.subscribe(HERE, to=WALES)
    state.declare(WALES)

    assert seqs(state.ledger.turns([HERE], 10)) == {HERE: (2, 3)}


def test_an_entry_that_several_subscriptions_want_counts_once(state: State) -> None:
    for target in (EVERYTHING, WALES, PLAID):
        state.subscribe(HERE, to=target)
    for _ in range(3):
        state.declare(WALES, PLAID)

    assert seqs(state.ledger.turns([HERE], 2)) == {HERE: (1, 2)}


def test_one_subscription_to_everything_is_not_narrowed_by_one_to_changes(state: State) -> None:
    state.subscribe(HERE, to=WALES, events=Events.CHANGES)
    state.subscribe(THERE, to=WALES, events=Events.CHANGES)
    state.subscribe(THERE)
    state.declare(WALES)
    state.declare(WALES, changes=True)

    assert seqs(state.ledger.turns([HERE, THERE], 9)) == {HERE: (2,), THERE: (1, 2)}


def test_nobody_else_has_a_turn_than_who_is_asked_about(state: State) -> None:
    state.subscribe(HERE, THERE)
    state.declare()
    unknown = 404

    assert seqs(state.ledger.turns([THERE, unknown], 9)) == {THERE: (1,)}
    assert state.ledger.turns([], 9) == []


def test_the_persons_who_subscribed_in_a_channel_are_each_named_once(state: State) -> None:
    state.subscribe(HERE, to=WALES, owner=IDRIS)
    state.subscribe(HERE, owner=ROSA)
    state.subscribe(HERE, to=PLAID, owner=ROSA)
    state.subscribe(THERE, owner=7)
    assert state.ledger.owners(HERE) == [ROSA, IDRIS]
    assert state.ledger.owners(404) == []


def test_every_state_has_a_name_of_its_own_and_keeps_it(
    state: State, state_url: str, tmp_path: Path
) -> None:
    same = Ledger(open_state(state_url))
    other = Ledger(open_state(f"sqlite:///{tmp_path / 'other.db'}"))
    assert state.ledger.identity() == same.identity() != other.identity()
    same.close()
    other.close()


OUTCOMES: list[Outcome] = [
    Sent(1),
    Later("no answer"),
    Forbidden("Missing Access"),
    Gone("Unknown Channel"),
    Refused("Invalid Form Body"),
]


def plans(connection: Connection, ask: Callable[[], object]) -> dict[str, list[str]]:
    """How SQLite goes about every statement of what is asked."""
    ran: list[str] = []
    connection.set_trace_callback(ran.append)
    ask()
    connection.set_trace_callback(None)
    planned = [one for one in ran if re.match(r"\s*(SELECT|INSERT|UPDATE|DELETE)", one)]
    return {
        one: [row["detail"] for row in connection.execute(f"EXPLAIN QUERY PLAN {one}")]
        for one in planned
    }


def scans(connection: Connection, ask: Callable[[], object]) -> set[str]:
    """The tables that are read from beginning to end, perhaps to make an index for the moment."""
    tables = "journal|subject|subscription|channel|outbox"
    found = plans(connection, ask)
    assert any(steps for steps in found.values())
    steps = (step for one in found.values() for step in one)
    whole = re.compile(rf"SCAN ({tables})\b|SEARCH ({tables}) USING AUTOMATIC")
    return {match[1] or match[2] for step in steps if (match := whole.match(step))}


@pytest.mark.parametrize(
    "ask",
    [
        pytest.param(lambda ledger: ledger.noted(), id="noted"),
        pytest.param(lambda ledger: ledger.wanted(1, 2), id="wanted"),
        pytest.param(lambda ledger: ledger.turns([HERE, THERE], 60), id="turns"),
        pytest.param(lambda ledger: ledger.letters([HERE, THERE]), id="letters"),
        pytest.param(lambda ledger: ledger.write_down([letter(THERE, 2)]), id="write-down"),
        pytest.param(lambda ledger: ledger.owners(HERE), id="owners"),
        *(
            pytest.param(
                lambda ledger, outcome=one: ledger.settle([(letter(HERE, 1), outcome)]),
                id=f"settle-{type(one).__name__}",
            )
            for one in OUTCOMES
        ),
    ],
)
def test_what_is_done_all_the_time_reads_no_table_from_beginning_to_end(
    state: State, ask: Callable[[Ledger], object]
) -> None:
    state.subscribe(HERE, THERE)
    state.declare(WALES)
    state.declare(WALES)
    state.ledger.write_down([letter(HERE, 1)])

    assert scans(state.connection, lambda: ask(state.ledger)) == set()


def test_the_look_for_what_was_overlooked_reads_only_channels_and_what_is_on_its_way(
    state: State,
) -> None:
    state.subscribe(HERE, THERE)
    state.declare(WALES)

    assert scans(state.connection, state.ledger.behind) <= {"channel", "outbox"}
