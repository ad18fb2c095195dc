"""What is written down about boards, and what follows from it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from sqlite3 import Connection, IntegrityError

import pytest

from bot.declarations.board import (
    MOST_FOR_A_SERVER,
    Board,
    BoardState,
    Enclosure,
    Posting,
    Sheet,
    Shown,
    Step,
    errand,
    mark_of,
    sheet,
    upkeep,
)
from bot.declarations.boards import Boards, TooManyBoards
from bot.declarations.subscription import Address
from tests.declarations.making import NOW

HERE, THERE, SERVER, ROSA = 11, 12, 5, 98
NIGHT, OTHER = date(2024, 7, 4), date(2019, 12, 12)
POSTING = Posting("n1", '{"embeds": []}', NOW)
HOUR = timedelta(hours=1)


@pytest.fixture
def boards(connection: Connection) -> Boards:
    return Boards(connection)


@pytest.fixture
def put(boards: Boards) -> Callable[..., None]:
    def put(channel: int = HERE, polled_on: date = NIGHT, server: int | None = SERVER) -> None:
        boards.put(Address(channel, server), ROSA, polled_on)

    return put


def shown(message: int = 1001, at: datetime = NOW, mark: str = "a") -> Shown:
    return Shown(message, at, at, mark)


def post(boards: Boards, message: int = 1001, nonce: str = "n1") -> None:
    assert boards.write_down(HERE, replace(POSTING, nonce=nonce))
    boards.posted(nonce, shown(message))


def here(boards: Boards) -> Board:
    found = boards.of_channel(HERE)
    assert found
    return found


def test_a_channel_has_one_board_of_the_election_asked_for_last(
    boards: Boards, put: Callable[..., None]
) -> None:
    put(polled_on=OTHER)
    put()

    [board] = boards.kept()
    assert board == Board(Address(HERE, SERVER), ROSA, NIGHT, BoardState.ACTIVE, anew=True)


def test_what_is_being_posted_is_known_after_a_crash(
    boards: Boards, put: Callable[..., None]
) -> None:
    put()

    assert boards.write_down(HERE, POSTING)

    assert here(boards).posting == POSTING
    assert not here(boards).anew
    assert not boards.write_down(HERE, replace(POSTING, nonce="n2"))


def test_the_message_before_is_to_leave_and_nothing_is_posted_until_it_has(
    boards: Boards, put: Callable[..., None]
) -> None:
    put()
    post(boards)
    post(boards, 1002, "n2")

    assert (here(boards).shown, here(boards).leaving) == (shown(1002), 1001)
    assert here(boards).posting is None
    assert not boards.write_down(HERE, POSTING)
    boards.cleared(1001)
    assert here(boards).leaving is None


def test_what_was_asked_for_while_a_message_was_on_its_way_is_not_forgotten(
    boards: Boards, put: Callable[..., None]
) -> None:
    put()
    boards.write_down(HERE, POSTING)
    put(polled_on=OTHER)

    boards.posted("n1", shown())

    assert (here(boards).anew, here(boards).polled_on) == (True, OTHER)


def test_where_it_may_not_be_pinned_that_is_not_tried_every_hour(
    boards: Boards, put: Callable[..., None]
) -> None:
    put()
    post(boards)
    boards.pinned(1001, done=False)
    post(boards, 1002, "n2")
    assert here(boards).pinned is False

    put()
    assert here(boards).pinned is None


def test_a_paused_board_waits_until_somebody_asks_for_it(
    boards: Boards, put: Callable[..., None]
) -> None:
    put()
    boards.write_down(HERE, POSTING)

    boards.pause(HERE, "Missing Access")

    assert boards.kept() == []
    assert (here(boards).state, here(boards).reason) == (BoardState.PAUSED, "Missing Access")
    assert here(boards).posting is None
    put()
    assert [one.state for one in boards.kept()] == [BoardState.ACTIVE]


def test_a_board_that_is_asked_for_again_is_not_dropped(
    boards: Boards, put: Callable[..., None]
) -> None:
    put()
    post(boards)
    before = here(boards)
    assert boards.stop(HERE)
    ending = here(boards)
    put()

    boards.drop(before)
    boards.drop(ending)

    assert here(boards).state is BoardState.ACTIVE
    boards.drop(here(boards))
    assert boards.of_channel(HERE) is None
    assert not boards.stop(HERE)


def test_a_server_has_ten_and_a_person_alone_is_no_server(
    boards: Boards, put: Callable[..., None]
) -> None:
    for channel in range(MOST_FOR_A_SERVER):
        put(channel)
    with pytest.raises(TooManyBoards, match="This server has 10 boards"):
        put(99)

    put(0)
    put(98, server=None)
    assert len(boards.kept()) == MOST_FOR_A_SERVER + 1


def test_what_is_gone_is_forgotten(boards: Boards, put: Callable[..., None]) -> None:
    put()
    put(THERE, server=6)
    put(13)

    boards.remove_channel(13)
    boards.remove_server(SERVER)

    assert [one.channel for one in boards.kept()] == [THERE]


def test_no_message_is_both_the_board_and_the_one_before(
    boards: Boards, put: Callable[..., None], connection: Connection
) -> None:
    put()
    post(boards)
    with pytest.raises(IntegrityError):
        connection.execute("UPDATE board SET leaving_id = message_id")


BOARD = Board(Address(HERE, SERVER), ROSA, NIGHT, BoardState.ACTIVE, shown(), pinned=True)


@pytest.mark.parametrize(
    ("board", "step"),
    [
        (BOARD, None),
        (replace(BOARD, state=BoardState.PAUSED), Step.WAIT),
        (replace(BOARD, state=BoardState.ENDING, posting=POSTING), Step.END),
        (replace(BOARD, posting=POSTING, leaving=1), Step.SEND),
        (replace(BOARD, pinned=None, leaving=1), Step.PIN),
        (replace(BOARD, leaving=1), Step.CLEAR),
        (replace(BOARD, leaving=1, pinned=None, anew=True), Step.CLEAR),
        (replace(BOARD, shown=None, pinned=None, anew=True), None),
    ],
)
def test_what_was_begun_comes_before_what_is_new(board: Board, step: Step | None) -> None:
    assert errand(board) is step


OLD, NEW = Sheet("", None, "a", over=False), Sheet("", None, "b", over=False)


@pytest.mark.parametrize(
    ("to_show", "later", "step"),
    [
        (NEW, timedelta(seconds=9), Step.WAIT),
        (NEW, timedelta(seconds=10), Step.EDIT),
        (NEW, timedelta(seconds=-30), Step.EDIT),
        (NEW, HOUR, Step.POST),
        (OLD, HOUR, Step.WAIT),
        (OLD, timedelta(days=30), Step.WAIT),
        (replace(NEW, over=True), HOUR, Step.POST),
        (replace(NEW, over=True), 7 * HOUR, Step.EDIT),
        (replace(OLD, over=True), timedelta(days=400), Step.WAIT),
        (replace(NEW, over=True), timedelta(days=400), Step.EDIT),
    ],
)
def test_when_a_board_is_brought_up_to_date(to_show: Sheet, later: timedelta, step: Step) -> None:
    assert upkeep(BOARD, to_show, NOW + later) is step


def test_a_board_that_was_edited_late_is_still_an_hour_old() -> None:
    edited = replace(BOARD, shown=Shown(1001, NOW, NOW + HOUR - timedelta(minutes=5), "a"))

    assert upkeep(edited, NEW, NOW + HOUR) is Step.POST


def test_a_picture_makes_another_sheet_and_words_alone_the_same() -> None:
    drawn = sheet("{}", Enclosure(b"png", "a map"))

    assert drawn.mark != mark_of("{}")
    assert drawn.mark != sheet("{}", Enclosure(b"png", "another map")).mark
    assert drawn.without_picture() == sheet("{}")
