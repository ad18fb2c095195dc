"""A past night played at any speed, and played on after it was cut off anywhere."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from sqlite3 import Connection

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.catalogue.catalogue import Catalogue
from bot.declarations.clock import NightClock
from bot.declarations.declaration import Result
from bot.declarations.desk import Answer, Desk
from bot.declarations.journal import Journal
from bot.declarations.night import Event, Night, as_declared, as_entered
from bot.declarations.rehearsals import Place, Rehearsals, forget, state_path
from bot.declarations.replay import SOURCE, Replay, resumes_at
from bot.declarations.state import open_state
from bot.elections.contest import ContestId
from bot.errors import StateError, TellerError

# Stroud and Mid Buckinghamshire are corrected, Putney is never complete.
SEATS = {"E14001529", "E14001360", "E14001434", "E14001295", "E14001107", "E14001531"}
SPEED = 600
Told = tuple[ContestId, int | None, str, Result | None]


class Killed(BaseException):
    """The process is no more."""


class Time:
    """Real time, which passes only where somebody sleeps; it ends after `awake` naps."""

    def __init__(self, awake: int = 10_000) -> None:
        self.seconds = 0.0
        self.naps: list[float] = []
        self._awake = awake

    def monotonic(self) -> float:
        return self.seconds

    async def sleep(self, seconds: float) -> None:
        if len(self.naps) == self._awake:
            raise Killed
        self.naps.append(seconds)
        self.seconds += seconds
        await asyncio.sleep(0)


class Forgetful(Rehearsals):
    """Is killed after so many events, just before it writes down the last one."""

    def __init__(self, connection: Connection, awake: int) -> None:
        super().__init__(connection)
        self._left = awake

    def move(self, night: str, place: Place) -> None:
        self._left -= 1
        if self._left < 0:
            raise Killed
        super().move(night, place)


@pytest.fixture(scope="module")
def night(catalogue: Catalogue) -> Night:
    """A few seats of the night as it was entered, slips and all."""
    whole = as_entered(catalogue, date(2024, 7, 4))
    return Night("a-few", tuple(one for one in whole.events if one.report.constituency in SEATS))


def replay(
    night: Night,
    catalogue: Catalogue,
    rehearsals: Rehearsals,
    journal: Journal,
    time: Time | None = None,
) -> Replay:
    time = time or Time()
    clock = NightClock(resumes_at(night, rehearsals), SPEED, time.monotonic)
    desk = Desk(catalogue, journal, clock.now)
    return Replay(night, rehearsals, desk, clock, time.sleep)


@pytest.fixture
def rehearsals(connection: Connection) -> Rehearsals:
    return Rehearsals(connection)


def told(journal: Journal) -> list[Told]:
    return [
        (one.contest, one.version, str(one.kind), one.result) for one in journal.since(0, 10_000)
    ]


async def test_a_night_takes_as_long_as_it_did_divided_by_the_speed(
    night: Night, catalogue: Catalogue, rehearsals: Rehearsals, journal: Journal
) -> None:
    time = Time()
    await replay(night, catalogue, rehearsals, journal, time).run()
    moments = [one.moment for one in night.events]
    waits = [(later - one) / timedelta(seconds=SPEED) for one, later in pairwise(moments)]
    assert time.naps == pytest.approx([0, *waits])


async def test_what_is_played_is_recorded_at_the_time_of_the_night(
    night: Night, catalogue: Catalogue, rehearsals: Rehearsals, journal: Journal
) -> None:
    due: dict[str, list[Event]] = {}

    def hear(event: Event, answer: Answer) -> None:
        due.setdefault(answer.outcome, []).append(event)

    await replay(night, catalogue, rehearsals, journal).run(hear)
    assert {str(outcome): len(events) for outcome, events in due.items()} == {
        "accepted": 5,
        "refused": 6,
        "corrected": 2,
    }
    journalled = sorted(due["accepted"] + due["corrected"], key=lambda one: one.moment)
    for entry, event in zip(journal.since(0), journalled, strict=True):
        assert entry.source == SOURCE
        assert abs(entry.recorded_at - event.moment) < timedelta(milliseconds=1)


async def test_a_replay_says_how_far_it_is(
    night: Night, catalogue: Catalogue, rehearsals: Rehearsals, journal: Journal
) -> None:
    one = replay(night, catalogue, rehearsals, journal)
    assert (one.position, one.total, one.over) == (0, 13, False)
    assert one.clock.now() == night.events[0].moment
    seen: list[int] = []
    await one.run(lambda event, answer: seen.append(one.position))
    assert seen == list(range(1, 14))
    assert (one.position, one.over) == (13, True)


async def test_a_night_that_is_over_stays_over(
    night: Night, catalogue: Catalogue, rehearsals: Rehearsals, journal: Journal
) -> None:
    await replay(night, catalogue, rehearsals, journal).run()
    before, refused = told(journal), journal.refused()
    again = replay(night, catalogue, rehearsals, journal)
    assert again.over
    await again.run()
    assert told(journal) == before
    assert journal.refused() == refused
    assert again.clock.now() == night.events[-1].moment


@contextmanager
def process(path: Path) -> Iterator[Connection]:
    """What a process has of a state, until it ends."""
    opened = open_state(f"sqlite:///{path}")
    try:
        yield opened
    finally:
        opened.close()


def play(
    night: Night, catalogue: Catalogue, path: Path, awake: int, *, in_flight: bool
) -> list[Told]:
    """One process, killed after so many events: between two, or within the last of them."""
    with process(path) as connection:
        rehearsals: Rehearsals = Rehearsals(connection)
        time = Time(awake)
        if in_flight:
            rehearsals, time = Forgetful(connection, awake), Time()
        one = replay(night, catalogue, rehearsals, Journal(connection), time)
        try:
            asyncio.run(one.run())
        except Killed:
            assert not one.over
        return told(Journal(connection))


@pytest.fixture(scope="module")
def uncut(
    night: Night, catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory
) -> list[Told]:
    path = tmp_path_factory.mktemp("uncut") / "state.db"
    return play(night, catalogue, path, 100, in_flight=False)


def test_a_night_that_is_not_cut_corrects_two_results(uncut: list[Told]) -> None:
    assert [kind for *_, kind, _ in uncut].count("corrected") == 2


@pytest.mark.parametrize(
    "cut", [(awake, in_flight) for awake in range(13) for in_flight in (False, True)], ids=str
)
def test_wherever_a_night_is_cut_it_goes_on_as_if_it_was_not(
    night: Night, catalogue: Catalogue, tmp_path: Path, uncut: list[Told], cut: tuple[int, bool]
) -> None:
    awake, in_flight = cut
    path = tmp_path / "state.db"
    half = play(night, catalogue, path, awake, in_flight=in_flight)
    assert half == uncut[: len(half)]
    assert play(night, catalogue, path, 100, in_flight=False) == uncut


@settings(max_examples=15, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 4), st.booleans()), max_size=6))
def test_however_often_a_night_is_cut_it_goes_on_as_if_it_was_not(
    night: Night,
    catalogue: Catalogue,
    tmp_path_factory: pytest.TempPathFactory,
    uncut: list[Told],
    cuts: list[tuple[int, bool]],
) -> None:
    path = tmp_path_factory.mktemp("cut") / "state.db"
    for awake, in_flight in cuts:
        play(night, catalogue, path, awake, in_flight=in_flight)
    assert play(night, catalogue, path, 100, in_flight=False) == uncut


async def test_the_clock_goes_on_at_the_last_event_that_was_played(
    night: Night, catalogue: Catalogue, rehearsals: Rehearsals, journal: Journal
) -> None:
    with pytest.raises(Killed):
        await replay(night, catalogue, rehearsals, journal, Time(5)).run()
    time = Time()
    again = replay(night, catalogue, rehearsals, journal, time)
    assert again.position == 5
    assert again.clock.now() == night.events[4].moment
    await again.run()
    first = (night.events[5].moment - night.events[4].moment) / timedelta(seconds=SPEED)
    assert time.naps[0] == pytest.approx(first)


async def test_only_what_was_in_flight_comes_twice(
    night: Night, catalogue: Catalogue, connection: Connection, journal: Journal
) -> None:
    with pytest.raises(Killed):
        await replay(night, catalogue, Forgetful(connection, 0), journal).run()
    answers: list[str] = []
    await replay(night, catalogue, Rehearsals(connection), journal).run(
        lambda event, answer: answers.append(answer.outcome)
    )
    assert (len(answers), answers[0]) == (13, "unchanged")
    assert "unchanged" not in answers[1:]


async def test_a_replay_that_is_cancelled_can_go_on(
    night: Night, catalogue: Catalogue, rehearsals: Rehearsals, journal: Journal, uncut: list[Told]
) -> None:
    """In real time the first event is due at once, and the second in a quarter of an hour."""
    slow = Replay.open(night, catalogue, journal, rehearsals, speed=1)
    begun = asyncio.Event()
    playing = asyncio.create_task(slow.run(lambda event, answer: begun.set()))
    await begun.wait()
    playing.cancel()
    with pytest.raises(asyncio.CancelledError):
        await playing
    assert slow.position == 1
    await replay(night, catalogue, rehearsals, journal).run()
    assert told(journal) == uncut


async def test_others_get_a_turn_between_events_that_are_due_at_once(
    catalogue: Catalogue, rehearsals: Rehearsals, journal: Journal
) -> None:
    night = as_declared(catalogue, date(2023, 7, 20))
    assert len({one.moment for one in night.events}) == 1
    one = Replay.open(night, catalogue, journal, rehearsals, SPEED)
    playing = asyncio.create_task(one.run())
    seen = []
    while not playing.done():
        seen.append(one.position)
        await asyncio.sleep(0)
    assert set(seen) >= {0, 1, 2}
    assert len(told(journal)) == 3


async def test_two_that_play_one_night_stop_instead_of_correcting_each_other(
    night: Night, catalogue: Catalogue, rehearsals: Rehearsals, journal: Journal, uncut: list[Told]
) -> None:
    late = replay(night, catalogue, rehearsals, journal)
    await replay(night, catalogue, rehearsals, journal).run()
    with pytest.raises(StateError, match="Another process is replaying the night a-few"):
        await late.run()
    assert told(journal) == uncut


async def test_two_nights_in_one_state_do_not_mix(
    night: Night, catalogue: Catalogue, rehearsals: Rehearsals, journal: Journal
) -> None:
    await replay(night, catalogue, rehearsals, journal).run()
    other = replay(as_declared(catalogue, date(2023, 7, 20)), catalogue, rehearsals, journal)
    assert other.position == 0


def test_a_night_is_not_opened_at_a_speed_that_there_is_not(
    night: Night, catalogue: Catalogue, rehearsals: Rehearsals, journal: Journal
) -> None:
    with pytest.raises(TellerError, match="No night can be replayed at the speed 0"):
        Replay.open(night, catalogue, journal, rehearsals, 0)


def test_every_night_has_a_state_of_its_own(catalogue: Catalogue, tmp_path: Path) -> None:
    day = date(2024, 7, 4)
    paths = [state_path(tmp_path, one(catalogue, day).name) for one in (as_declared, as_entered)]
    assert paths == [
        tmp_path / "replay" / "2024-07-04.db",
        tmp_path / "replay" / "2024-07-04-as-entered.db",
    ]


def test_a_state_that_is_forgotten_begins_anew(
    night: Night, catalogue: Catalogue, tmp_path: Path, uncut: list[Told]
) -> None:
    path = state_path(tmp_path, night.name)
    other = state_path(tmp_path, f"{night.name}-too")
    forget(path)
    for one in (path, other):
        play(night, catalogue, one, 100, in_flight=False)
    forget(path)
    assert sorted(file.name for file in path.parent.iterdir()) == [other.name]
    assert play(night, catalogue, path, 2, in_flight=False) == uncut[:1]


def test_a_state_is_forgotten_with_the_log_of_a_process_that_was_killed(
    night: Night, catalogue: Catalogue, tmp_path: Path, uncut: list[Told]
) -> None:
    path = state_path(tmp_path, night.name)
    with process(path) as killed:
        Rehearsals(killed).move(night.name, Place(1, night.events[0].moment))
        assert len(list(path.parent.iterdir())) == 3
        forget(path)
        assert list(path.parent.iterdir()) == []
    assert play(night, catalogue, path, 100, in_flight=False) == uncut


def test_a_log_that_has_lost_its_file_is_not_read(
    night: Night, catalogue: Catalogue, tmp_path: Path, uncut: list[Told]
) -> None:
    """Forgetting may itself be cut off after the file was deleted."""
    path = state_path(tmp_path, night.name)
    with process(path) as killed:
        Rehearsals(killed).move(night.name, Place(1, night.events[0].moment))
        path.unlink()
        assert path.with_name(f"{path.name}-wal").stat().st_size > 0
        killed.execute("PRAGMA wal_checkpoint(PASSIVE)")
        left = {file: file.read_bytes() for file in path.parent.iterdir()}
    for file, content in left.items():
        file.write_bytes(content)
    assert play(night, catalogue, path, 100, in_flight=False) == uncut


def test_a_state_that_cannot_be_forgotten_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a-few.db"
    path.mkdir()
    with pytest.raises(StateError, match=rf"The state {path} cannot be deleted: "):
        forget(path)
