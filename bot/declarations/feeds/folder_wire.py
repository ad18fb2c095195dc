"""A folder, or a file alone, that a feed reads."""

import asyncio
import errno
import json
import os
import stat
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Self

from bot.declarations.feeds.wire import Answer, Listed, Unanswered

_OK, _NOT_FOUND = 200, 404
_LARGEST = 20_000_000  # bytes of a file; a whole election as JSON takes a tenth
_MOST_FILES = 20_000
_NO_FILES = {errno.ELOOP, errno.ENXIO}  # what opening a link or a socket comes to


class FolderWire:
    """`path` need not be there yet. Links lead out of a folder and are not followed."""

    def __init__(self, path: Path) -> None:
        self._path = path
        # A disk on the network may take its time, or for ever, and nobody else has to wait for it.
        self._reader = ThreadPoolExecutor(1, "folder")

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_why: object) -> None:
        self._reader.shutdown(wait=False, cancel_futures=True)

    async def ask(self, address: str, query: Mapping[str, str] | None = None) -> Answer:  # noqa: ARG002
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._reader, self._answer, address)

    def _answer(self, name: str) -> Answer:
        try:
            if not name:
                return Answer(_OK, as_listing(self._listed()))
            return Answer(_OK, self._contents(name))
        except FileNotFoundError as missing:
            if name:
                return Answer(_NOT_FOUND, b"")
            raise Unanswered(f"{self._path} is not there.") from missing
        except OSError as failed:
            raise Unanswered(f"{self._path} cannot be read: {failed.strerror}.") from failed

    def _contents(self, name: str) -> bytes:
        if Path(name).name != name or name == ".." or "\0" in name:
            raise FileNotFoundError(name)
        if not self._path.is_file():
            return _contents(self._path / name, os.O_NOFOLLOW)
        if name != self._path.name:
            raise FileNotFoundError(name)
        return _contents(self._path)

    def _listed(self) -> list[Listed]:
        if self._path.is_file():
            return [_listed(self._path.name, self._path.stat())]
        found = sorted(_regular(self._path), key=lambda one: (one.changed, one.name))
        if len(found) > _MOST_FILES:
            raise Unanswered(f"{self._path} holds more than {_MOST_FILES:,} files.")
        return found


def _regular(folder: Path) -> Iterator[Listed]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_file(follow_symlinks=False):
                try:
                    yield _listed(entry.name, entry.stat(follow_symlinks=False))
                except FileNotFoundError:  # it went while the others were looked at
                    continue


def _listed(name: str, told: os.stat_result) -> Listed:
    return Listed(name, told.st_size, told.st_mtime_ns)


def _contents(path: Path, flags: int = 0) -> bytes:
    # Whoever opens a pipe that nobody writes to waits for ever.
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC | flags)
    except OSError as failed:
        if failed.errno in _NO_FILES:
            raise FileNotFoundError(path) from failed
        raise
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise FileNotFoundError(path)
    with os.fdopen(handle, "rb") as opened:
        read = opened.read(_LARGEST + 1)
    if len(read) > _LARGEST:
        raise Unanswered(f"{path.name} is larger than {_LARGEST:,} bytes.")
    return read


def as_listing(files: list[Listed]) -> bytes:
    return json.dumps([[one.name, one.size, one.changed] for one in files]).encode()


def listing(answer: Answer) -> list[Listed]:
    """What a folder's list says, the file that changed first coming first."""
    return [Listed(name, size, changed) for name, size, changed in json.loads(answer.body)]
