"""What waits below a message for whoever asked, and goes quiet after a while of no use."""

from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import timedelta
from weakref import WeakValueDictionary

import discord

PATIENCE = timedelta(minutes=3)
MOST = 500  # a list may have thousands of rows

Edit = Callable[..., Awaitable[object]]


class WaitingView(discord.ui.View, ABC):
    """Its clock starts when Discord has it, and starts anew with `wait_longer`."""

    def __init__(self) -> None:
        super().__init__(timeout=PATIENCE.total_seconds())
        self._edit: Edit | None = None

    @abstractmethod
    def quieten(self) -> None:
        """Disables what can no longer be used."""

    def wait_on(self, edit: Edit) -> None:
        """`edit` changes the message that the view is part of."""
        self._edit = edit

    def wait_longer(self) -> None:
        self.timeout = PATIENCE.total_seconds()

    async def on_timeout(self) -> None:
        self.quieten()
        if self._edit:
            # The message may be gone by now, or out of reach; then there is nothing to quieten.
            with suppress(discord.HTTPException):
                await self._edit(view=self)


class Waiting:
    """All that waits, by message, in this process only; the oldest of very many waits no longer."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        # A view whose clock has run out drops out by itself.
        self._views: WeakValueDictionary[int, WaitingView] = WeakValueDictionary()

    def add(self, message: int, view: discord.ui.View | None, edit: Edit) -> None:
        """In place of what was below the message before, if anything waited there."""
        before = self._views.pop(message, None)
        if before:
            before.stop()
        if isinstance(view, WaitingView):
            view.wait_on(edit)
            self._views[message] = view
            self._drop_oldest()

    def get(self, message: int) -> WaitingView | None:
        view = self._views.get(message)
        return None if view is None or view.is_finished() else view

    def _drop_oldest(self) -> None:
        for message in list(self._views)[: -self._most]:
            self._views[message].stop()
            del self._views[message]
