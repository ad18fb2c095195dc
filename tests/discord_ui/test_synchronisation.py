"""Commands go to Discord when they changed, and only then."""

import json
from pathlib import Path

import pytest
from simcord import Env

from tests.discord_ui.conftest import Start


def _sent(env: Env) -> int:
    return sum(entry.method == "PUT" for entry in env.http_requests)


async def test_two_starts_send_the_commands_once(simcord_env: Env, start: Start) -> None:
    await simcord_env.restart_bot(start())

    assert _sent(simcord_env) == 1


async def test_changed_commands_are_sent_again(simcord_env: Env, start: Start) -> None:
    changed = start()
    changed.tree.remove_command("about")
    await simcord_env.restart_bot(changed)

    assert _sent(simcord_env) == 2


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b"\xff\xfe", b'{"1": 2}'])
async def test_a_damaged_note_counts_as_changed(
    simcord_env: Env, start: Start, tmp_path: Path, damage: bytes
) -> None:
    (tmp_path / "commands.json").write_bytes(damage)
    await simcord_env.restart_bot(start())

    assert _sent(simcord_env) == 2


async def test_another_application_gets_the_commands_too(
    simcord_env: Env, start: Start, tmp_path: Path
) -> None:
    note = tmp_path / "commands.json"
    note.write_text(note.read_text().replace(str(simcord_env.bot.application_id), "1"))
    await simcord_env.restart_bot(start())

    assert _sent(simcord_env) == 2
    assert len(json.loads(note.read_text())) == 2


async def test_a_refusal_by_discord_does_not_keep_teller_away(
    simcord_env: Env, start: Start, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "commands.json").unlink()
    simcord_env.inject_error("PUT", "/applications/*", status=500)
    await simcord_env.restart_bot(start())

    assert "sent again at the next start" in caplog.text
    assert not (tmp_path / "commands.json").exists()


async def test_a_home_that_cannot_be_written_does_not_keep_teller_away(
    simcord_env: Env, start: Start, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "commands.json").unlink()
    (tmp_path / "commands.json").mkdir()
    await simcord_env.restart_bot(start())

    assert "could not be written" in caplog.text
