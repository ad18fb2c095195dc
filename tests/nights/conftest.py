"""A home with everything that no command should have to build."""

import os
import shutil
from contextlib import closing
from pathlib import Path

import pytest

from bot import config
from bot.app import open_teller

_BUILT = ("catalogue.db", "catalogue.sha256", "names.index")


@pytest.fixture(scope="session")
def prepared(catalogue_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("prepared")
    for name in _BUILT[:2]:
        shutil.copy(catalogue_path.parent / name, home)
    with closing(open_teller(config.load({"TELLER_HOME": str(home)}, None)).catalogue):
        return home


@pytest.fixture
def home(prepared: Path, tmp_path: Path) -> Path:
    """One of the test's own, in which nothing was ever declared."""
    own = tmp_path / "home"
    own.mkdir()
    for name in _BUILT:
        os.link(prepared / name, own / name)
    return own
