"""A state of its own for every test, over the real results."""

from collections.abc import Iterator
from pathlib import Path
from sqlite3 import Connection

import pytest

from bot.answers.service import Answers
from bot.catalogue.catalogue import Catalogue
from bot.declarations.desk import Desk
from bot.declarations.journal import Journal
from bot.declarations.live import LiveContests
from bot.declarations.state import open_state
from bot.elections.contest import ContestKind
from bot.names.index import NameIndex
from bot.names.room import NamesRoom
from tests.declarations.making import CLACTON, NOW


@pytest.fixture
def state_url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'state.db'}"


@pytest.fixture
def connection(state_url: str) -> Iterator[Connection]:
    opened = open_state(state_url)
    yield opened
    opened.close()


@pytest.fixture
def journal(connection: Connection) -> Journal:
    return Journal(connection)


@pytest.fixture(scope="session")
def another_catalogue(catalogue_path: Path) -> Iterator[Catalogue]:
    """The one that all tests share must not have anything laid over it."""
    opened = Catalogue.open(catalogue_path)
    yield opened
    opened.close()


@pytest.fixture
def live_catalogue(another_catalogue: Catalogue, journal: Journal) -> Iterator[Catalogue]:
    """With the test's own journal laid over it."""
    another_catalogue.contests.live = LiveContests(journal, another_catalogue)
    yield another_catalogue
    another_catalogue.contests.live = None


@pytest.fixture
def desk(live_catalogue: Catalogue, journal: Journal) -> Desk:
    """Where a by-election in Clacton is open."""
    journal.open([CLACTON], ContestKind.BY_ELECTION, NOW)
    return Desk(live_catalogue, journal, lambda: NOW)


@pytest.fixture(scope="session")
def index(catalogue: Catalogue) -> NameIndex:
    return NameIndex.of(catalogue.known_names())


@pytest.fixture
def answers(live_catalogue: Catalogue, index: NameIndex) -> Answers:
    return Answers(live_catalogue, NamesRoom(live_catalogue, index), "0.0")
