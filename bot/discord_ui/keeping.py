"""The keeper's life within the bot's: as long as the announcer's, and ended before it."""

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

from bot.answers.live.board_office import BoardOffice
from bot.declarations.keeper import Keeper
from bot.declarations.noticeboard import Noticeboard
from bot.discord_ui.noticeboard import DiscordNoticeboard
from bot.discord_ui.sheets import Sheets

if TYPE_CHECKING:
    from bot.discord_ui.client import TellerBot

MakeKeeper = Callable[[Noticeboard], Keeper]


class Keeping:
    """Begins at once. `office` is where boards are asked for."""

    def __init__(self, bot: "TellerBot", office: BoardOffice, make: MakeKeeper) -> None:
        self.office = office
        self._keeper = make(DiscordNoticeboard(bot, Sheets(office, bot.album)))
        self._running = asyncio.create_task(self._keeper.run())

    def wake(self, channel: int) -> None:
        """What was asked for there is done now."""
        self._keeper.wake(channel)

    async def end(self) -> None:
        """What is on its way is finished."""
        self._keeper.stop()
        await self._running
