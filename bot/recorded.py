"""A night that was recorded, played back into a state of its own."""

import time
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from bot.app import Rehearsal, alone_with, catalogue_of, open_teller
from bot.catalogue.build import Progress
from bot.catalogue.catalogue import Catalogue
from bot.config import Settings
from bot.declarations.clock import NightClock
from bot.declarations.feed_office import FeedOffice
from bot.declarations.feeds.feed import Feed
from bot.declarations.feeds.newswire import Newswire
from bot.declarations.feeds.playback import Playback
from bot.declarations.feeds.setup import decision_desk, feed_of, trust_of
from bot.declarations.feeds.tape import Recording, read_recording
from bot.declarations.journal import Journal
from bot.declarations.rehearsals import Rehearsals, forget, state_path
from bot.declarations.state import open_state, url_of
from bot.elections.contest import ContestKind
from bot.errors import TellerError
from bot.feed_settings import read_feed


@dataclass(frozen=True, slots=True)
class Programme:
    """What is to be rehearsed: a recording at a speed; `fresh` begins anew."""

    recording: Path
    speed: float
    fresh: bool


def open_recorded(
    settings: Settings, programme: Programme, progress: Progress | None = None
) -> Rehearsal:
    """Raises TellerError where that is no recording, or cannot be played at that speed."""
    recording = read_recording(programme.recording)
    if not recording.rounds:
        raise TellerError(f"{programme.recording} holds no answer of any feed yet.")
    catalogue = catalogue_of(settings, progress)
    feeds = _feeds(recording, settings, catalogue)
    path = state_path(settings.home, f"recorded-{recording.name}")
    alone = alone_with(path)
    if programme.fresh:
        forget(path)
    url = url_of(path)
    rehearsals = Rehearsals(open_state(url))
    clock = NightClock(_begins_at(recording, rehearsals), programme.speed, time.monotonic)
    own = settings.model_copy(update={"state_url": url})
    teller = replace(open_teller(own, progress, clock, _polled_on(recording)), alone=alone)
    _open(recording, catalogue, teller.journal, clock)
    office, trust = FeedOffice(teller.journal.connection), trust_of(settings, list(feeds.values()))
    office.register(list(feeds.values()), trust.unsure, clock.now())
    desk = decision_desk(
        teller.catalogue, teller.journal, office, list(feeds.values()), trust, rehearsing=True
    )
    newswire = Newswire(desk, office, clock.now)
    return Rehearsal(teller, Playback(recording, feeds, newswire, desk, rehearsals, clock))


def _feeds(recording: Recording, settings: Settings, catalogue: Catalogue) -> dict[str, Feed]:
    """By name; in the order of TELLER_FEEDS as far as they stand there, which is that of trust."""
    trusted = [one.name for one in settings.feeds]
    names = sorted(
        recording.feeds, key=lambda name: trusted.index(name) if name in trusted else len(trusted)
    )
    try:
        return {name: feed_of(read_feed(name), settings, catalogue) for name in names}
    except ValueError as wrong:
        raise TellerError(f"The recording {wrong}") from wrong


def _begins_at(recording: Recording, rehearsals: Rehearsals) -> datetime:
    place = rehearsals.place(recording.name)
    return place.moment if place else recording.rounds[0].at


def _polled_on(recording: Recording) -> date | None:
    """The day of the election, if a feed's name tells it."""
    days = [read_feed(name).polled_on for name in recording.feeds]
    return next(filter(None, days), None)


def _open(recording: Recording, catalogue: Catalogue, journal: Journal, clock: NightClock) -> None:
    """What was open that night, unless it has been settled since."""
    settled = catalogue.contests.settled
    for kind in ContestKind:
        contests = [one for one, its in recording.opened.items() if its is kind]
        journal.open([one for one in contests if settled(one) is None], kind, clock.now())
