import asyncio
import io
import os
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from pathlib import Path

import psutil
import pytest
from PIL import Image

from bot.pictures.studio import Studio
from bot.pictures.theme import ThemeName
from tests.pictures.making import FACE, bars

ROOT = Path(__file__).parents[2]
DARK = ThemeName.DARK
SIGNATURE = b"\x89PNG\r\n\x1a\n"

_DRAWS_AND_WAITS = """
import asyncio, sys
from pathlib import Path
from bot.pictures.studio import Studio
from bot.pictures.theme import ThemeName
from tests.pictures.making import bars

async def main():
    studio = Studio(Path(sys.argv[1]))
    picture = await studio.draw(bars("Ann"), ThemeName.DARK)
    print("drawn" if picture else "nothing", flush=True)
    await asyncio.sleep(60)

asyncio.run(main())
"""


@pytest.fixture
async def studio(tmp_path: Path) -> AsyncIterator[Studio]:
    studio = Studio(tmp_path / "pictures")
    yield studio
    studio.close()


async def test_a_picture_is_drawn_once_and_then_kept(studio: Studio, tmp_path: Path) -> None:
    chart = bars("Ann Able", "Bo Bad")
    assert studio.finished(chart, DARK) is None
    both = await asyncio.gather(studio.draw(chart, DARK), studio.draw(chart, DARK))
    assert both[0] is not None
    assert both[0].data.startswith(SIGNATURE)
    assert both[0].alt == FACE.alt
    assert both[0] == both[1] == studio.finished(chart, DARK)
    assert len(list((tmp_path / "pictures").iterdir())) == 1


async def test_a_process_that_is_killed_costs_one_picture_and_no_more(studio: Studio) -> None:
    assert await studio.draw(bars("Ann"), DARK) is not None
    [drawing] = drawing_processes()
    os.kill(drawing.pid, signal.SIGKILL)
    await asyncio.to_thread(drawing.wait, 10)
    lost = await studio.draw(bars("Bo"), DARK)
    assert lost is None or lost.data.startswith(SIGNATURE)
    after = await studio.draw(bars("Cy"), DARK)
    assert after is not None


async def test_a_process_that_hangs_is_replaced(tmp_path: Path) -> None:
    studio = Studio(tmp_path, patience=3.0)
    assert await studio.draw(bars("Ann"), DARK) is not None
    [hanging] = drawing_processes()
    os.kill(hanging.pid, signal.SIGSTOP)
    assert await studio.draw(bars("Bo"), DARK) is None
    assert await studio.draw(bars("Cy"), DARK) is not None
    assert drawing_processes() != [hanging]
    studio.close()


async def test_closing_waits_for_nobody(tmp_path: Path) -> None:
    studio = Studio(tmp_path)
    assert await studio.draw(bars("Ann"), DARK) is not None
    [hanging] = drawing_processes()
    os.kill(hanging.pid, signal.SIGSTOP)
    lost = asyncio.create_task(studio.draw(bars("Bo"), DARK))
    await asyncio.sleep(0.1)
    began = time.monotonic()
    studio.close()
    assert time.monotonic() - began < 1
    assert await asyncio.wait_for(lost, 5) is None
    await asyncio.to_thread(hanging.wait, 10)


def drawing_processes() -> list[psutil.Process]:
    every = psutil.Process().children(recursive=True)
    return [one for one in every if "spawn_main" in " ".join(one.cmdline())]


def test_whoever_draws_ends_with_the_process_that_was_killed(tmp_path: Path) -> None:
    command = [sys.executable, "-c", _DRAWS_AND_WAITS, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT) as started:
        assert started.stdout is not None
        assert started.stdout.readline().strip() == b"drawn"
        drawing = psutil.Process(started.pid).children(recursive=True)
        started.kill()
    assert drawing
    _, left = psutil.wait_procs(drawing, timeout=10)
    assert left == []


async def test_while_it_draws_everything_else_goes_on(studio: Studio) -> None:
    drawing = [asyncio.create_task(studio.draw(bars(f"Ann {n}"), DARK)) for n in range(8)]
    turns = 0
    while not all(one.done() for one in drawing):
        await asyncio.sleep(0)
        turns += 1
    assert turns > 200
    assert all(one.result() for one in drawing)


async def test_without_a_place_to_keep_it_a_picture_is_drawn_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "in the way").write_text("no folder")
    studio = Studio(tmp_path / "in the way")
    picture = await studio.draw(bars("Ann"), DARK)
    studio.close()
    assert picture is not None


def test_a_command_draws_in_its_own_process(tmp_path: Path) -> None:
    picture = Studio(tmp_path).draw_here(bars("Ann"), ThemeName.LIGHT)
    assert picture.path.read_bytes() == picture.data
    image = Image.open(io.BytesIO(picture.data))
    assert image.width == 640
    assert image.convert("RGB").getpixel((2, 2)) == (255, 255, 255)
