"""Pictures on their way into messages that show something already."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any

import discord

from bot.answers.sketch import Sketch
from bot.discord_ui.album import Album, Order
from bot.discord_ui.errors import record
from bot.discord_ui.plate import Plate
from bot.discord_ui.presentation import Telling, may_attach, telling
from bot.discord_ui.turning import ListView
from bot.discord_ui.waiting import Edit, Waiting
from bot.errors import TellerError

NO_FILES = (
    "Teller cannot show pictures in this channel: it lacks the permission Attach Files here. "
    "Ask it in a direct message instead."
)
NOTHING_TO_DRAW = "What this picture was of is not known any more. Please ask again."
NOT_DRAWN = "The picture could not be drawn just now. Please try again in a minute."
_PATIENCE = 1.0  # seconds that a click waits for a picture that is being put in


class Coming:
    """A picture that one message waits for, until it shows something else."""

    def __init__(self) -> None:
        self._overtaken = False
        self._putting = asyncio.Lock()

    async def put(self, edit: Callable[[], Awaitable[object]]) -> None:
        async with self._putting:
            if not self._overtaken:
                await edit()

    async def overtake(self) -> None:
        """An edit that is on its way must not come after what is shown next."""
        self._overtaken = True
        if self._putting.locked():
            with suppress(TimeoutError):
                await asyncio.wait_for(self._putting.acquire(), _PATIENCE)


class Developing:
    """In this process only: whom a restart leaves without a picture, has its button still."""

    def __init__(self, album: Album, waiting: Waiting) -> None:
        self._album = album
        self._waiting = waiting
        self._coming: dict[int, Coming] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    async def overtake(self, message: int) -> None:
        """Before something else is shown in the message."""
        coming = self._coming.pop(message, None)
        if coming:
            await coming.overtake()

    def begin(self, message: int, order: Order, told: Telling, edit: Edit) -> None:
        """`edit` changes the message, which gets its picture as soon as that is drawn."""

        async def put(plate: Plate) -> None:
            await self._show(message, told, plate, edit)

        task = asyncio.create_task(self._follow_up(self._expect(message), message, order, put))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def open_in_place(
        self, interaction: discord.Interaction[Any], sketch: str, others: discord.ui.View | None
    ) -> None:
        """Puts the picture into the message that was clicked on; `others` stays below it.

        Raises TellerError where there is none.
        """
        message = interaction.message
        assert message is not None
        _require_files(interaction)
        coming = self._expect(message.id)
        try:
            await interaction.response.defer()
            plate = await self._draw(interaction, sketch)
            await coming.put(lambda: self._show_clicked(interaction, message, plate, others))
        finally:
            self._drop(message.id, coming)

    async def open_alone(self, interaction: discord.Interaction[Any], sketch: str) -> None:
        """Shows it to whoever clicked. Raises TellerError where there is none."""
        _require_files(interaction)
        await interaction.response.defer(ephemeral=True, thinking=True)
        plate = await self._draw(interaction, sketch)
        await interaction.followup.send(file=plate.file(), ephemeral=True)

    async def end(self) -> None:
        """Once nothing is drawn any more."""
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=_PATIENCE)

    async def _draw(self, interaction: discord.Interaction[Any], sketch: str) -> Plate:
        known = Sketch.parse(sketch)
        order = await self._album.order(known, interaction.guild_id) if known else None
        if order is None:
            raise TellerError(NOTHING_TO_DRAW)
        plate = await self._album.draw(order)
        if plate is None:
            raise TellerError(NOT_DRAWN)
        return plate

    def _expect(self, message: int) -> Coming:
        coming = self._coming[message] = Coming()
        return coming

    def _drop(self, message: int, coming: Coming) -> None:
        if self._coming.get(message) is coming:
            del self._coming[message]

    async def _follow_up(
        self,
        coming: Coming,
        message: int,
        order: Order,
        put: Callable[[Plate], Awaitable[None]],
    ) -> None:
        try:
            plate = await self._album.draw(order)
            if plate:
                await coming.put(lambda: put(plate))
        except discord.NotFound:
            pass  # somebody has deleted the message
        except Exception as error:  # noqa: BLE001 (the edge of the task)
            record(error)
        finally:
            self._drop(message, coming)

    async def _show(self, message: int, told: Telling, plate: Plate, edit: Edit) -> None:
        shown = told.shown(plate)
        await edit(**shown.as_change())
        self._waiting.add(message, shown.view, edit)

    async def _show_clicked(
        self,
        interaction: discord.Interaction[Any],
        message: discord.Message,
        plate: Plate,
        others: discord.ui.View | None,
    ) -> None:
        edit, view = interaction.edit_original_response, self._waiting.get(message.id)
        if isinstance(view, ListView):
            told = telling(interaction, view.reply, view.page)
            await self._show(message.id, told, plate, edit)
            return
        for embed in message.embeds[:1]:
            embed.set_image(url=plate.address)
        await edit(embeds=message.embeds, attachments=[plate.file()], view=others)


def _require_files(interaction: discord.Interaction[Any]) -> None:
    if not may_attach(interaction):
        raise TellerError(NO_FILES)
