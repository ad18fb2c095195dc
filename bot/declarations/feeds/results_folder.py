"""Declarations in files that somebody puts into a folder, or adds to one file."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import blake2s

from bot.declarations.feeds.feed import Bulletin, Haul, Memory, Misread
from bot.declarations.feeds.folder_wire import listing
from bot.declarations.feeds.spoken import kept, spoken, told_last
from bot.declarations.feeds.wire import Listed, Wire

_ENDINGS = (".csv", ".json", ".jsonl", ".ndjson", ".txt")
_UNFINISHED = (".part", ".tmp", ".swp", "~")
_OK = 200
_STILL = timedelta(seconds=2)  # without a change, after which nobody writes a file any more
_MOST_FILES = 200  # in one poll; the rest come in the next
_DIGEST = 8  # bytes


@dataclass(frozen=True, slots=True)
class ResultsFolder:
    """`place` is the path of a folder, or of a file that grows.

    A file is read whenever it has changed, and only what it says anew of a contest is told: what
    another file has said since is not undone by a line that was read before.
    """

    place: str
    source: str = "results folder"
    interval: float = 1.0

    @property
    def name(self) -> str:
        return f"folder:{self.place}"

    async def poll(self, wire: Wire, memory: Memory, now: datetime) -> Haul:
        files = [one for one in listing(await wire.ask("")) if self._is_meant(one.name)]
        items: list[Bulletin | Misread] = []
        changed: dict[str, str] = _forgotten(memory, files)
        for file in [one for one in files if not _is_done(one, memory)][:_MOST_FILES]:
            answer = await wire.ask(file.name)
            if answer.status == _OK:
                found = _File(file, memory, now).read(answer.body)
                items += found.items
                changed |= found.memory
        return Haul(tuple(items), changed)

    def _is_meant(self, name: str) -> bool:
        """A file that is named itself may be called anything."""
        lowered = name.lower()
        if lowered.startswith(".") or lowered.endswith(_UNFINISHED):
            return False
        return lowered.endswith(_ENDINGS) or self.place.endswith(f"/{name}") or self.place == name


def _is_done(file: Listed, memory: Memory) -> bool:
    return memory.get(f"done:{_key(file.name)}") == _mark(file)


def _key(name: str) -> str:
    """Short, and without a colon, whatever the file is called."""
    return blake2s(name.encode("utf-8", "surrogateescape"), digest_size=_DIGEST).hexdigest()


def _mark(file: Listed) -> str:
    return f"{file.size}.{file.changed}"


def _forgotten(memory: Memory, files: Iterable[Listed]) -> dict[str, str]:
    """Of files that are gone: their names may come again with something else in them."""
    there = {_key(one.name) for one in files}
    return {key: "" for key in memory if key.split(":", 2)[1] not in there}


@dataclass(frozen=True, slots=True)
class _File:
    """A file that has changed since it was read, or was not read to its end."""

    listed: Listed
    memory: Memory
    now: datetime

    def read(self, body: bytes) -> Haul:
        name, mark = _key(self.listed.name), _mark(self.listed)
        text = body.decode("utf-8", errors="replace").lstrip("\ufeff")
        whole = self._is_still(mark)
        if not whole:
            text = _complete_lines(text)
        items = list(self._news(text))
        said = {f"word:{name}:{key}": digest for key, digest, _ in items if key}
        done = {f"done:{name}": mark, f"seen:{name}": ""} if whole else self._seen(mark)
        return Haul(tuple(item for _, _, item in items), said | done)

    def _is_still(self, mark: str) -> bool:
        """Whether it looks as it did some time ago, by our clock alone."""
        seen, _, since = self.memory.get(f"seen:{_key(self.listed.name)}", "").partition(" ")
        return seen == mark and self.now - datetime.fromisoformat(since) >= _STILL

    def _seen(self, mark: str) -> dict[str, str]:
        key = f"seen:{_key(self.listed.name)}"
        if self.memory.get(key, "").partition(" ")[0] == mark:
            return {}
        return {key: f"{mark} {self.now.isoformat()}"}

    def _news(self, text: str) -> Iterator[tuple[str, str, Bulletin | Misread]]:
        """What is said anew, with the contest and a digest of it; Misreads have neither."""
        for key, item in told_last(spoken(text)):
            digest = blake2s(kept(item).encode(), digest_size=_DIGEST).hexdigest()
            if not key or self.memory.get(f"word:{_key(self.listed.name)}:{key}") != digest:
                yield key, digest, item


def _complete_lines(text: str) -> str:
    """Of JSON, one object a line, the lines that end. Of anything else nothing yet: a number that
    breaks off is a number, and the rows of a contest belong together."""
    complete = text[: text.rfind("\n") + 1]
    return complete if all(_is_object(line) for line in complete.splitlines()) else ""


def _is_object(line: str) -> bool:
    try:
        return not line.strip() or isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False
