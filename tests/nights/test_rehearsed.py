"""Whole nights from each feed's own format to Discord's channels."""

import sys
import time
from collections import Counter
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from bot.catalogue.catalogue import Catalogue
from bot.declarations.declaration import EntryKind
from bot.declarations.disagreements import Disagreements
from bot.declarations.feeds.tape import Round, read_recording
from bot.declarations.journal import Journal
from bot.declarations.rehearsals import state_path
from bot.declarations.state import open_state, url_of
from bot.declarations.subscription import EVERYTHING, Address, Wish
from bot.declarations.subscriptions import Subscriptions
from tests.declarations.making import NOW
from tests.discord_server.client import DiscordServer
from tests.nights import rounds
from tests.nights.changes import as_declared, as_entered, contests
from tests.nights.listening import Telling, tellings
from tests.soak.running import Running, environment

OF_2019, OF_2024 = date(2019, 12, 12), date(2024, 7, 4)
SEATS_2019 = {"conservative": 365, "labour": 202, "liberal-democrat": 11, "green": 1}
SEATS_2019 |= {"scottish-national-party": 48, "plaid-cymru": 4, "speaker": 1}
SEATS_2019 |= {"democratic-unionist-party": 8, "sinn-fein": 7}
SEATS_2019 |= {"social-democratic-and-labour-party": 2, "alliance": 1}
TELLER = str(Path(sys.executable).with_name("teller"))
SPEED = "200000"
PATIENCE = 50.0  # seconds, on a busy machine

pytestmark = pytest.mark.timeout(150)


@dataclass(frozen=True, slots=True)
class Night:
    """What two channels heard, of which the second asked for names before the votes, too; and the
    parties that hold the seats declared, by the journal."""

    results: list[Telling]
    with_names: list[Telling]
    seats: Counter[str]
    corrected: list[str]
    disagreed: set[str]
    log: str


def rehearsed(home: Path, recorded: Iterable[Round], settled: int, **settings: str) -> Night:
    """`settled` is how many contests will stand declared."""
    recording = rounds.write_recording(home / "night.jsonl", recorded)
    state = state_path(home, f"recorded-{read_recording(recording).name}")
    with DiscordServer() as server, closing(open_state(url_of(state))) as connection:
        [(guild, [plain, named, *_]), *_] = server.guilds().items()
        subscriptions, journal = Subscriptions(connection), Journal(connection)
        subscriptions.add(Address(plain, guild), 1, Wish(EVERYTHING), NOW)
        subscriptions.add(Address(named, guild), 1, Wish(EVERYTHING, named=True), NOW)
        told = environment(home, url_of(home / "state.db"), server.api) | settings
        command = (TELLER, "rehearse", str(recording), "--speed", SPEED)
        with Running(told, home / "log", *command) as running:
            _wait_for_all(journal, subscriptions, (plain, named), settled)
            assert running.stop() == 0
        standing = [one.result for one in journal.standing() if one.result]
        entries = journal.since(0, 100_000)
        return Night(
            tellings(server.messages(plain)),
            tellings(server.messages(named)),
            Counter(one.candidates[0].party_id for one in standing),
            [one.contest.code for one in entries if one.kind is EntryKind.CORRECTED],
            {one.contest.code for one in Disagreements(connection).all()},
            (home / "log").read_text(),
        )


def _wait_for_all(
    journal: Journal, subscriptions: Subscriptions, channels: tuple[int, ...], settled: int
) -> None:
    """Until so many contests are declared and told, and a little longer for what is too much."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        standings = [subscriptions.standing(one) for one in channels]
        waiting = sum(one.waiting for one in standings if one)
        if len(journal.standing()) >= settled and not waiting:
            break
        time.sleep(0.5)
    time.sleep(1.0)


def winners(catalogue: Catalogue, day: date) -> dict[str, str]:
    """Who really won, by the seat's name."""
    return {one.constituency.name: one.winner.standing_as for one in contests(catalogue, day)}


def falsehoods(told: Iterable[Telling], truth: dict[str, str]) -> list[Telling]:
    """Results in which anybody else is said to have won."""
    return [
        one
        for one in told
        if one.kind in ("result", "correction") and truth[one.seat] not in one.said
    ]


@pytest.fixture(scope="module")
def typed_in_2024(catalogue: Catalogue) -> list[Round]:
    """What Democracy Club's site would have answered all night."""
    return list(rounds.of_democracy_club(catalogue, OF_2024, as_entered(catalogue, OF_2024)))


def test_2019_from_democracy_club(home: Path, catalogue: Catalogue) -> None:
    night = as_declared(catalogue, OF_2019)
    heard = rehearsed(home, rounds.of_democracy_club(catalogue, OF_2019, night), 650)

    assert heard.seats == SEATS_2019
    assert Counter(one.seat for one in heard.results) == Counter(winners(catalogue, OF_2019).keys())
    assert {one.kind for one in heard.results} == {"result"}
    assert falsehoods(heard.results, winners(catalogue, OF_2019)) == []
    assert "ERROR" not in heard.log


def test_2019_from_pa_media_in_the_order_of_the_night(home: Path, catalogue: Catalogue) -> None:
    night = as_declared(catalogue, OF_2019)
    heard = rehearsed(home, rounds.of_pa(catalogue, OF_2019, night), 650)

    assert heard.seats == SEATS_2019
    assert [one.seat for one in heard.results] == [one.contest.constituency.name for one in night]
    assert [one.seat for one in heard.with_names] == [one.seat for one in heard.results]
    assert falsehoods(heard.results, winners(catalogue, OF_2019)) == []
    assert "ERROR" not in heard.log


def test_2024_as_volunteers_typed_it(
    home: Path, catalogue: Catalogue, typed_in_2024: list[Round]
) -> None:
    """Partial ballots, wrong winners and one wrong result that stood for hours among them."""
    night = as_entered(catalogue, OF_2024)
    truth = winners(catalogue, OF_2024)
    heard = rehearsed(home, typed_in_2024, 647)

    assert sum(heard.seats.values()) == 647  # of three the votes were never all typed
    assert falsehoods(heard.results, truth) == []
    typed = {one.contest.constituency.name for one in night if one.is_whole}
    assert {one.seat for one in heard.results} == typed
    named = [one for one in heard.with_names if one.kind == "named"]
    assert len(named) > 500
    assert all("votes to come" in one.said or "no longer named" in one.said for one in named)
    assert falsehoods(heard.with_names, truth) == []
    assert "ERROR" not in heard.log


def test_2024_from_two_feeds_that_disagree(
    home: Path, catalogue: Catalogue, typed_in_2024: list[Round]
) -> None:
    """PA Media comes first in trust, and Democracy Club is there before it with many seats."""
    truth, night = winners(catalogue, OF_2024), as_entered(catalogue, OF_2024)
    filed = rounds.of_pa(catalogue, OF_2024, as_declared(catalogue, OF_2024))
    feeds = "pa:/srv/pa,democracyclub:parl.2024-07-04"
    heard = rehearsed(home, [*typed_in_2024, *filed], 650, TELLER_FEEDS=feeds)

    assert heard.seats["labour"] == 411
    assert heard.seats["conservative"] == 121
    assert heard.seats["liberal-democrat"] == 72
    assert sum(heard.seats.values()) == 650
    assert falsehoods(heard.results, truth) == []
    assert heard.corrected == []
    last = {one.contest.id.code: one for one in night if one.is_whole}
    wrong = {
        code
        for code, one in last.items()
        if one.votes != tuple(candidate.votes for candidate in one.contest.candidacies)
    }
    assert heard.disagreed >= wrong
    assert len(wrong) > 20
    assert "ERROR" not in heard.log
