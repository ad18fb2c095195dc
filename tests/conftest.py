"""What every test may rely on: no setting of this machine reaches it."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.catalogue import build, store
from bot.catalogue.catalogue import Catalogue

DATA = Path(__file__).parents[1] / "data"


def pytest_xdist_auto_num_workers() -> int:
    """One more than there are cores: much of the time is spent on waiting for other processes."""
    return (os.cpu_count() or 1) + 1


@pytest.fixture(scope="session", autouse=True)
def settings_of_nobody(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The home that Teller finds, in tests and in the programs that they start.

    The working directory is an empty folder, since a `.env` in it would count.
    """
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in list(os.environ):
            if name.upper().startswith(("TELLER_", "DISCORD_")):
                patch.delenv(name)
        patch.setenv("TELLER_HOME", str(home))
        patch.chdir(tmp_path_factory.mktemp("elsewhere"))
        yield home


@pytest.fixture(scope="session")
def catalogue_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real catalogue, built once from the tables of the repository."""
    path = tmp_path_factory.mktemp("catalogue") / store.FILE_NAME
    build.build(DATA, path)
    return path


@pytest.fixture(scope="session")
def catalogue(catalogue_path: Path) -> Iterator[Catalogue]:
    opened = Catalogue.open(catalogue_path)
    yield opened
    opened.close()
