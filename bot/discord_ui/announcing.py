"""The announcer's life within the bot's: from the login until the connection is closed."""

import asyncio
import logging
from collections.abc import Callable, Coroutine, Sequence
from typing import TYPE_CHECKING, Any

from bot.declarations.announcer import Announcer
from bot.declarations.delivery import Messenger
from bot.discord_ui.errors import record
from bot.discord_ui.messenger import DiscordMessenger
from bot.errors import TellerError

if TYPE_CHECKING:
    from bot.discord_ui.client import TellerBot

MakeAnnouncer = Callable[[Messenger], Announcer]
Task = Callable[[], Coroutine[Any, Any, None]]

_log = logging.getLogger(__name__)


class Announcing:
    """`alongside` is what is to go on at the same time, such as a night that is replayed."""

    def __init__(self, bot: "TellerBot", make: MakeAnnouncer, alongside: Sequence[Task]) -> None:
        self._announcer = make(DiscordMessenger(bot))
        self._running = asyncio.create_task(self._announcer.run())
        self._alongside = [asyncio.create_task(_logged(one)) for one in alongside]

    async def end(self) -> None:
        """What is on its way is finished."""
        for one in self._alongside:
            one.cancel()
        self._announcer.stop()
        await asyncio.wait((self._running, *self._alongside))


async def _logged(task: Task) -> None:
    try:
        await task()
    except TellerError as error:
        _log.error("%s", error)
    except Exception as error:  # noqa: BLE001 (the edge of the task)
        record(error)
