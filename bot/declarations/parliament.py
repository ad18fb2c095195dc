"""UK Parliament's election results, asked over the web."""

from collections.abc import Collection, Iterator
from datetime import date
from urllib.parse import urlsplit

from aiolimiter import AsyncLimiter

from bot.declarations.feeds.web_wire import WebWire
from bot.declarations.feeds.wire import Unanswered, Wire, body_of
from bot.errors import TellerError
from bot.importing.contests import ContestKey
from bot.importing.facts import Line
from bot.importing.official.export import Export, Heading, read_export
from bot.importing.official.table import read_table

SITE = "https://electionresults.parliament.uk"
ELECTIONS = "/elections.csv"
PACE = 1.0  # seconds between two questions
_LISTED = ("Election type", "Polling date", "Election URL", "Constituency geographic code")
_MOST = 100  # by-elections at once; about four a year are held
_PATIENCE = 3  # of them without an answer, one after the other
_SHOWN = 80
_NOT_FOUND = 404


def wire_to(site: str, headers: dict[str, str], pace: float = PACE) -> WebWire:
    return WebWire(site, AsyncLimiter(1, pace), {**headers, "Accept": "text/csv"})


async def csv_at(wire: Wire, path: str) -> str:
    """A CSV table. Raises TellerError that says what came instead."""
    shown = path[:_SHOWN]
    try:
        answer = await wire.ask(path)
        if answer.status == _NOT_FOUND:
            raise TellerError(f"{shown} is not there (404).")
        text = body_of(answer).decode("utf-8-sig")
    except Unanswered as silent:
        raise TellerError(f"{shown} cannot be had: {silent}") from silent
    except UnicodeDecodeError as wrong:
        raise TellerError(f"{shown} is no text in UTF-8.") from wrong
    kind = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == "text/html" or text.lstrip().startswith("<"):
        raise TellerError(f"{shown} is a web page, where a CSV file should be.")
    return text


def path_on(site: str, address: str) -> str:
    """The path of an address of that site. Raises TellerError where it is another's."""
    try:
        told, ours = urlsplit(address), urlsplit(site)
    except ValueError:
        raise TellerError(f"{address[:_SHOWN]} is no address.") from None
    if told.netloc and told.netloc.lower() != ours.netloc.lower():
        raise TellerError(f"{address[:_SHOWN]} leads away from {site}, and is not asked.")
    return told.path.rstrip("/")


async def new_by_elections(
    wire: Wire, site: str, known: Collection[ContestKey], today: date
) -> Export:
    """Those that the site lists and that are not `known`, since the oldest that is.

    Raises TellerError where the list itself cannot be had.
    """
    found, silent = Export(), 0
    listed = dict(_wanted(await csv_at(wire, ELECTIONS), known, today, found))
    for heading, address in list(listed.items())[:_MOST]:
        if silent == _PATIENCE:
            found.faults.append(f"{heading.label}: not asked for, since nothing answers.")
            continue
        try:
            text = await csv_at(wire, f"{path_on(site, address)}/candidate-results.csv")
            one = read_export(text, heading)
        except TellerError as failed:
            silent += isinstance(failed.__cause__, Unanswered)
            found.faults.append(f"{heading.label}: {failed}")
        else:
            silent = 0
            found.polls += one.polls
            found.faults += one.faults
            found.estimates += one.estimates
    if len(listed) > _MOST:
        found.doubts.append(f"{len(listed) - _MOST} more by-elections are listed: run it again.")
    return found


def _wanted(
    text: str, known: Collection[ContestKey], today: date, found: Export
) -> Iterator[tuple[Heading, str]]:
    """What each by-election is, and its address. Candidates of later days have no votes yet."""
    oldest = min((day for _, day in known), default="")
    for row in read_table(text, _LISTED):
        if "by" not in row["Election type"].lower():
            continue
        try:
            heading = _heading(row)
        except ValueError:
            found.faults.append(f"A by-election is listed on {row['Polling date'][:20]!r}.")
            continue
        day = heading.polled_on
        if oldest < day.isoformat() and day <= today and (heading.code, str(day)) not in known:
            yield heading, row["Election URL"]


def _heading(row: Line) -> Heading:
    return Heading(
        row["Constituency geographic code"][:20],
        row.get("Constituency name", "")[:_SHOWN],
        date.fromisoformat(row["Polling date"]),
    )
