"""How far the building of the catalogue is, for whoever waits at a terminal."""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.terminal import BuildProgress


def progress(done: int, total: int) -> None:
    _bar()(done, total)


@cache
def _bar() -> "BuildProgress":
    # Loaded only where there is something to build: most commands find it built.
    from bot.terminal import BuildProgress  # noqa: PLC0415

    return BuildProgress()
