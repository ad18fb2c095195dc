"""Builds everything once and passes it down."""

import gc
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from bot import __version__
from bot.answers.service import Answers
from bot.catalogue import build, store
from bot.catalogue.build import Progress
from bot.catalogue.catalogue import Catalogue
from bot.config import Settings
from bot.declarations.clock import Clock, NightClock, SystemClock
from bot.declarations.desk import Desk
from bot.declarations.exclusive import Exclusive
from bot.declarations.journal import Journal
from bot.declarations.live import LiveContests
from bot.declarations.newsroom import Newsroom
from bot.declarations.settings import ServerSettings
from bot.declarations.state import open_state, path_of, url_of
from bot.declarations.subscriptions import Subscriptions
from bot.errors import SettingsError, TellerError
from bot.names.cache import kept_index
from bot.names.index import NameIndex
from bot.names.room import NamesRoom

if TYPE_CHECKING:
    from aiolimiter import AsyncLimiter

    from bot.answers.live.board_office import BoardOffice
    from bot.answers.live.subscribing import SubscriptionOffice
    from bot.declarations.announcer import Announcer
    from bot.declarations.delivery import Messenger
    from bot.declarations.keeper import Keeper
    from bot.declarations.noticeboard import Noticeboard
    from bot.declarations.replay import Played
    from bot.discord_ui.album import Album
    from bot.discord_ui.announcing import Task
    from bot.discord_ui.client import TellerBot
    from bot.pictures.studio import Studio


@dataclass(frozen=True, slots=True)
class Teller:
    """The parts that commands work with. Whoever announces from the state is `alone` with it."""

    settings: Settings
    catalogue: Catalogue
    names: NamesRoom
    answers: Answers
    journal: Journal
    newsroom: Newsroom
    subscriptions: Subscriptions
    server_settings: ServerSettings
    desk: Desk
    clock: Clock
    alone: Exclusive


def data_folder() -> Path:
    """The tables: packed with an installed Teller, at the top of the repository otherwise."""
    packed = Path(str(files("bot"))) / "_data"
    return packed if packed.is_dir() else Path(__file__).resolve().parent.parent / "data"


def rebuild(settings: Settings, progress: Progress) -> Path:
    """Builds the catalogue even if the one there is good; returns its path."""
    path = settings.home / store.FILE_NAME
    build.build(data_folder(), path, progress)
    return path


def discord_bot(teller: Teller, *alongside: "Task") -> "TellerBot":
    """Ready to be let into Discord. What is to go on `alongside` begins with the login."""
    # Imported here: whoever only asks in the terminal need not wait for discord.py to load.
    from bot.declarations.dispatch import discords_pace
    from bot.discord_ui.announcing import Announcing
    from bot.discord_ui.client import TellerBot
    from bot.discord_ui.keeping import Keeping

    teller.names.warm_up()
    teller.catalogue.elections.warm_up()
    teller.answers.warm_up()
    pace = discords_pace()
    return TellerBot(
        teller.answers,
        teller.settings.home,
        __version__,
        office=office(teller),
        album=album(teller),
        announcing=lambda bot: Announcing(
            bot,
            lambda messenger: announcer(teller, messenger, pace),
            alongside,
            lambda bot: Keeping(
                bot, board_office(teller), lambda noticeboard: keeper(teller, noticeboard, pace)
            ),
        ),
    )


def album(teller: Teller) -> "Album":
    """Pictures as the servers wish them."""
    from bot.answers.drawn import gallery
    from bot.discord_ui.album import Album

    gallery.load()
    return Album(teller.answers, studio(teller.settings), teller.server_settings)


def studio(settings: Settings) -> "Studio":
    """Where pictures are made; they are kept beside the two databases."""
    from bot.pictures.studio import Studio

    return Studio(settings.home / "pictures")


def office(teller: Teller) -> "SubscriptionOffice":
    """While a past night is played, its own seats can be subscribed to."""
    from bot.answers.live.subscribing import SubscriptionOffice

    return SubscriptionOffice(
        teller.catalogue,
        teller.names,
        teller.subscriptions,
        teller.newsroom,
        teller.clock.now,
        rehearsing=isinstance(teller.clock, NightClock),
    )


def announcer(
    teller: Teller, messenger: "Messenger", pace: "AsyncLimiter | None" = None
) -> "Announcer":
    """From the state that the settings name."""
    from bot.declarations.announcer import AT_ONCE, AT_ONCE_WITHOUT_PACE, Announcer
    from bot.declarations.dispatch import Dispatch
    from bot.declarations.ledger import Ledger

    url = teller.settings.state_url
    return Announcer(
        teller.newsroom,
        lambda: Ledger(open_state(url)),
        Dispatch(messenger, pace),
        teller.clock,
        teller.alone,
        AT_ONCE if pace else AT_ONCE_WITHOUT_PACE,
    )


def board_office(teller: Teller) -> "BoardOffice":
    """Where live boards are asked for."""
    from bot.answers.live.board_office import BoardOffice
    from bot.declarations.boards import Boards

    boards = Boards(open_state(teller.settings.state_url))
    return BoardOffice(teller.catalogue, teller.newsroom, boards)


def keeper(
    teller: Teller, noticeboard: "Noticeboard", pace: "AsyncLimiter | None" = None
) -> "Keeper":
    """Of the boards in the state that the settings name."""
    from bot.declarations.boards import Boards
    from bot.declarations.keeper import Keeper

    url = teller.settings.state_url
    return Keeper(lambda: Boards(open_state(url)), noticeboard, teller.alone, pace)


@contextmanager
def following(teller: Teller, record: Path | None = None) -> Iterator[None]:
    """Follows the feeds of the settings meanwhile, and opens the elections that these name.

    Raises SettingsError where one lacks what it needs, and TellerError where `record` is a file
    that cannot be written on.
    """
    settings = teller.settings
    if not settings.feeds:
        if record:
            raise SettingsError("There is nothing to record: TELLER_FEEDS names no feed.")
        yield
        return
    from bot.declarations.feeds.tape import Recorder
    from bot.feeding import Feeding, open_named, unsettled

    open_named(settings.feeds, teller.desk, teller.catalogue.span[1])
    opened = unsettled(teller.journal, teller.catalogue)
    recorder = Recorder(record, opened) if record else None
    with Feeding(settings, settings.home / store.FILE_NAME, recorder):
        yield


def run_discord(teller: Teller, *alongside: "Task") -> None:
    """Until Ctrl-C or SIGTERM. Raises DiscordUnavailable where Discord lets nobody in."""
    from bot.discord_ui.connection import run

    settings = teller.settings
    if settings.discord_token is None:
        raise SettingsError("DISCORD_TOKEN is not set; the README says where to get one.")
    token = settings.discord_token.get_secret_value()
    run(discord_bot(teller, *alongside), token, settings.discord_api)


def open_teller(
    settings: Settings,
    progress: Progress | None = None,
    clock: Clock | None = None,
    rehearsed: date | None = None,
) -> Teller:
    """With a `clock` of its own the night of the day that is `rehearsed` can be played.

    Raises DataError or CatalogueError where there is no catalogue and none can be built, and
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
    state = open_state(settings.state_url)
    journal = Journal(state)
    catalogue.contests.live = LiveContests(journal, catalogue)
    newsroom = Newsroom(catalogue, journal, rehearsed)
    clock = clock or SystemClock()
    return Teller(
        settings,
        catalogue,
        names,
        Answers(catalogue, names, __version__, newsroom),
        journal,
        newsroom,
        Subscriptions(state),
        ServerSettings(state),
        Desk(catalogue, journal, clock.now),
        clock,
        Exclusive(path_of(settings.state_url)),
    )


def catalogue_of(settings: Settings, progress: Progress | None = None) -> Catalogue:
    """A connection of its own, for a thread or a task of its own."""
    return Catalogue.open(store.ensure(data_folder(), settings.home, progress))


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """A Teller over a state of its own, and the night that is played into it."""

    teller: Teller
    replay: "Played"


@dataclass(frozen=True, slots=True)
class Programme:
    """What is to be rehearsed: a polling day at a speed, `as_entered` by volunteers or as it was
    declared; `fresh` begins anew."""

    polled_on: date
    speed: float
    fresh: bool
    as_entered: bool


def open_rehearsal(
    settings: Settings, programme: Programme, progress: Progress | None = None
) -> Rehearsal:
    """Raises TellerError where that day or speed cannot be played."""
    from bot.declarations.night import as_declared, as_entered
    from bot.declarations.rehearsals import Rehearsals, forget, state_path
    from bot.declarations.replay import Replay, resumes_at

    catalogue = catalogue_of(settings, progress)
    night = (as_entered if programme.as_entered else as_declared)(catalogue, programme.polled_on)
    path = state_path(settings.home, night.name)
    alone = alone_with(path)
    if programme.fresh:
        forget(path)
    url = url_of(path)
    rehearsals = Rehearsals(open_state(url))
    clock = NightClock(resumes_at(night, rehearsals), programme.speed, time.monotonic)
    own = settings.model_copy(update={"state_url": url})
    teller = open_teller(own, progress, clock, programme.polled_on)
    teller = replace(teller, alone=alone)
    return Rehearsal(teller, Replay(night, rehearsals, teller.desk, clock))


def play_here(rehearsal: Rehearsal) -> None:
    """In the terminal, until the night is told or Ctrl-C."""
    import asyncio

    from bot.rehearsal import AUDIENCE, TERMINAL, TerminalMessenger, play

    teller, messenger = rehearsal.teller, TerminalMessenger()
    teller.subscriptions.add(TERMINAL, 0, AUDIENCE, teller.clock.now())
    asyncio.run(play(rehearsal.replay, announcer(teller, messenger), messenger))


def play_in_discord(rehearsal: Rehearsal) -> None:
    """For the channels that subscribe to it, until Ctrl-C or SIGTERM."""
    from bot.rehearsal import TERMINAL

    # An earlier rehearsal may have been in the terminal, which is no channel of Discord's.
    rehearsal.teller.subscriptions.remove_channel(TERMINAL.channel)
    run_discord(rehearsal.teller, rehearsal.replay.run)


def alone_with(path: Path) -> Exclusive:
    """Held from before the state is read until the process ends."""
    alone = Exclusive(path)
    if not alone.acquire():
        raise TellerError("That night is being replayed by another process: stop it first.")
    return alone


@contextmanager
def _building() -> Iterator[None]:
    """What is built now stays to the end, so nothing of it is worth looking at for garbage."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
