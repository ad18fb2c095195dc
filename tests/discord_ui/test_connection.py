"""Coming in and going out, against a small Discord of our own on this machine."""

import os
import signal
import socket
import threading
from pathlib import Path

import pytest
from discord.gateway import DiscordWebSocket
from discord.http import Route

from bot.answers.service import Answers
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


def _signal_when_in(discord: FakeDiscord, number: signal.Signals) -> None:
    if discord.beating.wait(timeout=10):
        os.kill(os.getpid(), number)


def _closed_port() -> int:
    with socket.socket() as lent:
        lent.bind(("127.0.0.1", 0))
        return int(lent.getsockname()[1])
