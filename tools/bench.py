"""Measures what the README claims, all in one run: `make bench`.

Ratios are of two things timed side by side, query by query, since machines are noisy.
"""

import csv
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

import bench_announcer
import bench_pictures
import psutil
from rapidfuzz import fuzz, process
from rich.console import Console
from rich.table import Table

from bot import config
from bot.answers.plain import render
from bot.app import Teller, open_teller
from bot.catalogue.known_names import KnownName
from bot.names.index import NameIndex
from bot.names.matcher import Matcher

GOLDEN = Path(__file__).parent.parent / "tests" / "golden" / "names.csv"
QUESTIONS = GOLDEN.with_name("questions.csv")
ELECTIONS = (2010, 2015, 2017, 2019, 2024)
TIMES_LARGER = 10
STARTS = 7
MEBIBYTE = 2**20


def main() -> None:
    with tempfile.TemporaryDirectory() as home:
        teller = open_teller(config.load({"TELLER_HOME": home}, None))
        queries = [row["query"] for row in csv.DictReader(GOLDEN.open(encoding="utf-8"))]
        known = teller.catalogue.known_names()
        teller.names.warm_up()
        table = Table("Measured", "Median", "99th percentile", "Aim", title="make bench")
        ours, theirs = beside_plain_scan(teller.names.matcher, known, queries)
        add(table, f"A name among {len(known):,}", ours, "under 3 ms")
        add(table, "The same by a plain WRatio scan", theirs, "")
        ratio = percentile(theirs, 99) / percentile(ours, 99)
        table.add_row("Plain scan over ours", "", f"{ratio:.1f} times", "at least 10 times")
        add(table, "Autocomplete, a keystroke", keystrokes(teller), "under 5 ms")
        add(table, "A whole reply as text", replies(teller, queries), "under 10 ms")
        asked = [row["question"] for row in csv.DictReader(QUESTIONS.open(encoding="utf-8"))]
        teller.catalogue.elections.warm_up()
        teller.answers.warm_up()
        add(table, "A question in plain English", replies(teller, asked), "under 20 ms")
        add(table, "The scoreboard of an election", replies(teller, scoreboards()), "under 30 ms")
        add(table, "A ranking of 650 seats", replies(teller, rankings()), "under 30 ms")
        larger = beside_plain_scan(*ten_times(teller, known), queries[::12])
        add(table, f"A name among {TIMES_LARGER} times as many", larger[0], "")
        add(table, f"Plain scan of {TIMES_LARGER} times as many", larger[1], "")
        add_growth(table, (ours, theirs), larger)
        add_starts(table, Path(home))
        add_announcer(table, Path(home))
        add_pictures(table, teller, Path(home))
        Console().print(table)


def beside_plain_scan(
    matcher: Matcher, known: list[KnownName], queries: list[str]
) -> tuple[list[float], list[float]]:
    """Seconds for each query by the names room and by rapidfuzz alone, alternating."""
    names = [one.name for one in known]
    ours, theirs = [], []
    for query in queries:
        ours.append(timed(matcher.find, query))
        theirs.append(timed(partial(process.extract, scorer=fuzz.WRatio, limit=5), query, names))
    return ours, theirs


def timed(work: Callable[..., object], *given: object) -> float:
    """Seconds that one call took."""
    start = time.perf_counter()
    work(*given)
    return time.perf_counter() - start


def keystrokes(teller: Teller) -> list[float]:
    """Every beginning of 200 names that people type, letter by letter."""
    names = [one.name for one in teller.catalogue.known_names() if one.official]
    chosen = random.Random(650).sample(names, 200)  # noqa: S311 (a sample, no secret)
    beginnings = [name[:length] for name in chosen for length in range(1, len(name) + 1)]
    return [timed(teller.answers.suggest, typed) for typed in beginnings]


def replies(teller: Teller, queries: Iterable[str]) -> list[float]:
    return [timed(lambda asked: render(teller.answers.ask(asked)), query) for query in queries]


def scoreboards() -> list[str]:
    """Of every general election, for the country, the nations and some regions."""
    areas = ("", "in Scotland", "in Wales", "in Northern Ireland", "in London", "in the North East")
    return [f"scoreboard {area} in {year}" for area in areas for year in ELECTIONS]


def rankings() -> list[str]:
    measures = (
        "largest majorities",
        "closest seats",
        "lowest turnout",
        "biggest swing",
        "highest share",
        "most candidates",
        "biggest rise for Labour",
        "biggest fall for the Conservatives",
    )
    return [f"{measure} in {year}" for measure in measures for year in ELECTIONS]


def ten_times(teller: Teller, known: list[KnownName]) -> tuple[Matcher, list[KnownName]]:
    """As many more names, made of as many more words, none of which is spelled like another."""
    shift = str.maketrans("abcdefghijklmnopqrstuvwxyz", "bcdefghijklmnopqrstuvwxyza")
    copies, larger = known, list(known)
    for number in range(1, TIMES_LARGER):
        copies = [
            one._replace(name=one.name.lower().translate(shift), id=f"{one.id}-{number}")
            for one in copies
        ]
        larger += copies
    matcher = Matcher(NameIndex.of(larger), teller.catalogue.short_forms())
    matcher.fits("islingtn nroth")
    return matcher, larger


def add_growth(
    table: Table,
    small: tuple[list[float], list[float]],
    large: tuple[list[float], list[float]],
) -> None:
    """How many times as long it takes with ten times the names."""
    ours, theirs = (
        f"{statistics.median(later) / statistics.median(sooner):.1f} times"
        for sooner, later in zip(small, large, strict=True)
    )
    ours_at_most, theirs_at_most = (
        f"{percentile(later, 99) / percentile(sooner, 99):.1f} times"
        for sooner, later in zip(small, large, strict=True)
    )
    table.add_row(
        f"Growth with {TIMES_LARGER} times the names", ours, ours_at_most, "under 10 times"
    )
    table.add_row("Growth of the plain scan", theirs, theirs_at_most, "")


def add_starts(table: Table, home: Path) -> None:
    environment = {**os.environ, "TELLER_HOME": str(home)}
    command = [sys.executable, "-m", "bot", "ask", "islington north"]
    starts = [timed(run, command, environment) for _ in range(STARTS)]
    add(table, "Start to first answer", starts, "under 1 s")
    memory = "from bot import config; from bot.app import open_teller, discord_bot; import psutil"
    memory += "; t = open_teller(config.load()); b = discord_bot(t)"
    memory += "; print(psutil.Process().memory_info().rss)"
    resident = int(run([sys.executable, "-c", memory], environment))
    table.add_row(
        "Resident memory, ready for Discord", f"{resident / MEBIBYTE:.0f} MB", "", "under 150 MB"
    )
    table.add_row("This process", f"{psutil.Process().memory_info().rss / MEBIBYTE:.0f} MB", "", "")


def add_announcer(table: Table, home: Path) -> None:
    rate = bench_announcer.messages_a_second(home)
    table.add_row("Messages a second, without a limit", f"{rate:,.0f}", "", "at least 1,000")
    channels, pace = bench_announcer.CHANNELS, bench_announcer.PER_SECOND
    lag, fair = bench_announcer.lag_of_the_last(home), channels / pace
    table.add_row(
        f"Lag of the last of {channels:,} channels at {pace} a second, on a night at 60 times "
        "its speed",
        "",
        f"{lag:.1f} s, {lag / fair:.2f} times {fair:.0f} s",
        "at most 1.3 times",
    )
    weight = bench_announcer.weight_of_many(home)
    many = f"{bench_announcer.MANY_CHANNELS:,} subscriptions and one declaration"
    table.add_row(f"Planning {many}, processor", f"{weight.seconds:.2f} s", "", "under 1 s")
    table.add_row("The same, memory", f"{weight.megabytes:.0f} MB", "", "under 200 MB")


def add_pictures(table: Table, teller: Teller, home: Path) -> None:
    for name, times, aim in (
        ("Vote bars", bench_pictures.bars(teller, home), "under 60 ms"),
        ("The map", bench_pictures.maps(teller, home), "under 200 ms"),
    ):
        add(table, f"{name} as a picture, the first time", times.first, aim)
        add(table, f"{name}, again", times.again, "under 5 ms" if name == "Vote bars" else "")
        add(table, f"{name} by matplotlib", times.theirs, "")
        table.add_row("matplotlib over ours", f"{times.ratio:.1f} times", "", "")
    burst = bench_pictures.keystrokes_in_a_burst(teller, home)
    add(table, f"Autocomplete while {bench_pictures.BURST} pictures wait", burst, "under 20 ms")
    weight = bench_pictures.weight_of_many(teller, home)
    table.add_row(
        f"Memory after {bench_pictures.A_TENTH:,} and {bench_pictures.MANY:,} pictures",
        f"{weight.early:.0f} MB",
        f"{weight.late:.0f} MB",
        "flat",
    )


def run(command: list[str], environment: dict[str, str]) -> str:
    done = subprocess.run(  # noqa: S603 (our own program)
        command, env=environment, check=True, capture_output=True, text=True, timeout=60
    )
    return done.stdout


def add(table: Table, name: str, seconds: list[float], aim: str) -> None:
    table.add_row(
        name,
        f"{statistics.median(seconds) * 1000:.2f} ms",
        f"{percentile(seconds, 99) * 1000:.2f} ms",
        aim,
    )


def percentile(values: list[float], of_hundred: int) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, len(ordered) * of_hundred // 100)]


if __name__ == "__main__":
    main()
