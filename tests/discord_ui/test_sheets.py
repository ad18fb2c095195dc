"""What a board shows: made once for all that show the same, and never late for a picture."""

import asyncio
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from bot.answers.live.board_office import BoardOffice
from bot.answers.reply import Reply, ReplyKind
from bot.answers.service import Answers
from bot.app import Teller
from bot.declarations.board import Board, BoardState, Enclosure
from bot.declarations.boards import Boards
from bot.declarations.settings import PictureWish, Shade
from bot.declarations.state import open_state, url_of
from bot.declarations.subscription import Address
from bot.discord_ui import sheets as sheets_module
from bot.discord_ui.album import Album, Order
from bot.discord_ui.plate import Plate
from bot.discord_ui.sheets import Sheets
from bot.errors import DataError
from bot.pictures.charts import Chart, Face, House
from bot.pictures.studio import Studio

LIGHT = 7  # the server that wants light pictures
HOUSE = House(Face("General election", "Seats", "", "Who has which seats"), ())


class Office(BoardOffice):
    """Counts how often it was asked."""

    def __init__(self, boards: Boards, teller: Teller) -> None:
        super().__init__(teller.catalogue, teller.newsroom, boards)
        self.declared = self.asked = 0
        self.has_chart = True

    def edition(self) -> int:
        return self.declared

    def reply(self, polled_on: date) -> Reply:
        self.asked += 1
        return Reply(ReplyKind.DECLARED, f"Board of {polled_on.year}", f"{self.declared} declared")

    def chart(self, polled_on: date) -> Chart | None:
        if not self.has_chart:
            raise DataError("half a map")
        return HOUSE


class Slow(Album):
    """Draws as long as it is told to."""

    seconds = 0.0

    def wish(self, server: int | None) -> PictureWish:
        return PictureWish(shade=Shade.LIGHT if server == LIGHT else Shade.DARK)

    async def draw(self, order: Order) -> Plate | None:
        await asyncio.sleep(self.seconds)
        return Plate("board.png", str(order.theme).encode(), order.chart.face.alt)


def board(server: int = 5, channel: int = 11) -> Board:
    return Board(Address(channel, server), 98, date(2024, 7, 4), BoardState.ACTIVE)


@pytest.fixture
def office(teller: Teller, tmp_path: Path) -> Iterator[Office]:
    boards = Boards(open_state(url_of(tmp_path / "state.db")))
    yield Office(boards, teller)
    boards.close()


@pytest.fixture
def album(answers: Answers, tmp_path: Path) -> Slow:
    return Slow(answers, Studio(tmp_path))


@pytest.fixture
def sheets(office: Office, album: Slow) -> Sheets:
    return Sheets(office, album)


async def test_a_hundred_boards_show_what_was_made_once(sheets: Sheets, office: Office) -> None:
    shown = await asyncio.gather(*[sheets.of(board(channel=number)) for number in range(100)])

    assert {one.mark for one in shown} == {shown[0].mark}
    assert office.asked == 1
    [embed] = json.loads(shown[0].payload)["embeds"]
    assert (embed["title"], embed["description"]) == ("Board of 2024", "0 declared")
    assert shown[0].picture == Enclosure(b"dark", "Who has which seats")


async def test_every_declaration_makes_another(sheets: Sheets, office: Office) -> None:
    before = await sheets.of(board())
    office.declared += 1

    after = await sheets.of(board())

    assert before.mark != after.mark
    assert "1 declared" in after.payload


async def test_a_server_gets_its_own_theme(sheets: Sheets) -> None:
    light = await sheets.of(board(LIGHT))

    assert light.picture == Enclosure(b"light", "Who has which seats")


async def test_a_picture_that_is_late_is_left_out_and_comes_later(
    sheets: Sheets, album: Slow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sheets_module, "_PATIENCE", 0.01)
    monkeypatch.setattr(sheets_module, "_LASTS_UNFINISHED", 0.0)
    album.seconds = 5.0
    without = await sheets.of(board())
    album.seconds = 0.0

    drawn = await sheets.of(board())

    assert without.picture is None
    assert drawn.picture
    assert drawn.without_picture() == without


async def test_a_picture_that_fails_takes_no_board_with_it(
    sheets: Sheets, office: Office, caplog: pytest.LogCaptureFixture
) -> None:
    office.has_chart = False

    shown = await sheets.of(board())

    assert shown.picture is None
    assert "half a map" in caplog.text


async def test_without_a_studio_there_are_words(office: Office, answers: Answers) -> None:
    shown = await Sheets(office, Album(answers)).of(board())

    assert shown.picture is None
    assert office.asked == 1
