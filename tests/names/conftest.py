"""The names room over all the real names."""

import pytest

from bot.catalogue.catalogue import Catalogue
from bot.names.room import NamesRoom


@pytest.fixture(scope="session")
def names(catalogue: Catalogue) -> NamesRoom:
    room = NamesRoom(catalogue)
    room.warm_up()
    return room
