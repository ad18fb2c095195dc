"""What is being sent to each channel, and what becomes of it, as it is written down."""

from dataclasses import replace
from sqlite3 import Connection, IntegrityError

import pytest

from bot.declarations.delivery import Forbidden, Gone, Later, Letter, Outcome, Refused, Sent
from bot.declarations.ledger import Ledger
from bot.declarations.state import open_state
from bot.declarations.subscription import EVERYTHING
from bot.errors import StateError
from tests.declarations.keeping import ELSEWHERE, HERE, THERE, WALES, State, letter

ACTIVE = ("active", "", 0)
NOT_WRITTEN = "The state could not be written, and nothing was: "


@pytest.fixture
def state(connection: Connection) -> State:
    """Two channels that want everything, and three entries."""
    made = State(connection)
    made.subscribe(HERE, THERE)
    for _ in range(3):
        made.declare(WALES)
    return made


@pytest.fixture
def sent(state: State) -> Letter:
    """A letter with the first entry, on its way."""
    written = letter(HERE, 1)
    assert state.ledger.write_down([written]) == [written]
    return written


def test_what_is_written_down_is_found_by_the_next_process(state: State, state_url: str) -> None:
    letters = [letter(HERE, 1), letter(THERE, 3)]
    assert state.ledger.write_down(letters) == letters

    another = Ledger(open_state(state_url))
    assert another.letters([THERE, HERE, ELSEWHERE]) == letters
    assert another.letters([THERE]) == letters[1:]
    assert another.letters([]) == []
    another.close()


def test_a_letter_tells_after_which_message_it_comes_and_how_often_it_was_tried(
    state: State,
) -> None:
    state.heard(HERE, 1)
    second = letter(HERE, 2)
    state.ledger.write_down([second])
    for _ in range(3):
        state.settle(second, Later("no answer"))

    assert state.ledger.letters([HERE]) == [replace(second, last_message=1001, attempts=3)]


def test_a_channel_that_was_removed_meanwhile_gets_no_letter_and_the_others_do(
    state: State,
) -> None:
    state.unsubscribe(HERE)

    assert state.ledger.write_down([letter(HERE, 1), letter(THERE, 1)]) == [letter(THERE, 1)]
    assert state.ledger.letters([HERE, THERE]) == [letter(THERE, 1)]


def test_a_channel_that_was_paused_meanwhile_gets_no_letter(state: State, sent: Letter) -> None:
    state.settle(sent, Forbidden("Missing Access"))
    state.connection.execute("DELETE FROM outbox")

    assert state.ledger.write_down([letter(HERE, 2)]) == []


@pytest.mark.parametrize(
    ("second", "reason"),
    [
        pytest.param(letter(HERE, 2), "UNIQUE constraint failed: outbox.channel_id", id="channel"),
        pytest.param(letter(ELSEWHERE, 1, "11 1"), "UNIQUE .*: outbox.nonce", id="nonce"),
        pytest.param(letter(ELSEWHERE, 9), "FOREIGN KEY constraint failed", id="no such entry"),
        pytest.param(letter(ELSEWHERE, 1, "n" * 26), "CHECK .*nonce", id="too long a nonce"),
    ],
)
def test_what_cannot_be_written_leaves_nothing_of_its_batch(
    state: State, sent: Letter, second: Letter, reason: str
) -> None:
    """Two letters at a time for one channel, or one nonce twice, would tell something twice."""
    state.connection.execute("INSERT INTO channel (id, cursor) VALUES (13, 0)")
    before = state.held()

    with pytest.raises(StateError, match=NOT_WRITTEN + reason):
        state.ledger.write_down([letter(THERE, 1), second])

    assert state.held() == before
    assert state.ledger.write_down([letter(THERE, 1)]) == [letter(THERE, 1)]


def test_what_a_channel_was_told_cannot_be_written_down_for_it_again(state: State) -> None:
    state.heard(HERE, 2)

    for upto in (1, 2):
        with pytest.raises(StateError, match=NOT_WRITTEN + "the channel was told that before"):
            state.ledger.write_down([letter(HERE, upto, f"another {upto}")])

    assert state.ledger.letters([HERE]) == []
    assert state.ledger.write_down([letter(HERE, 3)])


def test_a_cursor_never_goes_back(state: State) -> None:
    state.heard(HERE, 2)

    with pytest.raises(IntegrityError, match="a cursor never goes back"):
        state.connection.execute("UPDATE channel SET cursor = 1 WHERE id = ?", (HERE,))

    assert state.cursor(HERE) == 2


def test_after_a_message_arrived_the_channel_goes_on_behind_it(state: State, sent: Letter) -> None:
    state.settle(sent, Sent(777))

    [turn] = state.ledger.turns([HERE], 9)
    assert (turn.seqs, turn.last_message) == ((2, 3), 777)
    assert (state.ledger.letters([HERE]), state.cursor(HERE)) == ([], 1)


def test_what_may_still_arrive_is_kept_as_it_is_and_its_tries_are_counted(
    state: State, sent: Letter
) -> None:
    for tries in (1, 2):
        state.settle(sent, Later("no answer", 5.0))
        assert state.ledger.letters([HERE]) == [replace(sent, attempts=tries)]
    assert (state.standing(HERE), state.cursor(HERE)) == (ACTIVE, 0)


@pytest.mark.parametrize("reason", ["Missing Access", ""])
def test_a_channel_that_lets_nobody_in_is_paused_and_later_gets_the_same_letter(
    state: State, sent: Letter, reason: str
) -> None:
    state.settle(sent, Forbidden(reason))
    assert state.standing(HERE) == ("paused", reason or "not allowed", 0)
    assert state.ledger.letters([HERE]) == []

    state.subscribe(HERE)
    assert (state.standing(HERE), state.ledger.letters([HERE])) == (ACTIVE, [sent])


def test_of_a_channel_that_is_gone_nothing_is_kept(state: State, sent: Letter) -> None:
    state.settle(sent, Gone("Unknown Channel"))

    assert state.subscriptions.of_channel(HERE) == []
    assert state.value("SELECT count(*) FROM outbox") == 0
    assert state.value("SELECT count(*) FROM channel") == 1
    assert len(state.subscriptions.of_channel(THERE)) == 1


def test_what_is_refused_is_written_anew_and_plainly(state: State, sent: Letter) -> None:
    state.settle(sent, Refused("Invalid Form Body"))

    [turn] = state.ledger.turns([HERE], 9)
    assert (turn.plain, turn.seqs, state.cursor(HERE)) == (True, (1, 2, 3), 0)
    assert state.ledger.letters([HERE]) == []
    plainer = letter(HERE, 1, "plainer")
    assert state.ledger.write_down([plainer]) == [plainer]


def test_a_channel_for_which_nothing_is_plain_enough_is_paused_until_somebody_subscribes(
    state: State, sent: Letter
) -> None:
    state.settle(sent, Refused("Invalid Form Body"))
    state.ledger.write_down([plainer := letter(HERE, 1, "plainer")])
    state.settle(plainer, Refused("Invalid Form Body"))
    assert state.standing(HERE) == ("paused", "Invalid Form Body", 1)
    assert state.ledger.turns([HERE], 9) == []

    state.subscribe(HERE)
    assert state.standing(HERE) == ACTIVE
    assert [one.seqs for one in state.ledger.turns([HERE], 9)] == [(1, 2, 3)]


def test_many_letters_are_settled_at_once_each_in_its_own_way(state: State) -> None:
    outcomes: list[Outcome] = [
        Sent(1),
        Later("no answer"),
        Sent(2),
        Forbidden("Missing Access"),
        Gone("Unknown Channel"),
        Refused("Invalid Form Body"),
    ]
    state.unsubscribe(HERE)
    places = range(100, 106)
    state.subscribe(*places)
    state.declare()
    letters = [letter(one, 4) for one in places]
    state.ledger.write_down(letters)

    state.ledger.settle(list(zip(letters, outcomes, strict=True)))

    rows = state.connection.execute(
        "SELECT channel.id, cursor, state, plain, last_message, attempts FROM channel "
        "LEFT JOIN outbox ON outbox.channel_id = channel.id WHERE channel.id >= 100"
    )
    assert [tuple(row) for row in rows] == [
        (100, 4, "active", 0, 1, None),
        (101, 3, "active", 0, None, 1),
        (102, 4, "active", 0, 2, None),
        (103, 3, "paused", 0, None, 0),
        (105, 3, "active", 1, None, None),
    ]


@pytest.mark.parametrize(
    "outcome",
    [
        Sent(777),
        Later("no answer"),
        Forbidden("Missing Access"),
        Gone("Unknown Channel"),
        Refused("Invalid Form Body"),
    ],
    ids=lambda one: type(one).__name__,
)
@pytest.mark.parametrize("waiting", [False, True], ids=["idle", "with another letter"])
def test_what_becomes_of_a_letter_that_nobody_wants_any_more_changes_nothing(
    state: State, sent: Letter, outcome: Outcome, *, waiting: bool
) -> None:
    """Its channel unsubscribed and subscribed again while it was on its way."""
    state.unsubscribe(HERE)
    state.subscribe(HERE)
    state.declare(EVERYTHING)
    if waiting:
        state.ledger.write_down([letter(HERE, 4)])
    before = state.held()

    state.settle(sent, outcome)

    assert state.held() == before


@pytest.mark.parametrize("outcome", [Sent(777), Gone("Unknown Channel")])
def test_an_outcome_that_is_told_twice_counts_once(
    state: State, sent: Letter, outcome: Outcome
) -> None:
    state.settle(sent, outcome)
    before = state.held()
    state.settle(sent, outcome)
    assert state.held() == before


def test_one_outcome_that_cannot_be_written_leaves_all_to_be_written_again(
    state: State, sent: Letter
) -> None:
    state.ledger.write_down([other := letter(THERE, 1)])
    state.connection.execute(
        "CREATE TEMP TRIGGER full BEFORE UPDATE OF state ON channel "
        "BEGIN SELECT RAISE(ABORT, 'no room'); END"
    )
    before = state.held()
    outcomes: list[tuple[Letter, Outcome]] = [(sent, Sent(1)), (other, Forbidden("x"))]

    with pytest.raises(StateError, match=NOT_WRITTEN + "no room"):
        state.ledger.settle(outcomes)
    assert state.held() == before

    state.connection.execute("DROP TRIGGER full")
    state.ledger.settle(outcomes)
    assert (state.cursor(HERE), state.standing(THERE)) == (1, ("paused", "x", 0))
