"""The site as every test of the feed finds it: polls are closed, and nothing is typed."""

import copy
from collections.abc import AsyncIterator

import pytest
from aiolimiter import AsyncLimiter

from bot.catalogue.catalogue import Catalogue
from bot.declarations.feeds.web_wire import WebWire
from tests.declarations.feeds.democracy_club.watching import DAY, NAMES, Watch
from tests.nights import democracy_club as dc
from tests.nights.changes import contests
from tests.nights.site import Site


@pytest.fixture(scope="session")
def untyped(catalogue: Catalogue) -> dc.Store:
    polled = [one for one in contests(catalogue, DAY) if one.constituency.name in NAMES]
    return dc.store_of(catalogue, polled)[0]


@pytest.fixture
async def watch(untyped: dc.Store) -> AsyncIterator[Watch]:
    store = copy.deepcopy(untyped)
    clock: list[Watch] = []
    async with Site(store, lambda: clock[0].now) as opened:
        agent = {"User-Agent": "Teller/0 (UK election results; results@example.org)"}
        async with WebWire(opened.address, AsyncLimiter(1000, 1), agent) as wire:
            clock.append(Watch(store, opened, wire))
            yield clock[0]
