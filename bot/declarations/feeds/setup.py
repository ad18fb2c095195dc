"""Feeds, and who decides over what they say, as the settings want them."""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from pathlib import Path

from aiolimiter import AsyncLimiter

from bot import __version__, feed_settings
from bot.catalogue.catalogue import Catalogue
from bot.config import Settings
from bot.declarations.claims import Claims
from bot.declarations.decision import Books, DecisionDesk
from bot.declarations.disagreements import Disagreements
from bot.declarations.feed_office import FeedOffice
from bot.declarations.feeds.democracy_club.feed import DemocracyClub
from bot.declarations.feeds.feed import Feed
from bot.declarations.feeds.folder_wire import FolderWire
from bot.declarations.feeds.pa.feed import PaMedia
from bot.declarations.feeds.push import Push
from bot.declarations.feeds.results_folder import ResultsFolder
from bot.declarations.feeds.web_wire import WebWire
from bot.declarations.journal import Journal
from bot.declarations.nominations import Nominations
from bot.declarations.trust import Trust
from bot.declarations.validation import fitting_seats
from bot.elections.contest import ContestId
from bot.feed_settings import FeedKind

# Democracy Club allows 10 questions a minute to whoever has no key; Teller asks 6 at most.
_WITHOUT_KEY, _WITH_KEY = 10.0, 1.0  # seconds between two questions


def named_in_full(
    feeds: Iterable[feed_settings.Feed], opened: Iterable[ContestId]
) -> list[feed_settings.Feed]:
    """Democracy Club without an election means every polling day on which a contest is open."""
    days = sorted({one.polled_on for one in opened}, reverse=True)
    full: list[feed_settings.Feed] = []
    for one in feeds:
        if one.kind is FeedKind.DEMOCRACY_CLUB and not one.place:
            full += [feed_settings.Feed(one.kind, f"parl.{day}") for day in days]
        else:
            full.append(one)
    return list(dict.fromkeys(full))


def feed_of(setting: feed_settings.Feed, settings: Settings, catalogue: Catalogue) -> Feed:
    """The adapter that a setting names."""
    match setting.kind:
        case FeedKind.DEMOCRACY_CLUB:
            return DemocracyClub(setting.place, keyed=settings.democracy_club_key is not None)
        case FeedKind.PA:
            return PaMedia(
                setting.place, lambda name, day: len(fitting_seats(catalogue.seats, name, day)) == 1
            )
        case FeedKind.FOLDER:
            return ResultsFolder(setting.place)
        case FeedKind.PUSH:
            return Push(setting.place)


def trust_of(settings: Settings, feeds: Sequence[Feed]) -> Trust:
    """In the order of the feeds."""
    names = tuple(one.name for one in feeds)
    unsure = {
        name
        for name in names
        if name in settings.untrusted or name.partition(":")[0] in settings.untrusted
    }
    return Trust(names, frozenset(unsure), timedelta(minutes=settings.wait))


def decision_desk(
    catalogue: Catalogue,
    journal: Journal,
    office: FeedOffice,
    feeds: Sequence[Feed],
    trust: Trust,
    *,
    rehearsing: bool = False,
) -> DecisionDesk:
    """Over the state that the journal is in; `office` knows every feed there ever was."""
    connection = journal.connection
    books = Books(journal, Claims(connection), Nominations(connection), Disagreements(connection))
    sources = {one.name: one.source for one in feeds}
    return DecisionDesk(catalogue, books, trust, sources, office.sources(), rehearsing=rehearsing)


def wire_of(setting: feed_settings.Feed, settings: Settings) -> WebWire | FolderWire:
    """The wire on which that feed asks."""
    if setting.kind is not FeedKind.DEMOCRACY_CLUB:
        return FolderWire(Path(setting.place).expanduser())
    key = settings.democracy_club_key
    signed = {"Authorization": f"Token {key.get_secret_value()}"} if key else {}
    pace = AsyncLimiter(1, _WITH_KEY if key else _WITHOUT_KEY)
    return WebWire(settings.democracy_club_site, pace, headers(settings) | signed)


def headers(settings: Settings) -> dict[str, str]:
    """Who asks, for whoever is asked: sites turn away what does not say so."""
    contact = settings.contact or "no contact given"
    return {"User-Agent": f"Teller/{__version__} (UK election results; {contact})"}
