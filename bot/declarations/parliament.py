"""UK Parliament's election results, asked over the web."""

from urllib.parse import urlsplit

from aiolimiter import AsyncLimiter

from bot.declarations.feeds.web_wire import WebWire
from bot.declarations.feeds.wire import Unanswered, body_of
from bot.errors import TellerError

SITE = "https://electionresults.parliament.uk"
ELECTIONS = "/elections.csv"
_PACE = 1.0  # seconds between two questions


def wire_to(site: str, headers: dict[str, str]) -> WebWire:
    return WebWire(site, AsyncLimiter(1, _PACE), {**headers, "Accept": "text/csv"})


async def csv_at(wire: WebWire, path: str) -> str:
    """A CSV table. Raises TellerError that says what came instead."""
    try:
        answer = await wire.ask(path)
        text = body_of(answer).decode("utf-8-sig")
    except Unanswered as silent:
        raise TellerError(f"{path} cannot be had: {silent}") from silent
    except UnicodeDecodeError as wrong:
        raise TellerError(f"{path} is no text in UTF-8.") from wrong
    kind = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == "text/html" or text.lstrip().startswith("<"):
        raise TellerError(f"{path} is a web page, where a CSV file should be.")
    return text


def path_on(site: str, address: str) -> str:
    """The path of an address of that site. Raises TellerError where it is another's."""
    told, ours = urlsplit(address), urlsplit(site)
    if told.netloc and told.netloc != ours.netloc:
        raise TellerError(f"{address[:80]} leads away from {site}, and is not asked.")
    return told.path.rstrip("/")
