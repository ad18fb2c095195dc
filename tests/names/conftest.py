"""The names room over all the real names."""

import pytest

from bot.catalogue.catalogue import Catalogue
from bot.names.index import NameIndex
from bot.names.room import NamesRoom


@pytest.fixture(scope="session")
def names(catalogue: Catalogue) -> NamesRoom:
    room = NamesRoom(catalogue, NameIndex.of(catalogue.known_names()))
    room.warm_up()
    return room
