"""All answers, over the real results, and a state of its own for every test of what is live."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.answers.live.announcement import Announcement, announce
from bot.answers.service import Answers
from bot.catalogue.catalogue import Catalogue
from bot.declarations.desk import Desk
from bot.declarations.journal import Journal
from bot.declarations.live import LiveContests
from bot.declarations.newsroom import Newsroom
from bot.declarations.state import open_state
from bot.names.index import NameIndex
from bot.names.room import NamesRoom
from tests.answers.telling import Announce
from tests.declarations.making import DAY, NOW, Plain, told


@pytest.fixture(scope="session")
def answers(catalogue: Catalogue) -> Answers:
    return Answers(catalogue, NamesRoom(catalogue, NameIndex.of(catalogue.known_names())), "0.0")


@pytest.fixture(scope="session")
def another_catalogue(catalogue_path: Path) -> Iterator[Catalogue]:
    """The one that all tests share must not have anything laid over it."""
    opened = Catalogue.open(catalogue_path)
    yield opened
    opened.close()


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    with closing(open_state(f"sqlite:///{tmp_path / 'state.db'}")) as connection:
        yield Journal(connection)


@pytest.fixture
def live_catalogue(another_catalogue: Catalogue, journal: Journal) -> Iterator[Catalogue]:
    another_catalogue.contests.live = LiveContests(journal, another_catalogue)
    yield another_catalogue
    another_catalogue.contests.live = None


@pytest.fixture
def newsroom(live_catalogue: Catalogue, journal: Journal) -> Newsroom:
    return Newsroom(live_catalogue, journal)


@pytest.fixture
def desk(live_catalogue: Catalogue, journal: Journal) -> Desk:
    """Where nothing is open yet."""
    return Desk(live_catalogue, journal, lambda: NOW)


@pytest.fixture
def announced(desk: Desk, newsroom: Newsroom) -> Announce:
    """Of by-elections in Clacton; their first announcement is the first of the list."""
    desk.open_election(DAY, "Clacton")

    def announced(*declarations: Plain, source: str = "the press") -> list[Announcement]:
        answers = told(desk, *declarations, source=source)
        assert not [one for one in answers if one.startswith("refused")]
        return [announce(one) for one in newsroom.news(range(1, newsroom.head() + 1))]

    return announced
