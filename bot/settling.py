"""The commands that settle results: `teller import` and `teller update`."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from zoneinfo import ZoneInfo

import typer

from bot import config
from bot.app import data_folder
from bot.errors import TellerError
from bot.progress import progress
from bot.questions.understanding import printable

if TYPE_CHECKING:
    from bot.declarations.settlement import Settled
    from bot.importing.official.run import OfficialReport
    from bot.official import Officially

_BRITAIN = ZoneInfo("Europe/London")
_MOST_NAMED = 20  # contests; a whole general election is told as a number

Into = Annotated[Path | None, typer.Option(help="The folder of the tables.")]
Announce = Annotated[
    bool, typer.Option("--announce", help="Correct what was announced with other votes.")
]


def import_(
    source: Annotated[
        str, typer.Argument(help="UK Parliament's export: a file, - or an address; or a folder.")
    ],
    into: Into = None,
    announce: Announce = False,
) -> None:
    """Add the official results to data/, and say how what was announced differs.

    Of a folder of raw facts the tables of data/ are written anew.
    """
    from bot.official import import_official, is_export

    target = into or data_folder()
    if is_export(source):
        settings = config.load()
        _show(import_official(settings, source, target, announce=announce, progress=progress))
        return
    if announce:
        raise TellerError("--announce goes with an official export, not with raw facts.")
    from bot.importing.run import import_facts
    from bot.terminal import show_import

    show_import(import_facts(Path(source), target))


def update(into: Into = None, announce: Announce = False) -> None:
    """Add by-elections that UK Parliament has published since."""
    from bot import official

    target = into or data_folder()
    found = official.update(config.load(), target, announce=announce, progress=progress)
    _show(found, nothing=nothing_new(found))


def nothing_new(found: "Officially") -> str:
    """The sentence for an update without any by-election, empty where there was one."""
    from bot.answers import figures

    official = found.official
    if official.is_new or official.unchanged or official.left_out or found.newest is None:
        return ""
    return f"Nothing new: data/ has every by-election up to {figures.day(found.newest)}."


def _show(found: "Officially", nothing: str = "") -> None:
    summary = [nothing] if nothing else [*_summary(found.official)]
    for line in [*summary, *_settled(found)]:
        typer.echo(printable(line))


def _summary(official: "OfficialReport") -> Iterator[str]:
    yield (
        f"{_contests(len(official.added))} added, {len(official.changes):,} replaced, "
        f"{official.unchanged:,} unchanged, {len(official.left_out):,} left out."
    )
    if official.estimates:
        yield f"{official.estimates:,} lines of notional results were passed over."
    few = len(official.winners) <= _MOST_NAMED
    for heading, lines in (
        ("Added", official.winners if few else []),
        ("Replaced", official.changes.values()),
        ("Left out", official.left_out),
        ("Mended", official.report.mended),
        ("Doubtful", official.report.doubtful),
    ):
        yield from (f"{heading}: {line.rstrip('.')}." for line in lines)


def _settled(found: "Officially") -> Iterator[str]:
    yield from (_difference(one) for one in found.settled)
    if found.settled or found.agreeing:
        verb = "agrees" if found.agreeing == 1 else "agree"
        yield f"{_contests(found.agreeing)} {verb} entirely with what was announced."
    if found.announced:
        noun = "correction goes" if found.announced == 1 else "corrections go"
        yield f"{found.announced:,} {noun} to whoever was told something else."


def _contests(number: int) -> str:
    return f"{number:,} {'contest' if number == 1 else 'contests'}"


def _difference(one: "Settled") -> str:
    from bot.answers import figures

    contest, entry = one.contest, one.entry
    at = entry.declared_at or entry.recorded_at.astimezone(_BRITAIN)
    told = f"announced at {figures.time_of(at, contest.polled_on)} from {entry.source}"
    return (
        f"{contest.constituency.name}, {contest.polled_on}, {told}: {'; '.join(one.differences)}."
    )
