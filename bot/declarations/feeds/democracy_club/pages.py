"""Lists that come in pages. Their own links to the next page are never followed."""

from collections.abc import AsyncIterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from bot.declarations.feeds.democracy_club.ballots import json_of
from bot.declarations.feeds.wire import Unanswered, Wire

_MOST_PAGES = 20
PAGE_SIZE = 200  # the most that the site gives


async def pages(wire: Wire, address: str, query: Mapping[str, str]) -> AsyncIterator[list[Any]]:
    """The results of every page. Raises Unanswered where they do not end, or lead elsewhere."""
    for number in range(1, _MOST_PAGES + 1):
        results, more = await page(wire, address, {**query, "page": str(number)})
        yield results
        if not more:
            return
    raise Unanswered(f"{address} is an endless list: it has more than {_MOST_PAGES} pages.")


async def page(wire: Wire, address: str, query: Mapping[str, str]) -> tuple[list[Any], bool]:
    """The results of one page, and whether there is a next one."""
    plain = json_of(await wire.ask(address, query))
    results = plain.get("results") if isinstance(plain, dict) else None
    if not isinstance(plain, dict) or not isinstance(results, list):
        raise Unanswered(f"{address} has no list of results.")
    if len(results) > PAGE_SIZE:
        raise Unanswered(f"{address} has more than {PAGE_SIZE} results on a page.")
    following = plain.get("next")
    if following is not None and not _is_same_list(following, address):
        raise Unanswered(f"{address} says that it goes on at {str(following)[:80]!r}.")
    return results, following is not None


def _is_same_list(following: object, address: str) -> bool:
    try:
        return isinstance(following, str) and urlsplit(following).path == address
    except ValueError:
        return False
