"""`teller import` of the official export, and `teller update`: settles what was live."""

import asyncio
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from bot.app import Teller, data_folder, open_teller, rebuild
from bot.catalogue.build import Progress
from bot.config import Settings
from bot.declarations import parliament
from bot.declarations.feeds.setup import headers
from bot.declarations.settlement import OFFICIAL, Settled, official_declaration, settlements
from bot.errors import DataError, TellerError
from bot.importing.official.export import Export, Heading, read_export, read_table
from bot.importing.official.run import OfficialReport, import_export

_LISTED = ("Election type", "Polling date", "Election URL", "Constituency geographic code")


@dataclass(frozen=True, slots=True)
class Officially:
    """What an import brought. `agreeing` counts the contests that were announced just so, `settled`
    are the others; `announced` counts the corrections that subscribers are told."""

    official: OfficialReport
    settled: tuple[Settled, ...]
    agreeing: int
    announced: int


def is_export(source: str) -> bool:
    """Whether it is a file, standard input or an address; a folder holds raw facts."""
    return source == "-" or _is_address(source) or Path(source).is_file()


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
) -> Officially:
    """The by-elections that the site has and the tables do not. Raises TellerError."""
    known = open_teller(settings, progress).catalogue.contests
    newest_general = known.general_elections()[0]

    def is_wanted(code: str, day: date) -> bool:
        has = known.ids_of_seats([code])
        return day > newest_general and all(one.polled_on != day for one, _ in has)

    export = asyncio.run(_by_elections(site, settings, is_wanted))
    return _settle(settings, export, target, announce=announce, progress=progress)


def _text_of(source: str, settings: Settings) -> str:
    if _is_address(source):
        return asyncio.run(_asked(source, settings))
    try:
        raw = sys.stdin.buffer.read() if source == "-" else Path(source).read_bytes()
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        raise DataError(f"{source} is no text in UTF-8.") from wrong
    except OSError as failed:
        raise DataError(f"{source} cannot be read: {failed.strerror}.") from failed


def _is_address(source: str) -> bool:
    return source.startswith(("http://", "https://"))


async def _asked(address: str, settings: Settings) -> str:
    parts = urlsplit(address)
    async with parliament.wire_to(f"{parts.scheme}://{parts.netloc}", headers(settings)) as wire:
        query = f"?{parts.query}" if parts.query else ""
        return await parliament.csv_at(wire, f"{parts.path}{query}")


async def _by_elections(
    site: str, settings: Settings, is_wanted: Callable[[str, date], bool]
) -> Export:
    found = Export()
    async with parliament.wire_to(site, headers(settings)) as wire:
        listed = read_table(await parliament.csv_at(wire, parliament.ELECTIONS), _LISTED)
        for row in listed:
            code, day = row["Constituency geographic code"], _day(row["Polling date"])
            if "by" not in row["Election type"].lower() or not is_wanted(code, day):
                continue
            heading = Heading(code, day, by_election=True)
            try:
                path = parliament.path_on(site, row["Election URL"])
                text = await parliament.csv_at(wire, f"{path}/candidate-results.csv")
                one = read_export(text, heading)
            except TellerError as failed:
                found.faults.append(f"{code} {day}: {failed}")
            else:
                found.polls += one.polls
                found.faults += one.faults
    return found


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise DataError(f"The list of elections has the polling date {text[:20]!r}.") from None


def _settle(
    settings: Settings, export: Export, target: Path, *, announce: bool, progress: Progress
) -> Officially:
    official = import_export(export, target)
    if (official.added or official.replaced) and target == data_folder():
        rebuild(settings, progress)
    teller = open_teller(settings, progress)
    found = settlements(teller.journal, teller.catalogue)
    differing = tuple(one for one in found if one.differences)
    announced = _announce(teller, differing) if announce else 0
    return Officially(official, differing, len(found) - len(differing), announced)


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
