"""Where pictures are made: in a process of their own, so that nobody waits who wants none."""

import asyncio
import logging
import multiprocessing
import os
import signal
import threading
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from pathlib import Path

from bot.pictures import png
from bot.pictures.charts import Chart
from bot.pictures.drawing.draw import draw
from bot.pictures.shelf import Shelf
from bot.pictures.theme import ThemeName

_POLITE = 10  # of 19: answers come before pictures where both want the processor
_PROCESSES = 1  # a small machine has two processors, and one is for answers
_PATIENCE = 15.0  # seconds that one picture may take; the first one waits for its process, too
_LONGEST_WAIT = 60.0  # seconds for one picture, those before it included
_MOST_AHEAD = 200  # requests that wait; who comes later gets no picture
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG; `alt` is what it shows, in words."""

    data: bytes
    path: Path
    alt: str


class Studio:
    """One for the whole process. The process that draws begins with the first picture."""

    def __init__(self, folder: Path, patience: float = _PATIENCE) -> None:
        self._shelf = Shelf(folder)
        self._patience = patience
        self._pool: ProcessPoolExecutor | None = None
        self._turn = asyncio.Semaphore(_PROCESSES)
        self._being_drawn: dict[Path, asyncio.Task[bytes]] = {}

    def finished(self, chart: Chart, theme: ThemeName) -> Picture | None:
        """The picture, if it was drawn before: that takes no time."""
        path = self._shelf.path_of(chart, theme)
        data = self._shelf.take(path)
        return Picture(data, path, chart.face.alt) if data else None

    def draw_here(self, chart: Chart, theme: ThemeName) -> Picture:
        """In this process, for whoever has nothing else to do. Raises OSError for a full disk."""
        found = self.finished(chart, theme)
        if found:
            return found
        path, data = self._shelf.path_of(chart, theme), _drawn(chart, theme)
        self._shelf.put(path, data)
        return Picture(data, path, chart.face.alt)

    async def draw(self, chart: Chart, theme: ThemeName) -> Picture | None:
        """None where it cannot be drawn, which is in the log: an answer can do without."""
        found = self.finished(chart, theme)
        if found:
            return found
        path = self._shelf.path_of(chart, theme)
        drawing = self._being_drawn.get(path)
        if drawing is None:
            if len(self._being_drawn) >= _MOST_AHEAD:
                _log.warning("%d pictures wait to be drawn: one more is left out", _MOST_AHEAD)
                return None
            drawing = asyncio.create_task(self._draw(path, chart, theme))
            self._being_drawn[path] = drawing
            drawing.add_done_callback(lambda _: self._being_drawn.pop(path, None))
        try:
            data = await asyncio.wait_for(asyncio.shield(drawing), _LONGEST_WAIT)
        except (OSError, TimeoutError, ValueError, BrokenProcessPool) as error:
            _log.warning("A picture could not be drawn: %s", str(error) or type(error).__name__)
            return None
        return Picture(data, path, chart.face.alt)

    async def _draw(self, path: Path, chart: Chart, theme: ThemeName) -> bytes:
        async with self._turn:
            data = await self._drawn_elsewhere(chart, theme)
        try:
            self._shelf.put(path, data)
        except OSError as error:
            _log.warning("A picture could not be kept: %s", error)
        return data

    async def _drawn_elsewhere(self, chart: Chart, theme: ThemeName) -> bytes:
        pool = self._open_pool()
        loop = asyncio.get_running_loop()
        try:
            drawing = loop.run_in_executor(pool, _drawn, chart, theme)
            return await asyncio.wait_for(drawing, self._patience)
        except (TimeoutError, BrokenProcessPool):
            # One that hangs or was killed takes its pool with it; the next picture gets a new one.
            self._give_up(pool)
            raise

    def _open_pool(self) -> ProcessPoolExecutor:
        if self._pool is None:
            # Not forked: a copy of this process would take its connections and locks along.
            context = multiprocessing.get_context("spawn")
            self._pool = ProcessPoolExecutor(_PROCESSES, context, _begin)
        return self._pool

    def _give_up(self, pool: ProcessPoolExecutor, *, wait: bool = False) -> None:
        if self._pool is pool:
            self._pool = None
        # Nobody else here has such processes, and a pool cannot end one that hangs.
        for process in multiprocessing.active_children():
            process.kill()
        pool.shutdown(wait=wait, cancel_futures=True)

    def close(self) -> None:
        """What is being drawn is given up."""
        if self._pool:
            self._give_up(self._pool, wait=True)


def _begin() -> None:
    os.nice(_POLITE)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    # Ctrl-C reaches every process of a terminal; this one ends with the one that it draws for.
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _end_with_parent() -> None:
    """One that was killed can tell nobody to end, and its pool would wait for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(0)


def _drawn(chart: Chart, theme: ThemeName) -> bytes:
    return png.render(draw(chart, theme))
