"""The reader, over the real names."""

import pytest

from bot.catalogue.catalogue import Catalogue
from bot.names.index import NameIndex
from bot.names.room import NamesRoom
from bot.questions.reading import Reader


@pytest.fixture(scope="session")
def reader(catalogue: Catalogue) -> Reader:
    return Reader(catalogue, NamesRoom(catalogue, NameIndex.of(catalogue.known_names())))
