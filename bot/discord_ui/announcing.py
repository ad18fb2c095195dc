"""The announcer's life within the bot's: from the login until the connection is closed."""

import asyncio
import logging
from collections.abc import Callable, Coroutine, Sequence
from typing import TYPE_CHECKING, Any

from discord.ext import tasks

from bot.declarations.announcer import POLL, Announcer
from bot.declarations.delivery import Messenger
from bot.discord_ui.errors import record
from bot.discord_ui.keeping import Keeping
from bot.discord_ui.messenger import DiscordMessenger
from bot.errors import TellerError

if TYPE_CHECKING:
    from bot.discord_ui.client import TellerBot

MakeAnnouncer = Callable[[Messenger], Announcer]
Task = Callable[[], Coroutine[Any, Any, None]]

_log = logging.getLogger(__name__)


class Announcing:
    """`alongside` is what is to go on at the same time, such as a night that is replayed.

    Boards are kept up beside it, where `keep` begins that.
    """

    def __init__(
        self,
        bot: "TellerBot",
        make: MakeAnnouncer,
        alongside: Sequence[Task],
        keep: Callable[["TellerBot"], Keeping] | None = None,
    ) -> None:
        self._announcer = make(DiscordMessenger(bot))
        self._tending = tasks.loop(seconds=POLL)(self._announcer.tend)
        self._tending.start()
        self._alongside = [asyncio.create_task(_logged(one)) for one in alongside]
        self.keeping = keep(bot) if keep else None

    async def end(self) -> None:
        """What is on its way is finished."""
        for one in self._alongside:
            one.cancel()
        if self.keeping:
            await self.keeping.end()
        self._announcer.stop()
        self._tending.stop()
        tending = self._tending.get_task()
        running = [one for one in (tending, *self._alongside) if one is not None]
        await asyncio.wait(running)
        await self._announcer.close()


async def _logged(task: Task) -> None:
    try:
        await task()
    except TellerError as error:
        _log.error("%s", error)
    except Exception as error:  # noqa: BLE001 (the edge of the task)
        record(error)
