"""A part of the state in a thread of its own, since its writes wait for the disk."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Concatenate, Generic, ParamSpec, Protocol, TypeVar


class Kept(Protocol):
    def close(self) -> None: ...


_K = TypeVar("_K", bound=Kept)
_P = ParamSpec("_P")
_T = TypeVar("_T")


class Book(Generic[_K]):
    """`await book(Ledger.note, subjects)` calls that method in the thread."""

    def __init__(self, thread: ThreadPoolExecutor, kept: _K) -> None:
        self._thread = thread
        self._kept = kept

    @classmethod
    async def open(cls, thread: ThreadPoolExecutor, open_kept: Callable[[], _K]) -> "Book[_K]":
        """SQLite's connections belong to the thread that opened them."""
        loop = asyncio.get_running_loop()
        try:
            return cls(thread, await loop.run_in_executor(thread, open_kept))
        except BaseException:
            thread.shutdown(wait=False)
            raise

    async def close(self) -> None:
        await self(lambda kept: kept.close())
        self._thread.shutdown(wait=False)

    async def __call__(
        self, work: Callable[Concatenate[_K, _P], _T], *args: _P.args, **kwargs: _P.kwargs
    ) -> _T:
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._thread, lambda: work(self._kept, *args, **kwargs))
