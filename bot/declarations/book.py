"""The ledger in a thread of its own, since its writes wait for the disk."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Concatenate, ParamSpec, TypeVar

from bot.declarations.ledger import Ledger

_P = ParamSpec("_P")
_T = TypeVar("_T")


class Book:
    """`await book(Ledger.note, subjects)` calls that method in the thread."""

    def __init__(self, thread: ThreadPoolExecutor, ledger: Ledger) -> None:
        self._thread = thread
        self._ledger = ledger

    @classmethod
    async def open(cls, thread: ThreadPoolExecutor, open_ledger: Callable[[], Ledger]) -> "Book":
        """SQLite's connections belong to the thread that opened them."""
        loop = asyncio.get_running_loop()
        try:
            return cls(thread, await loop.run_in_executor(thread, open_ledger))
        except BaseException:
            thread.shutdown(wait=False)
            raise

    async def close(self) -> None:
        await self(Ledger.close)
        self._thread.shutdown(wait=False)

    async def __call__(
        self, work: Callable[Concatenate[Ledger, _P], _T], *args: _P.args, **kwargs: _P.kwargs
    ) -> _T:
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._thread, lambda: work(self._ledger, *args, **kwargs))
