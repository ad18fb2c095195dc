"""Measures the pictures: how long they take, beside matplotlib, and what they cost others."""

import asyncio
import io
import random
import statistics
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

import matplotlib as mpl
import psutil
from matplotlib import pyplot as plt
from matplotlib.axes import Axes
from matplotlib.collections import PolyCollection
from matplotlib.figure import Figure

from bot.answers.sketch import Sketch, SketchKind
from bot.app import Teller
from bot.elections.contest import ContestId
from bot.elections.hexagon import Hexagon, centre
from bot.pictures.charts import Chart, HexMap, VoteBars
from bot.pictures.studio import Studio
from bot.pictures.theme import THEMES, UNKNOWN, ThemeName

SAMPLE = 60
MAPS = 12
BURST = 100
MANY, A_TENTH = 5_000, 500
KEYSTROKE_EVERY = 0.02  # seconds
MEBIBYTE = 2**20
THEME = ThemeName.DARK
_DOTS = 100  # per inch


@dataclass(frozen=True, slots=True)
class Times:
    """Seconds of each picture: drawn by us the first time, taken again, and by matplotlib."""

    first: list[float]
    again: list[float]
    theirs: list[float]

    @property
    def ratio(self) -> float:
        """How many times as long matplotlib takes, picture by picture, in the middle."""
        pairs = zip(self.theirs, self.first, strict=True)
        return statistics.median(theirs / ours for theirs, ours in pairs)


@dataclass(frozen=True, slots=True)
class Weight:
    """Resident mebibytes of this process and of the one that draws, after a tenth and after all
    of many pictures."""

    early: float
    late: float


def bars(teller: Teller, home: Path) -> Times:
    return asyncio.run(_times(teller, home / "bars", contests(teller)[:SAMPLE], _plot_bars))


def maps(teller: Teller, home: Path) -> Times:
    sketches = [
        Sketch(SketchKind.MAP, f"{day}/{show}")
        for day in teller.catalogue.elections.days()
        for show in ("winner", "turnout", "majority")
    ]
    return asyncio.run(_times(teller, home / "maps", sketches[:MAPS], _plot_map))


def contests(teller: Teller) -> list[Sketch]:
    """In no order, of all elections."""
    ids: list[ContestId] = [
        one.contest.id
        for day in teller.catalogue.elections.days()
        for one in teller.catalogue.elections.general(day)
    ]
    random.Random(650).shuffle(ids)  # noqa: S311 (a sample, no secret)
    return [Sketch(SketchKind.BARS, str(one)) for one in ids]


async def _times(
    teller: Teller, folder: Path, sketches: list[Sketch], plot: Callable[[Chart], None]
) -> Times:
    """From the sketch to the finished PNG, as a click does; matplotlib starts from the chart."""
    studio = Studio(folder)
    # The process that draws is there from the first picture on, which is not one of these.
    await _picture(teller, studio, contests(teller)[-1])
    plot(_chart(teller, sketches[0]))
    times = Times([], [], [])
    for sketch in sketches:
        times.first.append(await _timed(_picture(teller, studio, sketch)))
        times.again.append(await _timed(_picture(teller, studio, sketch)))
        chart, start = _chart(teller, sketch), time.perf_counter()
        plot(chart)
        times.theirs.append(time.perf_counter() - start)
    studio.close()
    return times


async def _picture(teller: Teller, studio: Studio, sketch: Sketch) -> None:
    assert await studio.draw(_chart(teller, sketch), THEME)


def _chart(teller: Teller, sketch: Sketch) -> Chart:
    chart = teller.answers.chart(sketch)
    assert chart is not None
    return chart


async def _timed(work: Awaitable[None]) -> float:
    start = time.perf_counter()
    await work
    return time.perf_counter() - start


def keystrokes_in_a_burst(teller: Teller, home: Path) -> list[float]:
    """Seconds from when a keystroke came until its suggestions are ready, while so many pictures
    are asked for at once."""
    return asyncio.run(_burst(teller, Studio(home / "burst")))


async def _burst(teller: Teller, studio: Studio) -> list[float]:
    sketches = contests(teller)
    await _picture(teller, studio, sketches[-1])
    asked = [asyncio.create_task(_picture(teller, studio, one)) for one in sketches[:BURST]]
    waited, loop = [], asyncio.get_running_loop()
    for typed in ("i", "is", "isl", "isli", "islin", "isling", "islingt", "bat", "bath") * 500:
        came = loop.time() + KEYSTROKE_EVERY
        await asyncio.sleep(KEYSTROKE_EVERY)
        teller.answers.suggest(typed)
        waited.append(loop.time() - came)
        if all(one.done() for one in asked):
            break
    await asyncio.gather(*asked)
    studio.close()
    return waited


def weight_of_many(teller: Teller, home: Path) -> Weight:
    return asyncio.run(_weighed(teller, Studio(home / "many")))


async def _weighed(teller: Teller, studio: Studio) -> Weight:
    sketches = contests(teller)
    weights = []
    for number in range(MANY):
        theme = list(ThemeName)[number // len(sketches) % len(ThemeName)]
        chart = _chart(teller, sketches[number % len(sketches)])
        assert await studio.draw(chart, theme)
        if number + 1 in {A_TENTH, MANY}:
            weights.append(_resident())
    studio.close()
    return Weight(*weights)


def _resident() -> float:
    own = psutil.Process()
    everybody = [own, *own.children(recursive=True)]
    return float(sum(one.memory_info().rss for one in everybody)) / MEBIBYTE


def _plot_bars(chart: Chart) -> None:
    """The same words and bars, by matplotlib."""
    assert isinstance(chart, VoteBars)
    theme, count = THEMES[THEME], len(chart.bars)
    figure, axes = _figure(6.4, 1.3 + 0.42 * count)
    places = range(count)
    axes.barh(places, [1.0] * count, color=theme.track, height=0.25)
    axes.barh(
        places,
        [one.share or 0 for one in chart.bars],
        color=[one.ink.colour or UNKNOWN for one in chart.bars],
        height=0.25,
    )
    axes.barh(places, [one.before or 0 for one in chart.bars], fill=False, ls="--", height=0.35)
    for place, one in enumerate(chart.bars):
        words = {0.0: f"{one.name} {one.ink.short}", 0.7: one.votes, 0.85: one.share_text}
        words[0.95] = one.rise_text
        for x, word in words.items():
            axes.text(x, place - 0.3, word.replace("$", ""), color=theme.text, fontsize=10)
    axes.invert_yaxis()
    _save(figure, chart)


def _plot_map(chart: Chart) -> None:
    """The same hexagons and legend, by matplotlib."""
    assert isinstance(chart, HexMap)
    figure, axes = _figure(8, 10)
    outline = [(0, 0.58), (0.5, 0.29), (0.5, -0.29), (0, -0.58), (-0.5, -0.29), (-0.5, 0.29)]
    hexagons, colours = [], []
    for one in chart.hexagons:
        x, y = centre(Hexagon(one.column, one.row))
        hexagons.append([(x + dx, -y + dy) for dx, dy in outline])
        colours.append(UNKNOWN if one.key is None else chart.keys[one.key].colour)
    axes.add_collection(PolyCollection(hexagons, facecolors=colours, edgecolors="black"))
    for place, key in enumerate(chart.keys):
        axes.text(30, -place, f"{key.label} {key.count}", fontsize=10)
    axes.autoscale()
    _save(figure, chart)


def _figure(width: float, height: float) -> tuple[Figure, Axes]:
    mpl.use("Agg")
    figure, axes = plt.subplots(figsize=(width, height), dpi=_DOTS)
    figure.set_facecolor(THEMES[THEME].ground)
    axes.axis("off")
    return figure, axes


def _save(figure: Figure, chart: Chart) -> None:
    figure.suptitle(chart.face.title)
    figure.text(0.02, 0.02, chart.face.source)
    figure.savefig(io.BytesIO(), format="png")
    plt.close(figure)
