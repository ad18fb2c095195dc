"""What a person reads when Teller fails, and what the log keeps."""

import logging
import re
from pathlib import Path
from typing import NoReturn

import pytest
from simcord import ChannelHandle, Env, MemberActor

from bot.answers.reply import Choice, Reply
from bot.answers.service import Answers
from bot.discord_ui.client import TellerBot
from tests.discord_ui.reading import answer, buttons

REFERENCE = re.compile(r"reference ([0-9A-F]{8})")


class Broken:
    """Suggests and answers nothing; what the real one says about Islington North still shows."""

    def __init__(self, real: Answers) -> None:
        self._real = real

    def help(self) -> Reply:
        return self._real.result("islington north")

    def ask(self, text: str) -> NoReturn:
        raise RuntimeError("the disk is on fire")

    def result(self, place: str, election: str | None = None) -> NoReturn:
        raise RuntimeError("the disk is on fire")

    def open(self, kind: str, id: str) -> NoReturn:
        raise RuntimeError("the disk is on fire")

    def suggest(self, typed: str, limit: int = 25) -> tuple[Choice, ...]:
        raise RuntimeError("the disk is on fire")


@pytest.fixture
def simcord_bot(answers: Answers, tmp_path: Path) -> TellerBot:
    return TellerBot(Broken(answers), tmp_path, "0.0", shard_count=1)  # type: ignore[arg-type]


def _traced(log: pytest.LogCaptureFixture, said: str) -> bool:
    found = REFERENCE.search(said)
    assert found, said
    (entry,) = (entry for entry in log.records if found[1] in entry.getMessage())
    return "the disk is on fire" in (entry.exc_text or logging.Formatter().format(entry))


@pytest.mark.simcord(check_errors=False)
async def test_a_failing_command_gives_a_reference_to_the_asker_alone(
    channel: ChannelHandle, rosa: MemberActor, caplog: pytest.LogCaptureFixture
) -> None:
    result = await rosa.slash(channel, "result", place="islington north")

    assert result.ephemeral
    assert "disk" not in answer(result).content
    assert _traced(caplog, answer(result).content)


async def test_a_failing_button_gives_a_reference_to_who_clicked(
    channel: ChannelHandle, rosa: MemberActor, caplog: pytest.LogCaptureFixture
) -> None:
    shown = answer(await rosa.slash(channel, "help"))

    clicked = await rosa.click(shown, label=buttons(shown)[0])

    assert clicked.ephemeral
    assert _traced(caplog, answer(clicked).content)


async def test_a_failing_conversation_gives_a_reference(
    rosa: MemberActor, caplog: pytest.LogCaptureFixture
) -> None:
    await rosa.send_dm("islington north")

    told = rosa.user.dm_channel.last_message
    assert told is not None
    assert _traced(caplog, told.content)


async def test_a_failing_autocomplete_offers_nothing(
    channel: ChannelHandle, rosa: MemberActor, caplog: pytest.LogCaptureFixture
) -> None:
    assert await rosa.autocomplete(channel, "result", "place", "isl") == []
    assert "the disk is on fire" in caplog.text


@pytest.mark.simcord(check_errors=False)
async def test_an_answer_that_comes_too_late_is_logged_and_nothing_else(
    simcord_env: Env,
    channel: ChannelHandle,
    rosa: MemberActor,
    caplog: pytest.LogCaptureFixture,
) -> None:
    simcord_env.inject_error("POST", "/interactions/*", status=404, code=10062)

    result = await rosa.slash(channel, "help")

    assert not result.acknowledged
    assert channel.history() == []
    assert "could not be given" in caplog.text
    assert not REFERENCE.search(caplog.text)


@pytest.mark.simcord(check_errors=False)
async def test_a_sentence_that_cannot_be_told_is_still_in_the_log(
    simcord_env: Env,
    channel: ChannelHandle,
    rosa: MemberActor,
    caplog: pytest.LogCaptureFixture,
) -> None:
    simcord_env.inject_error("POST", "/interactions/*", status=500, times=None)

    await rosa.slash(channel, "result", place="islington north")

    assert "the disk is on fire" in caplog.text
    assert "could not be told" in caplog.text
