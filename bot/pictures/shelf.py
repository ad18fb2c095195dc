"""Finished pictures on disk, kept by what they show."""

import hashlib
import os
from functools import cache
from pathlib import Path

from bot.pictures.charts import Chart
from bot.pictures.theme import ThemeName

MOST_BYTES = 64 * 2**20
_END = b"IEND\xaeB`\x82"  # of every PNG
_WHEN_FULL = 0.75  # of the bytes stay, so that not every picture makes room for itself


class Shelf:
    """What was not looked at for longest goes first when there is no room."""

    def __init__(self, folder: Path, most_bytes: int = MOST_BYTES) -> None:
        self._folder = folder
        self._most = most_bytes
        self._bytes: int | None = None  # on the shelf; counted when first needed

    def path_of(self, chart: Chart, theme: ThemeName) -> Path:
        """Where its picture is, or would be: the name holds every figure, and how it is drawn."""
        shown = f"{_hand()}\n{theme}\n{chart!r}"
        return self._folder / f"{hashlib.sha256(shown.encode()).hexdigest()[:40]}.png"

    def take(self, path: Path) -> bytes | None:
        try:
            data = path.read_bytes()
            os.utime(path)
        except OSError:
            return None
        # After a power cut half of it may be there.
        return data if data.endswith(_END) else None

    def put(self, path: Path, data: bytes) -> None:
        """In one step, so that nobody reads half a picture. Raises OSError where it cannot."""
        self._folder.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_suffix(f".{os.getpid()}.part")
        unfinished.write_bytes(data)
        unfinished.replace(path)
        if self._bytes is None:
            self._bytes = sum(size for _, size, _ in self._all())
        else:
            self._bytes += len(data)
        if self._bytes > self._most:
            self._make_room()

    def _make_room(self) -> None:
        pictures = sorted(self._all())
        left = sum(size for _, size, _ in pictures)
        for _, size, path in pictures:
            if left <= self._most * _WHEN_FULL:
                break
            path.unlink(missing_ok=True)
            left -= size
        self._bytes = left

    def _all(self) -> list[tuple[float, int, Path]]:
        """When each was last looked at, its bytes and its path."""
        found = []
        for path in self._folder.iterdir():
            try:
                stat = path.stat()
            except OSError:  # another process made room
                continue
            found.append((stat.st_mtime, stat.st_size, path))
        return found


@cache
def _hand() -> str:
    """Of all that draws: another version of it draws the same chart in another way."""
    digest = hashlib.sha256()
    for module in sorted(Path(__file__).parent.rglob("*.py")):
        digest.update(module.read_bytes())
    return digest.hexdigest()
