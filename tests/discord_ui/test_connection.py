"""Coming in and going out, against a small Discord of our own on this machine."""

import os
import signal
import socket
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from discord.gateway import DiscordWebSocket
from discord.http import Route

from bot.answers.service import Answers
from bot.app import Teller
from bot.discord_ui.client import TellerBot
from bot.discord_ui.connection import run
from bot.errors import DiscordUnavailable
from tests.discord_ui.fake_discord import FakeDiscord, fake_discord

TOKEN = "not.a.token"


@pytest.fixture(autouse=True)
def _discord_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Route, "BASE", Route.BASE)
    monkeypatch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", DiscordWebSocket.DEFAULT_GATEWAY)


@pytest.fixture
def bot(answers: Answers, tmp_path: Path) -> TellerBot:
    return TellerBot(answers, tmp_path, "0.0")


def test_a_wrong_token_is_one_clear_sentence_without_the_token(bot: TellerBot) -> None:
    with fake_discord(status=401) as discord, pytest.raises(DiscordUnavailable) as told:
        run(bot, TOKEN, discord.api)

    assert "DISCORD_TOKEN" in str(told.value)
    assert TOKEN not in str(told.value)


def test_a_refusal_is_one_clear_sentence(bot: TellerBot) -> None:
    with fake_discord(status=403) as discord, pytest.raises(DiscordUnavailable) as told:
        run(bot, TOKEN, discord.api)

    assert "refused" in str(told.value)


def test_no_network_is_one_clear_sentence(bot: TellerBot) -> None:
    with pytest.raises(DiscordUnavailable) as told:
        run(bot, TOKEN, f"http://127.0.0.1:{_closed_port()}/api/v10")

    assert "could not be reached" in str(told.value)
    assert TOKEN not in str(told.value)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_it_without_complaint(bot: TellerBot, number: signal.Signals) -> None:
    with fake_discord() as discord:
        threading.Thread(target=_signal_when_in, args=(discord, number)).start()
        run(bot, TOKEN, discord.api)

        assert bot.is_closed()
        assert "PUT /applications/2/commands" in discord.asked


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_running_teller_ends_with_status_0(teller: Teller, number: signal.Signals) -> None:
    with fake_discord() as discord, _teller(discord.api) as process:
        assert discord.beating.wait(timeout=30)
        process.send_signal(number)
        _, said = process.communicate(timeout=30)

    assert process.returncode == 0, said
    assert "Traceback" not in said
    assert TOKEN not in said


def test_a_teller_that_is_not_let_in_ends_with_status_1_and_one_line(teller: Teller) -> None:
    with fake_discord(status=401) as discord, _teller(discord.api) as process:
        _, said = process.communicate(timeout=30)

    assert process.returncode == 1
    assert said.splitlines()[-1].startswith("Discord does not accept the token")
    assert "Traceback" not in said
    assert TOKEN not in said


def _teller(api: str) -> "subprocess.Popen[str]":
    settings = {"DISCORD_TOKEN": TOKEN, "TELLER_DISCORD_API": api}
    return subprocess.Popen(
        [sys.executable, "-m", "bot", "run"],
        env=os.environ | settings,
        stderr=subprocess.PIPE,
        text=True,
    )


def _signal_when_in(discord: FakeDiscord, number: signal.Signals) -> None:
    if discord.beating.wait(timeout=10):
        os.kill(os.getpid(), number)


def _closed_port() -> int:
    with socket.socket() as lent:
        lent.bind(("127.0.0.1", 0))
        return int(lent.getsockname()[1])
