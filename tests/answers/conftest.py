"""All answers, over the real results."""

import pytest

from bot.answers.service import Answers
from bot.catalogue.catalogue import Catalogue
from bot.names.index import NameIndex
from bot.names.room import NamesRoom


@pytest.fixture(scope="session")
def answers(catalogue: Catalogue) -> Answers:
    return Answers(catalogue, NamesRoom(catalogue, NameIndex.of(catalogue.known_names())), "0.0")
