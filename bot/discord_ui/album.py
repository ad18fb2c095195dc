"""Which picture goes with what, drawn as each server wishes."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.answers.reply import Reply
from bot.answers.service import Answers
from bot.answers.sketch import Sketch
from bot.declarations.settings import PictureWish, ServerSettings, Show
from bot.discord_ui.errors import record
from bot.discord_ui.plate import Plate, plate_of
from bot.discord_ui.presentation import Telling
from bot.errors import StateError
from bot.pictures.charts import Chart
from bot.pictures.studio import Studio
from bot.pictures.theme import ThemeName


@dataclass(frozen=True, slots=True)
class Order:
    """A picture that somebody is to see."""

    chart: Chart
    theme: ThemeName


class Album:
    """Whatever fails here is in the log and leaves a picture out, never an answer.

    Without a studio there are no pictures, without settings no server has wishes of its own.
    """

    def __init__(
        self,
        answers: Answers,
        studio: Studio | None = None,
        settings: ServerSettings | None = None,
    ) -> None:
        self._answers = answers
        self.studio = studio
        self.settings = settings
        self._counting = asyncio.Lock()

    def drawable(self, reply: Reply) -> Reply:
        """With its sketch only where that can be drawn."""
        return reply if self.studio else replace(reply, sketch=None)

    def wish(self, server: int | None) -> PictureWish:
        try:
            return self.settings.of_server(server) if self.settings else PictureWish()
        except StateError as error:
            record(error)
            return PictureWish()

    async def order(self, sketch: Sketch, server: int | None) -> Order | None:
        """None where what it is of is not known any more."""
        chart = await self._chart(lambda: self._answers.chart(sketch))
        return Order(chart, ThemeName(self.wish(server).shade)) if chart else None

    async def order_unasked(self, telling: Telling, *, again: bool = False) -> Order | None:
        """What is to be shown with an answer although nobody has clicked for it.

        `again` says that the message shows it already.
        """
        reply = telling.reply
        if reply.sketch is None or not telling.files:
            return None
        # Of a map the picture is the answer.
        unasked = again or reply.drawn
        if unasked or self.wish(telling.server).show is Show.ALWAYS:
            return await self.order(reply.sketch, telling.server)
        return None

    async def order_announced(self, entry: int, channel: int) -> Order | None:
        """Of an entry of the journal, where the channel's server wants pictures always."""
        if self.studio is None or self.settings is None:
            return None
        try:
            wish = self.settings.of_channel(channel)
        except StateError as error:
            record(error)
            return None
        if wish.show is not Show.ALWAYS:
            return None
        chart = await self._chart(lambda: self._answers.declared_chart(entry))
        return Order(chart, ThemeName(wish.shade)) if chart else None

    async def _chart(self, make: Callable[[], Chart | None]) -> Chart | None:
        # One at a time: however many are wanted at once, everything else gets its turn in between.
        async with self._counting:
            await asyncio.sleep(0)
            try:
                return make()
            except Exception as error:  # noqa: BLE001 (the edge of one picture)
                record(error)
                return None

    def finished(self, order: Order) -> Plate | None:
        """If it was drawn before: that takes no time."""
        found = self.studio.finished(order.chart, order.theme) if self.studio else None
        return plate_of(order.chart, found) if found else None

    async def draw(self, order: Order) -> Plate | None:
        try:
            drawn = await self.studio.draw(order.chart, order.theme) if self.studio else None
        except Exception as error:  # noqa: BLE001 (the edge of one picture)
            record(error)
            return None
        return plate_of(order.chart, drawn) if drawn else None

    def forget_server(self, server: int) -> None:
        """Teller is in it no longer."""
        if self.settings:
            self.settings.forget(server)

    async def close(self) -> None:
        """What is being drawn is given up, while everything else goes on."""
        if self.studio:
            await asyncio.to_thread(self.studio.close)
