"""The commands that settle results: `teller import` and `teller update`."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot import config
from bot.app import data_folder
from bot.progress import progress
from bot.questions.understanding import printable

if TYPE_CHECKING:
    from bot.declarations.settlement import Settled
    from bot.official import Officially

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
    from bot.importing.run import import_facts
    from bot.terminal import show_import

    show_import(import_facts(Path(source), target))


def update(into: Into = None, announce: Announce = False) -> None:
    """Add by-elections that UK Parliament has published since."""
    from bot import official

    target = into or data_folder()
    _show(official.update(config.load(), target, announce=announce, progress=progress))


def _show(found: "Officially") -> None:
    for line in _lines(found):
        typer.echo(printable(line))


def _lines(found: "Officially") -> Iterator[str]:
    official = found.official
    yield (
        f"{len(official.added):,} contests added, {len(official.replaced):,} replaced, "
        f"{official.unchanged:,} unchanged, {len(official.left_out):,} left out."
    )
    if official.estimates:
        yield f"{official.estimates:,} lines of notional results were passed over."
    for heading, lines in (
        ("Left out", official.left_out),
        ("Mended", official.report.mended),
        ("Doubtful", official.report.doubtful),
    ):
        yield from (f"{heading}: {line}" for line in lines)
    yield from (_difference(one) for one in found.settled)
    if found.settled or found.agreeing:
        yield f"{found.agreeing:,} contests agree entirely with what was announced."
    if found.announced:
        yield f"{found.announced:,} corrections go to whoever was told something else."


def _difference(one: "Settled") -> str:
    from bot.answers import figures

    contest, entry = one.contest, one.entry
    at = entry.declared_at or entry.recorded_at
    told = f"announced at {figures.time_of(at, contest.polled_on)} from {entry.source}"
    return (
        f"{contest.constituency.name}, {contest.polled_on}, {told}: {'; '.join(one.differences)}."
    )
