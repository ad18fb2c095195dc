"""`teller replay`: a past night in a terminal, and in a Discord of its own."""

import asyncio
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path

import pytest

from bot import config
from bot.app import Programme, open_rehearsal, open_teller
from bot.catalogue.catalogue import Catalogue
from bot.declarations.ledger import Ledger
from bot.declarations.night import Night, as_declared, as_entered
from bot.declarations.rehearsals import state_path
from bot.declarations.state import open_state, url_of
from bot.declarations.subscription import EVERYTHING, Address, Wish
from bot.declarations.subscriptions import Subscriptions
from bot.rehearsal import AUDIENCE, TERMINAL
from tests.declarations.making import NOW
from tests.discord_server.client import DiscordServer
from tests.soak.audience import heard
from tests.soak.running import Running, environment

TELLER = str(Path(sys.executable).with_name("teller"))
PATIENCE, SOON = 50, 5  # seconds, on a busy machine
# The 15 hours of a night in less than a second, in 7 seconds, and in 15 hours.
FAST, BRISK, SLOW = ("--speed", "100000"), ("--speed", "8000"), ("--speed", "1")
OF_2019, OF_2024 = date(2019, 12, 12), date(2024, 7, 4)
BY_ELECTIONS = "2026-06-18"
IN_FULL = 3  # declarations at most that a terminal shows with all their figures

Run = Callable[..., subprocess.CompletedProcess[str]]

pytestmark = pytest.mark.timeout(120)


@pytest.fixture(scope="module")
def prepared(catalogue_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with everything that no command should have to build."""
    home = tmp_path_factory.mktemp("prepared")
    for name in ("catalogue.db", "catalogue.sha256"):
        shutil.copy(catalogue_path.parent / name, home)
    with closing(open_teller(config.load({"TELLER_HOME": str(home)}, None)).catalogue):
        return home


@pytest.fixture
def home(prepared: Path, tmp_path: Path) -> Path:
    """One of the test's own, in which nothing was ever played."""
    for name in ("catalogue.db", "catalogue.sha256", "names.index"):
        os.link(prepared / name, tmp_path / name)
    return tmp_path


@pytest.fixture
def run(home: Path) -> Run:
    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [TELLER, *arguments],
            env={**os.environ, "TELLER_HOME": str(home)},
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )

    return run


@contextmanager
def playing(home: Path, *arguments: str) -> Iterator["subprocess.Popen[str]"]:
    """Killed at the end, if it still goes on."""
    with subprocess.Popen(
        [TELLER, "replay", *arguments],
        env={**os.environ, "TELLER_HOME": str(home)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def order(catalogue: Catalogue, night: Night) -> list[str]:
    """The seats by name, as they come in."""
    seats = catalogue.seats.by_code
    return [seats[event.report.constituency].name for event in night.events]


@pytest.fixture(scope="module")
def of_2019(catalogue: Catalogue) -> list[str]:
    return order(catalogue, as_declared(catalogue, OF_2019))


def seats(said: str, night: Sequence[str]) -> list[str]:
    """Of which of the night's seats something was said, from top to bottom."""
    begun = [line.partition(": ")[0] for line in said.splitlines()]
    return [one for one in begun if one in set(night)]


def told(done: "subprocess.CompletedProcess[str]") -> str:
    assert done.stderr == ""
    assert done.returncode == 0
    return done.stdout


def refusal(done: "subprocess.CompletedProcess[str]") -> str:
    assert done.returncode == 1
    assert done.stdout == ""
    [said] = done.stderr.splitlines()
    return said


def test_a_whole_night_is_told_in_order_and_then_it_is_over(run: Run, of_2019: list[str]) -> None:
    said = told(run("replay", "2019-12-12", *FAST))

    assert len(of_2019) == 650
    assert seats(said, of_2019) == of_2019
    *_, footer, summary = said.split("\n\n")
    assert "650 of 650 declared · general election, 12 December 2019" in footer
    assert summary == "Played to the end: 650 reports (650 accepted); --fresh begins anew.\n"
    again = told(run("replay", "2019-12-12", *FAST))
    assert again == "Played to the end: 650 reports; --fresh begins anew.\n"


def cut(home: Path, after: int, how: signal.Signals, night: Sequence[str]) -> str:
    """What is said until the process is ended, some time after it told of so many seats."""
    with playing(home, "2019-12-12", *BRISK) as process:
        assert process.stdout is not None
        said = ""
        while len(seats(said, night)) < after:
            said += process.stdout.readline()
            assert process.poll() is None
        process.send_signal(how)
        said += process.stdout.read()
        assert process.stderr is not None
        assert process.stderr.read() == ""
        assert process.wait() == (-how if how is signal.SIGKILL else 0)
    return said


def followed(before: list[str], said: str, night: Sequence[str]) -> list[str]:
    """Only the message that was being printed when it was killed may come twice."""
    now = seats(said, night)
    again = [one for one in now if one in set(before)]
    first = seats(said.partition("\n\n")[0], night)
    assert len(again) <= max(len(first), IN_FULL)
    return [*before[: len(before) - len(again)], *now]


def test_whenever_it_is_ended_it_goes_on_from_there(
    run: Run, home: Path, of_2019: list[str]
) -> None:
    heard: list[str] = []
    for after, how in ((40, signal.SIGKILL), (100, signal.SIGINT), (60, signal.SIGKILL)):
        heard = followed(heard, cut(home, after, how, of_2019), of_2019)
    assert len(heard) < len(of_2019)
    assert followed(heard, told(run("replay", "2019-12-12", *FAST)), of_2019) == of_2019


def test_however_much_waits_it_is_all_told(run: Run, home: Path, of_2019: list[str]) -> None:
    """As when it was killed while a message took long, and the night went on meanwhile."""
    settings = config.load({"TELLER_HOME": str(home)}, None)
    rehearsal = open_rehearsal(settings, Programme(OF_2019, 1e9, fresh=False, as_entered=False))
    teller = rehearsal.teller
    teller.subscriptions.add(TERMINAL, 0, AUDIENCE, NOW)
    asyncio.run(rehearsal.replay.run())
    teller.alone.release()
    with closing(Ledger(open_state(teller.settings.state_url))) as ledger:
        for entry in teller.journal.since(0):
            ledger.note(teller.newsroom.subjects(entry))

    assert seats(told(run("replay", "2019-12-12", *FAST)), of_2019) == of_2019


def test_a_day_of_by_elections_can_be_played_and_played_anew(run: Run) -> None:
    said = told(run("replay", BY_ELECTIONS, *FAST))

    titles = [
        "Aberdeen South: Conservative gain from Scottish National Party",
        "Arbroath and Broughty Ferry: Scottish National Party hold",
        "Makerfield: Labour hold",
    ]
    assert [line for line in said.splitlines() if line in titles] == titles
    assert "3 of 3 declared · by-election, 18 June 2026 · Source: a rehearsal, not live" in said
    assert told(run("replay", BY_ELECTIONS, *FAST, "--fresh")) == said


def test_what_is_played_is_nothing_to_the_live_teller(run: Run, home: Path) -> None:
    run("replay", BY_ELECTIONS, *FAST)

    declared = told(run("ask", "/declared"))

    assert "Nothing is being declared at the moment." in declared
    assert "rehearsal" not in declared
    with closing(open_state(url_of(home / "state.db"))) as live:
        assert live.execute("SELECT count(*) FROM journal").fetchone()[0] == 0
        assert live.execute("SELECT count(*) FROM channel").fetchone()[0] == 0


def test_a_second_one_at_the_same_time_is_refused(run: Run, home: Path, of_2019: list[str]) -> None:
    with playing(home, "2019-12-12", *SLOW) as first:
        assert first.stdout is not None
        said = first.stdout.readline()

        refused = {refusal(run("replay", "2019-12-12", *more)) for more in (FAST, ("--fresh",))}

        first.send_signal(signal.SIGINT)
        said += first.stdout.read()
        assert first.wait() == 0
    assert refused == {"That night is being replayed by another process: stop it first."}
    assert seats(said, of_2019) == of_2019[:1]
    assert said.split("\n\n")[-1] == (
        "Stopped after 1: 650 reports (1 accepted); the same command goes on from here.\n"
    )


def test_of_two_that_begin_at_once_one_is_refused(home: Path) -> None:
    with playing(home, "2019-12-12", *SLOW) as one, playing(home, "2019-12-12", *SLOW) as other:
        assert one.stdout is not None
        assert other.stdout is not None
        end = time.monotonic() + PATIENCE
        while one.poll() is None and other.poll() is None and time.monotonic() < end:
            time.sleep(0.05)
        refused, goes_on = (one, other) if one.poll() is not None else (other, one)

        assert refused.wait(SOON) == 1
        assert refused.stderr is not None
        assert "another process" in refused.stderr.read().lower()
        assert goes_on.poll() is None


def test_another_night_can_be_played_at_the_same_time(run: Run, home: Path) -> None:
    with playing(home, "2019-12-12", *SLOW):
        assert "Played to the end" in told(run("replay", BY_ELECTIONS, *FAST))


def test_as_it_was_entered_nothing_partial_is_told(run: Run, catalogue: Catalogue) -> None:
    typed = order(catalogue, as_entered(catalogue, OF_2024))

    said = told(run("replay", "2024-07-04", "--as-entered", *FAST))

    found = seats(said, typed)
    assert (len(set(typed)), len(found), len(set(found))) == (650, 629, 629)
    assert {line for line in said.splitlines() if line.startswith("Correction: ")} == {
        "Correction: Stroud",
        "Correction: Mid Buckinghamshire",
    }
    *_, footer, summary = said.split("\n\n")
    assert "629 of 650 declared" in footer
    assert summary == (
        "Played to the end: 1248 reports (629 accepted, 2 corrected, 617 refused); "
        "--fresh begins anew.\n"
    )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("2018-01-01",), "Teller has no result of 2018-01-01 to replay: it has the general"),
        (("tomorrow",), "tomorrow is no day: write it like 2029-05-03."),
        (("2019-12-12", "--as-entered"), "What was typed on the night of 2019-12-12 was not"),
        *(
            (("2019-12-12", "--speed", speed), f"No night can be replayed at the speed {speed}: ")
            for speed in ("0", "nan", "-1")
        ),
    ],
)
def test_what_cannot_be_played_is_said_in_one_line(
    run: Run, arguments: tuple[str, ...], said: str
) -> None:
    assert refusal(run("replay", *arguments)).startswith(said)


def test_a_reader_that_goes_away_is_no_error(home: Path) -> None:
    with playing(home, "2019-12-12", *FAST) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == ""
        assert process.wait(PATIENCE) == 0


def test_what_nobody_read_any_more_is_told_the_next_time(home: Path, of_2019: list[str]) -> None:
    # Slow enough for the pipe to be closed before the second declaration, two minutes later.
    with playing(home, "2019-12-12", "--speed", "60") as process:
        assert process.stdout is not None
        message = "".join(iter(process.stdout.readline, "\n"))
        process.stdout.close()
        process.wait(PATIENCE)
    assert seats(message, of_2019) == of_2019[:1]
    with playing(home, "2019-12-12", *FAST) as process:
        assert process.stdout is not None
        assert process.stdout.readline().startswith(of_2019[1])


def test_in_discord_a_channel_that_subscribed_is_told_the_same(
    home: Path, tmp_path: Path, of_2019: list[str]
) -> None:
    path = state_path(home, "2019-12-12")
    with DiscordServer() as server:
        [(guild, [channel, *_]), *_] = server.guilds().items()
        with closing(open_state(url_of(path))) as state:
            Subscriptions(state).add(Address(channel, guild), 1, Wish(EVERYTHING), NOW)
        settings = environment(home, url_of(home / "state.db"), server.api)
        command = (TELLER, "replay", "2019-12-12", *FAST)
        with Running(settings, tmp_path / "log", *command) as running:
            end = time.monotonic() + PATIENCE
            while len(heard(server.messages(channel))) < 650 and time.monotonic() < end:
                time.sleep(0.1)
            server.wait_for_bot()
            declared = server.answer(server.command("declared", channel=server.channels()[1]))
            assert running.stop() == 0
        messages = server.messages(channel)
    assert [seat for _, seat in heard(messages)] == of_2019
    assert declared is not None
    assert "This is a past night, declared over again." in str(declared.message)
    assert "ERROR" not in (tmp_path / "log").read_text()
