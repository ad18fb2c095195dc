"""A night in which Teller is killed again and again: `make soak`.

A feed declares, many channels listen, Discord answers late, wrongly or not at all. Afterwards every
channel must have heard everything it wanted, exactly once and in order.
"""

import argparse
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bot import config
from bot.app import Teller, open_teller
from bot.declarations.state import url_of
from tests.discord_server.client import DiscordServer
from tests.soak.audience import Heard, Listener, expected, heard, subscribe, whole_night
from tests.soak.feed import lines
from tests.soak.running import Running, environment

_GUILDS = 8  # a server can have 50 subscriptions, and some channels have two
# Chance of each that a message meets it; what is lost was posted, only the answer never came.
_FAULTS = {"500": 0.01, "502": 0.01, "503": 0.02, "429": 0.01, "drop": 0.02, "lost": 0.03}


@dataclass(frozen=True, slots=True)
class Plan:
    """`seconds` is how long the feed takes; `patience` how long the last may take after it."""

    channels: int
    contests: int
    seconds: float
    kills: int
    patience: float
    seed: int = 2019


@dataclass(frozen=True, slots=True)
class Outcome:
    """`wrong` are the channels that heard something else than they wanted, with both."""

    wrong: Mapping[int, tuple[list[Heard], list[Heard]]]
    channels: int
    heard: int
    messages: int
    resent: int
    kills: int
    faults: int


def play(plan: Plan, home: Path, folder: Path) -> Outcome:
    """`home` may hold a catalogue already; state and log go to `folder`, which is new."""
    with DiscordServer() as server:
        guilds = server.arrange_guilds(_GUILDS, -(-plan.channels // _GUILDS))
        channels = [(channel, guild) for guild, here in guilds.items() for channel in here]
        _make_trouble(server, plan.seed)
        settings = environment(home, url_of(folder / "state.db"), server.api)
        teller = open_teller(config.load(settings, None))
        listeners = subscribe(teller.subscriptions, channels[: plan.channels])
        feed = lines(teller.catalogue, plan.contests)
        with Running(settings, folder / "log") as running, _feeding(feed, settings, plan):
            _kill_again_and_again(running, plan)
        faults = server.faults_hit()
        server.clear_faults()
        with Running(settings, folder / "log"):
            _wait_for_all(server, listeners, teller, len(feed), plan.patience)
        return _outcome(server, listeners, teller, plan, faults)


def _make_trouble(server: DiscordServer, seed: int) -> None:
    for number, (kind, probability) in enumerate(_FAULTS.items()):
        server.fault(kind, probability=probability, seed=seed + number, retry_after=0.5)
    server.fault("delay", probability=0.1, seed=seed, seconds=0.3)


@contextmanager
def _feeding(feed: Sequence[str], settings: Mapping[str, str], plan: Plan) -> Iterator[None]:
    """`teller declare -`, which another process journals with while Teller runs."""
    command = [sys.executable, "-m", "bot", "declare", "-"]
    with subprocess.Popen(
        command, env=dict(settings), stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True
    ) as declaring:
        telling = threading.Thread(target=_tell, args=(declaring, feed, plan.seconds))
        telling.start()
        try:
            yield
        finally:
            telling.join()


def _tell(declaring: "subprocess.Popen[str]", feed: Sequence[str], seconds: float) -> None:
    assert declaring.stdin
    with declaring.stdin as pipe:
        for line in feed:
            pipe.write(f"{line}\n")
            pipe.flush()
            time.sleep(seconds / len(feed))


def _kill_again_and_again(running: Running, plan: Plan) -> None:
    """At random moments, some of them before Teller is in Discord again."""
    chance = random.Random(plan.seed)  # noqa: S311 (no secret)
    for _ in range(plan.kills):
        time.sleep(chance.uniform(0.2, 1.8) * plan.seconds / plan.kills)
        running.kill()
        running.start()


def _wait_for_all(
    server: DiscordServer,
    listeners: Sequence[Listener],
    teller: Teller,
    entries: int,
    patience: float,
) -> None:
    """Until as much was heard as should be, and a little longer, for whatever is too much."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        night = whole_night(teller.catalogue, teller.journal)
        wanted = sum(len(expected(one, night, teller.catalogue)) for one in listeners)
        if len(night) == entries and len(heard(server.messages())) >= wanted:
            break
        time.sleep(1)
    time.sleep(3)


def _outcome(
    server: DiscordServer, listeners: Sequence[Listener], teller: Teller, plan: Plan, faults: int
) -> Outcome:
    night = whole_night(teller.catalogue, teller.journal)
    messages = server.messages()
    by_channel: dict[int, list[Heard]] = {one.channel: [] for one in listeners}
    for message in messages:
        by_channel[message.channel] += heard([message])
    both = {
        one.channel: (by_channel[one.channel], expected(one, night, teller.catalogue))
        for one in listeners
    }
    return Outcome(
        wrong={channel: pair for channel, pair in both.items() if pair[0] != pair[1]},
        channels=len(listeners),
        heard=sum(len(told) for told, _ in both.values()),
        messages=len(messages),
        resent=sum(message.resent for message in messages),
        kills=plan.kills,
        faults=faults,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--channels", type=int, default=200)
    parser.add_argument("--contests", type=int, default=650)
    parser.add_argument("--seconds", type=float, default=180)
    parser.add_argument("--kills", type=int, default=25)
    parser.add_argument("--seed", type=int, default=2019)
    given = parser.parse_args()
    plan = Plan(given.channels, given.contests, given.seconds, given.kills, 300, given.seed)
    with tempfile.TemporaryDirectory() as home:
        outcome = play(plan, Path(home), Path(home))
    for channel, (told, wanted) in outcome.wrong.items():
        print(f"Channel {channel}: heard {len(told)}, wanted {len(wanted)}")  # noqa: T201
    print(  # noqa: T201
        f"{outcome.channels} channels heard {outcome.heard:,} declarations, corrections and "
        f"withdrawals in {outcome.messages:,} messages; {outcome.kills} times killed, "
        f"{outcome.faults} faults, {outcome.resent} messages sent again and not repeated; "
        f"{len(outcome.wrong)} channels wrong."
    )
    sys.exit(bool(outcome.wrong))


if __name__ == "__main__":
    main()
