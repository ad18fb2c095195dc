"""What boards show, made once for all of them and kept until something new is declared."""

import asyncio
import json
import logging
import time
from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from bot.answers.live.board_office import BoardOffice
from bot.declarations.board import Board, Enclosure, Sheet, sheet
from bot.discord_ui.album import Album, Order
from bot.discord_ui.embeds import build_embed
from bot.discord_ui.errors import record
from bot.pictures.charts import Chart
from bot.pictures.theme import ThemeName

_PATIENCE = 5.0  # seconds for the picture; without it now, the next edit brings it
# Seconds until it is made anew though nothing was declared: contests may be opened or closed.
_LASTS, _LASTS_UNFINISHED = 60.0, 5.0

_Kind = tuple[date, ThemeName]
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Kept:
    sheet: Sheet
    edition: int
    until: float


class Sheets:
    """In its server's theme each, without pictures where the album has no studio."""

    def __init__(self, office: BoardOffice, album: Album) -> None:
        self._office = office
        self._album = album
        self._kept: dict[_Kind, _Kept] = {}
        # Many boards ask at once for what one of them makes.
        self._making: dict[_Kind, asyncio.Lock] = defaultdict(asyncio.Lock)

    async def of(self, board: Board) -> Sheet:
        theme = ThemeName(self._album.wish(board.address.server).shade)
        kind = (board.polled_on, theme)
        async with self._making[kind]:
            kept = self._kept.get(kind)
            if kept and kept.edition == self._office.edition() and time.monotonic() < kept.until:
                return kept.sheet
            edition = self._office.edition()
            made, finished = await self._make(board.polled_on, theme)
            lasts = _LASTS if finished else _LASTS_UNFINISHED
            self._kept[kind] = _Kept(made, edition, time.monotonic() + lasts)
            return made

    async def _make(self, polled_on: date, theme: ThemeName) -> tuple[Sheet, bool]:
        """And whether it has its picture, if there is one to have."""
        embed = build_embed(self._office.reply(polled_on))
        payload = json.dumps({"embeds": [embed.to_dict()]}, ensure_ascii=False)
        is_over = self._office.is_over(polled_on)
        chart = self._chart(polled_on)
        picture = await self._draw(Order(chart, theme)) if chart else None
        return sheet(payload, picture, over=is_over), chart is None or picture is not None

    def _chart(self, polled_on: date) -> Chart | None:
        if self._album.studio is None:
            return None
        try:
            return self._office.chart(polled_on)
        except Exception as error:  # noqa: BLE001 (the edge of one picture)
            record(error)
            return None

    async def _draw(self, order: Order) -> Enclosure | None:
        try:
            plate = await asyncio.wait_for(self._album.draw(order), _PATIENCE)
        except TimeoutError:
            return None
        return Enclosure(plate.data, plate.alt) if plate else None
