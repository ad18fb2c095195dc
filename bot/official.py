"""`teller import` of the official export, and `teller update`: settles what was live."""

import asyncio
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import BinaryIO
from urllib.parse import urlsplit

from bot.app import Teller, data_folder, open_teller, rebuild
from bot.catalogue.build import Progress
from bot.config import Settings
from bot.declarations import parliament
from bot.declarations.clock import SystemClock
from bot.declarations.feeds.setup import headers
from bot.declarations.settlement import OFFICIAL, Settled, official_declaration, settlements
from bot.errors import DataError, TellerError
from bot.importing.official.export import Export, read_export
from bot.importing.official.run import OfficialReport, import_export
from bot.importing.official.tabled import kinds_of_contests

_LARGEST = 100_000_000  # bytes; every election since 2010 takes a tenth of it


@dataclass(frozen=True, slots=True)
class Officially:
    """What an import brought. `agreeing` counts the contests that were announced just so, `settled`
    are the others; `announced` counts the corrections that subscribers are told. `newest` is the
    day of the newest by-election that the tables have now."""

    official: OfficialReport
    settled: tuple[Settled, ...]
    agreeing: int
    announced: int
    newest: date | None = None


def is_export(source: str) -> bool:
    """Whether it is a file, standard input or an address; a folder holds raw facts."""
    if source == "-" or _is_address(source):
        return True
    path = Path(source)
    return not path.is_dir() and (path.exists() or path.suffix.lower() == ".csv")


def import_official(
    settings: Settings, source: str, target: Path, *, announce: bool, progress: Progress
) -> Officially:
    """Raises TellerError."""
    export = read_export(_text_of(source, settings))
    return _settle(settings, export, target, announce=announce, progress=progress)


def update(
    settings: Settings,
    target: Path,
    *,
    announce: bool,
    progress: Progress,
    site: str = parliament.SITE,
    pace: float = parliament.PACE,
) -> Officially:
    """The by-elections that the site has and the tables do not. Raises TellerError."""
    export = asyncio.run(_by_elections(settings, target, site, pace))
    return _settle(settings, export, target, announce=announce, progress=progress)


async def _by_elections(settings: Settings, target: Path, site: str, pace: float) -> Export:
    known = kinds_of_contests(target)
    async with parliament.wire_to(site, headers(settings), pace) as wire:
        return await parliament.new_by_elections(wire, site, known, _today())


def _today() -> date:
    # A poll closes at ten, and nobody declares before midnight but a very few.
    return SystemClock().now().date()


def _text_of(source: str, settings: Settings) -> str:
    if _is_address(source):
        return asyncio.run(_asked(source, settings))
    shown = "Standard input" if source == "-" else source
    try:
        raw = _read(sys.stdin.buffer) if source == "-" else _read_file(Path(source))
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        raise DataError(f"{shown} is no text in UTF-8.") from wrong
    except OSError as failed:
        raise DataError(f"{shown} cannot be read: {failed.strerror}.") from failed
    if len(raw) > _LARGEST:
        raise DataError(f"{shown} is longer than {_LARGEST:,} bytes.")
    if text.lstrip().startswith("<"):
        raise DataError(f"{shown} is a web page, where a CSV file should be.")
    return text


def _read_file(path: Path) -> bytes:
    with path.open("rb") as handle:
        return _read(handle)


def _read(handle: BinaryIO) -> bytes:
    return handle.read(_LARGEST + 1)


def _is_address(source: str) -> bool:
    return source.lower().startswith(("http://", "https://"))


async def _asked(address: str, settings: Settings) -> str:
    try:
        parts = urlsplit(address)
    except ValueError:
        raise TellerError(f"{address[:80]} is no address.") from None
    async with parliament.wire_to(f"{parts.scheme}://{parts.netloc}", headers(settings)) as wire:
        query = f"?{parts.query}" if parts.query else ""
        return await parliament.csv_at(wire, f"{parts.path or '/'}{query}")


def _settle(
    settings: Settings, export: Export, target: Path, *, announce: bool, progress: Progress
) -> Officially:
    official = import_export(export, target, _today())
    if official.is_new and target.resolve() == data_folder().resolve():
        rebuild(settings, progress)
    teller = open_teller(settings, progress)
    found = settlements(teller.journal, teller.catalogue)
    differing = tuple(one for one in found if one.differences)
    announced = _announce(teller, differing) if announce else 0
    return Officially(
        official, differing, len(found) - len(differing), announced, _newest_by_election(target)
    )


def _newest_by_election(target: Path) -> date | None:
    days = [day for (_, day), kind in kinds_of_contests(target).items() if kind == "by"]
    return date.fromisoformat(max(days)) if days else None


def _announce(teller: Teller, differing: tuple[Settled, ...]) -> int:
    """As corrections of what was told, where the votes differ."""
    wrong = [one for one in differing if one.votes_differ]
    entries = [
        teller.journal.record(
            official_declaration(one.contest), OFFICIAL, teller.clock.now(), after=one.entry.seq
        )
        for one in wrong
    ]
    return sum(entry is not None for entry in entries)
