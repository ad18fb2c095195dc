"""Builds everything once and passes it down."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from bot import __version__
from bot.answers.service import Answers
from bot.catalogue import build, store
from bot.catalogue.build import Progress
from bot.catalogue.catalogue import Catalogue
from bot.config import Settings
from bot.declarations.desk import Desk
from bot.declarations.journal import Journal
from bot.declarations.live import LiveContests
from bot.declarations.state import open_state
from bot.errors import SettingsError
from bot.names.cache import kept_index
from bot.names.index import NameIndex
from bot.names.room import NamesRoom

if TYPE_CHECKING:
    from bot.discord_ui.client import TellerBot


@dataclass(frozen=True, slots=True)
class Teller:
    """The parts that commands work with."""

    settings: Settings
    catalogue: Catalogue
    names: NamesRoom
    answers: Answers
    journal: Journal
    desk: Desk


def data_folder() -> Path:
    """The tables: packed with an installed Teller, at the top of the repository otherwise."""
    packed = Path(str(files("bot"))) / "_data"
    return packed if packed.is_dir() else Path(__file__).resolve().parent.parent / "data"


def rebuild(settings: Settings, progress: Progress) -> Path:
    """Builds the catalogue even if the one there is good; returns its path."""
    path = settings.home / store.FILE_NAME
    build.build(data_folder(), path, progress)
    return path


def discord_bot(teller: Teller) -> "TellerBot":
    """Ready to be let into Discord."""
    # Imported here: whoever only asks in the terminal need not wait for discord.py to load.
    from bot.discord_ui.client import TellerBot

    teller.names.warm_up()
    return TellerBot(teller.answers, teller.settings.home, __version__)


def run_discord(teller: Teller) -> None:
    """Until Ctrl-C or SIGTERM. Raises DiscordUnavailable where Discord lets nobody in."""
    from bot.discord_ui.connection import run

    settings = teller.settings
    if settings.discord_token is None:
        raise SettingsError("DISCORD_TOKEN is not set; the README says where to get one.")
    token = settings.discord_token.get_secret_value()
    run(discord_bot(teller), token, settings.discord_api)


def open_teller(settings: Settings, progress: Progress | None = None) -> Teller:
    """Raises DataError or CatalogueError where there is no catalogue and none can be built, and
    StateError where the state cannot be opened."""
    path = store.ensure(data_folder(), settings.home, progress)
    catalogue = Catalogue.open(path)
    with _building():
        names = NamesRoom(
            catalogue,
            kept_index(
                settings.home, store.mark_of(path), lambda: NameIndex.of(catalogue.known_names())
            ),
        )
    journal = Journal(open_state(settings.state_url))
    catalogue.contests.live = LiveContests(journal, catalogue)
    desk = Desk(catalogue, journal, _now)
    return Teller(settings, catalogue, names, Answers(catalogue, names, __version__), journal, desk)


def _now() -> datetime:
    return datetime.now(UTC)


@contextmanager
def _building() -> Iterator[None]:
    """What is built now stays to the end, so nothing of it is worth looking at for garbage."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
